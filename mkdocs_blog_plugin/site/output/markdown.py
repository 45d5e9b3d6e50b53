"""Posts as Markdown files beside their pages: planned with the other files, filled at the end."""

from __future__ import annotations

import posixpath
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from mkdocs_blog_plugin.feeds.markdown import INDEX_NAME, write_index, write_markdown
from mkdocs_blog_plugin.posts.markdown_links import move_links
from mkdocs_blog_plugin.problems import Problem
from mkdocs_blog_plugin.site.conversion.extensions import expand_snippets
from mkdocs_blog_plugin.site.files.files import claim, fill, fill_late, generate, page_of
from mkdocs_blog_plugin.site.integrations.post_content import is_encrypted
from mkdocs_blog_plugin.site.links.pictures import find_file, is_elsewhere
from mkdocs_blog_plugin.site.plan import MarkdownFiles
from mkdocs_blog_plugin.urls.base import valid_url
from mkdocs_blog_plugin.urls.location import Location

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.site.output.public_posts import Publication
    from mkdocs_blog_plugin.site.setup import Setup
    from mkdocs_blog_plugin.urls.ledger import Ledger
    from mkdocs_blog_plugin.views.blog import Blog

_SOURCE = ".source"
"""Ending of the names under which MkDocs knows the files: `.md` would make pages of them."""


def place_markdown(blog: Blog, ledger: Ledger, files: Files, setup: Setup) -> MarkdownFiles:
    """Add an empty file for the Markdown of each post, and one for the list of them.

    A file that the site already has at one of these paths stays, which is reported; so is a site
    without `site_url`, since links in them are absolute.
    """
    settings, config, problems = setup.site_settings, setup.config, setup.problems
    if not config.site_url:
        problems.add(
            Problem(
                path="",
                key="markdown",
                message="posts are not written as Markdown, because their links need the address "
                "of the site",
                expected="site_url: https://…, or markdown: false",
            )
        )
        return MarkdownFiles()

    def add_file(path: str) -> File | None:
        if not claim(path, "the Markdown of a post", ledger, problems):
            return None
        location = Location.of_file(path, directory_urls=False)
        file = generate(config, f"{path}{_SOURCE}", b"", location)
        files.append(file)
        return file

    placed = {
        post.src_uri: add_file(posixpath.splitext(post.location.dest_uri)[0] + ".md")
        for post in blog.catalog.posts
    }
    return MarkdownFiles(
        posts={src_uri: file for src_uri, file in placed.items() if file},
        index=add_file(posixpath.join(settings.blog_dir, INDEX_NAME)),
    )


def write_markdown_files(
    markdown: MarkdownFiles,
    publication: Publication,
    config: MkDocsConfig,
    is_due: Callable[[str], bool],
) -> None:
    """Fill those of the files that are due.

    Args:
        markdown: The files.
        publication: The blog as machines see it.
        config: MkDocs' configuration.
        is_due: Whether the file at a `dest_uri` has to be written.
    """
    posts = publication.blog.posts
    for src_uri, file in markdown.posts.items():
        if is_due(file.dest_uri):
            fill_late(file, partial(_written, posts[src_uri], publication, config))
    if markdown.index and is_due(markdown.index.dest_uri):
        site, index = publication.site, publication.blog.index
        listed = [
            post for post in publication.blog.catalog.listed if post.src_uri in markdown.posts
        ]
        entries = (
            (publication.of(post), site.absolute(markdown.posts[post.src_uri].url))
            for post in listed
        )
        title = " – ".join(dict.fromkeys((site.name, index.title)))
        fill(markdown.index, write_index(title, site.description, entries))


def _written(post: Post, publication: Publication, config: MkDocsConfig) -> bytes:
    return write_markdown(publication.of(post), _body(post, publication, config))


def _body(post: Post, publication: Publication, config: MkDocsConfig) -> str:
    """Return the Markdown of `post` after all plugins; empty where it is secret."""
    page = page_of(publication.files, post.src_uri)
    if page is None or is_encrypted(page):
        return ""
    text = expand_snippets(page.markdown or "", config)
    for separator in publication.settings.excerpt.separators:
        text = text.replace(f"{separator}\n", "")
    here, files = publication.site.absolute(post.url), publication.files

    def move(target: str) -> str:
        if is_elsewhere(target):
            return target
        path, mark, anchor = target.partition("#")
        file = find_file(files, post.src_uri, path) if path else None
        url = (
            publication.site.absolute(file.url.removeprefix("./"))
            if file
            else urljoin(here, valid_url(path))
        )
        return url + mark + anchor

    return move_links(text, move)
