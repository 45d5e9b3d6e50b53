"""The Markdown of a post before its conversion: its headings, links, and leftovers of other engines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

import markdown
from markupsafe import Markup

from mkdocs_blog_plugin.posts.code import lines_outside_code, without_spans
from mkdocs_blog_plugin.text import one_line
from mkdocs_blog_plugin.urls.paths import url_parts

if TYPE_CHECKING:
    from collections.abc import Iterable

_SETEXT = re.compile(r"=+[ \t]*")
_INVISIBLE = re.compile(r"(?:[ \t]*+\n| {0,3}\*?\[[^\[\]\n]++\]:[ \t]*+\S[^\n]*+(?:\n|\Z))*+")
"""Lines that are not printed: blank lines, and definitions of links, notes, abbreviations."""
_ATTRIBUTES = re.compile(r"\{:?[ \t]*[#.\w][^{}]*\}$")
_INLINE = re.compile(r"[*_`<&\\\[!]")
_PICTURE = re.compile(r'<img alt="([^"]*)"[^<>]*+>')
_MAX_INLINE = 500
"""Longest heading that is parsed as Markdown: its parser takes quadratic time."""
_TARGET = re.compile(r"""(?:\]\(|\]:|=["'])[ \t]*<?([^\s"'<>()]+)""")
"""The target of a link or a picture, in Markdown or HTML."""
_LEFTOVER = re.compile(r"\{%.*?%\}|(?<!\$)\{\{.*?\}\}|\{%|(?<!\$)\{\{")
"""A Liquid tag or a shortcode; `${{ … }}` is an expression of a workflow."""


class Leftover(NamedTuple):
    """A Liquid tag or a Hugo shortcode."""

    line: int
    """0-based, in the body."""
    text: str


def opening_heading(body: str) -> str:
    """Return the ATX h1 on the first non-blank line as written, empty without one.

    Material makes slugs from this heading and from no other.
    """
    first = body.lstrip().partition("\n")[0].strip()
    return first.lstrip("# ") if first.startswith("# ") else ""


def first_heading(body: str) -> str:
    """Return the h1 with which Markdown begins as plain text; empty if it is a template's.

    As for MkDocs, a heading further down is not a title.
    """
    invisible = _INVISIBLE.match(body)
    lines = [*body[invisible.end() if invisible else 0 :].split("\n", 2), ""]
    if lines[0].startswith("#") and not lines[0].startswith("##"):
        text = lines[0].rstrip("#").removeprefix("#")
    else:
        text = lines[0] if _SETEXT.fullmatch(lines[1]) else ""
    return "" if _LEFTOVER.search(text) else text_of_heading(text)


def text_of_heading(inline: str) -> str:
    """Return the heading `inline`, a line of Markdown, as plain text; pictures as their alternative text."""
    bare = _ATTRIBUTES.sub("", inline.strip()).rstrip()
    if len(bare) > _MAX_INLINE or not _INLINE.search(bare):
        return one_line(bare)
    heading = _PICTURE.sub(r"\1", markdown.markdown(f"# {bare}"))
    return one_line(Markup(heading).striptags())  # noqa: S704 - text, to be escaped


def link_targets(text: str) -> tuple[str, ...]:
    """Return the targets of links and pictures as written, each once, without those that are URLs."""
    targets = (target for target in _TARGET.findall(text) if "://" not in target)
    return tuple(dict.fromkeys(targets))


def linked_paths(text: str) -> tuple[str, ...]:
    """Return the paths of links and pictures, decoded, each once, without those that are URLs."""
    return paths_of(link_targets(text))


def paths_of(targets: Iterable[str]) -> tuple[str, ...]:
    """Return the paths in the targets of links, decoded, each once."""
    paths = (unquote(re.split("[?#]", target, maxsplit=1)[0]) for target in targets)
    return tuple(dict.fromkeys(filter(None, paths)))


def anchors_of(targets: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return path and anchor of each target that has an anchor, decoded."""
    parts = filter(None, (url_parts(target) for target in targets if "#" in target))
    return tuple((unquote(part.path), unquote(part.fragment)) for part in parts if part.fragment)


def plain_headings(text: str) -> list[str]:
    """Return the ATX headings of Markdown that have no inline markup, and only those."""
    lines = [line for _, line in lines_outside_code(text) if line.startswith("#")]
    return [line.strip("# \t") for line in lines if not _INLINE.search(line)]


def first_leftover(body: str) -> Leftover | None:
    """Return the first Liquid tag or Hugo shortcode outside of code."""
    if "{{" not in body and "{%" not in body:
        return None
    for number, line in lines_outside_code(body):
        found = _LEFTOVER.search(line) and _LEFTOVER.search(without_spans(line))
        if found:
            return Leftover(number, found[0])
    return None
