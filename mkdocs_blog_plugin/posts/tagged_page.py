"""Ordinary pages that the tag pages of a blog list."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.posts.defaults import merge_defaults
from mkdocs_blog_plugin.posts.fields import Fields
from mkdocs_blog_plugin.posts.titles import no_macros, own_title, title_of_path
from mkdocs_blog_plugin.problems import Problems

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_blog_plugin.posts.document import Document
    from mkdocs_blog_plugin.posts.titles import Expand
    from mkdocs_blog_plugin.settings import TaxonomySettings


@dataclass(frozen=True, kw_only=True)
class TaggedPage:
    """An ordinary page of the docs that has tags."""

    src_uri: str
    title: str = field(compare=False)
    """Plain text, not escaped."""
    url: str = field(compare=False)
    """Relative to the site's root."""
    labels: Mapping[str, tuple[str, ...]] = field(compare=False)
    """Labels as written, by the key of the only taxonomy that ordinary pages join."""
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)
    """1-based line of each key in the file, keys in lower case."""


def read_tagged_page(
    document: Document, url: str, tags: TaxonomySettings, expand: Expand = no_macros
) -> TaggedPage | None:
    """Return the page that `document` is, served at `url`; None for a page without tags."""
    path = document.src_uri
    front_matter = document.front_matter
    values = merge_defaults(document.defaults, front_matter.data)
    fields = Fields.of(values, path=path, lines=front_matter.lines, problems=Problems())
    labels = fields.labels(tags)
    if not labels:
        return None
    title = own_title(fields, front_matter, expand) or title_of_path(path)
    return TaggedPage(
        src_uri=document.source,
        title=title,
        url=url,
        labels={tags.key: labels},
        lines=front_matter.lines,
    )
