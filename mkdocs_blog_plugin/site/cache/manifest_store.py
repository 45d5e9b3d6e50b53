"""Where the record of a build waits for the next one: in memory, or in the user's cache folder.

On disk it is a row of pickles, of plain data and of the few classes that are named here. A file
that asks for anything else is no record, whoever has written it.
"""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import fields
from datetime import date, datetime, timedelta, timezone
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

import platformdirs

from mkdocs_blog_plugin import __version__
from mkdocs_blog_plugin.posts.post import Author, Enclosure, Image, Link, Post, State
from mkdocs_blog_plugin.site.cache.manifest import PostDigests, Record, digest
from mkdocs_blog_plugin.urls.location import Location

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

_CLASSES: Final[Mapping[tuple[str, str], type]] = {
    (known.__module__, known.__qualname__): known
    for known in (
        *(PostDigests, Post, State, Author, Enclosure, Image, Link, Location),
        *(date, datetime, timedelta, timezone, ZoneInfo),
    )
}
_FORMAT: Final = (__version__, *(field.name for kind in (Record, Post) for field in fields(kind)))
"""Stands first in the file: another version of this plugin may make other posts of the same text."""
_PIECE: Final = 100
"""Entries in one pickle, which remembers all that it holds while it is written."""


class Records:
    """Keeps the record of each blog of a site until it is taken by the next build.

    Args:
        folder: Where the records lie; None to keep them in memory.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._in_memory: dict[str, Record] = {}

    @classmethod
    def on_disk(cls) -> Records:
        """Return the records in the cache folder of the user."""
        return cls(Path(platformdirs.user_cache_dir("mkdocs-blog-plugin")))

    def take(self, key: str) -> Record:
        """Return the record of the blog `key` and forget it: what it says is about to change.

        A build that fails leaves no record, so that the next one writes everything.
        """
        record = self._in_memory.get(key, Record())
        if self._folder is not None:
            with suppress(Exception), self._path(self._folder, key).open("rb") as file:
                record = _read(file)  # a damaged file may raise anything
        self.forget(key)
        return record

    def forget(self, key: str) -> None:
        """Forget the record of the blog `key`, which nobody wants to read."""
        self._in_memory.pop(key, None)
        if self._folder is not None:
            with suppress(OSError):
                self._path(self._folder, key).unlink()

    def put(self, key: str, record: Record) -> None:
        """Keep `record`; where the disk does not take it, the next dirty build writes everything."""
        if self._folder is None:
            self._in_memory[key] = record
            return
        with suppress(OSError, RecursionError):
            self._folder.mkdir(parents=True, exist_ok=True)
            with self._path(self._folder, key).open("wb") as file:
                for part in _parts(record):
                    _pickler(file).dump(part)

    @staticmethod
    def _path(folder: Path, key: str) -> Path:
        return folder / digest(key).hex()


def _pickler(file: BinaryIO) -> pickle.Pickler:
    """Return what writes to `file`: time zones by their names, since they would ask for `getattr`."""
    pickler = pickle.Pickler(file, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = {ZoneInfo: lambda zone: (ZoneInfo, (zone.key,))}
    return pickler


class _Unpickler(pickle.Unpickler):
    """Reads records, and nothing else."""

    def find_class(self, module: str, name: str) -> type:
        return _CLASSES[module, name]


def _parts(record: Record) -> Iterator[object]:
    """Yield what the file holds: the fields of `record` by name, those that are maps in pieces."""
    yield _FORMAT
    for field in fields(record):
        value = getattr(record, field.name)
        if not isinstance(value, Mapping):
            yield field.name, value
            continue
        items = iter(value.items())
        while piece := dict(islice(items, _PIECE)):
            yield field.name, piece


def _read(file: BinaryIO) -> Record:
    """Return the record in `file`; an empty one where another version has written it."""
    written_as, *parts = _pickles(file)
    values: dict[str, Any] = {}
    for name, value in parts if written_as == _FORMAT else ():
        if isinstance(value, dict):
            values.setdefault(name, {}).update(value)
        else:
            values[name] = value
    return Record(**values)


def _pickles(file: BinaryIO) -> Iterator[Any]:
    with suppress(EOFError):
        while True:
            yield _Unpickler(file).load()
