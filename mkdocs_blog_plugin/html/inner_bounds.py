"""Where a block that is too long may be cut: between items, rows, lines or sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.html.markup import TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterator

_PARTS = frozenset({"li", "dd", "tr", "p"})
_LINE = re.compile(r"\n")
_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]?(?=\s)|[。！？]")
_NUMBERED = re.compile(r"\blinenos")


def inner_bounds(block: str) -> Iterator[int]:
    """Yield the places inside of `block`, the HTML of an element, where it may be cut, in order.

    A listing beside a column of numbers has none: a cut would take one without the other.
    """
    if _NUMBERED.search(block):
        return
    bound = _SENTENCE if block.lstrip()[:2].lower() == "<p" else None
    position = 0
    for token in TOKEN.finditer(block):
        if bound:
            yield from (found.end() for found in bound.finditer(block, position, token.start()))
        position = token.end()
        name = (token["name"] or "").lower()
        if name == "pre":
            bound = None if token["close"] else _LINE
        elif token["close"] and name in _PARTS:
            yield position
