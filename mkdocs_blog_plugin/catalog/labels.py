"""The labels with which posts name their terms, and which of them mean the same term."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from mkdocs_blog_plugin.posts.post import Author

MAX_DEPTH = 8
"""Maximum depth; deeper labels are folded into the last level, since paths have a limit."""

Identity: TypeAlias = tuple[str, ...]
"""Identifies a term: its folded label, after those of the terms above it."""

_SEPARATORS = re.compile(r"[\s_-]+")


class Label(NamedTuple):
    """A label as a post writes it, with the term that it means."""

    identity: Identity
    path: tuple[str, ...]
    """Its parts as written, after those of the terms above it."""
    author: Author | None = None

    @property
    def text(self) -> str:
        """The label as written, without those of the terms above it."""
        return self.path[-1]

    def lineage(self) -> list[Label]:
        """Return the terms above this one, outermost first, and this one."""
        above = [
            Label(identity=self.identity[:depth], path=self.path[:depth])
            for depth in range(1, len(self.path))
        ]
        return [*above, self]


def fold(label: str) -> str:
    """Return `label` folded: case, white space, hyphens and underscores do not distinguish terms."""
    text = unicodedata.normalize("NFC", label).casefold()
    return _SEPARATORS.sub(" ", text).strip() or text


def read_label(text: str, hierarchy: str) -> Label:
    """Return the label `text`, in which `hierarchy` separates levels; empty for flat labels."""
    parts = text.split(hierarchy, MAX_DEPTH - 1) if hierarchy else [text]
    path = tuple(part.strip() for part in parts if part.strip()) or (text,)
    return Label(identity=tuple(fold(part) for part in path), path=path)


def author_label(author: Author) -> Label:
    """Return `author` as a label: an id of the authors file is never mixed up with a name."""
    identity = f"id:{author.key}" if author.known else fold(author.name)
    return Label(identity=(identity,), path=(author.name,), author=author)
