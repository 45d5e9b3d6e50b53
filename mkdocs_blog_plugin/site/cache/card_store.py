"""Cards that were drawn before, in the user's cache folder; each is called by what is drawn."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_BEGINNING = b"\x89PNG\r\n\x1a\n"
_END = b"IEND\xaeB`\x82"


class CardStore:
    """PNG files by name.

    Args:
        folder: Where they lie; it is made when the first one is put there.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, name: str) -> bytes | None:
        """Return the card called `name`, unless it is not there as a whole."""
        try:
            content = (self._folder / name).read_bytes()
        except OSError:
            return None
        return content if content.startswith(_BEGINNING) and content.endswith(_END) else None

    def put(self, name: str, content: bytes) -> None:
        """Keep a card; a disk that is full, or not to be written to, only costs the next drawing."""
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            aside = self._folder / f"{name}.{os.getpid()}"
            aside.write_bytes(content)
            aside.replace(self._folder / name)
