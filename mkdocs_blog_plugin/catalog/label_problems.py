"""Problems with the labels of posts, reported at the key that has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_blog_plugin.problems import Problem, Severity, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_blog_plugin.catalog.slugs import Slugs
    from mkdocs_blog_plugin.catalog.usage import Usage
    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.posts.tagged_page import TaggedPage
    from mkdocs_blog_plugin.settings import TaxonomySettings


def label_problems(usage: Usage, slugs: Slugs, settings: TaxonomySettings) -> Iterator[Problem]:
    """Yield spellings that were merged, slugs that were numbered, and labels that are not allowed."""
    yield from _merged(usage, settings)
    yield from _numbered(usage, slugs, settings)
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
                yield _problem(post, settings, message, "one spelling per term", Severity.INFO)


def _numbered(usage: Usage, slugs: Slugs, settings: TaxonomySettings) -> Iterator[Problem]:
    """Yield one problem per term that could not have its slug, at the first post that has it."""
    waiting = set(slugs.shared)
    for post in usage.posts:
        for label in usage.terms[post.src_uri]:
            for term in (*label.ancestors(), label):
                if term.identity in waiting:
                    waiting.remove(term.identity)
                    owner = usage.names[slugs.shared[term.identity]]
                    message = (
                        f"'{term.text}' would share the slug of '{owner.text}', "
                        f"so it has '{slugs.by_term[term.identity]}'"
                    )
                    expected = "a slug of its own in the terms file, if that one does not suit"
                    yield _problem(post, settings, message, expected, Severity.INFO)


def _not_allowed(usage: Usage, settings: TaxonomySettings, severity: Severity) -> Iterator[Problem]:
    for post in usage.posts:
        for label in usage.terms[post.src_uri]:
            if label.identity not in usage.allowed:
                text = settings.hierarchy.join(label.path)
                message = f"'{text}' is not among the allowed {settings.key}"
                yield _problem(post, settings, message, nearest(text, settings.allowed), severity)


def _problem(
    post: Post | TaggedPage,
    settings: TaxonomySettings,
    message: str,
    expected: str,
    severity: Severity,
) -> Problem:
    keys = [key for key in (settings.key, settings.singular) if key in post.lines]
    key = keys[0] if keys else settings.key
    return Problem(
        path=post.src_uri,
        line=post.lines.get(key),
        key=key,
        message=message,
        expected=expected,
        severity=severity,
    )
