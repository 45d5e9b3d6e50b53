"""Links in Markdown, replaced while the text around them stays as it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.posts.body import inline_code

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_DEFINITION = re.compile(r"( {0,3}\[[^\]]+\]:[ \t]*<?)([^\s<>]+)")
_LINK = re.compile(r"""(\]\([ \t]*<?|\s(?:href|src|poster)=["'])([^\s()<>"']+)""")


def move_links(text: str, move: Callable[[str], str]) -> str:
    """Return Markdown with each target of a link, picture or HTML attribute replaced by `move`.

    Code stays as it is: fenced blocks, and code spans on one line.
    """
    return "\n".join(
        line if in_code else _move_in_line(line, move)
        for line, in_code in with_code(text.split("\n"))
    )


def with_code(lines: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Yield each line of Markdown, and whether it belongs to a fenced block of code."""
    fence = ""
    for line in lines:
        found = _FENCE.match(line)
        yield line, bool(fence or found)
        if found and not fence:
            fence = found[1]
        elif found and found[1].startswith(fence) and not line[found.end() :].strip():
            fence = ""


def _move_in_line(line: str, move: Callable[[str], str]) -> str:
    definition = _DEFINITION.match(line)
    if definition:
        return definition[1] + move(definition[2]) + line[definition.end() :]
    return "".join(
        part if is_code else _LINK.sub(lambda found: found[1] + move(found[2]), part)
        for part, is_code in _parts(line)
    )


def _parts(line: str) -> Iterator[tuple[str, bool]]:
    """Yield the parts of a line, and whether each is a code span."""
    position = 0
    for start, end in inline_code(line):
        yield line[position:start], False
        yield line[start:end], True
        position = end
    yield line[position:], False
