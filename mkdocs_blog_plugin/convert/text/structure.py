"""The blocks that CommonMark sees in a text, as far as possible those that Python-Markdown sees.

markdown-it-py says where blocks begin and end; the lines themselves stay the author's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from markdown_it import MarkdownIt

from mkdocs_blog_plugin.convert.text import html_blocks
from mkdocs_blog_plugin.convert.text.attributes import attributes_of
from mkdocs_blog_plugin.convert.text.formulas import masked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from markdown_it.token import Token

    from mkdocs_blog_plugin.convert.text.flavour import Flavour

INDENT = "    "
DEEPEST = 24
"""Depth of nesting at which text stays as it is: nobody nests that deep, and each level is parsed again."""
NOTE = re.compile(r" {0,3}(?P<mark>\[\^[^\]\s]+\]:)[ \t]*(?P<text>.*)")
"""The beginning of the definition of a footnote."""
_ADMONITION = re.compile(r"(?:!!!|\?\?\?\+?) [\w-]+")
_KINDS: Final = {
    "blockquote_open": "quote", "bullet_list_open": "list", "code_block": "code", "fence": "fence",
    "heading_open": "heading", "hr": "rule", "html_block": "html", "ordered_list_open": "list",
    "paragraph_open": "paragraph", "table_open": "table",
}  # fmt: skip


@dataclass(frozen=True)
class Block:
    """A block of a container."""

    kind: str
    lines: list[str]
    """In the source, without the marks of containers around."""
    first: int
    """Index of its first line in the container."""
    last: int
    """Index of the line after it."""
    items: tuple[tuple[int, int], ...] = ()
    """Lines of each item of a list, from the list's first line on."""


def blocks_of(lines: list[str], flavour: Flavour) -> list[Block]:
    """Return the blocks of a container, given by its lines."""
    return list(_joined(lines, flavour))


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable("table")


def _hidden(lines: list[str], flavour: Flavour) -> list[str]:
    """Return `lines` with comments, which end a paragraph, for what only kramdown knows."""
    lines = masked(lines)
    if not flavour.kramdown:
        return lines
    return [re.sub(r"\S.*", "<!--{-->", line) if attributes_of(line) else line for line in lines]


def _blocks(lines: list[str], flavour: Flavour) -> Iterator[Block]:
    """Yield the blocks of a container; lines without a block (definitions of links) are `text`."""
    tokens = _parser().parse("\n".join(_hidden(lines, flavour)))
    done = 0
    for number, token in enumerate(tokens):
        if token.level or token.map is None or token.type not in _KINDS:
            continue
        first, last = token.map
        if first < done:
            continue
        yield from _uncovered(lines, done, first)
        while last > first and not lines[last - 1].strip() and token.type != "fence":
            last -= 1
        items = tuple(_items(tokens, number, first, last))
        yield Block(_kind(token, lines[first:last]), lines[first:last], first, last, items)
        done = last
    yield from _uncovered(lines, done, len(lines))


def _kind(token: Token, lines: list[str]) -> str:
    """Return the kind of block that a token with its lines is."""
    kind = _KINDS[token.type]
    if kind == "html" and attributes_of(lines[0]):
        return "attributes"
    return "formula" if kind == "html" and masked(lines) != lines else kind


def _items(
    tokens: Sequence[Token], number: int, first: int, last: int
) -> Iterator[tuple[int, int]]:
    if not tokens[number].type.endswith("list_open"):
        return
    for token in tokens[number + 1 :]:
        if token.level == 0:
            return
        if token.type == "list_item_open" and token.level == 1 and token.map:
            yield token.map[0] - first, min(token.map[1], last) - first


def _uncovered(lines: list[str], first: int, last: int) -> Iterator[Block]:
    """Yield runs of lines that are not a block."""
    start = None
    for number in range(first, last + 1):
        if number < last and lines[number].strip():
            start = number if start is None else start
        elif start is not None:
            yield Block("text", lines[start:number], start, number)
            start = None


def _joined(lines: list[str], flavour: Flavour) -> Iterator[Block]:
    """Yield blocks, joined where Python-Markdown sees one: an element, an admonition, a footnote."""
    ends = html_blocks.last_ends(lines) if flavour.kramdown else {}
    until = 0
    for block in _blocks(lines, flavour):
        if block.first >= until:
            whole = _whole(block, lines, ends, flavour) or block
            yield whole
            until = whole.last
        while block.first < until < block.last and (element := _element(lines, until, ends)):
            yield element
            until = element.last
        if block.first < until < block.last:
            for inner in _joined(lines[until : block.last], flavour):
                yield replace(inner, first=inner.first + until, last=inner.last + until)
            until = block.last


def _whole(
    block: Block, lines: list[str], ends: Mapping[str, int], flavour: Flavour
) -> Block | None:
    """Return the block that begins where `block` does and goes on where CommonMark's ends."""
    if block.kind == "paragraph" and _ADMONITION.match(block.lines[0]):
        end = _end_of_indented(lines, block.first + 1)
        return Block("admonition", lines[block.first : end], block.first, end)
    if block.kind in ("paragraph", "text") and _is_note(block.lines):
        end = _end_of_indented(lines, block.first + 1)
        return Block("note", lines[block.first : end], block.first, end)
    is_html = flavour.kramdown and block.kind == "html"
    return _element(lines, block.first, ends) if is_html else None


def _element(lines: list[str], first: int, ends: Mapping[str, int]) -> Block | None:
    """Return the element that begins on line `first`, if it has an end; `ends` are the last ones."""
    if not html_blocks.opening_block(lines[first]):
        return None
    end = html_blocks.end_of_element(lines, first, ends)
    if end is None:
        return None
    has_text = html_blocks.has_markdown(lines[first]) and end > first + 1
    return Block("element" if has_text else "raw", lines[first:end], first, end)


def _is_note(lines: list[str]) -> bool:
    """Return whether a block begins the definition of one footnote."""
    return bool(NOTE.match(lines[0])) and all(line.startswith(INDENT) for line in lines[1:])


def _end_of_indented(lines: list[str], start: int) -> int:
    """Return the line after the last one from `start` on that is indented as an admonition's text."""
    end = start
    for number in range(start, len(lines)):
        if lines[number].startswith(INDENT) and lines[number].strip():
            end = number + 1
        elif lines[number].strip():
            break
    return end
