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
        for wording in usage.written[post.src_uri]:
            name = usage.names.get(wording.identity)
            if name and name.path != wording.path and wording.path not in reported:
                reported.add(wording.path)
                message = f"'{wording.label}' is taken as '{name.label}', the first spelling"
                yield _problem(post, settings, message, "one spelling per term", Severity.INFO)


def _numbered(usage: Usage, slugs: Slugs, settings: TaxonomySettings) -> Iterator[Problem]:
    """Yield one problem per term that could not have its slug, at the first post that has it."""
    waiting = set(slugs.shared)
    for post in usage.posts:
        for wording in usage.terms[post.src_uri]:
            for term in (*wording.ancestors(), wording):
                if term.identity in waiting:
                    waiting.remove(term.identity)
                    owner = usage.names[slugs.shared[term.identity]]
                    message = (
                        f"'{term.label}' would share the slug of '{owner.label}', "
                        f"so it has '{slugs.by_term[term.identity]}'"
                    )
                    expected = "a slug of its own in the terms file, if that one does not suit"
                    yield _problem(post, settings, message, expected, Severity.INFO)


def _not_allowed(usage: Usage, settings: TaxonomySettings, severity: Severity) -> Iterator[Problem]:
    for post in usage.posts:
        for wording in usage.terms[post.src_uri]:
            if wording.identity not in usage.allowed:
                label = settings.hierarchy.join(wording.path)
                message = f"'{label}' is not among the allowed {settings.key}"
                yield _problem(post, settings, message, nearest(label, settings.allowed), severity)


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
