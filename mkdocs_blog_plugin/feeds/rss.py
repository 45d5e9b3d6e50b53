"""RSS 2.0 (https://www.rssboard.org/rss-specification), with the modules that readers know."""

from __future__ import annotations

from email.utils import format_datetime
from html import escape
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.feeds.xml_document import (
    add,
    add_links,
    add_page,
    add_picture,
    add_place_of_entries,
    add_some,
    document,
    fragment,
    root,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from mkdocs_blog_plugin.feeds.feed import Feed, FeedEntry
    from mkdocs_blog_plugin.feeds.public_post import Person, PublicPost

MEDIA_TYPE = "application/rss+xml"


def write_rss(feed: Feed) -> bytes:
    """Return `feed` as an RSS 2.0 document."""
    rss = root("rss", "atom content dc fh h media", {"version": "2.0", "xml:lang": feed.language})
    channel = add(rss, "channel")
    add(channel, "title", feed.title)
    add(channel, "link", feed.home_url)
    add(channel, "description", escape(feed.subtitle or feed.title, quote=False))
    add(channel, "language", feed.language)
    add(channel, "lastBuildDate", format_datetime(feed.updated))
    add(channel, "generator", "mkdocs-blog-plugin")
    add_links(channel, "atom:", feed, MEDIA_TYPE)
    add_page(channel, feed, feed.subtitle)
    add_place_of_entries(channel)
    items = [entry.written(_item) for entry in feed.entries]
    return document(rss, items, feed.stylesheet)


def _item(entry: FeedEntry) -> str:
    post = entry.post
    item = root("item", "", {})
    add(item, "title", post.title)
    add(item, "link", post.link)
    add(item, "guid", entry.id, {"isPermaLink": str(entry.id == post.url).lower()})
    add(item, "pubDate", format_datetime(post.published))
    if post.updated:
        add(item, "atom:updated", post.updated.isoformat(timespec="seconds"))
    _add_authors(item, post.authors)
    for category in post.categories:
        add(item, "category", category.label, {"domain": category.scheme})
    if entry.is_full:
        add_some(item, "description", escape(post.summary, quote=False))
        add(item, "content:encoded", entry.html)
    else:
        add(item, "description", entry.html)
    _add_files(item, post)
    add_some(item, "dc:language", post.language)
    add(item, "h:a", post.title, {"href": post.link})
    return fragment(item)


def _add_authors(item: Element, authors: Sequence[Person]) -> None:
    """Name the authors: RSS itself has room for one, and wants an e-mail address."""
    if len(authors) == 1 and authors[0].email:
        add(item, "author", f"{authors[0].email} ({authors[0].name})")
    else:
        for author in authors:
            add(item, "dc:creator", author.name)


def _add_files(item: Element, post: PublicPost) -> None:
    """Enclose the file that goes with a post, and show its picture where that is another.

    The RSS board asks for a length of 0 where it is not known
    (https://www.rssboard.org/rss-profile#element-channel-item-enclosure).
    """
    file = post.attachment
    if file:
        values = {"url": file.url, "type": file.media_type, "length": str(file.length or 0)}
        add(item, "enclosure", attributes=values)
    add_picture(item, post)
