"""Tags and outputs of Liquid in a text that may have faults: where they begin and end."""

from __future__ import annotations

import re
from typing import Final

UNCLOSED = "\ue000"
"""Stands for a brace that begins nothing, which the lexer would search to the end for."""
_TAG = re.compile(r"\{%-?\s*(\w+)")
_BLOCKS = frozenset({
    "blockquote", "capture", "case", "codeblock", "comment", "details", "for", "highlight", "if",
    "ifchanged", "mermaid", "raw", "tablerow", "unless",
})  # fmt: skip
_ENDS: Final = {"{%": "%}", "{{": "}}"}


def without_unclosed(text: str) -> str:
    """Return `text` with marks in place of the braces after which no tag and no output ends."""
    for opening, closing in _ENDS.items():
        last = text.rfind(closing)
        rest = text[last + 1 :].replace(opening, UNCLOSED + opening[1].replace("{", UNCLOSED))
        text = text[: last + 1] + rest
    return text


def innermost_unclosed(text: str) -> int:
    """Return where the innermost tag begins whose end is missing, -1 where there is none."""
    stack: list[tuple[str, int]] = []
    for found in _TAG.finditer(text):
        name = found[1].removeprefix("end")
        if name == found[1]:
            stack.append((name, found.start()))
            continue
        while stack and stack.pop()[0] != name:
            pass
    opened = [place for name, place in stack if name in _BLOCKS]
    return opened[-1] if opened else -1


def extent(text: str, index: int) -> tuple[int, int]:
    """Return where the tag or output at `text[index]`, anywhere inside of it, begins and ends."""
    start = max(text.rfind("{%", 0, index + 2), text.rfind("{{", 0, index + 2), 0)
    end = text.find(_ENDS.get(text[start : start + 2], "%}"), start)
    return start, end + 2 if end >= 0 else min(start + 80, len(text))
