"""What the pages of a blog name of other posts and pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.site.conversion.converter import convert
from mkdocs_blog_plugin.site.links.link_lists import resolve_links
from mkdocs_blog_plugin.site.output.listings import Markers
from mkdocs_blog_plugin.site.output.mentions import find_mentions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.structure.files import Files

    from mkdocs_blog_plugin.catalog.related import RelatedIndex
    from mkdocs_blog_plugin.posts.post import Link, Post
    from mkdocs_blog_plugin.render.renderer import Renderer
    from mkdocs_blog_plugin.site.plan import Plan
    from mkdocs_blog_plugin.site.setup import Setup


@dataclass(frozen=True, kw_only=True)
class CrossLinks:
    """The posts and pages that pages of one blog name."""

    links: Mapping[str, tuple[Link, ...]]
    """The `links` of each post that has any, resolved, by `src_uri`."""
    markers: Markers
    """Lists of posts on any page of the site."""
    related: RelatedIndex
    count: int
    """How many related posts a page names at most."""
    renderer: Renderer
    """Knows which posts a page names anyhow."""
    _found: dict[str, tuple[Post, ...]] = field(default_factory=dict)
    """The related posts found so far, by `src_uri`: the manifest asks for them again."""

    def related_to(self, post: Post) -> tuple[Post, ...]:
        """Return the related posts of `post`, without those that its page names already."""
        if post.src_uri not in self._found:
            named = self.renderer.named_besides(post)
            self._found[post.src_uri] = self.related.related(post, self.count, named)
        return self._found[post.src_uri]


def find_cross_links(plan: Plan, renderer: Renderer, files: Files, setup: Setup) -> CrossLinks:
    """Return the cross links of a blog.

    Args:
        plan: The blog.
        renderer: Makes the fragments.
        files: All files of the site; a page whose title or heading a post names is converted.
        setup: Its problems get links that lead nowhere.
    """
    config, settings, blog = setup.config, setup.source_settings, plan.blog
    converting = partial(convert, config=config, files=files)
    mentions = None
    if settings.mentions:
        paths = {src_uri: post.mentioned_paths for src_uri, post in plan.read_posts.items()}
        mentions = find_mentions(blog, paths, files, settings.others)
    return CrossLinks(
        links={
            post.src_uri: resolve_links(post, files, converting, setup.problems)
            for post in blog.catalog.posts
            if post.links
        },
        markers=Markers(blog.catalog, settings, list(config.extra["blogs"]), mentions),
        related=plan.related,
        count=settings.related,
        renderer=renderer,
    )
