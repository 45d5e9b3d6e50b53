"""Code in Markdown as Python-Markdown reads it, indented blocks among it."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.convert.text.html_blocks import (
    end_of_element,
    last_ends,
    opening_block,
)
from mkdocs_blog_plugin.posts.code import prose, split_spans

if TYPE_CHECKING:
    from collections.abc import Iterator


def split_all_code(text: str) -> Iterator[tuple[str, bool]]:
    """Yield a whole text in parts, and whether each is code: a fenced or indented block, or a span.

    Lines of raw HTML are not code, however they are indented.
    """
    lines = text.split("\n")
    shown = {number for number, _ in prose(text)} | set(_in_html(lines))
    ended = [f"{line}\n" for line in lines[:-1]] + lines[-1:]
    for is_shown, run in groupby(enumerate(ended), key=lambda line: line[0] in shown):
        part = "".join(map(itemgetter(1), run))
        if is_shown:
            yield from split_spans(part)
        else:
            yield part, True


def _in_html(lines: list[str]) -> Iterator[int]:
    """Yield the numbers of the lines inside of elements that begin at the margin and are closed.

    After one that is not closed, no further one of its name is looked for: each look is at all lines.
    """
    ends = last_ends(lines)
    open_names: set[str] = set()
    done = 0
    for number, line in enumerate(lines):
        name = opening_block(line) if number >= done and line.startswith("<") else ""
        if not name or name in open_names:
            continue
        end = end_of_element(lines, number, ends)
        if end is None:
            open_names.add(name)
        else:
            yield from range(number, end)
            done = end
