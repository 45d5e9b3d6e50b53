"""Every output of a blog at an address of its own; see `urls.ledger` for who comes first."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_blog_plugin.catalog.addresses import Addresses
from mkdocs_blog_plugin.catalog.catalog import build_catalog
from mkdocs_blog_plugin.feeds.export import FILE_NAME
from mkdocs_blog_plugin.posts.keys import KEYS
from mkdocs_blog_plugin.posts.titles import document_title
from mkdocs_blog_plugin.site.files.files import claim, is_ours, outputs
from mkdocs_blog_plugin.site.files.stylesheets import FEED_STYLESHEET, STYLESHEET
from mkdocs_blog_plugin.site.integrations.written_later import written_later
from mkdocs_blog_plugin.site.output.feeds import choose_feeds
from mkdocs_blog_plugin.urls.ledger import Ledger, claim_all
from mkdocs_blog_plugin.views.blog import Blog
from mkdocs_blog_plugin.views.plan import plan_views

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from mkdocs_blog_plugin.feeds.plan import FeedDocument
    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.problems import Problem
    from mkdocs_blog_plugin.site.reading.read_blog import Sources
    from mkdocs_blog_plugin.site.setup import Setup
    from mkdocs_blog_plugin.urls.ledger import Collision
    from mkdocs_blog_plugin.urls.location import Location


class AddressedBlog(NamedTuple):
    """The outputs of a blog and their locations."""

    blog: Blog
    feeds: Sequence[FeedDocument]
    stylesheets: Sequence[str]
    """Paths of our own ones."""
    export: str
    """Path of the catalog as a file; empty for none."""
    ledger: Ledger
    """The owner of every path, of those outside the blog too."""


def give_addresses(sources: Sources, files: Files, setup: Setup) -> AddressedBlog:
    """Return the blog of `sources` and its other files, each at an address of its own.

    Views claim theirs before posts do, and which views there are depends on the posts: only a
    planned blog shows which posts have to give way. Views hold posts, so the blog is then planned
    with the posts where they are now. The same views claim the same paths, and all is settled.
    """
    planned = _plan(sources, files, setup)
    locations, collisions = _claim_all(sources.posts, planned.ledger)
    if not collisions:
        return planned
    by_uri = {post.src_uri: post for post in sources.posts}
    setup.problems.extend(_at_its_key(found, by_uri[found.src_uri]) for found in collisions)
    posts = [replace(post, location=locations[post.src_uri]) for post in sources.posts]
    return give_addresses(sources._replace(posts=posts), files, setup)


def _at_its_key(collision: Collision, post: Post) -> Problem:
    """Return the problem of a collision at the key that the address of `post` comes from, if any."""
    key = next((key for key in (*KEYS["permalink"], "slug", "title") if key in post.lines), "")
    return replace(collision.problem(), key=key, line=post.lines.get(key))


def _claim_all(
    posts: Sequence[Post], ledger: Ledger
) -> tuple[dict[str, Location], list[Collision]]:
    """Give each post a path of its own, drafts last: a published post never moves for one."""
    locations: dict[str, Location] = {}
    collisions: list[Collision] = []
    for is_draft in (False, True):
        wanted = (
            (post.src_uri, post.location) for post in posts if post.state.is_draft is is_draft
        )
        own, found = claim_all(wanted, ledger)
        locations |= own
        collisions += found
    return locations, collisions


def _owners(taken: Mapping[str, str], files: Files, config: MkDocsConfig) -> dict[str, str]:
    """Return the name of the owner of each path, for messages: its source, which feeds do not have.

    Args:
        taken: `src_uri` by path, of the files that are there before the blog.
        files: The files of the site.
        config: MkDocs' configuration.
    """
    return {
        path: "another blog"
        if path == src_uri and is_ours(files.src_uris[src_uri], config)
        else src_uri
        for path, src_uri in taken.items()
    }


def _plan(sources: Sources, files: Files, setup: Setup) -> AddressedBlog:
    """Return the views, feeds and other files of a blog, before its posts claim their addresses."""
    settings, problems = setup.site_settings, setup.problems
    own = {post.src_uri for post in sources.posts}
    taken = {path: src_uri for path, src_uri in outputs(files).items() if src_uri not in own}
    ledger = Ledger({**written_later(setup.config), **_owners(taken, files, setup.config)})
    pages = {
        dest_uri: src_uri
        for dest_uri, src_uri in taken.items()
        if files.src_uris[src_uri].is_documentation_page()
    }
    addresses = Addresses(settings, problems, ledger, pages)
    catalog = build_catalog(
        sources.posts, settings, sources.annotations, sources.tagged, addresses, problems=problems
    )
    views = plan_views(
        catalog,
        settings,
        addresses,
        title_of=lambda src_uri: document_title(sources.pages[src_uri], setup.expand),
        source_of=setup.language.source_of,
    )
    blog = Blog(catalog, tuple(views))
    feeds = choose_feeds(blog.views, ledger, setup)
    sheets = [STYLESHEET, *([FEED_STYLESHEET] if feeds else [])] if settings.stylesheet else []
    wanted = [path for path in sheets if path not in files.src_uris]  # the site's own replace ours
    export = posixpath.join(settings.blog_dir, FILE_NAME) if settings.export else ""
    return AddressedBlog(
        blog=blog,
        feeds=feeds,
        stylesheets=[path for path in wanted if claim(path, "our stylesheet", ledger, problems)],
        export=export if export and claim(export, "the export", ledger, problems) else "",
        ledger=ledger,
    )
