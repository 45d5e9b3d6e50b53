"""Feeds of built sites, read back by parsers that are not ours, and compared in one form for all formats."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

import feedparser
import lxml.html
from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from support.sites import Site

ATOM = etree.RelaxNG(etree.parse(str(Path(__file__).parents[1] / "unit/feeds/atom.rng")))
NS = {
    "a": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "fh": "http://purl.org/syndication/history/1.0",
    "media": "http://search.yahoo.com/mrss/",
}
_URLS = ("href", "src", "poster", "cite", "data")


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What a reader gets to know of a post."""

    id: str
    url: str
    title: str
    html: str
    summary: str
    published: datetime
    updated: datetime
    authors: tuple[str, ...]
    categories: tuple[str, ...]
    enclosure: tuple[str, str, int] | None
    """URL, media type and length."""


def rss(site: Site, path: str = "blog/rss.xml") -> list[Entry]:
    """Return the entries of an RSS feed that feedparser has no complaint about."""
    root = _parsed(site, path)
    return [_of_rss(item) for item in root.iterfind("channel/item")]


def atom(site: Site, path: str = "blog/atom.xml") -> list[Entry]:
    """Return the entries of an Atom feed that is valid by its schema."""
    root = _parsed(site, path)
    ATOM.assertValid(root)
    return [_of_atom(entry) for entry in root.iterfind("a:entry", NS)]


def json_feed(site: Site, path: str = "blog/feed.json") -> list[Entry]:
    """Return the entries of a JSON Feed, having checked what version 1.1 demands."""
    document = json.loads(site.read(path))
    assert document["version"] == "https://jsonfeed.org/version/1.1"
    assert document["title"]
    assert urlsplit(document["feed_url"]).scheme == "https"
    return [_of_json(item) for item in document["items"]]


READERS: Mapping[str, Callable[..., list[Entry]]] = {
    "blog/rss.xml": rss,
    "blog/atom.xml": atom,
    "blog/feed.json": json_feed,
}
"""How to read each feed of the index, by path."""


def links(site: Site, path: str) -> dict[str, str]:
    """Return where the links of an RSS or Atom document lead, by relation."""
    found = _parsed(site, path).xpath("/rss/channel/a:link | /a:feed/a:link", namespaces=NS)
    return {link.get("rel"): link.get("href") for link in found}


def targets(html: str) -> Iterator[str]:
    """Yield every URL in the content of an entry."""
    for element in lxml.html.fragment_fromstring(html, create_parent="div").iter():
        for name in _URLS:
            if name in element.attrib:
                yield element.attrib[name]
        for candidate in element.get("srcset", "").split(","):
            yield from candidate.split()[:1]


def file_of(site: Site, url: str, site_url: str) -> str:
    """Return the path of the file that is served at the absolute `url`."""
    assert url.startswith(site_url), url
    path = unquote(urlsplit(url.removeprefix(site_url)).path)
    return site.file(path.rstrip("/")) if path else "index.html"


def _parsed(site: Site, path: str) -> Any:
    content = (site.folder / path).read_bytes()
    assert not feedparser.parse(content).bozo
    return etree.fromstring(content)


def _of_rss(item: Any) -> Entry:
    published = parsedate_to_datetime(item.findtext("pubDate"))
    updated = item.findtext("a:updated", namespaces=NS)
    content = item.findtext("content:encoded", namespaces=NS)
    enclosure = item.find("enclosure")
    return Entry(
        id=item.findtext("guid"),
        url=item.findtext("link"),
        title=item.findtext("title"),
        html=item.findtext("description") if content is None else content,
        summary="" if content is None else unescape(item.findtext("description", "")),
        published=published,
        updated=datetime.fromisoformat(updated) if updated else published,
        authors=tuple(creator.text for creator in item.iterfind("dc:creator", NS)),
        categories=tuple(category.text for category in item.iterfind("category")),
        enclosure=None if enclosure is None else _enclosure(enclosure, "url"),
    )


def _of_atom(entry: Any) -> Entry:
    content = entry.findtext("a:content", namespaces=NS)
    summary = entry.findtext("a:summary", namespaces=NS)
    links = {link.get("rel"): link for link in entry.iterfind("a:link", NS)}
    return Entry(
        id=entry.findtext("a:id", namespaces=NS),
        url=links["alternate"].get("href"),
        title=entry.findtext("a:title", namespaces=NS),
        html=summary if content is None else content,
        summary="" if content is None else summary or "",
        published=datetime.fromisoformat(entry.findtext("a:published", namespaces=NS)),
        updated=datetime.fromisoformat(entry.findtext("a:updated", namespaces=NS)),
        authors=tuple(name.text for name in entry.iterfind("a:author/a:name", NS)),
        categories=tuple(category.get("term") for category in entry.iterfind("a:category", NS)),
        enclosure=_enclosure(links["enclosure"], "href") if "enclosure" in links else None,
    )


def _of_json(item: Mapping[str, Any]) -> Entry:
    (attachment,) = item.get("attachments") or [None]
    return Entry(
        id=item["id"],
        url=item["url"],
        title=item["title"],
        html=item["content_html"],
        summary=item.get("summary", ""),
        published=datetime.fromisoformat(item["date_published"]),
        updated=datetime.fromisoformat(item["date_modified"]),
        authors=tuple(author["name"] for author in item.get("authors", ())),
        categories=tuple(item.get("tags", ())),
        enclosure=attachment
        and (attachment["url"], attachment["mime_type"], attachment["size_in_bytes"]),
    )


def _enclosure(element: Any, name: str) -> tuple[str, str, int]:
    return element.get(name), element.get("type"), int(element.get("length"))
