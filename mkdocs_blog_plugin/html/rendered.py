"""The results of converting a post once: its HTML, excerpt, text and reading time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING
from zlib import crc32

from mkdocs_blog_plugin.html.excerpt import Cut, automatic, cut, has_content
from mkdocs_blog_plugin.html.links import make_portable
from mkdocs_blog_plugin.html.text import prose, reading_time, shorten

if TYPE_CHECKING:
    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.settings import ExcerptSettings, PostSettings, Settings


@dataclass(frozen=True, kw_only=True, slots=True)
class RenderedPost:
    """A post's HTML and all that is made from it.

    `excerpt` is *portable*: each relative link leads from the site's root and begins with
    `links.ROOT`, each id begins with `links.ID`, so that `links.insert_on` can put it on any page.
    """

    post: Post
    excerpt: str
    """The beginning of the post, cut at a block boundary, portable."""
    is_cut: bool
    """Whether the post has more than its excerpt."""
    text: str
    """Plain text of the excerpt."""
    reading_time: int | None
    """Minutes, at least 1; None where the option is off, front matter says 0, or nothing is there."""
    has_separator: bool = True
    """Whether the author chose the excerpt: by a separator or in front matter."""

    def __hash__(self) -> int:
        """Equal ones are made of equal posts."""
        return hash(self.post)

    @property
    def summary(self) -> str:
        """The description of the front matter, else the text of the excerpt; plain text."""
        return self.post.description or self.text

    @property
    def description(self) -> str:
        """The description of the front matter, else the first words of the text; plain text."""
        return self.post.description or shorten(self.text)


def render_post(post: Post, html: str, settings: Settings) -> RenderedPost:
    """Return `post` rendered for lists and feeds from its body `html`, as MkDocs converted it.

    `excerpt` of the front matter replaces the excerpt. Where a separator leaves nothing before it,
    the description stands in, and without one an automatic excerpt.
    """
    excerpt = _excerpt(post, html, settings.excerpt)
    return RenderedPost(
        post=post,
        excerpt=make_portable(excerpt.html, post.url, key=f"p{crc32(post.url.encode()):08x}"),
        is_cut=excerpt.is_cut,
        text=prose(excerpt.html),
        reading_time=_reading_time(post, html, settings.posts),
        has_separator=excerpt.has_separator,
    )


def facts_of(post: Post) -> tuple[object, ...]:
    """Return all facts about `post` that `render_post` makes anything of, besides its body."""
    return post.url, post.excerpt, post.description, post.separator, post.reading_time


def _excerpt(post: Post, html: str, settings: ExcerptSettings) -> Cut:
    if post.excerpt:
        return Cut(html=_paragraph(post.excerpt), is_cut=has_content(html), has_separator=True)
    if settings.mode == "description" and post.description:
        return Cut(html=_paragraph(post.description), is_cut=has_content(html))
    if post.separator:
        settings = replace(settings, separators=(post.separator, *settings.separators))
    found = cut(html, settings)
    if found.html:
        return found
    if post.description:
        return found._replace(html=_paragraph(post.description))
    return automatic(html, settings.words)._replace(has_separator=found.has_separator)


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _reading_time(post: Post, html: str, settings: PostSettings) -> int | None:
    if post.reading_time is not None:
        return post.reading_time if post.reading_time > 0 else None
    if not settings.readtime or not html:
        return None
    return reading_time(html, settings.readtime_words_per_minute)
