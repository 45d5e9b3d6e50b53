"""Shortcodes in a text: found with their arguments and their content, replaced by what they are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.convert.text.lines import line_numbers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_SHORTCODE = re.compile(
    r"\{\{(?P<mark>[<%])(?P<comment>/\*)?\s*(?P<end>/?)\s*(?P<name>[\w./-]*[\w-])(?P<arguments>(?:\s(?:\"(?:[^\"\\\n]|\\.)*+\"|`[^`]{0,4000}`|(?!\{\{[<%])[^\"`])*?)?)(?P<alone>/?)(?:(?<=/)\s*+)?(?:\*/)?[>%]\}\}"
)
_ARGUMENT = re.compile(
    r"(?:(?P<name>[\w-]+)\s*=\s*)?(?:\"(?P<double>(?:[^\"\\]|\\.)*)\"|`(?P<raw>[^`]*)`|(?P<bare>[^\s\"`]+))"
)
_DEEPEST = 30


@dataclass(frozen=True, kw_only=True)
class Shortcode:
    """A shortcode as it stands in a text."""

    name: str
    args: tuple[str, ...] = ()
    params: Mapping[str, str] = field(default_factory=dict)
    """Named arguments, names in lower case."""
    inner: str = ""
    """What stands between it and its end, with the shortcodes in there replaced."""
    is_markdown: bool = False
    """Whether it is written with percent signs, so that its content is Markdown."""
    has_end: bool = False
    text: str = ""
    """As it is written."""
    line: int = 1
    """1-based, in the text."""
    indent: str = ""
    """Spaces before it, if nothing else stands before it on its line."""
    is_alone: bool = False
    """Whether nothing else stands on its line."""

    def get(self, *names: str, default: str = "") -> str:
        """Return the first of the named arguments that is there."""
        return next((self.params[name] for name in names if self.params.get(name)), default)

    def first(self, *names: str) -> str:
        """Return one of the named arguments, else the first of those without a name."""
        return self.get(*names) or (self.args[0] if self.args else "")


def replace_shortcodes(text: str, write: Callable[[Shortcode], str]) -> str:
    """Return `text` with each shortcode replaced by what `write` makes of it.

    Those in comments, `{{</* x */>}}`, become what they show.
    """
    if "{{<" not in text and "{{%" not in text:
        return text
    tokens = list(_SHORTCODE.finditer(text))
    return _replaced(text, tokens, _ends(tokens), write)


def _ends(tokens: list[re.Match[str]]) -> dict[int, int]:
    """Return the index of the end of each shortcode that has one, by the shortcode's own index."""
    ends: dict[int, int] = {}
    opened: list[int] = []
    for index, token in enumerate(tokens):
        if token["comment"] or token["alone"]:
            continue
        if not token["end"]:
            opened.append(index)
            continue
        for place in range(len(opened) - 1, max(-1, len(opened) - 1 - _DEEPEST), -1):
            if tokens[opened[place]]["name"] == token["name"]:
                ends[opened[place]] = index
                del opened[place:]
                break
    return ends


def _replaced(
    text: str,
    tokens: list[re.Match[str]],
    ends: Mapping[int, int],
    write: Callable[[Shortcode], str],
) -> str:
    line_of = line_numbers(text)

    def piece(first: int, last: int, start: int, stop: int, depth: int) -> str:
        parts = []
        index = first
        while index < last:
            token = tokens[index]
            parts.append(text[start : token.start()])
            start = token.end()
            end = ends.get(index)
            if token["comment"]:
                parts.append(re.sub(r"([<%])/\*", r"\1", token[0]).replace("*/", ""))
            elif token["end"]:
                pass
            elif end is None or depth > _DEEPEST:
                parts.append(write(_shortcode(text, token, line_of(token.start()))))
            else:
                inner = piece(index + 1, end, start, tokens[end].start(), depth + 1)
                found = _shortcode(text, token, line_of(token.start()), inner, tokens[end].end())
                parts.append(write(found))
                start = tokens[end].end()
                index = end
            index += 1
        return "".join([*parts, text[start:stop]])

    return piece(0, len(tokens), 0, len(text), 0)


def _shortcode(
    text: str, token: re.Match[str], line: int, inner: str | None = None, end: int | None = None
) -> Shortcode:
    args, params = _arguments(token["arguments"] or "")
    begin = text.rfind("\n", 0, token.start()) + 1
    before = text[begin : token.start()]
    stop = end or token.end()
    after = text[stop : text.find("\n", stop) if text.find("\n", stop) >= 0 else len(text)]
    return Shortcode(
        name=token["name"].removesuffix(".html"),
        args=args,
        params=params,
        inner=inner or "",
        is_markdown=token["mark"] == "%",
        has_end=inner is not None,
        text=token[0],
        line=line,
        indent=before if not before.strip() else "",
        is_alone=not before.strip() and not after.strip(),
    )


def _arguments(text: str) -> tuple[tuple[str, ...], dict[str, str]]:
    args: list[str] = []
    params: dict[str, str] = {}
    for found in _ARGUMENT.finditer(text):
        double = found["double"]
        value = re.sub(r'\\(["\\])', r"\1", double) if double is not None else found["raw"]
        value = value if value is not None else found["bare"]
        if found["name"]:
            params[found["name"].lower()] = value
        else:
            args.append(value)
    return tuple(args), params
