"""Logos and avatars, in the few colours that a card has room for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFile, ImageOps

if TYPE_CHECKING:
    from mkdocs_blog_plugin.cards.colors import Color

COLORS = 30
"""Colours that each picture has."""
MAX_PIXELS = 50_000_000
_SMOOTH = 4
"""How many times larger a circle is drawn before it is made smaller, for smooth edges."""


@dataclass(frozen=True)
class Inset:
    """A picture as numbers of its own palette."""

    pixels: Image.Image
    palette: tuple[Color, ...]


def is_picture(content: bytes) -> bool:
    """Return whether a card can show the file with `content`."""
    return _open(content) is not None


def make_logo(content: bytes, height: int, max_width: int, background: Color) -> Inset | None:
    """Return a logo, `height` pixels high; None for a file that cannot be read as a picture."""
    picture = _open(content)
    if picture is None:
        return None
    scale = min(height / picture.height, max_width / picture.width)
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    return _inset(picture.resize(size, Image.Resampling.LANCZOS), background)


def make_avatar(content: bytes, size: int, background: Color) -> Inset | None:
    """Return a round picture, `size` pixels wide; None for a file that is not a picture."""
    picture = _open(content)
    if picture is None:
        return None
    square = ImageOps.fit(picture, (size, size), Image.Resampling.LANCZOS)
    circle = Image.new("L", (size * _SMOOTH, size * _SMOOTH))
    ImageDraw.Draw(circle).ellipse((0, 0, size * _SMOOTH - 1, size * _SMOOTH - 1), fill=255)
    mask = circle.resize((size, size), Image.Resampling.LANCZOS)
    round_picture = Image.new("RGBA", (size, size))
    round_picture.paste(square, (0, 0), mask)
    return _inset(round_picture, background)


def _open(content: bytes) -> Image.Image | None:
    parser = ImageFile.Parser()
    try:
        parser.feed(content)
        picture = parser.close()
        if picture.width * picture.height > MAX_PIXELS:
            return None
        return ImageOps.exif_transpose(picture).convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


def _inset(picture: Image.Image, background: Color) -> Inset:
    ground = Image.new("RGBA", picture.size, (*background, 255))
    flat = Image.alpha_composite(ground, picture).convert("RGB")
    pixels = flat.quantize(COLORS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    values = pixels.getpalette() or []
    colors = [(values[at], values[at + 1], values[at + 2]) for at in range(0, len(values) - 2, 3)]
    return Inset(pixels, tuple(colors[:COLORS]))
