"""The tokens of URL patterns, such as `{date}` and `:year`, and their values.

Those in braces are Material's. Those with a colon are Jekyll's
(https://jekyllrb.com/docs/permalinks/) and Hugo's (https://gohugo.io/configuration/permalinks/);
names of days and months are English whatever the site's language, as there.
"""

from __future__ import annotations

import re
import unicodedata
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from mkdocs_blog_plugin.urls.slug import name_part, one_part

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DATE_PREFIX = re.compile(r"\d{4}-\d{1,2}-\d{1,2}-(?=.)")


class PermalinkValues(NamedTuple):
    """The facts about a post from which the tokens of its URL are made."""

    published: datetime
    """In the zone that the post's URL follows."""
    slug: str
    """From front matter, else made of the title; safe as a path."""
    title_slug: str
    """Made of the title, also where front matter has a slug."""
    file_name: str
    """Name of the file, or of its bundle's folder: without suffix, with its date."""
    own_slug: str = ""
    """From front matter, safe as a path; empty where it has none."""
    date: str = ""
    """The day as `post_url_date_format` writes it."""
    categories: tuple[str, ...] = ()
    """Slugs of the categories that the URL may have."""
    labels: tuple[str, ...] = ()
    """All categories as written."""
    folders: tuple[str, ...] = ()
    """Folders of the source file below the one that the URL begins with: the blog's, or the docs."""


class TermValues(NamedTuple):
    """The facts about a term from which the tokens of its URL are made."""

    slug: str
    """Safe as a path."""
    name: str
    """The term's text."""


def _source_name(values: PermalinkValues) -> str:
    """Return the name that Jekyll and Hugo make a slug from.

    Jekyll's posts are named by their dated files, Hugo's by their titles.
    """
    rest, is_dated = _DATE_PREFIX.subn("", values.file_name, count=1)
    return values.own_slug or (rest if is_dated else values.title_slug)


def _jekyll_slug(text: str, kept: str = "") -> str:
    """Return `text` as Jekyll slugifies it: letters, digits and `kept` stay, case too."""
    replaced = [
        char if char in kept or unicodedata.category(char)[0] in "LMN" else "-" for char in text
    ]
    return re.sub("-+", "-", "".join(replaced)).strip("-")


def _jekyll_title(values: PermalinkValues) -> str:
    return _jekyll_slug(_source_name(values), kept="._~!$&'()+,;=@") or values.slug


def _labels(values: PermalinkValues) -> str:
    """Return the categories as Jekyll writes them: a slash in one of them stays a slash."""
    labels = dict.fromkeys(label.lower() for label in values.labels)
    parts = (one_part(part) for label in labels for part in label.split("/"))
    return "/".join(filter(None, parts))


def _slugified_labels(values: PermalinkValues) -> str:
    return "/".join(dict.fromkeys(_jekyll_slug(label.lower()) for label in values.labels))


def _base_name(values: PermalinkValues) -> str:
    return one_part("-".join(values.file_name.lower().split()))


_MATERIAL: Mapping[str, Callable[[PermalinkValues], str]] = {
    "{date}": lambda values: values.date,
    "{slug}": lambda values: values.slug,
    "{file}": lambda values: values.file_name,
    "{categories}": lambda values: "/".join(values.categories),
}
_JEKYLL: Mapping[str, Callable[[PermalinkValues], str]] = {
    ":year": lambda values: f"{values.published.year:04}",
    ":short_year": lambda values: f"{values.published.year % 100:02}",
    ":month": lambda values: f"{values.published.month:02}",
    ":i_month": lambda values: str(values.published.month),
    ":short_month": lambda values: _MONTHS[values.published.month - 1][:3],
    ":long_month": lambda values: _MONTHS[values.published.month - 1],
    ":day": lambda values: f"{values.published.day:02}",
    ":i_day": lambda values: str(values.published.day),
    ":y_day": lambda values: f"{values.published.timetuple().tm_yday:03}",
    ":w_year": lambda values: f"{values.published.isocalendar().year:04}",
    ":week": lambda values: f"{values.published.isocalendar().week:02}",
    ":w_day": lambda values: str(values.published.isoweekday()),
    ":short_day": lambda values: _DAYS[values.published.weekday()][:3],
    ":long_day": lambda values: _DAYS[values.published.weekday()],
    ":hour": lambda values: f"{values.published.hour:02}",
    ":minute": lambda values: f"{values.published.minute:02}",
    ":second": lambda values: f"{values.published.second:02}",
    ":title": _jekyll_title,
    ":slug": lambda values: _jekyll_slug(_source_name(values)).lower() or values.slug,
    ":categories": _labels,
    ":slugified_categories": _slugified_labels,
    ":output_ext": lambda _: ".html",
}
_HUGO: Mapping[str, Callable[[PermalinkValues], str]] = {
    ":monthname": lambda values: _MONTHS[values.published.month - 1].lower(),
    ":weekday": lambda values: str(values.published.isoweekday() % 7),
    ":weekdayname": lambda values: _DAYS[values.published.weekday()].lower(),
    ":yearday": lambda values: str(values.published.timetuple().tm_yday),
    ":section": lambda values: "/".join(values.folders[:1]),
    ":sections": lambda values: "/".join(values.folders),
    ":contentbasename": _base_name,
    ":filename": _base_name,
    ":slugorcontentbasename": lambda values: values.own_slug.lower() or _base_name(values),
    ":slugorfilename": lambda values: values.own_slug.lower() or _base_name(values),
}

POST_TOKENS: Final[Mapping[str, Callable[[PermalinkValues], str]]] = MappingProxyType(
    {**_MATERIAL, **_JEKYLL, **_HUGO}
)
"""Tokens of `post_url_format` and of a post's `permalink`."""

TERM_TOKENS: Final[Mapping[str, Callable[[TermValues], str]]] = MappingProxyType(
    {
        "{slug}": lambda values: values.slug,
        "{name}": lambda values: name_part(values.name),
        ":slug": lambda values: values.slug,
        ":name": lambda values: values.slug,
    }
)
"""Tokens of `tags_url_format` and its like; `:name` as in jekyll-archives."""

PERIOD_TOKENS: Final[Mapping[str, Callable[[str], str]]] = MappingProxyType(
    {"{date}": lambda date: date}
)
"""Tokens of `archive_url_format`; the value is the period as `archive_url_date_format` writes it."""

PAGE_TOKENS: Final[Mapping[str, Callable[[int], str]]] = MappingProxyType({"{page}": str})
"""Tokens of `pagination_url_format`; the value is the number of the page."""
