"""Two outputs at one path: who keeps it, and where the others go."""

from __future__ import annotations

import itertools
import posixpath
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.problems import Problem
from mkdocs_blog_plugin.urls.location import Location

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, kw_only=True, slots=True)
class Collision:
    """One source that did not get the path it wanted."""

    src_uri: str
    """Who has to move."""
    owner: str
    """Who keeps the path."""
    wanted: Location
    location: Location
    """Where the mover goes instead."""

    def problem(self) -> Problem:
        """Return what to tell at the source that has to move."""
        return Problem(
            path=self.src_uri,
            message=f"its path '{self.wanted.dest_uri}' belongs to {self.owner}, "
            f"so it is written to '{self.location.dest_uri}'",
            expected="a slug or permalink of its own",
        )


def settle(
    wanted: Iterable[tuple[str, Location]], taken: Mapping[str, str]
) -> tuple[dict[str, Location], list[Collision]]:
    """Give each source a path of its own; of two the one with the smaller `src_uri` keeps it.

    Args:
        wanted: `src_uri` and the location it asks for.
        taken: `dest_uri` of outputs that keep their path, and what each of them is.

    Returns:
        The location of each `src_uri`, and who had to move.
    """
    return claim(sorted(wanted, key=lambda pair: pair[0]), taken)


def claim(
    wanted: Iterable[tuple[str, Location]], taken: Mapping[str, str]
) -> tuple[dict[str, Location], list[Collision]]:
    """Give each source a path of its own, first come, first served; otherwise as `settle`.

    The others get `-2`, `-3`, but never a path that somebody asked for.
    """
    paths = _Paths(taken)
    locations: dict[str, Location] = {}
    movers = []
    for src_uri, location in wanted:
        owner = paths.owner(location.dest_uri)
        if owner is None:
            paths.take(location.dest_uri, src_uri)
            locations[src_uri] = location
        else:
            movers.append((src_uri, location, owner))
    collisions = []
    for src_uri, location, owner in movers:
        locations[src_uri] = moved = paths.take_numbered(location, src_uri)
        collisions.append(Collision(src_uri=src_uri, owner=owner, wanted=location, location=moved))
    return locations, collisions


class _Paths:
    """The output files that are spoken for; no two of them may differ by case alone."""

    def __init__(self, taken: Mapping[str, str]) -> None:
        self._files: dict[str, str] = {}
        self._folders: dict[str, str] = {}
        self._numbers: dict[str, int] = {}
        for dest_uri, owner in taken.items():
            self.take(dest_uri, owner)

    def take(self, dest_uri: str, owner: str) -> None:
        key = _folded(dest_uri)
        self._files.setdefault(key, owner)
        for folder in _parents(key):
            self._folders.setdefault(folder, owner)

    def owner(self, dest_uri: str) -> str | None:
        """Return who has `dest_uri`, uses it as a folder, or has a file for one of its folders."""
        key = _folded(dest_uri)
        if key in self._folders:
            return self._folders[key]
        return next(
            (self._files[path] for path in (key, *_parents(key)) if path in self._files), None
        )

    def take_numbered(self, location: Location, owner: str) -> Location:
        """Give `owner` the path of `location` with the first number that nobody has."""
        key = _folded(location.dest_uri)
        number = self._numbers.get(key, 2)
        while self.owner(_numbered(location.dest_uri, number)) is not None:
            number += 1
        self._numbers[key] = number + 1
        dest_uri = _numbered(location.dest_uri, number)
        self.take(dest_uri, owner)
        return Location.of_file(dest_uri, directory_urls=location.is_folder)


def _folded(dest_uri: str) -> str:
    """Return `dest_uri` as file systems compare it that fold case and Unicode forms."""
    return unicodedata.normalize("NFC", dest_uri).casefold()


def _parents(path: str) -> list[str]:
    parts = path.split("/")[:-1]
    return list(itertools.accumulate(parts, posixpath.join))


def _numbered(dest_uri: str, number: int) -> str:
    """Return `x-2/index.html` for `x/index.html`, and `x-2.html` for `x.html`."""
    parent, name = posixpath.split(dest_uri)
    if parent and name == "index.html":
        return f"{parent}-{number}/{name}"
    stem, suffix = posixpath.splitext(dest_uri)
    return f"{stem}-{number}{suffix}"
