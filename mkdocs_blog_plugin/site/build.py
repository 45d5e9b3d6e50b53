"""One build of one blog: the state that its events share, and the order in which they use it."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs_blog_plugin.feeds.feed import check_guids
from mkdocs_blog_plugin.html.rendered import RenderedPosts
from mkdocs_blog_plugin.render.blog_object import BlogObject
from mkdocs_blog_plugin.render.outline import outline
from mkdocs_blog_plugin.site.cache.fingerprint import circumstances
from mkdocs_blog_plugin.site.conversion.converter import Converter, convert
from mkdocs_blog_plugin.site.dirty.dirty_build import Renewal, name_of
from mkdocs_blog_plugin.site.dirty.output_digests import Inventory, Outputs
from mkdocs_blog_plugin.site.files.files import page_of
from mkdocs_blog_plugin.site.files.stylesheets import STYLESHEET
from mkdocs_blog_plugin.site.integrations import rss_and_social as neighbours
from mkdocs_blog_plugin.site.integrations import themes
from mkdocs_blog_plugin.site.integrations.static_i18n_alternates import update_sitemap
from mkdocs_blog_plugin.site.links.post_links import forget_links
from mkdocs_blog_plugin.site.output.outputs import publish
from mkdocs_blog_plugin.site.output.presentation import present
from mkdocs_blog_plugin.site.output.public_posts import site_of
from mkdocs_blog_plugin.site.output.redirects import place_redirects
from mkdocs_blog_plugin.site.pages import meta, navigation
from mkdocs_blog_plugin.site.pages.placing import missing_pages, replace_pages
from mkdocs_blog_plugin.site.pages.visibility import hide_from_search, in_sitemap
from mkdocs_blog_plugin.site.planning import Gathering
from mkdocs_blog_plugin.site.reporting import report
from mkdocs_blog_plugin.site.setup import Setup

if TYPE_CHECKING:
    from collections.abc import MutableMapping, Sequence

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from mkdocs_blog_plugin.catalog.catalog import Catalog
    from mkdocs_blog_plugin.config.options import BlogOptions
    from mkdocs_blog_plugin.html.rendered import RenderedPost
    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.settings import Settings
    from mkdocs_blog_plugin.site.cache.cache import Memory
    from mkdocs_blog_plugin.views.blog import Blog
    from mkdocs_blog_plugin.views.redirects import Redirect


class Build:
    """State of one build; made in `on_config` and dropped when the next one begins.

    Args:
        setup: How the blog is built.
        renewal: What is known of the last build, where this or the next one may be dirty.
    """

    def __init__(self, setup: Setup, renewal: Renewal | None) -> None:
        self.setup = setup
        self.config = setup.config
        self.renewal = renewal
        self.gathering = Gathering(setup)
        self.redirects: Sequence[Redirect] = ()
        self._sketched: list[Page] = []

    @classmethod
    def begin(
        cls,
        options: BlogOptions,
        blogs: Sequence[BlogOptions],
        config: MkDocsConfig,
        memory: Memory,
    ) -> Build:
        """Return a fresh build, and let MkDocs know our stylesheet; see `Setup.of`."""
        setup = Setup.of(options, blogs, config, memory)
        renewal = None
        if (memory.dirty or not memory.serving) and not setup.language.code:
            name = name_of(options.blog_dir, config)
            renewal = Renewal(memory, name, config.site_dir)
        build = cls(setup, renewal)
        settings = setup.settings_in(setup.locale)
        if settings.stylesheet and STYLESHEET not in config.extra_css:
            config.extra_css.insert(0, STYLESHEET)
        themes.adapt(config.theme)
        forget_links(config)
        build._offer(config.extra, settings)
        return build

    @property
    def blog(self) -> Blog:
        """The blog, known after `on_files`."""
        return self.gathering.blog

    @property
    def _outputs(self) -> Outputs:
        return Outputs(
            feeds=self.gathering.feeds, redirects=self.redirects, export=self.gathering.export
        )

    def _offer(self, names: MutableMapping[str, Any], settings: Settings) -> None:
        """Give templates the object `blog`, and `blogs` for all blogs by their folder."""
        blog = BlogObject(settings.index_title, self._answer)
        names.setdefault("blogs", {})[settings.blog_dir or "."] = blog
        if settings.first and isinstance(names.get("blog", blog), BlogObject):
            names["blog"] = blog

    def _answer(self) -> Catalog:
        """Return the catalog to whoever asks the object `blog`; a page that does depends on it."""
        page = self.config._current_page  # noqa: SLF001 - nothing else tells who asks
        if self.renewal and page is not None:
            self.renewal.note(page)
        return self.blog.catalog

    def navigate(self, nav: Navigation, files: Files) -> None:
        """Make the pages of posts and views, and put them where they belong in the nav."""
        self.nav = nav
        self.setup.problems.extend(missing_pages(self.blog, files))
        report(self.setup.problems, self.config)
        converter = Converter(self.config, files, self.gathering.lookups, self.setup.memory)
        replace_pages(self.blog, files, nav, converter)
        index = page_of(files, self.blog.index.pagers[0].src_uri)
        assert index is not None
        navigation.attach_posts(self.blog.catalog, files, nav, index)
        navigation.attach_views(self.blog.views, files, nav, index, self.setup.sources)
        problem = navigation.missing_index(self.config, nav, index, self.setup.settings.index_title)
        if problem:
            self.setup.problems.add(problem)
        if self.setup.settings.redirects:
            self.redirects = place_redirects(
                self.blog.catalog.posts, files, self.config, self.setup.problems
            )
        if self.renewal:
            self.renewal.guard(files, self.config)
            navigation.name_unread(self.blog, files, nav, self.renewal)

    def introduce(self, page: Page) -> None:
        """Write what is known about a post or view into the meta of its page."""
        src_uri = page.file.src_uri
        self.gathering.links.page = page.file
        self.gathering.links.is_post = src_uri in self.blog.posts
        if post := self.blog.posts.get(src_uri):
            meta.inject_post(page, post)
            self._check_template(page, post)
        elif src_uri in self.blog.pagers:
            view, _ = self.blog.pagers[src_uri]
            meta.inject_view(page, view, self.setup.settings)
            neighbours.excuse(page, self.config)

    def sketch(self, html: str, page: Page) -> str:
        """Return what a page has been converted to; for a view that nobody wrote, its outline."""
        found = self.blog.pagers.get(page.file.src_uri)
        if html or not found or not self._is_read_by_others:
            return html
        self._sketched.append(page)
        site = site_of(self.config, self.setup.locale)
        return outline(*found, self.blog.views, site.url)

    @cached_property
    def _is_read_by_others(self) -> bool:
        """Whether other plugins, or hooks, want to know what pages are converted to."""
        readers = self.config.plugins.events["page_content"]
        return len(readers) > len(self.config.extra["blogs"])

    def _check_template(self, page: Page, post: Post) -> None:
        folders = self.config.theme.dirs
        problem = meta.check_template(
            page, post, lambda name: any(Path(folder, name).is_file() for folder in folders)
        )
        if problem:
            self.setup.problems.add(problem)

    def collect(self, env: Environment, files: Files) -> None:
        """Take the converted posts, and make of them all that lists, feeds and pages show."""
        self.setup.memory.readings.withdraw()
        self._offer(env.globals, self.setup.sources)
        rendered = RenderedPosts(partial(self._render, files=files))
        self.presentation = present(self.setup, self.gathering, rendered, files)
        if self.renewal:
            self._compare(self.renewal, files)
        for sketched in self._sketched:
            sketched.content = ""
        self._check_converted(files)
        self.setup.problems.extend(check_guids(self.blog.catalog.posts))
        is_due = self.renewal.is_stale if self.renewal else lambda _: True
        publish(self.presentation, self._outputs, files, self.setup.locale, is_due)
        report(self.setup.problems, self.config)

    def _render(self, post: Post, files: Files) -> RenderedPost:
        """Return `post` with its excerpt; a dirty build may not have converted it."""
        page = page_of(files, post.src_uri)
        assert page is not None  # see `missing_pages`
        if page.content is None:
            convert(page, self.config, files)
        found = self.setup.memory.renderings.render(post, page.content or "", self.setup.settings)
        if self.setup.settings.excerpt.mode == "required" and not found.has_separator:
            self.setup.problems.add(meta.missing_separator(post, self.setup.settings.excerpt))
        return found

    def _check_converted(self, files: Files) -> None:
        """Find the problems that only the conversion of a page shows."""
        for file in files.documentation_pages():
            if file.page and file.page.content is not None:
                if post := self.blog.posts.get(file.src_uri):
                    self.presentation.rendered[post]
                self.setup.problems.extend(self.presentation.listings.check(file))

    def _compare(self, renewal: Renewal, files: Files) -> None:
        """Compare what this build makes of what with the last one, and convert what is missing."""
        explanations = (self.setup.sources.authors_file, self.setup.sources.terms_file)
        common = circumstances(self.config, self.nav, files, explanations)
        old = renewal.known(common)
        self.inventory = Inventory(self.presentation, self._outputs, files, old)
        renewal.decide(self.inventory, files, lambda page: convert(page, self.config, files))

    def attach(self, page: Page) -> None:
        """Put the fragments into a page."""
        self.presentation.attach(page)

    def complete(self, output: str, page: Page) -> str:
        """Return the written page with what its head lacks."""
        completed = self.presentation.complete(output, page)
        self.presentation.release(page)
        return completed

    def fill_sitemap(self, context: TemplateContext) -> None:
        """Leave out of the sitemap what search engines need not visit."""
        context["pages"] = in_sitemap(context["pages"], self.blog)
        update_sitemap(context, self.config)

    def finish(self) -> None:
        """Do what must come last, before the search index is written."""
        hide_from_search(self.config, self.blog, views=not self.setup.settings.views_in_search)

    def record(self) -> None:
        """Keep for the next build what it has to know, when all is written."""
        if self.renewal:
            files = self.presentation.publication.files
            self.renewal.finish(self.inventory, files, self.nav)

    def watched(self) -> list[str]:
        """Return the folder with the site's own templates, which MkDocs does not watch by itself."""
        folder = self.config.theme.custom_dir
        return [folder] if folder else []
