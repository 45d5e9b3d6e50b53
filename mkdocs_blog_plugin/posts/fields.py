"""The front matter of one page, read key by key: it never raises, and reports each wrong value."""

from __future__ import annotations

from collections.abc import Mapping
from sys import intern
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_blog_plugin.posts.dates import DateError
from mkdocs_blog_plugin.posts.values import as_flag, as_number, as_text, quoted
from mkdocs_blog_plugin.problems import BlogError, Problem, Severity
from mkdocs_blog_plugin.text import one_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from mkdocs_blog_plugin.posts.dates import Clock
    from mkdocs_blog_plugin.problems import Problems
    from mkdocs_blog_plugin.settings import TaxonomySettings

_CREATED = "created"
"""Key of a `date` map that holds the date of publication, as with Material."""


class Fields(NamedTuple):
    """The front matter of a page, by key; of synonyms the first with a valid value counts."""

    path: str
    """`src_uri` of the page."""
    entries: Mapping[str, tuple[str, object]]
    """By key in lower case: the key as written, and its value."""
    lines: Mapping[str, int]
    """1-based line of each key in the file, keys in lower case."""
    problems: Problems
    """Where wrong values are reported."""
    prefix: str = ""
    """Path of the map inside the file, which problems print before a key (`tags.Spark.`)."""

    @classmethod
    def of(
        cls,
        values: Mapping[str, object],
        *,
        path: str,
        lines: Mapping[str, int],
        problems: Problems,
        prefix: str = "",
    ) -> Fields:
        """Return the fields of `values`; of keys that differ by case alone the last one counts."""
        entries = {str(key).lower(): (str(key), value) for key, value in values.items()}
        own_lines = {intern(key.lower()): line for key, line in lines.items()}
        return cls(path, entries, own_lines, problems, prefix)

    def inside(
        self,
        key: str,
        values: Mapping[str, object],
        lines: Mapping[str, int] | None = None,
    ) -> Fields:
        """Return the fields of a map that is the value of `key`; those without a line are on its own."""
        own = self.lines.get(key.lower())
        found = {name: self.lines.get(f"{key}.{name}".lower(), own) for name in map(str, values)}
        known = {name: line for name, line in found.items() if line is not None}
        return Fields.of(
            values,
            path=self.path,
            lines={**known, **(lines or {})},
            problems=self.problems,
            prefix=f"{self.prefix}{key}.",
        )

    def present(self, *keys: str) -> list[tuple[str, object]]:
        """Return those of `keys` that are present and not empty, as written, with their values."""
        found = []
        for key in keys:
            entry = self.entries.get(key.lower())
            if entry and entry[1] not in ([], {}) and as_text(entry[1]) != "":
                found.append(entry)
        return found

    def report(
        self,
        key: str,
        message: str,
        expected: str,
        severity: Severity = Severity.WARNING,
    ) -> None:
        """Report a problem with the value of `key`."""
        self.problems.add(
            Problem(
                path=self.path,
                line=self.lines.get(key.lower()) or self.lines.get(key.partition(".")[0].lower()),
                key=f"{self.prefix}{key}",
                message=message,
                expected=expected,
                severity=severity,
            )
        )

    def report_invalid(self, key: str, value: object, expected: str) -> None:
        """Report that `value`, found at `key`, is not as `expected`."""
        self.report(key, f"{quoted(value)} is not understood", expected)

    def text(self, *keys: str) -> str:
        """Return one line of text; empty without any."""
        for key, value in self.present(*keys):
            if (text := as_text(value)) is not None:
                return text
            self.report_invalid(key, value, "text")
        return ""

    def valid_text(self, *keys: str, is_valid: Callable[[str], object], expected: str) -> str:
        """Return the first text of `keys` that is valid; empty without any."""
        for key, value in self.present(*keys):
            text = as_text(value)
            if text and is_valid(text):
                return text
            self.report_invalid(key, value, expected)
        return ""

    def checked(self, key: str, check: Callable[[str], str]) -> str:
        """Return the text of `key` as `check` returns it; empty without one, or where that raises."""
        text = self.text(key)
        try:
            return check(text) if text else ""
        except BlogError as error:
            self.report(key, error.message, error.expected)
        return ""

    def flag(self, *keys: str) -> bool | None:
        """Return a flag, quoted or not; None without any."""
        for key, value in self.present(*keys):
            if (flag := as_flag(value)) is not None:
                return flag
            self.report_invalid(key, value, "true or false")
        return None

    def number(self, key: str) -> int | None:
        """Return a whole number, quoted or not; None without one."""
        for written, value in self.present(key):
            if (number := as_number(value)) is not None:
                return number
            self.report_invalid(written, value, "a whole number")
        return None

    def texts(self, *keys: str) -> tuple[str, ...]:
        """Return the texts of all `keys`, each once; text outside of a list is one item."""
        found = [item for key, value in self.present(*keys) for item in self._items(key, value)]
        return tuple(dict.fromkeys(found))

    def labels(self, taxonomy: TaxonomySettings) -> tuple[str, ...]:
        """Return the labels of a page in `taxonomy` as written, each once."""
        found: list[str] = []
        for name in taxonomy.keys:
            for key, value in self.present(name):
                if isinstance(value, str):
                    found += _split(one_line(value), taxonomy, name)
                else:
                    found += self._items(key, value)
        return tuple(dict.fromkeys(found))

    def date(self, clock: Clock, *keys: str) -> datetime | None:
        """Return the first date that can be read; None without any."""
        for key, value in self.present(*keys):
            if (moment := self._moment(key, value, clock)) is not None:
                return moment
        return None

    def dates(self, clock: Clock) -> dict[str, datetime]:
        """Return the dates of the key `date`: those of a map by their keys, else `created`."""
        for key, value in self.present("date"):
            if isinstance(value, Mapping):
                inner = self.inside(key, value)
                found = {
                    name.lower(): self._moment(f"{key}.{name}", entry, clock)
                    for name, entry in inner.present(*inner.entries)
                }
                if _CREATED not in found:
                    self.report(key, f"the map has no '{_CREATED}'", "the date of publication")
                return {name: moment for name, moment in found.items() if moment}
            moment = self._moment(key, value, clock)
            return {_CREATED: moment} if moment else {}
        return {}

    def _moment(self, key: str, value: object, clock: Clock) -> datetime | None:
        try:
            return clock.read(value)
        except DateError as error:
            self.report(key, error.message, error.expected)
        return None

    def _items(self, key: str, value: object) -> list[str]:
        """Return the texts of a list, or of a single value; what is empty is left out."""
        items = []
        for item in value if isinstance(value, list) else [value]:
            text = as_text(item)
            if text is None:
                self.report_invalid(key, item, "text, or a list of texts")
            elif text:
                items.append(text)
        return items


def _split(text: str, taxonomy: TaxonomySettings, key: str) -> list[str]:
    """Return the labels in one text; as in Jekyll, white space separates those of the plural key only."""
    if taxonomy.split == "comma":
        return [label for part in text.split(",") if (label := part.strip())]
    is_list = taxonomy.split == "whitespace" and key == taxonomy.key
    return text.split() if is_list else [text.strip()]
