"""The `meta` of pages: facts of the blog, normalised, for themes and other plugins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import escape

from mkdocs_blog_plugin.posts.values import as_text

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from mkdocs.structure.pages import Page

    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.settings import Settings
    from mkdocs_blog_plugin.views.view import View


def make_title_text(page: Page) -> None:
    """Make the title in the meta of `page` the text that it was written as (`title: 2024`).

    A title that is empty, a list or a map does not count.
    """
    if isinstance(page.meta.get("title", ""), str):
        return
    if title := as_text(page.meta["title"]):
        page.meta["title"] = title
    else:
        del page.meta["title"]


def inject_post(page: Page, post: Post) -> None:
    """Write the title, dates, authors and terms of `post` into the meta of its page.

    All texts are plain: other plugins write them into files of their own; see `escape_texts`.
    """
    meta = page.meta
    for key, value in post.meta.items():
        if key.lower() not in post.lines:  # from a folder or from `post_defaults`
            meta.setdefault(key, value)
    meta["title"] = post.title
    meta["date"] = post.published
    if post.updated:
        meta["updated"] = post.updated
    if post.authors:
        meta["author"] = ", ".join(author.name for author in post.authors)
        meta["authors"] = [author.key for author in post.authors]
    elif not isinstance(meta.get("author", ""), str):
        del meta["author"]  # a theme would print a list or map as Python writes it
    for key, labels in post.labels.items():
        if labels:
            meta[key] = list(labels)
        else:
            meta.pop(key, None)
    if post.description:
        meta["description"] = post.description
    else:
        meta.pop("description", None)
    if not post.is_listed:
        _hide(meta)


def inject_view(page: Page, view: View, title: str, settings: Settings) -> None:
    """Name and describe the page of a view, and keep it out of Material's search.

    A generated page gets `title`, and loses what Material's meta plugin gives to every page of a
    folder: that is meant for the posts there.
    """
    if page.file.src_uri != view.introduction:
        for taxonomy in settings.taxonomies:
            page.meta.pop(taxonomy.key, None)
            page.meta.pop(taxonomy.singular, None)
        page.meta.pop("date", None)
        page.meta["title"] = title
    if description := page.meta.get("description") or (view.term and view.term.description):
        page.meta["description"] = str(description)
    if not settings.views_in_search:
        page.meta.setdefault("search", {"exclude": True})


def escape_texts(page: Page | None) -> None:
    """Make the texts that themes print `Markup`, now that only templates will read them.

    MkDocs' environment escapes nothing. Themes print `Markup` escaped, whether they use the filter
    `e` or not.
    """
    if page is None:
        return
    for key in ("title", "author", "description"):
        if isinstance(text := page.meta.get(key), str):
            page.meta[key] = escape(text)


def _hide(meta: MutableMapping[str, object]) -> None:
    """Keep an unlisted post out of Material's search and away from robots."""
    meta["search"] = {"exclude": True}
    meta.setdefault("robots", "noindex")
