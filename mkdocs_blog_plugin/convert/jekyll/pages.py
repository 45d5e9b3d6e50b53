"""Ordinary pages and files of a Jekyll site, and their addresses."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.convert.jekyll.posts import HTML, MARKDOWN, JekyllPost, read_page
from mkdocs_blog_plugin.convert.sources import below
from mkdocs_blog_plugin.convert.values import moment_of
from mkdocs_blog_plugin.posts.dates import date_in_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_blog_plugin.convert.jekyll.site import JekyllSite

_IGNORED_SUFFIXES = (
    ".gemspec", ".lock", ".rb", ".sass", ".scss", ".coffee", ".less", ".map", ".yml", ".yaml",
    ".sh", ".toml", ".md", ".markdown", ".mkd", ".textile", ".liquid", ".rst",
)  # fmt: skip
_IGNORED_NAMES = (
    "404.html", "404.md", "dockerfile", "gemfile", "license", "makefile", "package.json", "package-lock.json",
    "procfile", "rakefile", "readme.md", "sitemap.xml", "yarn.lock", "webpack.config.js",
    "gruntfile.js", "gulpfile.js", "bower.json", "composer.json", "license.txt", "tsconfig.json",
)  # fmt: skip
_TEXTS_ABOUT = (
    "code_of_conduct", "contributing", "copying", "issue_template", "licence", "license",
    "pull_request_template", "readme",
)  # fmt: skip
"""What a repository says about itself, by the names of the files."""
_IGNORED_FOLDERS = ("node_modules", "vendor", "_site", "bower_components", "script", "test", "spec")
_TOKEN = re.compile(r":[a-z_]+")
_KEPT_FOLDERS = (".well-known",)
_HEADER = re.compile(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n")


def read_pages(site: JekyllSite) -> Iterator[JekyllPost]:
    """Yield the pages of a site that are not posts, those of collections last."""
    for path, relative in _public(site):
        parts = relative.split("/")
        if (
            not path.endswith((*MARKDOWN, *HTML))
            or posixpath.basename(path).lower() in _IGNORED_NAMES
        ):
            continue
        if not (_HEADER.match(site.sources.read(path)) or _is_page_without_header(path, site)):
            continue
        page = read_page(site, path, relative, kind="pages")
        if page.meta.get("published") is not False and "layout" not in parts:
            yield page
    for name in _collections(site):
        for path, inside in below(
            site.sources, posixpath.join(site.folder, f"{site.collections}_{name}")
        ):
            if path.endswith((*MARKDOWN, *HTML)) and _HEADER.match(site.sources.read(path)):
                yield read_page(site, path, f"_{name}/{inside}", kind=name)


def _is_page_without_header(path: str, site: JekyllSite) -> bool:
    """Return whether a plugin makes a page of a file without front matter."""
    stem = posixpath.splitext(posixpath.basename(path))[0].lower()
    is_optional = "jekyll-optional-front-matter" in site.plugins
    return is_optional and path.endswith(MARKDOWN) and stem not in _TEXTS_ABOUT


def _collections(site: JekyllSite) -> list[str]:
    """Return the collections that have pages, except the posts."""
    found = site.config.get("collections")
    entries = found.items() if isinstance(found, Mapping) else ()
    return [
        str(name)
        for name, entry in entries
        if name != "posts" and isinstance(entry, Mapping) and entry.get("output") is True
    ]


def page_address(page: JekyllPost, site: JekyllSite) -> str:
    """Return the address of an ordinary page, or of one of a collection."""
    collection, pattern = collection_of(page, site)
    bare = posixpath.splitext(page.relative)[0].removeprefix(
        f"_{collection}/" if collection else ""
    )
    own = str(page.meta.get("permalink") or "").strip() or pattern
    if own:
        values = {":collection": collection, ":path": bare, ":output_ext": ".html"}
        values |= dict.fromkeys((":title", ":name", ":slug"), _title_of(page, bare))
        values |= _date_tokens(page, site)
        path = _TOKEN.sub(lambda found: values.get(found[0], found[0]), own)
        if ":" not in path:
            return f"/{path.lstrip('/')}"
    folder, name = posixpath.split(posixpath.join("/", collection, bare))
    if name == "index" and not collection:
        return f"{folder.rstrip('/')}/"
    style = str(site.config.get("permalink") or "date")
    is_folder = style == "pretty" or style.endswith("/")
    return posixpath.join(folder, f"{name}/" if is_folder else f"{name}.html")


def collection_of(page: JekyllPost, site: JekyllSite) -> tuple[str, str]:
    """Return the collection that a page is in, and the pattern of its addresses; both may be empty."""
    name = page.relative.split("/")[0].removeprefix("_") if page.relative[0] == "_" else ""
    entries = site.config.get("collections")
    entry = entries.get(name) if isinstance(entries, Mapping) else None
    if not isinstance(entry, Mapping):
        return "", ""
    return name, str(entry.get("permalink") or "")


def _title_of(page: JekyllPost, bare: str) -> str:
    """Return the last part of a page's address: its slug, else its file's name without a date."""
    name = posixpath.basename(bare)
    dated = date_in_name(name)
    return str(page.meta.get("slug") or "") or (dated[1] if dated and dated[1] else name)


def _date_tokens(page: JekyllPost, site: JekyllSite) -> dict[str, str]:
    """Return the tokens of a date in the address of a page that has one, in its text or its name."""
    moment = moment_of(page.meta.get("date"), site.zone)
    named = date_in_name(page.name)
    day = moment.astimezone(site.zone).date() if moment else named[0] if named else None
    if day is None:
        return {}
    return {
        ":year": f"{day:%Y}",
        ":month": f"{day:%m}",
        ":day": f"{day:%d}",
        ":i_month": str(day.month),
        ":i_day": str(day.day),
        ":short_year": f"{day:%y}",
    }


def _public(site: JekyllSite) -> Iterator[tuple[str, str]]:
    """Yield two paths of each file that Jekyll writes, except posts: whole, and below the site's folder."""
    for path, relative in below(site.sources, site.folder):
        parts = relative.split("/")
        hidden = any(
            part.startswith(("_", ".", "#"))
            for number, part in enumerate(parts, 1)
            if part not in _KEPT_FOLDERS and not site.is_included("/".join(parts[:number]))
        )
        if not hidden and parts[0] not in _IGNORED_FOLDERS and not site.is_excluded(relative):
            yield path, relative


def read_files(site: JekyllSite, pages: set[str]) -> Mapping[str, str]:
    """Return the files that Jekyll copies as they are: path in the sources by path on the site."""
    found: dict[str, str] = {}
    for path, relative in _public(site):
        name = posixpath.basename(relative).lower()
        if path in pages or name in _IGNORED_NAMES or name.endswith(_IGNORED_SUFFIXES):
            continue
        if name.endswith((*HTML, ".xml", ".json", ".txt", ".css", ".js", ".svg")) and _HEADER.match(
            site.sources.read(path)
        ):
            continue
        if relative != "index.html":
            found[relative] = path
    return found | _files_of_collections(site, pages)


def _files_of_collections(site: JekyllSite, pages: set[str]) -> dict[str, str]:
    """Return the files beside the pages of collections, as `read_files` does."""
    found: dict[str, str] = {}
    for name in _collections(site):
        entries = site.config["collections"][name]
        pattern = str(entries.get("permalink") or "/:collection/:path")
        folder = posixpath.join(site.folder, f"{site.collections}_{name}")
        for path, inside in below(site.sources, folder):
            bare, extension = posixpath.splitext(inside)
            if path in pages or extension in (*MARKDOWN, *HTML) or "/." in f"/{inside}":
                continue
            values = {":collection": name, ":path": bare, ":name": posixpath.basename(bare)}
            address = _TOKEN.sub(lambda token: values.get(token[0], ""), pattern)  # noqa: B023
            found[address.strip("/") + extension] = path
    return found
