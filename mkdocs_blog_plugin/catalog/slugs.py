"""The slugs of a taxonomy's terms: never empty, never two alike."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.urls.paths import PathError, safe_slug
from mkdocs_blog_plugin.urls.slug import slug_or_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mkdocs_blog_plugin.catalog.labels import Identity, Label
    from mkdocs_blog_plugin.posts.post import Author
    from mkdocs_blog_plugin.settings import TaxonomySettings


@dataclass(frozen=True)
class Slugs:
    """The slug of each term of one taxonomy."""

    by_term: Mapping[Identity, str]
    shared: Mapping[Identity, Identity]
    """Terms that were numbered, each with the term that has the slug they wanted."""


def choose_slugs(
    names: Mapping[Identity, Label],
    settings: TaxonomySettings,
    given: Mapping[Identity, str],
) -> Slugs:
    """Return the slug of each term.

    Terms that would share a slug are numbered from `-2` on, in order of label; given slugs come
    first. The slug of a term below another begins with that one's.

    Args:
        names: The first label of each term.
        settings: The taxonomy, with its function that makes slugs.
        given: Slugs that the terms file fixes.
    """
    pool = _Pool()
    ranked = sorted(
        names, key=lambda term: (len(term), term not in given, names[term].text.casefold(), term)
    )
    for _, level in itertools.groupby(ranked, key=len):
        own = [(term, given.get(term) or _own_slug(names[term], settings)) for term in level]
        pool.give([(term, pool.below(term[:-1], slug)) for term, slug in own])
    return Slugs(pool.slugs, pool.shared)


def _own_slug(name: Label, settings: TaxonomySettings) -> str:
    """Return the slug that a term's label makes; ids of the authors file stay as they are."""
    if name.author and (slug := _author_slug(name.author)):
        return slug
    return slug_or_name(name.text, settings.slugify, settings.slugify_separator)


def _author_slug(author: Author) -> str:
    """Return the slug that the authors file has for `author`; empty without one that is safe."""
    try:
        return safe_slug(author.slug or (author.key if author.known else ""))
    except PathError:
        return ""


@dataclass
class _Pool:
    """The slugs that are already used."""

    slugs: dict[Identity, str] = field(default_factory=dict)
    shared: dict[Identity, Identity] = field(default_factory=dict)
    owners: dict[str, Identity] = field(default_factory=dict)
    numbers: dict[str, Iterator[int]] = field(default_factory=dict)
    """The unused numbers of each slug."""

    def below(self, parent: Identity, slug: str) -> str:
        """Return `slug` below that of the term `parent`, if there is one."""
        return f"{self.slugs[parent]}/{slug}" if parent else slug

    def give(self, wanted: Iterable[tuple[Identity, str]]) -> None:
        """Give each term its slug; later terms with the same one get a number."""
        movers = []
        for term, slug in wanted:
            owner = self.owners.setdefault(slug.casefold(), term)
            if owner == term:
                self.slugs[term] = slug
            else:
                self.shared[term] = owner
                movers.append((term, slug))
        for term, slug in movers:
            numbers = self.numbers.setdefault(slug.casefold(), itertools.count(2))
            numbered = (f"{slug}-{number}" for number in numbers)
            self.slugs[term] = next(new for new in numbered if new.casefold() not in self.owners)
            self.owners[self.slugs[term].casefold()] = term
