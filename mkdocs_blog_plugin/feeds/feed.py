"""A feed in no format yet: what RSS, Atom and JSON Feed have in common."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from mkdocs_blog_plugin.feeds.public_post import Person, PublicPost


@dataclass(frozen=True, kw_only=True, slots=True)
class FeedEntry:
    """One post in a feed."""

    post: PublicPost
    id: str
    """Stays the same when the title changes."""
    html: str
    """The post or its excerpt, all links absolute."""
    is_full: bool
    """Whether `html` is all of the post."""
    _written: dict[object, str] = field(default_factory=dict, init=False, compare=False, repr=False)

    def written(self, write: Callable[[FeedEntry], str]) -> str:
        """Return this entry as `write` writes it; the result is shared by all feeds that have it."""
        if write not in self._written:
            self._written[write] = write(self)
        return self._written[write]


@dataclass(frozen=True, kw_only=True)
class Feed:
    """One feed document: the one to subscribe to, or an archive of older entries (RFC 5005, §4)."""

    id: str
    """The same in all documents of one feed."""
    title: str
    subtitle: str
    home_url: str
    """The page that lists the same posts."""
    self_url: str
    language: str
    updated: datetime
    entries: tuple[FeedEntry, ...]
    """Newest first."""
    author: Person
    """Author of entries that do not name one."""
    current_url: str = ""
    """In archives, the document to subscribe to."""
    older_url: str = ""
    """The archive with the entries before these."""
    newer_url: str = ""
    """In archives, the archive with the entries after these."""
    archives_type: str = ""
    """Media type of all archives of the feed."""
    stylesheet: str = ""
    """URL of the CSS for people, relative to the document."""
    notice: str = ""
    """One sentence for people who open the document in a browser."""
    copy: str = ""
    """What the button says that copies the address."""
    hub: str = ""
    """URL of a WebSub hub (https://www.w3.org/TR/websub/); archives have none."""

    @property
    def is_archive(self) -> bool:
        """Whether this document holds older entries only."""
        return bool(self.current_url)


def make_entry(post: PublicPost, html: str, *, is_full: bool, source_id: str = "") -> FeedEntry:
    """Return the entry of `post`.

    Args:
        post: The post.
        html: The post or its excerpt, as `html.absolute.for_feed` returns it.
        is_full: Whether that is all of the post.
        source_id: The id, where front matter has none; empty for the URL.
    """
    return FeedEntry(post=post, id=post.guid or source_id or post.url, html=html, is_full=is_full)
