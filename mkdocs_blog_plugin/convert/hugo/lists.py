"""The lists of a Hugo site: their pagers, their terms, and the addresses that we write elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.convert.addresses import is_same
from mkdocs_blog_plugin.convert.hugo.content import address_of
from mkdocs_blog_plugin.convert.hugo.sections import layout_of, section_page
from mkdocs_blog_plugin.convert.values import text_of, texts_of
from mkdocs_blog_plugin.posts.values import as_flag
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
    return site.part(text_of(found).strip("/")) or PAGER_PATH


def terms_of(blog: HugoBlog) -> dict[str, dict[str, dict[str, str]]]:
    """Return the slugs of those terms that Hugo writes differently: `c++`, where ours is `c`."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    for plural in blog.site.taxonomies.values():
        for label in _labels(blog.posts, plural):
            slug = blog.site.part(label)
            if slug != slugify(label) and re.fullmatch(r"[\w.+~@#/-]*\w[\w.+~@#/-]*", slug):
                found.setdefault(plural, {})[label] = {"slug": slug}
    return found


def _labels(posts: Iterable[HugoPage], plural: str) -> list[str]:
    """Return the labels of posts in a taxonomy, sorted."""
    return sorted({label for post in posts for label in texts_of(post.meta.get(plural))})


def views_of(blog: HugoBlog) -> frozenset[str]:
    """Return the addresses of lists and feeds at which the new blog has its own."""
    home = blog.place(blog.site.language)
    found = {"/", f"/{home}index.xml"}
    if blog.is_whole_site and blog.only_section:
        found.add(f"/{home}{blog.site.part(blog.only_section)}/index.xml")
    for language in {page.language for page in blog.posts}:
        place = blog.place(language)
        posts = [page for page in blog.posts if page.language == language]
        for plural in blog.site.taxonomies.values():
            labels = _labels(posts, plural)
            found |= {f"/{place}{plural}/{blog.site.part(label)}/" for label in labels}
            found |= {f"/{place}{plural}/"} if labels else set()
    return frozenset(found)


def redirects_of(blog: HugoBlog) -> dict[str, str]:
    """Return old addresses of lists that are elsewhere now: new URL from the root by address."""
    site = blog.site
    found: dict[str, str] = {}
    for language in sorted({page.language for page in blog.posts}):
        posts = [
            page
            for page in blog.posts
            if page.language == language
            and page.is_listed
            and as_flag(page.meta.get("draft")) is not True
        ]
        found |= _sections_to(blog.place(language), blog, language, posts)
        found |= _terms_to(blog.place(language), blog, language, posts)
    for page in blog.lists:
        found.setdefault(blog.addresses[page.path], f"{blog.place(page.language)}{layout_of(page)}")
    if len(site.languages) > 1 and not site.prefix(site.language):
        found.setdefault(f"/{site.language}/", blog.place(site.language))
    return {address: url for address, url in found.items() if not is_same(address, f"/{url}")}


def _terms_to(home: str, blog: HugoBlog, language: str, posts: list[HugoPage]) -> dict[str, str]:
    """Return the lists of terms, which are below the blog at `home`."""
    site = blog.site
    prefix = site.prefix(language)
    found: dict[str, str] = {}
    for plural in site.taxonomies.values():
        labels = _labels(posts, plural)
        for label in labels:
            path = f"{plural}/{site.part(label)}"
            found[site.list_address(prefix, path, plural)] = f"{home}{path}/"
        if labels:
            found[site.list_address(prefix, plural, plural)] = f"{home}{plural}/"
    return found


def _sections_to(home: str, blog: HugoBlog, language: str, posts: list[HugoPage]) -> dict[str, str]:
    """Return the lists of sections of posts in a language, which the index of the blog at `home` replaces."""
    size, folder = pager_size(blog.site), pager_path(blog.site)
    found: dict[str, str] = {}
    for section in sorted({page.section for page in posts}):
        first = next(page for page in posts if page.section == section)
        address = address_of(section_page(first, blog.site), blog.site)
        count = sum(page.section == section for page in posts)
        found[address] = home
        for number in range(2, -(-count // size) + 1):
            pager = f"{folder}/{number}/"
            found[address + pager] = home + pager
    inner = [page for page in blog.pages if page.is_section and page.section in blog.sections]
    for page in inner:
        if page.language == language and not page.body.strip():
            found.setdefault(blog.addresses[page.path], home)
    return found
