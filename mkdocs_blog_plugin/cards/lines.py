"""A title broken into lines that fit."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mkdocs_blog_plugin.cards.fonts import Fonts

SIZES = (80, 64, 52)
"""Sizes of a title in pixels, the largest that fits is taken."""
MAX_LINES = 4
_LARGE_LINES = 3
"""Lines of a title in any but the smallest size."""
_ELLIPSIS = "…"
_MAX_LENGTH = 500
"""Longest title that is measured: longer ones never fit."""
_NO_BEGINNING = frozenset(
    "、。，．・：；？！）］｝〉》」』】〕’”,.;:?!)]}…ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
)
"""Characters that do not begin a line in Chinese and Japanese."""


@dataclass(frozen=True)
class SetTitle:
    """A title as it is drawn."""

    lines: tuple[str, ...]
    size: int
    """In pixels."""


def set_title(title: str, width: float, fonts: Fonts) -> SetTitle:
    """Return `title` in the largest size in which it fits into `width`; at worst it is cut."""
    text = " ".join(title[:_MAX_LENGTH].split())
    for size in SIZES:
        lines = _balanced(text, width, partial(_width, fonts, size))
        if len(lines) <= (MAX_LINES if size == SIZES[-1] else _LARGE_LINES):
            break
    if len(lines) > MAX_LINES or len(title) > _MAX_LENGTH:
        last = shorten(lines[MAX_LINES - 1], width, fonts, size, is_cut=True)
        lines = [*lines[: MAX_LINES - 1], last]
    return SetTitle(tuple(lines), size)


def _width(fonts: Fonts, size: int, text: str) -> float:
    return fonts.width(text, size)


def _balanced(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """Return `text` in as few lines as `width` allows, and these about equally long."""
    lines = break_lines(text, width, measure)
    for narrower in (0.9, 0.8, 0.7, 0.6):
        found = break_lines(text, width * narrower, measure)
        if len(found) != len(lines):
            break
        lines = found
    return lines


def shorten(text: str, width: float, fonts: Fonts, size: int, *, is_cut: bool = False) -> str:
    """Return `text`, or as much of it as fits into `width` together with an ellipsis.

    With `is_cut` the ellipsis stands there in any case.
    """
    if not is_cut and fonts.width(text, size) <= width:
        return text
    while text and fonts.width(text + _ELLIPSIS, size) > width:
        text = text[:-1].rstrip()
    return text + _ELLIPSIS


def break_lines(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """Return `text` in lines no wider than `width`; a word that is wider is broken.

    Args:
        text: Words separated by single spaces.
        width: In the unit of `measure`.
        measure: Returns the width of a text.
    """
    lines: list[str] = []
    line, used = "", 0.0
    for piece in _pieces(text, width, measure):
        needed = measure(piece.rstrip())
        if line and used + needed > width:
            lines.append(line.rstrip())
            line, used = "", 0.0
        line += piece
        used += measure(piece)
    return [*lines, line.rstrip()] if line.strip() else lines


def _pieces(text: str, width: float, measure: Callable[[str], float]) -> Iterator[str]:
    """Yield the parts between which a line may end, each with the space that follows it."""
    for word in re.findall(r"\S+\s*", text):
        for piece in _between_ideographs(word):
            if measure(piece.rstrip()) <= width:
                yield piece
            else:
                yield from piece


def _between_ideographs(word: str) -> list[str]:
    """Return `word` cut at each place where Chinese and Japanese may break a line."""
    pieces: list[str] = []
    for character in word:
        is_free = pieces and (_is_wide(character) or _is_wide(pieces[-1][-1]))
        if is_free and character not in _NO_BEGINNING and not character.isspace():
            pieces.append(character)
        elif pieces:
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"
