"""Colours of a card, read as CSS writes them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

from mkdocs_blog_plugin.problems import BlogError

Color: TypeAlias = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""

_HEX = re.compile(r"#(?:([0-9a-fA-F]{6})|([0-9a-fA-F]{3}))")
_LINEAR_BELOW = 0.04045
_LIGHT, _DARK = (255, 255, 255), (16, 20, 24)


@dataclass(frozen=True, kw_only=True)
class CardColors:
    """The colours that a card is drawn in."""

    background: Color
    text: Color
    accent: Color

    @classmethod
    def of(
        cls, background: Color, text: Color | None = None, accent: Color | None = None
    ) -> CardColors:
        """Return colours for `background`; text that is not given is the more readable of two."""
        text = text or max(_LIGHT, _DARK, key=lambda color: contrast(color, background))
        return cls(background=background, text=text, accent=accent or text)


def parse_color(value: str) -> Color:
    """Return the colour that `value` (`#rgb` or `#rrggbb`) means.

    Raises:
        BlogError: It is not such a colour.
    """
    found = _HEX.fullmatch(value.strip())
    if found is None:
        raise BlogError(f"cannot read '{value}' as a colour (expected: #rrggbb or #rgb)")
    digits = found[1] or "".join(digit * 2 for digit in found[2])
    red, green, blue = bytes.fromhex(digits)
    return red, green, blue


def blend(background: Color, color: Color, share: float) -> Color:
    """Return `color` painted over `background` with an opacity of `share`, 0 to 1."""
    red, green, blue = (
        round(below + (above - below) * share)
        for below, above in zip(background, color, strict=True)
    )
    return red, green, blue


def contrast(color: Color, other: Color) -> float:
    """Return the contrast of two colours, 1 to 21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(color), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: Color) -> float:
    linear = (
        value / 12.92 if value <= _LINEAR_BELOW else ((value + 0.055) / 1.055) ** 2.4
        for value in (part / 255 for part in color)
    )
    return sum(share * value for share, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
