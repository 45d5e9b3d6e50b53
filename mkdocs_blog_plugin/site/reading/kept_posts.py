"""Posts as an earlier build has read them.

A post is read again if its text has changed, the defaults of its folders, the authors or any
option. A post that time may change, such as a scheduled one, is read again in each build, and so is
a post with problems, which are reported in each build.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mkdocs_blog_plugin.posts.post import State
from mkdocs_blog_plugin.site.cache.fingerprint import digest
from mkdocs_blog_plugin.site.reading.read_post import ReadPost

if TYPE_CHECKING:
    from datetime import datetime

    from mkdocs_blog_plugin.posts.document import Document
    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.site.cache.cache import Cache

_LASTING = (State.PUBLISHED, State.UNLISTED)
"""States that a post never leaves by itself, once its date has come, unless it expires."""


class KeptPosts(NamedTuple):
    """The posts that builds under the same options have read."""

    cache: Cache
    options: bytes
    """Fingerprint of all inputs of a post besides its document."""
    now: datetime
    """The time of this build: it may be before that of the last one."""

    def find(self, document: Document) -> ReadPost | None:
        """Return the post that `document` was read as, if it is known."""
        found = self.cache.get(ReadPost, document.source, self._fingerprint(version_of(document)))
        return found if found and self._is_past(found.post) else None

    def keep(self, read_post: ReadPost) -> None:
        """Keep a post that was read without any problem, unless time may change it."""
        post = read_post.post
        if post.state in _LASTING and post.expires is None:
            self.cache.put(ReadPost, post.src_uri, self._fingerprint(read_post.version), read_post)

    def _is_past(self, post: Post) -> bool:
        return max(post.published, post.public_from or post.published) <= self.now

    def _fingerprint(self, version: bytes) -> bytes:
        return digest(self.options, version)


def version_of(document: Document) -> bytes:
    """Return a digest of `document`: its text, and the facts from outside."""
    origin = (document.source, document.root, document.stands_in_from)
    return digest(document.text, document.git_date, document.defaults, *origin)
