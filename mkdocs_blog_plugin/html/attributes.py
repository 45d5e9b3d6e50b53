"""The attributes of start tags: read, changed and dropped, entities decoded, quotes kept."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.html.markup import TOKEN, Token, is_start

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TypeAlias

    Change: TypeAlias = Callable[[str, str, str], str | None]

_ATTRIBUTE = re.compile(
    r"""(?P<space>[\s/]*+)(?P<name>[^\s"'<>/=]++)"""
    r"""(?:(?P<is>\s*=\s*)(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'<>]++)))?"""
)


def named(*names: str) -> re.Pattern[str]:
    """Return what finds tags that may have one of the attributes `names`, patterns themselves."""
    return re.compile(rf"[\s/\"'](?:{'|'.join(names)})\s*=", re.IGNORECASE)


def values(html: str, names: re.Pattern[str]) -> Iterator[tuple[str, str, str]]:
    """Yield tag, attribute and decoded value of the attributes in tags that `names` finds."""
    for token in TOKEN.finditer(html):
        if is_start(token) and names.search(token["attributes"]):
            for attribute in _ATTRIBUTE.finditer(token["attributes"]):
                if attribute["is"]:
                    yield token["name"].lower(), attribute["name"].lower(), _value(attribute)


def changed(html: str, names: re.Pattern[str], change: Change) -> str:
    """Return `html` with other values of the attributes in tags that `names` finds.

    `change` gets tag and attribute in lower case and the decoded value, and returns the value to
    write or None to drop the attribute. Values that stay are left as they were written.
    """

    def in_tag(token: Token) -> str:
        if not is_start(token) or not names.search(token["attributes"]):
            return token[0]
        tag = token["name"].lower()
        attributes = _ATTRIBUTE.sub(lambda found: _changed(tag, found, change), token["attributes"])
        return f"<{token['name']}{attributes}>"

    return TOKEN.sub(in_tag, html)


def _value(attribute: re.Match[str]) -> str:
    raw = attribute["double"] or attribute["single"] or attribute["bare"] or ""
    return unescape(raw) if "&" in raw else raw


def _changed(tag: str, attribute: re.Match[str], change: Change) -> str:
    if not attribute["is"]:
        return attribute[0]
    old = _value(attribute)
    new = change(tag, attribute["name"].lower(), old)
    if new is None:
        return ""
    if new == old:
        return attribute[0]
    quote, entity = ("'", "&#39;") if attribute["single"] is not None else ('"', "&quot;")
    value = new.replace("&", "&amp;").replace(quote, entity)
    return f"{attribute['space']}{attribute['name']}={quote}{value}{quote}"
