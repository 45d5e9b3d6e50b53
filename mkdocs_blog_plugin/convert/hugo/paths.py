"""Text as a part of an address, as Hugo writes it."""

from __future__ import annotations

import unicodedata

_ALLOWED = "./\\_#+~-@"


def urlize(text: str, *, lower: bool = True, accents: bool = True) -> str:
    """Return `text` as Hugo writes it in addresses (`MakePathSanitized`).

    Args:
        text: A title, or the name of a file, folder or term.
        lower: Whether it is written in lower case; as it is otherwise.
        accents: Whether letters keep their accents.
    """
    result: list[str] = []
    hyphen = False
    was_hyphen = False
    for char in text if accents else _without_accents(text):
        if char in _ALLOWED or unicodedata.category(char)[0] in "LMN":
            was_hyphen = char == "-"
            if hyphen and not was_hyphen:
                result.append("-")
            hyphen = False
            result.append(char)
        elif result and not was_hyphen and char.isspace():
            hyphen = True
    written = "".join(result)
    return written.lower() if lower else written


def _without_accents(text: str) -> str:
    apart = unicodedata.normalize("NFD", text)
    kept = "".join(char for char in apart if unicodedata.category(char) != "Mn")
    return unicodedata.normalize("NFC", kept)
