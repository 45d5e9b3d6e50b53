"""Posts as they were read: handed to MkDocs in the same build, and kept for the next one.

A post is read again where its text has changed, the defaults of its folders, the authors or any
option. What time may change, a draft until its date for example, is read again in each build, and
so is what had problems, which are told in each build.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs_blog_plugin.posts.post import Post, State
from mkdocs_blog_plugin.site.cache.keyed_cache import Shelf
from mkdocs_blog_plugin.site.cache.manifest import digest

if TYPE_CHECKING:
    from mkdocs.structure.files import File

    from mkdocs_blog_plugin.posts.document import Document
    from mkdocs_blog_plugin.posts.front_matter import FrontMatter

_LASTING = (State.PUBLISHED, State.UNLISTED)
"""States that a post never leaves by itself, unless it expires."""


class Readings(Shelf[Post]):
    """The posts of one blog as they were read, and what MkDocs may take from that in this build."""

    def __init__(self, *, is_open: bool = False) -> None:
        super().__init__(is_open=is_open)
        self._offered: dict[str, tuple[File, FrontMatter]] = {}

    def find(self, document: Document) -> Post | None:
        """Return the post that `document` was read as, if that is known."""
        known = self.get(document.src_uri)
        return known if known and known.version == version_of(document) else None

    def keep(self, post: Post) -> None:
        """Keep `post`, which was read without any problem, unless time may change it."""
        if post.state in _LASTING and post.expires is None:
            self.put(post.src_uri, post)

    def offer(self, file: File, front_matter: FrontMatter) -> None:
        """Offer to MkDocs what has been read of `file`, if it would read the same."""
        if front_matter.plain is not None:
            self._offered[file.src_uri] = (file, front_matter)

    def take(self, file: File) -> tuple[str, dict[str, Any]] | None:
        """Return Markdown and meta of `file` as MkDocs would read them; None where it has to."""
        offered, found = self._offered.pop(file.src_uri, (None, None))
        if found is None or offered is not file or file.abs_src_path is None:
            return None
        return found.body, dict(found.plain or {})

    def withdraw(self) -> None:
        """Offer nothing any more: all pages have been read."""
        self._offered.clear()


def version_of(document: Document) -> bytes:
    """Return a digest of all that is known of `document`: its text, and what comes from outside."""
    return digest(document.text, document.git_date, document.defaults)
