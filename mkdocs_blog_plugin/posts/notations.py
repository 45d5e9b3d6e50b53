"""The notations of front matter: each a function from the text of a header to what it says.

None of them raises: what cannot be read as a whole is read key by key, and told.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import time
from typing import Any, TypeAlias

from mkdocs_blog_plugin.posts.yaml_text import MalformedError, Oddity, load_yaml

_Load: TypeAlias = Callable[[str], Mapping[str, object]]

_YAML_KEY = re.compile(r"^(?P<key>[\w.-]+(?: [\w.-]+)*)[ \t]*:(?=\s|\Z)", re.MULTILINE)
_TOML_KEY = re.compile(r"^[ \t]*(?P<key>[\w-]+|\"[^\"\n]+\"|'[^'\n]+')[ \t]*[.=]", re.MULTILINE)
_TOML_TABLE = re.compile(r"^[ \t]*\[\[?[ \t]*(?P<key>[\w-]+|\"[^\"\n]+\")", re.MULTILINE)
_TOML_PLACE = re.compile(r" \(at (?:line (?P<line>\d+), column \d+|end of document)\)")
_JSON_END = re.compile(r"^\}[ \t]*(?:\n|\Z)", re.MULTILINE)
_REST_OF_LINE = re.compile(r"[ \t]*\n?")
_MULTIMARKDOWN_KEY = re.compile(r" {0,3}(?P<key>[A-Za-z0-9_-]+):\s*(?P<value>.*)")
_MULTIMARKDOWN_MORE = re.compile(r"(?: {4}|\t)\s*(?P<value>.*)")


@dataclass(frozen=True, kw_only=True)
class Parsed:
    """What a header says."""

    values: Mapping[str, object] | None
    """None where the text is something else than keys with values."""
    lines: Mapping[str, int]
    """1-based line of each key in the header."""
    oddities: tuple[Oddity, ...] = ()
    plain: Mapping[str, Any] | None = None
    """What MkDocs makes of the same text; None where that is nothing like `values`."""
    length: int
    """Characters that belong to the header."""


def parse_yaml(text: str) -> Parsed:
    """Read the YAML between two lines of dashes."""
    try:
        loaded = load_yaml(text)
    except MalformedError as error:
        hint = "blanks, no tabs, for indentation; quotes around a value with ': ' in it"
        return _key_by_key(text, error, hint, _YAML_KEY, _load_yaml_map)
    values = {} if loaded.value is None else loaded.value
    plain = loaded.plain()
    return Parsed(
        values=values if isinstance(values, dict) else None,
        lines=loaded.key_lines(),
        oddities=loaded.oddities,
        plain=plain if isinstance(plain, dict) else None,
        length=len(text),
    )


def parse_toml(text: str) -> Parsed:
    """Read the TOML between two lines of plus signs; times of day become text."""
    top = _TOML_TABLE.split(text, maxsplit=1)[0]
    try:
        values = _load_toml(text)
    except MalformedError as error:
        return _key_by_key(top, error, "text in quotes, lists in brackets", _TOML_KEY, _load_toml)
    found = [*_TOML_KEY.finditer(top), *_TOML_TABLE.finditer(text)]
    lines = {_bare(match["key"]): _line(text, match.start()) for match in reversed(found)}
    return Parsed(values=values, lines=lines, length=len(text))


def parse_json(text: str) -> Parsed:
    """Read the JSON object with which `text` begins."""
    try:
        values, length = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError) as error:
        return _broken_json(text, error)
    lines, oddities = _places_in_json(text[:length])
    rest = _REST_OF_LINE.match(text, length)
    return Parsed(
        values=_without_surrogates(values),
        lines=lines,
        oddities=oddities,
        length=rest.end() if rest else length,
    )


def parse_multimarkdown(text: str) -> Parsed:
    """Read `Key: value` lines at the beginning of `text` as MkDocs does, keys in lower case."""
    values: dict[str, str] = {}
    lines: dict[str, int] = {}
    key, length = "", 0
    for number, line in enumerate(text.split("\n"), start=1):
        found = _MULTIMARKDOWN_KEY.match(line)
        if found:
            key = found["key"].lower()
            lines.setdefault(key, number)
        elif key and line.strip():
            found = _MULTIMARKDOWN_MORE.match(line)
        if not found:
            break
        values[key] = f"{values.get(key, '')} {found['value'].strip()}".strip()
        length += len(line) + 1
    return Parsed(values=values, lines=lines, plain=values, length=length)


def _key_by_key(
    text: str, error: MalformedError, hint: str, pattern: re.Pattern[str], load: _Load
) -> Parsed:
    """Return what can be read of a header whose notation is broken somewhere."""
    keys = list(pattern.finditer(text))
    ends = [*(found.start() for found in keys), len(text)][1:]
    values: dict[str, object] = {}
    lines: dict[str, int] = {}
    oddities = []
    for found, end in zip(keys, ends, strict=True):
        chunk = text[found.start() : end]
        key, line = _bare(found["key"]), _line(text, found.start())
        try:
            values.update(load(chunk))
        except MalformedError as fault:
            oddities.append(Oddity(line + fault.line - 1, key, fault.message, hint))
            values[key] = _rescued(chunk, key, chunk[found.end() - found.start() :], load)
        lines[key] = line
    whole = Oddity(error.line, "", error.message, hint)
    return Parsed(
        values=values or None,
        lines=lines,
        oddities=tuple(oddities) or (whole,),
        length=len(text),
    )


def _rescued(chunk: str, key: str, written: str, load: _Load) -> object:
    """Return the value of a key that cannot be read as it is: without its tabs, else as text."""
    try:
        return load(chunk.expandtabs(2)).get(key)
    except MalformedError:
        return _bare(written.strip())


def _load_yaml_map(text: str) -> Mapping[str, object]:
    value = load_yaml(text).value
    return value if isinstance(value, dict) else {}


def _load_toml(text: str) -> Mapping[str, object]:
    try:
        return {key: _without_times(value) for key, value in tomllib.loads(text).items()}
    except (ValueError, RecursionError) as error:
        place = _TOML_PLACE.search(str(error))
        line = int(place["line"] or text.count("\n") + 1) if place else 1
        raise MalformedError(_TOML_PLACE.sub("", str(error)), line) from error


def _without_times(value: object) -> object:
    """Return `value` without the times of day that TOML has and YAML lacks."""
    if isinstance(value, dict):
        return {key: _without_times(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_without_times(item) for item in value]
    return value.isoformat() if isinstance(value, time) else value


def _broken_json(text: str, error: Exception) -> Parsed:
    """Return what YAML, which forgives a comma too many, makes of a JSON object."""
    closing = _JSON_END.search(text)
    header = text[: closing.end()] if closing else ""
    line, message = getattr(error, "lineno", 1), getattr(error, "msg", "this cannot be read")
    read = parse_yaml(header.expandtabs(1))
    return Parsed(
        values=read.values or None,
        lines=read.lines,
        oddities=(Oddity(line, "", message, "a JSON object"),),
        length=len(header),
    )


def _places_in_json(text: str) -> tuple[Mapping[str, int], tuple[Oddity, ...]]:
    """Return the line of each key of a JSON object, and its doubles: JSON is YAML but for tabs."""
    try:
        loaded = load_yaml(text.expandtabs(1))
    except MalformedError:
        return {}, ()
    return loaded.key_lines(), loaded.oddities


def _without_surrogates(values: Mapping[str, object]) -> Mapping[str, object]:
    """Return `values` without halves of characters, which JSON can write and no file can hold."""
    text = json.dumps(values, ensure_ascii=False).encode(errors="replace")
    repaired: Mapping[str, object] = json.loads(text)
    return repaired


def _bare(text: str) -> str:
    """Return `text` without the quotes around it."""
    is_quoted = len(text) > 1 and text[0] == text[-1] and text[0] in "\"'"
    return text[1:-1] if is_quoted else text


def _line(text: str, index: int) -> int:
    """Return the 1-based line of `text[index]`."""
    return text.count("\n", 0, index) + 1
