"""The syntax of Go's templates: text, actions and branches, and the words of an action."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from mkdocs_blog_plugin.problems import BlogError

_ACTION = re.compile(
    r"\{\{(?P<left>-?)(?P<body>\s*/\*.*?\*/\s*|(?:\"(?:[^\"\\]|\\.)*\"|`[^`]*`|(?!\{\{)[^`\"}]|\}(?!\}))*?)(?P<right>-?)\}\}",
    re.DOTALL,
)
_WORD = re.compile(
    r"\s*(?:(?P<string>\"(?:[^\"\\]|\\.)*\")|(?P<raw>`[^`]*`)|(?P<symbol>:=|=|\||\(|\)|,)"
    r"|(?P<number>-?\d+(?:\.\d+)?)(?![\w.])|(?P<name>\$?[\w]*(?:\.[\w]+)*\.?))"
)
_MOST_ACTIONS = 500


class UnsupportedError(BlogError):
    """A template uses a feature that is not supported here."""


def parse(template: str) -> list[Any]:
    """Return the nodes of a template: `("text", …)`, `("action", …)`, and branches.

    Raises:
        UnsupportedError: it has a block other than `if` and `with`, or is not complete.
    """
    tokens = _tokens(template)
    nodes, place = _parse(tokens, 0, nested=False)
    if place < len(tokens):
        raise UnsupportedError(f"'{tokens[place][1]}' where no block is open")
    return nodes


def _tokens(template: str) -> list[tuple[str, str]]:
    """Return text and actions in turn, white space trimmed where the actions ask for it."""
    tokens: list[tuple[str, str]] = []
    done = 0
    trim = False
    for found in _ACTION.finditer(template):
        text = template[done : found.start()]
        text = text.lstrip() if trim else text
        tokens.append(("text", text.rstrip() if found["left"] else text))
        tokens.append(("action", found["body"].strip()))
        done, trim = found.end(), bool(found["right"])
    rest = template[done:]
    tokens.append(("text", rest.lstrip() if trim else rest))
    if len(tokens) > 2 * _MOST_ACTIONS:
        raise UnsupportedError(f"more than {_MOST_ACTIONS} actions")
    return tokens


@dataclass(frozen=True)
class Branch:
    """`if` or `with`, and what it chooses between."""

    keyword: str
    condition: str
    then: list[Any]
    otherwise: list[Any]


def _parse(tokens: list[tuple[str, str]], place: int, *, nested: bool) -> tuple[list[Any], int]:
    """Return the nodes up to `end` or `else`, and the index of that token."""
    nodes: list[Any] = []
    while place < len(tokens):
        kind, text = tokens[place]
        word, _, rest = text.partition(" ")
        if kind == "text":
            nodes.append(("text", text))
        elif text.startswith("/*"):
            pass
        elif word in ("end", "else"):
            return nodes, place
        elif word in ("if", "with"):
            branch, place = _parse_branch(tokens, place, word, rest)
            nodes.append(branch)
        elif word in ("range", "define", "block", "template", "partial", "partialCached", "return"):
            raise UnsupportedError(f"'{word}'")
        else:
            nodes.append(("action", text))
        place += 1
    if nested:
        raise UnsupportedError("a missing 'end'")
    return nodes, place


def _parse_branch(
    tokens: list[tuple[str, str]], place: int, keyword: str, condition: str
) -> tuple[Branch, int]:
    then, place = _parse(tokens, place + 1, nested=True)
    otherwise: list[Any] = []
    text = tokens[place][1]
    if text.startswith("else"):
        word, _, rest = text.removeprefix("else").strip().partition(" ")
        if word in ("if", "with"):
            inner, place = _parse_branch(tokens, place, word, rest)
            otherwise = [inner]
        else:
            otherwise, place = _parse(tokens, place + 1, nested=True)
    return Branch(keyword, condition, then, otherwise), place


def words_of(text: str) -> list[tuple[str, str]]:
    """Return the words of an action, each with its kind: `string`, `raw`, `symbol`, `number`, `name`."""
    words: list[tuple[str, str]] = []
    place = 0
    while place < len(text.rstrip()):
        found = _WORD.match(text, place)
        if not found or found.end() == place:
            raise UnsupportedError(f"'{text}'")
        kind = found.lastgroup or ""
        words.append((kind, found[kind]))
        place = found.end()
    return words
