"""One build of one blog: the state that its events share, and the order in which they use it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import ConfigurationError
from mkdocs.utils import get_build_datetime

from mkdocs_blog_plugin.catalog.related import RelatedIndex
from mkdocs_blog_plugin.config.checks import overlaps
from mkdocs_blog_plugin.config.making import make_settings
from mkdocs_blog_plugin.feeds.feed import check_guids
from mkdocs_blog_plugin.html.rendered import RenderedPosts
from mkdocs_blog_plugin.problems import Problems, TooEarlyError
from mkdocs_blog_plugin.render.blog_object import BlogObject
from mkdocs_blog_plugin.render.locale import Locale
from mkdocs_blog_plugin.render.renderer import Renderer
from mkdocs_blog_plugin.site import meta, navigation, neighbours, themes
from mkdocs_blog_plugin.site.circumstances import circumstances, described
from mkdocs_blog_plugin.site.conversion import Converter, convert
from mkdocs_blog_plugin.site.discovery import hide_from_search, in_sitemap
from mkdocs_blog_plugin.site.export import place_export, write_export
from mkdocs_blog_plugin.site.feeds import NOTICE, place_feeds, write_feeds
from mkdocs_blog_plugin.site.files import is_ours, move_folder_indexes, move_media
from mkdocs_blog_plugin.site.inventory import Inventory, Outputs
from mkdocs_blog_plugin.site.languages import Language, current_language
from mkdocs_blog_plugin.site.links import PostLinks, forget_links
from mkdocs_blog_plugin.site.listings import Listings
from mkdocs_blog_plugin.site.literate_nav import restore, withdraw
from mkdocs_blog_plugin.site.lookups import Lookups
from mkdocs_blog_plugin.site.macros import has_templates
from mkdocs_blog_plugin.site.outlines import outline
from mkdocs_blog_plugin.site.pages import place_posts, place_views, replace_pages
from mkdocs_blog_plugin.site.presentation import Presentation
from mkdocs_blog_plugin.site.publication import Publication, site_of
from mkdocs_blog_plugin.site.reading import explanations, read_blog
from mkdocs_blog_plugin.site.redirects import place_redirects, write_redirects
from mkdocs_blog_plugin.site.related_links import resolve_links
from mkdocs_blog_plugin.site.renewal import Renewal, name_of
from mkdocs_blog_plugin.site.reporting import report, severity_of
from mkdocs_blog_plugin.site.sources import clean_sources
from mkdocs_blog_plugin.site.stylesheets import FEED_STYLESHEET, STYLESHEET, place_stylesheet
from mkdocs_blog_plugin.site.translations import link_translations, update_sitemap

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping, Sequence

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from mkdocs_blog_plugin.catalog.catalog import Catalog
    from mkdocs_blog_plugin.config.options import BlogOptions
    from mkdocs_blog_plugin.html.rendered import RenderedPost
    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.settings import Settings
    from mkdocs_blog_plugin.site.memory import Memory
    from mkdocs_blog_plugin.site.planning import Blog
    from mkdocs_blog_plugin.views.redirects import Redirect


@dataclass
class Build:
    """State of one build; made in `on_config` and dropped when the next one begins."""

    config: MkDocsConfig
    language: Language
    locale: Locale
    settings_in: Callable[[Locale], Settings]
    """Returns the settings with words and dates of a locale; their paths lead from the docs."""
    memory: Memory
    """What earlier builds have left, and this one leaves to the next."""
    problems: Problems = field(default_factory=Problems)
    drafts: set[str] = field(default_factory=set)
    """`src_uri` of the pages that are left out of the build."""
    redirects: list[Redirect] = field(default_factory=list)
    renewal: Renewal | None = None
    """What is known of the last build, where this or the next one may be dirty."""
    _sketched: list[Page] = field(default_factory=list)
    """Pages that hold an outline."""
    _withdrawn: list[File] = field(default_factory=list)
    """Pages that literate-nav must not see."""

    @classmethod
    def begin(
        cls,
        options: BlogOptions,
        blogs: Sequence[BlogOptions],
        config: MkDocsConfig,
        memory: Memory,
    ) -> Build:
        """Return a fresh build, and let MkDocs know our stylesheet.

        Args:
            options: The options of this blog.
            blogs: The options of all blogs of the site, in the order of mkdocs.yml.
            config: MkDocs' configuration.
            memory: What this blog remembers of earlier builds.

        Raises:
            ConfigurationError: two blogs would read the same posts.
        """
        if lines := overlaps(blogs):
            raise ConfigurationError("\n".join(lines))
        now = get_build_datetime()
        language = current_language(config)
        name = language.code if language.root else options.locale
        build = cls(
            config,
            language,
            Locale.named(name or language.code or themes.language(config)),
            lambda locale: make_settings(
                options,
                now=now,
                locale=locale,
                directory_urls=config.use_directory_urls,
                templates=has_templates(config),
                blogs=blogs,
                serving=memory.serving,
            ),
            memory,
        )
        if (memory.dirty or not memory.serving) and not language.code:
            name = name_of(options.blog_dir, config)
            build.renewal = Renewal(memory.records, name, config.site_dir, dirty=memory.dirty)
        settings = build.settings_in(build.locale)
        if settings.stylesheet and STYLESHEET not in config.extra_css:
            config.extra_css.insert(0, STYLESHEET)
        themes.adapt(config.theme)
        forget_links(config)
        build._offer(config.extra, settings)
        return build

    @cached_property
    def sources(self) -> Settings:
        """The settings for reading: paths lead from the docs folder of the language.

        Not to be asked for in `on_config`, where other plugins still change `use_directory_urls`.
        """
        return self.settings_in(self.locale)

    @cached_property
    def settings(self) -> Settings:
        """The settings for writing: paths lead from the site's folder."""
        return self.language.in_site(self.sources)

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

    def read(self, files: Files) -> None:
        """Read the posts before other plugins look at the site's files.

        Which files belong to one of several languages is known later; static-i18n may then have
        dropped those that explain the posts of all of them.
        """
        if self.language.code:
            self._explanations = explanations(files, self.sources)
        else:
            self._read(files)

    def _read(self, files: Files) -> None:
        """Read the posts, plan the blog, and give each of its pages a place among the files."""
        self._pages = self._pages_of_others(files)
        move_media(files, self.settings)
        move_folder_indexes(files, self.sources)
        built = files.documentation_pages()
        self.blog: Blog = read_blog(
            files, self.config, self.sources, self.language, self.memory.readings, self.problems
        )
        self.drafts.update(file.src_uri for file in built if file.inclusion.is_excluded())
        place_posts(self.blog, files)
        before = set(files.src_uris)
        place_views(self.blog, files, self.config, self.settings)
        self.feeds = place_feeds(self.blog.views, files, self.config, self.settings, self.problems)
        self.export = place_export(files, self.config, self.settings, self.problems)
        if self.settings.stylesheet:
            place_stylesheet(files, self.config, STYLESHEET)
            if self.feeds:
                place_stylesheet(files, self.config, FEED_STYLESHEET)
        self._added = set(files.src_uris) - before

    def _pages_of_others(self, files: Files) -> set[str]:
        """Return the `src_uri` of all pages but those that this blog and others have generated."""
        pages = (file for file in files if file.is_documentation_page())
        return {page.src_uri for page in pages if not is_ours(page, self.config)}

    def settle(self, files: Files) -> None:
        """Read again if other plugins have added or removed pages since; then tell all problems.

        What belongs to the blog comes back with that: other pages link to it.
        """
        if self.language.code:
            return
        present = set(files.src_uris)
        if self._pages_of_others(files) != self._pages or not self._added <= present:
            for src_uri in self._added & present:
                files.remove(files.src_uris[src_uri])
            self.problems.take()
            self._read(files)
        self._conclude(files)
        self._withdrawn = withdraw(self.blog, files, self.config)

    def complete_files(self, files: Files) -> None:
        """Do what has to wait for literate-nav and static-i18n."""
        if self.language.code:
            self._translate(files)
        else:
            restore(self._withdrawn, files)

    def _translate(self, files: Files) -> None:
        """Read the posts of one of several languages, now that static-i18n has chosen its files."""
        for file in self._explanations:
            if file.src_uri not in files.src_uris:
                files.append(file)
        self._read(files)
        link_translations(
            self.blog,
            files,
            self.config,
            self.language,
            lambda code: self.settings_in(Locale.named(code)),
        )
        self._conclude(files)

    def _conclude(self, files: Files) -> None:
        """Prepare the conversion of the posts, and tell all problems so far."""
        clean_sources(files, self.blog, self.sources, self.problems)
        level = self.config.validation.links.not_found
        self.lookups = Lookups(files)
        self.links = PostLinks(self.lookups, self.problems, severity_of(level), self.drafts)
        self.config.markdown_extensions.append(self.links)  # type: ignore[arg-type] # not just names
        report(self.problems, self.config)

    def navigate(self, nav: Navigation, files: Files) -> None:
        """Make the pages of posts and views, and put them where they belong in the nav."""
        self.nav = nav
        converter = Converter(self.config, files, self.lookups, self.memory)
        replace_pages(self.blog, files, nav, converter)
        index = navigation.page_of(files, self.blog.index.pagers[0].src_uri)
        assert index is not None
        navigation.attach_posts(self.blog.catalog, files, nav, index)
        navigation.attach_views(self.blog.views, files, nav, index, self.sources)
        problem = navigation.missing_index(self.config, nav, index, self.settings.index_title)
        if problem:
            self.problems.add(problem)
        if self.settings.redirects:
            self.redirects = place_redirects(
                self.blog.catalog.posts, files, self.config, self.problems
            )
        if self.renewal:
            self.renewal.guard(files, self.config)
            navigation.name_unread(self.blog, files, nav, self.renewal)

    def introduce(self, page: Page) -> None:
        """Write what is known about a post or view into the meta of its page."""
        src_uri = page.file.src_uri
        self.links.page = page.file
        self.links.is_post = src_uri in self.blog.posts
        if post := self.blog.posts.get(src_uri):
            meta.inject_post(page, post)
            self._check_template(page, post)
        elif src_uri in self.blog.pagers:
            view, _ = self.blog.pagers[src_uri]
            meta.inject_view(page, view, self.settings)
            neighbours.excuse(page, self.config)

    def sketch(self, html: str, page: Page) -> str:
        """Return what a page has been converted to; for a view that nobody wrote, its outline."""
        found = self.blog.pagers.get(page.file.src_uri)
        if html or not found or not self._is_read_by_others:
            return html
        self._sketched.append(page)
        site = site_of(self.config, self.locale)
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
            self.problems.add(problem)

    def collect(self, env: Environment, files: Files) -> None:
        """Take the converted posts, and make of them all that lists, feeds and pages show."""
        self.memory.readings.withdraw()
        self._offer(env.globals, self.sources)
        self.presentation = self._present(files)
        if self.renewal:
            self._compare(self.renewal, files)
        for sketched in self._sketched:
            sketched.content = ""
        self._check_converted(files)
        self._publish(self.presentation, files)
        report(self.problems, self.config)

    def _present(self, files: Files) -> Presentation:
        self.memory.renderings.hold_under(described(self.config))
        renderer = Renderer(
            template_folders=self.config.theme.dirs,
            settings=self.settings,
            catalog=self.blog.catalog,
            views=self.blog.views,
            locale=self.locale,
            theme=themes.printed_by(self.config),
        )
        rendered = RenderedPosts(partial(self._render, files=files))
        return Presentation(
            blog=self.blog,
            settings=self.settings,
            theme=self.config.theme,
            renderer=renderer,
            rendered=rendered,
            further={
                post.src_uri: resolve_links(post, files, self.config, self.problems)
                for post in self.blog.catalog.posts
            },
            related=RelatedIndex(self.blog.catalog),
            listings=Listings(
                self.blog.catalog,
                rendered,
                renderer,
                self.sources,
                list(self.config.extra["blogs"]),
            ),
            publication=Publication(
                blog=self.blog,
                rendered=rendered,
                documents=self.feeds,
                files=files,
                site=site_of(self.config, self.locale),
                settings=self.settings,
            ),
        )

    def _render(self, post: Post, files: Files) -> RenderedPost:
        """Return `post` with its excerpt; a dirty build may not have converted it."""
        page = navigation.page_of(files, post.src_uri)
        if page is None:
            raise TooEarlyError(f"{post.src_uri} has no page yet")
        if page.content is None:
            convert(page, self.config, files)
        found = self.memory.renderings.render(post, page.content or "", self.settings)
        if self.settings.excerpt.mode == "required" and not found.has_separator:
            self.problems.add(meta.missing_separator(post, self.settings.excerpt))
        return found

    def _check_converted(self, files: Files) -> None:
        """Find the problems that only the conversion of a page shows."""
        for file in files.documentation_pages():
            if file.page and file.page.content is not None:
                if post := self.blog.posts.get(file.src_uri):
                    self.presentation.rendered[post]
                self.problems.extend(self.presentation.listings.check(file))

    def _compare(self, renewal: Renewal, files: Files) -> None:
        """Compare what this build makes of what with the last one, and convert what is missing."""
        explanations = (self.sources.authors_file, self.sources.terms_file)
        common = circumstances(self.config, self.nav, files, explanations)
        outputs = Outputs(
            feeds=self.feeds,
            redirects=self.redirects,
            export=self.export.dest_uri if self.export else "",
        )
        self.inventory = Inventory(self.presentation, outputs, files, renewal.known(common))
        renewal.decide(self.inventory, files, lambda page: convert(page, self.config, files))

    def _publish(self, presentation: Presentation, files: Files) -> None:
        """Fill the files that are no pages: feeds, the export and redirects."""
        self.problems.extend(check_guids(self.blog.catalog.posts))
        is_due = self.renewal.is_stale if self.renewal else lambda _: True
        write_feeds(
            [found for found in self.feeds if is_due(found.location.dest_uri)],
            presentation.publication,
            full=self.settings.feeds.full,
            notice=self.locale.gettext(NOTICE),
            stylesheet=FEED_STYLESHEET if self.settings.stylesheet else "",
        )
        if self.export and is_due(self.export.dest_uri):
            write_export(presentation.publication, self.export)
        redirects = [found for found in self.redirects if is_due(found.location.dest_uri)]
        write_redirects(redirects, files, presentation.redirect)

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
        hide_from_search(self.config, self.blog, views=not self.settings.views_in_search)

    def record(self) -> None:
        """Keep for the next build what it has to know, when all is written."""
        if self.renewal:
            files = self.presentation.publication.files
            self.renewal.finish(self.inventory, files, self.nav)

    def watched(self) -> list[str]:
        """Return the folder with the site's own templates, which MkDocs does not watch by itself."""
        folder = self.config.theme.custom_dir
        return [folder] if folder else []
