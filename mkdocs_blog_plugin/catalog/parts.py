"""The position of a post in a series."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_blog_plugin.catalog.term import Term
    from mkdocs_blog_plugin.posts.post import Post


SHOWN = 15
"""Most parts of a series that the page of one of them lists."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """One post of a series."""

    series: Term
    number: int
    """1-based."""

    @property
    def total(self) -> int:
        """Number of parts."""
        return self.series.count

    @property
    def around(self) -> list[tuple[int, Post]]:
        """All parts with their numbers; of a long series the parts around this one."""
        first = max(min(self.number - 1 - SHOWN // 2, self.total - SHOWN), 0)
        return list(enumerate(self.series.posts[first : first + SHOWN], first + 1))

    @property
    def previous(self) -> Post | None:
        """The part before this one."""
        return self.series.posts[self.number - 2] if self.number > 1 else None

    @property
    def next(self) -> Post | None:
        """The part after this one."""
        return self.series.posts[self.number] if self.number < self.total else None
