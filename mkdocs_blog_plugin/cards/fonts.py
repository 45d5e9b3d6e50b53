"""Fonts, searched per character, and text set in them."""

from __future__ import annotations

import hashlib
import io
import re
import unicodedata
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont, features

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SHAPED = re.compile("[\u0590-\u109f\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufeff]")
"""Scripts whose letters depend on adjacent ones or run from the right."""
_NO_CHARACTER = "\U0010ffff"
_BITMAP_SIZE = 109
"""The one size that colour fonts with bitmaps have (Noto Color Emoji)."""
_JOINING = frozenset({"Mn", "Me", "Mc", "Cf"})
"""Categories of characters that change the one before them."""


def can_shape() -> bool:
    """Return whether Pillow can set scripts that join letters or run from the right."""
    return bool(features.check("raqm") and features.check("fribidi"))


class Face:
    """One font file, in all the sizes that are asked for.

    Args:
        content: The file: TrueType, OpenType, or a collection, of which the first font counts.

    Raises:
        OSError: It is not a font.
    """

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._fonts: dict[tuple[int, bool], ImageFont.FreeTypeFont] = {}
        self._known: dict[str, bool] = {}
        self.fingerprint = hashlib.blake2b(content, digest_size=12).hexdigest()
        self.bitmap_size = 0
        try:
            self._open(40, is_shaped=False)
        except OSError:
            self._open(_BITMAP_SIZE, is_shaped=False)
            self.bitmap_size = _BITMAP_SIZE
        self._missing = self._mask(_NO_CHARACTER)

    def has(self, character: str) -> bool:
        """Return whether the font has a picture of `character`."""
        if character not in self._known:
            self._known[character] = self._mask(character) != self._missing
        return self._known[character]

    def font(self, size: int, text: str) -> ImageFont.FreeTypeFont:
        """Return the font that `text` is set in, `size` pixels high."""
        return self._open(self.bitmap_size or size, is_shaped=_SHAPED.search(text) is not None)

    def _open(self, size: int, *, is_shaped: bool) -> ImageFont.FreeTypeFont:
        key = (size, is_shaped)
        if key not in self._fonts:
            engine = ImageFont.Layout.RAQM if is_shaped and can_shape() else ImageFont.Layout.BASIC
            self._fonts[key] = ImageFont.truetype(
                io.BytesIO(self._content), size, layout_engine=engine
            )
        return self._fonts[key]

    def _mask(self, character: str) -> tuple[tuple[int, int], bytes]:
        mask = self._open(self.bitmap_size or 40, is_shaped=False).getmask(character)
        return mask.size, bytes(mask)


@dataclass(frozen=True)
class Run:
    """A part of a line that is set in one font."""

    text: str
    face: Face

    def width(self, size: int) -> float:
        """Return its width in pixels."""
        width = self.face.font(size, self.text).getlength(self.text)
        return width * size / self.face.bitmap_size if self.face.bitmap_size else width

    def draw(self, image: Image.Image, at: tuple[float, float], size: int, fill: int) -> None:
        """Draw it on a grey `image`, its baseline beginning at the point `at`."""
        font = self.face.font(size, self.text)
        if not self.face.bitmap_size:
            ImageDraw.Draw(image).text(at, self.text, fill=fill, font=font, anchor="ls")
            return
        length = max(1, round(font.getlength(self.text)))
        drawn = Image.new("RGBA", (length, round(_BITMAP_SIZE * 1.25)))
        ImageDraw.Draw(drawn).text(
            (0, _BITMAP_SIZE), self.text, font=font, anchor="ls", embedded_color=True
        )
        scale = size / _BITMAP_SIZE
        drawn = drawn.resize((max(1, round(drawn.width * scale)), round(drawn.height * scale)))
        grey = drawn.convert("L").point([round(value * fill / 255) for value in range(256)])
        place = (round(at[0]), round(at[1] - _BITMAP_SIZE * scale))
        image.paste(grey, place, drawn.getchannel("A"))


class Fonts:
    """Font files in order of preference: each character is set in the first that has it.

    Args:
        contents: The files; Pillow's own font, which knows Latin letters, comes after them.

    Raises:
        OSError: One of them is not a font.
    """

    def __init__(self, contents: Sequence[bytes] = ()) -> None:
        self._own = Face(_own_font())
        self._faces = [self._own]
        self._chosen: dict[str, Face | None] = {}
        self._widths: dict[tuple[str, int], float] = {}
        for content in contents:
            self.add(content)

    def add(self, content: bytes) -> None:
        """Add a font file after those that there are, and before Pillow's own.

        Raises:
            OSError: It is not a font.
        """
        self._faces[-1:] = [Face(content), self._own]
        self._chosen.clear()
        self._widths.clear()

    def used(self, text: str) -> str:
        """Return a fingerprint of the fonts that the characters of `text` are set in."""
        faces = dict.fromkeys(face.fingerprint for _, face in self._placed("".join(set(text))))
        return " ".join(sorted(faces))

    def missing(self, text: str) -> list[str]:
        """Return the characters of `text` that none of the fonts has, each once, in order."""
        printed = (character for character in text if _is_printed(character))
        return list(dict.fromkeys(found for found in printed if self._face_of(found) is None))

    def runs(self, text: str) -> list[Run]:
        """Return `text` cut wherever the font changes."""
        pairs = groupby(self._placed(text), key=lambda pair: id(pair[1]))
        runs = []
        for _, group in pairs:
            characters = list(group)
            runs.append(Run("".join(found for found, _ in characters), characters[0][1]))
        return runs

    def width(self, text: str, size: int) -> float:
        """Return the width of `text` in pixels."""
        if (text, size) not in self._widths:
            self._widths[text, size] = sum(run.width(size) for run in self.runs(text))
        return self._widths[text, size]

    def draw(
        self,
        image: Image.Image,
        text: str,
        at: tuple[float, float],
        size: int,
        fill: int,
        *,
        is_right_to_left: bool = False,
    ) -> None:
        """Draw one line on a grey `image`.

        Args:
            image: What to draw on.
            text: The line.
            at: Where the line begins on its baseline: its left end, or its right end where lines
                run from the right.
            size: In pixels.
            fill: The grey.
            is_right_to_left: Whether the line runs from the right.
        """
        x, y = at
        for run in self.runs(text):
            if is_right_to_left:
                word = Run(run.text.rstrip(), run.face)  # what follows it stands on its left
                word.draw(image, (x - word.width(size), y), size, fill)
                x -= run.width(size)
            else:
                run.draw(image, (x, y), size, fill)
                x += run.width(size)

    def _placed(self, text: str) -> Iterator[tuple[str, Face]]:
        """Yield each character with its font; marks and spaces have that of the character before them."""
        face = self._faces[0]
        for character in text:
            if _is_printed(character):
                face = self._face_of(character) or self._faces[0]
            elif face.bitmap_size and character.isspace():
                face = self._faces[0]  # the space of an emoji font is as wide as an emoji
            yield character, face

    def _face_of(self, character: str) -> Face | None:
        if character not in self._chosen:
            found = (face for face in self._faces if face.has(character))
            self._chosen[character] = next(found, None)
        return self._chosen[character]


def _is_printed(character: str) -> bool:
    return not character.isspace() and unicodedata.category(character) not in _JOINING


def _own_font() -> bytes:
    """Return the font that Pillow brings along."""
    font = ImageFont.load_default(40)
    assert isinstance(font, ImageFont.FreeTypeFont)
    return font.font_bytes
