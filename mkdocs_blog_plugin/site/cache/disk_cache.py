"""The cache of `mkdocs build`: two files per blog in a private folder of the user.

Each line is `checksum TAB name TAB fingerprint TAB JSON`. A line that is cut off or does not match
its checksum is ignored; the other lines still count. Files are written aside and renamed, so that
builds at the same time, a kill or a full disk leave a whole one: the old or the new.
"""

from __future__ import annotations

import json
import os
import stat
import tempfile
import time
import weakref
import zlib
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, NamedTuple, TypeVar

from mkdocs_blog_plugin.site.cache.cache import Cache
from mkdocs_blog_plugin.site.cache.codec import ShapeError, decode, encode

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

T = TypeVar("T")

_UNFINISHED: Final = ".part"
_BUFFER: Final = 256 * 1024
"""Bytes that are written at once: dozens of lines."""
_WASTE: Final = 4
"""How many times as large as its lines a file may get by those that were replaced."""
_DAY: Final = 24 * 60 * 60
_MONTHS: Final = 90 * _DAY
"""Seconds after which the cache of a site that is no longer built is removed."""


class _Line(NamedTuple):
    """The position of a line, and its fingerprint."""

    file: BinaryIO
    offset: int
    length: int
    fingerprint: bytes


class DiskCache(Cache):
    """A cache in a folder; if the disk cannot be written, nothing is kept.

    Args:
        folder: Only this blog's; it is made when there is something to keep.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pages = folder / "pages"
        self._known: dict[bytes, _Line] | None = None
        """The lines of the file; None as long as nobody has asked for one."""
        self._new: dict[bytes, _Line] = {}
        self._file: BinaryIO | None = None
        """The file that is written aside; None as long as nothing is new."""
        self._size = 0
        """Bytes in that file; it stands at its end, since looking for that would write it out."""
        self._used = 0
        """Bytes of the lines in it that are not replaced: a server may replace many, and never ends."""
        self._is_broken = False

    def get(self, kind: type[T], key: str, fingerprint: bytes) -> T | None:
        """Return the value of a page, if its line is intact and has the same fingerprint."""
        name = _name(kind, key)
        line = self._new.get(name) or self._old.get(name)
        if line is None or line.fingerprint != fingerprint.hex().encode():
            return None
        with suppress(OSError, ValueError):  # a damaged line, or a file that cannot be read
            text = _read(line)
            if line.file is self._file:
                line.file.seek(0, os.SEEK_END)
            return decode(kind, _split(text)[1])
        return None

    def put(self, kind: type[T], key: str, fingerprint: bytes, value: T) -> None:
        """Write `value` aside, unless it cannot be encoded."""
        if self._size > _WASTE * self._used:
            self._begin_anew()
        with suppress(ShapeError):
            name, known = _name(kind, key), fingerprint.hex().encode()
            self._write(name, _line(name, known, encode(kind, value)), known)

    def save(self, keys: Collection[str]) -> None:
        """Replace the file by the one written aside, together with the old lines of `keys`."""
        if self._file is None:
            return
        wanted = {_name_of_key(key) for key in keys}
        for name, line in self._old.items():
            if name not in self._new and name.partition(b" ")[2] in wanted:
                with suppress(OSError):
                    self._write(name, _read(line), line.fingerprint)
        aside = self._file
        try:
            self._close()
            if not self._is_broken:
                Path(aside.name).replace(self._pages)
        except OSError:
            self._is_broken = True
        self._begin_anew()
        self._known = None

    def take(self, kind: type[T], fingerprint: bytes) -> T | None:
        """Return the value that the last build has left, and remove the file."""
        path = self._folder / kind.__name__.lower()
        found = None
        with suppress(OSError, ValueError):
            if _is_private(path):
                known, line = _split(path.read_bytes())
                found = decode(kind, line) if known == fingerprint.hex().encode() else None
        with suppress(OSError):
            path.unlink(missing_ok=True)
        return found

    def leave(self, kind: type[T], fingerprint: bytes, value: T) -> None:
        """Leave `value` to the next build."""
        path = self._folder / kind.__name__.lower()
        with suppress(OSError, ShapeError):
            line = _line(_name(kind, ""), fingerprint.hex().encode(), encode(kind, value))
            with _aside(path) as file:
                file.write(line)
            Path(file.name).replace(path)

    @property
    def _old(self) -> dict[bytes, _Line]:
        """The lines of the file, not decoded; it is opened for the first that is asked for."""
        if self._known is None:
            self._known = {}
            with suppress(OSError):
                if _is_private(self._folder) and _is_private(self._pages):
                    file = self._pages.open("rb")
                    weakref.finalize(self, file.close)
                    self._known = dict(_lines(file))
                    os.utime(self._pages)  # see `sweep`
        return self._known

    def _begin_anew(self) -> None:
        """Remove the file that is written aside, if it is still there."""
        if self._file is not None:
            _discard(self._file)
        self._new, self._file, self._size, self._used = {}, None, 0, 0

    def _close(self) -> None:
        """Close the old file and that beside it: no system renames a file over an open one."""
        for file in {line.file for line in self._old.values()} | {self._file}:
            if file is not None:
                file.close()

    def _open_aside(self) -> BinaryIO:
        return _aside(self._pages)

    def _write(self, name: bytes, line: bytes, fingerprint: bytes) -> None:
        """Write `line` aside; once that fails, nothing is kept any more."""
        if self._is_broken:
            return
        try:
            if self._file is None:
                self._file = self._open_aside()
                weakref.finalize(self, _discard, self._file)
            self._file.write(line)
        except OSError:
            self._is_broken = True
        else:
            replaced = self._new.get(name)
            self._new[name] = _Line(self._file, self._size, len(line), fingerprint)
            self._size += len(line)
            self._used += len(line) - (replaced.length if replaced else 0)


class ScratchCache(DiskCache):
    """The cache of a server that is too large for its memory: a file that goes with the process, however that ends."""

    def save(self, keys: Collection[str]) -> None:
        """Do nothing: no process follows."""

    def _open_aside(self) -> BinaryIO:
        file = super()._open_aside()
        with suppress(OSError):  # a system that does not let go of open files
            Path(file.name).unlink()
        return file


def _name(kind: type, key: str) -> bytes:
    return kind.__name__.encode() + b" " + _name_of_key(key)


def _name_of_key(key: str) -> bytes:
    return json.dumps(key).encode()


def _line(name: bytes, fingerprint: bytes, value: bytes) -> bytes:
    rest = b"\t".join((name, fingerprint, value))
    return b"%b\t%b\n" % (_checksum(rest), rest)


def _checksum(text: bytes) -> bytes:
    return b"%08x" % zlib.crc32(text)


def _split(line: bytes) -> tuple[bytes, bytes]:
    """Return fingerprint and value of a line.

    Raises:
        ShapeError: the line is damaged.
    """
    checksum, _, rest = line.removesuffix(b"\n").partition(b"\t")
    if not line.endswith(b"\n") or checksum != _checksum(rest):
        raise ShapeError("damaged")
    _, fingerprint, value = rest.split(b"\t", 2)
    return fingerprint, value


def _read(line: _Line) -> bytes:
    line.file.seek(line.offset)
    return line.file.read(line.length)


def _lines(file: BinaryIO) -> Iterator[tuple[bytes, _Line]]:
    """Yield the lines of `file` by name; damaged ones are found by `get`."""
    offset = 0
    for text in file:
        parts = text.split(b"\t", 3)
        if len(parts) == 4:  # noqa: PLR2004 - checksum, name, fingerprint, value
            yield parts[1], _Line(file, offset, len(text), parts[2])
        offset += len(text)


def _aside(path: Path) -> BinaryIO:
    """Return a new file beside `path`, in a folder that other users cannot read."""
    path.parent.parent.mkdir(parents=True, exist_ok=True)
    path.parent.mkdir(mode=0o700, exist_ok=True)
    descriptor, name = tempfile.mkstemp(_UNFINISHED, path.name, path.parent)
    os.close(descriptor)
    return Path(name).open("w+b", buffering=_BUFFER)


def _discard(file: BinaryIO) -> None:
    """Close a file that was written aside, and remove it if it is still there."""
    with suppress(OSError):
        file.close()
    with suppress(OSError):
        Path(file.name).unlink(missing_ok=True)


def _is_private(path: Path) -> bool:
    """Return whether `path` is this user's, and other users cannot write it."""
    if os.name != "posix":
        return path.exists()
    found = path.lstat()
    is_ours = found.st_uid == os.geteuid() and not stat.S_ISLNK(found.st_mode)
    return is_ours and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def sweep(caches: Path) -> None:
    """Remove the caches of sites that are no longer built, and temporary files of killed builds."""
    now = time.time()
    with suppress(OSError):
        for name, age in (("pages", _MONTHS), ("manifest", _MONTHS), (f"*{_UNFINISHED}", _DAY)):
            for path in caches.glob(f"*/{name}"):
                if path.lstat().st_mtime < now - age:
                    path.unlink()
        for folder in caches.iterdir():
            with suppress(OSError):
                folder.rmdir()  # only an empty one goes
