"""A cover picture that exists, with the facts that feeds and previews need."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

MEDIA_TYPES: Final[Mapping[str, str]] = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}
"""Media types of pictures; the standard library's list depends on the machine it runs on."""


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A picture at an absolute URL; its size is known if it is a file of the site."""

    url: str
    alt: str = ""
    width: int | None = None
    """In pixels."""
    height: int | None = None
    length: int | None = None
    """Size of the file in bytes; None for a picture from elsewhere."""

    @property
    def media_type(self) -> str:
        """`image/png` and so on, by the ending of the file's name; empty for an unknown ending."""
        path = re.split(r"[?#]", self.url, maxsplit=1)[0]
        return MEDIA_TYPES.get(posixpath.splitext(path)[1].lower(), "")
