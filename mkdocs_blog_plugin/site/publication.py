"""What machines are told about a blog: one answer per post, for its head and for the feeds."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import imagesize

from mkdocs_blog_plugin.feeds.feed import feed_title
from mkdocs_blog_plugin.feeds.plan import subscriptions
from mkdocs_blog_plugin.feeds.public_post import (
    PublicPost,
    category_schemes,
    make_public_post,
)
from mkdocs_blog_plugin.posts.picture import Picture
from mkdocs_blog_plugin.render.metadata import FeedLink, post_head, view_head
from mkdocs_blog_plugin.urls.base import Site
from mkdocs_blog_plugin.views.view import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from mkdocs_blog_plugin.feeds.plan import FeedDocument
    from mkdocs_blog_plugin.html.rendered import RenderedPosts
    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.render.locale import Locale
    from mkdocs_blog_plugin.settings import Settings
    from mkdocs_blog_plugin.site.planning import Blog
    from mkdocs_blog_plugin.views.view import Pager, View


def site_of(config: MkDocsConfig, locale: Locale) -> Site:
    """Return the site around the blog; read late, since mike changes `site_url`."""
    url = config.site_url or ""
    return Site(
        name=config.site_name,
        url=url if not url or url.endswith("/") else f"{url}/",
        description=config.site_description or "",
        author=config.site_author or "",
        language=locale.tag,
    )


@dataclass
class Publication:
    """Answers for one build; each post is described once."""

    blog: Blog
    rendered: RenderedPosts
    documents: Sequence[FeedDocument]
    files: Files
    site: Site
    settings: Settings
    _posts: dict[str, PublicPost] = field(default_factory=dict)

    @cached_property
    def _media(self) -> dict[str, File]:
        """The site's files by URL."""
        return {file.url: file for file in self.files if file.is_media_file()}

    @cached_property
    def _schemes(self) -> dict[str, str]:
        return category_schemes(self.settings, self.site)

    @cached_property
    def _index_feeds(self) -> list[FeedLink]:
        return self._feeds(self.blog.index)

    def of(self, post: Post) -> PublicPost:
        """Return what the world may know about `post`."""
        found = self._posts.get(post.src_uri)
        if found is None:
            terms = [
                term
                for taxonomy in self.settings.taxonomies
                for term in self.blog.catalog.terms_of(post, taxonomy.key)
            ]
            found = make_public_post(
                self.rendered[post],
                terms,
                self._picture(post),
                site=self.site,
                schemes=self._schemes,
                has_emails=self.settings.authors_email,
            )
            self._posts[post.src_uri] = found
        return found

    def post_head(self, post: Post) -> dict[str, str]:
        """Return the tags for the head of a post's page."""
        index = self.blog.index
        return post_head(self.of(post), [index], self._index_feeds, self.site)

    def view_head(self, view: View, pager: Pager, description: str) -> dict[str, str]:
        """Return the tags for the head of one page of a view, which may have a description."""
        index = self.blog.index
        parents = [] if view is index else [index]
        if view.kind in (Kind.TERM, Kind.ARCHIVE):
            parents += [
                found
                for found in self.blog.views
                if found.kind is Kind.OVERVIEW and found.taxonomy == view.taxonomy
            ]
        feeds = self._index_feeds + ([] if view is index else self._feeds(view))
        return view_head(view, pager, parents, feeds, self.site, description)

    def _feeds(self, view: View) -> list[FeedLink]:
        return [
            FeedLink(
                title=f"{feed_title(document.view, self.site)} ({document.format.name})",
                media_type=document.format.media_type,
                url=self.site.absolute(document.location.url),
            )
            for document in subscriptions(self.documents, view)
        ]

    def _picture(self, post: Post) -> Picture | None:
        """Return the cover with its measures, where it is a file of the site."""
        if post.image is None or not (url := self.site.absolute(post.image.src)):
            return None
        file = self._media.get(post.image.src)
        if file is None:
            return Picture(url=url, alt=post.image.alt)
        content = file.content_bytes
        width, height = imagesize.get(io.BytesIO(content))
        return Picture(
            url=url,
            alt=post.image.alt,
            width=round(width) if width > 0 else None,
            height=round(height) if height > 0 else None,
            length=len(content),
        )
