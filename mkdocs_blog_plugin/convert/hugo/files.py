"""The files of a Hugo site that are not pages."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.convert.hugo.content import HTML, OTHERS, place_of_files, resources
from mkdocs_blog_plugin.convert.sources import below
from mkdocs_blog_plugin.convert.values import texts_of

if TYPE_CHECKING:
    from mkdocs_blog_plugin.convert.hugo.blog import HugoBlog

_WRITTEN = ("index.html", "404.html", "sitemap.xml")
"""Files that MkDocs writes itself."""
_MEDIUM = re.compile(r"\.(?:png|jpe?g|gif|svg|webp|avif|mp4|webm|pdf)$", re.IGNORECASE)


def files_of(blog: HugoBlog) -> dict[str, str]:
    """Return the static files, and those of page bundles and sections, by path on the site."""
    found = _bundled(blog)
    sources = blog.site.sources
    for folder in texts_of(blog.site.config.get("staticdir")) or ["static"]:
        for path, name in below(sources, folder):
            if name not in _WRITTEN and "/." not in f"/{name}":
                found[name] = path
    for path, name in below(sources, "assets"):
        if _MEDIUM.search(path):
            found.setdefault(name, path)
    return found


def _bundled(blog: HugoBlog) -> dict[str, str]:
    """Return the files that lie beside pages: those of a bundle are at the page's address."""
    site = blog.site
    found: dict[str, str] = {}
    for page in blog.pages:
        if page.is_bundle:
            base = place_of_files(page, blog.addresses[page.path])
            for path, name in resources(site, page):
                found[posixpath.join(base, name)] = path
    bundled = set(found.values())
    for section in sorted({page.section for page in blog.pages if page.section}):
        folder = posixpath.join(site.content, section)
        for path, name in below(site.sources, folder):
            is_page = path.endswith((".md", *HTML, *OTHERS))
            if path not in bundled and not is_page and not site.is_ignored(path):
                found[posixpath.join(section, name)] = path
    return found
