"""One build of one blog: one method per MkDocs event, with the event's name.

| event | result | what it holds, or what the event adds |
|---|---|---|
| `on_config` | `Setup` | options, language, locale |
| `on_files` | `Plan` | posts; each file that the blog adds is among the site's files then |
| `on_nav` | | pages of posts and views, and their places in the nav |
| `on_page_markdown` | | facts about posts and views, in `page.meta` |
| `on_env` | `Output` | the converted posts: excerpts, lists, feeds |
| `on_page_context`, `on_post_page` | | fragments and head tags, on each page that MkDocs writes |
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from mkdocs_blog_plugin.render.outline import outline
from mkdocs_blog_plugin.render.quick_environment import quicken
from mkdocs_blog_plugin.render.view_titles import page_title
from mkdocs_blog_plugin.site.conversion.converter import Converter
from mkdocs_blog_plugin.site.dirty.dirty_build import DirtyBuild
from mkdocs_blog_plugin.site.dirty.without_manifest import read_nav, write_all
from mkdocs_blog_plugin.site.files.files import page_of, path_of
from mkdocs_blog_plugin.site.files.stylesheets import STYLESHEET
from mkdocs_blog_plugin.site.integrations import generated_views, monorepo, themes
from mkdocs_blog_plugin.site.integrations.material_tags import hide_from_tag_listings
from mkdocs_blog_plugin.site.integrations.static_i18n_alternates import update_sitemap
from mkdocs_blog_plugin.site.integrations.theme_keys import Introduction, check_theme_keys
from mkdocs_blog_plugin.site.links.pictures import missing_recordings
from mkdocs_blog_plugin.site.links.post_links import forget_links
from mkdocs_blog_plugin.site.output.cross_links import find_cross_links
from mkdocs_blog_plugin.site.output.output import Output, make_output, make_renderer
from mkdocs_blog_plugin.site.output.public_posts import site_of
from mkdocs_blog_plugin.site.output.publish import publish
from mkdocs_blog_plugin.site.output.rendered import render_posts
from mkdocs_blog_plugin.site.output.shown import shown_posts
from mkdocs_blog_plugin.site.output.template_globals import TemplateGlobals
from mkdocs_blog_plugin.site.output.unwritten import Unwritten
from mkdocs_blog_plugin.site.pages import meta, navigation
from mkdocs_blog_plugin.site.pages.placing import missing_pages, replace_pages
from mkdocs_blog_plugin.site.pages.visibility import (
    forget_far_days,
    hide_from_search,
    in_sitemap,
    unescape_search,
)
from mkdocs_blog_plugin.site.planning import Planner
from mkdocs_blog_plugin.site.reading.releases import changelog_path
from mkdocs_blog_plugin.site.reporting import report
from mkdocs_blog_plugin.site.setup import Setup
from mkdocs_blog_plugin.site.theme.kept_pages import KeptPages
from mkdocs_blog_plugin.site.theme.watched_environment import see_more

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    from mkdocs_blog_plugin.site.cache.run import Run
    from mkdocs_blog_plugin.site.output.cross_links import CrossLinks
    from mkdocs_blog_plugin.site.plan import Plan
    from mkdocs_blog_plugin.views.blog import Blog
    from mkdocs_blog_plugin.views.view import Pager, View


class TooEarlyError(PluginError):
    """The result of an event is used before the event has happened."""


class Build:
    """State of one build; made in `on_config` and dropped when the next one begins.

    Args:
        setup: How the blog is built.
        dirty: What is known of the last build, where this or the next one may be dirty.
    """

    def __init__(self, setup: Setup, dirty: DirtyBuild | None) -> None:
        self.setup = setup
        self.config = setup.config
        self.dirty = dirty
        self._planner = Planner(setup)
        self._plan: Plan | None = None
        self._nav: Navigation | None = None
        self._output: Output | None = None
        self._unwritten = Unwritten()
        self._outlined: list[Page] = []
        """The pages of views that have an outline until their fragments are there."""
        self._cross_links: CrossLinks | None = None
        self._environment: Environment | None = None
        self._kept_pages: KeptPages | None = None
        """Those of the whole site; only its first blog has them."""
        self._rendered: dict[str, RenderedPost] = {}
        """The posts that are rendered so far, by `src_uri`."""
        self._globals = TemplateGlobals(setup.settings_in(setup.locale), self._answer)

    @classmethod
    def begin(
        cls,
        options: BlogOptions,
        blogs: Sequence[BlogOptions],
        config: MkDocsConfig,
        run: Run,
        first: Build | None,
    ) -> Build:
        """Return a fresh build, and let MkDocs know our stylesheet; see `Setup.of`.

        `first` is the build of the site's first blog; None if this is it.
        """
        setup = Setup.of(options, blogs, config, run, first.setup if first else None)
        dirty = None
        if (run.dirty or not run.serving) and not setup.language.code:
            dirty = DirtyBuild(setup)
        build = cls(setup, dirty)
        if options.stylesheet and STYLESHEET not in config.extra_css:
            config.extra_css.insert(0, STYLESHEET)
        themes.adapt(config.theme)
        forget_links(config)
        build._globals.offer(config.extra)
        return build

    def on_pre_build(self) -> None:
        """Empty the folder of the site before a dirty build that knows nothing of earlier ones."""
        if self.dirty:
            self.dirty.prepare()

    @property
    def plan(self) -> Plan:
        """The result of `on_files`.

        Raises:
            TooEarlyError: that event has not happened yet.
        """
        if self._plan is None:
            raise TooEarlyError("a page is read before 'on_files' is over")
        return self._plan

    @property
    def blog(self) -> Blog:
        """The posts and views.

        Raises:
            TooEarlyError: the posts have not been read yet.
        """
        blog = self._plan.blog if self._plan else self._planner.blog
        if blog is None:
            raise TooEarlyError(
                "the posts of the blog are known once 'on_files' is over: "
                "a plugin, macro or hook asks for them earlier (ask in 'on_nav' or later)"
            )
        return blog

    @property
    def output(self) -> Output:
        """The result of `on_env`.

        Raises:
            TooEarlyError: that event has not happened yet.
        """
        if self._output is None:
            raise TooEarlyError("a page is written before 'on_env'")
        return self._output

    def _answer(self) -> Catalog:
        """Return the catalog for the object `blog`; a page that uses it depends on it."""
        if self._environment:
            see_more(self._environment)
        page = self.config._current_page  # noqa: SLF001 - nothing else names the page that asks
        if self.dirty and page is not None:
            self.dirty.note(page)
        return self.blog.catalog

    def on_files(self, files: Files) -> None:
        """Read the posts, plan the blog, give each of its pages a place among the files."""
        self._planner.first(files)

    def on_files_late(self, files: Files) -> None:
        """Take in the pages that other plugins have made since."""
        self._planner.again(files)

    def on_files_last(self, files: Files) -> None:
        """Do what has to wait for literate-nav and static-i18n, and report all problems at once."""
        self._plan = self._planner.last(files)

    def on_nav(self, nav: Navigation, files: Files) -> None:
        """Make the pages of posts and views, and put them where they belong in the nav."""
        self._nav = nav
        setup, blog = self.setup, self.blog
        setup.problems.extend(missing_pages(blog, files))
        setup.problems.extend(blog.catalog.guid_problems())
        setup.problems.extend(missing_recordings(blog.catalog.posts, files))
        report(setup.problems, self.config)
        replace_pages(blog, files, nav, self._converter(files))
        index = page_of(files, blog.index.pagers[0].src_uri)
        assert index is not None
        navigation.attach_posts(blog.catalog, files, nav, index)
        navigation.attach_views(blog, files, nav, index, setup.source_settings)
        problem = navigation.index_problem(self.config, nav, index, setup.site_settings)
        if problem:
            setup.problems.add(problem)
        if self.dirty:
            self.dirty.guard(files, nav)
            self.dirty.name_unread(blog, files)
        elif setup.run.dirty:
            write_all(blog, files)

    def _converter(self, files: Files) -> Converter:
        setup = self.setup
        keeps = bool(self.plan.outputs.markdown.posts) or generated_views.are_read(self.config)
        return Converter(
            self.config,
            files,
            self.plan.lookups,
            setup.offers,
            setup.cache,
            keeps_markdown=keeps,
        )

    def on_pre_page(self, page: Page) -> None:
        """Let plugins that ask for the address of a post's source find it; see `on_pre_page_last`."""
        if page.file.src_uri in self.blog.posts:
            monorepo.show_path(page, self.config)

    def on_pre_page_last(self, page: Page) -> None:
        """Give a post its address back, before it is read."""
        if post := self.blog.posts.get(page.file.src_uri):
            monorepo.show_address(page, post)

    @cached_property
    def _has_outlines(self) -> bool:
        """Whether another plugin or the search reads what the pages of views are converted to."""
        in_search = self.setup.site_settings.views_in_search
        return in_search or generated_views.are_read(self.config)

    def on_page_markdown(self, page: Page) -> None:
        """Make the title of a post or view text, as other plugins expect it."""
        if page.file.src_uri in self.blog:
            meta.make_title_text(page)

    def on_page_markdown_late(self, page: Page) -> None:
        """Write what is known about a post or view into the meta of its page."""
        src_uri = page.file.src_uri
        self.plan.links.enter(page.file, is_post=src_uri in self.blog.posts)
        if post := self.blog.posts.get(src_uri):
            self._inject_post(page, post)
        elif src_uri in self.blog.pagers:
            self._inject_view(page, *self.blog.pagers[src_uri])

    def _inject_post(self, page: Page, post: Post) -> None:
        meta.inject_post(page, post)
        if not post.is_listed:
            hide_from_tag_listings(page, self.config)
        self.setup.problems.extend(check_theme_keys(page.meta, post, self.config.theme))

    def _inject_view(self, page: Page, view: View, pager: Pager) -> None:
        introduction = Introduction(page.file)
        found = list(check_theme_keys(page.meta, introduction, self.config.theme, "views"))
        if page.file.src_uri == view.introduction:  # further pages share its meta
            self.setup.problems.extend(found)
        title = page_title(view, pager, self.setup.locale)
        meta.inject_view(page, view, title, self.setup.site_settings)
        generated_views.opt_out_of_rss_and_social(page, self.config)

    def on_page_content(self, html: str, page: Page) -> str:
        """Return the content of a page; for a generated view, its outline."""
        found = self.blog.pagers.get(page.file.src_uri)
        if html or not found or not self._has_outlines:
            return html
        self._outlined.append(page)
        site = site_of(self.config, self.setup.locale, self.setup.site_settings)
        return outline(*found, self.blog.views, site.url)

    def on_env(self, env: Environment, files: Files) -> None:
        """Let templates know the blog, and convert the pages that are stale for any reason."""
        assert self._nav is not None
        setup, plan = self.setup, self.plan
        setup.offers.withdraw()
        quicken(env, setup.run.compiled)
        self._globals.prepare(env, setup)
        self._environment = env
        if setup.site_settings.first:
            self._kept_pages = KeptPages(setup, self._nav, files, env)
        self._cross_links = find_cross_links(plan, make_renderer(plan, setup), files, setup)
        if self.dirty:
            changed = self.dirty.compare(plan, self._cross_links, self._nav, files)
            self._rendered.update(changed)
        elif setup.run.dirty:
            read_nav(self._nav, self.config)

    def on_env_last(self, files: Files) -> None:
        """Make everything that lists, feeds and pages show of the converted posts.

        The pages that any blog of the site wants to be written are converted by now, so that the
        cache is complete: it is saved here, before anything that may fail is written.
        """
        assert self._cross_links is not None
        setup, plan, cross_links = self.setup, self.plan, self._cross_links
        shown = shown_posts(plan, cross_links.markers, files, self._is_due)
        missing = {post.src_uri: post for post in shown if post.src_uri not in self._rendered}
        self._rendered.update(render_posts(missing.values(), files, setup))
        output = make_output(plan, self._rendered, cross_links, self._unwritten, files, setup)
        self._output = output
        if not setup.site_settings.views_in_search:
            for page in self._outlined:
                page.content = ""
        setup.problems.extend(cross_links.markers.problems(files))
        publish(output, plan.outputs, self.config, setup.locale, self._is_due)
        report(setup.problems, self.config)
        for src_uri in (*plan.blog.posts, *plan.blog.pagers):
            meta.escape_texts(page_of(files, src_uri))
        setup.cache.save({path for file in files for path in (file.src_uri, path_of(file))})

    def _is_due(self, dest_uri: str) -> bool:
        """Return whether a file of the blog that is not a page has to be written."""
        return self.dirty is None or self.dirty.is_stale(dest_uri)

    def on_page_context(self, page: Page) -> None:
        """Put the fragments into a page."""
        with self._unwritten.changed(page):
            self.output.attach(page)

    def on_post_page(self, output: str, page: Page) -> str:
        """Return the written page with what its head lacks."""
        completed = self.output.add_head_tags(output, page)
        self._unwritten.drop(page)
        return completed

    def on_template_context(self, context: TemplateContext, template_name: str) -> None:
        """Give templates the object `blog`, and remove pages of the blog from the sitemap that do not belong there.

        MkDocs makes the templates of `extra_templates` without its environment and its globals.
        """
        self._globals.offer(context)  # type: ignore[arg-type] # a map like any other
        if template_name == "sitemap.xml":
            excluded = self.setup.site_settings.sitemap_exclude
            pages = in_sitemap(context["pages"], self.blog, excluded, is_copy=self.setup.is_copy)
            context["pages"] = pages
            update_sitemap(context, self.config, self.plan.hidden_versions)

    def on_post_template(self, template_name: str) -> None:
        """Withdraw the dates that MkDocs cannot give to the compressed sitemap."""
        if template_name == "sitemap.xml":
            forget_far_days(self.output.publication.files, self.blog)

    def on_post_build(self) -> None:
        """Take views out of the search index, before it is written."""
        unescape_search(self.config, self.blog)
        hide_from_search(self.config, self.blog, views=not self.setup.site_settings.views_in_search)

    def on_post_build_last(self) -> None:
        """Keep for the next build what it has to know, when all is written."""
        if self.dirty and self._nav:
            self.dirty.finish(self.output.publication.files, self._nav)
        if self._kept_pages:
            self._kept_pages.save()

    def watched(self) -> list[str]:
        """Return the paths that MkDocs does not watch by itself: own templates, and the changelog."""
        changelog = changelog_path(self.config, self.setup.site_settings)
        return [str(path) for path in (self.config.theme.custom_dir, changelog) if path]
