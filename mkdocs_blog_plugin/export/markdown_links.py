"""The Markdown of ordinary pages, with the paths in its links changed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from mkdocs_blog_plugin.posts.body import inline_code, prose

if TYPE_CHECKING:
    from collections.abc import Callable

_TARGET = re.compile(
    r"""(\]\([ \t]*<?|^ {0,3}\[[^\]\n]+\]:[ \t]+<?|\b(?:href|src|poster)=["'])([^\s"'<>()#?]+)"""
)
"""The path of a link or picture, in Markdown or HTML, and the mark-up before it."""


def change_links(text: str, change: Callable[[str], str | None]) -> str:
    """Return Markdown with other paths in the links and pictures outside of code.

    Args:
        text: The Markdown.
        change: Gets each path, decoded, without query and fragment, and returns the one to write;
            None to leave it as it is. URLs with a scheme are not asked for.
    """

    def changed(found: re.Match[str]) -> str:
        path = found[2]
        new = None if ":" in path or path.startswith("//") else change(unquote(path))
        return found[0] if new is None else found[1] + quote(new)

    lines = text.split("\n")
    for number, line in prose(text):
        if "](" in line or "]:" in line or "=" in line:
            lines[number] = _outside_code(line, changed)
    return "\n".join(lines)


def _outside_code(line: str, changed: Callable[[re.Match[str]], str]) -> str:
    pieces = []
    position = 0
    for start, end in inline_code(line):
        pieces += [_TARGET.sub(changed, line[position:start]), line[start:end]]
        position = end
    return "".join([*pieces, _TARGET.sub(changed, line[position:])])
