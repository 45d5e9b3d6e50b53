"""The files of a blog besides its posts and views."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs.structure.files import File

    from mkdocs_blog_plugin.feeds.plan import FeedDocument
    from mkdocs_blog_plugin.site.output.cards import Cards
    from mkdocs_blog_plugin.site.output.markdown import MarkdownFiles
    from mkdocs_blog_plugin.views.redirects import Redirect


@dataclass(frozen=True, kw_only=True)
class Outputs:
    """Files that are among those of the site already, and filled when all posts are converted."""

    feeds: Sequence[FeedDocument]
    redirects: Sequence[Redirect]
    """Old addresses of posts."""
    export: File | None
    """The catalog as a file, if there is to be one."""
    cards: Cards
    """Preview pictures of posts and views."""
    markdown: MarkdownFiles
    """Posts as Markdown."""
