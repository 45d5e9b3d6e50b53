"""A feed in no format yet: what RSS, Atom and JSON Feed have in common."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.feeds.public_post import Person
from mkdocs_blog_plugin.problems import Problem, Severity
from mkdocs_blog_plugin.urls.relative import relative_url
from mkdocs_blog_plugin.views.view import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mkdocs_blog_plugin.feeds.plan import FeedDocument
    from mkdocs_blog_plugin.feeds.public_post import PublicPost
    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.urls.base import Site
    from mkdocs_blog_plugin.urls.location import Location
    from mkdocs_blog_plugin.views.view import View

NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""Date of a feed without entries: formats require one, and any fixed instant will do."""


@dataclass(frozen=True, kw_only=True)
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
    hub: str = ""
    """URL of a WebSub hub (https://www.w3.org/TR/websub/); archives have none."""

    @property
    def is_archive(self) -> bool:
        """Whether this document holds older entries only."""
        return bool(self.current_url)


def make_entry(
    post: PublicPost, html: str, *, is_full: bool, has_source_id: bool = False
) -> FeedEntry:
    """Return the entry of `post`.

    Args:
        post: The post.
        html: The post or its excerpt, as `html.absolute.for_feed` returns it.
        is_full: Whether that is all of the post.
        has_source_id: Whether the id, where front matter has none, comes from the path of the
            post's file; else it is the URL.
    """
    own = post.source_id if has_source_id else post.url
    return FeedEntry(post=post, id=post.guid or own, html=html, is_full=is_full)


def make_feed(
    document: FeedDocument,
    entries: Iterable[FeedEntry],
    *,
    site: Site,
    stylesheet: str = "",
    notice: str = "",
    hub: str = "",
) -> Feed:
    """Return the feed that `document` plans.

    Args:
        document: The location of the feed, and its posts.
        entries: The entries of `document.posts`, in that order.
        site: The site around the blog; it has a URL.
        stylesheet: URL of `assets/feed.css` relative to the site's root; empty for none.
        notice: One sentence, in the site's language, that says what a feed is.
        hub: URL of a WebSub hub.
    """
    entries = tuple(entries)
    home_url = site.absolute(document.view.url)
    return Feed(
        id=home_url,
        title=feed_title(document.view, site),
        subtitle=_subtitle(document.view, site),
        home_url=home_url,
        self_url=site.absolute(document.location.url),
        language=site.language,
        updated=max((entry.post.modified for entry in entries), default=NEVER),
        entries=entries,
        author=Person(name=site.author or site.name, url=site.url),
        current_url=_absolute(document.current, site),
        older_url=_absolute(document.older, site),
        newer_url=_absolute(document.newer, site),
        archives_type=document.archived.media_type if document.archived else "",
        stylesheet=relative_url(stylesheet, document.location.url) if stylesheet else "",
        notice=notice,
        hub="" if document.is_archive else hub,
    )


def feed_title(view: View, site: Site) -> str:
    """Return the name of the feed of `view`, as feed readers list it: the site, then the view."""
    return " – ".join(dict.fromkeys(name for name in (site.name, view.title) if name))


def check_guids(posts: Iterable[Post]) -> Iterator[Problem]:
    """Yield a problem for each of `posts` whose explicit id an earlier one has.

    Many blogs have a key `id` that counts something else, so that this is only worth a line.
    """
    seen: dict[str, Post] = {}
    for post in posts:
        if post.guid and (first := seen.setdefault(post.guid, post)) is not post:
            is_guid = "guid" in post.lines
            key = "guid" if is_guid else "id"
            yield Problem(
                path=post.src_uri,
                line=post.lines.get(key),
                key=key,
                message=f"'{post.guid}' is the id of {first.src_uri} too",
                expected="an id that no other post has; the URL serves in feeds",
                severity=Severity.WARNING if is_guid else Severity.INFO,
            )


def _subtitle(view: View, site: Site) -> str:
    if view.kind is Kind.INDEX or view.term is None:
        return site.description
    return view.term.description


def _absolute(location: Location | None, site: Site) -> str:
    return site.absolute(location.url) if location else ""
