"""Pages at old addresses, which lead to the new ones."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from mkdocs_blog_plugin.convert.addresses import is_same, is_site_path
from mkdocs_blog_plugin.urls.relative import relative_url

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_blog_plugin.convert.blog import OldBlog


def write_redirects(
    blog: OldBlog, urls: Mapping[str, str], files: Mapping[str, object]
) -> dict[str, str]:
    """Return pages at the old addresses of ordinary pages, which have no aliases, and of lists.

    Args:
        blog: The old blog.
        urls: URL from the new site's root of each page, by its path in the docs; none is replaced.
        files: What is written besides, by path; it is never replaced.
    """
    found: dict[str, str] = {}
    answered = {_output(f"/{unquote(url)}") for url in urls.values()}
    moved = [(old, urls[page.name]) for page in blog.pages for old in (page.address, *page.aliases)]
    moved += [(old, quote(target)) for old, target in blog.redirects.items()]
    for old, new in moved:
        path = _output(old)
        is_needed = old and is_site_path(old) and not is_same(old, f"/{new}")
        if is_needed and path not in answered and f"docs/{path}" not in files:
            found.setdefault(f"docs/{path}", redirect_page(relative_url(new, quote(path))))
    return found


def _output(address: str) -> str:
    """Return the file that answers an address."""
    path = address.strip("/")
    if address.endswith("/") or not posixpath.splitext(path)[1]:
        return posixpath.join(path, "index.html")
    return path


def redirect_page(target: str) -> str:
    """Return a page that leads to the relative URL `target`."""
    return (
        '<!doctype html>\n<meta charset="utf-8">\n<title>Moved</title>\n'
        f'<meta http-equiv="refresh" content="0; url={target}">\n'
        f'<link rel="canonical" href="{target}">\n<a href="{target}">Moved</a>\n'
    )
