"""The notations of front matter, each with a function that parses the text of a header.

None of them raises: a header that cannot be read as a whole is read key by key, and reported.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import time
from typing import Any, TypeAlias

from mkdocs_blog_plugin.posts.yaml_text import (
    MAX_DEPTH,
    MalformedError,
    ParseWarning,
    Places,
    check_depth,
    load_yaml,
)

_Load: TypeAlias = Callable[[str], Mapping[str, object]]

_YAML_KEY = re.compile(r"^(?P<key>[\w.-]+(?: [\w.-]+)*)[ \t]*:(?=\s|\Z)", re.MULTILINE)
_TOML_KEY = re.compile(r"^[ \t]*(?P<key>[\w-]+|\"[^\"\n]+\"|'[^'\n]+')[ \t]*[.=]", re.MULTILINE)
_TOML_TABLE = re.compile(r"^[ \t]*\[\[?[ \t]*(?P<key>[\w-]+|\"[^\"\n]+\")", re.MULTILINE)
_TOML_PART = r"""(?:[\w-]++|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+')"""
_TOML_DEEP = re.compile(rf"(?<![\w-]){_TOML_PART}(?:[ \t]*+\.[ \t]*+{_TOML_PART}){{{MAX_DEPTH}}}")
"""A dotted key of which `tomllib` would make a table per part, and a list of all its beginnings."""
_TOML_PLACE = re.compile(r" \(at (?:line (?P<line>\d+), column \d+|end of document)\)")
_JSON_END = re.compile(r"^\}[ \t]*(?:\n|\Z)", re.MULTILINE)
_MAX_BITS = 64
_REST_OF_LINE = re.compile(r"[ \t]*\n?")
_MULTIMARKDOWN_KEY = re.compile(r" {0,3}(?P<key>[A-Za-z0-9_-]+):\s*(?P<value>.*)")
_MULTIMARKDOWN_BLANK = re.compile(r"[^\S\n]+\n")
"""A first line that MkDocs takes off the text."""
_MULTIMARKDOWN_MORE = re.compile(r"(?: {4}|\t)\s*(?P<value>.*)")


@dataclass(frozen=True, kw_only=True)
class Parsed:
    """The keys and values of a header."""

    values: Mapping[str, object] | None
    """None if the text is not a map of keys and values."""
    lines: Mapping[str, int]
    """1-based line of each key in the header."""
    inner_lines: Mapping[str, int] = field(default_factory=dict)
    """The same for the keys of maps that are values: `date.created`."""
    warnings: tuple[ParseWarning, ...] = ()
    plain: Mapping[str, Any] | None = None
    """The values as MkDocs reads the same text; None if it does not read a map."""
    length: int
    """Characters that belong to the header."""


def parse_yaml(text: str) -> Parsed:
    """Read the YAML between two lines of dashes."""
    try:
        loaded = load_yaml(text)
    except MalformedError as error:
        return _key_by_key(text, error, _yaml_hint(text, error), _YAML_KEY, _load_yaml_map)
    values = {} if loaded.value is None else loaded.value
    plain = loaded.plain()
    return Parsed(
        values=values if isinstance(values, dict) else None,
        lines=loaded.places.lines,
        inner_lines=loaded.places.inner_lines,
        warnings=loaded.warnings,
        plain=plain if isinstance(plain, dict) else None,
        length=len(text),
    )


def _yaml_hint(text: str, error: MalformedError) -> str:
    """Return the correction for the line of a fault: spaces or quotes, if their lack is the cause."""
    lines = text.split("\n")
    line = lines[min(error.line, len(lines)) - 1]
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "spaces instead of tabs for indentation"
    if ": " in line.partition(": ")[2]:
        return "quotes around a value with ': ' in it"
    return "YAML such as 'title: My first post'"


def parse_toml(text: str) -> Parsed:
    """Read the TOML between two lines of plus signs; times of day become text."""
    top = _TOML_TABLE.split(text, maxsplit=1)[0]
    try:
        values = _load_toml(text)
    except MalformedError as error:
        return _key_by_key(top, error, "text in quotes, lists in brackets", _TOML_KEY, _load_toml)
    found = [*_numbered(_TOML_KEY, top), *_numbered(_TOML_TABLE, text)]
    lines = {_bare(match["key"]): line for line, match in reversed(found)}
    return Parsed(values=values, lines=lines, length=len(text))


def parse_json(text: str) -> Parsed:
    """Read the JSON object with which `text` begins."""
    try:
        values, length = json.JSONDecoder().raw_decode(text)
        check_depth(values)
    except (ValueError, RecursionError, MalformedError) as error:
        return _broken_json(text, error)
    places, warnings = _places_in_json(text[:length])
    rest = _REST_OF_LINE.match(text, length)
    return Parsed(
        values=_without_surrogates(values),
        lines=places.lines,
        inner_lines=places.inner_lines,
        warnings=warnings,
        length=rest.end() if rest else length,
    )


def parse_multimarkdown(text: str) -> Parsed:
    """Read `Key: value` lines at the beginning of `text` as MkDocs does, keys in lower case."""
    values: dict[str, list[str]] = {}
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
        values.setdefault(key, []).append(found["value"].strip())
        length += len(line) + 1
    joined = {key: " ".join(filter(None, parts)) for key, parts in values.items()}
    plain = None if _MULTIMARKDOWN_BLANK.match(text) else joined
    return Parsed(values=joined, lines=lines, plain=plain, length=length)


def _key_by_key(
    text: str, error: MalformedError, hint: str, pattern: re.Pattern[str], load: _Load
) -> Parsed:
    """Return the readable keys of a header that has a syntax error."""
    keys = list(_numbered(pattern, text))
    ends = [*(found.start() for _, found in keys), len(text)][1:]
    values: dict[str, object] = {}
    lines: dict[str, int] = {}
    warnings = []
    for (line, found), end in zip(keys, ends, strict=True):
        chunk = text[found.start() : end]
        key = _bare(found["key"])
        try:
            values.update(load(chunk))
        except MalformedError as fault:
            warnings.append(ParseWarning(line + fault.line - 1, key, fault.message, hint))
            values[key] = _rescued(chunk, key, chunk[found.end() - found.start() :], load)
        lines[key] = line
    whole = ParseWarning(error.line, "", error.message, hint)
    return Parsed(
        values=values or None,
        lines=lines,
        warnings=tuple(warnings) or (whole,),
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
    import tomllib  # noqa: PLC0415 - most front matter is YAML

    if deep := _TOML_DEEP.search(text):
        line = text.count("\n", 0, deep.start()) + 1
        raise MalformedError("tables are nested too deeply", line)
    try:
        values = tomllib.loads(text)
        check_depth(values)
        return {key: _readable(value) for key, value in values.items()}
    except (ValueError, RecursionError) as error:
        place = _TOML_PLACE.search(str(error))
        line = int(place["line"] or text.count("\n") + 1) if place else 1
        raise MalformedError(_TOML_PLACE.sub("", _message(error)), line) from error


def _readable(value: object) -> object:
    """Return `value` without what only TOML has: times of day, and integers of any length."""
    if isinstance(value, dict):
        return {key: _readable(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_readable(item) for item in value]
    if isinstance(value, int) and value.bit_length() > _MAX_BITS:
        return hex(value)
    return value.isoformat() if isinstance(value, time) else value


def _broken_json(text: str, error: Exception) -> Parsed:
    """Return a broken JSON object as read by the YAML parser, which accepts trailing commas."""
    closing = _JSON_END.search(text)
    header = text[: closing.end()] if closing else ""
    line, message = getattr(error, "lineno", 1), _message(error)
    read = parse_yaml(header.expandtabs(1))
    return Parsed(
        values=read.values or None,
        lines=read.lines,
        warnings=(ParseWarning(line, "", message, "a JSON object"),),
        length=len(header),
    )


def _message(error: Exception) -> str:
    """Return the message of a parser without advice about Python."""
    text = str(getattr(error, "msg", error))
    return "a number has too many digits" if "set_int_max_str_digits" in text else text


def _places_in_json(text: str) -> tuple[Places, tuple[ParseWarning, ...]]:
    """Return where the keys of a JSON object stand, and its duplicates: JSON without tabs is YAML."""
    try:
        loaded = load_yaml(text.expandtabs(1))
    except MalformedError:
        return Places(None), ()
    return loaded.places, loaded.warnings


def _without_surrogates(values: Mapping[str, object]) -> Mapping[str, object]:
    """Return `values` without lone surrogates, which JSON can write and UTF-8 cannot."""
    text = json.dumps(values, ensure_ascii=False).encode(errors="replace")
    repaired: Mapping[str, object] = json.loads(text)
    return repaired


def _bare(text: str) -> str:
    """Return `text` without the quotes around it."""
    is_quoted = len(text) > 1 and text[0] == text[-1] and text[0] in "\"'"
    return text[1:-1] if is_quoted else text


def _numbered(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield each match of `pattern` in `text` with its 1-based line."""
    line, position = 1, 0
    for found in pattern.finditer(text):
        line += text.count("\n", position, found.start())
        position = found.start()
        yield line, found
