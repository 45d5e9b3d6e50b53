"""Posts rendered for lists and feeds, unless the cache has them from an earlier build."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.html.rendered import RenderedPost, render_post
from mkdocs_blog_plugin.site.cache.fingerprint import digest

if TYPE_CHECKING:
    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.settings import Settings
    from mkdocs_blog_plugin.site.cache.cache import Cache


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A `RenderedPost` without its post."""

    excerpt: str
    is_cut: bool
    text: str
    reading_time: int | None
    has_separator: bool

    def of(self, post: Post) -> RenderedPost:
        """Return `post` as rendered."""
        return RenderedPost(
            post=post,
            excerpt=self.excerpt,
            is_cut=self.is_cut,
            text=self.text,
            reading_time=self.reading_time,
            has_separator=self.has_separator,
        )


def render_kept(
    post: Post, html: str, settings: Settings, options: bytes, cache: Cache
) -> RenderedPost:
    """Return `post`, converted to `html`, rendered for lists and feeds.

    Args:
        post: The post.
        html: All of its content.
        settings: How long excerpts are, and what ends them.
        options: Fingerprint of all options.
        cache: Has what earlier builds have made of the same post, HTML and options.
    """
    fingerprint = digest(options, post, html)
    if known := cache.get(Excerpt, post.src_uri, fingerprint):
        return known.of(post)
    found = render_post(post, html, settings)
    excerpt = Excerpt(
        found.excerpt, found.is_cut, found.text, found.reading_time, found.has_separator
    )
    cache.put(Excerpt, post.src_uri, fingerprint, excerpt)
    return found
