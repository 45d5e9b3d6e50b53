"""The beginning of a post, for lists and feeds: cut out of the HTML that its page shows.

A separator decides where the excerpt ends. Without one, `auto` takes whole blocks and ends at the
bound that is nearest to the wanted number of words. Only what the excerpt needs is read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_blog_plugin.html.markup import (
    TOKEN,
    balanced,
    elements,
    is_headerlink,
    is_start,
    without,
)
from mkdocs_blog_plugin.html.separator import find_separator
from mkdocs_blog_plugin.html.text import count_pictures, count_words
from mkdocs_blog_plugin.html.title import without_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_blog_plugin.html.markup import Token
    from mkdocs_blog_plugin.settings import ExcerptSettings

WORDS_PER_PICTURE = 20
"""The room that a picture takes, in words, where an automatic excerpt is measured."""

OVERSIZED = 250
"""Words of a first block that is too long for a list."""

_LAST_BLOCKS = frozenset(
    {"p", "ul", "ol", "dl", "div", "pre", "table", "blockquote", "figure", "details", "section"}
)
"""Blocks that an automatic excerpt may end with: not a heading, a rule or an inline element."""
_WRAPPERS = frozenset({"div", "section", "article", "main"})
_STYLED = re.compile(r"[\s\"'](?:class|style)\s*=", re.IGNORECASE)
_SHOWN = frozenset("audio canvas embed hr iframe img input math object picture svg video".split())  # noqa: SIM905
_HEADING = re.compile(r"(</?[hH])([1-6])(?=[\s>])")
_HIGHEST_LEVEL = 3
"""A list page has its own title as h1 and those of its posts as h2."""

_PARTS = frozenset({"li", "dd", "tr", "p"})
_LINE = re.compile(r"\n")
_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]?(?=\s)|[。！？]")
_NUMBERED = re.compile(r"\blinenos")

_LEFT_OUT = re.compile(r"""\s(?:class="(?:footnote|toc)"|id="fnref)""")
_FOOTNOTES = '<div class="footnote">'


class Cut(NamedTuple):
    """The beginning of a post."""

    html: str
    """Balanced, ids and links as on the post's page; empty where nothing comes before the cut."""
    is_cut: bool
    """Whether the post has more than this, even if only footnotes."""
    has_separator: bool = False
    """Whether a separator ends the excerpt."""


def cut(html: str, settings: ExcerptSettings) -> Cut:
    """Return the excerpt of the post with the body `html`: up to its separator, or as the mode says.

    The h1 that the body begins with, footnotes and references to them, tables of contents, links
    beside headings, comments and scripts are left out; headings go down to h3 and below.
    """
    body = without_title(html)
    separator = find_separator(body, settings.separators)
    if separator is not None:
        return _cut_at(body, *separator, has_separator=True)
    is_automatic = settings.mode in ("auto", "description")
    end = _automatic_end(body, settings.words) if is_automatic else len(body)
    return _cut_at(body, end, end)


def automatic(html: str, words: int) -> Cut:
    """Return an excerpt of about `words` words of the body `html`, whatever separators it has."""
    body = without_title(html)
    end = _automatic_end(body, words)
    return _cut_at(body, end, end)


def has_content(html: str, start: int = 0) -> bool:
    """Return whether a reader would see anything of `html` from `start` on."""
    for token in TOKEN.finditer(html, start):
        if html[start : token.start()].strip():
            return True
        if is_start(token) and token["name"].lower() in _SHOWN:
            return True
        start = token.end()
    return bool(html[start:].strip())


def _cut_at(body: str, end: int, rest: int, *, has_separator: bool = False) -> Cut:
    """Return `body` up to `end` as an excerpt; what the post has beyond it begins at `rest`."""
    html = _presentable(body[:end])
    return Cut(
        html=html if has_content(html) else "",
        is_cut=has_content(body, rest) or _FOOTNOTES in body[:end],
        has_separator=has_separator,
    )


def _automatic_end(html: str, words: int) -> int:
    """Return where the block, or part of one, ends that brings the excerpt nearest to `words`.

    It is the end of `html` where little more than that would be left.
    """
    bounds = []
    for end, count in _bounds(html, words):
        bounds.append((abs(count - words), -end))
        if count >= words:
            break
    else:
        return len(html)
    end = -min(bounds)[1]
    return len(html) if _is_little(html[end:], words) else end


def _bounds(html: str, wanted: int) -> Iterator[tuple[int, int]]:
    """Yield the ends of the outermost blocks that an excerpt may end with, and the room up to them.

    There is none before the first text: a heading or a picture alone is not an excerpt. If the first
    block with text is oversized, and more than twice the `wanted` words, it may be cut inside.
    """
    position = room = 0
    has_text = False
    for start, end in elements(html, into=_is_wrapper):
        before, position = position, end
        block = html[before:end]
        if _is_left_out(start):
            continue
        words = count_words(block)
        is_last = start["name"].lower() in _LAST_BLOCKS
        if is_last and not has_text and words > max(2 * wanted, OVERSIZED):
            yield from _inside(html, before, start.start(), end, room)
        room += words + WORDS_PER_PICTURE * count_pictures(block)
        has_text = has_text or (is_last and words > 0)
        if is_last and has_text:
            yield end, room


def _inside(html: str, counted: int, start: int, end: int, room: int) -> Iterator[tuple[int, int]]:
    """Yield where the block from `start` to `end` may be cut, `room` being counted up to `counted`."""
    for bound in _inner_bounds(html[start:end]):
        room += count_words(html[counted : start + bound])
        counted = start + bound
        if room:
            yield counted, room


def _inner_bounds(block: str) -> Iterator[int]:
    """Yield the places inside of `block`, the HTML of an element, where it may be cut, in order.

    A listing beside a column of numbers has none: a cut would take one without the other.
    """
    if _NUMBERED.search(block):
        return
    bound = _SENTENCE if block.lstrip()[:2].lower() == "<p" else None
    position = 0
    for token in TOKEN.finditer(block):
        if bound:
            yield from (found.end() for found in bound.finditer(block, position, token.start()))
        position = token.end()
        name = (token["name"] or "").lower()
        if name == "pre":
            bound = None if token["close"] else _LINE
        elif token["close"] and name in _PARTS:
            yield position


def _is_wrapper(start: Token) -> bool:
    """Return whether `start` opens an element that only wraps blocks, for an attribute such as `dir`."""
    return start["name"].lower() in _WRAPPERS and not _STYLED.search(start["attributes"])


def _is_little(rest: str, words: int) -> bool:
    """Return whether `rest` is too short for a link to it."""
    return (
        len(rest) < 20 * words
        and count_words(rest) + WORDS_PER_PICTURE * count_pictures(rest) <= words // 4
    )


def _presentable(html: str) -> str:
    return _demoted(balanced(without(html, _is_left_out))).strip()


def _is_left_out(start: Token) -> bool:
    return is_headerlink(start) or (
        start["name"] in ("div", "sup") and _LEFT_OUT.match(start["attributes"]) is not None
    )


def _demoted(html: str) -> str:
    """Return `html` with its highest headings as h3, and the lower ones moved down by as much."""
    levels = [int(heading[2]) for heading in _HEADING.finditer(html)]
    shift = _HIGHEST_LEVEL - min(levels, default=_HIGHEST_LEVEL)
    return _HEADING.sub(lambda found: f"{found[1]}{min(int(found[2]) + shift, 6)}", html)
