"""A page of the blog as MkDocs would write it, and the Markdown file that another engine gets for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

import yaml

from mkdocs_blog_plugin.export.literal_html import literal_html
from mkdocs_blog_plugin.html.attributes import changed, named, values
from mkdocs_blog_plugin.html.markup import TOKEN, is_start

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mkdocs_blog_plugin.html.markup import Token

TEMPLATE = "blog-page.html"
"""The template of such pages in Zensical, among our overrides."""

_ID = named("id")
_SILENT = ("blog-byline", "blog-terms", "blog-footer")
"""Classes of the elements around the text of a post, which MkDocs' search does not see either."""


@dataclass(frozen=True, kw_only=True)
class Heading:
    """An entry of a table of contents."""

    id: str
    title: str
    """HTML on one line."""
    level: int
    children: tuple[Heading, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FinishedPage:
    """A post, or a page of a view."""

    path: str
    """Path of its Markdown file below the docs folder."""
    title: str
    """HTML on one line, like the two that follow."""
    description: str = ""
    author: str = ""
    canonical_url: str = ""
    """Where the page was published first, if that is not its own address."""
    head: str = ""
    """Tags for its head, beside those that every theme prints."""
    content: str
    """Finished HTML; its links are relative to the page's address."""
    headings: Sequence[Heading] = ()
    in_search: bool = True
    meta: Mapping[str, object] = field(default_factory=dict)
    """Keys of its front matter for themes, such as `hide`."""


def as_markdown(page: FinishedPage) -> str:
    """Return the Markdown file of `page`: front matter, and one line of HTML."""
    entries = {
        **page.meta,
        "title": page.title,
        "description": page.description,
        "author": page.author,
        "template": TEMPLATE,
        "search": None if page.in_search else {"exclude": True},
        "blog_canonical": page.canonical_url,
        "blog_head": page.head,
        "blog_toc": [_entry(heading) for heading in page.headings],
    }
    given = {key: value for key, value in entries.items() if value}
    header = yaml.safe_dump(given, allow_unicode=True, sort_keys=False, width=10_000)
    return f'---\n{header}---\n\n<div class="blog-page">{_searchable(literal_html(page.content))}</div>\n'


def _entry(heading: Heading) -> dict[str, object]:
    """Return an entry of a table of contents in the form that Zensical's theme expects."""
    return {
        "title": heading.title,
        "content": heading.title,
        "id": heading.id,
        "url": f"#{heading.id}",
        "level": heading.level,
        "children": [_entry(child) for child in heading.children],
    }


def _searchable(html: str) -> str:
    """Return `html` so that Zensical's search makes one entry of it, with the title of the page.

    A heading of the first level with an id would be another entry with the same title.
    """
    for name in _SILENT:
        html = html.replace(f'class="{name}"', f'class="{name}" data-search-exclude')
    heading = next((tag for tag in TOKEN.finditer(html) if _is_heading(tag)), None)
    if heading is None:
        return html
    ids = [value for _, name, value in values(heading[0], _ID) if name == "id"]
    tag = changed(heading[0], _ID, lambda _, name, value: None if name == "id" else value)
    targets = "".join(f'<span id="{escape(found)}"></span>' for found in ids)
    return f"{html[: heading.start()]}{tag}{targets}{html[heading.end() :]}"


def _is_heading(token: Token) -> bool:
    return is_start(token) and token["name"].lower() == "h1"
