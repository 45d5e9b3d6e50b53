"""Front matter of Jekyll, in our terms."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from mkdocs_blog_plugin.convert.people import authors_of
from mkdocs_blog_plugin.convert.values import filled, moment_of, text_of, texts_of, written
from mkdocs_blog_plugin.posts.values import as_flag

if TYPE_CHECKING:
    from mkdocs_blog_plugin.convert.jekyll.posts import JekyllPost
    from mkdocs_blog_plugin.convert.jekyll.site import JekyllSite

_READ: Final = frozenset({
    "alias", "aliases", "author", "authors", "categories", "category", "canonical_url", "date",
    "description", "excerpt", "excerpt_separator", "hidden", "image", "lang", "last_modified_at",
    "layout", "modified", "permalink", "pin", "published", "redirect_from", "redirect_to", "slug",
    "subtitle", "tag", "tags", "title", "updated",
})  # fmt: skip
"""Keys with a meaning; all others go below `params`, where they cannot be taken for ours."""
_UPDATED = ("last_modified_at", "updated", "modified")
"""Keys of the date of the last change, in the order in which they count."""


def front_matter(post: JekyllPost, site: JekyllSite) -> dict[str, Any]:
    """Return the front matter of a post in our terms, in the order in which it is written."""
    meta = post.meta
    changes = (moment_of(meta.get(key), site.zone) for key in _UPDATED)
    updated = next(filter(None, changes), None)
    keep_zone = not site.config.get("timezone")
    date = post.date if keep_zone else post.zone_date
    rest = {key: value for key, value in post.own.items() if str(key).lower() not in _READ}
    values: dict[str, Any] = {
        "title": post.title,
        "date": written(date, site.zone) if date else None,
        "updated": written(updated, site.zone) if updated else None,
        "authors": authors_of(meta, "author", "authors"),
        "categories": post.categories,
        "tags": post.tags,
        "description": text_of(meta.get("description")) or text_of(meta.get("subtitle")),
        "excerpt": text_of(meta.get("excerpt")),
        "excerpt_separator": text_of(meta.get("excerpt_separator")),
        "image": image_of(meta),
        "lang": text_of(meta.get("lang")),
        "canonical_url": text_of(meta.get("canonical_url")),
        "external_url": text_of(meta.get("redirect_to")),
        "draft": post.is_draft,
        "unlisted": as_flag(meta.get("hidden")),
        "pin": as_flag(meta.get("pin")),
        "params": {str(key): value for key, value in rest.items() if value not in (None, "")},
    }
    return filled(values)


def image_of(meta: Mapping[str, Any]) -> Any:
    """Return the cover: a path, or a map with its alternative text."""
    header = meta.get("header")
    inner = header if isinstance(header, Mapping) else {}
    names = ("image", "cover", "thumbnail", "feature_image", "featured_image", "banner", "img")
    candidates = [
        *(meta.get(name) for name in names),
        *(inner.get(name) for name in ("image", "overlay_image", "teaser", "og_image")),
    ]
    for value in candidates:
        if isinstance(value, Mapping):
            paths = (text_of(value.get(key)) for key in ("path", "url", "src", "feature"))
            path = next(filter(None, paths), "")
            alt = text_of(value.get("alt"))
            if path:
                return {"path": path, "alt": alt} if alt else path
        elif texts_of(value) and re.search(r"\.\w{3,4}(?:$|\?)", texts_of(value)[0]):
            return texts_of(value)[0]
    return None
