"""A blog as any reader hands it over: posts in our terms, at their old addresses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, TypeAlias

Meta: TypeAlias = Mapping[str, Any]

FEED_FILES: Final[Mapping[str, str]] = {
    "rss": "rss.xml",
    "atom": "atom.xml",
    "json": "feed.json",
}
"""File of each feed by its format, as the plugin names it; a reader puts those of the old blog in place."""


@dataclass(frozen=True, kw_only=True)
class OldPost:
    """A post, or an ordinary page, of the old blog."""

    source: str
    """Path in the old blog's folder."""
    name: str
    """Path below the folder of the new blog's posts, of a page below the docs: `2017/x.md`."""
    meta: Meta
    """Front matter in our terms, without `permalink` and `aliases`."""
    body: str
    """Markdown for Python-Markdown; its links are those of the old blog."""
    address: str = ""
    """Old path from the site's root, decoded, with a leading slash; empty if it had none."""
    aliases: tuple[str, ...] = ()
    """Further old paths."""
    queries: tuple[str, ...] = ()
    """Queries that lead to it from the root of the old site: `p=12`."""
    beside: str = ""
    """Folder, in old addresses, of the files that the source names as lying beside it."""
    original: str = ""
    """Its text as it stands in the source, for messages."""
    first_line: int = 1
    """1-based line of the source on which that begins."""
    blog: str = ""
    """Key in `others` of the blog that the post belongs to; empty for the site's first one."""


def unpublished(page: OldPost) -> OldPost:
    """Return an ordinary page; a draft is moved to a folder of drafts and loses its addresses.

    MkDocs publishes a page anywhere else, whatever its front matter says.
    """
    if not page.meta.get("draft"):
        return page
    return replace(page, name=f"_drafts/{page.name}", address="", aliases=(), queries=())


@dataclass(frozen=True, kw_only=True)
class OldSite:
    """What the old blog's configuration says about the site."""

    name: str = "Blog"
    url: str = ""
    """Scheme and host, without a slash at the end; empty where it is not known."""
    base: str = ""
    """Path of the site on its host: empty, or `/blog`."""
    description: str = ""
    author: str = ""
    language: str = ""


@dataclass(frozen=True, kw_only=True)
class OldBlog:
    """A whole blog."""

    system: str
    site: OldSite
    posts: tuple[OldPost, ...]
    pages: tuple[OldPost, ...] = ()
    """Ordinary pages of the old site that are Markdown."""
    files: Mapping[str, str] = field(default_factory=dict)
    """Files that are copied: path in the old blog's folder, by path from the old site's root."""
    authors: Mapping[str, Meta] = field(default_factory=dict)
    """The authors file, by id."""
    terms: Mapping[str, Meta] = field(default_factory=dict)
    """The terms file: annotations by taxonomy."""
    options: Meta = field(default_factory=dict)
    """Options of our plugin."""
    others: Mapping[str, Meta] = field(default_factory=dict)
    """Options of the site's further blogs, such as those in other languages."""
    redirects: Mapping[str, str] = field(default_factory=dict)
    """New URL from the site's root by old address, of lists that are elsewhere now."""
    views: frozenset[str] = frozenset()
    """Old addresses that the new blog's views answer: `/tags/spark/`."""
    smart: bool = True
    """Whether quotes and dashes were made typographic."""
    hard_wraps: bool = False
    """Whether a line of a paragraph ended where its source did."""
    links: bool = False
    """Whether bare URLs became links."""
    dollars: bool = False
    """Whether `$x$` is a formula."""
    emoji: bool = False
    """Whether `:smile:` became an emoji."""
