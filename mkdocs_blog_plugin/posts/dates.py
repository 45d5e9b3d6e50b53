"""Dates as people write them, in front matter and in names of files and folders, and as machines read them."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.posts.values import quoted
from mkdocs_blog_plugin.problems import BlogError

if TYPE_CHECKING:
    from datetime import tzinfo

_EXPECTED = "a date such as 2017-11-03 or 2017-11-03 10:31:52 +09:00"
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_DAY_FORMS = tuple(
    re.compile(form, re.ASCII | re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})(?P<dash>[-/])(?P<month>\d\d?)(?P=dash)(?P<day>\d\d?)",
        r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)",
        r"(?:[a-z]{3,9}, )?(?P<day>\d\d?) (?P<month>[a-z]{3,9})\.?,? (?P<year>\d{4})",
        r"(?:[a-z]{3,9}, )?(?P<month>[a-z]{3,9})\.? (?P<day>\d\d?),? (?P<year>\d{4})",
    )
)
_TIME = re.compile(
    r"[T ](?P<hour>\d\d?):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,](?P<fraction>\d{1,9}))?)?",
    re.ASCII | re.IGNORECASE,
)
_OFFSET = re.compile(
    r"(?P<sign>[+-])(?P<hours>[01]?\d|2[0-3])(?::?(?P<minutes>[0-5]\d))?", re.ASCII
)
_UTC_NAMES = ("z", "utc", "gmt")
_NAME = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)(?:[-_. ](?P<rest>.*))?", re.ASCII
)
_FOLDERS = re.compile(r"(?:.*/)?(?P<year>[12]\d{3})/(?P<month>\d\d?)/(?P<day>\d\d?)/.*", re.ASCII)


class DateError(BlogError):
    """A value cannot be read as a date."""

    def __init__(self, message: str, expected: str = _EXPECTED) -> None:
        super().__init__(message, expected)


@dataclass(frozen=True)
class Clock:
    """The settings with which the dates of a blog are read."""

    zone: tzinfo
    """Zone of dates without one."""
    time: time = time()
    """Time of day of dates without one."""
    is_zone_of_all: bool = False
    """Whether all dates are converted to `zone`, including those that name their own."""

    def read(self, value: object) -> datetime:
        """Return the instant that `value` names; see `parse_date`."""
        moment = parse_date(value, self.zone, self.time)
        if self.is_zone_of_all:
            with suppress(OverflowError):  # it stays where `zone` would be in year 0 or 10000
                moment = moment.astimezone(self.zone)
        return moment


def parse_date(value: object, zone: tzinfo, at: time = time()) -> datetime:
    """Return the instant that `value` names, in the zone it names, else in `zone`.

    Text and numbers are read in all forms of Jekyll, Hugo and YAML: `2017-11-03 10:31:52 +0900`,
    `+09:00`, `+9`, `Z`, `UTC`; with `T`, without seconds, with fractions, without zone;
    `2017-1-3`, `2017/11/03`, `20171103`; `3 Nov 2017`, `Nov 3, 2017`. A day without a time is that
    day at the time `at`, midnight as a rule. A number is never taken for seconds since 1970.

    Raises:
        DateError: `value` has none of these forms, or the day or time does not exist.
    """
    if isinstance(value, datetime):
        moment = value
    elif isinstance(value, date):
        moment = datetime.combine(value, at)
    elif isinstance(value, str | int) and not isinstance(value, bool):
        moment = _parse_text(" ".join(str(value).split()), at)
    else:
        raise DateError(f"cannot read {quoted(value)} as a date")
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def date_in_name(name: str) -> tuple[date, str] | None:
    """Return the date at the beginning of a file name without suffix, and the rest of the name."""
    found = _NAME.fullmatch(name)
    day = found and _day_of(found)
    return (day, found["rest"] or "") if found and day else None


def unreal_date_in_name(name: str) -> str:
    """Return what a file name has in place of a date, `2023-02-30`; empty without such a thing."""
    found = _NAME.fullmatch(name)
    return name[: found.end("day")] if found and not _day_of(found) else ""


def date_in_folders(src_uri: str) -> date | None:
    """Return the date that folders of `src_uri` make (`2020/01/20/x.md`), the innermost one."""
    found = _FOLDERS.fullmatch(src_uri)
    return _day_of(found) if found else None


def in_whole_minutes(moment: datetime) -> datetime:
    """Return `moment` with the seconds of its UTC offset dropped; the clock shows the same time.

    Zones had such offsets before they were standardised (Amsterdam was +00:19:32 until 1937), and
    neither feeds nor HTML can write them.
    """
    offset = moment.utcoffset() or timedelta()
    seconds = offset % timedelta(minutes=1)
    return moment.replace(tzinfo=timezone(offset - seconds)) if seconds else moment


def iso_text(moment: datetime) -> str:
    """Return `moment` as HTML has it: an offset in whole minutes, three digits of a second at most."""
    precision = "milliseconds" if moment.microsecond else "seconds"
    return in_whole_minutes(moment).isoformat(timespec=precision)


def _parse_text(text: str, at: time) -> datetime:
    """Return the date in `text`, naive where it names no zone."""
    day = next(filter(None, (form.match(text) for form in _DAY_FORMS)), None)
    if not day:
        raise DateError(f"cannot read {quoted(text)} as a date")
    rest = text[day.end() :]
    clock = _TIME.match(rest)
    if rest and not clock:
        raise DateError(f"cannot read {quoted(text)} as a date")
    try:
        moment = datetime.combine(_day(day), _time(clock) if clock else at)
    except ValueError as error:
        raise DateError(f"cannot read {quoted(text)} as a date: {error}") from error
    zone = rest[clock.end() :].strip() if clock else ""
    return moment.replace(tzinfo=_zone(zone, text)) if zone else moment


def _day(found: re.Match[str]) -> date:
    return date(int(found["year"]), _month(found["month"]), int(found["day"]))


def _day_of(found: re.Match[str]) -> date | None:
    try:
        return _day(found)
    except ValueError:
        return None


def _month(text: str) -> int:
    """Return the number of a month, by its number or by at least three letters of its name."""
    if text.isdecimal():
        return int(text)
    numbers = (n for n, name in enumerate(_MONTHS, start=1) if name.startswith(text.lower()))
    number = next(numbers, None)
    if number is None:
        raise ValueError(f"there is no month '{text}'")
    return number


def _time(found: re.Match[str]) -> time:
    microseconds = (found["fraction"] or "").ljust(6, "0")[:6]
    return time(
        int(found["hour"]), int(found["minute"]), int(found["second"] or 0), int(microseconds)
    )


def _zone(name: str, text: str) -> tzinfo:
    """Return the zone that `name`, the end of `text`, stands for: an offset, or UTC."""
    if name.lower() in _UTC_NAMES:
        return UTC
    found = _OFFSET.fullmatch(name)
    if not found:
        message = f"'{text}' has an unknown zone '{name}'"
        raise DateError(message, "an offset such as +09:00, or UTC")
    offset = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"] or 0))
    return timezone(-offset if found["sign"] == "-" else offset)
