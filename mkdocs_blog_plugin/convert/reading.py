"""The task of a reader: an old blog to read, and where to note what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from mkdocs_blog_plugin.convert.report import Notes
    from mkdocs_blog_plugin.convert.sources import Sources

Template: TypeAlias = Callable[[Sequence[str], Mapping[str, object], str], str]
"""Writes a tag, from its arguments, its named arguments and its content."""


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What every reader is given."""

    sources: Sources
    """The old blog's folder."""
    notes: Notes
    """Collects what was converted, and what was not."""
    maps: Mapping[str, Template]
    """What the user writes for a tag, shortcode or component, by its name."""
    progress: Callable[[Sequence[Any]], Iterable[Any]]
    """Yields the posts it is given, and shows the progress."""
