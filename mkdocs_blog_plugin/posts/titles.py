"""The title of a page, be it a post or not: from front matter, else its first heading."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from mkdocs_blog_plugin.posts.body import first_heading, opening_heading, plain_text
from mkdocs_blog_plugin.posts.fields import Fields
from mkdocs_blog_plugin.problems import Problems

if TYPE_CHECKING:
    from mkdocs_blog_plugin.posts.document import Document
    from mkdocs_blog_plugin.posts.front_matter import FrontMatter

Expand: TypeAlias = Callable[[str, Mapping[str, object]], str | None]
"""Runs the macros in a text, given the front matter of its page; None where there are none."""


def no_macros(text: str, meta: Mapping[str, object]) -> None:
    """Return None: no macros are run."""


def own_title(fields: Fields, front_matter: FrontMatter, expand: Expand = no_macros) -> str:
    """Return the title in `fields`, else the first heading, with macros run; empty without both."""
    if title := fields.text("title"):
        return expand(title, front_matter.data) or title
    made = expand(opening_heading(front_matter.body), front_matter.data)
    return (made and plain_text(made)) or first_heading(front_matter.body)


def document_title(document: Document, expand: Expand = no_macros) -> str:
    """Return the title that a page itself sets; defaults of its folders do not count."""
    front_matter = document.front_matter
    fields = Fields.of(front_matter.data, path="", lines={}, problems=Problems())
    return own_title(fields, front_matter, expand)
