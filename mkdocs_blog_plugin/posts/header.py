"""The beginning, end and notation of the front matter of a text."""

from __future__ import annotations

import enum
import re
from typing import NamedTuple

_BLANK_LINES = re.compile(r"(?:[ \t]*\n)*")
_FENCE = re.compile(r"(?P<fence>---|\+\+\+)[ \t]*\n")
_YAML = re.compile(r"(?P<text>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE | re.DOTALL)
_TOML = re.compile(r"(?P<text>.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.MULTILINE | re.DOTALL)
_JSON = re.compile(r'\{\s*["}]')
_PROSE = re.compile(r"^[ \t]*\n[^\W\d_][^:\n]*\n", re.MULTILINE)
# No comments: they may be the first heading.
_UNCLOSED = re.compile(r"(?P<text>(?:[\w-]+[ \t]*(?::(?=[ \t\n])|=).*\n(?:[ \t]+\S.*\n|- .*\n)*)+)")


class Notation(enum.Enum):
    """A notation of front matter."""

    YAML = enum.auto()
    TOML = enum.auto()
    JSON = enum.auto()
    MULTIMARKDOWN = enum.auto()
    """`Key: value` lines up to a blank one, without any fence."""


class Header(NamedTuple):
    """The front matter of a text, if it has one, not parsed yet."""

    notation: Notation
    text: str
    """Without its fences; up to the end of the source if only a parser can find the end."""
    line: int = 1
    """1-based line of the source on which `text` begins."""
    end: int | None = None
    """Index in the source at which the header ends; None if only a parser can find it."""
    is_first: bool = True
    """Whether nothing comes before it, not even a blank line."""
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
    """Return the text between two fences, unless the second one is a horizontal rule further down."""
    if fence["fence"] == "+++":
        return _TOML.match(source, fence.end())
    found = _YAML.match(source, fence.end())
    return None if found and _PROSE.search(found["text"]) else found
