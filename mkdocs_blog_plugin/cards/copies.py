"""Smaller copies of covers, for places on a page that need no more pixels."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Final

import PIL
from PIL import ExifTags, Image, ImageOps, features

from mkdocs_blog_plugin.cards.pictures import MAX_PIXELS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import BinaryIO

TYPE = "webp"
_FORMATS = ("JPEG", "PNG", "WEBP")
_MODES = ("L", "LA", "P", "RGB", "RGBA")
"""Kinds of pixels that keep their colours as they are copied."""
_OPTIONS: Final[Mapping[str, Any]] = {"quality": 80, "method": 2}
_TURNED = (5, 6, 7, 8)
"""Values of EXIF's orientation of pictures that lie on their side."""

RECIPE = (PIL.__version__, _OPTIONS)
"""All that a copy depends on, besides the picture and the width."""


def name_of(path: str, width: int) -> str:
    """Return the path or URL of a copy, beside that of the picture."""
    return f"{path}-{width}.{TYPE}"


def width_of(content: BinaryIO) -> int:
    """Return how wide a picture is shown, by its first bytes; 0 for one that is not to be copied.

    These are animations and drawings, and pictures with colours that WebP does not have.
    """
    try:
        with Image.open(content, formats=_FORMATS) as picture:
            if not features.check(TYPE) or getattr(picture, "is_animated", False):
                return 0
            if picture.mode not in _MODES or picture.width * picture.height > MAX_PIXELS:
                return 0
            is_turned = picture.getexif().get(ExifTags.Base.Orientation) in _TURNED
            return picture.height if is_turned else picture.width
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return 0


def make_copy(content: bytes, width: int) -> bytes:
    """Return a picture `width` pixels wide as WebP; `content` itself if it ends too early."""
    try:
        with Image.open(io.BytesIO(content), formats=_FORMATS) as picture:
            profile = None if picture.mode.startswith("L") else picture.info.get("icc_profile")
            picture.draft(None, (width, width))
            upright = ImageOps.exif_transpose(picture)
            has_holes = "A" in upright.getbands() or "transparency" in upright.info
            pixels = upright.convert("RGBA" if has_holes else "RGB")
            size = (width, max(1, round(width * pixels.height / pixels.width)))
            copy = io.BytesIO()
            small = pixels.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
            small.save(copy, TYPE, icc_profile=profile, **_OPTIONS)
            return copy.getvalue()
    except (OSError, ValueError, SyntaxError):
        return content
