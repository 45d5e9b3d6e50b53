"""Redirect pages as files of the site: planned when all other files are known, written at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_blog_plugin.site.files.files import fill, generate, outputs, replace_excluded
from mkdocs_blog_plugin.views.redirects import plan_redirects

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.problems import Problems
    from mkdocs_blog_plugin.urls.ledger import Ledger
    from mkdocs_blog_plugin.views.redirects import Redirect


def place_redirects(
    posts: Iterable[Post], ledger: Ledger, files: Files, config: MkDocsConfig, problems: Problems
) -> list[Redirect]:
    """Add an empty file for each alias of `posts`, and return the redirects to write into them.

    They are static pages, which MkDocs puts into no nav, sitemap or search index.
    """
    moved = [post for post in posts if post.aliases]
    if not moved:
        return []
    for dest_uri, src_uri in outputs(files).items():
        ledger.take(dest_uri, src_uri)  # what others have added after the blog was planned
    redirects = plan_redirects(
        moved, ledger, directory_urls=config.use_directory_urls, problems=problems
    )
    for redirect in redirects:
        replace_excluded(files, generate(config, redirect.location.dest_uri, b""))
    return redirects


def write_redirects(
    redirects: Iterable[Redirect], files: Files, render: Callable[[Redirect], str]
) -> None:
    """Fill the file of each of `redirects` with the page that `render` makes of it."""
    for redirect in redirects:
        fill(files.src_uris[redirect.location.dest_uri], render(redirect).encode())
