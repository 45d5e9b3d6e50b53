"""The owners of all output paths of a site: the first source that claims a path; later ones get a number.

The claims of a blog come in this order:

1. the files that the site has without it: pages and other files of the docs, of the theme and of
   other plugins, and those that MkDocs and plugins write at the very end;
2. views, but for those that a hand-written page introduces at its own path;
3. feeds, stylesheets and the export;
4. posts, by `src_uri`, and then drafts;
5. preview cards, copies of covers, and the Markdown of posts;
6. old addresses of posts.
"""

from __future__ import annotations

import posixpath
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_blog_plugin.problems import Problem
from mkdocs_blog_plugin.urls.location import Location

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Collision(NamedTuple):
    """One source that did not get the path it wanted."""

    src_uri: str
    """The source that has to move."""
    owner: str
    """The source that keeps the path."""
    wanted: Location
    location: Location
    """The path that `src_uri` gets instead."""

    def problem(self) -> Problem:
        """Return the problem to report at the source that has to move."""
        return Problem(
            path=self.src_uri,
            message=f"its path '{self.wanted.dest_uri}' belongs to {self.owner}, "
            f"so it is written to '{self.location.dest_uri}'",
            expected="a slug or permalink of its own",
        )


def claim_all(
    wanted: Iterable[tuple[str, Location]], ledger: Ledger
) -> tuple[dict[str, Location], list[Collision]]:
    """Give each source a path of its own.

    Args:
        wanted: `src_uri` and the location it asks for.
        ledger: The paths that are taken; each source is entered with the path that it gets.

    Returns:
        The location of each `src_uri`, and the collisions. Of two sources the one with the
        smaller `src_uri` keeps a path; a path that another source asked for is never given away.
    """
    locations: dict[str, Location] = {}
    movers = []
    for src_uri, location in sorted(wanted, key=lambda pair: pair[0]):
        owner = ledger.owner(location.dest_uri)
        if owner is None:
            ledger.take(location.dest_uri, src_uri)
            locations[src_uri] = location
        else:
            movers.append((src_uri, location, owner))
    collisions = []
    for src_uri, location, owner in movers:
        locations[src_uri] = moved = ledger.claim(location, src_uri)
        collisions.append(Collision(src_uri=src_uri, owner=owner, wanted=location, location=moved))
    return locations, collisions


class Ledger:
    """The output files of a site, each with its owner.

    No two of them may differ by case or Unicode form alone, and none may be another's folder.

    Args:
        taken: `dest_uri` of the files that are there already, and what each of them is.
    """

    def __init__(self, taken: Mapping[str, str]) -> None:
        self._files: dict[str, str] = {}
        self._folders: dict[str, str] = {}
        self._numbers: dict[str, int] = {}
        for dest_uri, owner in taken.items():
            self.take(dest_uri, owner)

    def owner(self, dest_uri: str) -> str | None:
        """Return the owner of `dest_uri`: of that file, of a file below it, or of one in place of its folder."""
        key = _folded(dest_uri)
        if key in self._folders:
            return self._folders[key]
        return next(
            (self._files[path] for path in (key, *_parents(key)) if path in self._files), None
        )

    def __contains__(self, dest_uri: object) -> bool:
        """Return whether `dest_uri` has an owner."""
        return self.owner(str(dest_uri)) is not None

    def claim(self, location: Location, owner: str, *, instead_of: str = "") -> Location:
        """Give `owner` the path of `location`, or that path with the first number from 2 on.

        Args:
            location: The location that is wanted.
            owner: The new owner, as messages call it.
            instead_of: An owner that gives way.
        """
        holder = self.owner(location.dest_uri)
        if holder is None or holder == instead_of:
            self._files.pop(_folded(location.dest_uri), None)
            free = location
        else:
            free = self._numbered(location)
        self.take(free.dest_uri, owner)
        return free

    def take(self, dest_uri: str, owner: str) -> None:
        """Give `owner` the path `dest_uri`, unless it has an owner already."""
        key = _folded(dest_uri)
        self._files.setdefault(key, owner)
        folder = posixpath.dirname(key)
        while folder and folder not in self._folders:  # those above a known one are known, too
            self._folders[folder] = owner
            folder = posixpath.dirname(folder)

    def _numbered(self, location: Location) -> Location:
        key = _folded(location.dest_uri)
        parts = location.dest_uri.split("/")
        place = self._place_of_number(parts)
        number = self._numbers.get(key, 2)
        while self.owner(dest_uri := _with_number(parts, place, number)) is not None:
            number += 1
        self._numbers[key] = number
        return Location.of_file(dest_uri, directory_urls=location.is_folder)

    def _place_of_number(self, parts: list[str]) -> int:
        """Return which part is numbered: a folder that is a file elsewhere, else the page's name."""
        for place, folder in enumerate(_parents("/".join(parts))):
            if _folded(folder) in self._files:
                return place
        is_folder = parts[-1] == "index.html" and len(parts) > 1
        return len(parts) - (2 if is_folder else 1)


def _folded(dest_uri: str) -> str:
    """Return `dest_uri` as file systems compare it that fold case and Unicode forms."""
    return unicodedata.normalize("NFC", dest_uri).casefold()


def _parents(path: str) -> list[str]:
    """Return the folders that `path` lies in, outermost first."""
    parts = path.split("/")
    return ["/".join(parts[:depth]) for depth in range(1, len(parts))]


def _with_number(parts: list[str], place: int, number: int) -> str:
    """Return the path with `x-2` for the folder `x` at `place`, or `x-2.html` for a file."""
    is_file = place == len(parts) - 1
    stem, suffix = posixpath.splitext(parts[place]) if is_file else (parts[place], "")
    return "/".join([*parts[:place], f"{stem}-{number}{suffix}", *parts[place + 1 :]])
