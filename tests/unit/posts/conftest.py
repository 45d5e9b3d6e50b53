"""Blogs and documents for the tests of this folder, made with a line each."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from mkdocs_blog_plugin.posts.authors import KnownAuthors
from mkdocs_blog_plugin.posts.document import Document
from mkdocs_blog_plugin.posts.fields import Fields
from mkdocs_blog_plugin.posts.front_matter import parse_front_matter
from mkdocs_blog_plugin.posts.reader import Verdict, read_document
from mkdocs_blog_plugin.problems import Problem, Problems
from mkdocs_blog_plugin.settings import (
    DraftSettings,
    FeedSettings,
    PostSettings,
    Settings,
    TaxonomySettings,
)
from mkdocs_blog_plugin.urls.slug import slugify

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mkdocs_blog_plugin.posts.post import Author, Post

NOW = datetime(2024, 6, 1, 12, tzinfo=UTC)


def _taxonomy(key: str, singular: str) -> TaxonomySettings:
    return TaxonomySettings(
        key=key, singular=singular, name=key, url_format=f"{singular}/{{slug}}", slugify=slugify
    )


def _blog(*, defaults_of_posts: dict[str, object] | None = None, **options: Any) -> Settings:
    """Return the settings of a blog; options of posts and drafts are given beside the others."""
    posts = PostSettings(
        dir="blog/posts",
        include=lambda _: False,
        defaults=lambda _: defaults_of_posts or {},
        slugify=slugify,
    )
    drafts = DraftSettings(now=NOW)
    settings = Settings(
        blog_dir="blog",
        timezone=UTC,
        posts=posts,
        drafts=drafts,
        taxonomies=(
            _taxonomy("categories", "category"),
            _taxonomy("tags", "tag"),
            _taxonomy("series", "series"),
            _taxonomy("authors", "author"),
        ),
        feeds=FeedSettings(formats={}),
    )
    of_posts = {key: value for key, value in options.items() if hasattr(posts, key)}
    of_drafts = {key: value for key, value in options.items() if hasattr(drafts, key)}
    own = {key: value for key, value in options.items() if key not in {**of_posts, **of_drafts}}
    return replace(
        settings, posts=replace(posts, **of_posts), drafts=replace(drafts, **of_drafts), **own
    )


class Read(Protocol):
    """Reads a document of a blog with the given options."""

    def __call__(
        self,
        text: str,
        src_uri: str = "blog/posts/post.md",
        *,
        authors: Mapping[str, Author] | None = None,
        git_date: datetime | None = None,
        defaults: tuple[Mapping[str, object], ...] = (),
        **options: Any,
    ) -> tuple[Post | Verdict, list[Problem]]: ...


def _read(
    text: str,
    src_uri: str = "blog/posts/post.md",
    *,
    authors: Mapping[str, Author] | None = None,
    git_date: datetime | None = None,
    defaults: tuple[Mapping[str, object], ...] = (),
    **options: Any,
) -> tuple[Post | Verdict, list[Problem]]:
    problems = Problems()
    document = Document(src_uri, text, git_date, defaults)
    settings = _blog(**options)
    reading = read_document(
        document, settings=settings, authors=KnownAuthors(authors or {}), problems=problems
    )
    return reading, list(problems)


def _post(text: str, src_uri: str = "blog/posts/post.md", **options: Any) -> Post:
    reading, _ = _read(text, src_uri, **options)
    assert not isinstance(reading, Verdict), reading
    return reading


def _fields(front_matter: str) -> Fields:
    """Return the fields of a YAML header given without its fences."""
    parsed = parse_front_matter(f"---\n{front_matter}\n---\n", "post.md")
    problems = Problems()
    problems.extend(parsed.problems)
    return Fields.of(parsed.data, path="post.md", lines=parsed.lines, problems=problems)


@pytest.fixture(scope="session")
def blog() -> Callable[..., Settings]:
    """Return a builder of settings."""
    return _blog


@pytest.fixture(scope="session")
def read() -> Read:
    """Return a reader of documents: reading and problems."""
    return _read


@pytest.fixture(scope="session")
def post() -> Callable[..., Post]:
    """Return a reader of documents that have to be posts."""
    return _post


@pytest.fixture(scope="session")
def fields() -> Callable[[str], Fields]:
    """Return a reader of bare front matter."""
    return _fields
