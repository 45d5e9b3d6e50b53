"""Posts that the blog has read, offered to MkDocs in the same build, so that it need not read them again."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.structure.files import File


class Offers:
    """Markdown and meta of the posts of one build, each taken once."""

    def __init__(self) -> None:
        self._offered: dict[str, tuple[File, str, Mapping[str, Any]]] = {}

    def offer(self, file: File, markdown: str, meta: Mapping[str, Any]) -> None:
        """Offer what MkDocs would read in `file`."""
        self._offered[file.src_uri] = (file, markdown, meta)

    def take(self, file: File) -> tuple[str, dict[str, Any]] | None:
        """Return Markdown and meta of `file` as MkDocs would read them; None where it has to.

        The meta is a copy: plugins may change it, and a later build offers the same once more.
        """
        offered, markdown, meta = self._offered.pop(file.src_uri, (None, "", {}))
        if offered is not file or file.abs_src_path is None:
            return None
        return markdown, deepcopy(dict(meta))

    def withdraw(self) -> None:
        """Offer nothing any more: all pages have been read."""
        self._offered.clear()
