"""Filters that Jekyll adds to Liquid (https://jekyllrb.com/docs/liquid/filters/)."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote, quote_plus

import markdown
from liquid.builtin.filters.misc import date as date_filter
from liquid.exceptions import FilterValueError
from liquid.filter import with_environment

from mkdocs_blog_plugin.posts.dates import DateError, parse_date
from mkdocs_blog_plugin.urls.slug import slugify

if TYPE_CHECKING:
    from datetime import tzinfo

    from liquid import Environment

_MONTHS = "January February March April May June July August September October November December"
_WHITE_SPACE = re.compile(r"\s+")


def _items(value: object) -> list[Any]:
    if isinstance(value, Mapping):
        return list(value.values())
    return list(value) if isinstance(value, list | tuple) else []


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _property(item: object, name: str) -> object:
    for part in name.split("."):
        item = item.get(part) if isinstance(item, Mapping) else None
    return item


def _where(value: object, key: object, wanted: object) -> list[Any]:
    return [
        item
        for item in _items(value)
        if wanted == (found := _property(item, str(key)))
        or (isinstance(found, list) and wanted in found)
        or (found is not None and str(found) == str(wanted))
    ]


def _sort(value: object, key: str = "", nils: str = "first") -> list[Any]:
    """Sort as text, numbers with leading zeros; items without the property come first or last."""

    def order(item: object) -> tuple[bool, str]:
        found = _property(item, key) if key else item
        is_last = (found is None) == (nils == "last")
        return is_last, f"{found:020}" if _is_number(found) else str(found)

    return sorted(_items(value), key=order)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _group_by(value: object, key: str) -> list[dict[str, object]]:
    groups: dict[str, list[object]] = {}
    for item in _items(value):
        groups.setdefault(_text(_property(item, key)), []).append(item)
    return [{"name": name, "items": items, "size": len(items)} for name, items in groups.items()]


def _sentence(value: object, connector: str = "and") -> str:
    words = [_text(item) for item in _items(value)]
    if len(words) < 3:  # noqa: PLR2004 - two words have no comma
        return f" {connector} ".join(words)
    return f"{', '.join(words[:-1])}, {connector} {words[-1]}"


def _slugify(value: object, mode: str = "default") -> str:
    text = _text(value)
    if mode == "raw":
        return _WHITE_SPACE.sub("-", text).lower()
    return slugify(text) if mode != "none" else text


def _markdownify(value: object) -> str:
    return markdown.markdown(_text(value), extensions=["attr_list", "tables", "fenced_code"])


def _words(value: object, *_: object) -> int:
    return len(re.sub(r"<[^>]*>", " ", _text(value)).split())


def _dates(zone: tzinfo) -> dict[str, Callable[..., Any]]:
    def moment(value: object) -> datetime | None:
        try:
            return parse_date(value, zone) if isinstance(value, str | date) else None
        except DateError:
            return None

    def written(pattern: Callable[[datetime], str]) -> Callable[..., str]:
        def write(value: object, *_: object) -> str:
            found = moment(value)
            return pattern(found) if found else _text(value)

        return write

    def month(found: datetime) -> str:
        return _MONTHS.split()[found.month - 1]

    return {
        "date_to_string": written(lambda d: f"{d.day:02} {month(d)[:3]} {d.year}"),
        "date_to_long_string": written(lambda d: f"{d.day:02} {month(d)} {d.year}"),
        "date_to_xmlschema": written(lambda d: d.isoformat()),
        "date_to_rfc822": written(lambda d: d.strftime("%a, %d %b %Y %H:%M:%S %z")),
    }


@with_environment
def _date(value: Any, pattern: str = "", *, environment: Environment) -> str:
    """Return a date as Liquid writes it; the time of a build is not a date of a post."""
    if str(value).strip().lower() in ("now", "today"):
        raise FilterValueError("the time of a build differs from build to build", token=None)
    return str(date_filter(value, pattern, environment=environment))


_PLAIN: Final[Mapping[str, Callable[..., Any]]] = {
    "array_to_sentence_string": _sentence,
    "date": _date,
    "cgi_escape": lambda value: quote_plus(_text(value)),
    "group_by": _group_by,
    "inspect": lambda value: html.escape(repr(value)),
    "jsonify": lambda value: json.dumps(value, default=str, ensure_ascii=False),
    "markdownify": _markdownify,
    "normalize_whitespace": lambda value: " ".join(_text(value).split()),
    "number_of_words": _words,
    "pop": lambda value, count=1: _items(value)[: -int(count) or None],
    "push": lambda value, item: [*_items(value), item],
    "sample": lambda value, *_: next(iter(_items(value)), None),
    "shift": lambda value, count=1: _items(value)[int(count) :],
    "slugify": _slugify,
    "smartify": _text,
    "sort": _sort,
    "strip_index": lambda value: re.sub(r"/index\.html?$", "/", _text(value)),
    "to_integer": lambda value: int(float(value)) if re.fullmatch(r"-?[\d.]+", _text(value)) else 0,
    "unshift": lambda value, item: [item, *_items(value)],
    "uri_escape": lambda value: quote(_text(value), safe="/:?#[]@!$&'()*+,;=%"),
    "where": _where,
    "xml_escape": lambda value: html.escape(_text(value)),
}


def jekyll_filters(url: str, base: str, zone: tzinfo) -> dict[str, Callable[..., Any]]:
    """Return Jekyll's filters by name.

    Args:
        url: Scheme and host of the old site; may be empty.
        base: Its `baseurl`.
        zone: Its `timezone`.
    """

    def relative(value: object) -> str:
        text = _text(value)
        return text if "://" in text else f"{base}/{text.lstrip('/')}"

    def absolute(value: object) -> str:
        text = _text(value)
        return text if "://" in text else f"{url}{relative(text)}"

    return {**_PLAIN, **_dates(zone), "relative_url": relative, "absolute_url": absolute}
