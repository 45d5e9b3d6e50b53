"""Taxonomies and their terms, with the posts that carry them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_blog_plugin.posts.post import Author, Post
    from mkdocs_blog_plugin.posts.tagged_page import TaggedPage
    from mkdocs_blog_plugin.settings import TaxonomySettings
    from mkdocs_blog_plugin.urls.location import Location


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


@dataclass(frozen=True, kw_only=True)
class Taxonomy:
    """One kind of label and all its terms that a post or page has, sorted as its options say."""

    settings: TaxonomySettings
    terms: tuple[Term, ...]
    """Children follow their parent."""
    location: Location | None = field(default=None, compare=False)
    """Where the overview is; None where there is none."""

    @property
    def key(self) -> str:
        """Plural name (`tags`)."""
        return self.settings.key
