"""Ordinary pages and files of a Jekyll site, and the addresses of its lists."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from mkdocs_blog_plugin.convert.jekyll.posts import HTML, MARKDOWN, JekyllPost, read_page
from mkdocs_blog_plugin.convert.sources import below

if TYPE_CHECKING:
    from collections.abc import Iterator

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
_LOOP = re.compile(r"\{%-?\s*for\s+\w+\s+in\s+(?:site|paginator)\.(posts|tags|categories)")
_LIST_LAYOUTS: Final[Mapping[str, str]] = {
    "archive": "archive/", "archives": "archive/", "blog": "", "categories": "category/",
    "category-archive": "category/", "home": "", "index": "", "posts": "archive/",
    "tag-archive": "tag/", "tags": "tag/",
}  # fmt: skip
"""Layouts of widespread themes that list posts or terms, and the views of ours that do."""
_FEW_WORDS = 8
_TOKEN = re.compile(r":[a-z_]+")
_KEPT_FOLDERS = (".well-known",)
_HEADER = re.compile(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n")


def read_pages(site: JekyllSite) -> Iterator[JekyllPost]:
    """Yield the pages of a site that are not posts, those of collections last."""
    for path, relative in _public(site):
        parts = relative.split("/")
        if not path.endswith((*MARKDOWN, *HTML)) or posixpath.basename(path).lower() in _NO_NAMES:
            continue
        if not _HEADER.match(site.sources.read(path)):
            continue
        page = read_page(site, path, relative, kind="pages")
        if page.meta.get("published") is not False and "layout" not in parts:
            yield page
    for name in _collections(site):
        for path, inside in below(site.sources, posixpath.join(site.folder, f"_{name}")):
            if path.endswith((*MARKDOWN, *HTML)) and _HEADER.match(site.sources.read(path)):
                yield read_page(site, path, f"_{name}/{inside}", kind=name)


def _collections(site: JekyllSite) -> list[str]:
    """Return the collections that have pages, except the posts."""
    found = site.config.get("collections")
    entries = found.items() if isinstance(found, Mapping) else ()
    return [
        str(name)
        for name, entry in entries
        if name != "posts" and isinstance(entry, Mapping) and entry.get("output") is True
    ]


def list_of(page: JekyllPost) -> str | None:
    """Return the view that replaces a page that lists posts or terms; None for any other page.

    As a URL below the blog: empty for its index.
    """
    found = _LOOP.search(page.body)
    layout = str(page.meta.get("layout") or "")
    if not found:
        words = len(re.sub(r"<[^<>]*>|\{%.*?%\}", " ", page.body).split())
        is_list = words < _FEW_WORDS and layout in _LIST_LAYOUTS
        return _LIST_LAYOUTS[layout] if is_list else None
    if found[1] in ("tags", "categories"):
        return _LIST_LAYOUTS[found[1]]
    return "archive/" if "archive" in page.relative.lower() else ""


def page_address(page: JekyllPost, site: JekyllSite) -> str:
    """Return the address of an ordinary page, or of one of a collection."""
    own = str(page.meta.get("permalink") or "").strip()
    collection = page.relative.split("/")[0].removeprefix("_") if page.relative[0] == "_" else ""
    bare = posixpath.splitext(page.relative)[0].removeprefix(
        f"_{collection}/" if collection else ""
    )
    if collection and not own:
        entries = site.config.get("collections")
        entry = entries.get(collection) if isinstance(entries, Mapping) else None
        own = str(entry.get("permalink") or "") if isinstance(entry, Mapping) else ""
    if own:
        values = {":collection": collection, ":path": bare, ":output_ext": ".html"}
        values |= dict.fromkeys((":title", ":name", ":slug"), posixpath.basename(bare))
        path = _TOKEN.sub(lambda found: values.get(found[0], found[0]), own)
        if ":" not in path:
            return f"/{path.lstrip('/')}"
    folder, name = posixpath.split(posixpath.join("/", collection, bare))
    if name == "index":
        return f"{folder.rstrip('/')}/"
    is_folder = site.permalink == "pretty" or site.permalink.endswith("/")
    return posixpath.join(folder, f"{name}/" if is_folder and not collection else f"{name}.html")


def _public(site: JekyllSite) -> Iterator[tuple[str, str]]:
    """Yield two paths of each file that Jekyll writes, except posts: whole, and below the site's folder."""
    for path, relative in below(site.sources, site.folder):
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
    """Return the addresses of lists that our views have as well."""
    config = site.config
    found = {"/"}
    for kind, labels in (
        ("tags", {label for post in posts for label in post.tags}),
        ("categories", {label for post in posts for label in post.categories}),
    ):
        found |= {f"/{kind}/", *(f"/{kind}/{label}/" for label in labels)} if config else set()
    return frozenset(found)
