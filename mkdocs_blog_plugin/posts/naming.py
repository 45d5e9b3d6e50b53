"""Names of the files of posts: the pattern of the existing ones, for a new one."""

from __future__ import annotations

import posixpath
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.posts.dates import date_in_name
from mkdocs_blog_plugin.urls.location import INDEX_NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from mkdocs_blog_plugin.posts.post import Post

_CODES = ("%Y/%m/%d", "%Y/%m", "%Y")
"""Folders that are dates, for `strftime`."""


@dataclass(frozen=True)
class Naming:
    """Folder and form of the names of posts."""

    folder: str
    """Path from the docs folder, with the codes of `strftime` where it is a date."""
    is_dated: bool = False
    """Whether names begin with the date."""
    index: str = ""
    """Name of the file in a post bundle, which is a folder; empty for plain files."""
    suffix: str = ".md"

    def path(self, slug: str, day: date) -> str:
        """Return the path of a new post, from the docs folder."""
        name = f"{_written('%Y-%m-%d', day)}-{slug}" if self.is_dated else slug
        folder = "/".join(
            _written(part, day) if part in ("%Y", "%m", "%d") else part
            for part in self.folder.split("/")
        )
        file = posixpath.join(name, self.index) if self.index else name
        return posixpath.join(folder, f"{file}{self.suffix}")


def naming_of(posts: Sequence[Post], folder: str) -> Naming:
    """Return how most of `posts`, newest first, are named; without any, plain files in `folder`."""
    counts = Counter(_naming(post.src_uri, post.published) for post in posts)
    return counts.most_common(1)[0][0] if counts else Naming(folder)


def _naming(src_uri: str, day: date) -> Naming:
    folder, file = posixpath.split(src_uri)
    stem, suffix = posixpath.splitext(file)
    index = stem if stem in INDEX_NAMES else ""
    if index:
        folder, stem = posixpath.split(folder)
    return Naming(_pattern(folder, day), date_in_name(stem) is not None, index, suffix)


def _pattern(folder: str, day: date) -> str:
    """Return `folder` with codes in place of the folders at its end that are the date of a post."""
    for code in _CODES:
        written = _written(code, day)
        if f"/{folder}".endswith(f"/{written}"):
            return folder.removesuffix(written) + code
    return folder


def _written(codes: str, day: date) -> str:
    """Return `day` as `strftime` writes it, with four digits for any year on any system."""
    return (
        codes.replace("%Y", f"{day.year:04}")
        .replace("%m", f"{day.month:02}")
        .replace("%d", f"{day.day:02}")
    )
