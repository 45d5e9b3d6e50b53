"""Redirect pages as files of the site: planned when all other files are known, written at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_blog_plugin.site.files.files import fill, generate, outputs
from mkdocs_blog_plugin.views.redirects import plan_redirects

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.problems import Problems
    from mkdocs_blog_plugin.views.redirects import Redirect


def place_redirects(
    posts: Iterable[Post], files: Files, config: MkDocsConfig, problems: Problems
) -> list[Redirect]:
    """Add an empty file for each alias of `posts`, and return what to write into them.

    They are static pages, which MkDocs puts into no nav, sitemap or search index.
    """
    kept_out = {file.dest_uri: file.src_uri for file in files if file.is_static_page()}
    theme = dict.fromkeys(config.theme.static_templates, "the theme")
    redirects = plan_redirects(
        posts,
        {**theme, **kept_out, **outputs(files)},
        directory_urls=config.use_directory_urls,
        problems=problems,
    )
    for redirect in redirects:
        files.append(generate(config, redirect.location.dest_uri, b""))
    return redirects


def write_redirects(
    redirects: Iterable[Redirect], files: Files, render: Callable[[Redirect], str]
) -> None:
    """Fill the file of each of `redirects` with the page that `render` makes of it."""
    for redirect in redirects:
        fill(files.src_uris[redirect.location.dest_uri], render(redirect).encode())
