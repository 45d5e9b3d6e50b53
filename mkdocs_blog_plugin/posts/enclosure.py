"""The recording that a post is about, in the spellings of podcasts made with Jekyll and Hugo."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from mkdocs_blog_plugin.posts.keys import KEYS
from mkdocs_blog_plugin.posts.post import Enclosure
from mkdocs_blog_plugin.posts.values import as_text
from mkdocs_blog_plugin.problems import Severity
from mkdocs_blog_plugin.urls.paths import is_safe_url

if TYPE_CHECKING:
    from mkdocs_blog_plugin.posts.fields import Fields

MEDIA_TYPES: Final[Mapping[str, str]] = {
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
"""Media types by ending; the standard library's list depends on the machine it runs on."""

_MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9.+-]+", re.IGNORECASE)
_EXPECTED = "the URL or path of a recording, or a map with 'url', 'type' and 'length'"


def read_enclosure(fields: Fields) -> Enclosure | None:
    """Return the first recording that front matter names, None without one.

    Themes have other uses for `audio` and `video`, so that a value there is a recording only if
    its type is known.
    """
    for key, value in fields.present(*KEYS["enclosure"]):
        found = _enclosure(fields, key, value[0] if isinstance(value, list) else value)
        if found is not None:
            return found
        severity = Severity.WARNING if key.lower() == "enclosure" else Severity.INFO
        fields.report(key, "the recording has no known media type", _EXPECTED, severity)
    return None


def _enclosure(fields: Fields, key: str, value: object) -> Enclosure | None:
    inner = fields.inside(key, value if isinstance(value, Mapping) else {"url": value})
    src = as_text(dict(inner.present("url")).get("url"))
    if not src or not is_safe_url(src):
        return None
    ending = posixpath.splitext(re.split(r"[?#]", src, maxsplit=1)[0])[1].lower()
    media_type = inner.text("type") or MEDIA_TYPES.get(ending, "")
    if not _MEDIA_TYPE.fullmatch(media_type):
        return None
    length = inner.number("length")
    return Enclosure(src=src, media_type=media_type, length=length)
