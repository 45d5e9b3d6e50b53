"""Our CSS as files of the site; a file of the docs at the same path replaces it."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

STYLESHEET = "assets/blog/blog.css"
"""Where the stylesheet of all fragments is written."""

FEED_STYLESHEET = "assets/blog/feed.css"
"""Where the stylesheet for people who open a feed is written."""


def place_stylesheet(files: Files, config: MkDocsConfig, src_uri: str) -> None:
    """Add the stylesheet that belongs at `src_uri`, unless the docs have one there."""
    if files.get_file_from_path(src_uri) is None:
        name = src_uri.rpartition("/")[2]
        path = resources.files("mkdocs_blog_plugin") / "assets" / name
        files.append(File.generated(config, src_uri, abs_src_path=str(path)))
