"""What one build leaves to the next, as long as the options are the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

T = TypeVar("T")


class Shelf(Generic[T]):
    """Things that were made of pages, by the `src_uri` of the pages.

    Args:
        is_open: Whether anything is kept: a build that none will follow has no use for it.
    """

    def __init__(self, *, is_open: bool = False) -> None:
        self.is_open = is_open
        self.options: object = None
        """What all things were made under."""
        self.things: dict[str, T] = {}

    def hold_under(self, options: object) -> None:
        """Forget what was made under any other `options`."""
        if options != self.options:
            self.things.clear()
            self.options = options

    def restore(self, options: object, things: Mapping[str, T]) -> None:
        """Put back what another process has kept, made under `options`."""
        self.options = options
        self.things = dict(things)

    def of(self, src_uris: Collection[str]) -> dict[str, T]:
        """Return what was made of the pages `src_uris`, as far as it is known."""
        return {src_uri: thing for src_uri, thing in self.things.items() if src_uri in src_uris}

    def get(self, src_uri: str) -> T | None:
        """Return what was made of the page `src_uri`, if that is known."""
        return self.things.get(src_uri)

    def put(self, src_uri: str, thing: T) -> None:
        """Keep what was made of the page `src_uri`."""
        if self.is_open:
            self.things[src_uri] = thing
