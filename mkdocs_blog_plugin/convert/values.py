"""Values of front matter that every system writes in several ways: lists, dates, text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from mkdocs_blog_plugin.posts.dates import DateError, parse_date
from mkdocs_blog_plugin.posts.values import as_text

if TYPE_CHECKING:
    from datetime import tzinfo


def text_of(value: object) -> str:
    """Return a scalar as text; empty for anything else."""
    return "" if isinstance(value, list | Mapping) else as_text(value) or ""


def texts_of(value: object, split: str | None = "") -> list[str]:
    """Return the texts of a list, or of a string.

    Args:
        value: A list or a scalar.
        split: What separates the items of a string; None for white space, empty for a string that is one item.
    """
    if isinstance(value, list | tuple):
        return list(dict.fromkeys(filter(None, map(text_of, value))))
    text = text_of(value)
    if split == "":
        return [text] if text else []
    return list(dict.fromkeys(filter(None, (part.strip() for part in text.split(split)))))


def moment_of(value: object, zone: tzinfo) -> datetime | None:
    """Return the instant that `value` names, a naive one in `zone`; None if it is not a date."""
    try:
        return parse_date(value, zone) if isinstance(value, str | int | date) else None
    except DateError:
        return None


def zone_of(name: str) -> tzinfo:
    """Return the time zone called `name`; UTC for an empty or unknown name."""
    try:
        return ZoneInfo(name or "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def written(moment: datetime, zone: tzinfo) -> str:
    """Return a date as front matter has it: the day alone for a midnight of the site's zone."""
    has_time = moment.time().replace(microsecond=0) != datetime.min.time()
    if moment.utcoffset() == moment.astimezone(zone).utcoffset():
        return moment.strftime("%Y-%m-%d %H:%M:%S") if has_time else moment.date().isoformat()
    return moment.isoformat(sep=" ", timespec="seconds")


def lowered(meta: Mapping[str, Any]) -> dict[str, Any]:
    """Return front matter with its keys in lower case."""
    return {str(key).lower(): value for key, value in meta.items()}


def filled(meta: Mapping[str, Any]) -> dict[str, Any]:
    """Return front matter without what says nothing: empty values, and flags that are off."""
    return {key: value for key, value in meta.items() if value not in (None, "", [], {}, False)}
