"""Material's own blog plugin, which may stand beside ours, on another folder."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Any

from mkdocs_blog_plugin.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig

_NAMES = ("material/blog", "materialx/blog")


def folders_of_material(config: MkDocsConfig) -> list[str]:
    """Return the folders of Material's blogs, from the docs folder and without slashes at their ends."""
    plugins: list[Any] = [
        plugin for name, plugin in config.plugins.items() if name.split(" #")[0] in _NAMES
    ]
    paths = [posixpath.normpath(p.config.blog_dir).strip("/") for p in plugins if p.config.enabled]
    return ["" if path == "." else path for path in paths]


def same_folder(folders: list[str], blog_dir: str) -> Iterator[Problem]:
    """Yield a problem if one of Material's blogs has the folder of ours."""
    if blog_dir in folders:
        yield Problem(
            path="",
            key="blog_dir",
            message=f"Material's plugin 'blog' makes a blog of the folder '{blog_dir or '.'}', too",
            expected="one of the two plugins, or another folder",
        )
