"""Pictures are made once, and again if what was kept is not a whole one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mkdocs_blog_plugin.site.cache.picture_store import PictureStore

if TYPE_CHECKING:
    from pathlib import Path

PNG = b"\x89PNG\r\n\x1a\nabc\0\0\0\0IEND\xaeB`\x82"
WEBP = b"RIFF\x07\0\0\0WEBPabc"


def never() -> bytes:
    raise AssertionError("made again")


@pytest.mark.parametrize("picture", [PNG, WEBP])
def test_a_picture_is_made_once(tmp_path: Path, picture: bytes) -> None:
    folder = tmp_path / "cache" / "cards"
    assert PictureStore(folder).get("a", lambda: picture) == picture
    assert PictureStore(folder).get("a", never) == picture
    assert [path.name for path in folder.iterdir()] == ["a"]
    assert PictureStore(folder).get("b", lambda: PNG + picture) == PNG + picture


@pytest.mark.parametrize(
    "kept",
    [b"", PNG[:-1], PNG[1:], PNG[:9], WEBP[:-1], WEBP + b"d", WEBP[:4], b"GIF89a"],
)
def test_what_is_not_a_whole_picture_is_made_again(tmp_path: Path, kept: bytes) -> None:
    (tmp_path / "a").write_bytes(kept)
    assert PictureStore(tmp_path).get("a", lambda: PNG) == PNG
    assert (tmp_path / "a").read_bytes() == PNG


def test_a_folder_that_cannot_be_made_only_costs_making_the_picture_again(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    store = PictureStore(tmp_path / "file" / "cards")
    assert [store.get("a", lambda: PNG), store.get("a", lambda: WEBP)] == [PNG, WEBP]
