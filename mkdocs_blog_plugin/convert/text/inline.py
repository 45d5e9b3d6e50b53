"""Inline text: code spans, formulas and tags separated from prose; escapes and line breaks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mkdocs_blog_plugin.convert.text.flavour import Flavour

_TICKS = re.compile(r"(?<!\\)`+")
_TAG = re.compile(r"<!--.*?-->|</?[a-zA-Z][^<>]*>|<[a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>]*>", re.DOTALL)
_FORMULA = re.compile(r"\$\$[^$]+\$\$|\\\\\([^\n]*?\\\\\)|\\\\\[[^\n]*?\\\\\]")
_DOLLARS = re.compile(r"(?<![\\$])\$(?=[^\s$])[^$\n]*[^\s$\\]\$(?![\d$])")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_KEPT_ESCAPES = "\\`*_{}[]()>#+-.!|"
"""What Python-Markdown and its tables take a backslash from."""
_KRAMDOWN_ESCAPES = "<:\"'$="
_BREAK = re.compile(r"(?<!\\)\\\n")
_KRAMDOWN_BREAK = re.compile(r"\\\\\n")
_BRACE = re.compile(r"(?<=[)*_`\]])\{(?!:|[#.][\w-]|[\w-]+=|\{|%)")


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each code span of `text`, in linear time."""
    runs = [(found.start(), found.end()) for found in _TICKS.finditer(text)]
    following: dict[int, list[int]] = {}
    for index in range(len(runs) - 1, -1, -1):
        following.setdefault(runs[index][1] - runs[index][0], []).append(index)
    index = 0
    while index < len(runs):
        start, end = runs[index]
        same = following[end - start]
        while same and same[-1] <= index:
            same.pop()
        if same:
            index = same[-1]
            yield start, runs[index][1]
        index += 1


def outside(text: str, cuts: Iterator[tuple[int, int]], change: Callable[[str], str]) -> str:
    """Return `text` with all of it changed but the pieces that `cuts` name, in order."""
    parts = []
    done = 0
    for start, end in cuts:
        parts += [change(text[done:start]), text[start:end]]
        done = end
    return "".join([*parts, change(text[done:])])


def outside_code(text: str, change: Callable[[str], str]) -> str:
    """Return `text`, a paragraph or so, with all but its code spans changed."""
    return outside(text, spans(text), change)


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    return ((found.start(), found.end()) for found in pattern.finditer(text))


def convert_inline(text: str, flavour: Flavour) -> str:
    """Return the text of a paragraph, heading or table, with what Python-Markdown reads otherwise."""
    if not any(mark in text for mark in "\\${"):
        return text
    return outside_code(text, lambda prose: _prose(prose, flavour))


def _prose(text: str, flavour: Flavour) -> str:
    formulas = [_FORMULA, *([_DOLLARS] if flavour.dollars else [])]
    pattern = re.compile("|".join(found.pattern for found in (*formulas, _TAG)), re.DOTALL)
    parts = []
    done = 0
    for found in pattern.finditer(text):
        parts += [_escapes(text[done : found.start()], flavour), _formula(found[0], flavour)]
        done = found.end()
    return "".join([*parts, _escapes(text[done:], flavour)])


def _formula(text: str, flavour: Flavour) -> str:
    """Return a formula as pymdownx.arithmatex wants it; tags stay."""
    if text.startswith("$$") and (flavour.kramdown or flavour.dollars):
        return f"\\({text[2:-2].strip()}\\)"
    if text.startswith("\\\\"):
        return text[1:-3] + text[-2:]
    return text


def _escapes(text: str, flavour: Flavour) -> str:
    text = _KRAMDOWN_BREAK.sub("  \n", text) if flavour.kramdown else _BREAK.sub("  \n", text)
    text = _ESCAPE.sub(lambda found: _escape(found[1], flavour), text)
    return _BRACE.sub(r"\\{", text)


def _escape(char: str, flavour: Flavour) -> str:
    """Return an escaped character so that no backslash is left of it."""
    if char in _KEPT_ESCAPES or (flavour.kramdown and char not in _KRAMDOWN_ESCAPES):
        return f"\\{char}"
    return f"&#{ord(char)};"
