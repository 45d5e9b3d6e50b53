"""The cover and the recording of a post, in the spellings of other systems, and the types of such files.

The standard library's list of media types depends on the machine it runs on.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from mkdocs_blog_plugin.posts.keys import KEYS
from mkdocs_blog_plugin.posts.post import Enclosure, Image
from mkdocs_blog_plugin.posts.values import as_text
from mkdocs_blog_plugin.problems import Severity
from mkdocs_blog_plugin.text import one_line
from mkdocs_blog_plugin.urls.paths import is_safe_url

if TYPE_CHECKING:
    from mkdocs_blog_plugin.posts.fields import Fields

PICTURES: Final[Mapping[str, str]] = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}
"""Media types of pictures, by ending."""

RECORDINGS: Final[Mapping[str, str]] = {
    ".aac": "audio/aac",
    ".flac": "audio/flac",
    ".m4a": "audio/mp4",
    ".mp3": "audio/mpeg",
    ".oga": "audio/ogg",
    ".ogg": "audio/ogg",
    ".opus": "audio/ogg",
    ".wav": "audio/wav",
    ".m4v": "video/mp4",
    ".mov": "video/quicktime",
    ".mp4": "video/mp4",
    ".ogv": "video/ogg",
    ".webm": "video/webm",
    ".pdf": "application/pdf",
}
"""Media types of recordings, by ending."""

_MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9.+-]+", re.IGNORECASE)
_PICTURE = "the path or URL of a picture, or a map with 'path' and 'alt'"
_RECORDING = "the URL or path of a recording, or a map with 'url', 'type' and 'length'"


class Picture(NamedTuple):
    """A cover that exists, at an absolute URL; its size is known if it is a file of the site."""

    url: str
    alt: str = ""
    width: int | None = None
    """In pixels."""
    height: int | None = None
    length: int | None = None
    """Size of the file in bytes; None for a picture from elsewhere."""

    @property
    def media_type(self) -> str:
        """`image/png` and so on, by the ending of the file's name; empty for an unknown ending."""
        return PICTURES.get(_ending(self.url), "")


def read_cover(fields: Fields) -> Image | None:
    """Return the first picture that front matter names; a folder (`images/`) is not a picture."""
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
    if isinstance(src, str) and is_safe_url(src):
        path = one_line(src)
        return Image(src=path, alt=alt) if path and not path.endswith("/") else None
    if value is not False and value is not None:  # themes switch the picture off with `false`
        fields.report_invalid(key, value, _PICTURE)
    return None


def read_enclosure(fields: Fields) -> Enclosure | None:
    """Return the first recording that front matter names; None without one.

    Themes have other uses for `audio` and `video`, so that a value there is a recording only if
    its type is known.
    """
    for key, value in fields.present(*KEYS["enclosure"]):
        found = _enclosure(fields, key, value[0] if isinstance(value, list) else value)
        if found is not None:
            return found
        severity = Severity.WARNING if key.lower() == "enclosure" else Severity.INFO
        fields.report(key, "the recording has no known media type", _RECORDING, severity)
    return None


def _enclosure(fields: Fields, key: str, value: object) -> Enclosure | None:
    inner = fields.inside(key, value if isinstance(value, Mapping) else {"url": value})
    src = as_text(dict(inner.present("url")).get("url"))
    if not src or not is_safe_url(src):
        return None
    media_type = inner.text("type") or RECORDINGS.get(_ending(src), "")
    if not _MEDIA_TYPE.fullmatch(media_type):
        return None
    length = inner.number("length")
    if length is not None and length < 0:
        inner.report_invalid("length", length, "the number of bytes")
        length = None
    return Enclosure(src=src, media_type=media_type, length=length)


def _ending(url: str) -> str:
    """Return the ending of the file's name in `url`, in lower case."""
    return posixpath.splitext(re.split(r"[?#]", url, maxsplit=1)[0])[1].lower()
