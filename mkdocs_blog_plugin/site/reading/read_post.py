"""A post as it was read, with what only a build needs to know of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mkdocs_blog_plugin.posts.post import Post  # noqa: TC001 - the cache looks at annotations

if TYPE_CHECKING:
    from collections.abc import Mapping


class ReadPost(NamedTuple):
    """A post, with the facts about its document that a build needs."""

    post: Post
    """With the address that it wants, and its cover as written."""
    version: bytes
    """Digest of the document."""
    linked_paths: tuple[str, ...]
    """Paths in the links and pictures of its text, without what follows them."""
    anchors: tuple[tuple[str, str], ...]
    """Path and anchor of each link of its text that has an anchor."""
    mentioned_paths: tuple[str, ...]
    """Paths in links outside of code; empty unless the blog lists the posts that mention a page."""
    words: str
    """The words of title, description and text, separated by spaces; empty if unused."""
    plain: Mapping[str, object] | None
    """The front matter as MkDocs reads it; None where it has to read the file itself."""
    clean_text: str | None
    """The text that MkDocs reads in place of the file; None if it reads the file correctly."""

    def without_texts(self) -> ReadPost:
        """Return the same without words and front matter, which others keep once it is read."""
        return self._replace(words="", plain=None)
