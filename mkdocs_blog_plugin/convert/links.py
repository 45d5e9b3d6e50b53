"""Links of the old blog, changed to lead to where their targets are in the new one."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from enum import Enum
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, quote, unquote, urlsplit, urlunsplit

from mkdocs_blog_plugin.convert.addresses import normal
from mkdocs_blog_plugin.posts.code import change_prose, split_all_code
from mkdocs_blog_plugin.urls.relative import relative_url
from mkdocs_blog_plugin.urls.slug import slugify

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import TypeAlias

    Change: TypeAlias = Callable[[str, "Markup"], str]

_INLINE = re.compile(
    r"(?P<open>(?<!\\)\]\([ \t]*)(?:<(?P<angled>[^<>\n]+)>|(?P<bare>[^\s()<>]+(?:\([^\s()]*\)[^\s()<>]*)*))"
)
_REFERENCE = re.compile(
    r"^(?P<open>[ \t>]*\[(?!\^)[^\]\n]+\]:[ \t]*)<?(?P<bare>[^\s<>]+)>?", re.MULTILINE
)
_ATTRIBUTE = re.compile(
    r"""(?P<open><[a-zA-Z][^<>]*?\s(?:href|src|poster|data-src)\s*=\s*)(?P<quote>["'])(?P<bare>[^"'<>]*)(?P=quote)"""
)
_SRCSET = re.compile(r"""(?P<open>\ssrcset\s*=\s*)(?P<quote>["'])(?P<bare>[^"'<>]*)(?P=quote)""")


class Markup(Enum):
    """The kind of text that a link stands in: MkDocs does not resolve links in raw HTML."""

    MARKDOWN = "markdown"
    HTML = "html"


def change_links(body: str, change: Change) -> str:
    """Return `body` with each target of a link or picture, in Markdown or HTML, changed.

    Code is left alone.
    """
    return change_prose(split_all_code(body), lambda text: _changed(text, change))


def _changed(text: str, change: Change) -> str:
    def markdown(found: re.Match[str]) -> str:
        groups = found.groupdict()
        target = groups.get("angled") or found["bare"]
        new = change(target, Markup.MARKDOWN)
        return found["open"] + (f"<{new}>" if re.search(r"[\s<>]", new) else new)

    def html(found: re.Match[str]) -> str:
        new = change(unescape(found["bare"]).strip(), Markup.HTML)
        mark = found["quote"]
        return f"{found['open']}{mark}{new.replace('&', '&amp;').replace(mark, '%22')}{mark}"

    def several(found: re.Match[str]) -> str:
        entries = [entry.split() for entry in found["bare"].split(",") if entry.strip()]
        new = ", ".join(" ".join([change(entry[0], Markup.HTML), *entry[1:]]) for entry in entries)
        return f"{found['open']}{found['quote']}{new}{found['quote']}"

    text = _ATTRIBUTE.sub(html, text)
    text = _SRCSET.sub(several, text) if "srcset" in text else text
    text = _REFERENCE.sub(markdown, text)
    return _INLINE.sub(markdown, text)


@dataclass(frozen=True, kw_only=True)
class AddressBook:
    """Where everything of the old blog is in the new one."""

    hosts: frozenset[str]
    """Scheme-less hosts of the old blog."""
    base: str
    """Path of the old blog on its host; empty, or `/blog`."""
    pages: Mapping[str, str]
    """Path in the docs of each post and page by its normal old address, without a slash at the end."""
    queries: Mapping[str, str]
    """Path in the docs by a query at the root of the old site: `p=12`."""
    files: Mapping[str, str]
    """Path in the docs of each copied file by its old path, without a leading slash."""
    views: frozenset[str]
    """Addresses, without a slash at the end, at which the new blog has a page without a source."""
    moved: Mapping[str, str]
    """URL from the new site's root of each list that is elsewhere now, by its old address without
    a slash at the end."""
    sources: Mapping[str, str]
    """Path in the docs by path in the old blog's folder."""
    urls: Mapping[str, str]
    """URL from the new site's root of each post and page, by its path in the docs."""


@dataclass(frozen=True, kw_only=True)
class LinkingPost:
    """The post whose links are changed."""

    docs: str
    """Its path in the docs."""
    old: str
    """Its old address; empty for a draft."""
    new: str
    """Its new one, relative to the site's root as `Location.url` has it."""
    beside: str
    """Folder, in old addresses, of the files that its source names as lying beside it."""
    source: str
    """Path of its source."""


@dataclass(frozen=True)
class Target:
    """What a link became."""

    text: str
    found: bool
    """Whether its target is known."""
    is_changed: bool = False


def find_target(target: str, here: LinkingPost, book: AddressBook, *, is_html: bool) -> Target:
    """Return where the link `target` of the post `here` leads in the new blog.

    In Markdown it becomes a path from file to file; in raw HTML, which MkDocs leaves alone, one from
    page to page.
    """
    parts = _inner_parts(target, book)
    if parts is None:
        return Target(target, found=True)
    by_query = book.queries.get(parts.query.partition("&")[0])
    if by_query is not None and parts.path.removeprefix(book.base) in ("", "/", "/index.php"):
        link = _relative(by_query, here, book, is_html=is_html)
        return Target(link + (parts.fragment and f"#{parts.fragment}"), found=True, is_changed=True)
    suffix = urlunsplit(("", "", "", parts.query, parts.fragment))
    for path in _candidates(unquote(parts.path), here, book):
        docs = _found(path, book)
        if docs is not None:
            link = _relative(docs, here, book, is_html=is_html)
            return Target(link + suffix, found=True, is_changed=True)
        view = _view(path, parts, book)
        if view is not None:
            return Target(relative_url(view, here.new), found=True, is_changed=True)
    if parts.netloc:
        return Target(target, found=True)
    bare = parts.path.removeprefix(book.base) if book.base else parts.path
    return Target(bare + suffix, found=False)


def _view(path: str, parts: SplitResult, book: AddressBook) -> str | None:
    """Return the URL of the view that answers a path of the old site, or of what replaces a list there.

    A fragment that names a term in a list of all, by its slug or label, leads to the page of that term.
    """
    bare = path.rstrip("/")
    names = (bare, bare.removesuffix(".html"), f"{bare}.html")
    moved = next((book.moved[name] for name in names if name in book.moved), None)
    if moved is None and bare not in book.views:
        return None
    view = bare.lstrip("/") if moved is None else moved.rstrip("/")
    label = unquote(parts.fragment)
    for name in (label, slugify(label)):
        term = f"{view}/{name}".lstrip("/")
        if name and f"/{term}" in book.views:
            return quote(f"{term}/")
    url = quote(view if posixpath.splitext(view)[1] or not view else f"{view}/")
    return url + urlunsplit(("", "", "", parts.query, parts.fragment if moved is None else ""))


def _inner_parts(target: str, book: AddressBook) -> SplitResult | None:
    """Return the parts of a link; None if it leads out of the old blog, or stays on its page."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return None
    is_elsewhere = parts.scheme and not parts.netloc
    is_foreign = parts.netloc and parts.netloc.lower().removeprefix("www.") not in book.hosts
    if not target or target.startswith(("#", "{")) or is_elsewhere or is_foreign:
        return None
    return parts


def _relative(docs: str, here: LinkingPost, book: AddressBook, *, is_html: bool) -> str:
    if is_html:
        return relative_url(book.urls.get(docs, quote(docs)), here.new)
    return quote(relative_url(docs, here.docs), safe="/:@!$&'()*+,;=~.-_")


def _candidates(path: str, here: LinkingPost, book: AddressBook) -> Iterator[str]:
    """Yield the paths from the old site's root that `path` may mean, the likeliest first.

    One that leads from file to file begins with two slashes.
    """
    if path.startswith("/"):
        if book.base and (path == book.base or path.startswith(f"{book.base}/")):
            yield path.removeprefix(book.base) or "/"
        yield path
        return
    if not path:
        return
    if here.old:
        yield posixpath.normpath(posixpath.join(posixpath.dirname(here.old), path)) + (
            "/" if path.endswith("/") else ""
        )
    if here.beside:
        yield posixpath.normpath(posixpath.join("/", here.beside, path))
    source = posixpath.normpath(posixpath.join(posixpath.dirname(here.source), path))
    if source in book.sources:
        yield f"//{source}"
    yield posixpath.normpath(f"/{path}")


def _found(path: str, book: AddressBook) -> str | None:
    """Return the path in the docs of what the old site had at `path`."""
    if path.startswith("//"):
        return book.sources.get(path[2:])
    bare = normal(path).rstrip("/")
    names = (bare, bare.removesuffix(".html"), f"{bare}.html")
    page = next((book.pages[name] for name in names if name in book.pages), None)
    return page or book.files.get(path.strip("/"))
