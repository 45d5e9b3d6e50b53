"""The lines of a text: their numbers, and their indentation."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def line_numbers(text: str) -> Callable[[int], int]:
    """Return a function that gives the 1-based line of an index of `text`, without counting anew each time."""
    breaks = [found.start() for found in re.finditer("\n", text)]
    return lambda index: bisect_left(breaks, index) + 1


def dedented(line: str, width: int) -> str:
    """Return `line` without its first `width` spaces, or without as many as it begins with."""
    spaces = len(line) - len(line.lstrip(" "))
    return line[min(width, spaces) :]


def indented(text: str, indent: str) -> str:
    """Return `text` with `indent` before each of its lines but the first and empty ones."""
    return re.sub(r"\n(?=[^\n])", f"\n{indent}", text) if indent else text
