"""Blocks, written so that Python-Markdown sees what CommonMark has seen.

What lies in a list item or a quote is a text of its own, converted the same way.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.convert.text import html_blocks
from mkdocs_blog_plugin.convert.text.attributes import (
    Attributes,
    admonition,
    attributes_of,
    convert_extensions,
)
from mkdocs_blog_plugin.convert.text.fences import convert_fence, convert_info
from mkdocs_blog_plugin.convert.text.headings import keep_ids
from mkdocs_blog_plugin.convert.text.inline import convert_inline
from mkdocs_blog_plugin.convert.text.lines import dedented
from mkdocs_blog_plugin.convert.text.structure import DEEPEST, INDENT, NOTE, Block, blocks_of
from mkdocs_blog_plugin.convert.text.tables import convert_table, is_table
from mkdocs_blog_plugin.posts.code import change_prose, split_spans

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_blog_plugin.convert.text.flavour import Flavour

_MARKER = re.compile(r"(?P<indent> *)(?P<marker>[-+*]|\d{1,9}[.)])(?P<gap>[ \t]+|$)(?P<rest>.*)")
_QUOTE = re.compile(r" {0,3}> ?")
_ALERT = re.compile(r"\[!(\w+)\][+-]?\s*(.*)")
_DEFINITION = re.compile(r"\s*(?::[ \t]|\[\^[^\]\s]+\]:)")
_LOOKS_LIKE_ITEM = re.compile(r"(\d{1,9})([.)])(?=[ \t])|([-+*])(?=[ \t])")
_HASH = re.compile(r"#{1,6}(?![ \t#]|$)")
_TRAILING_BRACES = re.compile(r"\{(?!:|[ ]*[#.][\w-]|[ ]*[\w-]+=)([^{}\n]*\}\s*)$")
_LOOSE_ATTRIBUTES = re.compile(r"(?:^|(?<=\S))[ \t]*(?<!\S)\{:(?![:/])[^{}\n]*\}")
"""An attribute list that belongs to nothing, because a space stands before it; kramdown drops it."""
_CODE_INDENT = 5
"""Spaces after the marker of an item that begins with indented code: one, and those of the code."""
_INLINE_FIRST = ("paragraph", "heading", "list")
"""Blocks that can stand on the line of an item's marker."""


def convert_blocks(body: str, flavour: Flavour) -> str:
    """Return the Markdown `body` for Python-Markdown."""
    text = convert_extensions(body) if flavour.kramdown else body
    lines = [_untabbed(line) for line in text.split("\n")]
    return keep_ids("\n".join(_convert(lines, flavour)).strip("\n") + "\n")


def _untabbed(line: str) -> str:
    """Return a line with spaces in place of the tabs at its beginning, and after a list marker."""
    bare = line.lstrip(" \t")
    if bare == line:
        found = _MARKER.match(line)
        return line.expandtabs(4) if found and "\t" in found["gap"] else line.rstrip("\r")
    return line[: len(line) - len(bare)].expandtabs(4) + bare.rstrip("\r")


def _convert(lines: list[str], flavour: Flavour, depth: int = 0) -> list[str]:
    """Return the lines of a container other than an item, converted."""
    if depth > DEEPEST:
        return lines
    return _written(blocks_of(lines, flavour), lines, flavour, depth, is_item=False)


def _written(
    blocks: list[Block], lines: list[str], flavour: Flavour, depth: int, *, is_item: bool
) -> list[str]:
    """Return the lines of a container whose blocks are known; an item may have lists below its text."""
    result: list[str] = []
    previous: Block | None = None
    ends = html_blocks.last_ends(lines)
    for number, block in enumerate(blocks):
        written = _Writer(flavour, depth, ends, blocks, number).write()
        if previous and written and result and not _is_tight(previous, block, is_item=is_item):
            result.append("")
        result += written
        previous = block if written else previous
    return result


def _is_tight(previous: Block, block: Block, *, is_item: bool) -> bool:
    """Return whether no blank line is needed: a list below the text of an item."""
    is_nested = is_item and previous.kind == "paragraph" and block.kind == "list"
    return (is_nested or "text" in (previous.kind, block.kind)) and previous.last == block.first


@dataclass(frozen=True)
class _Writer:
    """Writes one block of a container."""

    flavour: Flavour
    depth: int
    ends: Mapping[str, int]
    """The last line of the container with an end tag of each element, by name."""
    blocks: list[Block]
    number: int

    @property
    def block(self) -> Block:
        return self.blocks[self.number]

    def write(self) -> list[str]:
        """Return the lines of the block, by the method called as its kind; none if another has them."""
        kind = self.block.kind
        if kind in ("text", "raw", "code"):
            return self.block.lines
        return getattr(self, f"_{kind}")()  # type: ignore[no-any-return]

    def _formula(self) -> list[str]:
        return [line.strip() for line in self.block.lines]

    def _rule(self) -> list[str]:
        return ["---"]

    def _html(self) -> list[str]:
        closed = [name for name, line in self.ends.items() if line >= self.block.last]
        return html_blocks.convert_html(self.block.lines, closed)

    def _element(self) -> list[str]:
        """Return an element with Markdown inside: its tags as they are, the rest converted."""
        first, *inner, last = self.block.lines
        return [first, "", *_convert(inner, self.flavour, self.depth + 1), "", last]

    def _admonition(self) -> list[str]:
        """Return an admonition that is one already: its heading as it is, its text converted."""
        heading, *inner = self.block.lines
        body = _convert(
            [dedented(line, len(INDENT)) for line in inner], self.flavour, self.depth + 1
        )
        return [heading, "", *(INDENT + line if line else line for line in body)]

    def _note(self) -> list[str]:
        """Return the definition of a footnote, what is indented below it converted."""
        first, *inner = self.block.lines
        found = NOTE.match(first)
        assert found is not None
        body = [found["text"], *(dedented(line, len(INDENT)) for line in inner)]
        content = _convert(body, self.flavour, self.depth + 1) or [""]
        rest = [INDENT + line if line else line for line in content[1:]]
        return [f"{found['mark']} {content[0]}".rstrip(), *rest]

    def _inline(self, lines: list[str]) -> list[str]:
        return convert_inline("\n".join(lines), self.flavour).split("\n")

    def _paragraph(self) -> list[str]:
        lines = self.block.lines
        if self.flavour.kramdown and is_table(lines):
            return self._inline(convert_table(lines))
        if self.flavour.kramdown and [line.strip() for line in lines] == ["^"]:
            return ["<!-- -->"]
        if any(_DEFINITION.match(line) for line in lines):
            return self._inline(lines)
        attributes = self._following()
        if self.flavour.kramdown:
            text = split_spans("\n".join(lines))
            kept = change_prose(text, lambda prose: _LOOSE_ATTRIBUTES.sub("", prose))
            lines = kept.split("\n")
        bare = [_escaped(line.lstrip(), is_first=not n) for n, line in enumerate(lines)]
        bare[-1] = _TRAILING_BRACES.sub(r"\\{\1", bare[-1])
        return [*self._inline(bare), *attributes]

    def _heading(self) -> list[str]:
        lines = [line.strip() for line in self.block.lines]
        if not lines[0].startswith("#"):
            level = "#" if lines[-1].startswith("=") else "##"
            lines = [f"{level} {' '.join(lines[:-1])}"]
        text = _TRAILING_BRACES.sub(r"\\{\1", self._inline(lines)[0])
        attributes = self._following()
        return [" ".join([text.rstrip("#").rstrip() if attributes else text, *attributes])]

    def _table(self) -> list[str]:
        lines = convert_table(self.block.lines) if self.flavour.kramdown else self.block.lines
        return self._inline([line.strip() for line in lines])

    def _fence(self) -> list[str]:
        lines = convert_fence(self.block.lines)
        attributes = self._attributes_after()
        if attributes and attributes.language and not lines[0].strip("`~"):
            lines[0] += convert_info(attributes.language)
        if attributes and attributes.file and "title=" not in lines[0]:
            info = lines[0].lstrip("`~")
            mark = lines[0].removesuffix(info)
            lines[0] = mark + convert_info(f'{info or "text"} title="{attributes.file}"')
        is_of_list = self.block.lines[0].startswith(" ") and self._previous_kind() == "list"
        return [INDENT + line if line else line for line in lines] if is_of_list else lines

    def _quote(self) -> list[str]:
        inner = [_QUOTE.sub("", line, count=1) for line in self.block.lines]
        alert = _ALERT.fullmatch(inner[0].strip())
        attributes = self._attributes_after()
        kind = admonition(alert[1]) if alert else attributes.admonition if attributes else ""
        if not kind:
            body = _convert(inner, self.flavour, self.depth + 1)
            return [f"> {line}".rstrip() if not line else f"> {line}" for line in body]
        title = f' "{alert[2]}"' if alert and alert[2] else ""
        body = _convert(inner[1:] if alert else inner, self.flavour, self.depth + 1)
        return [f"!!! {kind}{title}", "", *(INDENT + line if line else line for line in body)]

    def _attributes(self) -> list[str]:
        """Return an attribute list that belongs to nothing which can have one: a lone TOC, or none."""
        found = attributes_of(" ".join(self.block.lines))
        is_toc = found and found.is_toc and self._previous_kind() != "list"
        return ["[TOC]"] if is_toc else []

    def _list(self) -> list[str]:
        lines = self.block.lines
        attributes = self._attributes_after()
        if attributes and attributes.is_toc:
            return ["[TOC]"]
        result: list[str] = []
        previous: list[str] = []
        for first, last in self.block.items:
            item = lines[first:last]
            if result and not lines[first - 1].strip():
                result.append("")
            while item and not item[-1].strip():
                item.pop()
            written = self._item(item)
            if result and result[-1] and "" in previous:
                result.append("")
            previous = written
            result += written
        return result

    def _item(self, lines: list[str]) -> list[str]:
        """Return an item of a list, its content indented by four spaces."""
        found = _MARKER.match(lines[0])
        if not found:
            return lines
        marker = found["marker"].replace(")", ".")
        gap = len(found["gap"]) if found["rest"] else 1
        begins_with_code = gap >= _CODE_INDENT
        width = len(found["indent"]) + len(found["marker"]) + (1 if begins_with_code else gap)
        first = " " * (gap - 1 if begins_with_code else 0) + found["rest"]
        inner = [first, *(dedented(line, width) for line in lines[1:])]
        blocks = blocks_of(inner, self.flavour)
        kind = blocks[0].kind if blocks else ""
        content = inner
        if self.depth < DEEPEST:
            content = _written(blocks, inner, self.flavour, self.depth + 1, is_item=True)
        if not content:
            return [f"{marker} "]
        rest = [INDENT + line if line else line for line in content]
        if kind in _INLINE_FIRST:
            return [f"{marker} {content[0]}", *rest[1:]]
        return [f"{marker} ", "", *rest]

    def _previous_kind(self) -> str:
        return self.blocks[self.number - 1].kind if self.number else ""

    def _attributes_after(self) -> Attributes | None:
        """Return the attribute list on the line below the block."""
        if self.number + 1 >= len(self.blocks):
            return None
        following = self.blocks[self.number + 1]
        if following.kind != "attributes" or following.first != self.block.last:
            return None
        return attributes_of(" ".join(following.lines))

    def _following(self) -> list[str]:
        """Return the attribute lists of the block: below it, or above it with a blank line before."""
        found = self._attributes_after()
        if not found and self._previous_kind() == "attributes":
            before = self.blocks[self.number - 1]
            is_free = self.number < 2 or self.blocks[self.number - 2].last < before.first  # noqa: PLR2004 - the block before
            if is_free and before.last == self.block.first:
                found = attributes_of(" ".join(before.lines))
        return [str(found)] if found and not found.is_toc else []


def _escaped(line: str, *, is_first: bool) -> str:
    """Return a line of a paragraph so that it does not begin another block."""
    if _HASH.match(line):
        return f"\\{line}"
    found = None if is_first else _LOOKS_LIKE_ITEM.match(line)
    if not found:
        return line
    marker = f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}"
    return marker + line[found.end() :]
