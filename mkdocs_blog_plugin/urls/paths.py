"""The one place where paths and URLs that come from text are checked."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from urllib.parse import SplitResult, unquote, urlsplit

from mkdocs_blog_plugin.problems import BlogError
from mkdocs_blog_plugin.text import decoded

MAX_PART_BYTES = 240
"""Longest part of a path in UTF-8: file systems stop at 255 bytes, and `-2.html` may follow."""
MAX_BYTES = 1000
"""Longest path: with the site's folder before it, operating systems stop between 1024 and 4096."""

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_BARE_HOST = re.compile(
    r"(?:www\.(?:[a-z0-9-]++\.)+[a-z]{2,}+|(?:[a-z0-9-]++\.)+(?:com|org|net|edu|gov|int|info|app|blog|cloud"
    r"|codes|dev|example|name|online|page|site|social|tech|wiki|xyz|(?!gz|js|md|mo|po|py|ts|xz)[a-z]{2}))"
    r"(?=[/?#:]|\Z)",
    re.IGNORECASE,
)
"""A name below a common top-level domain, or below that of a country unless files end like it."""
_NOT_RELATIVE = re.compile(rf"{_SCHEME.pattern}|[/\\]", re.IGNORECASE)
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices, whatever suffix they have."""
_SAFE_SCHEMES = ("http:", "https:", "mailto:")
_EXPECTED = "a path inside the site, such as '/2017/spark-summit/'"


class PathError(BlogError):
    """Text is not a path inside the site."""

    def __init__(self, message: str, expected: str = _EXPECTED) -> None:
        super().__init__(message, expected)


def safe_path(text: str) -> str:
    """Return the URL path `text` decoded, normalised and without a leading slash.

    A slash at the end stays, because `/x/` and `/x` may be different files.

    Raises:
        PathError: `text` has a scheme, a host, a query or a fragment, is empty, leaves the site,
            or cannot be the name of a file.
    """
    path = text.strip()
    if has_scheme(path) or path.startswith("//"):
        raise PathError(f"'{text}' has a scheme or a host")
    if re.search(r"[?#]", path):
        raise PathError(f"'{text}' has a query or a fragment")
    return _inside(unquote(path), text)


def safe_slug(text: str) -> str:
    """Return a slug that is used verbatim, normalised: it may have several parts.

    Unlike in `safe_path`, `%`, `?`, `#` and `:` stand for themselves; URLs quote them later.

    Raises:
        PathError: `text` is empty, leaves its folder, or cannot be the name of a file.
    """
    if "://" in text:
        raise PathError(f"'{text}' has a scheme or a host")
    return _inside(text.strip(), text).rstrip("/")


def _inside(path: str, text: str) -> str:
    """Return `path` normalised, or raise with `text` as the user wrote it."""
    if "\\" in path:
        raise PathError(f"'{text}' has a backslash")
    if any(unicodedata.category(char) in ("Cc", "Cs") for char in path):
        raise PathError(f"{text!r} has a control character")
    normal = posixpath.normpath(path.strip("/"))
    if normal == ".":
        raise PathError(f"'{text}' is empty")
    if normal.split("/")[0] == "..":
        raise PathError(f"'{text}' leads out of the site")
    for part in normal.split("/"):
        if not is_portable(part):
            raise PathError(f"'{text}' has the part '{part}', which Windows cannot store")
    longest = max(len(part.encode()) for part in normal.split("/"))
    if longest > MAX_PART_BYTES or len(normal.encode()) > MAX_BYTES:
        raise PathError(f"'{text}' is too long for a file name")
    return f"{normal}/" if path.endswith(("/", "/.", "/..")) else normal


def is_portable(part: str) -> bool:
    """Return whether a file may be called `part` on Windows: it drops dots and spaces at the end."""
    return part[-1:] not in (".", " ") and _DEVICE.fullmatch(part) is None


def has_scheme(url: str) -> bool:
    """Return whether `url` begins with a scheme, such as `https:` or `mailto:`."""
    return _SCHEME.match(url) is not None


def is_bare_host(url: str) -> bool:
    """Return whether `url` begins with a host without a scheme: `example.org/me`, `www.example.org`.

    A browser takes it for a path. Names of files end otherwise: `about.md`, `cv.pdf`.
    """
    return _BARE_HOST.match(url) is not None


def is_relative(url: str) -> bool:
    """Return whether `url` depends on the page that it is on: no scheme, no host, no leading slash."""
    return _NOT_RELATIVE.match(url) is None


def url_parts(url: str) -> SplitResult | None:
    """Return the parts of `url`; None for one with a host that cannot be read (`http://[x`)."""
    try:
        return urlsplit(url)
    except ValueError:
        return None


def is_safe_url(url: str) -> bool:
    """Return whether a link to `url` can be printed: http(s), mailto or relative, nothing else.

    Judged as a browser would read it, with and without HTML entities resolved; any control
    character inside is refused, because browsers drop some of them (`java`, a tab, `script:`).
    """
    return all(_is_safe(candidate) for candidate in (url, decoded(url)))


def _is_safe(url: str) -> bool:
    bare = url.strip()
    if (
        url_parts(bare) is None
        or re.search(r"[\x00-\x1f\x7f]", bare)
        or re.match(r"[/\\]{2}", bare)
    ):
        return False
    scheme = _SCHEME.match(bare)
    return scheme is None or scheme[0].lower() in _SAFE_SCHEMES
