"""Smaller copies of covers: the same picture, its colours and its holes, upright."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import ExifTags, Image, ImageCms

from mkdocs_blog_plugin.cards.copies import make_copy, name_of, width_of

RED, BLUE = (200, 30, 30), (30, 30, 200)
ON_ITS_SIDE = 6


def picture(
    kind: str, *, mode: str = "RGB", size: tuple[int, int] = (90, 60), **more: Any
) -> bytes:
    """Return a picture that is red at the left and blue at the right."""
    image = Image.new("RGB", size, RED)
    image.paste(BLUE, (size[0] // 2, 0, *size))
    content = io.BytesIO()
    image.convert(mode).save(content, kind, **more)
    return content.getvalue()


def turned() -> bytes:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = ON_ITS_SIDE
    return picture("JPEG", exif=exif)


def deep() -> bytes:
    """Return a picture with 16 bits per pixel."""
    content = io.BytesIO()
    Image.new("I;16", (90, 60)).save(content, "PNG")
    return content.getvalue()


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


@pytest.mark.parametrize(
    ("content", "width"),
    [
        (picture("JPEG"), 90),
        (picture("PNG", mode="P"), 90),
        (picture("WEBP"), 90),
        (turned(), 60),
        (picture("GIF"), 0),
        (picture("JPEG", mode="CMYK"), 0),
        (deep(), 0),
        (picture("WEBP", save_all=True, append_images=[Image.new("RGB", (90, 60))]), 0),
        (picture("PNG", size=(10_000, 5_001)), 0),
        (picture("PNG")[:30], 0),
        (b"<svg/>", 0),
        (b"", 0),
    ],
)
def test_a_picture_that_can_be_copied_has_the_width_that_it_is_shown_with(
    content: bytes, width: int
) -> None:
    assert width_of(io.BytesIO(content)) == width


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_copy_shows_the_same_in_the_width_that_is_wanted(kind: str) -> None:
    copy = opened(make_copy(picture(kind), 30))
    assert (copy.format, copy.size) == ("WEBP", (30, 20))
    for place, color in ((5, RED), (25, BLUE)):
        found = copy.convert("RGB").getpixel((place, 10))
        assert isinstance(found, tuple)
        assert all(abs(a - b) < 30 for a, b in zip(found, color, strict=True))


def test_a_copy_of_a_picture_on_its_side_is_upright() -> None:
    assert opened(make_copy(turned(), 30)).size == (30, 45)


def test_a_copy_has_the_holes_and_the_profile_of_the_picture() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image, content = Image.new("RGBA", (90, 60), (*RED, 128)), io.BytesIO()
    image.save(content, "PNG", icc_profile=profile)
    copy = opened(make_copy(content.getvalue(), 30))
    assert (copy.mode, copy.info["icc_profile"]) == ("RGBA", profile)


def test_a_copy_of_a_picture_without_colours_has_no_profile() -> None:
    copy = opened(make_copy(picture("JPEG", mode="L", icc_profile=b"of greys"), 30))
    assert (copy.mode, copy.info.get("icc_profile")) == ("RGB", None)


def test_copies_of_one_picture_are_equal() -> None:
    assert make_copy(picture("JPEG"), 30) == make_copy(picture("JPEG"), 30)


def test_a_picture_that_ends_too_early_is_its_own_copy() -> None:
    cut = picture("PNG")[:-60]
    assert make_copy(cut, 30) == cut


def test_the_name_of_a_copy_says_which_picture_it_is_of() -> None:
    assert name_of("blog/a.png", 480) != name_of("blog/a.jpg", 480) != name_of("blog/a.jpg", 960)
