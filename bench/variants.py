"""The sites that are compared: one folder of pages, and a configuration for each way to build it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bench.posts import write_blog

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_BASE = """\
site_name: Bench
site_url: https://example.org/
site_dir: site-{name}
theme: material
"""

EXTENSIONS: Final[Mapping[str, str]] = {
    "none": "",
    "code": """\
markdown_extensions:
  - admonition
  - attr_list
  - pymdownx.highlight
  - pymdownx.inlinehilite
  - pymdownx.superfences
""",
}
"""Markdown extensions beside those that MkDocs always has; `code` is what Material asks for."""

VARIANTS: Final[Mapping[str, str]] = {
    "bare": "not_in_nav: /blog/\nplugins: []\n",
    "bare-search": "not_in_nav: /blog/\nplugins: [search]\n",
    "lists": """\
plugins:
  - blog-plugin:
      tags: false
      authors_profiles: false
      feeds: false
      metadata: false
      related: 0
""",
    "feeds": """\
plugins:
  - blog-plugin:
      tags: false
      authors_profiles: false
      metadata: false
      related: 0
""",
    "default": "plugins: [blog-plugin]\n",
    "terms-only": "plugins:\n  - blog-plugin:\n      related_by: [terms]\n",
    "markdown": "plugins:\n  - blog-plugin:\n      markdown: true\n",
    "cards": "plugins:\n  - blog-plugin:\n      cards: true\n",
    "everything": """\
plugins:
  - search
  - blog-plugin:
      feeds_for: [index, categories, tags, authors, series]
      export: true
""",
    "material": "plugins:\n  - material/blog\n",
}
"""What each configuration has beyond the theme: plain pages out of the nav, or a blog."""


@dataclass(frozen=True)
class Variant:
    """One configuration of one site."""

    folder: Path
    name: str

    @property
    def config_file(self) -> Path:
        """The file that MkDocs reads."""
        return self.folder / f"{self.name}.yml"

    @property
    def cache(self) -> Path:
        """Where what outlives a build is kept."""
        return self.folder / f"cache-{self.name}"

    @property
    def site(self) -> Path:
        """Where the site is written."""
        return self.folder / f"site-{self.name}"


def write_variants(
    folder: Path, posts: int, extensions: str, *, prose: bool = False
) -> dict[str, Variant]:
    """Write a blog and all configurations below `folder`."""
    write_blog(folder / "docs", posts, prose=prose)
    variants = {name: Variant(folder, name) for name in VARIANTS}
    for name, variant in variants.items():
        text = _BASE.format(name=name) + EXTENSIONS[extensions] + VARIANTS[name]
        variant.config_file.write_text(text)
    return variants
