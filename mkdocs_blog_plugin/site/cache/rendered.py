"""What posts were rendered to, kept from one build of a server to the next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.html.rendered import render_post
from mkdocs_blog_plugin.site.cache.keyed_cache import Shelf

if TYPE_CHECKING:
    from mkdocs_blog_plugin.html.rendered import RenderedPost
    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.settings import Settings


class Renderings(Shelf[tuple[str, "RenderedPost"]]):
    """Renders the posts of one blog; a post that is what it was, with the HTML that it had, is known."""

    def render(self, post: Post, html: str, settings: Settings) -> RenderedPost:
        """Return what `post`, converted to `html`, yields for lists and feeds."""
        known_html, known = self.get(post.src_uri) or ("", None)
        if known and known_html == html and known.post == post:
            return replace(known, post=post)
        rendered = render_post(post, html, settings)
        self.put(post.src_uri, (html, rendered))
        return rendered
