"""The work of `on_files`: posts are read, the blog is planned, its pages join the site's files."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_blog_plugin.catalog.related import RelatedIndex
from mkdocs_blog_plugin.render.locale import Locale
from mkdocs_blog_plugin.site.addresses import give_addresses
from mkdocs_blog_plugin.site.cache.fingerprint import digest
from mkdocs_blog_plugin.site.files.changes import Changes
from mkdocs_blog_plugin.site.files.files import move_folder_indexes, move_media
from mkdocs_blog_plugin.site.files.stylesheets import place_stylesheet
from mkdocs_blog_plugin.site.integrations.awesome_nav import include_named
from mkdocs_blog_plugin.site.integrations.generated_views import exclude_from_git_plugins
from mkdocs_blog_plugin.site.integrations.literate_nav import restore, withdraw
from mkdocs_blog_plugin.site.integrations.static_i18n_alternates import link_translations
from mkdocs_blog_plugin.site.links.lookups import Lookups
from mkdocs_blog_plugin.site.links.pictures import locate_default
from mkdocs_blog_plugin.site.links.post_links import PostLinks
from mkdocs_blog_plugin.site.output.covers import place_covers
from mkdocs_blog_plugin.site.output.export import place_export
from mkdocs_blog_plugin.site.output.feeds import place_feeds
from mkdocs_blog_plugin.site.output.redirects import place_redirects
from mkdocs_blog_plugin.site.pages.placing import place_posts, place_views
from mkdocs_blog_plugin.site.plan import Cards, MarkdownFiles, Outputs, Plan
from mkdocs_blog_plugin.site.reading.clean_source import clean_texts, replace_sources
from mkdocs_blog_plugin.site.reading.read_blog import data_files, read_blog
from mkdocs_blog_plugin.site.reading.releases import add_releases
from mkdocs_blog_plugin.site.reporting import report, severity_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from mkdocs.structure.files import File, Files

    from mkdocs_blog_plugin.site.addresses import AddressedBlog
    from mkdocs_blog_plugin.site.plan import CoverCopy
    from mkdocs_blog_plugin.site.reading.read_post import ReadPost
    from mkdocs_blog_plugin.site.setup import Setup
    from mkdocs_blog_plugin.urls.ledger import Ledger
    from mkdocs_blog_plugin.views.blog import Blog


class _Placed(NamedTuple):
    """A blog whose files are among those of the site, while other plugins may still change these."""

    addressed: AddressedBlog
    read_posts: Mapping[str, ReadPost]
    words: Mapping[str, str]
    """The words of each post, by `src_uri`."""
    texts: Mapping[str, str]
    """Texts that MkDocs reads in place of pages, by `src_uri`."""
    drafts: Collection[str]
    """`src_uri` of the pages that are not built, and that no view takes the place of."""
    cards: Cards
    covers: Mapping[str, CoverCopy]
    markdown: MarkdownFiles
    export: File | None
    changes: Changes
    """The changes to the site's files."""


class Planner:
    """Makes the plan of one build, in three steps between which other plugins change the files."""

    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        self._config = setup.config
        self._data_files: Sequence[File] = ()
        self._placed: _Placed | None = None
        self._withdrawn: Sequence[File] = ()

    @property
    def blog(self) -> Blog | None:
        """The posts and views, as far as they are known before the plan."""
        return self._placed.addressed.blog if self._placed else None

    def first(self, files: Files) -> None:
        """Plan the blog before other plugins look at the site's files.

        With static-i18n that is too early: it chooses the files of a language later, and may then
        have dropped the authors file and the terms file, which are remembered here.
        """
        if self._setup.language.code:
            self._data_files = data_files(files, self._setup.source_settings)
        else:
            self._placed = self._place(files)

    def again(self, files: Files) -> None:
        """Plan the blog anew if other plugins have changed the site's files since.

        What belongs to the blog and was taken away comes back with that: other pages link to it.
        """
        placed = self._placed
        if placed is None:
            return
        if placed.changes.are_outdated(files, self._config):
            placed.changes.undo(files)
            self._setup.problems.forget()
            placed = self._placed = self._place(files)
        self._withdrawn = withdraw(placed.addressed.blog, files, self._config)

    def last(self, files: Files) -> Plan:
        """Return the plan, after literate-nav has listed pages and static-i18n has chosen files.

        Old addresses come last: none may take the path of a page of another blog.
        """
        setup, hidden_versions = self._setup, frozenset[str]()
        placed = self._placed
        if placed is None:
            placed = self._placed = self._place_language(files)
            hidden_versions = self._link_translations(placed.addressed.blog, files)
        else:
            restore(self._withdrawn, files)
        blog, ledger = placed.addressed.blog, placed.addressed.ledger
        lookups = Lookups(files)
        level = severity_of(self._config.validation.links.not_found)
        links = PostLinks(lookups, setup.problems, level, placed.drafts)
        self._prepare_conversion(files, placed, links)
        include_named(blog, files, self._config)
        redirects = (
            place_redirects(blog.catalog.posts, ledger, files, self._config, setup.problems)
            if setup.site_settings.redirects
            else ()
        )
        report(setup.problems, self._config)
        self._placed = None  # all that planning anew would have needed
        return Plan(
            blog=blog,
            read_posts=placed.read_posts,
            related=RelatedIndex(
                blog.catalog, placed.words, by_terms="terms" in setup.source_settings.related_by
            ),
            words=digest(*map(digest, placed.words.values())),
            outputs=Outputs(
                feeds=placed.addressed.feeds,
                redirects=redirects,
                export=placed.export,
                cards=placed.cards,
                covers=placed.covers,
                markdown=placed.markdown,
            ),
            lookups=lookups,
            links=links,
            hidden_versions=hidden_versions,
        )

    def _place_language(self, files: Files) -> _Placed:
        """Place the blog of one of several languages, now that static-i18n has chosen its files."""
        for file in self._data_files:
            if file.src_uri not in files.src_uris:
                files.append(file)
        return self._place(files)

    def _link_translations(self, blog: Blog, files: Files) -> frozenset[str]:
        setup = self._setup
        return link_translations(
            blog,
            files,
            self._config,
            setup.language,
            lambda code: setup.settings_in(Locale.named(code)),
            setup.git.first,
        )

    def _place(self, files: Files) -> _Placed:
        """Read the posts, plan the blog, and give each of its pages a place among the files."""
        setup, config = self._setup, self._config
        settings, problems = setup.site_settings, setup.problems
        changes = Changes(files)
        add_releases(files, config, setup.source_settings, problems)
        move_media(files, settings, problems)
        move_folder_indexes(files, setup.source_settings)
        sources = read_blog(files, setup)
        addressed = give_addresses(sources, files, setup)
        blog, ledger = addressed.blog, addressed.ledger
        texts = clean_texts(sources, blog, setup.source_settings, problems)
        place_posts(blog, files)
        place_views(blog, files, config, settings, texts)
        place_feeds(addressed.feeds, files, config)
        cards = self._place_cards(blog, ledger, files)
        covers = place_covers(blog.catalog.posts, ledger, files, setup)
        markdown = self._place_markdown(blog, ledger, files)
        for path in addressed.stylesheets:
            place_stylesheet(files, config, path)
        export = place_export(addressed.export, files, config) if addressed.export else None
        changes.close(files, config)
        return _Placed(
            addressed=addressed,
            read_posts=sources.read_posts,
            words={post.src_uri: sources.words[post.src_uri] for post in blog.catalog.posts},
            texts=texts,
            drafts=sources.drafts - blog.pagers.keys(),
            cards=cards,
            covers=covers,
            markdown=markdown,
            export=export,
            changes=changes,
        )

    def _place_cards(self, blog: Blog, ledger: Ledger, files: Files) -> Cards:
        setup, settings = self._setup, self._setup.site_settings
        default = locate_default(settings.image_default, files, setup.problems)
        if not settings.cards.enabled or not self._config.site_url:
            return Cards(default=default)
        from mkdocs_blog_plugin.site.output.cards import place_cards  # noqa: PLC0415 - few have cards

        return replace(place_cards(blog, ledger, files, setup), default=default)

    def _place_markdown(self, blog: Blog, ledger: Ledger, files: Files) -> MarkdownFiles:
        if not self._setup.site_settings.markdown:
            return MarkdownFiles()
        from mkdocs_blog_plugin.site.output.markdown import place_markdown  # noqa: PLC0415 - few ask

        return place_markdown(blog, ledger, files, self._setup)

    def _prepare_conversion(self, files: Files, placed: _Placed, links: PostLinks) -> None:
        """Let MkDocs read clean front matter, and Python-Markdown resolve the links of posts."""
        exclude_from_git_plugins(placed.addressed.blog.pagers, files, self._config)
        replace_sources(placed.texts, files)
        self._config.markdown_extensions.append(links)  # type: ignore[arg-type] # not just names
