"""Front matter: the keys and values at the beginning of a page, in any notation, and the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import yaml

from mkdocs_blog_plugin.posts.header import Header, Notation, find_header
from mkdocs_blog_plugin.posts.notations import (
    Parsed,
    parse_json,
    parse_multimarkdown,
    parse_toml,
    parse_yaml,
)
from mkdocs_blog_plugin.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_PARSERS: Final[Mapping[Notation, Callable[[str], Parsed]]] = {
    Notation.YAML: parse_yaml,
    Notation.TOML: parse_toml,
    Notation.JSON: parse_json,
    Notation.MULTIMARKDOWN: parse_multimarkdown,
}


class FrontMatter(NamedTuple):
    """A page, taken apart."""

    data: Mapping[str, object]
    """Keys as written, and their values; dates are text in YAML and JSON."""
    lines: Mapping[str, int]
    """1-based line in the file of each key, and of those of maps below (`date.created`), in lower case."""
    body: str
    """The Markdown, without blank lines before it; lines end with `\\n`."""
    body_line: int
    """1-based line of the file on which the body begins."""
    is_clean: bool
    """Whether MkDocs, given the same text, reads the same keys and body."""
    plain: Mapping[str, Any] | None
    """The values as MkDocs reads them, with dates as objects; None if it may fail to read them."""
    problems: tuple[Problem, ...]
    """Faults in the front matter."""


def parse_front_matter(text: str, path: str = "") -> FrontMatter:
    """Take apart `text`, the page at `path`.

    YAML between `---` lines (or up to `...`), TOML between `+++` lines, a JSON object and the
    `Key: value` lines that MkDocs knows are read. Broken front matter is read key by key; text that
    is not front matter stays in the body.
    """
    source = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    header = find_header(source)
    parsed = _PARSERS[header.notation](header.text)
    end = len(source) - len(header.text) + parsed.length if header.end is None else header.end
    body = source[end if parsed.values is not None else 0 :].lstrip("\n")
    body = body if body.strip() else ""
    lines = {**parsed.inner_lines, **parsed.lines}
    is_clean = source == text and _mkdocs_reads(header, parsed, source)
    return FrontMatter(
        data=parsed.values or {},
        lines={key.lower(): header.line + line - 1 for key, line in lines.items()},
        body=body,
        body_line=source.count("\n", 0, len(source) - len(body)) + 1,
        is_clean=is_clean,
        plain=parsed.plain if is_clean else None,
        problems=tuple(_problems(header, parsed, path)),
    )


def body_from(text: str, line: int) -> str:
    """Return the body of `text`, a page that is clean and whose body begins on the 1-based `line`."""
    return text.split("\n", line - 1)[-1]


def clean_source(front_matter: FrontMatter) -> str | None:
    """Return the text that MkDocs should read instead of the file, or None if it reads the file correctly."""
    if front_matter.is_clean:
        return None
    header = yaml.safe_dump(dict(front_matter.data), allow_unicode=True, sort_keys=False)
    return f"---\n{header}---\n\n{front_matter.body}"


def _mkdocs_reads(header: Header, parsed: Parsed, source: str) -> bool:
    if parsed.values is None:
        return True  # it prints everything, and so do we
    if header.notation is Notation.MULTIMARKDOWN:
        return not source.startswith("---")
    is_regular = header.is_first and header.is_closed and source[: header.end].endswith("\n")
    return parsed.plain is not None and is_regular


def _problems(header: Header, parsed: Parsed, path: str) -> Iterator[Problem]:
    """Yield the problems of front matter as a whole, and of its lines."""
    fence = "'+++'" if header.notation is Notation.TOML else "'---'"
    if header.is_closed and parsed.values is None and not parsed.warnings:
        message, expected = "the front matter has no keys", "lines such as 'title: My first post'"
        yield Problem(path=path, line=header.line, message=message, expected=expected)
    if parsed.values and not header.is_first:
        message, expected = "blank lines come before the front matter", "front matter on line 1"
        yield Problem(path=path, line=1, message=message, expected=expected)
    if parsed.values and not header.is_closed:
        message, expected = f"the front matter has no {fence} at its end", f"a line {fence}"
        yield Problem(path=path, line=header.line - 1, message=message, expected=expected)
    yield from (warning.problem(path, first_line=header.line) for warning in parsed.warnings)
    yield from _doubles(header, parsed, path)


def _doubles(header: Header, parsed: Parsed, path: str) -> Iterator[Problem]:
    """Yield keys that differ by case alone."""
    seen: dict[str, str] = {}
    for key in parsed.values or ():
        other = seen.setdefault(key.lower(), key)
        if other != key:
            yield Problem(
                path=path,
                line=header.line + parsed.lines.get(key, 1) - 1,
                key=key,
                message=f"the key is already there as '{other}'",
                expected="each key once; the last one counts",
            )
