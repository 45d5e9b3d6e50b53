"""What the builds of one server leave to the next, as long as the options are the same."""

from __future__ import annotations

from typing import Generic, TypeVar

T = TypeVar("T")


class Shelf(Generic[T]):
    """Things that were made of pages, by the `src_uri` of the pages.

    Args:
        is_open: Whether anything is kept: a build that none will follow has no use for it.
    """

    def __init__(self, *, is_open: bool = False) -> None:
        self.is_open = is_open
        self._options: object = None
        self._things: dict[str, T] = {}

    def hold_under(self, options: object) -> None:
        """Forget what was made under any other `options`."""
        if options != self._options:
            self._things.clear()
            self._options = options

    def get(self, src_uri: str) -> T | None:
        """Return what was made of the page `src_uri`, if that is known."""
        return self._things.get(src_uri)

    def put(self, src_uri: str, thing: T) -> None:
        """Keep what was made of the page `src_uri`."""
        if self.is_open:
            self._things[src_uri] = thing
