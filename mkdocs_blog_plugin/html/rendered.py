"""What one conversion of a post yields, and a guard against asking for it too early."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.problems import TooEarlyError

if TYPE_CHECKING:
    from mkdocs_blog_plugin.posts.post import Post


@dataclass(frozen=True, kw_only=True)
class RenderedPost:
    """A post's HTML and all that is made from it.

    `excerpt` and `body` are *rooted*: each relative link leads from the site's root and begins with
    `links.ROOT`, each id begins with `links.ID`, so that `links.place` can put them on any page.
    """

    post: Post
    body: str
    """The post's HTML as MkDocs converted it; links still relative to the post's own URL."""
    excerpt: str
    """The beginning of the post, cut at a block boundary, rooted."""
    is_cut: bool
    """Whether the post has more than its excerpt."""
    text: str
    """Plain text of the excerpt, for descriptions."""
    reading_time: int | None
    """Minutes, at least 1; None where the option is off."""


class RenderedPosts:
    """The posts that are rendered so far, by `src_uri`."""

    def __init__(self) -> None:
        self._rendered: dict[str, RenderedPost] = {}

    def add(self, rendered: RenderedPost) -> None:
        """Remember `rendered` under its post's `src_uri`."""
        self._rendered[rendered.post.src_uri] = rendered

    def __contains__(self, post: Post) -> bool:
        return post.src_uri in self._rendered

    def __getitem__(self, post: Post) -> RenderedPost:
        """Return what `post` was rendered to.

        Raises:
            TooEarlyError: its page has not been converted yet.
        """
        try:
            return self._rendered[post.src_uri]
        except KeyError:
            raise TooEarlyError(f"{post.src_uri} is not rendered yet") from None
