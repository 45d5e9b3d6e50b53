"""The labels with which posts name their terms, and which of them mean the same term."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_blog_plugin.posts.post import Author, Post
    from mkdocs_blog_plugin.posts.tagged_page import TaggedPage
    from mkdocs_blog_plugin.settings import TaxonomySettings

AUTHORS = "authors"
"""Key of the taxonomy whose terms are people."""

MAX_DEPTH = 8
"""Maximum depth; deeper labels are folded into the last level, since paths have a limit."""

Identity: TypeAlias = tuple[str, ...]
"""Identifies a term: its folded label, after those of the terms above it."""

_BLANKS = re.compile(r"[\s_-]+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Label:
    """A label as a post writes it, with the term that it means."""

    identity: Identity
    path: tuple[str, ...]
    """Its parts as written, after those of the terms above it."""
    author: Author | None = None

    @property
    def text(self) -> str:
        """The label as written, without those of the terms above it."""
        return self.path[-1]

    def ancestors(self) -> Iterator[Label]:
        """Yield the terms above this one, outermost first."""
        for depth in range(1, len(self.path)):
            yield Label(identity=self.identity[:depth], path=self.path[:depth])


def fold(label: str) -> str:
    """Return `label` folded: case, white space, hyphens and underscores do not distinguish terms."""
    text = unicodedata.normalize("NFC", label).casefold()
    return _BLANKS.sub(" ", text).strip() or text


class LabelReader:
    """Reads the labels of one taxonomy; each text is parsed only once."""

    def __init__(self, settings: TaxonomySettings) -> None:
        self._settings = settings
        self._known: dict[str, Label] = {}

    def read(self, label: str) -> Label:
        """Return `label`, parsed."""
        found = self._known.get(label)
        if found is None:
            path = self._path(label)
            found = Label(identity=tuple(fold(part) for part in path), path=path)
            self._known[label] = found
        return found

    def of_post(self, post: Post | TaggedPage) -> list[Label]:
        """Return the terms of `post`, or of a page, in the order in which it writes them."""
        if self._settings.key == AUTHORS:
            return [_of_author(author) for author in post.authors]
        return [self.read(label) for label in post.labels.get(self._settings.key, ())]

    def _path(self, label: str) -> tuple[str, ...]:
        separator = self._settings.hierarchy
        parts = label.split(separator, MAX_DEPTH - 1) if separator else [label]
        return tuple(part.strip() for part in parts if part.strip()) or (label,)


def _of_author(author: Author) -> Label:
    """Return `author` as a label: an id of the authors file is never mixed up with a name."""
    identity = f"id:{author.key}" if author.known else fold(author.name)
    return Label(identity=(identity,), path=(author.name,), author=author)
