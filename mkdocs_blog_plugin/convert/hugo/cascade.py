"""Front matter that the sections of a Hugo site, and its configuration, hand down to pages."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from mkdocs_blog_plugin.convert.values import lowered, text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_WILD = re.compile(r"\*\*|\*|\?|\{[^{}]*\}")


@dataclass(frozen=True, kw_only=True)
class Place:
    """What the targets of a cascade look at in a page."""

    path: str
    """Below the content of its language, without suffix."""
    language: str
    is_section: bool


@dataclass(frozen=True)
class _Rule:
    """Values for the pages that a target means."""

    values: Mapping[str, Any]
    target: Mapping[str, str]

    def applies(self, page: Place) -> bool:
        """Return whether a page is meant."""
        has = {
            "path": f"/{page.path}".lower(),
            "kind": "section" if page.is_section else "page",
            "lang": page.language,
        }
        return all(
            re.fullmatch(_pattern(wanted.lower()), has[key])
            for key, wanted in self.target.items()
            if key in has
        )


@dataclass(frozen=True)
class Cascades:
    """The cascades of a site, by the folder below which they apply; that of the configuration has none."""

    rules: dict[str, Sequence[_Rule]] = field(default_factory=dict)

    def add(self, folder: str, cascade: object) -> None:
        """Take what the page of a folder says: a map, or a list of maps with a target each."""
        entries = cascade if isinstance(cascade, list) else [cascade]
        found = [_rule(lowered(entry)) for entry in entries if isinstance(entry, Mapping)]
        if found:
            self.rules[folder] = found

    def values(self, folder: str, page: Place) -> dict[str, Any]:
        """Return the front matter, keys in lower case, that a page in `folder` gets; the nearest section wins."""
        above = [folder]
        while above[-1]:
            above.append(posixpath.dirname(above[-1]))
        merged: dict[str, Any] = {}
        for place in reversed(above):
            for rule in reversed(self.rules.get(place, ())):
                merged |= rule.values if rule.applies(page) else {}
        return merged


def _rule(entry: dict[str, Any]) -> _Rule:
    target = entry.pop("_target", None) or entry.pop("target", None)
    wanted = lowered(target) if isinstance(target, Mapping) else {}
    params = entry.pop("params", None)
    values = {**(lowered(params) if isinstance(params, Mapping) else {}), **entry}
    return _Rule(values, {key: text_of(value) for key, value in wanted.items()})


def _pattern(glob: str) -> str:
    """Return the regular expression of a glob: `*` within a part of a path, `**` across, `{a,b}`."""
    parts = []
    done = 0
    for found in _WILD.finditer(glob):
        parts.append(re.escape(glob[done : found.start()]))
        parts.append(_wild(found[0]))
        done = found.end()
    return "".join([*parts, re.escape(glob[done:])])


def _wild(mark: str) -> str:
    if mark.startswith("{"):
        return f"(?:{'|'.join(map(_pattern, mark[1:-1].split(',')))})"
    return {"**": ".*", "*": "[^/]*", "?": "[^/]"}[mark]
