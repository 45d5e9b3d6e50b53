"""The plugins awesome-nav and awesome-pages, which read the nav from a file in each folder.

They see only pages that may be in a nav, as posts and views are not. Those that such a file names
may be.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Any, Final

import yaml
from mkdocs.structure.files import InclusionLevel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from mkdocs_blog_plugin.views.blog import Blog

PLUGINS: Final = ("awesome-nav", "awesome-pages")


def include_named(blog: Blog, files: Files, config: MkDocsConfig) -> None:
    """Let those pages of `blog` that a nav file names be in the nav."""
    for name in PLUGINS:
        plugin: Any = config.plugins.get(name)
        nav_files = [
            file for file in files if plugin and _is_called(plugin.config["filename"], file)
        ]
        for path in (path for file in nav_files for path in _named(file)):
            page = files.get_file_from_path(path)
            if page and page.src_uri in blog:
                page.inclusion = InclusionLevel.INCLUDED


def _is_called(name: str, file: File) -> bool:
    return posixpath.basename(file.src_uri) == name


def _named(file: File) -> Iterator[str]:
    """Yield the paths in the docs that `file` names; what it cannot read, its plugin reports."""
    try:
        content = yaml.safe_load(file.content_string)
    except (UnicodeDecodeError, yaml.YAMLError):
        return
    nav = content.get("nav") if isinstance(content, dict) else None
    folder = posixpath.dirname(file.src_uri)
    for entry in _entries(nav):
        yield posixpath.normpath(posixpath.join(folder, entry))


def _entries(nav: object) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, (list, dict)):
        for item in nav.values() if isinstance(nav, dict) else nav:
            yield from _entries(item)
