"""The source of one page: its text, and the facts that the site knows about it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.posts.front_matter import FrontMatter, parse_front_matter

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime


@dataclass(frozen=True)
class Document:
    """One page of the docs, not parsed yet."""

    src_uri: str
    """Path below the docs by which posts are recognised and addressed."""
    text: str
    git_date: datetime | None = None
    """Aware; when the file was first committed, if posts are dated by git."""
    defaults: Sequence[Mapping[str, object]] = ()
    """Front matter that the folders of the page give it (`.meta.yml`), outermost folder first."""
    file: str = ""
    """`src_uri` of the file, if it differs: `x.de.md` for the German `x.md`."""
    root: str = ""
    """Folder of the site below which the pages of a language are written."""
    stands_in_from: str = ""
    """Language of the page, where it stands in for a translation that is missing."""

    @property
    def source(self) -> str:
        """`src_uri` of the file."""
        return self.file or self.src_uri

    @cached_property
    def front_matter(self) -> FrontMatter:
        """Its text, taken apart."""
        return parse_front_matter(self.text, self.source)
