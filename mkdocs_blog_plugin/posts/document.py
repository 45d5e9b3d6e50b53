"""What a site hands over of one page: its text, and what is known about it from outside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.posts.front_matter import FrontMatter, parse_front_matter

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime


@dataclass(frozen=True)
class Document:
    """One page of the docs before anything is known about it."""

    src_uri: str
    text: str
    git_date: datetime | None = None
    """Aware; when the file was first committed, where that is to count."""
    defaults: Sequence[Mapping[str, object]] = ()
    """Front matter that the folders of the page give it (`.meta.yml`), outermost folder first."""

    @cached_property
    def front_matter(self) -> FrontMatter:
        """Its text, taken apart."""
        return parse_front_matter(self.text, self.src_uri)


def merge_defaults(
    defaults: Sequence[Mapping[str, object]], own: Mapping[str, object]
) -> dict[str, object]:
    """Return `own` front matter on top of `defaults`, as Material's meta plugin merges them.

    Maps are merged, lists are joined with the outermost first; of other values, and of values of
    different types, the innermost counts.
    """
    merged: dict[str, object] = {}
    for values in (*defaults, own):
        merged = _merge(merged, values)
    return merged


def _merge(outer: Mapping[str, object], inner: Mapping[str, object]) -> dict[str, object]:
    both = {key: _join(outer[key], inner[key]) for key in outer if key in inner}
    return {**outer, **inner, **both}


def _join(outer: object, inner: object) -> object:
    if isinstance(outer, Mapping) and isinstance(inner, Mapping):
        return _merge(outer, inner)
    if isinstance(outer, list) and isinstance(inner, list):
        return [*outer, *inner]
    return inner
