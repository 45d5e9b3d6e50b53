"""XML for feeds, by the standard library.

Names are written with their prefix (`dc:creator`) and declared once, on the root element:
`xml.etree.ElementTree` would keep prefixes in a table of the whole process.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from markupsafe import escape

from mkdocs_blog_plugin.text import xml_safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mkdocs_blog_plugin.feeds.feed import Feed
    from mkdocs_blog_plugin.feeds.public_post import PublicPost

NAMESPACES: Final[Mapping[str, str]] = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "fh": "http://purl.org/syndication/history/1.0",
    "h": "http://www.w3.org/1999/xhtml",
    "media": "http://search.yahoo.com/mrss/",
}
"""Prefixes: Atom, RSS content module, Dublin Core, feed history, XHTML, Media RSS."""


_ENTRIES = "entries"

_COPY = (
    "navigator.clipboard.writeText(this.previousElementSibling.textContent)"
    ".then(() => this.textContent = '✓')"
)
"""What the button beside the address of a feed runs; the stylesheet shows it where scripts run."""


def root(name: str, prefixes: str, attributes: Mapping[str, str]) -> ET.Element:
    """Return a root element that declares `prefixes`, several separated by spaces."""
    declared = {f"xmlns:{prefix}": NAMESPACES[prefix] for prefix in prefixes.split()}
    return ET.Element(name, {**attributes, **declared})


def add(
    parent: ET.Element,
    name: str,
    text: str = "",
    attributes: Mapping[str, str] | None = None,
) -> ET.Element:
    """Append an element to `parent` and return it; text and values may hold anything."""
    element = ET.SubElement(parent, name, dict(attributes or {}))
    element.text = text
    return element


def add_some(parent: ET.Element, name: str, text: str) -> None:
    """Append an element to `parent`, unless its text is empty."""
    if text:
        add(parent, name, text)


def add_links(parent: ET.Element, prefix: str, feed: Feed, media_type: str) -> None:
    """Append the links of a feed to itself, to its hub and to its other documents (RFC 5005).

    Args:
        parent: The element of the feed.
        prefix: The prefix of Atom with a colon; empty in Atom itself.
        feed: The feed.
        media_type: Its media type.
    """

    def add_link(relation: str, url: str, kind: str = "") -> None:
        if url:
            values = {"rel": relation, "type": kind, "href": url}
            kept = {name: value for name, value in values.items() if value}
            add(parent, f"{prefix}link", attributes=kept)

    add_link("self", feed.self_url, media_type)
    add_link("hub", feed.hub)
    if feed.is_archive:
        add(parent, "fh:archive")
    add_link("current", feed.current_url, feed.archives_type)
    add_link("prev-archive", feed.older_url, feed.archives_type)
    add_link("next-archive", feed.newer_url, feed.archives_type)


def add_page(parent: ET.Element, feed: Feed, subtitle: str = "") -> None:
    """Append what people read who open the feed in a browser: title, `subtitle`, how to subscribe."""
    add(parent, "h:a", feed.title, {"href": feed.home_url})
    add_some(parent, "h:p", subtitle)
    if feed.notice:
        add(parent, "h:p", feed.notice)
        address = add(parent, "h:div")
        add(address, "h:code", feed.current_url or feed.self_url)
        add(address, "h:button", feed.copy, {"type": "button", "onclick": _COPY})


def add_picture(parent: ET.Element, post: PublicPost) -> None:
    """Append the picture of a post, unless that is the file which the entry encloses."""
    picture, file = post.picture, post.attachment
    if picture is None or (file and file.url == picture.url):
        return
    values = {"type": picture.media_type, "width": picture.width, "height": picture.height}
    known = {name: str(value) for name, value in values.items() if value}
    add(parent, "media:content", attributes={"url": picture.url, "medium": "image", **known})


def add_place_of_entries(parent: ET.Element) -> None:
    """Append to `parent` the placeholder that `document` replaces by the entries."""
    parent.append(ET.ProcessingInstruction(_ENTRIES))


def fragment(element: ET.Element) -> str:
    """Return the text of an entry; prefixes are declared on the document's root."""
    ET.indent(element)
    return ET.tostring(element, encoding="unicode")


def document(element: ET.Element, entries: Iterable[str], stylesheet: str) -> bytes:
    """Return the document with `element` as its root, in UTF-8; `entries` are fragments."""
    style = f'<?xml-stylesheet type="text/css" href="{escape(stylesheet)}"?>\n'
    prolog = '<?xml version="1.0" encoding="utf-8"?>\n' + (style if stylesheet else "")
    text = fragment(element).replace(f"<?{_ENTRIES}?>", "\n".join(entries))
    return xml_safe(f"{prolog}{text}\n").encode()
