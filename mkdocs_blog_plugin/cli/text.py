"""Text from the sources of a site, made safe to print."""

from __future__ import annotations

import unicodedata


def printable(text: str) -> str:
    """Return `text` on one line, without the control characters that would drive a terminal."""
    kept = (" " if found.isspace() else found for found in text)
    return "".join(found for found in kept if unicodedata.category(found) not in ("Cc", "Cf"))
