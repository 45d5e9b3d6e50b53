"""The characters that HTML and XML have in common."""

from __future__ import annotations

_CONTROLS = bytes(code for code in range(ord(" ")) if chr(code) not in "\t\n\r")


def legal(text: str) -> str:
    """Return `text` without what XML 1.0 has no way to say: control characters and surrogates.

    Works on the bytes, where that takes a tenth of the time of a regular expression.
    """
    kept = text.encode("utf-8", "ignore").translate(None, _CONTROLS).decode()
    return kept.replace("\ufffe", "").replace("\uffff", "")
