"""Which files a card can show."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from mkdocs_blog_plugin.cards.pictures import is_picture


def saved(kind: str) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (40, 20), (0, 200, 0)).save(file, kind)
    return file.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_a_whole_picture_can_be_shown(kind: str) -> None:
    assert is_picture(saved(kind))


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n", saved("PNG")[:50], b"<svg/>"])
def test_what_pillow_cannot_read_is_not_a_picture(content: bytes) -> None:
    assert not is_picture(content)
