"""Code in Markdown: blocks between fences, indented blocks, and spans inside of text.

As CommonMark has it, and pymdownx.superfences with it: a fence may stand in a quote or behind the
marker of a list, and the code ends with the quote.
"""

from __future__ import annotations

import re
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.posts.elements import opened, raw_element

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_OPENING = re.compile(
    r"(?P<before>[ \t>]*+(?:(?:[-*+]|\d{1,9}[.)])[ \t]++)*+)(?P<fence>`{3,}+(?![^`]*`)|~{3,}+)"
)
_CLOSING = re.compile(r"[ \t>]*+(?P<fence>`{3,}+|~{3,}+)\s*")
_CONTAINER = re.compile(r"[ \t]*(?:[-*+:]|\d+[.)]|!!!|\?\?\?|===|\[\^)")
"""The beginning of a block whose further lines are indented: a list, an admonition, a tab, a note."""
_BACKTICKS = re.compile(r"`++|\n[ \t]*+(?=\n)")
"""A run of backticks, or a blank line, which no span crosses."""


def fenced(lines: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Yield each line, and whether it belongs to a fenced block: the fences do, too.

    A block without an end goes on to the last line.
    """
    fence, in_quote = "", False
    for line in lines:
        if fence and in_quote and not line.lstrip().startswith(">"):
            fence = ""
        if fence:
            yield line, True
            closing = _CLOSING.fullmatch(line)
            if closing and closing["fence"].startswith(fence):
                fence = ""
            continue
        opening = _OPENING.match(line) if "```" in line or "~~~" in line else None
        if opening:
            fence, in_quote = opening["fence"], ">" in opening["before"]
        yield line, opening is not None


def lines_outside_code(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that are not in blocks of code, with their 0-based numbers.

    Lines inside an HTML element are not code, however far they are indented.
    """
    is_after_blank, is_in_container = True, False
    element, depth = "", 0
    for number, (line, is_fenced) in enumerate(fenced(text.split("\n"))):
        if is_fenced:
            continue
        is_blank, is_indented = not line.strip(), line.startswith(("    ", "\t"))
        if not is_blank and not is_indented and (is_after_blank or _CONTAINER.match(line)):
            is_in_container = _CONTAINER.match(line) is not None
        if not depth:
            element = raw_element(line)
        if element:
            depth = max(0, depth + opened(element, line))
        is_code = is_indented and is_after_blank and not (is_in_container or depth)
        if not is_code:
            yield number, line
        is_after_blank = is_blank or is_code


def spans(text: str) -> list[tuple[int, int]]:
    """Return start and end of each code span: it lies between two runs of as many backticks.

    A backslash takes the first backtick from a run that would begin a span, and none from one that
    ends it.
    """
    if "`" not in text:
        return []
    runs = list(_runs(text))
    following: dict[tuple[int, int], int] = {}
    spans_by_run: dict[int, tuple[int, int]] = {}
    for number in range(len(runs) - 1, -1, -1):
        start, end, paragraph = runs[number]
        begin = start + _is_escaped(text, start)
        last = following.get((paragraph, end - begin))
        if last is not None:
            spans_by_run[number] = (begin, runs[last][1])
        following[paragraph, end - start] = number
    found: list[tuple[int, int]] = []
    for number in sorted(spans_by_run):
        if not found or runs[number][0] >= found[-1][1]:
            found.append(spans_by_run[number])
    return found


def _runs(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield start, end and number of the paragraph of each run of backticks."""
    paragraph = 0
    for found in _BACKTICKS.finditer(text):
        if found[0].startswith("`"):
            yield *found.span(), paragraph
        else:
            paragraph += 1


def _is_escaped(text: str, place: int) -> bool:
    """Return whether an odd number of backslashes stands before `place`."""
    start = place
    while start and text[start - 1] == "\\":
        start -= 1
    return (place - start) % 2 == 1


def split_spans(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the text of paragraphs in parts, and whether each is a code span."""
    done = 0
    for start, end in spans(text):
        yield text[done:start], False
        yield text[start:end], True
        done = end
    yield text[done:], False


def split_code(text: str) -> Iterator[tuple[str, bool]]:
    """Yield a whole text in parts, and whether each is a fenced block or a code span."""
    lines = re.findall(r"[^\n]*\n|[^\n]+", text)
    for is_fenced, run in groupby(fenced(lines), key=itemgetter(1)):
        part = "".join(line for line, _ in run)
        if is_fenced:
            yield part, True
        else:
            yield from split_spans(part)


def split_all_code(text: str) -> Iterator[tuple[str, bool]]:
    """Yield a whole text in parts, and whether each is code: a fenced or indented block, or a span."""
    shown = {number for number, _ in lines_outside_code(text)}
    lines = enumerate(re.findall(r"[^\n]*\n|[^\n]+", text))
    for is_shown, run in groupby(lines, key=lambda line: line[0] in shown):
        part = "".join(map(itemgetter(1), run))
        if is_shown:
            yield from split_spans(part)
        else:
            yield part, True


def change_prose(parts: Iterable[tuple[str, bool]], change: Callable[[str], str]) -> str:
    """Return `parts` put together again, those changed that are not code."""
    return "".join(part if is_code else change(part) for part, is_code in parts)


def change_lines(text: str, change: Callable[[str], str]) -> str:
    """Return `text` with the lines outside of code changed."""
    lines = text.split("\n")
    for number, line in lines_outside_code(text):
        lines[number] = change(line)
    return "\n".join(lines)


def without_spans(line: str) -> str:
    """Return a line without its code spans."""
    return "".join(part for part, is_code in split_spans(line) if not is_code)


def without_code(text: str) -> str:
    """Return the lines outside of code, without their code spans."""
    return "\n".join(without_spans(line) for _, line in lines_outside_code(text))
