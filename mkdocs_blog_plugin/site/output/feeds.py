"""Feeds as files of the site: planned with the other files, written when all posts are rendered."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING, Final

from mkdocs_blog_plugin.catalog.sorting import newest
from mkdocs_blog_plugin.feeds.feed import FeedEntry, make_entry
from mkdocs_blog_plugin.feeds.make_feed import make_feed
from mkdocs_blog_plugin.feeds.plan import plan_feeds
from mkdocs_blog_plugin.feeds.public_post import source_id
from mkdocs_blog_plugin.html.absolute import for_feed
from mkdocs_blog_plugin.html.title import split_title
from mkdocs_blog_plugin.problems import Problem, Severity
from mkdocs_blog_plugin.site.files.files import claim, fill_late, generate, replace_excluded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from mkdocs_blog_plugin.feeds.plan import FeedDocument
    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.settings import FeedSettings, Settings
    from mkdocs_blog_plugin.site.output.public_posts import Publication
    from mkdocs_blog_plugin.site.setup import Setup
    from mkdocs_blog_plugin.urls.ledger import Ledger
    from mkdocs_blog_plugin.views.view import View

NOTICE = "This is a feed. Copy its address into a feed reader to follow new posts."
"""Message that people see who open a feed in a browser."""
COPY = "Copy address"
"""What the button below it says."""
_KEPT_ENTRIES: Final = 500
"""Posts whose entries are kept, since the feeds that have them are written soon."""


def choose_feeds(views: Sequence[View], ledger: Ledger, setup: Setup) -> tuple[FeedDocument, ...]:
    """Return the feed documents whose paths are free, now entered in `ledger`.

    A site without `site_url` has no feeds, since their links must be absolute.
    """
    settings, problems = setup.site_settings, setup.problems
    if settings.feeds.enabled and not setup.config.site_url:
        problems.add(_without_url(settings))
        return ()
    return tuple(
        document
        for document in plan_feeds(views, settings, ledger)
        if claim(document.location.dest_uri, "a feed", ledger, problems)
    )


def place_feeds(documents: Iterable[FeedDocument], files: Files, config: MkDocsConfig) -> None:
    """Add an empty file for each of `documents`.

    MkDocs writes them in this order, by their newest post, so that feeds with the same posts come
    one after the other: what they share has not to be kept for long.
    """
    for document in sorted(documents, key=lambda document: newest(document.posts)):
        replace_excluded(files, generate(config, document.location.dest_uri, b""))


def _without_url(settings: Settings) -> Problem:
    is_wanted = any(option.startswith("feeds") for option in settings.written)
    return Problem(
        path="",
        key="site_url",
        message="no feeds are written, because their links need the address of the site",
        expected="site_url: https://…, or feeds: false",
        severity=Severity.WARNING if is_wanted else Severity.INFO,
    )


def write_feeds(
    documents: Iterable[FeedDocument],
    publication: Publication,
    settings: FeedSettings,
    *,
    notice: str,
    copy: str,
    stylesheet: str,
) -> None:
    """Fill the files of feed documents.

    Args:
        documents: Those to write.
        publication: The blog as machines see it.
        settings: What the feeds hold. Archives hold excerpts: whole posts would make each build
            turn all that were ever written into feeds.
        notice: One sentence that says what a feed is.
        copy: What the button says that copies the address of a feed.
        stylesheet: `src_uri` of the feeds' CSS; empty for none.
    """
    site = publication.site

    @lru_cache(maxsize=_KEPT_ENTRIES)
    def entry(src_uri: str, *, full: bool) -> FeedEntry:
        rendered = publication.rendered[src_uri]
        html = _body(publication, rendered.post) if full else rendered.excerpt
        html = for_feed(html, rendered.post.url, site.url)
        return make_entry(
            publication.of(rendered.post),
            html,
            is_full=full or not rendered.is_cut,
            source_id=source_id(rendered.post, site) if settings.ids == "source" else "",
        )

    def write(document: FeedDocument) -> bytes:
        entries = [
            entry(post.src_uri, full=settings.full and not document.is_archive)
            for post in document.posts
        ]
        feed = make_feed(
            document,
            entries,
            site=site,
            stylesheet=stylesheet,
            notice=notice,
            copy=copy,
            hub=settings.hub,
        )
        return document.format.write(feed)

    for document in documents:
        file = publication.files.src_uris[document.location.dest_uri]
        fill_late(file, partial(write, document))


def _body(publication: Publication, post: Post) -> str:
    """Return the whole post without the title, which each entry has as a field."""
    html = publication.body(post)
    own = split_title(html)
    return own.rest if own.shows(post.title) else html
