"""The plugin monorepo, which builds the docs of several folders as one site.

Before a page is read it looks for the folder that the page is from in the page's address. The
address of a post says nothing of that, its path does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

    from mkdocs_blog_plugin.posts.post import Post


def show_path(page: Page, config: MkDocsConfig) -> None:
    """Let the path of a post in the docs stand for its address, while monorepo looks at it."""
    if "monorepo" in config.plugins:
        page.file.url = page.file.src_uri


def show_address(page: Page, post: Post) -> None:
    """Give the page of `post` its address back."""
    page.file.url = post.location.url or "./"
