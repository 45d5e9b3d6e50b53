"""One build of one blog: one method per MkDocs event, with the event's name.

| event | makes | of |
|---|---|---|
| `on_config` | `Setup` | options, language, locale |
| `on_files` | `Plan` | posts; each file that the blog adds is among the site's files then |
| `on_nav` | | pages of posts and views, and their places in the nav |
| `on_page_markdown` | | facts about posts and views, in `page.meta` |
| `on_env` | `Presentation` | the converted posts: excerpts, lists, feeds |
| `on_page_context`, `on_post_page` | | fragments and head tags, on each page that MkDocs writes |
"""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import PluginError

from mkdocs_blog_plugin.html.rendered import RenderedPosts
from mkdocs_blog_plugin.render.blog_object import BlogObject
from mkdocs_blog_plugin.render.environment import date_filter
from mkdocs_blog_plugin.render.outline import outline
from mkdocs_blog_plugin.render.view_titles import page_title
from mkdocs_blog_plugin.site.cache.fingerprint import digest, site_fingerprint
from mkdocs_blog_plugin.site.conversion.converter import Converter, convert
from mkdocs_blog_plugin.site.dirty.dirty_build import DirtyBuild
from mkdocs_blog_plugin.site.dirty.manifest import Manifest
from mkdocs_blog_plugin.site.dirty.output_digests import OutputDigests
from mkdocs_blog_plugin.site.files.files import page_of, path_of
from mkdocs_blog_plugin.site.files.stylesheets import STYLESHEET
from mkdocs_blog_plugin.site.integrations import generated_views, monorepo, themes
from mkdocs_blog_plugin.site.integrations.material_tags import hide_from_tag_listings
from mkdocs_blog_plugin.site.integrations.post_content import content_of, without_document
from mkdocs_blog_plugin.site.integrations.static_i18n import current_language
from mkdocs_blog_plugin.site.integrations.static_i18n_alternates import update_sitemap
from mkdocs_blog_plugin.site.links.pictures import missing_recordings
from mkdocs_blog_plugin.site.links.post_links import forget_links
from mkdocs_blog_plugin.site.output.presentation import present
from mkdocs_blog_plugin.site.output.public_posts import site_of
from mkdocs_blog_plugin.site.output.publish import publish
from mkdocs_blog_plugin.site.output.rendered import render_kept
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
from mkdocs_blog_plugin.site.setup import Setup, name_of
from mkdocs_blog_plugin.views.view import Kind

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
    from mkdocs_blog_plugin.site.cache.run import Run
    from mkdocs_blog_plugin.site.output.presentation import Presentation
    from mkdocs_blog_plugin.site.planning import Plan
    from mkdocs_blog_plugin.views.blog import Blog


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
        self._presentation: Presentation | None = None
        self._digests: OutputDigests | None = None
        self._outlined: list[Page] = []
        settings = setup.settings_in(setup.locale)
        self._name = settings.blog_dir or "."
        self._is_first = settings.first
        self._object = BlogObject(settings.index_title, self._answer)

    @classmethod
    def begin(
        cls,
        options: BlogOptions,
        blogs: Sequence[BlogOptions],
        config: MkDocsConfig,
        run: Run,
    ) -> Build:
        """Return a fresh build, and let MkDocs know our stylesheet; see `Setup.of`."""
        setup = Setup.of(options, blogs, config, run)
        dirty = None
        if (run.dirty or not run.serving) and not setup.language.code:
            dirty = DirtyBuild(setup.cache, config.site_dir, is_dirty=run.dirty)
        build = cls(setup, dirty)
        if options.stylesheet and STYLESHEET not in config.extra_css:
            config.extra_css.insert(0, STYLESHEET)
        themes.adapt(config.theme)
        forget_links(config)
        build._offer(config.extra)
        return build

    def on_pre_build(self) -> None:
        """Begin a dirty build that nothing is known for with an empty folder."""
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
    def presentation(self) -> Presentation:
        """The result of `on_env`.

        Raises:
            TooEarlyError: that event has not happened yet.
        """
        if self._presentation is None:
            raise TooEarlyError("a page is written before 'on_env'")
        return self._presentation

    def _offer(self, names: MutableMapping[str, Any]) -> None:
        """Give templates the object `blog`, and `blogs` for all blogs by their folder."""
        names.setdefault("blogs", {})[self._name] = self._object
        if self._is_first and isinstance(names.get("blog", self._object), BlogObject):
            names["blog"] = self._object

    def _answer(self) -> Catalog:
        """Return the catalog for the object `blog`; a page that uses it depends on it."""
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
        report(setup.problems, self.config)
        replace_pages(blog, files, nav, self._converter(files))
        index = page_of(files, blog.index.pagers[0].src_uri)
        assert index is not None
        navigation.attach_posts(blog.catalog, files, nav, index)
        navigation.attach_views(blog, files, nav, index, setup.source_settings)
        problem = navigation.missing_index(self.config, nav, index, setup.site_settings.index_title)
        if problem:
            setup.problems.add(problem)
        if self.dirty:
            self.dirty.guard(files, nav, self.config)
            self.dirty.name_unread(blog, files, nav, setup.locale)

    def _converter(self, files: Files) -> Converter:
        setup = self.setup
        return Converter(self.config, files, self.plan.lookups, setup.offers, setup.cache)

    def on_pre_page(self, page: Page) -> None:
        """Let plugins that ask for the address of a post's source find it; see `on_pre_page_last`."""
        if page.file.src_uri in self.blog.posts:
            monorepo.show_path(page, self.config)

    def on_pre_page_last(self, page: Page) -> None:
        """Give a post its address back, before it is read."""
        if post := self.blog.posts.get(page.file.src_uri):
            monorepo.show_address(page, post)

    def on_page_markdown(self, page: Page) -> None:
        """Write what is known about a post or view into the meta of its page."""
        src_uri = page.file.src_uri
        self.plan.links.enter(page.file, is_post=src_uri in self.blog.posts)
        if post := self.blog.posts.get(src_uri):
            meta.inject_post(page, post)
            if not post.is_listed:
                hide_from_tag_listings(page, self.config)
            self._check_template(page, post)
        elif src_uri in self.blog.pagers:
            view, pager = self.blog.pagers[src_uri]
            title = page_title(view, pager, self.setup.locale)
            meta.inject_view(page, view, title, self.setup.site_settings)
            generated_views.opt_out_of_rss_and_social(page, self.config)

    def _check_template(self, page: Page, post: Post) -> None:
        problem = meta.check_template(page, post, partial(themes.has_template, self.config.theme))
        if problem:
            self.setup.problems.add(problem)

    def on_page_content(self, html: str, page: Page) -> str:
        """Return the content of a page; for a generated view, its outline."""
        found = self.blog.pagers.get(page.file.src_uri)
        if html or not found or not self._is_read_by_others:
            return html
        self._outlined.append(page)
        site = site_of(self.config, self.setup.locale, self.setup.site_settings)
        return outline(*found, self.blog.views, site.url)

    @cached_property
    def _is_read_by_others(self) -> bool:
        """Whether search, other plugins or hooks want to know what pages are converted to."""
        if self.setup.site_settings.views_in_search:
            return True
        readers = self.config.plugins.events["page_content"]
        return len(readers) > len(self.config.extra["blogs"])

    def on_env(self, env: Environment, files: Files) -> None:
        """Take the converted posts, and make of them all that lists, feeds and pages show."""
        setup, plan = self.setup, self.plan
        setup.offers.withdraw()
        env.auto_reload = False  # asks for the time of each template on each page, in vain
        env.cache = {}  # templates are few: sorting them by their last use takes longer than all else
        self._offer(env.globals)
        pattern = setup.site_settings.posts.date_format
        env.filters.setdefault(
            "date", date_filter(setup.locale, pattern)
        )  # Material's blog has one
        rendered = RenderedPosts(partial(self._render, files=files))
        words = {src_uri: plan.read_posts[src_uri].words for src_uri in plan.blog.posts}
        paths = {src_uri: post.mentioned_paths for src_uri, post in plan.read_posts.items()}
        presentation = present(
            setup, plan.blog, plan.outputs, rendered, files, words=words, mentioned_paths=paths
        )
        self._presentation = presentation
        if self.dirty:
            self._compare(self.dirty, files)
        if not setup.site_settings.views_in_search:
            for page in self._outlined:
                page.content = ""
        self._check_converted(files)
        setup.problems.extend(plan.blog.catalog.guid_problems())
        setup.problems.extend(missing_recordings(plan.blog.catalog.posts, files))
        is_due = self.dirty.is_stale if self.dirty else lambda _: True
        publish(presentation, plan.outputs, self.config, setup.locale, is_due)
        report(setup.problems, self.config)
        for src_uri in (*plan.blog.posts, *plan.blog.pagers):
            meta.escape_texts(page_of(files, src_uri))
        self._save(files)

    def _save(self, files: Files) -> None:
        """Keep what was read, converted and cut for the next build."""
        self.setup.cache.save({path for file in files for path in (file.src_uri, path_of(file))})

    def _render(self, post: Post, files: Files) -> RenderedPost:
        """Return `post` with its excerpt; a dirty build may not have converted it."""
        page = page_of(files, post.src_uri)
        assert page is not None  # see `missing_pages`
        if page.content is None:
            convert(page, self.config, files)
        page.content = without_document(page.content or "")
        setup = self.setup
        found = render_kept(
            post, content_of(page), setup.site_settings, setup.fingerprint, setup.cache
        )
        if setup.site_settings.excerpt.mode == "required" and not found.has_separator:
            setup.problems.add(meta.missing_separator(post, setup.site_settings.excerpt))
        return found

    def _check_converted(self, files: Files) -> None:
        """Find the problems that only the conversion of a page shows."""
        for file in files.documentation_pages():
            if file.page and file.page.content is not None:
                if post := self.blog.posts.get(file.src_uri):
                    self.presentation.rendered[post]
                self.setup.problems.extend(self.presentation.listings.check(file))

    def _compare(self, dirty: DirtyBuild, files: Files) -> None:
        """Compare the digests of this build with the last one, and convert the posts that are missing."""
        assert self._nav is not None
        data_files = (
            self.setup.source_settings.authors_file,
            self.setup.source_settings.terms_file,
        )
        above = [view.title for view in self.blog.views if view.kind in (Kind.INDEX, Kind.OVERVIEW)]
        common = digest(site_fingerprint(self.config, self._nav, files, data_files), above)
        old = dirty.known(common)
        self._digests = OutputDigests(
            self.presentation, self.plan.read_posts, self.plan.outputs, files, old
        )
        dirty.decide(self._digests, files, partial(convert, config=self.config, files=files))

    def on_page_context(self, page: Page) -> None:
        """Put the fragments into a page."""
        self.presentation.attach(page)

    def on_post_page(self, output: str, page: Page) -> str:
        """Return the written page with what its head lacks."""
        completed = self.presentation.add_head_tags(output, page)
        self.presentation.release(page)
        return completed

    @property
    def _is_copy(self) -> bool:
        """Whether the blog is at home on another site than the one that is built."""
        home = self.setup.site_settings.home_url
        return bool(home) and home != f"{(self.config.site_url or '').rstrip('/')}/"

    def on_template_context(self, context: TemplateContext, template_name: str) -> None:
        """Give templates the object `blog`, and remove pages of the blog from the sitemap that do not belong there.

        MkDocs makes the templates of `extra_templates` without its environment and its globals.
        """
        self._offer(context)  # type: ignore[arg-type] # a map like any other
        if template_name == "sitemap.xml":
            excluded = self.setup.site_settings.sitemap_exclude
            pages = in_sitemap(context["pages"], self.blog, excluded, is_copy=self._is_copy)
            context["pages"] = pages
            update_sitemap(context, self.config, self.plan.hidden_versions)

    def on_post_template(self, template_name: str) -> None:
        """Take back the days of pages that the sitemap shows and MkDocs cannot stamp it with."""
        if template_name == "sitemap.xml":
            forget_far_days(self.presentation.publication.files, self.blog)

    def on_post_build(self) -> None:
        """Take views out of the search index, before it is written."""
        unescape_search(self.config, self.blog)
        hide_from_search(self.config, self.blog, views=not self.setup.site_settings.views_in_search)

    def on_post_build_last(self) -> None:
        """Keep for the next build what it has to know, when all is written."""
        files = self.presentation.publication.files
        self._save(files)
        if self.dirty and self._digests and self._nav:
            self.dirty.finish(self._digests, files, self._nav)

    def watched(self) -> list[str]:
        """Return the paths that MkDocs does not watch by itself: own templates, and the changelog."""
        changelog = changelog_path(self.config, self.setup.site_settings)
        return [str(path) for path in (self.config.theme.custom_dir, changelog) if path]


def forget_manifest(options: BlogOptions, config: MkDocsConfig, run: Run) -> None:
    """Forget what a blog has written that is turned off in this build."""
    name = name_of(options, config, current_language(config))
    run.cache(name, enabled=options.cache).take(Manifest, b"")
