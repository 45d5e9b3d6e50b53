"""Front matter of Docusaurus' posts in our terms."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC
from typing import TYPE_CHECKING, Any, Final

from mkdocs_blog_plugin.convert.docusaurus.tags import labels
from mkdocs_blog_plugin.convert.values import (
    filled,
    moment_of,
    text_of,
    texts_of,
    written,
)
from mkdocs_blog_plugin.posts.body import first_heading
from mkdocs_blog_plugin.posts.values import as_flag

if TYPE_CHECKING:
    from datetime import datetime

_READ: Final = frozenset({
    "author", "author_image_url", "author_imageurl", "author_title", "author_url", "authors",
    "date", "description", "draft", "hide", "hide_table_of_contents", "id", "image", "last_update",
    "slug", "tags", "title", "unlisted",
})  # fmt: skip
_ATTRIBUTES: Final = {
    "name": "name", "title": "title", "url": "url", "email": "email", "image_url": "avatar",
}  # fmt: skip
"""Our keys for the attributes of an author, by those of Docusaurus."""


def front_matter_of(
    meta: Mapping[str, Any], own: Mapping[str, object], date: datetime | None, body: str
) -> dict[str, Any]:
    """Return the front matter of a post in our terms.

    Args:
        meta: Its front matter, keys in lower case.
        own: The same, keys as written; those that mean nothing to us are kept below `params`.
        date: Its date of publication, from front matter or from its name.
        body: Its MDX, whose first heading is the title of a post without one.
    """
    update = meta.get("last_update")
    updated = moment_of(update.get("date"), UTC) if isinstance(update, Mapping) else None
    rest = {key: value for key, value in own.items() if str(key).lower() not in _READ}
    values: dict[str, Any] = {
        "title": text_of(meta.get("title")) or first_heading(body),
        "date": written(date, UTC) if date else None,
        "updated": written(updated, UTC) if updated else None,
        "authors": _authors(meta),
        "tags": labels(meta.get("tags")),
        "description": text_of(meta.get("description")),
        "image": text_of(meta.get("image")),
        "draft": as_flag(meta.get("draft")),
        "unlisted": as_flag(meta.get("unlisted")),
        "hide": _hidden(meta),
        "params": rest,
    }
    return filled(values)


def _hidden(meta: Mapping[str, Any]) -> list[str]:
    """Return the parts of its page that a post goes without, as Material calls them."""
    toc = ["toc"] if as_flag(meta.get("hide_table_of_contents")) else []
    return list(dict.fromkeys([*texts_of(meta.get("hide")), *toc]))


def _authors(meta: Mapping[str, Any]) -> list[Any]:
    """Return the authors, each an id, a name or a map; those of `authors`, else that of the older keys."""
    value = meta.get("authors")
    items = value if isinstance(value, list) else [value]
    found = [author for item in items for author in _author(item)]
    return found or _author_of_older_keys(meta)


def _author(item: object) -> list[Any]:
    """Return the author that an item of `authors` means; none for an empty one."""
    if not isinstance(item, Mapping):
        return texts_of(item)
    found: dict[str, Any] = {
        ours: text for theirs, ours in _ATTRIBUTES.items() if (text := text_of(item.get(theirs)))
    }
    socials = item.get("socials")
    if isinstance(socials, Mapping) and socials:
        found["socials"] = dict(socials)
    return [found] if "name" in found else texts_of(item.get("key"))


def _author_of_older_keys(meta: Mapping[str, Any]) -> list[Any]:
    name = text_of(meta.get("author"))
    if not name:
        return []
    others = {
        ours: text
        for ours, key in (("title", "title"), ("url", "url"), ("avatar", "image_url"))
        if (text := text_of(meta.get(f"author_{key}")))
    }
    return [{"name": name, **others} if others else name]
