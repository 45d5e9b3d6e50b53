"""The facts about a post that fragments print, beyond the post itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import escape

from mkdocs_blog_plugin.html.title import first_picture, mark_name, split_title
from mkdocs_blog_plugin.posts.post import State
from mkdocs_blog_plugin.settings import AUTHORS, CATEGORIES, TAGS
from mkdocs_blog_plugin.urls.relative import resolve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_blog_plugin.catalog.catalog import Catalog
    from mkdocs_blog_plugin.catalog.term import Part, Term
    from mkdocs_blog_plugin.posts.post import Image, Post
    from mkdocs_blog_plugin.render.locale import Locale
    from mkdocs_blog_plugin.settings import Settings, TaxonomySettings


FREQUENT = 12
"""How many terms the archive leads to."""


class PrintedByTheme(NamedTuple):
    """The parts that the theme prints on each page, so that fragments leave them out."""

    title: bool = False
    """The page's title as an h1, whatever the content has."""
    reading_time: bool = False
    """How many minutes the page takes."""
    neighbours: bool = False
    """Links to the previous and the next post."""
    tags: bool = False
    """The tags of the page."""


@dataclass(frozen=True)
class PostFacts:
    """The parts of a post that fragments print, given the settings and the parts that the theme prints."""

    settings: Settings
    catalog: Catalog
    locale: Locale
    theme: PrintedByTheme

    def authors(self, post: Post) -> Sequence[Term]:
        """Return the authors of `post` as terms."""
        return self.catalog.terms_of(post, AUTHORS)

    def terms(self, post: Post, max_categories: int | None = None) -> list[Term]:
        """Return the terms that `post` shows in lists, without authors, and at most `max_categories`."""
        limits = {CATEGORIES: max_categories}
        return [
            term
            for taxonomy in self._taxonomies
            if taxonomy.enabled
            for term in self.catalog.terms_of(post, taxonomy.key)[: limits.get(taxonomy.key)]
        ]

    def badges(self, post: Post, *, pinned: bool = False) -> list[str]:
        """Return the badges of `post`, a word each."""
        names = ["Pinned"] if pinned else []
        if post.state is not State.PUBLISHED:
            names.append(post.state.value.capitalize())
        return [self.locale.gettext(name) for name in names]

    def frequent_terms(self) -> list[Term]:
        """Return the terms that most posts have, of categories or else of tags, by label."""
        for key in (CATEGORIES, TAGS):
            taxonomy = self.catalog.taxonomies.get(key)
            terms = [term for term in taxonomy.terms if term.location] if taxonomy else []
            if terms:
                most = sorted(terms, key=lambda term: -term.count)[:FREQUENT]
                return [term for term in terms if term in most]
        return []

    def part(self, post: Post) -> Part | None:
        """Return where `post` stands in its series."""
        return self.catalog.part_of(post)

    def neighbours(self, post: Post) -> tuple[Post | None, Post | None]:
        """Return the previous and the next post to name on the page of `post`."""
        if self.theme.neighbours:
            return None, None
        return self.catalog.previous(post), self.catalog.next(post)

    def cover(self, post: Post, body: str) -> Image | None:
        """Return the cover to show above the text of `post`, unless that begins with it."""
        if post.image is None or not self.settings.posts.cover:
            return None
        picture = first_picture(body)
        if picture is None:
            return post.image
        return None if (resolve(post.url, picture) or picture) == post.image.src else post.image

    def title(self, title: str, body: str) -> tuple[str, str]:
        """Return the h1 to print above a post, empty for none, and `body` without an h1 that is `title`."""
        wanted = self.settings.posts.title
        own = split_title(body)
        if own.h1_html is not None and own.shows(title):
            printed_twice = self.theme.title and wanted != "always"
            return "" if printed_twice else mark_name(own.h1_html), own.rest
        is_shown = self.theme.title or own.h1_html is not None
        if wanted == "always" or (wanted == "auto" and not is_shown):
            return f'<h1 class="p-name">{escape(title)}</h1>', body
        return "", body

    def cross_links(self, post: Post) -> dict[str, object]:
        """Return the links of the footer of `post`: its terms, its series, its neighbours."""
        part = self.part(post) if self.settings.posts.footer else None
        terms = [
            term
            for taxonomy in self._taxonomies
            for term in self.catalog.terms_of(post, taxonomy.key)
            if part is None or term != part.series
        ]
        previous, following = self.neighbours(post)
        return {
            "terms": [term for term in terms if term.taxonomy not in self._unprinted],
            "silent_terms": [term for term in terms if term.taxonomy in self._unprinted],
            "part": part,
            "previous": previous,
            "next": following,
        }

    @cached_property
    def _taxonomies(self) -> list[TaxonomySettings]:
        """All taxonomies but authors, which bylines name."""
        return [taxonomy for taxonomy in self.settings.taxonomies if taxonomy.key != AUTHORS]

    @cached_property
    def _unprinted(self) -> frozenset[str]:
        """The taxonomies whose terms only machines find on a post's page."""
        has_byline = self.settings.posts.byline
        return frozenset(
            taxonomy.key
            for taxonomy in self._taxonomies
            if not (has_byline and taxonomy.enabled) or (taxonomy.key == TAGS and self.theme.tags)
        )
