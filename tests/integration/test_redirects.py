"""Old addresses of posts lead to the new ones."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest

if TYPE_CHECKING:
    from support.sites import Build, Site

NEW = "blog/2024/01/31/moved/"
SITE = """
-- index.md --
# Home
-- about.md --
# About
-- blog/posts/moved.md --
---
title: Moved & "settled"
slug: moved
date: 2024-01-31
redirect_from:
  - /2017/old/
  - /old.html
  - /deep/er/old
---
Where is it?
"""


def target(site: Site, page: str) -> str:
    """Return the address, from the site's root, to which a browser goes from `page`."""
    refresh: str = site.html(page).find("meta", attrs={"http-equiv": "refresh"})["content"]
    return urljoin(f"/{page}", refresh.removeprefix("0; url=")).removeprefix("/")


@pytest.mark.parametrize("site_url", ["", "https://example.org/sub/path/"])
def test_each_alias_leads_to_its_post(on_each_theme: Build, site_url: str) -> None:
    site = on_each_theme(SITE, f"site_url: '{site_url}'", strict=True)
    for page in ("2017/old/index.html", "old.html", "deep/er/old/index.html"):
        assert target(site, page) == NEW
        html = site.html(page)
        assert html.body.a.text == html.title.text == 'Moved & "settled"'
        assert html.find("meta", attrs={"name": "robots"})["content"] == "noindex"
        assert html.script.string.endswith("+ location.search + location.hash)")
        canonical = html.find("link", rel="canonical")["href"]
        assert urljoin(f"{site_url}{page}", canonical) == f"{site_url}{NEW}"
    assert site.broken_links() == []


def test_addresses_of_files_are_redirected_to_files(build: Build) -> None:
    site = build(SITE, directory_urls=False)
    assert target(site, "old.html") == "blog/2024/01/31/moved.html"
    assert target(site, "deep/er/old.html") == "blog/2024/01/31/moved.html"


def test_redirects_are_neither_searched_nor_in_the_sitemap(build: Build) -> None:
    site = build(SITE)
    assert "old" not in site.read("sitemap.xml")
    assert "old" not in site.read("search/search_index.json")


@pytest.mark.parametrize(
    ("alias", "owner"),
    [
        ("/about/", "about.md"),
        ("/blog/", "the index"),
        ("/blog/archive/2024/", "the archive of 2024"),
        ("/blog/rss.xml/", "a feed"),
        ("/404.html", "the theme"),
    ],
)
def test_an_alias_never_replaces_something_live(build: Build, alias: str, owner: str) -> None:
    without = build(SITE.replace("/old.html", "/older.html"))
    before = {path: without.read(path) for path in without.paths if path.endswith(".html")}
    site = build(SITE.replace("/old.html", alias))
    (warning,) = site.warnings
    assert "docs/blog/posts/moved.md:5: redirect_from:" in warning
    assert f"'{alias}' belongs to {owner}" in warning
    assert {path: site.read(path) for path in site.pages} == {
        path: before[path] for path in site.pages
    }


def test_redirects_can_be_switched_off(build: Build) -> None:
    site = build(SITE, "plugins: [search, {blog-plugin: {redirects: false}}]")
    assert not site.exists("old.html")


def test_the_message_is_in_the_language_of_the_site(build: Build) -> None:
    site = build(SITE, "plugins: [search, {blog-plugin: {locale: de}}]")
    html = site.html("old.html")
    assert html.html["lang"] == "de"
    assert "This page has moved." not in html.body.text
