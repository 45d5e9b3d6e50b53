"""Where the front matter of a text begins and ends, and in which notation it is."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass

_BLANK_LINES = re.compile(r"(?:[ \t]*\n)*")
_FENCE = re.compile(r"(?P<fence>---|\+\+\+)[ \t]*\n")
_YAML = re.compile(r"(?P<text>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE | re.DOTALL)
_TOML = re.compile(r"(?P<text>.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.MULTILINE | re.DOTALL)
_JSON = re.compile(r'\{\s*["}]')
_PROSE = re.compile(r"^[ \t]*\n[^\W\d_][^:\n]*\n", re.MULTILINE)
# No comments: they may be the first heading.
_UNCLOSED = re.compile(r"(?P<text>(?:[\w-]+[ \t]*(?::(?=[ \t\n])|=).*\n(?:[ \t]+\S.*\n|- .*\n)*)+)")


class Notation(enum.Enum):
    """How front matter is written."""

    YAML = enum.auto()
    TOML = enum.auto()
    JSON = enum.auto()
    MULTIMARKDOWN = enum.auto()
    """`Key: value` lines up to a blank one, without any fence."""


@dataclass(frozen=True, kw_only=True)
class Header:
    """What may be the front matter of a text, not parsed yet."""

    notation: Notation
    text: str
    """Without its fences; everything to the end of the source where only a parser finds the end."""
    line: int = 1
    """1-based line of the source on which `text` begins."""
    end: int | None = None
    """Index in the source of what follows; None where only a parser finds it."""
    is_first: bool = True
    """Whether not even a blank line comes before it."""
    is_closed: bool = True
    """Whether it has a fence at its end."""


def find_header(source: str) -> Header:
    """Return the front matter of `source`, whose lines end with a line feed alone."""
    blank = _BLANK_LINES.match(source)
    start = blank.end() if blank else 0
    line = source.count("\n", 0, start) + 1
    if _JSON.match(source, start):
        return Header(notation=Notation.JSON, text=source[start:], line=line, is_first=not start)
    fence = _FENCE.match(source, start)
    found = fence and (_closed(source, fence) or _UNCLOSED.match(source, fence.end()))
    if not fence or not found:
        return Header(notation=Notation.MULTIMARKDOWN, text=source)
    return Header(
        notation=Notation.YAML if fence["fence"] == "---" else Notation.TOML,
        text=found["text"],
        line=line + 1,
        end=found.end(),
        is_first=not start,
        is_closed=found.re is not _UNCLOSED,
    )


def _closed(source: str, fence: re.Match[str]) -> re.Match[str] | None:
    """Return what is between two fences, unless the second is a line across the page further down."""
    if fence["fence"] == "+++":
        return _TOML.match(source, fence.end())
    found = _YAML.match(source, fence.end())
    return None if found and _PROSE.search(found["text"]) else found
