"""What came of a conversion: how much of each kind, and what was left for a person to look at."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, kw_only=True, order=True)
class Finding:
    """One thing that could not be converted, at its place in the old blog."""

    path: str
    line: int
    """1-based; 0 where the whole file is meant."""
    kind: str
    """What it is: `liquid tag`, `shortcode`, `link`, …"""
    message: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.kind}: {self.message}"


@dataclass
class Notes:
    """What a reader and the writer note while they work."""

    converted: Counter[str] = field(default_factory=Counter)
    """How often each kind was converted."""
    found: dict[Finding, None] = field(default_factory=dict)

    def left(self, kind: str, message: str, path: str, line: int = 0) -> None:
        """Note that something could not be converted; the same thing twice counts once."""
        text = " ".join(message.split())
        self.found[Finding(path=path, line=line, kind=kind, message=text)] = None

    def unreadable(self, paths: Iterable[str]) -> None:
        """Note files of a configuration that cannot be read, so that nothing of it has an effect."""
        for path in paths:
            self.left(
                "configuration", "this file cannot be read, so what it says is not known", path
            )


@dataclass(frozen=True, kw_only=True)
class Report:
    """What came of a conversion."""

    system: str
    posts: int
    pages: int
    files: int
    converted: Mapping[str, int]
    """How often each kind was converted, the most frequent first."""
    left: tuple[Finding, ...]
    """What was not, in order of path and line."""
    advice: str = ""
    """What is left to do by hand, if the site had an mkdocs.yml already."""

    @property
    def kinds(self) -> Mapping[str, int]:
        """How much of each kind was left, the most frequent first."""
        return dict(Counter(finding.kind for finding in self.left).most_common())

    def as_json(self) -> dict[str, object]:
        """Return the report as JSON can hold it."""
        return {
            "system": self.system,
            "posts": self.posts,
            "pages": self.pages,
            "files": self.files,
            "converted": dict(self.converted),
            "left": {"kinds": dict(self.kinds), "findings": [vars(found) for found in self.left]},
        }
