"""A post's cover picture, in the spellings of Jekyll, Hugo, Docusaurus and their themes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.posts.post import Image
from mkdocs_blog_plugin.posts.values import as_text

if TYPE_CHECKING:
    from mkdocs_blog_plugin.posts.fields import Fields


def read_cover(fields: Fields) -> Image | None:
    """Return the first picture that front matter names; a folder (`images/`) is none."""
    for key, value in fields.given("image", "images", "cover", "thumbnail"):
        for item in value if isinstance(value, list) else [value]:
            if (image := _image(fields, key, item)) is not None:
                return image
    return None


def _image(fields: Fields, key: str, value: object) -> Image | None:
    if value is False:  # themes switch the picture off with it
        return None
    alt = as_text(value.get("alt")) if isinstance(value, Mapping) else ""
    path = value.get("path") or value.get("src") if isinstance(value, Mapping) else value
    src = as_text(path) if isinstance(path, str) else None
    if src is None:
        fields.wrong(key, value, "the path or URL of a picture, or a map with 'path' and 'alt'")
    return Image(src=src, alt=alt or "") if src and not src.endswith("/") else None
