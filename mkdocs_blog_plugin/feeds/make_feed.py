"""From a planned document and its entries to a feed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.feeds.feed import Feed
from mkdocs_blog_plugin.feeds.public_post import Person
from mkdocs_blog_plugin.urls.relative import relative_url
from mkdocs_blog_plugin.views.view import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_blog_plugin.feeds.feed import FeedEntry
    from mkdocs_blog_plugin.feeds.plan import FeedDocument
    from mkdocs_blog_plugin.urls.base import Site
    from mkdocs_blog_plugin.urls.location import Location
    from mkdocs_blog_plugin.views.view import View

NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""Date of a feed without entries: formats require one, and any fixed instant will do."""


def make_feed(
    document: FeedDocument,
    entries: Iterable[FeedEntry],
    *,
    site: Site,
    stylesheet: str = "",
    notice: str = "",
    copy: str = "",
    hub: str = "",
) -> Feed:
    """Return the feed that `document` plans.

    Args:
        document: The location of the feed, and its posts.
        entries: The entries of `document.posts`, in that order.
        site: The site around the blog; it has a URL.
        stylesheet: URL of `assets/feed.css` relative to the site's root; empty for none.
        notice: One sentence, in the site's language, that says what a feed is.
        copy: What the button says that copies the feed's address.
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
        copy=copy,
        hub="" if document.is_archive else hub,
    )


def feed_title(view: View, site: Site) -> str:
    """Return the name of the feed of `view`, as feed readers list it: the site, then the view."""
    return " – ".join(dict.fromkeys(name for name in (site.name, view.title) if name))


def _subtitle(view: View, site: Site) -> str:
    if view.kind is Kind.INDEX or view.term is None:
        return site.description
    return view.term.description


def _absolute(location: Location | None, site: Site) -> str:
    return site.absolute(location.url) if location else ""
