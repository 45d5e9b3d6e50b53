"""Documents given as text, read as the posts of a blog."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs_blog_plugin.posts.authors import KnownAuthors
from mkdocs_blog_plugin.posts.document import Document
from mkdocs_blog_plugin.posts.fields import Fields
from mkdocs_blog_plugin.posts.front_matter import parse_front_matter
from mkdocs_blog_plugin.posts.post import Post
from mkdocs_blog_plugin.posts.reader import read_document
from mkdocs_blog_plugin.problems import Problem, Problems
from support.builders import blog_settings

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from mkdocs_blog_plugin.posts.post import Author


def read(
    text: str,
    src_uri: str = "blog/posts/post.md",
    *,
    authors: Mapping[str, Author] | None = None,
    git_date: datetime | None = None,
    of_folders: tuple[Mapping[str, object], ...] = (),
    **options: Any,
) -> tuple[Any, list[Problem]]:
    """Return the post or the verdict, and what is reported; `options` are those of `blog_settings`."""
    problems = Problems()
    reading = read_document(
        Document(src_uri, text, git_date, of_folders),
        settings=blog_settings(**options),
        authors=KnownAuthors(authors or {}),
        problems=problems,
    )
    return reading, list(problems)


def read_post(text: str, src_uri: str = "blog/posts/post.md", **options: Any) -> Post:
    """Return the post that `text` has to be."""
    reading, _ = read(text, src_uri, **options)
    assert isinstance(reading, Post), reading
    return reading


def fields_of(front_matter: str) -> Fields:
    """Return the fields of a YAML header given without its fences."""
    parsed = parse_front_matter(f"---\n{front_matter}\n---\n", "post.md")
    problems = Problems()
    problems.extend(parsed.problems)
    return Fields.of(parsed.data, path="post.md", lines=parsed.lines, problems=problems)
