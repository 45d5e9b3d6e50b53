"""Posts that were read, offered to MkDocs in the same build, so that it need not read them again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mkdocs.structure.files import File

    from mkdocs_blog_plugin.posts.front_matter import FrontMatter


class Offers:
    """Markdown and meta of the posts of one build, each taken once."""

    def __init__(self) -> None:
        self._offered: dict[str, tuple[File, FrontMatter]] = {}

    def offer(self, file: File, front_matter: FrontMatter) -> None:
        """Offer Markdown and meta of `file` to MkDocs, if it would read the same."""
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
