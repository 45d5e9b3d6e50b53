"""Posts as Markdown, and the file that lists them for language models (https://llmstxt.org/)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from mkdocs_blog_plugin.posts.body import first_heading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_blog_plugin.feeds.public_post import PublicPost

MEDIA_TYPE = "text/markdown"
"""RFC 7763."""

INDEX_NAME = "llms.txt"
"""Name of the list in the folder of the blog."""


def write_markdown(post: PublicPost, body: str) -> bytes:
    """Return a post as a Markdown file.

    Args:
        post: The post.
        body: Its Markdown, with absolute links and without front matter.
    """
    header = yaml.safe_dump(_meta(post), allow_unicode=True, sort_keys=False, width=10_000)
    heading = "" if first_heading(body) else f"# {_inline(post.title)}\n\n"
    return f"---\n{header}---\n\n{heading}{body.strip()}\n".encode()


def write_index(title: str, description: str, posts: Iterable[tuple[PublicPost, str]]) -> bytes:
    """Return the list of posts in the form that llmstxt.org describes.

    Args:
        title: The title of the blog.
        description: The description of the blog; may be empty.
        posts: Posts with the absolute URLs of their Markdown, newest first.
    """
    summary = f"> {_inline(description)}" if description else ""
    entries = [
        f"- [{_label(post.title)}]({url})"
        + (f": {_inline(post.description)}" if post.description else "")
        for post, url in posts
    ]
    parts = [f"# {_inline(title)}", summary, "## Posts", "\n".join(entries)]
    return "\n\n".join(filter(None, parts)).encode() + b"\n"


def _meta(post: PublicPost) -> dict[str, object]:
    labels: dict[str, list[str]] = {}
    for category in post.categories:
        labels.setdefault(category.taxonomy, []).append(category.label)
    meta: dict[str, object] = {
        "title": post.title,
        "date": post.published.isoformat(timespec="seconds"),
        "updated": post.updated.isoformat(timespec="seconds") if post.updated else None,
        "authors": [person.name for person in post.authors],
        **labels,
        "description": post.description,
        "canonical_url": post.canonical_url,
        "external_url": post.external_url,
    }
    return {key: value for key, value in meta.items() if value}


def _label(text: str) -> str:
    """Return text for the brackets of a link."""
    return _inline(text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]"))


def _inline(text: str) -> str:
    """Return text on one line, without HTML: Markdown lets tags through."""
    return " ".join(text.split()).replace("<", "&lt;")
