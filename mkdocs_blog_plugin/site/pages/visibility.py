"""The pages of a blog in the sitemap and in the search of the site."""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING, Any

from mkdocs.utils import get_build_date

from mkdocs_blog_plugin.site.files.files import page_of
from mkdocs_blog_plugin.views.view import Kind

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.views.blog import Blog
    from mkdocs_blog_plugin.views.view import View

STAMPABLE = ("1970-01-02", "2106-02-06")
"""First and last date that MkDocs can give to its compressed sitemap, in any time zone."""


def in_sitemap(
    pages: Iterable[File], blog: Blog, excluded: Container[str], *, is_copy: bool = False
) -> list[File]:
    """Return those of `pages` that the sitemap shows, dated by their posts.

    Unlisted posts, the further pages of views, and kinds of views that are `excluded` are left out,
    and the whole blog where `is_copy` says that it is at home on another site.
    """
    return [
        file
        for file in pages
        if not (is_copy and file.src_uri in blog) and _is_in_sitemap(file, blog, excluded)
    ]


def _is_in_sitemap(file: File, blog: Blog, excluded: Container[str]) -> bool:
    post = blog.posts.get(file.src_uri)
    if post is not None:
        _date(file, (post.updated or post.published).date().isoformat())
        return post.is_listed
    if file.src_uri not in blog.pagers:
        return True
    view, pager = blog.pagers[file.src_uri]
    if pager.number > 1 or view.name in excluded:
        return False
    newest = max((post.updated or post.published for post in _shown(view, blog)), default=None)
    if newest is not None:
        _date(file, newest.date().isoformat())
    return True


def _shown(view: View, blog: Blog) -> Iterable[Post]:
    """Return the posts on which the content of `view` depends."""
    if view.terms:
        return [post for term in view.terms.terms for post in term.posts]
    return blog.catalog.listed if view.kind is Kind.OVERVIEW else view.posts


def _date(file: File, day: str) -> None:
    """Let `lastmod` be `day`, not the day of the build."""
    if file.page is not None:
        file.page.update_date = day


def forget_far_days(files: Files, blog: Blog) -> None:
    """Date the pages of `blog` by the build again whose dates the compressed sitemap cannot have.

    The newest day of all pages becomes the time in the header of `sitemap.xml.gz`.
    """
    first, last = STAMPABLE
    for src_uri in (*blog.posts, *blog.pagers):
        page = page_of(files, src_uri)
        if page is not None and not first <= page.update_date <= last:
            page.update_date = get_build_date()


def hide_from_search(config: MkDocsConfig, blog: Blog, *, views: bool) -> None:
    """Take unlisted posts, and the views if `views` says so, out of the index of MkDocs' search.

    Material's search is asked by a page's meta; that of MkDocs has no switch, and makes an entry
    for each page.
    """
    plugin: Any = config.plugins.get("search")
    index = getattr(plugin, "search_index", None)
    if index is None:
        return
    hidden = {post.url for post in blog.posts.values() if not post.is_listed}
    if views:
        hidden |= {pager.location.url for _, pager in blog.pagers.values()}
    index._entries = [  # noqa: SLF001 - there is no other way
        entry
        for entry in index._entries  # noqa: SLF001
        if entry["location"].partition("#")[0] not in hidden
    ]


def unescape_search(config: MkDocsConfig, blog: Blog) -> None:
    """Give the pages of `blog` plain titles in the index of MkDocs' search, which escapes them."""
    index = getattr(config.plugins.get("search"), "search_index", None)
    own = {post.url for post in blog.posts.values()}
    own |= {pager.location.url for _, pager in blog.pagers.values()}
    for entry in index._entries if index else ():  # noqa: SLF001 - there is no other way
        if entry["location"] in own:
            entry["title"] = unescape(str(entry["title"]))
