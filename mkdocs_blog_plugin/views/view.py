"""The nouns of this layer: which generated pages exist, as plain data."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_blog_plugin.catalog.period import Period
    from mkdocs_blog_plugin.catalog.term import Taxonomy, Term
    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.settings import Layout
    from mkdocs_blog_plugin.urls.location import Location


class Kind(enum.Enum):
    """The subject of a view."""

    INDEX = "index"
    """All posts."""
    ARCHIVE = "archive"
    """The posts of one period."""
    TERM = "term"
    """The posts of one term."""
    OVERVIEW = "overview"
    """The terms of one taxonomy, or all periods, with counts."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Pager:
    """One numbered page of a view: one output file."""

    number: int
    """Its place in the view, 1-based."""
    page: int
    """The number that its address and links to it have: its place, or that from the oldest page on."""
    location: Location
    src_uri: str
    """Path below the docs folder that the page stands for: hand-written, or as if it were."""
    posts: tuple[Post, ...]


@dataclass(frozen=True, kw_only=True)
class View:
    """One generated listing, on one or more pages."""

    kind: Kind
    taxonomy: str = ""
    """Key of the taxonomy for terms and overviews; `archive` for periods and their overview."""
    key: str = ""
    """Slug of the term, or path of the period; empty for index and overviews."""
    title: str = field(compare=False)
    """Text to print, not escaped."""
    pagers: tuple[Pager, ...] = field(default=(), compare=False, repr=False)
    """At least one, as soon as the view is cut into pages."""
    posts: tuple[Post, ...] = field(default=(), compare=False, repr=False)
    """In list order: pinned first (not in the archive and in series), then by date."""
    term: Term | None = field(default=None, compare=False)
    terms: Taxonomy | None = field(default=None, compare=False)
    """The taxonomy of an overview."""
    period: Period | None = field(default=None, compare=False)
    periods: tuple[Period, ...] = field(default=(), compare=False)
    """The periods of the archive's overview, outermost level."""
    introduction: str = field(default="", compare=False)
    """`src_uri` of the hand-written page at this path; empty where there is none."""
    layout: Layout = field(default="list", compare=False)
    toc: bool = field(default=False, compare=False)
    """Whether the titles of the posts join the page's table of contents."""

    @property
    def name(self) -> str:
        """Name of this kind of view in options: `index`, `archive`, or the key of a taxonomy."""
        return self.taxonomy or self.kind.value

    @property
    def location(self) -> Location:
        """Where the first page is."""
        return self.pagers[0].location

    @property
    def url(self) -> str:
        """URL of the first page, relative to the site's root."""
        return self.location.url
