"""What the last build of a blog has written, and of what: the memory of dirty builds.

MkDocs asks a file's time whether its page has to be written again. A list has no file, and other
posts' titles stand on the page of each post, so that a record is kept: for each output a digest of
all that it is made of. That of `mkdocs build` lies in the user's cache folder, never in the project
or the site; that of `mkdocs serve` is gone with the process.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import platformdirs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_FORMAT = 2
"""Changes with the shape of the file: a line of JSON for each part of the record."""


def digest(*parts: object) -> str:
    """Return a few characters that are others for other parts, as far as their text tells."""
    text = "\0".join(map(str, parts)).encode(errors="surrogatepass")
    return hashlib.blake2b(text, digest_size=9).hexdigest()


def stamp(path: Path) -> tuple[int, int]:
    """Return time and size of a file, which are others when it is written again."""
    stat = path.stat()
    return stat.st_mtime_ns, stat.st_size


class PostDigests(NamedTuple):
    """What a post was made of, and what was made of it for lists."""

    source: str
    """Its text and facts, and where the files are that it links to."""
    entry: str
    """All that lists show of it."""
    leads: str
    """What its page shows of other posts."""


@dataclass(frozen=True, kw_only=True)
class Record:
    """What one build has written; that of no build is empty."""

    common: str = ""
    """Digest of what all pages are made of: options, templates, the nav."""
    facts: str = ""
    """Digest of the front matter of all posts."""
    posts: Mapping[str, PostDigests] = field(default_factory=dict)
    """By `src_uri`."""
    outputs: Mapping[str, str] = field(default_factory=dict)
    """Digest of what each file of the site was made of, by `dest_uri`."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """Titles of the pages in the nav, by `src_uri`: only a conversion shows them."""
    lists: frozenset[str] = frozenset()
    """`src_uri` of the pages that ask for posts: by a marker, or by the object `blog`."""
    mentions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Paths in the links of ordinary pages, by the `src_uri` of the page."""


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
            with suppress(OSError, ValueError, TypeError, KeyError, AttributeError):
                record = _parse(self._path(self._folder, key).read_text(encoding="utf-8"))
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
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            with self._path(self._folder, key).open("w", encoding="utf-8") as file:
                file.writelines(_format(record))

    @staticmethod
    def _path(folder: Path, key: str) -> Path:
        return folder / f"{digest(key)}.json"


def _format(record: Record) -> Iterator[str]:
    """Yield the lines of the file, one by one: together they would take megabytes."""
    values = {name.name: getattr(record, name.name) for name in fields(record)}
    for part in (_FORMAT, *(values | {"lists": sorted(record.lists)}).items()):
        yield json.dumps(part, separators=(",", ":")) + "\n"


def _parse(text: str) -> Record:
    number, *parts = map(json.loads, text.splitlines())
    if number != _FORMAT:
        return Record()
    values = dict(parts)
    return Record(
        common=values["common"],
        facts=values["facts"],
        posts={src_uri: PostDigests(*found) for src_uri, found in values["posts"].items()},
        outputs=values["outputs"],
        titles=values["titles"],
        lists=frozenset(values["lists"]),
        mentions={src_uri: tuple(paths) for src_uri, paths in values["mentions"].items()},
    )
