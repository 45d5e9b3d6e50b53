"""Which posts use which terms of one taxonomy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.catalog.labels import LabelReader
from mkdocs_blog_plugin.catalog.vocabulary import read_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mkdocs_blog_plugin.catalog.labels import Identity, Label
    from mkdocs_blog_plugin.catalog.terms_file import TermAnnotations
    from mkdocs_blog_plugin.catalog.vocabulary import Vocabulary
    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.posts.tagged_page import TaggedPage
    from mkdocs_blog_plugin.problems import Problems
    from mkdocs_blog_plugin.settings import TaxonomySettings


@dataclass(frozen=True, kw_only=True)
class Usage:
    """The terms of one taxonomy as posts use them, before they have slugs and views."""

    posts: Sequence[Post | TaggedPage]
    """In the order of `src_uri`; of several spellings the first counts."""
    written: Mapping[str, Sequence[Label]]
    """The labels of each `src_uri`, in its order."""
    terms: Mapping[str, Sequence[Label]]
    """The same after aliases are resolved, each term once."""
    names: Mapping[Identity, Label]
    """How each term, and each term above one, is written first."""
    allowed: frozenset[Identity]
    """The terms that the options allow; empty for all."""
    vocabulary: Vocabulary


def read_usage(
    posts: Iterable[Post | TaggedPage],
    settings: TaxonomySettings,
    annotations: TermAnnotations,
    problems: Problems,
) -> Usage:
    """Return the use of the taxonomy of `settings` in `posts`."""
    reader = LabelReader(settings)
    by_source = sorted(posts, key=lambda post: post.src_uri)
    written = {post.src_uri: reader.of_post(post) for post in by_source}
    vocabulary = read_vocabulary(
        annotations, settings, reader, _first_labels(written.values()), problems
    )
    terms = {
        src_uri: _once(vocabulary.resolve(label) for label in labels)
        for src_uri, labels in written.items()
    }
    return Usage(
        posts=by_source,
        written=written,
        terms=terms,
        names=_first_labels(terms.values()),
        allowed=frozenset(
            vocabulary.resolve(reader.read(label)).identity for label in settings.allowed
        ),
        vocabulary=vocabulary,
    )


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
                for term in (*label.ancestors(), label):
                    names.setdefault(term.identity, term)
    return names
