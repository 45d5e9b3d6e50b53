"""The export itself: XML, read without entities, which could stand for billions of characters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from mkdocs_blog_plugin.problems import BlogError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ROOT = re.compile(rb"<rss[\s>]")
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")


class ExportError(BlogError):
    """A file is not an export of WordPress that can be read."""


@dataclass(frozen=True, kw_only=True)
class Item:
    """A post, page or attachment."""

    values: Mapping[str, str]
    """Text of each element by its local name; `content` and `excerpt` are what is encoded."""
    terms: Sequence[tuple[str, str, str]]
    """Taxonomy, slug and label of each term."""
    fields: Mapping[str, str]
    """Custom fields."""

    def get(self, name: str) -> str:
        """Return the text of an element, empty where there is none."""
        return self.values.get(name, "")


@dataclass(frozen=True, kw_only=True)
class Export:
    """What an export holds."""

    channel: Mapping[str, str]
    authors: Sequence[Mapping[str, str]]
    items: Sequence[Item]


def is_export(content: bytes) -> bool:
    """Return whether a file looks like an export."""
    head = content[:4000]
    return _ROOT.search(head) is not None and b"wordpress.org/export" in head


def read_export(content: bytes) -> Export:
    """Return the content of an export.

    Raises:
        ExportError: it declares entities, or is not XML.
    """
    found = _ROOT.search(content)
    if found is None or b"\x00" in content[:200]:
        raise ExportError("this is not an export of WordPress")
    if _DECLARED.search(content[: found.start()]):
        raise ExportError("the export declares entities, which no export of WordPress does")
    try:
        root = ET.fromstring(_CONTROL.sub(b"", content))  # noqa: S314 - nothing is declared, see above
    except ET.ParseError as error:
        raise ExportError(f"the export is not XML: {error}") from error
    channel = root.find("channel")
    if channel is None:
        raise ExportError("the export has no channel")
    return Export(
        channel=_texts(channel),
        authors=[_texts(node) for node in channel if _name(node) == "author"],
        items=[_item(node) for node in channel.iterfind("item")],
    )


def _name(node: ET.Element) -> str:
    """Return the name of an element without its namespace; `content` for what is encoded."""
    space, _, name = node.tag.rpartition("}")
    if name == "encoded":
        return "excerpt" if "excerpt" in space else "content"
    return name


def _texts(node: ET.Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for child in node:
        if not len(child):
            found.setdefault(_name(child), (child.text or "").strip("\r\n"))
    return found


def _item(node: ET.Element) -> Item:
    return Item(values=_texts(node), terms=list(_terms(node)), fields=dict(_fields(node)))


def _terms(node: ET.Element) -> Iterator[tuple[str, str, str]]:
    for child in node.iterfind("category"):
        yield child.get("domain", ""), child.get("nicename", ""), (child.text or "").strip()


def _fields(node: ET.Element) -> Iterator[tuple[str, str]]:
    for child in node:
        if _name(child) == "postmeta":
            texts = _texts(child)
            yield texts.get("meta_key", ""), texts.get("meta_value", "")
