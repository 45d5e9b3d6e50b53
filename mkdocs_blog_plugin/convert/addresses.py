"""What the new blog would make of a post, so that only what differs has to be written down."""

from __future__ import annotations

import posixpath
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote
from zoneinfo import ZoneInfo

from mkdocs_blog_plugin.posts.authors import KnownAuthors
from mkdocs_blog_plugin.posts.document import Document
from mkdocs_blog_plugin.posts.reader import Verdict, read_document
from mkdocs_blog_plugin.problems import Problems
from mkdocs_blog_plugin.settings import (
    TAXONOMIES,
    DraftSettings,
    FeedSettings,
    PostSettings,
    Settings,
    TaxonomySettings,
)
from mkdocs_blog_plugin.urls.paths import PathError, safe_path, url_parts
from mkdocs_blog_plugin.urls.permalink import PatternError, compile_pattern
from mkdocs_blog_plugin.urls.slug import slugify
from mkdocs_blog_plugin.urls.tokens import POST_TOKENS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_blog_plugin.urls.permalink import Pattern
    from mkdocs_blog_plugin.urls.tokens import PermalinkValues

_FAR = datetime(9000, 1, 1, tzinfo=UTC)


def settings_of(options: Mapping[str, Any]) -> Settings:
    """Return the settings that posts are read with, as far as addresses depend on them."""
    blog_dir = str(options.get("blog_dir", "blog")).strip("/").removeprefix(".")
    folder = str(options.get("post_dir", "{blog}/posts")).format(blog=blog_dir).strip("/")
    return Settings(
        blog_dir=blog_dir,
        timezone=ZoneInfo(str(options.get("timezone", "UTC"))),
        posts=PostSettings(
            dir=folder,
            include=lambda _: False,
            url_format=str(options.get("post_url_format", "{date}/{slug}")),
            slugify=slugify,
        ),
        taxonomies=tuple(
            TaxonomySettings(key=key, singular=singular, name=key, url_format="", slugify=slugify)
            for key, singular in TAXONOMIES.items()
        ),
        drafts=DraftSettings(now=_FAR, show_all=True),
        feeds=FeedSettings(formats={}),
    )


def new_address(src_uri: str, text: str, settings: Settings) -> str:
    """Return the address of the post `text` at `src_uri` in the new blog; empty if it is not a post.

    Decoded, with a leading slash.
    """
    reading = read_document(
        Document(src_uri, text), settings=settings, authors=KnownAuthors(), problems=Problems()
    )
    return "" if isinstance(reading, Verdict) else f"/{unquote(reading.location.url)}"


def normal(address: str) -> str:
    """Return an address in the form that all addresses of one file share: without `index.html`, decoded."""
    path = unquote(address).split("?")[0].split("#")[0]
    path = posixpath.normpath("/" + path.lstrip("/")) + ("/" if path.endswith("/") else "")
    return path.removesuffix("index.html").removesuffix("index.htm") or "/"


def is_same(one: str, other: str) -> bool:
    """Return whether a server answers both addresses with one page: `/x`, `/x/`."""
    return normal(one).rstrip("/") == normal(other).rstrip("/")


def split_site(url: str) -> tuple[str, str]:
    """Return scheme and host of the URL of a site, and its path; both without a slash at the end.

    Two empty texts for what is not such a URL.
    """
    parts = url_parts(url.strip())
    if parts is None or not parts.scheme or not parts.netloc:
        return "", ""
    return f"{parts.scheme}://{parts.netloc}", parts.path.rstrip("/")


def is_site_path(address: str) -> bool:
    """Return whether an address is a path that a site can have."""
    try:
        safe_path(address)
    except PathError:
        return False
    return True


@lru_cache(maxsize=8)
def pattern(text: str) -> Pattern[PermalinkValues] | None:
    """Return the pattern of addresses that `text` describes; None if it does not describe any."""
    try:
        return compile_pattern(text, tokens=POST_TOKENS)
    except PatternError:
        return None
