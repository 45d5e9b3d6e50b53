"""Pictures that were made before, in the user's cache folder; each is called by all that it is made of."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, TypeGuard

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_PNG = b"\x89PNG\r\n\x1a\n"
_END_OF_PNG = b"IEND\xaeB`\x82"
_WEBP = b"RIFF"
_HEADER_OF_WEBP = 8


class PictureStore:
    """PNG and WebP files by name.

    Args:
        folder: Where they lie; it is made when the first one is put there.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, name: str, make: Callable[[], bytes]) -> bytes:
        """Return the picture called `name`; it is made, and kept, unless it is there as a whole."""
        try:
            content = (self._folder / name).read_bytes()
        except OSError:
            content = b""
        if not _is_whole(content):
            content = make()
            self._put(name, content)
        return content

    def _put(self, name: str, content: bytes) -> None:
        """Keep a picture; a disk that is full, or not to be written to, only costs making it again."""
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            aside = self._folder / f"{name}.{os.getpid()}"
            aside.write_bytes(content)
            aside.replace(self._folder / name)


def _is_whole(content: bytes) -> bool:
    """Return whether a picture has its end: that of a PNG is marked, a WebP says how long it is."""
    if content.startswith(_WEBP):
        size = int.from_bytes(content[len(_WEBP) : _HEADER_OF_WEBP], "little")
        return len(content) == size + _HEADER_OF_WEBP
    return is_png(content)


def is_png(content: object) -> TypeGuard[bytes]:
    """Return whether `content` is all of a PNG file."""
    return isinstance(content, bytes) and content.startswith(_PNG) and content.endswith(_END_OF_PNG)
