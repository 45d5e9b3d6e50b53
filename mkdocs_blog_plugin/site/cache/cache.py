"""Everything that outlives a build, under one rule: a value is there for the fingerprint it had.

What was read, converted and cut is asked for by page, with a fingerprint of all that it was made
of; anything else counts as unknown and is made again. The manifest of what was written is left by
one build and taken by the next.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Collection

T = TypeVar("T")


class Cache(ABC):
    """The values that the builds of one blog leave to each other."""

    is_open = True
    """Whether anything is kept."""

    @abstractmethod
    def get(self, kind: type[T], key: str, fingerprint: bytes) -> T | None:
        """Return the `kind` that was put for the page `key`, if it had the same `fingerprint`."""

    @abstractmethod
    def put(self, kind: type[T], key: str, fingerprint: bytes, value: T) -> None:
        """Keep `value`, a `kind` made of the page `key`, in place of what was kept for that."""

    @abstractmethod
    def save(self, keys: Collection[str]) -> None:
        """Let what is kept of the pages `keys` outlive the process, if anything does."""

    @abstractmethod
    def take(self, kind: type[T], fingerprint: bytes) -> T | None:
        """Return the `kind` that the last build has left, and remove it.

        After a build that failed there is none, so that the next one starts from scratch.
        """

    @abstractmethod
    def leave(self, kind: type[T], fingerprint: bytes, value: T) -> None:
        """Leave `value` to the next build."""


class MemoryCache(Cache):
    """The cache of `mkdocs serve`, gone with the process.

    Args:
        is_open: Whether anything is kept: a build that none will follow has no use for it.
    """

    def __init__(self, *, is_open: bool = True) -> None:
        self.is_open = is_open
        self._kept: dict[tuple[type, str], tuple[bytes, Any]] = {}
        self._left: dict[type, tuple[bytes, Any]] = {}

    def get(self, kind: type[T], key: str, fingerprint: bytes) -> T | None:
        """Return the value that was put with this `fingerprint`."""
        known, value = self._kept.get((kind, key), (b"", None))
        return value if known == fingerprint else None

    def put(self, kind: type[T], key: str, fingerprint: bytes, value: T) -> None:
        """Keep `value`."""
        if self.is_open:
            self._kept[kind, key] = fingerprint, value

    def save(self, keys: Collection[str]) -> None:
        """Do nothing: no process follows."""

    def take(self, kind: type[T], fingerprint: bytes) -> T | None:
        """Return the value that the last build has left, and remove it."""
        known, value = self._left.pop(kind, (b"", None))
        return value if known == fingerprint else None

    def leave(self, kind: type[T], fingerprint: bytes, value: T) -> None:
        """Leave `value` to the next build of this process."""
        if self.is_open:
            self._left[kind] = fingerprint, value
