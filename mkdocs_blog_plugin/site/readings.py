"""Posts as they were read: handed to MkDocs in the same build, and kept for the next of one server.

A post is read again where its text has changed, the defaults of its folders, the authors or any
option. What time may change, a draft until its date for example, is read again in each build, and
so is what had problems, which are told in each build.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from mkdocs_blog_plugin.posts.post import State
from mkdocs_blog_plugin.site.shelf import Shelf

if TYPE_CHECKING:
    from mkdocs.structure.files import File

    from mkdocs_blog_plugin.posts.document import Document
    from mkdocs_blog_plugin.posts.front_matter import FrontMatter
    from mkdocs_blog_plugin.posts.post import Post

_LASTING = (State.PUBLISHED, State.UNLISTED)
"""States that a post never leaves by itself, unless it expires."""


class Readings(Shelf[tuple["Document", "Post"]]):
    """The readings of one blog, and those of this build for MkDocs to take."""

    def __init__(self, *, is_open: bool = False) -> None:
        super().__init__(is_open=is_open)
        self._offered: dict[str, tuple[File, FrontMatter]] = {}

    def find(self, document: Document) -> tuple[Document, Post | None]:
        """Return `document` with the post that it was read as, if that is known.

        It is then the one from the earlier build, whose front matter is taken apart already.
        """
        known = self.get(document.src_uri)
        return known if known and known[0] == document else (document, None)

    def keep(self, document: Document, post: Post) -> None:
        """Keep what `document` was read as, without any problem, unless time may change it."""
        if post.state in _LASTING and post.expires is None:
            self.put(document.src_uri, (document, post))

    def offer(self, file: File, front_matter: FrontMatter) -> None:
        """Offer to MkDocs what has been read of `file`, if it would read the same."""
        if front_matter.plain is not None:
            self._offered[file.src_uri] = (file, front_matter)

    def take(self, file: File) -> tuple[str, dict[str, Any]] | None:
        """Return Markdown and meta of `file` as MkDocs would read them; None where it has to."""
        offered, found = self._offered.pop(file.src_uri, (None, None))
        if found is None or offered is not file or file.abs_src_path is None:
            return None
        return found.body, _copied_map(found.plain or {})

    def withdraw(self) -> None:
        """Offer nothing any more: all pages have been read."""
        self._offered.clear()


def _copied_map(values: Mapping[Any, Any]) -> dict[Any, Any]:
    return {key: _copied(value) for key, value in values.items()}


def _copied(value: object) -> object:
    """Return a copy of what YAML can say, for plugins to change."""
    if isinstance(value, Mapping):
        return _copied_map(value)
    return [_copied(item) for item in value] if isinstance(value, list) else value
