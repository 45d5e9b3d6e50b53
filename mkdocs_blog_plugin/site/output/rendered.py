"""Posts rendered for lists and feeds, unless the cache has them from an earlier build."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mkdocs_blog_plugin.html.rendered import RenderedPost, facts_of, render_post
from mkdocs_blog_plugin.problems import Problem
from mkdocs_blog_plugin.site.cache.fingerprint import digest
from mkdocs_blog_plugin.site.conversion.converter import convert
from mkdocs_blog_plugin.site.files.files import page_of
from mkdocs_blog_plugin.site.integrations.post_content import content_of, without_document

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.structure.files import Files

    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.settings import ExcerptSettings
    from mkdocs_blog_plugin.site.setup import Setup


class Excerpt(NamedTuple):
    """A `RenderedPost` without its post."""

    excerpt: str
    is_cut: bool
    text: str
    reading_time: int | None
    has_separator: bool

    def of(self, post: Post) -> RenderedPost:
        """Return `post` as rendered."""
        return RenderedPost(post=post, **self._asdict())


def render_posts(posts: Iterable[Post], files: Files, setup: Setup) -> dict[str, RenderedPost]:
    """Return `posts` as rendered, by `src_uri`.

    A dirty build has not converted them all: those that lists and feeds show are converted here.

    Args:
        posts: The posts.
        files: All files of the site.
        setup: Its problems get posts that do not say where their excerpt ends, if they have to.
    """
    return {post.src_uri: _render(post, files, setup) for post in posts}


def _render(post: Post, files: Files, setup: Setup) -> RenderedPost:
    page = page_of(files, post.src_uri)
    assert page is not None  # see `missing_pages`
    if page.content is None:
        convert(page, setup.config, files)
    page.content = without_document(page.content or "")
    found = _render_once(post, content_of(page), setup)
    settings = setup.site_settings.excerpt
    if settings.mode == "required" and not found.has_separator:
        setup.problems.add(_missing_separator(post, settings))
    return found


def _render_once(post: Post, html: str, setup: Setup) -> RenderedPost:
    """Return `post`, converted to `html`, as rendered by this build or an earlier one."""
    fingerprint = digest(setup.fingerprint, facts_of(post), html)
    if known := setup.cache.get(Excerpt, post.src_uri, fingerprint):
        return known.of(post)
    found = render_post(post, html, setup.site_settings)
    excerpt = Excerpt(
        found.excerpt, found.is_cut, found.text, found.reading_time, found.has_separator
    )
    setup.cache.put(Excerpt, post.src_uri, fingerprint, excerpt)
    return found


def _missing_separator(post: Post, settings: ExcerptSettings) -> Problem:
    """Return the problem of a post without a separator to a blog that requires one."""
    return Problem(
        path=post.src_uri,
        line=post.body_line,
        message="the post does not say where its excerpt ends",
        expected=f"a line {settings.separators[0]}",
    )
