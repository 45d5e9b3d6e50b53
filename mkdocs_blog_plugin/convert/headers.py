"""The front matter of the new posts, with those addresses that the new blog would not give them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote

from mkdocs_blog_plugin.convert.addresses import (
    is_same,
    is_site_path,
    new_address,
    normal,
    settings_of,
)
from mkdocs_blog_plugin.convert.people import with_scheme
from mkdocs_blog_plugin.convert.yaml_out import Verbatim, write_yaml
from mkdocs_blog_plugin.posts.authors import KnownAuthors
from mkdocs_blog_plugin.posts.document import Document
from mkdocs_blog_plugin.posts.reader import read_document
from mkdocs_blog_plugin.problems import Problems, Severity
from mkdocs_blog_plugin.urls.paths import is_safe_url

if TYPE_CHECKING:
    from mkdocs_blog_plugin.convert.blog import OldBlog, OldPost
    from mkdocs_blog_plugin.convert.report import Notes

_DATES = ("date", "updated", "expires", "publishDate")
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d:\d\d(?:[+-]\d\d:\d\d)?)?")


@dataclass(frozen=True)
class Header:
    """The front matter of a post, and where the post is."""

    path: str
    """Path of its file in the docs."""
    text: str
    """Front matter between its fences."""
    url: str
    """From the new site's root."""


def write_headers(blog: OldBlog, notes: Notes) -> dict[str, Header]:
    """Return the headers of all posts by source; each post has an address of its own.

    Args:
        blog: The old blog.
        notes: Collects what cannot be written.
    """
    return _Headers(blog, notes).all()


class _Headers:
    """Writes headers, and knows the addresses that are taken."""

    def __init__(self, blog: OldBlog, notes: Notes) -> None:
        self._blog = blog
        self._notes = notes
        self._settings = {
            "": settings_of(blog.options),
            **{key: settings_of(options) for key, options in blog.others.items()},
        }
        self._claimed = {normal(address).rstrip("/") for address in blog.redirects}

    def all(self) -> dict[str, Header]:
        """Return the headers by source; the addresses of all posts come before all aliases."""
        posts = self._blog.posts
        addresses = [self._claim(post.address) for post in posts]
        pairs = zip(posts, addresses, strict=True)
        return {post.source: self._header(post, address) for post, address in pairs}

    def _claim(self, address: str) -> str:
        """Return an address that no other post has: of two with the same one, the later gets a number."""
        if not address or not is_site_path(address):
            return ""
        stem, end = (
            posixpath.splitext(address) if address.endswith(".html") else (address.rstrip("/"), "/")
        )
        free, number = address, 2
        while normal(free).rstrip("/") in self._claimed:
            free = f"{stem}-{number}{end}"
            number += 1
        if free != address:
            self._notes.left("address", f"'{address}' is also the address of another post", free)
        self._claimed.add(normal(free).rstrip("/"))
        return free

    def _is_free(self, alias: str) -> bool:
        """Return whether an alias is free, and take it."""
        key = normal(alias).rstrip("/")
        is_free = is_site_path(alias) and key not in self._claimed
        self._claimed.add(key)
        return is_free

    def _header(self, post: OldPost, address: str) -> Header:
        path = f"{self._settings[post.blog].posts.dir}/{post.name}"
        meta = {key: value for key, value in post.meta.items() if key != "params"}
        params = dict(post.meta.get("params") or {})
        if image := meta.get("image"):
            meta["image"] = self._picture(image, post)
            if not meta["image"]:
                params["image"] = image
                del meta["image"]
        if authors := meta.get("authors"):
            meta["authors"] = [self._author(author, post) for author in authors]
        while wrong := meta.keys() & self._wrong_keys(post, path, _front_matter(meta, params)):
            for key in [key for key in meta if key in wrong]:
                self._notes.left("front matter", f"'{key}' cannot be read", post.source)
                params[key] = meta.pop(key)
        new = new_address(path, _front_matter(meta, params), self._settings[post.blog])
        extra: dict[str, Any] = {}
        if address and not is_same(address, new):
            extra["permalink"] = address
            new = address if address.endswith((".html", "/")) else f"{address}/"
        aliases = [
            alias
            for alias in dict.fromkeys(post.aliases)
            if not is_same(alias, new) and self._is_free(alias)
        ]
        if aliases:
            extra["aliases"] = aliases
        url = quote(new.lstrip("/")).removesuffix("index.html")
        return Header(path, _front_matter({**meta, **extra}, params), url)

    def _wrong_keys(self, post: OldPost, path: str, text: str) -> set[str]:
        """Return the keys whose values the new blog would report."""
        problems = Problems()
        document = Document(path, text)
        read_document(
            document, settings=self._settings[post.blog], authors=KnownAuthors(), problems=problems
        )
        return {
            problem.key.partition(".")[0]
            for problem in problems
            if problem.severity >= Severity.WARNING and problem.key
        }

    def _author(self, author: object, post: OldPost) -> object:
        """Return an author with a whole `url`, and the path of the copy of their avatar if it is there."""
        if not isinstance(author, Mapping):
            return author
        avatar = self._picture(author.get("avatar", ""), post)
        rest = {key: value for key, value in with_scheme(author).items() if key != "avatar"}
        return {**rest, "avatar": avatar} if avatar else rest

    def _picture(self, image: object, post: OldPost) -> object:
        """Return a picture with its URL or the path of its copy; None if the old blog does not have it."""
        written = image.get("path", "") if isinstance(image, Mapping) else str(image)
        if written.startswith(("http://", "https://")):
            return image if is_safe_url(written) else None
        base = self._blog.site.base
        path = unquote(written.removeprefix(base) if written.startswith(f"{base}/") else written)
        beside = posixpath.normpath(posixpath.join(post.beside, path))
        for found in (beside.strip("/"), path.strip("/")):
            if found in self._blog.files:
                given = written if written.strip("/") == found else found
                return {**image, "path": given} if isinstance(image, Mapping) else given
        return None


def _front_matter(meta: Mapping[str, Any], params: Mapping[str, Any]) -> str:
    values = {key: _dated(key, value) for key, value in meta.items()}
    if params:
        values["params"] = dict(params)
    return f"---\n{write_yaml(values)}---\n"


def _dated(key: str, value: Any) -> Any:
    is_date = key in _DATES and isinstance(value, str) and _DATE.fullmatch(value)
    return Verbatim(value) if is_date else value
