"""Posts in, the whole blog out: catalog and views."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.catalog.addresses import Addresses
from mkdocs_blog_plugin.catalog.catalog import Catalog, build_catalog
from mkdocs_blog_plugin.views.plan import plan_views

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mkdocs_blog_plugin.catalog.terms_file import TermAnnotations
    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.posts.tagged_page import TaggedPage
    from mkdocs_blog_plugin.problems import Problems
    from mkdocs_blog_plugin.settings import Settings
    from mkdocs_blog_plugin.urls.ledger import Ledger
    from mkdocs_blog_plugin.views.view import Pager, View


@dataclass(frozen=True)
class Blog:
    """What a blog consists of."""

    catalog: Catalog
    views: tuple[View, ...]

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


def plan_blog(
    posts: Sequence[Post],
    settings: Settings,
    annotations: TermAnnotations,
    pages: Mapping[str, str],
    ledger: Ledger,
    problems: Problems,
    *,
    tagged: Sequence[TaggedPage] = (),
) -> Blog:
    """Return the blog that `posts` make, each of its views at a path of its own.

    Args:
        posts: All posts to build.
        settings: The blog's settings.
        annotations: What the terms file says.
        pages: Hand-written pages that are no posts, `src_uri` by `dest_uri`.
        ledger: The paths that the site has already; views join them.
        problems: Collects what is wrong.
        tagged: Ordinary pages that join the tag pages.
    """
    addresses = Addresses(settings, problems, ledger, pages)
    catalog = build_catalog(posts, settings, annotations, tagged, addresses, problems=problems)
    views = plan_views(catalog, settings, pages, ledger=ledger, problems=problems)
    return Blog(catalog, tuple(views))
