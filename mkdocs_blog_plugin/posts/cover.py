"""A post's cover picture, in the spellings of Jekyll, Hugo, Docusaurus and their themes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.posts.keys import KEYS
from mkdocs_blog_plugin.posts.post import Image
from mkdocs_blog_plugin.text import one_line
from mkdocs_blog_plugin.urls.paths import url_parts

if TYPE_CHECKING:
    from mkdocs_blog_plugin.posts.fields import Fields


def read_cover(fields: Fields) -> Image | None:
    """Return the first picture that front matter names; a folder (`images/`) is none."""
    for key, value in fields.present(*KEYS["image"]):
        for item in value if isinstance(value, list) else [value]:
            if (image := _image(fields, key, item)) is not None:
                return image
    return None


def _image(fields: Fields, key: str, value: object) -> Image | None:
    src, alt = value, ""
    if isinstance(value, Mapping):
        inner = fields.inside(key, value)
        src, alt = inner.text("path", "src", "image", "url") or None, inner.text("alt")
    if isinstance(src, str) and url_parts(src) is not None:
        path = one_line(src)
        return Image(src=path, alt=alt) if path and not path.endswith("/") else None
    if value is not False and value is not None:  # themes switch the picture off with `false`
        fields.report_invalid(
            key, value, "the path or URL of a picture, or a map with 'path' and 'alt'"
        )
    return None
