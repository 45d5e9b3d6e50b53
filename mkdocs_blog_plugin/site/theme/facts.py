"""Facts that a template may print, as plain data, of which the text says all.

Another plugin may leave any object on a page: then nobody knows what it says to a template.
"""

from __future__ import annotations

from datetime import date, datetime
from types import NoneType
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup
from mkdocs.structure.toc import AnchorLink

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.structure import StructureItem

_SCALARS: Final = frozenset({str, Markup, int, float, bool, NoneType, date, datetime})
_SEPARATE: Final = frozenset(
    {"file", "parent", "children", "previous_page", "next_page", "content", "toc", "meta"}
    | {"markdown", "update_date", "links_to_anchors", "present_anchor_ids"}
    | {"_converter", "_Page__active", "_Section__active"}
)
"""Attributes that are looked at by themselves, or that a template cannot ask for unnoticed."""

_LINK: Final = frozenset({"title", "id", "level", "children", "active"})
"""Attributes of an entry in a table of contents; MkDocs sets the last one by its place."""
_KNOWN: Final = frozenset({"mkdocs", "properdocs", "material", "mkdocs_blog_plugin"})
"""Packages whose classes of pages, sections and links know no more than their attributes."""


class NotPlainError(ValueError):
    """A fact is not plain data."""


def text_of(value: object) -> str:
    """Return `value` as text that differs whenever a template may print something else.

    Raises:
        NotPlainError: it is not plain data.
    """
    _check(value)
    return repr(value)


def item_facts(item: StructureItem) -> list[object]:
    """Return the facts that a page, section or link knows by itself.

    Raises:
        NotPlainError: its class is another plugin's, and may know anything.
    """
    if type(item).__module__.partition(".")[0] not in _KNOWN:
        raise NotPlainError(type(item))
    found = {name: value for name, value in vars(item).items() if name not in _SEPARATE}
    return [type(item).__name__, found]


def link_facts(links: Iterable[AnchorLink]) -> str:
    """Return the entries of a table of contents.

    Raises:
        NotPlainError: another plugin has changed more than their texts.
    """
    return f"[{','.join(map(_link_fact, links))}]"


def _link_fact(link: AnchorLink) -> str:
    if type(link) is not AnchorLink or not vars(link).keys() <= _LINK:
        raise NotPlainError(link)
    return f"{link.title!r} {link.id!r} {link.level} {link_facts(link.children)}"


def _check(value: Any) -> None:
    kind = type(value)
    if kind in _SCALARS:
        return
    if kind is list or kind is tuple:
        for item in value:
            _check(item)
    elif kind is dict:
        for key, item in value.items():
            _check(key)
            _check(item)
    else:
        raise NotPlainError(kind)
