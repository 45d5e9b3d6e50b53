"""Formulas on lines of their own, hidden from a parser that knows nothing of them."""

from __future__ import annotations

import re

from mkdocs_blog_plugin.posts.code import fenced

_BEGIN = re.compile(r"\s*\\begin\{([a-z]+\*?)\}")
_LONGEST = 400
"""Lines of the longest formula; what is longer has lost its end."""


def masked(lines: list[str]) -> list[str]:
    """Return `lines` with a comment in place of each formula of whole lines, indented as it is."""
    if not any("$$" in line or "\\begin{" in line for line in lines):
        return lines
    result = list(lines)
    done = 0
    for number, (_, in_code) in enumerate(fenced(lines)):
        end = None if in_code or number < done else _end(lines, number)
        if end is not None:
            _hide(result, number, end)
            done = end + 1
    return result


def _end(lines: list[str], start: int) -> int | None:
    """Return the last line of the formula that begins on line `start`, None without one."""
    bare = lines[start].strip()
    begin = _BEGIN.match(lines[start])
    if begin:
        closing = f"\\end{{{begin[1]}}}"
    elif bare.startswith("$$"):
        closing = "$$"
        if len(bare) > len("$$$$") and bare.endswith("$$"):
            return start if bare.count("$$") == len("$$") else None
        if bare.count("$$") > 1:
            return None
    else:
        return None
    for number in range(start + (closing == "$$"), min(len(lines), start + _LONGEST)):
        if lines[number].rstrip().endswith(closing):
            return number
    return None


def _hide(lines: list[str], first: int, last: int) -> None:
    indent = lines[first][: len(lines[first]) - len(lines[first].lstrip())]
    for number in range(first, last + 1):
        lines[number] = f"{indent}x"
    lines[first] = f"{indent}<!--"
    lines[last] = f"{indent}-->" if last > first else f"{indent}<!---->"
