"""The time of a build, for templates: whoever looks at it is noticed.

Jinja hands a name to a template that may need it, so that this alone says little: MkDocs' own themes have the
time on each page, and print it on the home page.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_OPERATORS = (
    *("__add__", "__radd__", "__sub__", "__rsub__", "__repr__", "__hash__"),
    *("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"),
)
"""What Python asks a time for without asking for the attribute of that name."""


class _WatchedTime(datetime):
    plain: datetime
    notice: Callable[[], None]

    def __getattribute__(self, name: str) -> Any:
        """Return an attribute; to be printed, a time is asked for one as well."""
        super().__getattribute__("notice")()
        return getattr(super().__getattribute__("plain"), name)


def _noticed(name: str) -> Callable[..., Any]:
    """Return the operator `name` of times, which is noticed."""

    def noticed(self: _WatchedTime, *others: object) -> object:
        return self.__getattribute__(name)(*others)

    return noticed


for _name in _OPERATORS:
    setattr(_WatchedTime, _name, _noticed(_name))


def watched(time: datetime, notice: Callable[[], None]) -> datetime:
    """Return `time`, which calls `notice` whenever anybody looks at it."""
    found = _WatchedTime.combine(time.date(), time.timetz())
    found.plain, found.notice = time, notice
    return found
