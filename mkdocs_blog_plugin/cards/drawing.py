"""Drawing a card: text in shades of one palette, so that a picture takes milliseconds and few bytes.

A canvas holds numbers of a palette. The first 128 are shades from the background to the colour of
the text, which smooth letters are made of; then come the accent and the colours of pictures.
"""

from __future__ import annotations

import io
from functools import cache
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from mkdocs_blog_plugin.cards.card import HEIGHT, WIDTH
from mkdocs_blog_plugin.cards.colors import blend
from mkdocs_blog_plugin.cards.lines import set_title, shorten
from mkdocs_blog_plugin.cards.pictures import Inset, make_avatar, make_logo

if TYPE_CHECKING:
    from mkdocs_blog_plugin.cards.card import Card
    from mkdocs_blog_plugin.cards.colors import Color
    from mkdocs_blog_plugin.cards.fonts import Fonts

_TEXT = 127
_MUTED = 92
_ACCENT = 128
_MAX_AVATARS = 3
_MARGIN = 80
_SMALL = 34
_LOGO = 64
_AVATAR = 72
_BAR = (96, 12)
_HEAD = 104
"""Baseline of the site's name, from the top."""
_FOOT = HEIGHT - 84
"""Baseline of the last line."""
_COMPRESSION = 3
"""Level of 0 to 9: it takes a third of the time of level 6, for a fifth more bytes."""
_MIDDLE = 326
"""Where the middle of a title is, from the top."""


class CardPainter:
    """Draws cards in one set of fonts; pictures that many cards share are made once.

    Args:
        fonts: The fonts.
    """

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._insets: dict[tuple[bytes, str, Color], Inset | None] = {}

    def draw(self, card: Card) -> bytes:
        """Return `card` as a PNG file."""
        canvas = _Canvas(card)
        self._draw_head(canvas)
        self._draw_title(canvas)
        self._draw_foot(canvas)
        return canvas.to_png()

    def _draw_head(self, canvas: _Canvas) -> None:
        card = canvas.card
        start = float(_MARGIN)
        logo = self._inset(card.logo, "logo", card.colors.background)
        if logo:
            canvas.paste(logo, start, _HEAD - _SMALL // 3 - logo.pixels.height // 2)
            start += logo.pixels.width + 24
        name = shorten(card.site_name, WIDTH - _MARGIN - start, self._fonts, _SMALL)
        self._write(canvas, name, start, _HEAD, _SMALL, _MUTED)

    def _draw_title(self, canvas: _Canvas) -> None:
        found = set_title(canvas.card.title, WIDTH - 2 * _MARGIN, self._fonts)
        step = round(found.size * 1.2)
        top = _MIDDLE - step * len(found.lines) // 2
        canvas.draw_bar(top - 32)
        for number, line in enumerate(found.lines):
            baseline = top + step * number + round(found.size * 0.95)
            self._write(canvas, line, _MARGIN, baseline, found.size, _TEXT)

    def _draw_foot(self, canvas: _Canvas) -> None:
        card = canvas.card
        start = float(_MARGIN)
        for author in card.authors[:_MAX_AVATARS]:
            avatar = self._inset(author.avatar, "avatar", card.colors.background)
            if avatar:
                canvas.paste(avatar, start, _FOOT - _SMALL // 3 - _AVATAR // 2)
                start += _AVATAR + 16
        names = ", ".join(author.name for author in card.authors)
        line = " · ".join(part for part in (names, card.date) if part)
        line = shorten(line, WIDTH - _MARGIN - start, self._fonts, _SMALL)
        self._write(canvas, line, start, _FOOT, _SMALL, _MUTED)

    def _write(
        self, canvas: _Canvas, text: str, start: float, baseline: int, size: int, shade: int
    ) -> None:
        is_right_to_left = canvas.card.is_right_to_left
        x = WIDTH - start if is_right_to_left else start
        self._fonts.draw(
            canvas.image, text, (x, baseline), size, shade, is_right_to_left=is_right_to_left
        )

    def _inset(self, content: bytes, role: str, background: Color) -> Inset | None:
        if not content:
            return None
        key = (content, role, background)
        if key not in self._insets:
            self._insets[key] = (
                make_logo(content, _LOGO, WIDTH // 3, background)
                if role == "logo"
                else make_avatar(content, _AVATAR, background)
            )
        return self._insets[key]


@cache
def _shades(background: Color, text: Color) -> tuple[Color, ...]:
    return tuple(blend(background, text, shade / _TEXT) for shade in range(_TEXT + 1))


class _Canvas:
    def __init__(self, card: Card) -> None:
        self.card = card
        self.image = Image.new("L", (WIDTH, HEIGHT))
        colors = card.colors
        self._palette = [*_shades(colors.background, colors.text), colors.accent]

    def draw_bar(self, top: int) -> None:
        left = WIDTH - _MARGIN - _BAR[0] if self.card.is_right_to_left else _MARGIN
        ImageDraw.Draw(self.image).rectangle(
            (left, top, left + _BAR[0] - 1, top + _BAR[1] - 1), fill=_ACCENT
        )

    def paste(self, inset: Inset, start: float, top: int) -> None:
        """Put a picture on the canvas, `start` pixels from the edge where lines begin."""
        first = len(self._palette)
        shifted = inset.pixels.point([min(255, value + first) for value in range(256)], "L")
        left = round(WIDTH - start - inset.pixels.width if self.card.is_right_to_left else start)
        self.image.paste(shifted, (left, top))
        self._palette += inset.palette

    def to_png(self) -> bytes:
        self.image.putpalette([part for color in self._palette for part in color])
        file = io.BytesIO()
        self.image.save(file, "PNG", compress_level=_COMPRESSION)
        return file.getvalue()
