"""Links in Markdown: replaced while the text around them stays as it is, or found."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from mkdocs_blog_plugin.posts.code import (
    change_lines,
    change_prose,
    lines_outside_code,
    split_spans,
)
from mkdocs_blog_plugin.posts.front_matter import parse_front_matter

if TYPE_CHECKING:
    from collections.abc import Callable

_DEFINITION = re.compile(r" {0,3}\[[^\]]+\]:[ \t]*(?:<(?P<angle>[^<>]+)>|(?P<bare>[^\s<>]+))")
_MARKDOWN = (
    r"""\]\([ \t]*+(?:<(?P<angle>[^<>]+)>"""
    r"""|(?P<bare>(?:[^\s()<>"']|\([^\s()<>]*\)|[ \t]++(?!["')]))+)(?=[ \t]*+(?:["')]|\Z)))"""
)
"""A target between angle brackets or quotes may have spaces and brackets. So may a bare one, as
Python-Markdown reads it: a title begins with a quote, and brackets come in pairs."""
_QUOTED = r"""(?:"(?P<double>[^"<>]+)"|'(?P<single>[^'<>]+)')"""
_LINK = re.compile(rf"{_MARKDOWN}|(?<![\w-])(?:href|src|poster)={_QUOTED}")
_FOLLOWED = re.compile(rf"{_MARKDOWN}|(?<![\w-])(?:href|src)={_QUOTED}")
"""The same without the attribute that Zensical leaves alone."""


def line_of_link(text: str, url: str) -> int | None:
    """Return the 1-based line of the first link to `url`, as written, in the body of the page `text`.

    Where the body has none, the line that mentions `url` first; None without one.
    """
    front_matter = parse_front_matter(text)
    link = re.compile(rf"(?<![\w%./-]){re.escape(url)}(?![\w%./?#-])")
    for number, line in lines_outside_code(front_matter.body):
        if link.search(line):
            return front_matter.body_line + number
    before, found, _ = text.partition(url)
    return before.count("\n") + 1 if found else None


def move_links(text: str, move: Callable[[str], str], links: re.Pattern[str] = _LINK) -> str:
    """Return Markdown with each target of a link, picture or HTML attribute replaced by `move`.

    Code stays as it is: blocks, and code spans on one line.
    """
    return change_lines(text, lambda line: _move_in_line(line, move, links))


def move_paths(text: str, move: Callable[[str], str | None]) -> str:
    """Return Markdown with other paths in its links and the attributes `href` and `src`.

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

    return move_links(text, moved, _FOLLOWED)


def _move_in_line(line: str, move: Callable[[str], str], links: re.Pattern[str]) -> str:
    definition = _DEFINITION.match(line)
    if definition:
        return _moved(definition, move) + line[definition.end() :]
    if "](" not in line and "=" not in line:
        return line
    return change_prose(
        split_spans(line), lambda part: links.sub(lambda found: _moved(found, move), part)
    )


def _moved(found: re.Match[str], move: Callable[[str], str]) -> str:
    """Return `found` with its target, the only group that it has, moved."""
    name = found.lastgroup or ""
    start, end = (place - found.start() for place in found.span(name))
    return found[0][:start] + move(found[name]) + found[0][end:]
