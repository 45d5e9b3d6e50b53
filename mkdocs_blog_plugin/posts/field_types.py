"""Whether the fields of a post hold what their annotations say; hooks may have replaced them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import Field, fields, is_dataclass
from datetime import datetime
from functools import cache
from types import UnionType
from typing import Any, Final, get_args, get_origin, get_type_hints

from mkdocs_blog_plugin.posts.post import Post
from mkdocs_blog_plugin.urls.location import Location

FOR_TYPE_CHECKERS: Final[Mapping[str, Any]] = {
    "Mapping": Mapping,
    "datetime": datetime,
    "Location": Location,
}
"""Names in annotations of posts and their parts that the modules import for type checkers only."""


def wrong_field(post: Post, before: Post) -> Field[Any] | None:
    """Return the first field in which `post` differs from `before` and is of the wrong type, if any."""
    hints = _hints(Post)
    for field in fields(Post):
        value = getattr(post, field.name)
        if value is not getattr(before, field.name) and not _fits(value, hints[field.name]):
            return field
    return None


def _fits(value: object, kind: Any) -> bool:
    """Return whether `value` is a `kind`, and its items are what that says."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is UnionType:
        return any(_fits(value, argument) for argument in arguments)
    if origin is tuple:
        return isinstance(value, tuple) and all(_fits(item, arguments[0]) for item in value)
    if origin is Mapping:
        key, item = arguments
        return isinstance(value, Mapping) and all(
            _fits(name, key) and _fits(value[name], item) for name in value
        )
    if isinstance(kind, type) and is_dataclass(kind):
        return isinstance(value, kind) and all(
            _fits(getattr(value, name), hint) for name, hint in _hints(kind).items()
        )
    if kind is datetime:
        return isinstance(value, datetime) and value.utcoffset() is not None
    return isinstance(value, kind) and (kind is not int or not isinstance(value, bool))


@cache
def _hints(kind: type) -> Mapping[str, Any]:
    return get_type_hints(kind, localns=dict(FOR_TYPE_CHECKERS))
