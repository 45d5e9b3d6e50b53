"""Fonts that know only the characters a test gives them."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

if TYPE_CHECKING:
    from collections.abc import Callable


def _box(width: int, height: int) -> object:
    pen = TTGlyphPen(None)
    pen.moveTo((50, 0))
    for point in [(50, height), (width, height), (width, 0)]:
        pen.lineTo(point)
    pen.closePath()
    return pen.glyph()


def make_font(characters: str, height: int = 700) -> bytes:
    """Return a TrueType file in which each of `characters` is a box of `height` thousandths."""
    names = {ord(character): f"u{ord(character):06X}" for character in characters}
    glyphs = [".notdef", *names.values()]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(glyphs)
    builder.setupCharacterMap(names)
    builder.setupGlyf({name: _box(500, 300 if name == ".notdef" else height) for name in glyphs})
    builder.setupHorizontalMetrics(dict.fromkeys(glyphs, (600, 50)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Boxes", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    file = io.BytesIO()
    builder.save(file)
    return file.getvalue()


@pytest.fixture
def font_with() -> Callable[..., bytes]:
    """Return the maker of fonts."""
    return make_font
