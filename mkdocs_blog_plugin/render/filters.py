"""Filters of the fragments that need no more than a value."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from mkdocs_blog_plugin.html import links
from mkdocs_blog_plugin.urls.base import valid_url
from mkdocs_blog_plugin.urls.paths import has_scheme, is_safe_url

if TYPE_CHECKING:
    from mkdocs_blog_plugin.posts.post import Image, Post

_BETWEEN = re.compile(r"[/\s]+")
_NOT_IN_IDS = re.compile(r"[^\w.-]")
_WORD = re.compile(r"[^\W_]\S*")
_NOT_SPOKEN = re.compile(r"(https?://(www\.)?|mailto:)", re.IGNORECASE)


def own_url(url: str) -> str:
    """Return the URL of one of the site's pages, relative to its root, for use on any page."""
    return links.ROOT + url


def anchor_of(post: Post) -> str:
    """Return the id of the title of `post` in lists, where these have a table of contents.

    Themes write it into addresses as it is, so it has letters, digits, dots and hyphens only; any
    other character of the post's address is written as its number.
    """
    path = unquote(post.url.removesuffix(".html")).strip("/")
    return _NOT_IN_IDS.sub(lambda found: f"_{ord(found[0]):x}", _BETWEEN.sub("-", path))


def foreign_url(url: str) -> str:
    """Return a hand-written URL for use on any page; empty if it cannot be a link.

    Without a scheme it leads from the site's root.
    """
    if not url or not is_safe_url(url):
        return ""
    valid = valid_url(url)
    return valid if has_scheme(valid) else own_url(valid.lstrip("/"))


def srcset(image: Image) -> str:
    """Return the files that show a picture, each with its width, as the attribute `srcset` lists them."""
    return ", ".join(f"{foreign_url(source.src)} {source.width}w" for source in image.sources)


def bare(url: str) -> str:
    """Return `url` as people write it: `https://www.example.org/` -> `example.org`."""
    read = _NOT_SPOKEN.match(url)
    return url[read.end() if read else 0 :].rstrip("/")


def host(url: str) -> str:
    """Return the site that `url` leads to: `https://www.example.org/a` -> `example.org`."""
    return bare(url).partition("/")[0]


def initials(name: str) -> str:
    """Return one or two letters or digits that stand for `name`: `Kai Sasaki` -> `KS`.

    A name without any is shortened to its first character.
    """
    words = _WORD.findall(name) or name.split()[:1]
    ends = words if len(words) < 2 else (words[0], words[-1])  # noqa: PLR2004 - first and last
    return "".join(word[0] for word in ends).upper()
