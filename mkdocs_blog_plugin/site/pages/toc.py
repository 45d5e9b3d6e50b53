"""Titles of posts in the table of contents of a page that lists them."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING

from markupsafe import escape
from mkdocs.structure.toc import AnchorLink, TableOfContents

from mkdocs_blog_plugin.render.filters import anchor_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.structure.pages import Page

    from mkdocs_blog_plugin.posts.post import Post

LEVEL = 2
"""Level of the headings that are titles of posts."""


def add_titles(page: Page, posts: Iterable[Post]) -> None:
    """Add the titles of `posts` to the table of contents of `page`, below its own h1 if it has one.

    The ids are those that lists write; links from other pages to them are valid.
    """
    entries = [AnchorLink(str(escape(post.title)), anchor_of(post), LEVEL) for post in posts]
    items = page.toc.items
    if len(items) == 1 and items[0].level < LEVEL:
        title = copy(items[0])
        title.children = [*title.children, *entries]
        page.toc = TableOfContents([title])
    else:
        page.toc = TableOfContents([*items, *entries])
    page.present_anchor_ids = {*(page.present_anchor_ids or ()), *(link.id for link in entries)}
