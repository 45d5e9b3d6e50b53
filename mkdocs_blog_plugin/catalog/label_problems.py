"""Problems with the labels of posts, reported at the key that has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_blog_plugin.problems import Problem, Severity, at_key, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mkdocs_blog_plugin.catalog.labels import Identity
    from mkdocs_blog_plugin.catalog.usage import Usage
    from mkdocs_blog_plugin.settings import TaxonomySettings


def label_problems(
    usage: Usage,
    slugs: Mapping[Identity, str],
    shared: Mapping[Identity, Identity],
    settings: TaxonomySettings,
) -> Iterator[Problem]:
    """Yield spellings that were merged, slugs that were numbered, and labels that are not allowed.

    Args:
        usage: The labels of the posts.
        slugs: The slug of each term.
        shared: The terms that were numbered, each with the one that has the slug they wanted.
        settings: The taxonomy.
    """
    yield from _merged(usage, settings)
    yield from _numbered(usage, slugs, shared, settings)
    if settings.unknown is not None and usage.allowed:
        yield from _not_allowed(usage, settings, settings.unknown)


def _merged(usage: Usage, settings: TaxonomySettings) -> Iterator[Problem]:
    """Yield one problem per spelling, at the first post that has it."""
    reported = set()
    for post in usage.posts:
        for label in usage.written[post.src_uri]:
            name = usage.names.get(label.identity)
            if name and name.path != label.path and label.path not in reported:
                reported.add(label.path)
                message = f"'{label.text}' is taken as '{name.text}', the first spelling"
                expected = "one spelling per term"
                yield at_key(post, settings.keys, message, expected, Severity.INFO)


def _numbered(
    usage: Usage,
    slugs: Mapping[Identity, str],
    shared: Mapping[Identity, Identity],
    settings: TaxonomySettings,
) -> Iterator[Problem]:
    """Yield one problem per term that could not have its slug, at the first post that has it."""
    waiting = set(shared)
    for post in usage.posts if waiting else ():
        for label in usage.terms[post.src_uri]:
            for term in label.lineage():
                if term.identity in waiting:
                    waiting.remove(term.identity)
                    owner = usage.names[shared[term.identity]]
                    message = (
                        f"'{term.text}' would share the slug of '{owner.text}', "
                        f"so it has '{slugs[term.identity]}'"
                    )
                    expected = "a slug of its own in the terms file, if that one does not suit"
                    yield at_key(post, settings.keys, message, expected, Severity.INFO)


def _not_allowed(usage: Usage, settings: TaxonomySettings, severity: Severity) -> Iterator[Problem]:
    for post in usage.posts:
        for label in usage.terms[post.src_uri]:
            if label.identity not in usage.allowed:
                text = settings.hierarchy.join(label.path)
                message = f"'{text}' is not among the allowed {settings.key}"
                yield at_key(
                    post, settings.keys, message, nearest(text, settings.allowed), severity
                )
