"""Ordinary pages and files of a Jekyll site, and the addresses of its lists."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.convert.jekyll.posts import HTML, MARKDOWN, JekyllPost, read_page
from mkdocs_blog_plugin.convert.sources import below

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mkdocs_blog_plugin.convert.jekyll.site import JekyllSite

_NO_FILES = (
    ".gemspec", ".lock", ".rb", ".sass", ".scss", ".coffee", ".less", ".map", ".yml", ".yaml",
    ".sh", ".toml", ".md", ".markdown", ".mkd", ".textile", ".liquid", ".rst",
)  # fmt: skip
_NO_NAMES = (
    "404.html", "dockerfile", "gemfile", "license", "makefile", "package.json", "package-lock.json",
    "procfile", "rakefile", "readme.md", "sitemap.xml", "yarn.lock", "webpack.config.js",
    "gruntfile.js", "gulpfile.js", "bower.json", "composer.json", "license.txt", "tsconfig.json",
)  # fmt: skip
_NO_FOLDERS = ("node_modules", "vendor", "_site", "bower_components", "script", "test", "spec")
_KEPT_FOLDERS = (".well-known",)
_HEADER = re.compile(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n")


def read_pages(site: JekyllSite) -> Iterator[JekyllPost]:
    """Yield the Markdown pages of a site that are no posts, in order of path."""
    for path, relative in _public(site):
        parts = relative.split("/")
        if not path.endswith(MARKDOWN) or posixpath.basename(path).lower() == "readme.md":
            continue
        if not _HEADER.match(site.sources.read(path)):
            continue
        page = read_page(site, path, relative, kind="pages")
        if page.meta.get("published") is not False and "layout" not in parts:
            yield page


def _public(site: JekyllSite) -> Iterator[tuple[str, str]]:
    """Yield path and path below the site's folder of what Jekyll writes, but posts."""
    for path in below(site.sources, site.folder):
        relative = path.removeprefix(f"{site.folder}/" if site.folder else "")
        parts = relative.split("/")
        hidden = any(
            part.startswith(("_", ".", "#")) for part in parts if part not in _KEPT_FOLDERS
        )
        if not hidden and parts[0] not in _NO_FOLDERS and not _is_excluded(site, relative):
            yield path, relative


def _is_excluded(site: JekyllSite, relative: str) -> bool:
    excluded = site.config.get("exclude")
    names = [str(name).strip("/") for name in excluded] if isinstance(excluded, list) else []
    return any(relative == name or relative.startswith(f"{name}/") for name in names if name)


def read_files(site: JekyllSite, pages: set[str]) -> Mapping[str, str]:
    """Return the files that Jekyll copies as they are: path in the sources by path on the site."""
    found: dict[str, str] = {}
    for path, relative in _public(site):
        name = posixpath.basename(relative).lower()
        if path in pages or name in _NO_NAMES or name.endswith(_NO_FILES):
            continue
        if name.endswith((*HTML, ".xml", ".json", ".txt", ".css", ".js", ".svg")) and _HEADER.match(
            site.sources.read(path)
        ):
            continue
        if relative != "index.html":
            found[relative] = path
    return found


def view_addresses(site: JekyllSite, posts: list[JekyllPost]) -> frozenset[str]:
    """Return the addresses of lists that our views have, too."""
    config = site.config
    found = {"/"}
    for kind, labels in (
        ("tags", {label for post in posts for label in post.tags}),
        ("categories", {label for post in posts for label in post.categories}),
    ):
        found |= {f"/{kind}/", *(f"/{kind}/{label}/" for label in labels)} if config else set()
    return frozenset(found)
