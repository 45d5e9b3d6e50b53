"""Dates as Babel writes them, in paths and titles."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from babel import Locale
from babel.dates import get_date_format, parse_pattern

if TYPE_CHECKING:
    from datetime import datetime

    from babel.dates import DateTimePattern

NAMED_FORMATS = ("full", "long", "medium", "short")
"""Names that stand for a locale's own format of a day."""


def format_date(moment: datetime, pattern: str, locale: str) -> str:
    """Return `moment` on its own clock.

    Args:
        moment: an aware instant, in the zone it is to be told in.
        pattern: a named format, or a Babel pattern (`yyyy/MM/dd`).
        locale: a locale that Babel knows (`pt_BR`).

    Raises:
        KeyError, ValueError: `pattern` is none that Babel can format.
    """
    return _pattern(pattern, locale).apply(moment, _locale(locale))


@lru_cache(maxsize=32)
def _pattern(pattern: str, locale: str) -> DateTimePattern:
    """Return a pattern that Babel has read; a named one takes longer to find than a date to write."""
    if pattern in NAMED_FORMATS:
        return get_date_format(pattern, _locale(locale))  # type: ignore[arg-type] # one of them
    return parse_pattern(pattern)


@lru_cache(maxsize=8)
def _locale(name: str) -> Locale:
    """Return Babel's locale, which takes as long to look up as a date to write."""
    return Locale.parse(name)
