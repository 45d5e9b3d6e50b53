"""The slugs of a taxonomy's terms: never empty, never two alike."""

from __future__ import annotations

import itertools
import posixpath
from collections import defaultdict
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.urls.paths import PathError, safe_slug
from mkdocs_blog_plugin.urls.slug import slug_or_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mkdocs_blog_plugin.catalog.labels import Identity, Label
    from mkdocs_blog_plugin.catalog.terms_file import TermAnnotation
    from mkdocs_blog_plugin.posts.post import Author
    from mkdocs_blog_plugin.settings import TaxonomySettings


def choose_slugs(
    names: Mapping[Identity, Label],
    settings: TaxonomySettings,
    notes: Mapping[Identity, TermAnnotation] = MappingProxyType({}),
) -> tuple[dict[Identity, str], dict[Identity, Identity]]:
    """Give each term a slug of its own.

    Terms that would share a slug are numbered from `-2` on, in order of label; those that the terms
    file fixes come first. The slug of a term below another begins with that one's.

    Args:
        names: The first label of each term.
        settings: The taxonomy, with its function that makes slugs.
        notes: The entries of the terms file.

    Returns:
        The slug of each term; and the terms that were numbered, each with the one that has the
        slug they wanted.
    """
    slugs: dict[Identity, str] = {}
    shared: dict[Identity, Identity] = {}
    owners: dict[str, Identity] = {}
    numbers: defaultdict[str, Iterator[int]] = defaultdict(partial(itertools.count, 2))
    own = {term: notes[term].slug if term in notes else "" for term in names}
    ranked = sorted(
        names, key=lambda term: (len(term), not own[term], names[term].text.casefold(), term)
    )
    for _, level in itertools.groupby(ranked, key=len):
        wanted = {
            term: posixpath.join(
                slugs.get(term[:-1], ""), own[term] or _slug(names[term], settings)
            )
            for term in level
        }
        for term, slug in wanted.items():
            owner = owners.setdefault(slug.casefold(), term)
            if owner == term:
                slugs[term] = slug
            else:
                shared[term] = owner
        for term in [term for term in wanted if term in shared]:
            slug = wanted[term]
            free = (f"{slug}-{number}" for number in numbers[slug.casefold()])
            slugs[term] = next(found for found in free if found.casefold() not in owners)
            owners[slugs[term].casefold()] = term
    return slugs, shared


def _slug(name: Label, settings: TaxonomySettings) -> str:
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
