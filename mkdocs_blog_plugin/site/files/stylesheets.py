"""Our CSS as files of the site."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from mkdocs_blog_plugin.site.files.files import replace_excluded

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

STYLESHEET = "assets/blog/blog.css"
"""Where the stylesheet of all fragments is written."""

FEED_STYLESHEET = "assets/blog/feed.css"
"""Where the stylesheet for people who open a feed is written."""


def place_stylesheet(files: Files, config: MkDocsConfig, src_uri: str) -> None:
    """Add the stylesheet that belongs at `src_uri`."""
    name = src_uri.rpartition("/")[2]
    path = resources.files("mkdocs_blog_plugin") / "assets" / name
    replace_excluded(files, File.generated(config, src_uri, abs_src_path=str(path)))
