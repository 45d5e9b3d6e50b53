"""Inline text: code spans, formulas and tags separated from prose; escapes and line breaks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.posts.code import change_prose, split_spans

if TYPE_CHECKING:
    from mkdocs_blog_plugin.convert.text.flavour import Flavour

_TAG = re.compile(
    r"<!--(?:(?!<!--).)*?-->|(?<!<)</?[a-zA-Z][^<>]*>|<[a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>]*>", re.DOTALL
)
_FORMULA = re.compile(
    r"\$\$[^$]+\$\$|\\\\\((?:(?!\\\\\()[^\n])*?\\\\\)|\\\\\[(?:(?!\\\\\[)[^\n])*?\\\\\]"
)
_DOLLARS = re.compile(r"(?<![\\$])\$(?=[^\s$])[^$\n]*[^\s$\\]\$(?![\d$])")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_KEPT_ESCAPES = "\\`*_{}[]()>#+-.!|"
"""What Python-Markdown and its tables take a backslash from."""
_KRAMDOWN_ESCAPES = "<:\"'$="
_BREAK = re.compile(r"(?<!\\)\\\n")
_KRAMDOWN_BREAK = re.compile(r"\\\\\n")
_BRACE = re.compile(r"(?<=[)*_`\]])\{(?!:|[#.][\w-]|[\w-]+=|\{|%)")


def convert_inline(text: str, flavour: Flavour) -> str:
    """Return the text of a paragraph, heading or table, with what Python-Markdown reads otherwise."""
    if not any(mark in text for mark in ("\\", "$", "{", "<<", ">>")):
        return text
    return change_prose(split_spans(text), lambda prose: _prose(prose, flavour))


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
    if flavour.kramdown:
        text = _KRAMDOWN_BREAK.sub("  \n", text).replace("<<", "«").replace(">>", "»")
    else:
        text = _BREAK.sub("  \n", text)
    text = _ESCAPE.sub(lambda found: _escape(found[1], flavour), text)
    return _BRACE.sub(r"\\{", text)


def _escape(char: str, flavour: Flavour) -> str:
    """Return an escaped character so that no backslash is left of it."""
    if char in _KEPT_ESCAPES or (flavour.kramdown and char not in _KRAMDOWN_ESCAPES):
        return f"\\{char}"
    return f"&#{ord(char)};"
