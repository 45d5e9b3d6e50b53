"""The title of any page: from front matter, its first heading, or the name of its file."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from mkdocs_blog_plugin.posts.body import first_heading, opening_heading, text_of_heading
from mkdocs_blog_plugin.posts.dates import date_in_name
from mkdocs_blog_plugin.posts.fields import Fields
from mkdocs_blog_plugin.posts.recognition import POSTS, has_folder
from mkdocs_blog_plugin.problems import Problems
from mkdocs_blog_plugin.urls.location import INDEX_NAMES

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
    return (made and text_of_heading(made)) or first_heading(front_matter.body)


def document_title(document: Document, expand: Expand = no_macros) -> str:
    """Return the title that a page itself sets; defaults of its folders do not count."""
    front_matter = document.front_matter
    fields = Fields.of(front_matter.data, path="", lines={}, problems=Problems())
    return own_title(fields, front_matter, expand)


def title_of_name(name: str, *, is_dated: bool) -> str:
    """Return the title that MkDocs makes of a file's name, without a date that has been used."""
    dated = date_in_name(name) if is_dated else None
    words = _words(dated[1] if dated and dated[1] else name)
    return words.capitalize() if words.lower() == words else words


def jekyll_title(path: str) -> str:
    """Return the title that Jekyll makes of the name of a file in `_posts`; empty elsewhere."""
    dated = date_in_name(posixpath.splitext(posixpath.basename(path))[0])
    if dated is None or not has_folder(path, POSTS):
        return ""
    return " ".join(word.capitalize() for word in dated[1].split("-"))


def title_of_path(path: str) -> str:
    """Return the name of a page's file as words, that of its folder for an index."""
    folder, file = posixpath.split(path)
    stem = posixpath.splitext(file)[0]
    name = posixpath.basename(folder) if stem in INDEX_NAMES and folder else stem
    return _words(name).capitalize()


def _words(name: str) -> str:
    return name.replace("-", " ").replace("_", " ")
