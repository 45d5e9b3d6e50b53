"""The settings of a Pelican site: a Python program, of which only what is written out is read."""

from __future__ import annotations

import ast
import posixpath
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from mkdocs_blog_plugin.convert.addresses import split_site
from mkdocs_blog_plugin.convert.blog import OldSite
from mkdocs_blog_plugin.convert.pelican.slugs import slug_of
from mkdocs_blog_plugin.convert.sources import text_at
from mkdocs_blog_plugin.convert.values import texts_of, zone_of
from mkdocs_blog_plugin.text import decoded

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import tzinfo

    from mkdocs_blog_plugin.convert.sources import Sources

CONFIGS = ("pelicanconf.py", "publishconf.py")


def read_settings(text: str) -> dict[str, Any]:
    """Return the settings in capital letters that a program assigns constants to; nothing is run."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {}
    found: dict[str, Any] = {}
    for node in tree.body:
        if not isinstance(node, ast.Assign):
            continue
        for target in node.targets:
            if isinstance(target, ast.Name) and target.id.isupper():
                try:
                    found[target.id] = ast.literal_eval(node.value)
                except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
                    continue
    return found


@dataclass(frozen=True)
class PelicanSite:
    """The settings of a site."""

    sources: Sources
    settings: Mapping[str, Any]

    @classmethod
    def read(cls, sources: Sources) -> PelicanSite:
        """Return the settings of the site in `sources`; those for publishing come last and win."""
        settings: dict[str, Any] = {}
        for path in CONFIGS:
            if path in sources.paths:
                own = read_settings(text_at(sources, path))
                settings |= {key: value for key, value in own.items() if value != ""}
        return cls(sources, settings)

    def text(self, key: str, default: str = "") -> str:
        """Return a setting that is text."""
        value = self.settings.get(key, default)
        return value if isinstance(value, str) else default

    @cached_property
    def content(self) -> str:
        """The folder of the content; empty for the root."""
        path = posixpath.normpath(self.text("PATH", "content")).removeprefix("./").strip("/")
        has_it = any(name.startswith(f"{path}/") for name in self.sources.paths)
        return (
            path
            if has_it
            else "content"
            if any(name.startswith("content/") for name in self.sources.paths)
            else ""
        )

    @cached_property
    def zone(self) -> tzinfo:
        """`TIMEZONE`, else UTC."""
        return zone_of(self.text("TIMEZONE"))

    def slug(self, text: str) -> str:
        """Return the slug that the site makes of a title or a name."""
        return slug_of(
            text,
            use_unicode=bool(self.settings.get("SLUGIFY_USE_UNICODE")),
            preserve_case=bool(self.settings.get("SLUGIFY_PRESERVE_CASE")),
        )

    def has_slug(self, text: str) -> bool:
        """Return whether the slug of `text` is that of Pelican, whose letters are ASCII by default."""
        return bool(self.settings.get("SLUGIFY_USE_UNICODE")) or self.slug(text).isascii()

    @cached_property
    def static(self) -> list[str]:
        """Folders and files that are copied."""
        return [path.strip("/") for path in texts_of(self.settings.get("STATIC_PATHS", ["images"]))]

    @cached_property
    def site(self) -> OldSite:
        """The site as our model has it."""
        url, base = split_site(self.text("SITEURL"))
        return OldSite(
            name=decoded(self.text("SITENAME")) or "Blog",
            url=url,
            base=base,
            description=decoded(self.text("SITESUBTITLE")),
            author=self.text("AUTHOR"),
            language=self.text("DEFAULT_LANG"),
        )
