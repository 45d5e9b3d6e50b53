"""The feed documents of a blog, with their locations and posts: plain data.

A feed that a limit cuts goes on in archives (RFC 5005, section 4). They are filled up, and numbered
from the oldest: `atom-1.xml` holds the first posts of the blog and stays as it is when new ones
come. All formats share the archives of one: the content is the same, and as large as all posts.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_blog_plugin.feeds.formats import FORMATS
from mkdocs_blog_plugin.urls.location import Location
from mkdocs_blog_plugin.views.view import Kind

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from mkdocs_blog_plugin.feeds.formats import Format
    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.settings import FeedSettings, Settings
    from mkdocs_blog_plugin.views.view import View

_ARCHIVED = ("atom", "rss", "json")
"""Formats of archives, best first: RFC 5005 is about Atom, and RSS can link to them."""


class FeedDocument(NamedTuple):
    """One output file: the document to subscribe to, or an archive."""

    view: View
    """The view whose posts the feed has."""
    format: Format
    location: Location
    posts: tuple[Post, ...]
    """Newest first."""
    current: Location | None = None
    """In archives, the document to subscribe to."""
    older: Location | None = None
    """The archive before this document."""
    newer: Location | None = None
    """In archives, the archive after this one."""
    archived: Format | None = None
    """The format of all archives of the view; None where it has none."""

    @property
    def is_archive(self) -> bool:
        """Whether this is an archive, not a document to subscribe to."""
        return self.current is not None


def plan_feeds(
    views: Iterable[View], settings: Settings, taken: Container[str] = ()
) -> tuple[FeedDocument, ...]:
    """Return all feed documents of the blog; those to subscribe to before their archives.

    Args:
        views: All views of the blog.
        settings: The blog's settings.
        taken: Paths of the site's own files; a feed that gives way to one of them has no archives.
    """
    if not settings.feeds.enabled:
        return ()
    return tuple(
        document
        for view in views
        if has_feeds(view, settings.feeds)
        for document in _documents(view, settings.feeds, taken)
    )


def has_feeds(view: View, feeds: FeedSettings) -> bool:
    """Return whether `feeds_for` names the kind of `view`."""
    if view.kind is Kind.TERM:
        return view.taxonomy in feeds.kinds
    return view.kind is Kind.INDEX and "index" in feeds.kinds


def subscriptions(documents: Iterable[FeedDocument]) -> dict[View, list[FeedDocument]]:
    """Return the documents to subscribe to, by view."""
    found: dict[View, list[FeedDocument]] = {}
    for document in documents:
        if not document.is_archive:
            found.setdefault(document.view, []).append(document)
    return found


def _documents(view: View, feeds: FeedSettings, taken: Container[str]) -> Iterator[FeedDocument]:
    listed = sorted((p for p in view.posts if p.is_listed), key=lambda post: post.sort_key)
    if feeds.order == "updated":
        listed.sort(key=lambda post: post.updated or post.published, reverse=True)
    posts = tuple(listed)
    length = feeds.length or len(posts) or 1
    paths = {key: _path(view, key, feeds) for key in feeds.formats}
    free = [key for key in _ARCHIVED if key in paths and paths[key] not in taken]
    archives = list(_archives(view, free[0], paths[free[0]], posts, length)) if free else []
    for key, path in paths.items():
        yield FeedDocument(
            view=view,
            format=FORMATS[key],
            location=_location(path),
            posts=posts[:length],
            older=archives[-1].location if archives else None,
            archived=archives[-1].format if archives else None,
        )
    yield from archives


def _path(view: View, key: str, feeds: FeedSettings) -> str:
    """Return the folder of the feed: named like the view, unless that is a folder already."""
    configured = feeds.formats[key]
    if configured and view.kind is Kind.INDEX:
        return configured
    folder, name = posixpath.split(view.location.dest_uri)
    if name != "index.html":
        folder = posixpath.join(folder, posixpath.splitext(name)[0])
    return posixpath.join(folder, FORMATS[key].file_name)


def _archives(
    view: View, key: str, path: str, posts: tuple[Post, ...], length: int
) -> Iterator[FeedDocument]:
    """Yield the archives, oldest first: as many filled ones as hold all that does not fit."""
    stem, ending = posixpath.splitext(path)
    ends = range(len(posts), length, -length)
    locations = [_location(f"{stem}-{number}{ending}") for number in range(1, len(ends) + 1)]
    for place, (location, end) in enumerate(zip(locations, ends, strict=True)):
        yield FeedDocument(
            view=view,
            format=FORMATS[key],
            location=location,
            posts=posts[end - length : end],
            current=_location(path),
            older=locations[place - 1] if place else None,
            newer=locations[place + 1] if location != locations[-1] else None,
            archived=FORMATS[key],
        )


def _location(path: str) -> Location:
    return Location.of_file(path, directory_urls=False)
