"""Which feed documents exist, where they lie and which posts they hold: plain data.

A feed that a limit cuts goes on in archives (RFC 5005, section 4). They are full, and numbered from
the oldest: `atom-1.xml` holds the first posts of the blog and stays as it is when new ones come.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.feeds.formats import FORMATS
from mkdocs_blog_plugin.urls.location import Location
from mkdocs_blog_plugin.views.view import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_blog_plugin.feeds.formats import Format
    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.settings import FeedSettings, Settings
    from mkdocs_blog_plugin.views.view import View


@dataclass(frozen=True, kw_only=True)
class FeedDocument:
    """One output file: the document to subscribe to, or an archive."""

    view: View
    """What the feed is about."""
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

    @property
    def is_archive(self) -> bool:
        """Whether this is no document to subscribe to."""
        return self.current is not None


def plan_feeds(views: Iterable[View], settings: Settings) -> tuple[FeedDocument, ...]:
    """Return all feed documents of the blog; the one to subscribe to before its archives."""
    if not settings.feeds.enabled:
        return ()
    return tuple(
        document
        for view in views
        if has_feeds(view, settings.feeds)
        for key in settings.feeds.formats
        for document in _documents(view, key, settings.feeds)
    )


def has_feeds(view: View, feeds: FeedSettings) -> bool:
    """Return whether `feeds_for` names the kind of `view`."""
    if view.kind is Kind.TERM:
        return view.taxonomy in feeds.kinds
    return view.kind is Kind.INDEX and "index" in feeds.kinds


def subscriptions(documents: Iterable[FeedDocument], view: View) -> tuple[FeedDocument, ...]:
    """Return what the pages of `view` offer to subscribe to."""
    return tuple(found for found in documents if found.view == view and not found.is_archive)


def _documents(view: View, key: str, feeds: FeedSettings) -> Iterator[FeedDocument]:
    posts = tuple(sorted((p for p in view.posts if p.is_listed), key=lambda post: post.sort_key))
    path = _path(view, key, feeds)
    length = feeds.length or len(posts) or 1
    archives = _archives(path, posts, length)
    current = _location(path)
    newest = archives[-1][0] if archives else None
    yield FeedDocument(
        view=view, format=FORMATS[key], location=current, posts=posts[:length], older=newest
    )
    for number, (location, held) in enumerate(archives):
        yield FeedDocument(
            view=view,
            format=FORMATS[key],
            location=location,
            posts=held,
            current=current,
            older=archives[number - 1][0] if number else None,
            newer=archives[number + 1][0] if number + 1 < len(archives) else None,
        )


def _path(view: View, key: str, feeds: FeedSettings) -> str:
    """Return where the feed lies: a folder named like the view, unless it is a folder already."""
    configured = feeds.formats[key]
    if configured and view.kind is Kind.INDEX:
        return configured
    folder, name = posixpath.split(view.location.dest_uri)
    if name != "index.html":
        folder = posixpath.join(folder, posixpath.splitext(name)[0])
    return posixpath.join(folder, FORMATS[key].file_name)


def _archives(
    path: str, posts: tuple[Post, ...], length: int
) -> list[tuple[Location, tuple[Post, ...]]]:
    """Return the archives, oldest first: as many full ones as hold all that does not fit."""
    stem, ending = posixpath.splitext(path)
    ends = range(len(posts), length, -length)
    return [
        (_location(f"{stem}-{number}{ending}"), posts[end - length : end])
        for number, end in enumerate(ends, start=1)
    ]


def _location(path: str) -> Location:
    return Location.of_file(path, directory_urls=False)
