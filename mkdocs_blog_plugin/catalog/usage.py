"""The labels of posts, matched with each other and with the terms file: who uses which term."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_blog_plugin.catalog.labels import author_label, fold, read_label
from mkdocs_blog_plugin.catalog.slugs import choose_slugs
from mkdocs_blog_plugin.posts.post import Post
from mkdocs_blog_plugin.settings import AUTHORS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import TypeAlias

    from mkdocs_blog_plugin.catalog.labels import Identity, Label
    from mkdocs_blog_plugin.catalog.terms_file import TermAnnotation, TermAnnotations
    from mkdocs_blog_plugin.posts.tagged_page import TaggedPage
    from mkdocs_blog_plugin.problems import Problems
    from mkdocs_blog_plugin.settings import TaxonomySettings

    Names: TypeAlias = Mapping[Identity, Label]
    """How each term is written first."""
    ReadLabel: TypeAlias = Callable[[str], Label]


class Usage(NamedTuple):
    """The terms of one taxonomy as posts use them, before they have slugs and views."""

    posts: Sequence[Post | TaggedPage]
    """In the order of `src_uri`; of several spellings the first counts."""
    written: Mapping[str, Sequence[Label]]
    """The labels of each `src_uri`, in its order."""
    terms: Mapping[str, Sequence[Label]]
    """The same after aliases are resolved, each term once."""
    names: Names
    """How each term, and each term above one, is written first."""
    notes: Mapping[Identity, TermAnnotation]
    """The entries of the terms file."""
    allowed: frozenset[Identity]
    """The terms that the options allow; empty for all."""


def read_usage(
    posts: Iterable[Post | TaggedPage],
    settings: TaxonomySettings,
    annotations: TermAnnotations,
    problems: Problems,
) -> Usage:
    """Return the use of the taxonomy of `settings` in `posts`.

    Args:
        posts: Posts, and pages that join the taxonomy.
        settings: The taxonomy.
        annotations: The terms file.
        problems: Collects entries of the terms file that contradict each other.
    """
    read = cache(partial(read_label, hierarchy=settings.hierarchy))  # each text once
    by_source = sorted(posts, key=lambda post: post.src_uri)
    written = {post.src_uri: _labels_of(post, settings.key, read) for post in by_source}
    known = _first_labels(written.values())
    notes, aliases = _match(annotations, known, settings, read, problems)
    terms = {
        src_uri: _once(aliases.get(label.identity, label) for label in labels)
        for src_uri, labels in written.items()
    }
    allowed = map(read, settings.allowed)
    return Usage(
        posts=by_source,
        written=written,
        terms=terms,
        names=_first_labels(terms.values()),
        notes=notes,
        allowed=frozenset(aliases.get(label.identity, label).identity for label in allowed),
    )


def _labels_of(post: Post | TaggedPage, key: str, read: ReadLabel) -> list[Label]:
    """Return the labels of `post` in the taxonomy `key`, in the order in which it writes them."""
    if key == AUTHORS and isinstance(post, Post):
        return [author_label(author) for author in post.authors]
    return [read(label) for label in post.labels.get(key, ())]


def _match(
    annotations: TermAnnotations,
    known: Names,
    settings: TaxonomySettings,
    read: ReadLabel,
    problems: Problems,
) -> tuple[dict[Identity, TermAnnotation], dict[Identity, Label]]:
    """Return the entries of the terms file by term, and the term that each alias or label means.

    Args:
        annotations: The terms file.
        known: The terms that posts write, before aliases are resolved; the file may name them by
            their slugs.
        settings: The taxonomy.
        read: Reads labels of this taxonomy.
        problems: Collects entries, aliases and labels that mean one term twice.
    """
    entries = annotations.of(settings.key)
    slugs = choose_slugs(known, settings)[0] if entries else {}
    by_slug = {slug: known[identity] for identity, slug in slugs.items()}
    notes: dict[Identity, TermAnnotation] = {}
    aliases: dict[Identity, Label] = {}
    meant: dict[str, Label] = {}
    for key, note in entries.items():
        label = read(key)
        meant[key] = known.get(label.identity) or by_slug.get(key, label)
        if meant[key].identity in notes:
            message = f"'{key}' means the same term as an entry above"
            problems.add(annotations.problem(message, settings.key, key))
        notes.setdefault(meant[key].identity, note)
    for key, kind, name, identity in _other_names(entries, meant, read):
        if identity == meant[key].identity or aliases.get(identity) == meant[key]:
            continue
        if identity in aliases or identity in notes:
            message = f"the {kind} '{name}' already means a term"
            problems.add(annotations.problem(message, settings.key, key))
        else:
            aliases[identity] = meant[key]
    return notes, aliases


def _other_names(
    entries: Mapping[str, TermAnnotation], meant: Mapping[str, Label], read: ReadLabel
) -> Iterator[tuple[str, str, str, Identity]]:
    """Yield the other names of each entry's term: the entry's key, 'alias' or 'label', name, identity."""
    for key, note in entries.items():
        for alias in note.aliases:
            yield key, "alias", alias, read(alias).identity
        if note.label:
            yield key, "label", note.label, (*meant[key].identity[:-1], fold(note.label))


def _once(labels: Iterable[Label]) -> list[Label]:
    """Return the first label of each term."""
    found: dict[Identity, Label] = {}
    for label in labels:
        found.setdefault(label.identity, label)
    return list(found.values())


def _first_labels(usage: Iterable[Iterable[Label]]) -> dict[Identity, Label]:
    """Return how each term, and each term above one, is written first."""
    names: dict[Identity, Label] = {}
    for labels in usage:
        for label in labels:
            if label.identity not in names:
                for term in label.lineage():
                    names.setdefault(term.identity, term)
    return names
