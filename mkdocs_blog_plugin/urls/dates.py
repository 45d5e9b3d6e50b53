"""Dates as Babel writes them, in paths and titles."""

from __future__ import annotations

import re
from datetime import MAXYEAR
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from babel import Locale
from babel.dates import get_date_format, parse_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from babel.dates import DateTimePattern

NAMED_FORMATS = ("full", "long", "medium", "short")
"""Names that stand for a locale's own format of a day."""
_RUN = re.compile(r"'[^']*'|%[A-Za-z]|([A-Za-z])\1*")
_STRFTIME: Final[Mapping[str, str]] = {
    "%Y": "yyyy", "%y": "yy", "%m": "MM", "%B": "MMMM", "%b": "MMM", "%d": "dd", "%e": "d",
    "%j": "DDD", "%A": "EEEE", "%a": "EEE", "%H": "HH", "%M": "mm", "%S": "ss",
}  # fmt: skip


def format_date(moment: datetime, pattern: str, locale: str) -> str:
    """Return `moment` on its own clock.

    Args:
        moment: An aware instant, in the zone whose date is printed.
        pattern: A named format, or a Babel pattern (`yyyy/MM/dd`).
        locale: A locale that Babel knows (`pt_BR`).

    Raises:
        KeyError, ValueError: Babel cannot format `pattern`.
    """
    found = _pattern(pattern, locale)
    try:
        return found.apply(moment, _locale(locale))
    except ValueError:
        if moment.year < MAXYEAR:
            raise
    # To number a week, Babel looks at the next year, which Python's 9999 does not have. The calendar
    # repeats every 400 years, days of the week included: 9599 has the same days in the same weeks.
    text = found.apply(moment.replace(year=MAXYEAR - 400), _locale(locale))
    return text.replace("9599", "9999").replace("9600", "10000")  # a week may be of the next year


def misread_letters(pattern: str) -> Iterator[tuple[str, str]]:
    """Yield runs of letters in a date pattern that Babel reads differently, each with the intended one.

    `YYYY` is the year of a week, `DD` the day of a year, `mm` minutes and `dddd` a day of four
    digits; `%d` belongs to Python.
    """
    runs = [] if pattern in NAMED_FORMATS else [run[0] for run in _RUN.finditer(pattern)]
    letters = {run[0] for run in runs}
    for run in dict.fromkeys(runs):
        if run[0] == "%":
            yield run, _STRFTIME.get(run, "yyyy/MM/dd")
        elif run[0] == "Y" and "w" not in letters:
            yield run, "y" * len(run)
        elif run == "DD" or (run[0] == "D" and letters & {"M", "L"}):
            yield run, "d" * len(run)
        elif run[0] == "m" and not letters & {"h", "H", "k", "K"}:
            yield run, "M" * len(run)
        elif run.startswith("ddd"):
            yield run, "E" * len(run)


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
