"""A whole blog as plain data: catalog and views."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_blog_plugin.catalog.catalog import Catalog
    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.views.view import Pager, View


@dataclass(frozen=True)
class Blog:
    """The posts, terms and views of a blog."""

    catalog: Catalog
    views: tuple[View, ...]

    def __contains__(self, src_uri: str) -> bool:
        """Return whether a page is that of a post or of a view."""
        return src_uri in self.posts or src_uri in self.pagers

    @property
    def index(self) -> View:
        """The view of all posts."""
        return self.views[0]

    @cached_property
    def posts(self) -> dict[str, Post]:
        """All posts by `src_uri`."""
        return {post.src_uri: post for post in self.catalog.posts}

    @cached_property
    def pagers(self) -> dict[str, tuple[View, Pager]]:
        """The pages of all views, each with its view, by `src_uri`."""
        return {pager.src_uri: (view, pager) for view in self.views for pager in view.pagers}
