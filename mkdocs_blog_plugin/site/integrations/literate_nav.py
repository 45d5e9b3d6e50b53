"""The plugin literate-nav, which lists every page it sees, also those that are in no nav.

It looks in `on_files`, at priority -100. Posts and views are not there while it does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from mkdocs_blog_plugin.views.blog import Blog


def withdraw(blog: Blog, files: Files, config: MkDocsConfig) -> list[File]:
    """Take those pages of the blog out of `files` that are in no nav, and return them."""
    if "literate-nav" not in config.plugins:
        return []
    pages = [files.src_uris[src_uri] for src_uri in (*blog.posts, *blog.pagers)]
    withdrawn = [page for page in pages if not page.inclusion.is_in_nav()]
    for page in withdrawn:
        files.remove(page)
    return withdrawn


def restore(withdrawn: Iterable[File], files: Files) -> None:
    """Put back what was withdrawn from `files`."""
    for page in withdrawn:
        files.append(page)
