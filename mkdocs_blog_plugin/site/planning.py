"""The first half of a build: posts are read, the blog is planned, its pages join the site's files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_blog_plugin.render.locale import Locale
from mkdocs_blog_plugin.site.files.files import is_ours, move_folder_indexes, move_media
from mkdocs_blog_plugin.site.files.stylesheets import FEED_STYLESHEET, STYLESHEET, place_stylesheet
from mkdocs_blog_plugin.site.integrations.literate_nav import restore, withdraw
from mkdocs_blog_plugin.site.integrations.static_i18n_alternates import link_translations
from mkdocs_blog_plugin.site.links.lookups import Lookups
from mkdocs_blog_plugin.site.links.post_links import PostLinks
from mkdocs_blog_plugin.site.output.export import place_export
from mkdocs_blog_plugin.site.output.feeds import place_feeds
from mkdocs_blog_plugin.site.pages.placing import place_posts, place_views
from mkdocs_blog_plugin.site.reading.clean_source import clean_sources
from mkdocs_blog_plugin.site.reading.read_blog import explanations, read_blog
from mkdocs_blog_plugin.site.reporting import report, severity_of

if TYPE_CHECKING:
    from mkdocs.structure.files import File, Files

    from mkdocs_blog_plugin.site.setup import Setup
    from mkdocs_blog_plugin.views.blog import Blog


class Gathering:
    """What one build has gathered by the end of `on_files`.

    `blog`, `feeds` (documents), `export` (a file, if there is to be one), `lookups` (the site's
    files as links ask for them) and `links` (what resolves the links of posts) are there then.
    """

    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        self._config = setup.config
        self._drafts: set[str] = set()
        self._withdrawn: list[File] = []

    def read(self, files: Files) -> None:
        """Read the posts before other plugins look at the site's files.

        Which files belong to one of several languages is known later; static-i18n may then have
        dropped those that explain the posts of all of them.
        """
        if self._setup.language.code:
            self._explanations = explanations(files, self._setup.sources)
        else:
            self._read(files)

    def _read(self, files: Files) -> None:
        """Read the posts, plan the blog, and give each of its pages a place among the files."""
        settings, problems = self._setup.settings, self._setup.problems
        self._pages = self._pages_of_others(files)
        move_media(files, settings)
        move_folder_indexes(files, self._setup.sources)
        built = files.documentation_pages()
        self.blog: Blog = read_blog(files, self._setup)
        self._drafts.update(file.src_uri for file in built if file.inclusion.is_excluded())
        place_posts(self.blog, files)
        before = set(files.src_uris)
        place_views(self.blog, files, self._config, settings)
        self.feeds = place_feeds(self.blog.views, files, self._config, settings, problems)
        self.export = place_export(files, self._config, settings, problems)
        if settings.stylesheet:
            place_stylesheet(files, self._config, STYLESHEET)
            if self.feeds:
                place_stylesheet(files, self._config, FEED_STYLESHEET)
        self._added = set(files.src_uris) - before

    def _pages_of_others(self, files: Files) -> set[str]:
        """Return the `src_uri` of all pages but those that this blog and others have generated."""
        pages = (file for file in files if file.is_documentation_page())
        return {page.src_uri for page in pages if not is_ours(page, self._config)}

    def settle(self, files: Files) -> None:
        """Read again if other plugins have added or removed pages since; then tell all problems.

        What belongs to the blog comes back with that: other pages link to it.
        """
        if self._setup.language.code:
            return
        present = set(files.src_uris)
        if self._pages_of_others(files) != self._pages or not self._added <= present:
            for src_uri in self._added & present:
                files.remove(files.src_uris[src_uri])
            self._setup.problems.take()
            self._read(files)
        self._conclude(files)
        self._withdrawn = withdraw(self.blog, files, self._config)

    def complete(self, files: Files) -> None:
        """Do what has to wait for literate-nav and static-i18n."""
        if self._setup.language.code:
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
            self._config,
            self._setup.language,
            lambda code: self._setup.settings_in(Locale.named(code)),
        )
        self._conclude(files)

    def _conclude(self, files: Files) -> None:
        """Prepare the conversion of the posts, and tell all problems so far."""
        problems = self._setup.problems
        clean_sources(files, self.blog, self._setup.sources, problems)
        level = severity_of(self._config.validation.links.not_found)
        self.lookups = Lookups(files)
        self.links = PostLinks(self.lookups, problems, level, self._drafts)
        self._config.markdown_extensions.append(self.links)  # type: ignore[arg-type] # not just names
        report(problems, self._config)
