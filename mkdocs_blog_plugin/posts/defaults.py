"""Default front matter of posts: from their folders, and from the options."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.posts.keys import KEYS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_blog_plugin.settings import Settings

_RECOGNITION = "blog"
"""The key that decides what is a post; only a page or its folders may have it."""


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


def fill_in(values: Mapping[str, object], path: str, settings: Settings) -> dict[str, object]:
    """Return front matter, completed with the keys of `post_defaults` that it has under none of their names.

    Args:
        values: Front matter of the post at `path`, with that of its folders.
        path: `src_uri` of the post.
        settings: Of the blog.
    """
    defaults = settings.posts.defaults(path)
    if not defaults:
        return dict(values)
    synonyms = {name.lower(): names for names in _synonyms(settings) for name in names}
    present = {key.lower() for key in values}
    lacking = {
        key: value
        for key, value in defaults.items()
        if key.lower() != _RECOGNITION
        and not any(name.lower() in present for name in (key, *synonyms.get(key.lower(), ())))
    }
    return {**values, **lacking}


def conflicts(defaults: Sequence[Mapping[str, object]], own: Mapping[str, object]) -> list[str]:
    """Return the keys that are a list here and a text there, which Material's meta cannot merge."""
    outer = merge_defaults(defaults, {})
    return [key for key in own if key in outer and _kind(own[key]) is not _kind(outer[key])]


def _synonyms(settings: Settings) -> Iterator[tuple[str, ...]]:
    yield from KEYS.values()
    yield from (taxonomy.keys for taxonomy in settings.taxonomies)


def _kind(value: object) -> type:
    return next((kind for kind in (list, Mapping) if isinstance(value, kind)), str)


def _merge(outer: Mapping[str, object], inner: Mapping[str, object]) -> dict[str, object]:
    both = {key: _join(outer[key], inner[key]) for key in outer if key in inner}
    return {**outer, **inner, **both}


def _join(outer: object, inner: object) -> object:
    if isinstance(outer, Mapping) and isinstance(inner, Mapping):
        return _merge(outer, inner)
    if isinstance(outer, list) and isinstance(inner, list):
        return [*outer, *inner]
    return inner
