"""Atom 1.0 (RFC 4287)."""

from __future__ import annotations

import re
import uuid
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.feeds.xml_document import (
    NAMESPACES,
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
from mkdocs_blog_plugin.text import xml_safe

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from mkdocs_blog_plugin.feeds.feed import Feed, FeedEntry
    from mkdocs_blog_plugin.feeds.public_post import Person, PublicPost

MEDIA_TYPE = "application/atom+xml"

_IRI = re.compile(r"""[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+""")


def write_atom(feed: Feed) -> bytes:
    """Return `feed` as an Atom document."""
    values = {"xmlns": NAMESPACES["atom"], "xml:lang": feed.language}
    element = root("feed", "fh h media", values)
    add(element, "id", feed.id)
    add(element, "title", feed.title)
    add_some(element, "subtitle", feed.subtitle)
    add(element, "updated", feed.updated.isoformat(timespec="seconds"))
    _add_author(element, feed.author)
    add(element, "generator", "mkdocs-blog-plugin")
    home = {"rel": "alternate", "type": "text/html", "href": feed.home_url}
    add(element, "link", attributes=home)
    add_links(element, "", feed, MEDIA_TYPE)
    add_page(element, feed)
    add_place_of_entries(element)
    entries = [entry.written(_entry) for entry in feed.entries]
    return document(element, entries, feed.stylesheet)


def iri(text: str) -> str:
    """Return an id as Atom wants it: `text` if it is an IRI, else one that is made from it alone."""
    text = xml_safe(text)
    return text if _IRI.fullmatch(text) else uuid.uuid5(uuid.NAMESPACE_URL, text).urn


def _entry(entry: FeedEntry) -> str:
    post = entry.post
    element = root("entry", "", {"xml:lang": post.language} if post.language else {})
    add(element, "id", iri(entry.id))
    add(element, "title", post.title)
    add(element, "link", attributes={"rel": "alternate", "type": "text/html", "href": post.link})
    if post.external_url:
        add(element, "link", attributes={"rel": "related", "type": "text/html", "href": post.url})
    add(element, "published", post.published.isoformat(timespec="seconds"))
    add(element, "updated", post.modified.isoformat(timespec="seconds"))
    for author in post.authors:
        _add_author(element, author)
    for category in post.categories:
        values = {"term": category.label, "scheme": category.scheme}
        add(element, "category", attributes=values)
    if entry.is_full:
        add_some(element, "summary", post.summary)
        add(element, "content", entry.html, {"type": "html"})
    else:
        add(element, "summary", entry.html, {"type": "html"})
    _add_files(element, post)
    add(element, "h:a", post.title, {"href": post.link})
    return fragment(element)


def _add_author(parent: Element, person: Person) -> None:
    author = add(parent, "author")
    add(author, "name", person.name)
    add_some(author, "uri", person.url)
    add_some(author, "email", person.email)


def _add_files(element: Element, post: PublicPost) -> None:
    """Enclose the file that goes with a post, and show its picture where that is another."""
    file = post.attachment
    if file:
        values = {"rel": "enclosure", "href": file.url, "type": file.media_type}
        length = {"length": str(file.length)} if file.length is not None else {}
        add(element, "link", attributes=values | length)
    add_picture(element, post)
