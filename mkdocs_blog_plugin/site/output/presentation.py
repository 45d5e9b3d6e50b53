"""The visible blog: fragments for each of its pages, once all posts are converted."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from markupsafe import escape
from mkdocs.structure.toc import TableOfContents

from mkdocs_blog_plugin.catalog.related import RelatedIndex
from mkdocs_blog_plugin.feeds.plan import subscriptions
from mkdocs_blog_plugin.render.head import insert_head
from mkdocs_blog_plugin.render.renderer import Renderer
from mkdocs_blog_plugin.site.conversion.converter import convert
from mkdocs_blog_plugin.site.integrations import themes
from mkdocs_blog_plugin.site.links.link_lists import resolve_links
from mkdocs_blog_plugin.site.output.listings import Listings
from mkdocs_blog_plugin.site.output.mentions import find_mentions
from mkdocs_blog_plugin.site.output.public_posts import Publication, site_of
from mkdocs_blog_plugin.site.pages.toc import add_titles
from mkdocs_blog_plugin.text import decoded
from mkdocs_blog_plugin.views.view import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping, Sequence
    from typing import Any

    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page
    from mkdocs.theme import Theme

    from mkdocs_blog_plugin.html.rendered import RenderedPosts
    from mkdocs_blog_plugin.posts.post import Link, Post
    from mkdocs_blog_plugin.settings import Settings
    from mkdocs_blog_plugin.site.output.outputs import Outputs
    from mkdocs_blog_plugin.site.setup import Setup
    from mkdocs_blog_plugin.views.blog import Blog
    from mkdocs_blog_plugin.views.redirects import Redirect
    from mkdocs_blog_plugin.views.view import Pager, View


@dataclass(frozen=True, kw_only=True)
class Presentation:
    """The fragments of one blog in one build, made when all posts are converted."""

    blog: Blog
    settings: Settings
    theme: Theme
    renderer: Renderer
    rendered: RenderedPosts
    further: Mapping[str, tuple[Link, ...]]
    """The `links` of each post that has any, resolved, by `src_uri`."""
    related: RelatedIndex
    listings: Listings
    publication: Publication
    _before: dict[str, tuple[str | None, MutableMapping[str, Any]]] = field(default_factory=dict)
    """Content and meta that pages had before they got any fragments, by `src_uri`."""

    def attach(self, page: Page) -> None:
        """Put listings into any page, name the posts that link to it, and replace that of a post or view by its fragments."""
        src_uri, before = page.file.src_uri, (page.content, page.meta)
        html, url = page.content or "", page.file.url
        ending = self.listings.ending(html, src_uri, url)
        page.content = self.listings.fill(html, src_uri, url) + ending
        if self.settings.home_url and src_uri in (self.blog.posts.keys() | self.blog.pagers.keys()):
            page.canonical_url = self.publication.site.absolute(page.url)
        if post := self.blog.posts.get(src_uri):
            self._attach_post(page, post)
        elif src_uri in self.blog.pagers:
            page.content = self._view(page, *self.blog.pagers[src_uri])
        if page.content != before[0]:
            self._before[src_uri] = before

    def _attach_post(self, page: Page, post: Post) -> None:
        rendered = self.rendered[post]
        page.meta = {"description": escape(rendered.description), **page.meta}
        if post.canonical_url:
            page.canonical_url = self.publication.site.absolute(post.canonical_url)
        if self.settings.posts.byline:
            themes.drop_dates_the_theme_prints(self.theme, page.meta)
        page.content = self.renderer.post(
            rendered,
            page.content or "",
            self.related_to(post),
            self.further.get(post.src_uri, ()),
            self.publication.size(post),
        )

    def related_to(self, post: Post) -> tuple[Post, ...]:
        """Return the related posts of `post`, without those that its page names already."""
        named = self.renderer.named_besides(post)
        return self.related.related(post, self.settings.related, named)

    def _view(self, page: Page, view: View, pager: Pager) -> str:
        introduction = page.content or ""
        if not view.introduction:  # what other plugins have put into an empty page
            introduction, page.toc = "", TableOfContents([])
        if view.kind is Kind.OVERVIEW:
            return self.renderer.overview(view, introduction)
        items = self.renderer.items(view, (self.rendered[post] for post in pager.posts))
        if view.toc:
            add_titles(page, pager.posts)
        return self.renderer.view(view, pager, items, introduction)

    def release(self, page: Page) -> None:
        """Restore the content of `page`, now written: MkDocs keeps it to the end."""
        src_uri = page.file.src_uri
        if src_uri in self._before:
            page.content, page.meta = self._before.pop(src_uri)
        self.publication.forget(src_uri)

    def add_head_tags(self, output: str, page: Page) -> str:
        """Return the written page with the missing tags in its head."""
        src_uri = page.file.src_uri
        if not self.settings.metadata:
            return output
        if post := self.blog.posts.get(src_uri):
            tags = self.publication.post_head(post)
        elif src_uri in self.blog.pagers:
            said = [decoded(str(page.meta.get(key, ""))) for key in ("title", "description")]
            tags = self.publication.view_head(*self.blog.pagers[src_uri], *said)
        else:
            return output
        return insert_head(output, tags, page.canonical_url or "")

    def redirect(self, redirect: Redirect) -> str:
        """Return the page that leads from an old address to its post."""
        return self.renderer.redirect(redirect, self.publication.site.absolute(redirect.post.url))


def present(
    setup: Setup,
    blog: Blog,
    outputs: Outputs,
    rendered: RenderedPosts,
    files: Files,
    *,
    words: Mapping[str, str],
    mentioned_paths: Mapping[str, Sequence[str]],
) -> Presentation:
    """Return the presentation of `blog`.

    Args:
        setup: Options, language and locale.
        blog: The posts and views.
        outputs: The files to write besides their pages.
        rendered: The posts as rendered.
        files: All files of the site.
        words: The words of each post, with blanks between them, by `src_uri`.
        mentioned_paths: The paths in the links of each post's text, by `src_uri`.
    """
    config, source = setup.config, setup.source_settings
    converting = partial(convert, config=config, files=files)
    renderer = Renderer(
        template_folders=config.theme.dirs,
        settings=setup.site_settings,
        catalog=blog.catalog,
        views=blog.views,
        locale=setup.locale,
        theme=themes.printed_by(config),
        feeds={
            view.url: (documents[0].format.name, documents[0].location.url)
            for view, documents in subscriptions(outputs.feeds).items()
        },
    )
    return Presentation(
        blog=blog,
        settings=setup.site_settings,
        theme=config.theme,
        renderer=renderer,
        rendered=rendered,
        further={
            post.src_uri: resolve_links(post, files, converting, setup.problems)
            for post in blog.catalog.posts
            if post.links
        },
        related=RelatedIndex(
            blog.catalog, words, by_terms="terms" in setup.site_settings.related_by
        ),
        listings=Listings(
            blog.catalog,
            rendered,
            renderer,
            source,
            list(config.extra["blogs"]),
            find_mentions(blog, mentioned_paths, files, source.others) if source.mentions else None,
        ),
        publication=Publication(
            blog=blog,
            rendered=rendered,
            outputs=outputs,
            files=files,
            site=site_of(config, setup.locale, setup.site_settings),
            settings=setup.site_settings,
        ),
    )
