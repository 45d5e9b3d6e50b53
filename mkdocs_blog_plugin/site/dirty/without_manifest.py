"""Dirty builds of sites in several languages, which have no manifest: the whole blog is written anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import escape

from mkdocs_blog_plugin.views.listing import MARKER

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

    from mkdocs_blog_plugin.views.blog import Blog


def write_all(blog: Blog, files: Files) -> None:
    """Let MkDocs take all pages that are posts, views or have lists of posts for new."""
    for file in files.documentation_pages():
        text = file.content_bytes.decode(errors="replace")
        if file.src_uri in blog or MARKER.search(text):
            vars(file)["is_modified"] = _always


def _always() -> bool:
    return True


def read_nav(nav: Navigation, config: MkDocsConfig) -> None:
    """Read the front matter and the title of the pages in the nav that are not new: other pages print them.

    This is for `on_env`, since static-i18n sorts the nav by the titles that are known before. A
    heading with markup is a title as it is written.
    """
    for page in nav.pages:
        if page.markdown is None and not page.file.is_modified():
            page.read_source(config)
            page.meta.setdefault("title", escape(page.title))
