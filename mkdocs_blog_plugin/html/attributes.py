"""The attributes of start tags: read, changed and dropped, entities decoded, quotes kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.html.markup import BLANK, TOKEN, Token, is_start
from mkdocs_blog_plugin.text import decoded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TypeAlias

    Change: TypeAlias = Callable[[str, str, str], str | None]

_ATTRIBUTE = re.compile(
    rf"""(?P<space>[{BLANK}/]*+)(?:(?P<name>[^{BLANK}/>][^{BLANK}/>=]*+)"""
    rf"""(?:(?P<is>[{BLANK}]*+=[{BLANK}]*+)"""
    rf"""(?:"(?P<double>[^"]*+)"|'(?P<single>[^']*+)'|(?P<bare>[^{BLANK}>"'][^{BLANK}>]*+))?+)?+)?+"""
)
"""An attribute with the text before it, or the rest if there is none: each character is read once."""
_REFERENCE = re.compile(r"&(?:#[0-9a-zA-Z]++;?|[a-zA-Z][0-9a-zA-Z]*+(?:;|(?![=0-9a-zA-Z])))")
"""A character reference as it counts in attributes: `&copy=` is a part of an address."""


def named(*names: str) -> re.Pattern[str]:
    """Return a pattern for tags that may have one of the attributes `names`, which are patterns too."""
    return re.compile(rf"[\s/\"'](?:{'|'.join(names)})\s*=", re.IGNORECASE)


def values(html: str, names: re.Pattern[str]) -> Iterator[tuple[str, str, str]]:
    """Yield tag, attribute and decoded value of the attributes in tags that `names` finds."""
    for token in TOKEN.finditer(html):
        if is_start(token) and names.search(token["attributes"]):
            for name, value in read(token["attributes"]):
                yield token["name"].lower(), name, value


def read(attributes: str) -> Iterator[tuple[str, str]]:
    """Yield name, in lower case, and decoded value of those `attributes` of a tag that have one."""
    for attribute in _ATTRIBUTE.finditer(attributes):
        if attribute["is"]:
            yield attribute["name"].lower(), _value(attribute)


def changed(html: str, names: re.Pattern[str], change: Change) -> str:
    """Return `html` with other values of the attributes in tags that `names` finds.

    `change` gets tag and attribute in lower case and the decoded value, and returns the value to
    write or None to drop the attribute. Values that stay are left as they were written.
    """

    def in_tag(token: Token) -> str:
        if not is_start(token) or not names.search(token["attributes"]):
            return token[0]
        start, end = (place - token.start() for place in token.span("attributes"))
        attributes = "".join(_rewritten(token["name"].lower(), token["attributes"], change))
        return f"{token[0][:start]}{attributes}{token[0][end:]}"

    return TOKEN.sub(in_tag, html)


def _rewritten(tag: str, attributes: str, change: Change) -> Iterator[str]:
    """Yield `attributes` one by one, each with a space before it, even if the one before is dropped."""
    for attribute in _ATTRIBUTE.finditer(attributes):
        piece = _changed(tag, attribute, change)
        yield f" {piece}" if piece and not attribute["space"] else piece


def _value(attribute: re.Match[str]) -> str:
    raw = attribute["double"] or attribute["single"] or attribute["bare"] or ""
    return _REFERENCE.sub(lambda found: decoded(found[0]), raw) if "&" in raw else raw


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
