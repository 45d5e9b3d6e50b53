"""The visible blog: fragments for each of its pages, once all posts are converted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from markupsafe import escape
from mkdocs.structure.toc import TableOfContents

from mkdocs_blog_plugin.feeds.plan import subscriptions
from mkdocs_blog_plugin.render.environment import Templates
from mkdocs_blog_plugin.render.head import insert_head
from mkdocs_blog_plugin.render.renderer import Renderer
from mkdocs_blog_plugin.site.integrations import themes
from mkdocs_blog_plugin.site.output.listings import Listings
from mkdocs_blog_plugin.site.output.public_posts import Publication, site_of
from mkdocs_blog_plugin.site.pages.toc import add_titles
from mkdocs_blog_plugin.text import decoded
from mkdocs_blog_plugin.views.view import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page
    from mkdocs.theme import Theme

    from mkdocs_blog_plugin.html.rendered import RenderedPost
    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.settings import Settings
    from mkdocs_blog_plugin.site.output.cross_links import CrossLinks
    from mkdocs_blog_plugin.site.output.unwritten import Unwritten
    from mkdocs_blog_plugin.site.plan import Plan
    from mkdocs_blog_plugin.site.setup import Setup
    from mkdocs_blog_plugin.views.blog import Blog
    from mkdocs_blog_plugin.views.redirects import Redirect
    from mkdocs_blog_plugin.views.view import Pager, View


class Output(NamedTuple):
    """The result of `on_env`: all that the pages of one blog, and its markers on others, show."""

    blog: Blog
    settings: Settings
    theme: Theme
    renderer: Renderer
    rendered: Mapping[str, RenderedPost]
    """The posts that this build shows, by `src_uri`."""
    cross_links: CrossLinks
    listings: Listings
    publication: Publication

    def attach(self, page: Page) -> None:
        """Put the blog's fragments into a page: listings and mentions, and all of a post or view."""
        src_uri, html, url = page.file.src_uri, page.content or "", page.file.url
        ending = self.listings.ending(html, src_uri, url)
        page.content = self.listings.fill(html, src_uri, url) + ending
        if self.settings.home_url and src_uri in self.blog:
            page.canonical_url = self.publication.site.absolute(page.url)
        if post := self.blog.posts.get(src_uri):
            self._attach_post(page, post)
        elif src_uri in self.blog.pagers:
            page.content = self._view(page, *self.blog.pagers[src_uri])

    def _attach_post(self, page: Page, post: Post) -> None:
        rendered = self.rendered[post.src_uri]
        page.meta = {"description": escape(rendered.description), **page.meta}
        if post.canonical_url:
            page.canonical_url = self.publication.site.absolute(post.canonical_url)
        if self.settings.posts.byline:
            themes.drop_dates_the_theme_prints(self.theme, page.meta)
        page.content = self.renderer.post(
            rendered,
            page.content or "",
            self.cross_links.related_to(post),
            self.cross_links.links.get(post.src_uri, ()),
            self.publication.size(post),
        )

    def _view(self, page: Page, view: View, pager: Pager) -> str:
        introduction = page.content or ""
        if not view.introduction:  # what other plugins have put into an empty page
            introduction = ""
            if list(page.toc):
                page.toc = TableOfContents([])
        if view.kind is Kind.OVERVIEW:
            return self.renderer.overview(view, introduction)
        items = self.renderer.items(view, (self.rendered[post.src_uri] for post in pager.posts))
        if view.toc:
            add_titles(page, pager.posts)
        return self.renderer.view(view, pager, items, introduction)

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


def make_output(
    plan: Plan,
    rendered: Mapping[str, RenderedPost],
    cross_links: CrossLinks,
    unwritten: Unwritten,
    files: Files,
    setup: Setup,
) -> Output:
    """Return the output of a blog.

    Args:
        plan: The blog.
        rendered: The posts that it shows, by `src_uri`.
        cross_links: What its pages name besides.
        unwritten: Keeps what pages need until they are written.
        files: All files of the site.
        setup: Of the build.
    """
    renderer = cross_links.renderer
    return Output(
        blog=plan.blog,
        settings=setup.site_settings,
        theme=setup.config.theme,
        renderer=renderer,
        rendered=rendered,
        cross_links=cross_links,
        listings=Listings(cross_links.markers, rendered, renderer),
        publication=Publication(
            blog=plan.blog,
            rendered=rendered,
            outputs=plan.outputs,
            files=files,
            lookups=plan.lookups,
            site=site_of(setup.config, setup.locale, setup.site_settings),
            settings=setup.site_settings,
            unwritten=unwritten,
        ),
    )


def make_renderer(plan: Plan, setup: Setup) -> Renderer:
    """Return what makes the fragments of a blog."""
    config, blog = setup.config, plan.blog
    return Renderer(
        templates=Templates(config.theme.dirs, setup.run.compiled),
        settings=setup.site_settings,
        catalog=blog.catalog,
        views=blog.views,
        locale=setup.locale,
        theme=themes.printed_by(config),
        feeds={
            view.url: (documents[0].format.name, documents[0].location.url)
            for view, documents in subscriptions(plan.outputs.feeds).items()
        },
    )
