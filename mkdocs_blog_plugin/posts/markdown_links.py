"""Links in Markdown, replaced while the text around them stays as it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from mkdocs_blog_plugin.posts.code import change_prose, prose, split_spans

if TYPE_CHECKING:
    from collections.abc import Callable

_DEFINITION = re.compile(r"( {0,3}\[[^\]]+\]:[ \t]*<?)([^\s<>]+)")
_LINK = re.compile(r"""(\]\([ \t]*<?|(?<![\w-])(?:href|src|poster)=["'])([^\s()<>"']+)""")


def move_links(text: str, move: Callable[[str], str]) -> str:
    """Return Markdown with each target of a link, picture or HTML attribute replaced by `move`.

    Code stays as it is: blocks, and code spans on one line.
    """
    lines = text.split("\n")
    for number, line in prose(text):
        lines[number] = _move_in_line(line, move)
    return "\n".join(lines)


def move_paths(text: str, move: Callable[[str], str | None]) -> str:
    """Return Markdown with other paths in its links, as `move_links` finds them.

    Args:
        text: The Markdown.
        move: Gets each path, decoded, without query and fragment, and returns the one to write;
            None to leave it as it is. URLs with a scheme or a host are not asked for.
    """

    def moved(target: str) -> str:
        path = re.split("[?#]", target, maxsplit=1)[0]
        is_path = path and ":" not in path and not path.startswith("//")
        new = move(unquote(path)) if is_path else None
        return target if new is None else quote(new) + target[len(path) :]

    return move_links(text, moved)


def _move_in_line(line: str, move: Callable[[str], str]) -> str:
    definition = _DEFINITION.match(line)
    if definition:
        return definition[1] + move(definition[2]) + line[definition.end() :]
    if "](" not in line and "=" not in line:
        return line
    return change_prose(
        split_spans(line),
        lambda part: _LINK.sub(lambda found: found[1] + move(found[2]), part),
    )
