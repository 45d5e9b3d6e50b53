"""The public facts about the posts of a blog, for the heads of pages and for feeds."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.feeds.make_feed import feed_title
from mkdocs_blog_plugin.feeds.markdown import MEDIA_TYPE as MARKDOWN
from mkdocs_blog_plugin.feeds.plan import subscriptions
from mkdocs_blog_plugin.feeds.public_post import (
    Attachment,
    PublicNames,
    PublicPost,
    category_schemes,
    make_public_post,
)
from mkdocs_blog_plugin.posts.media import Picture
from mkdocs_blog_plugin.render.metadata import Alternate, PageFacts, post_head, view_head
from mkdocs_blog_plugin.site.files.files import page_of, size_of
from mkdocs_blog_plugin.site.integrations.post_content import content_of
from mkdocs_blog_plugin.site.links.pictures import find_file, is_elsewhere
from mkdocs_blog_plugin.urls.base import Site
from mkdocs_blog_plugin.views.view import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from mkdocs_blog_plugin.feeds.plan import FeedDocument
    from mkdocs_blog_plugin.html.rendered import RenderedPost
    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.render.locale import Locale
    from mkdocs_blog_plugin.settings import Settings
    from mkdocs_blog_plugin.site.links.lookups import Lookups
    from mkdocs_blog_plugin.site.output.unwritten import Unwritten
    from mkdocs_blog_plugin.site.plan import Outputs
    from mkdocs_blog_plugin.views.blog import Blog
    from mkdocs_blog_plugin.views.view import Pager, View


def site_of(config: MkDocsConfig, locale: Locale, settings: Settings) -> Site:
    """Return the site that is the home of the blog; read late, since mike changes `site_url`."""
    url = settings.home_url or config.site_url or ""
    return Site(
        name=config.site_name,
        url=url if not url or url.endswith("/") else f"{url}/",
        description=config.site_description or "",
        author=config.site_author or "",
        language=locale.tag,
        webmention=settings.webmention,
        micropub=settings.micropub,
    )


@dataclass(frozen=True, kw_only=True)
class Publication:
    """The public facts about the posts and views of one build."""

    blog: Blog
    rendered: Mapping[str, RenderedPost]
    """The posts that this build shows, by `src_uri`."""
    outputs: Outputs
    files: Files
    lookups: Lookups
    """The same files, as links ask for them."""
    site: Site
    settings: Settings
    unwritten: Unwritten
    """Keeps the facts about a post until its page is written."""

    @cached_property
    def _names(self) -> PublicNames:
        schemes = category_schemes(self.settings, self.site)
        return PublicNames(self.site, schemes, has_emails=self.settings.authors_email)

    @cached_property
    def _feeds(self) -> dict[View, list[Alternate]]:
        """The feeds that the pages of each view offer."""
        return {
            view: [self._feed_link(document) for document in documents]
            for view, documents in subscriptions(self.outputs.feeds).items()
        }

    @cached_property
    def _overviews(self) -> dict[str, View]:
        """The overviews by taxonomy."""
        return {view.taxonomy: view for view in self.blog.views if view.kind is Kind.OVERVIEW}

    def of(self, post: Post) -> PublicPost:
        """Return the public facts about `post`."""
        return self.unwritten.public_post(post.src_uri, partial(self._make, post))

    def _make(self, post: Post) -> PublicPost:
        terms = [
            term
            for taxonomy in self.settings.taxonomies
            for term in self.blog.catalog.terms_of(post, taxonomy.key)
        ]
        found = make_public_post(
            self.rendered[post.src_uri],
            terms,
            self._picture(post),
            recording=self._recording(post),
            site=self.site,
            names=self._names,
        )
        return found._replace(guid="") if found.guid in self.blog.catalog.shared_guids else found

    def body(self, post: Post) -> str:
        """Return the HTML of a rendered post as MkDocs converted it, for feeds."""
        page = page_of(self.files, post.src_uri)
        return content_of(page) if page else ""

    def post_head(self, post: Post) -> dict[str, str]:
        """Return the tags for the head of a post's page."""
        index = self.blog.index
        alternates = list(self._feeds.get(index, []))
        if markdown := self.outputs.markdown.posts.get(post.src_uri):
            url = self.site.absolute(markdown.url)
            alternates.append(Alternate(title=post.title, media_type=MARKDOWN, url=url))
        return post_head(self.of(post), [index], alternates, self.site)

    def view_head(self, view: View, pager: Pager, title: str, description: str) -> dict[str, str]:
        """Return the tags for the head of one page of a view, by its own title and description."""
        parents = list(self._parents(view))
        feeds = [link for found in (*parents, view) for link in self._feeds.get(found, [])]
        picture = self._stand_in(pager.src_uri)
        page = PageFacts(
            title=title,
            description=description,
            picture=picture,
            is_hidden=view.name in self.settings.sitemap_exclude,
        )
        return view_head(view, pager, parents, feeds, self.site, page)

    def _parents(self, view: View) -> Iterator[View]:
        """Yield the views above `view`, outermost first."""
        if view.kind is not Kind.INDEX:
            yield self.blog.index
        if view.kind in (Kind.TERM, Kind.ARCHIVE) and view.taxonomy in self._overviews:
            yield self._overviews[view.taxonomy]

    def _feed_link(self, document: FeedDocument) -> Alternate:
        return Alternate(
            title=f"{feed_title(document.view, self.site)} ({document.format.name})",
            media_type=document.format.media_type,
            url=self.site.absolute(document.location.url),
        )

    def _picture(self, post: Post) -> Picture | None:
        """Return the cover of a post, else its card, else the picture for pages without one."""
        if post.image is None or not self.site.absolute(post.image.src):
            return self._stand_in(post.src_uri)
        return self._measured(post.image.src, post.image.alt)

    def size(self, post: Post) -> dict[str, int]:
        """Return `width` and `height` of the cover of `post` in pixels, as far as they are known."""
        if post.image is None:
            return {}
        picture = self._measured(post.image.src, post.image.alt)
        sizes = {"width": picture.width, "height": picture.height}
        return {name: pixels for name, pixels in sizes.items() if pixels}

    def _recording(self, post: Post) -> Attachment | None:
        """Return the recording that a post is about, with its size if it is a file of the site."""
        given = post.enclosure
        if given is None:
            return None
        file = find_file(self.files, post.src_uri, given.src)
        if file is None and not is_elsewhere(given.src):
            return None
        url = self.site.absolute(file.url if file else given.src)
        length = size_of(file) if file else given.length
        return Attachment(url=url, media_type=given.media_type, length=length)

    def _stand_in(self, src_uri: str) -> Picture | None:
        """Return the preview picture of a page that has none of its own."""
        if not self.site.url:
            return None
        card, default = self.outputs.cards.picture(src_uri, self.site), self.outputs.cards.default
        return card or (self._measured(default, "") if default else None)

    def _measured(self, src: str, alt: str) -> Picture:
        """Return a picture by its URL from the site's root, measured if it is a file of the site."""
        url = self.site.absolute(src)
        file = self.lookups.media.get(src)
        if file is None:
            return Picture(url=url, alt=alt)
        content = file.content_bytes
        import imagesize  # noqa: PLC0415 - it loads an HTTP client, and most posts have no cover

        width, height = imagesize.get(io.BytesIO(content))
        return Picture(
            url=url,
            alt=alt,
            width=round(width) if width > 0 else None,
            height=round(height) if height > 0 else None,
            length=len(content),
        )
