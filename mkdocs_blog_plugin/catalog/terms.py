"""Labels to a taxonomy: terms merged, named, addressed, sorted, each with its posts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from mkdocs_blog_plugin.catalog.label_problems import label_problems
from mkdocs_blog_plugin.catalog.labels import fold
from mkdocs_blog_plugin.catalog.slugs import choose_slugs
from mkdocs_blog_plugin.catalog.sorting import sort_terms
from mkdocs_blog_plugin.catalog.term import Taxonomy, Term
from mkdocs_blog_plugin.catalog.terms_file import TermAnnotation
from mkdocs_blog_plugin.catalog.usage import read_usage
from mkdocs_blog_plugin.urls.permalink import compile_pattern
from mkdocs_blog_plugin.urls.tokens import TERM_TOKENS, TermValues

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mkdocs_blog_plugin.catalog.addresses import Addresses
    from mkdocs_blog_plugin.catalog.labels import Identity
    from mkdocs_blog_plugin.catalog.terms_file import TermAnnotations
    from mkdocs_blog_plugin.catalog.usage import Usage
    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.posts.tagged_page import TaggedPage
    from mkdocs_blog_plugin.problems import Problems
    from mkdocs_blog_plugin.settings import TaxonomySettings
    from mkdocs_blog_plugin.urls.permalink import Pattern

P = TypeVar("P", bound="Post | TaggedPage")


def build_taxonomy(
    posts: Sequence[Post],
    settings: TaxonomySettings,
    annotations: TermAnnotations,
    addresses: Addresses,
    problems: Problems,
    pages: Sequence[TaggedPage] = (),
) -> Taxonomy:
    """Return one taxonomy, with the terms that `posts` and `pages` carry.

    Args:
        posts: All posts to build, newest first.
        settings: The taxonomy.
        annotations: The terms file.
        addresses: Where the views of terms claim their paths.
        problems: Collects problems with labels.
        pages: Ordinary pages that join the taxonomy, by title.
    """
    usage = read_usage([*posts, *pages], settings, annotations, problems)
    slugs, shared = choose_slugs(usage.names, settings, usage.notes)
    problems.extend(label_problems(usage, slugs, shared, settings))
    terms = _terms(posts, pages, usage, slugs, settings)
    shown = [
        identity
        for identity in sort_terms(terms, settings)
        if terms[identity].count and not terms[identity].hidden
    ]
    location = None
    if settings.enabled and shown:
        pattern = compile_pattern(settings.url_format, tokens=TERM_TOKENS)
        if settings.index and pattern.folder:
            location = addresses.overview(pattern.folder, f"the overview of {settings.key}")
        for identity in shown:
            terms[identity] = _addressed(terms[identity], pattern, addresses)
    return Taxonomy(
        settings=settings,
        terms=tuple(terms[identity] for identity in shown),
        location=location,
        _by_post={
            src_uri: tuple(terms[label.identity] for label in labels)
            for src_uri, labels in usage.terms.items()
            if labels
        },
        _by_name=_by_name(terms),
    )


def _terms(
    posts: Iterable[Post],
    pages: Iterable[TaggedPage],
    usage: Usage,
    slugs: Mapping[Identity, str],
    settings: TaxonomySettings,
) -> dict[Identity, Term]:
    """Return all terms, their views without a location yet."""
    members = _members((post for post in posts if post.is_listed), usage)
    pages_of = _members(pages, usage)
    if settings.ordered:
        for parts in members.values():
            parts.sort(key=_part_order)
    terms = {}
    for identity, label in usage.names.items():
        note = usage.notes.get(identity, TermAnnotation())
        terms[identity] = Term(
            taxonomy=settings.key,
            slug=slugs[identity],
            label=note.label or label.text,
            description=note.description,
            icon=note.icon,
            hidden=note.hidden,
            aliases=note.aliases,
            author=label.author,
            parent=slugs.get(identity[:-1], ""),
            posts=tuple(members.get(identity, ())),
            pages=tuple(pages_of.get(identity, ())),
        )
    return terms


def _members(posts: Iterable[P], usage: Usage) -> dict[Identity, list[P]]:
    """Return the posts, or pages, of each term and of the terms below it, in the order given."""
    members: dict[Identity, list[P]] = {}
    for post in posts:
        lineages = {
            term.identity: None for label in usage.terms[post.src_uri] for term in label.lineage()
        }
        for identity in lineages:
            members.setdefault(identity, []).append(post)
    return members


def _part_order(post: Post) -> tuple[bool, int, float, str]:
    """Order inside a series: by weight, posts without one after those with, then oldest first."""
    return (post.weight is None, post.weight or 0, post.published.timestamp(), post.src_uri)


def _addressed(term: Term, pattern: Pattern[TermValues], addresses: Addresses) -> Term:
    """Return `term` with the location of its view."""
    values = TermValues(slug=term.slug, name=term.label)
    name = f"'{term.label}' of {term.taxonomy}"
    return replace(term, location=addresses.view(pattern, values, name))


def _by_name(terms: Mapping[Identity, Term]) -> dict[str, Term]:
    """Return the terms by all names that find them; labels win over slugs."""
    used = {identity: term for identity, term in terms.items() if term.count}
    names: dict[str, Term] = {}
    for identity, term in used.items():
        for label in ("/".join(identity), term.label, *term.aliases):
            names.setdefault(fold(label), term)
    for term in used.values():
        names.setdefault(term.slug, term)
    return names
