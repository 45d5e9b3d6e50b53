"""A changelog in the form of Keep a Changelog (https://keepachangelog.com), as posts.

Each dated version is a post; unreleased changes are not. Links are rewritten for the file of the
post.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import yaml

from mkdocs_blog_plugin.posts.code import fenced
from mkdocs_blog_plugin.posts.markdown_links import move_links
from mkdocs_blog_plugin.problems import Problem, Problems

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

_HEADING = re.compile(r"(#{1,6})[ \t]+(.*)")
_VERSION = re.compile(
    r"\[?v?(?P<version>\d[\w.+-]*)\]?(?:\((?P<url>[^\s()]+)\))?"
    r"(?:[ \t]+[-–—][ \t]+|[ \t]+|:[ \t]*)\(?(?P<date>\d{4}-\d{1,2}-\d{1,2})\)?"
    r"(?:[ \t]+(?P<note>\[[^]]+\]))?[ \t]*#*"
)
_UNRELEASED = re.compile(r"\[?unreleased\]?.*", re.IGNORECASE)
_DEFINITION = re.compile(r" {0,3}\[([^\]]+)\]:[ \t]*<?([^\s<>]+)>?.*")
_EXPECTED = "'## [1.2.0] - 2026-11-29'"
_LEVEL = 2
"""Level of the headings of versions."""


@dataclass(frozen=True, kw_only=True)
class Release:
    """One dated version."""

    version: str
    """Without a leading `v`."""
    day: date
    note: str
    """The rest of the heading, `[YANKED]` for example."""
    text: str
    """Markdown; its first headings are of level 2."""
    url: str
    """URL of the comparison with the version before; empty if the changelog has none."""
    line: int
    """1-based line of its heading in the changelog."""
    lines: tuple[int, ...]
    """The same of the lines of `text`, apart from what is defined elsewhere."""


@dataclass(frozen=True)
class _Section:
    heading: str
    line: int
    lines: list[tuple[int, str]]
    """Each with its number."""

    def body(self) -> list[tuple[int, str]]:
        """Return the lines without blank ones at the beginning and at the end."""
        filled = [place for place, (_, line) in enumerate(self.lines) if line.strip()]
        return self.lines[filled[0] : filled[-1] + 1] if filled else []


def read_changelog(text: str, path: str, problems: Problems) -> list[Release]:
    """Return the dated versions of a changelog, in its order.

    Args:
        text: The file.
        path: Where it lies, for messages.
        problems: Collects headings that are not read as a version with its date.
    """
    lines = text.splitlines()
    definitions = {
        found[1].casefold(): found for line in lines if (found := _DEFINITION.fullmatch(line))
    }
    references = [found[0] for found in definitions.values()]
    releases: dict[str, Release] = {}
    for section in _sections(lines):
        if _UNRELEASED.fullmatch(section.heading):
            continue
        release = _release(section, definitions, references)
        if release is None:
            message = f"cannot read a version and its date from '{section.heading}'"
            problems.add(Problem(path=path, line=section.line, message=message, expected=_EXPECTED))
        elif release.version in releases:
            message = f"version {release.version} has a section already, so this one is left out"
            expected = "one section for each version"
            problems.add(Problem(path=path, line=section.line, message=message, expected=expected))
        else:
            releases[release.version] = release
    if not releases and not problems:
        message = "the changelog has no dated version"
        problems.add(Problem(path=path, line=1, message=message, expected=_EXPECTED))
    return list(releases.values())


def to_document(
    release: Release,
    *,
    title: str,
    categories: Sequence[str],
    authors: Sequence[str],
    move: Callable[[str], str],
) -> str:
    """Return the text of the post that announces `release`, front matter included.

    Args:
        release: The version.
        title: Title of the post.
        categories: Its categories.
        authors: Its authors.
        move: Returns a link of the changelog as it leads from the post.
    """
    meta: dict[str, object] = {
        "title": f"{title} {release.note}".strip(),
        "date": release.day,
        "slug": release.version,
        "categories": list(categories),
        "authors": list(authors),
    }
    if release.url:
        meta["links"] = [{release.url.partition("://")[2]: release.url}]
    kept = {key: value for key, value in meta.items() if value}
    header = yaml.safe_dump(kept, allow_unicode=True, sort_keys=False)
    return f"---\n{header}---\n\n{move_links(release.text, move)}\n"


def _sections(lines: Iterable[str]) -> Iterator[_Section]:
    """Yield the sections under headings of level 2, fenced code left alone."""
    section = None
    for number, (line, in_code) in enumerate(fenced(lines), start=1):
        heading = None if in_code else _HEADING.fullmatch(line)
        if heading and len(heading[1]) == _LEVEL:
            if section:
                yield section
            section = _Section(heading[2].strip(), number, [])
        elif section and (in_code or not _DEFINITION.fullmatch(line)):
            is_deeper = heading and len(heading[1]) > _LEVEL
            section.lines.append((number, line[1:] if is_deeper else line))
    if section:
        yield section


def _release(
    section: _Section, definitions: Mapping[str, re.Match[str]], references: Sequence[str]
) -> Release | None:
    found = _VERSION.fullmatch(section.heading)
    if found is None:
        return None
    year, month, day = map(int, found["date"].split("-"))
    try:
        released = date(year, month, day)
    except ValueError:
        return None
    version = found["version"]
    named = definitions.get(version.casefold()) or definitions.get(f"v{version.casefold()}")
    lines = section.body()
    body = "\n".join(line for _, line in lines).strip()
    return Release(
        version=version,
        day=released,
        note=found["note"] or "",
        text="\n\n".join(part for part in (body, "\n".join(references)) if part),
        url=found["url"] or (named[2] if named else ""),
        line=section.line,
        lines=tuple(number for number, _ in lines),
    )
