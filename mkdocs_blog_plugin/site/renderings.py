"""What posts were rendered to, kept from one build of a server to the next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.html.rendered import render_post

if TYPE_CHECKING:
    from mkdocs_blog_plugin.html.rendered import RenderedPost
    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.settings import Settings


class Renderings:
    """Renders the posts of one blog; a post that is what it was, with the HTML that it had, is known.

    Args:
        kept: Whether anything is kept.
    """

    def __init__(self, *, kept: bool = False) -> None:
        self._is_kept = kept
        self._options: object = None
        self._known: dict[str, tuple[str, RenderedPost]] = {}

    def hold_under(self, options: object) -> None:
        """Forget what was rendered under any other `options`."""
        if options != self._options:
            self._known.clear()
            self._options = options

    def render(self, post: Post, html: str, settings: Settings) -> RenderedPost:
        """Return what `post`, converted to `html`, yields for lists and feeds."""
        known_html, known = self._known.get(post.src_uri, ("", None))
        if known and known_html == html and known.post == post:
            return replace(known, post=post)
        rendered = render_post(post, html, settings)
        if self._is_kept:
            self._known[post.src_uri] = (html, rendered)
        return rendered
