"""Taxonomies and their terms, with the posts that carry them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.catalog.labels import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_blog_plugin.posts.post import Author, Post
    from mkdocs_blog_plugin.posts.tagged_page import TaggedPage
    from mkdocs_blog_plugin.settings import TaxonomySettings
    from mkdocs_blog_plugin.urls.location import Location

SHOWN_PARTS = 15
"""Most parts of a series that the page of one of them lists."""


@dataclass(frozen=True, kw_only=True)
class Term:
    """One term of a taxonomy; its identity is the taxonomy and the slug."""

    taxonomy: str
    """Key of the taxonomy (`tags`)."""
    slug: str
    label: str = field(compare=False)
    """Text to print, not escaped."""
    location: Location | None = field(default=None, compare=False)
    """Where the term's view is; None when the taxonomy has no views or the term is hidden."""
    description: str = field(default="", compare=False)
    icon: str = field(default="", compare=False)
    hidden: bool = field(default=False, compare=False)
    aliases: tuple[str, ...] = field(default=(), compare=False)
    author: Author | None = field(default=None, compare=False)
    """The author that the term stands for, in the authors taxonomy."""
    parent: str = field(default="", compare=False)
    """Slug of the parent term, where the taxonomy has a hierarchy."""
    posts: tuple[Post, ...] = field(default=(), compare=False, repr=False)
    """Listed posts in the order of the taxonomy: newest first, series oldest first."""
    pages: tuple[TaggedPage, ...] = field(default=(), compare=False, repr=False)
    """Ordinary pages of the docs that carry the term too, by title."""

    @property
    def url(self) -> str | None:
        """URL relative to the site's root, or None without a view."""
        return self.location.url if self.location else None

    @property
    def count(self) -> int:
        """Number of listed posts and of ordinary pages."""
        return len(self.posts) + len(self.pages)

    @property
    def name(self) -> str:
        """The label, as sort functions of Material's blog ask for it."""
        return self.label


@dataclass(frozen=True, kw_only=True)
class Taxonomy:
    """One kind of label and all its terms that a post or page has, sorted as its options say."""

    settings: TaxonomySettings
    terms: tuple[Term, ...]
    """Children follow their parent; hidden ones are left out."""
    location: Location | None = field(default=None, compare=False)
    """Where the overview is; None where there is none."""
    _by_post: Mapping[str, tuple[Term, ...]] = field(compare=False, repr=False)
    _by_name: Mapping[str, Term] = field(compare=False, repr=False)
    """By folded label, folded alias, and slug; only terms that a listed post or a page carries."""

    @property
    def key(self) -> str:
        """Plural name (`tags`)."""
        return self.settings.key

    def terms_of(self, post: Post) -> tuple[Term, ...]:
        """Return the terms of `post` in the order in which it writes them, hidden ones included."""
        return self._by_post.get(post.src_uri, ())

    def find(self, name: str) -> Term | None:
        """Return the term with the label, alias or slug `name`, hidden or not.

        None where neither a listed post nor a page has it.
        """
        return self._by_name.get(fold(name)) or self._by_name.get(name)


@dataclass(frozen=True, kw_only=True)
class Part:
    """One post of a series."""

    series: Term
    number: int
    """1-based."""

    @property
    def total(self) -> int:
        """Number of parts."""
        return self.series.count

    @property
    def around(self) -> list[tuple[int, Post]]:
        """All parts with their numbers; of a long series the parts around this one."""
        first = max(min(self.number - 1 - SHOWN_PARTS // 2, self.total - SHOWN_PARTS), 0)
        return list(enumerate(self.series.posts[first : first + SHOWN_PARTS], first + 1))

    @property
    def previous(self) -> Post | None:
        """The part before this one."""
        return self.series.posts[self.number - 2] if self.number > 1 else None

    @property
    def next(self) -> Post | None:
        """The part after this one."""
        return self.series.posts[self.number] if self.number < self.total else None
