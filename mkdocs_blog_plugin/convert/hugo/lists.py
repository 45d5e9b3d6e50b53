"""The lists of a Hugo site: their pagers, their terms, and the addresses that we write elsewhere."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.convert.addresses import is_same
from mkdocs_blog_plugin.convert.hugo.content import address_of, urlize
from mkdocs_blog_plugin.convert.hugo.sections import layout_of, section_page
from mkdocs_blog_plugin.convert.values import flag_of, text_of, texts_of
from mkdocs_blog_plugin.urls.slug import slugify

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_blog_plugin.convert.hugo.blog import HugoBlog
    from mkdocs_blog_plugin.convert.hugo.content import HugoPage
    from mkdocs_blog_plugin.convert.hugo.site import HugoSite

PAGER_SIZE = 10
PAGER_PATH = "page"
"""What Hugo uses where the site says nothing about its pagers."""


def pager_size(site: HugoSite) -> int:
    """Return the number of posts on a pager."""
    found = site.map("pagination").get("pagersize") or site.config.get("paginate")
    return found if isinstance(found, int) and found > 0 else PAGER_SIZE


def pager_path(site: HugoSite) -> str:
    """Return the folder that the pagers of a list are in."""
    found = site.map("pagination").get("path") or site.config.get("paginatepath")
    return urlize(text_of(found).strip("/")) or PAGER_PATH


def terms_of(blog: HugoBlog) -> dict[str, dict[str, dict[str, str]]]:
    """Return the slugs of those terms that Hugo writes differently: `c++`, where ours is `c`."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    for plural in blog.site.taxonomies.values():
        for label in _labels(blog.posts, plural):
            slug = urlize(label, lower=not blog.site.keeps_case)
            if slug != slugify(label) and re.fullmatch(r"[\w.+~@#/-]*\w[\w.+~@#/-]*", slug):
                found.setdefault(plural, {})[label] = {"slug": slug}
    return found


def _labels(posts: Iterable[HugoPage], plural: str) -> list[str]:
    """Return the labels of posts in a taxonomy, sorted."""
    return sorted({label for post in posts for label in texts_of(post.meta.get(plural))})


def views_of(blog: HugoBlog) -> frozenset[str]:
    """Return the addresses of lists and feeds at which the new blog has its own."""
    found = {"/", f"/{blog.place(blog.site.language)}index.xml"}
    for language in {page.language for page in blog.posts}:
        place = blog.place(language)
        posts = [page for page in blog.posts if page.language == language]
        for plural in blog.site.taxonomies.values():
            labels = _labels(posts, plural)
            found |= {
                f"/{place}{plural}/{urlize(label, lower=not blog.site.keeps_case)}/"
                for label in labels
            }
            found |= {f"/{place}{plural}/"} if labels else set()
    return frozenset(found)


def redirects_of(blog: HugoBlog) -> dict[str, str]:
    """Return old addresses of lists that are elsewhere now: new URL from the root by address."""
    site = blog.site
    prefix = site.prefix(site.language)
    posts = [
        page
        for page in blog.posts
        if not blog.language(page)
        and page.is_listed
        and flag_of(page.meta.get("draft")) is not True
    ]
    home = blog.place(site.language)
    found = {
        address: url
        for address, url in _sections_to(home, blog, posts).items()
        if not is_same(address, f"/{url}")
    }
    if not blog.is_whole_site:
        found |= _terms_to_blog(blog, posts, prefix)
    for page in blog.lists:
        url = f"{blog.place(page.language)}{layout_of(page)}"
        if not is_same(blog.addresses[page.path], f"/{url}"):
            found.setdefault(blog.addresses[page.path], url)
    return found


def _terms_to_blog(blog: HugoBlog, posts: list[HugoPage], prefix: str) -> dict[str, str]:
    """Return the lists of terms, which are below the blog where that has a folder."""
    root = blog.only_section
    found: dict[str, str] = {}
    for plural in blog.site.taxonomies.values():
        labels = _labels(posts, plural)
        for label in labels:
            slug = urlize(label, lower=not blog.site.keeps_case)
            found[f"{prefix}/{plural}/{slug}/"] = f"{root}/{plural}/{slug}/"
        if labels:
            found[f"{prefix}/{plural}/"] = f"{root}/{plural}/"
    return found


def _sections_to(home: str, blog: HugoBlog, posts: list[HugoPage]) -> dict[str, str]:
    """Return the lists of sections of posts, which the index of the blog at `home` replaces."""
    size, folder = pager_size(blog.site), pager_path(blog.site)
    found: dict[str, str] = {}
    for section in blog.sections:
        first = next(page for page in blog.pages if page.section == section)
        own = replace(section_page(first, blog.site), language=blog.site.language)
        address = address_of(own, blog.site)
        count = sum(page.section == section for page in posts)
        found[address] = home
        for number in range(2, -(-count // size) + 1):
            pager = f"{folder}/{number}/"
            found[address + pager] = home + pager
    return found
