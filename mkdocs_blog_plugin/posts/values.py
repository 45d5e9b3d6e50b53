"""Single values of front matter, whatever their type: as text, as a flag, as a number, as quoted in a message."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from mkdocs_blog_plugin.text import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

FLAGS: Final[Mapping[str, bool]] = {
    "true": True, "yes": True, "on": True, "1": True,
    "false": False, "no": False, "off": False, "0": False,
}  # fmt: skip
_WHOLE_NUMBER = re.compile(r"-?[0-9]{1,9}")
_MAX_QUOTED = 60


def as_text(value: object) -> str | None:
    """Return one line of text; None for a list or a map.

    A number or a flag becomes the text it was written as, nothing the empty text.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str | int | float | date):
        return one_line(str(value))
    return None


def as_flag(value: object) -> bool | None:
    """Return a flag, quoted or not; None for any other value."""
    return FLAGS.get((as_text(value) or "").lower())


def as_number(value: object) -> int | None:
    """Return a whole number, quoted or not; None for any other value."""
    text = as_text(value) or ""
    return int(text) if _WHOLE_NUMBER.fullmatch(text) else None


def quoted(value: object) -> str:
    """Return `value` for a message: text in quotes and shortened, or 'a list', 'a map', 'nothing'."""
    text = as_text(value)
    if text is None:
        return "a map" if isinstance(value, dict) else "a list"
    short = text if len(text) <= _MAX_QUOTED else f"{text[:_MAX_QUOTED]}…"
    return f"'{short}'" if text else "nothing"
