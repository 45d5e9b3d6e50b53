"""Labels to terms: merged, named, addressed, sorted, each with its posts."""

from __future__ import annotations

from dataclasses import dataclass, replace
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
    from mkdocs_blog_plugin.catalog.slugs import Slugs
    from mkdocs_blog_plugin.catalog.terms_file import TermAnnotations
    from mkdocs_blog_plugin.catalog.usage import Usage
    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.posts.tagged_page import TaggedPage
    from mkdocs_blog_plugin.problems import Problems
    from mkdocs_blog_plugin.settings import TaxonomySettings

P = TypeVar("P", bound="Post | TaggedPage")


@dataclass(frozen=True)
class TaxonomyTerms:
    """A taxonomy, and indexes of its terms by post and by name, hidden ones included."""

    taxonomy: Taxonomy
    by_post: Mapping[str, tuple[Term, ...]]
    """The terms of a `src_uri`, in the order in which the post writes them."""
    by_name: Mapping[str, Term]
    """By folded label, folded alias, and slug; only terms that a listed post or a page carries."""


def build_terms(
    posts: Sequence[Post],
    settings: TaxonomySettings,
    annotations: TermAnnotations,
    addresses: Addresses,
    problems: Problems,
    pages: Sequence[TaggedPage] = (),
) -> TaxonomyTerms:
    """Return the terms that `posts` and `pages` carry in one taxonomy.

    Args:
        posts: All posts to build, newest first.
        settings: The taxonomy.
        annotations: The terms file.
        addresses: Where the views of terms claim their paths.
        problems: Collects problems with labels.
        pages: Ordinary pages that join the taxonomy, by title.
    """
    usage = read_usage([*posts, *pages], settings, annotations, problems)
    slugs = choose_slugs(usage.names, settings, given=usage.vocabulary.slugs())
    problems.extend(label_problems(usage, slugs, settings))
    terms = _terms(posts, pages, usage, slugs, settings)
    shown = {
        identity: terms[identity]
        for identity in sort_terms(terms, settings)
        if terms[identity].count and not terms[identity].hidden
    }
    taxonomy = _addressed(Taxonomy(settings=settings, terms=tuple(shown.values())), addresses)
    terms |= dict(zip(shown, taxonomy.terms, strict=True))
    by_post = {
        src_uri: tuple(terms[label.identity] for label in labels)
        for src_uri, labels in usage.terms.items()
        if labels
    }
    return TaxonomyTerms(taxonomy, by_post, _by_name(terms))


def _terms(
    posts: Iterable[Post],
    pages: Iterable[TaggedPage],
    usage: Usage,
    slugs: Slugs,
    settings: TaxonomySettings,
) -> dict[Identity, Term]:
    """Return all terms, their views without a location yet."""
    members = _members((post for post in posts if post.is_listed), usage)
    pages_of = _members(pages, usage)
    if settings.ordered:
        for parts in members.values():
            parts.sort(key=_part_order)
    notes = usage.vocabulary.notes
    terms = {}
    for identity, label in usage.names.items():
        note = notes.get(identity, TermAnnotation())
        terms[identity] = Term(
            taxonomy=settings.key,
            slug=slugs.by_term[identity],
            label=note.label or label.text,
            description=note.description,
            icon=note.icon,
            hidden=note.hidden,
            aliases=note.aliases,
            author=label.author,
            parent=slugs.by_term.get(identity[:-1], ""),
            posts=tuple(members.get(identity, ())),
            pages=tuple(pages_of.get(identity, ())),
        )
    return terms


def _members(posts: Iterable[P], usage: Usage) -> dict[Identity, list[P]]:
    """Return the posts, or pages, of each term and of the terms below it, in the order given."""
    members: dict[Identity, list[P]] = {}
    for post in posts:
        lineages = {
            term.identity: None
            for label in usage.terms[post.src_uri]
            for term in (*label.ancestors(), label)
        }
        for identity in lineages:
            members.setdefault(identity, []).append(post)
    return members


def _part_order(post: Post) -> tuple[bool, int, float, str]:
    """Order inside a series: by weight, posts without one after those with, then oldest first."""
    return (post.weight is None, post.weight or 0, post.published.timestamp(), post.src_uri)


def _addressed(taxonomy: Taxonomy, addresses: Addresses) -> Taxonomy:
    """Return `taxonomy` with locations for its overview and the views of its terms."""
    settings = taxonomy.settings
    if not (settings.enabled and taxonomy.terms):
        return taxonomy
    pattern = compile_pattern(settings.url_format, tokens=TERM_TOKENS)
    overview = None
    if settings.index and pattern.folder:
        overview = addresses.overview(pattern.folder, f"the overview of {settings.key}")
    terms = []
    for term in taxonomy.terms:
        values = TermValues(slug=term.slug, name=term.label)
        name = f"'{term.label}' of {settings.key}"
        terms.append(replace(term, location=addresses.view(pattern, values, name)))
    return replace(taxonomy, terms=tuple(terms), location=overview)


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
