"""The work of `on_files`: posts are read, the blog is planned, its pages join the site's files."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.render.locale import Locale
from mkdocs_blog_plugin.site.arranging import arrange
from mkdocs_blog_plugin.site.files.changes import Changes
from mkdocs_blog_plugin.site.files.files import move_folder_indexes, move_media
from mkdocs_blog_plugin.site.files.stylesheets import place_stylesheet
from mkdocs_blog_plugin.site.integrations.awesome_nav import include_named
from mkdocs_blog_plugin.site.integrations.generated_views import exclude_from_git_plugins
from mkdocs_blog_plugin.site.integrations.literate_nav import restore, withdraw
from mkdocs_blog_plugin.site.integrations.static_i18n_alternates import link_translations
from mkdocs_blog_plugin.site.links.lookups import Lookups
from mkdocs_blog_plugin.site.links.post_links import PostLinks
from mkdocs_blog_plugin.site.output.cards import Cards, place_cards
from mkdocs_blog_plugin.site.output.export import place_export
from mkdocs_blog_plugin.site.output.feeds import place_feeds
from mkdocs_blog_plugin.site.output.markdown import MarkdownFiles, place_markdown
from mkdocs_blog_plugin.site.output.redirects import place_redirects
from mkdocs_blog_plugin.site.pages.placing import place_posts, place_views
from mkdocs_blog_plugin.site.reading.clean_source import clean_texts, replace_sources
from mkdocs_blog_plugin.site.reading.read_blog import data_files, read_blog
from mkdocs_blog_plugin.site.reading.releases import add_releases
from mkdocs_blog_plugin.site.reporting import report, severity_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mkdocs.structure.files import File, Files

    from mkdocs_blog_plugin.feeds.plan import FeedDocument
    from mkdocs_blog_plugin.site.reading.read_post import ReadPost
    from mkdocs_blog_plugin.site.setup import Setup
    from mkdocs_blog_plugin.urls.ledger import Ledger
    from mkdocs_blog_plugin.views.blog import Blog
    from mkdocs_blog_plugin.views.redirects import Redirect


@dataclass(frozen=True, kw_only=True)
class Plan:
    """The result of `on_files`; every file that it needs is among the site's files."""

    blog: Blog
    read_posts: Mapping[str, ReadPost]
    """The posts as they were read, by `src_uri`."""
    texts: Mapping[str, str]
    """Texts that MkDocs reads in place of pages, by `src_uri`."""
    ledger: Ledger
    """Who owns each path of the site."""
    lookups: Lookups
    """The site's files, as links ask for them."""
    links: PostLinks
    """Resolves the links of posts while they are converted."""
    feeds: Sequence[FeedDocument]
    cards: Cards
    """Preview pictures of posts and views."""
    markdown: MarkdownFiles
    """Posts as Markdown."""
    export: File | None
    """The catalog as a file, if there is to be one."""
    redirects: Sequence[Redirect] = ()
    """Old addresses of posts."""
    hidden_versions: frozenset[str] = frozenset()
    """`dest_uri` of the posts of other languages that the sitemap does not lead to."""


class Planner:
    """Makes the plan of one build, in three steps between which other plugins change the files."""

    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        self._config = setup.config
        self._data_files: Sequence[File] = ()
        self._changes: Changes | None = None
        self._withdrawn: Sequence[File] = ()

    def first(self, files: Files) -> Plan | None:
        """Return the plan, before other plugins look at the site's files.

        None with static-i18n: it chooses the files of a language later, and may then have dropped
        the authors file and the terms file, which are remembered here.
        """
        if not self._setup.language.code:
            return self._plan(files)
        self._data_files = data_files(files, self._setup.source_settings)
        return None

    def again(self, files: Files, plan: Plan | None) -> Plan | None:
        """Return the final plan: a new one if other plugins have changed the site's files since.

        What belongs to the blog and was taken away comes back with that: other pages link to it.
        """
        if plan is None or self._changes is None:
            return None
        if self._changes.are_outdated(files, self._config):
            self._changes.undo(files)
            self._setup.problems.take()
            plan = self._plan(files)
        self._withdrawn = withdraw(plan.blog, files, self._config)
        return plan

    def last(self, files: Files, plan: Plan | None) -> Plan:
        """Return the plan, after literate-nav has listed pages and static-i18n has chosen files."""
        if plan is None:
            plan = self._plan_language(files)
        else:
            restore(self._withdrawn, files)
        self._prepare_conversion(files, plan)
        setup = self._setup
        include_named(plan.blog, files, self._config)
        if setup.site_settings.redirects:
            posts = plan.blog.catalog.posts
            redirects = place_redirects(posts, plan.ledger, files, self._config, setup.problems)
            plan = replace(plan, redirects=redirects)
        report(setup.problems, self._config)
        return plan

    def _plan_language(self, files: Files) -> Plan:
        """Return the plan of one of several languages, now that static-i18n has chosen its files."""
        for file in self._data_files:
            if file.src_uri not in files.src_uris:
                files.append(file)
        plan = self._plan(files)
        hidden = link_translations(
            plan.blog,
            files,
            self._config,
            self._setup.language,
            lambda code: self._setup.settings_in(Locale.named(code)),
            self._setup.git.first,
        )
        return replace(plan, hidden_versions=hidden)

    def _plan(self, files: Files) -> Plan:
        """Read the posts, plan the blog, and give each of its pages a place among the files."""
        settings, problems = self._setup.site_settings, self._setup.problems
        changes = Changes(files)
        add_releases(files, self._config, self._setup.source_settings, problems)
        move_media(files, settings, problems)
        move_folder_indexes(files, self._setup.source_settings)
        sources = read_blog(files, self._setup)
        arranged = arrange(sources, files, self._setup)
        blog = arranged.blog
        texts = clean_texts(sources, blog, self._setup.source_settings, problems)
        place_posts(blog, files)
        place_views(blog, files, self._config, settings, texts)
        place_feeds(arranged.feeds, files, self._config)
        cards = place_cards(blog, files, self._config, settings, self._setup.locale, problems)
        markdown = place_markdown(blog, arranged.ledger, files, self._config, settings, problems)
        for path in arranged.stylesheets:
            place_stylesheet(files, self._config, path)
        export = place_export(arranged.export, files, self._config) if arranged.export else None
        changes.close(files, self._config)
        self._changes = changes
        lookups = Lookups(files)
        level = severity_of(self._config.validation.links.not_found)
        links = PostLinks(lookups, problems, level, sources.drafts - blog.pagers.keys())
        return Plan(
            blog=blog,
            read_posts=sources.read_posts,
            texts=texts,
            ledger=arranged.ledger,
            lookups=lookups,
            links=links,
            feeds=arranged.feeds,
            cards=cards,
            markdown=markdown,
            export=export,
        )

    def _prepare_conversion(self, files: Files, plan: Plan) -> None:
        """Let MkDocs read clean front matter, and Python-Markdown resolve the links of posts."""
        exclude_from_git_plugins(plan.blog.pagers, files, self._config)
        replace_sources(plan.texts, files)
        self._config.markdown_extensions.append(plan.links)  # type: ignore[arg-type] # not just names
