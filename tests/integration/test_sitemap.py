"""What the sitemap of a built site says about a blog."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest
from lxml import etree
from support.feed_readers import file_of
from support.sites import SITE_URL

if TYPE_CHECKING:
    from support.sites import Build, Site

NS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
POST = "---\ndate: {}\nslug: {}\n{}\n---\n# A post\n"
FILES = {
    "index.md": "# Home\n",
    "blog/posts/new.md": POST.format("2024-01-31 23:30 -0500", "new", "tags: [a]\naliases: /old/"),
    "blog/posts/updated.md": POST.format("2023-05-06", "updated", "updated: 2024-03-04\ntags: [b]"),
    "blog/posts/old.md": POST.format("2022-05-06", "old", "tags: [c]\ncategories: [d]"),
    "blog/posts/quiet.md": POST.format("2025-01-01", "quiet", "unlisted: true\ntags: [a]"),
    "blog/posts/draft.md": POST.format("2025-01-01", "draft", "draft: true"),
    "blog/archive/2022.md": "---\ntitle: The first year\n---\nHow it began.\n",
}
DAYS = {
    "": "2026-01-01",
    "blog/2024/01/31/new/": "2024-01-31",
    "blog/2023/05/06/updated/": "2024-03-04",
    "blog/2022/05/06/old/": "2022-05-06",
    "blog/": "2024-03-04",
    "blog/archive/": "2024-03-04",
    "blog/archive/2024/": "2024-01-31",
    "blog/archive/2023/": "2024-03-04",
    "blog/archive/2022/": "2022-05-06",
    "blog/tag/": "2024-03-04",
    "blog/tag/a/": "2024-01-31",
    "blog/tag/b/": "2024-03-04",
    "blog/tag/c/": "2022-05-06",
    "blog/category/": "2022-05-06",
    "blog/category/d/": "2022-05-06",
}
"""The last change of each page, by URL; that of a page of the docs is the day of the build."""


def days(site: Site) -> dict[str, str]:
    """Return the day by address, as the sitemap has them; none stands there twice."""
    root = etree.fromstring(site.read("sitemap.xml").encode())
    found = [
        (url.findtext("s:loc", namespaces=NS), url.findtext("s:lastmod", namespaces=NS))
        for url in root.iterfind("s:url", NS)
    ]
    assert len({address for address, _ in found}) == len(found)
    return dict(found)


def test_posts_and_views_are_dated_by_posts(on_each_theme: Build) -> None:
    site = on_each_theme(FILES)
    assert days(site) == {SITE_URL + path: day for path, day in DAYS.items()}


def test_the_compressed_sitemap_says_the_same(build: Build) -> None:
    site = build(FILES)
    assert (
        gzip.decompress((site.folder / "sitemap.xml.gz").read_bytes())
        == (site.folder / "sitemap.xml").read_bytes()
    )


@pytest.mark.parametrize("directory_urls", [True, False])
@pytest.mark.parametrize("site_url", [SITE_URL, f"{SITE_URL}sub/path/"])
def test_every_address_leads_to_a_page(
    build: Build, site_url: str, *, directory_urls: bool
) -> None:
    site = build(FILES, f"site_url: {site_url}", directory_urls=directory_urls)
    found = days(site)
    assert len(found) == len(DAYS)
    for address in found:
        assert site.exists(file_of(site, address, site_url))


def test_further_pages_of_views_are_left_out(build: Build) -> None:
    posts = {f"blog/posts/{n}.md": POST.format("2024-01-31", f"p{n}", "tags: [a]") for n in "123"}
    site = build(posts, "plugins: [search, {blog-plugin: {pagination_per_page: 1}}]")
    assert site.exists("blog/page/3/index.html")
    assert not [address for address in days(site) if "/page/" in address]
    assert len(days(site)) == 3 + 5


def test_kinds_of_views_may_be_left_out_for_search_engines(build: Build) -> None:
    site = build(
        {"blog/posts/x.md": POST.format("2024-01-31", "x", "tags: [a]")},
        "plugins: [search, {blog-plugin: {blog_dir: ., post_dir: blog/posts,"
        " sitemap_exclude: [tags, archive]}}]",
    )
    assert sorted(days(site)) == [SITE_URL, f"{SITE_URL}2024/01/31/x/"]
    assert "noindex" in site.read("tag/a")
    assert "noindex" in site.read("archive")
    assert "noindex" not in site.read("")
    assert "noindex" not in site.read("2024/01/31/x")
    home = site.html("")  # it has the name of the site, once
    assert (home.title.get_text(), home.h1.get_text()) == ("Site", "Site")
    assert site.html("tag/a").select_one(".blog-meta a").get_text() == "Site"


def test_a_hand_written_index_is_as_new_as_its_posts(build: Build) -> None:
    site = build({**FILES, "blog/index.md": "# News\n"})
    assert days(site)[f"{SITE_URL}blog/"] == "2024-03-04"


def test_an_empty_blog_has_a_page_of_the_day_of_the_build(build: Build) -> None:
    assert days(build({"index.md": "# Home\n"}))[f"{SITE_URL}blog/"] == "2026-01-01"


def test_two_blogs_stand_in_one_sitemap(build: Build) -> None:
    config = "plugins: [search, blog-plugin, {blog-plugin: {blog_dir: news}}]"
    post = POST.format("2024-02-02", "n", "")
    quiet = POST.format("2024-02-03", "q", "unlisted: true")
    site = build({**FILES, "news/posts/n.md": post, "news/posts/q.md": quiet}, config)
    own = {path: day for path, day in DAYS.items() if path}
    news = ("", "2024/02/02/n/", "archive/", "archive/2024/")
    assert days(site) == {
        SITE_URL: "2026-01-01",
        **{SITE_URL + path: day for path, day in own.items()},
        **{f"{SITE_URL}news/{path}": "2024-02-02" for path in news},
    }


@pytest.mark.parametrize("year", ["0002", "1969", "2107", "9998"])
def test_a_site_of_posts_from_any_year_builds(build: Build, year: str) -> None:
    files = {"posts/x.md": POST.format(f"{year}-06-01", "x", "")}
    config = "plugins: [search, {blog-plugin: {blog_dir: ., draft_if_future_date: false}}]"
    site = build(files, config, strict=True)
    assert days(site)[f"{SITE_URL}{year}/06/01/x/"] == f"{year}-06-01"
    assert gzip.decompress((site.folder / "sitemap.xml.gz").read_bytes())


def test_a_site_without_an_address_builds_without_complaint(build: Build) -> None:
    assert build(FILES, "site_url: ''", strict=True).exists("sitemap.xml")


def test_a_blog_that_is_at_home_elsewhere_says_so_and_is_in_no_sitemap(build: Build) -> None:
    files = {
        "index.md": "# Home\n",
        "blog/posts/a.md": "---\ndate: 2024-01-31\ntags: [x]\n---\n# A\n",
        "../hook.py": 'def on_config(config):\n    config.site_url = "https://example.org/1.0"\n',
    }
    config = "hooks: [hook.py]\nplugins: [{blog-plugin: {home_url: 'https://example.org'}}]"
    site = build(files, config, strict=True)
    assert "blog" not in site.read("sitemap.xml")
    for page in ("blog/2024/01/31/a", "blog", "blog/tag/x"):
        (canonical,) = site.html(page).select('link[rel="canonical"]')
        assert canonical["href"] == f"https://example.org/{page}/"
    (canonical,) = site.html("index.html").select('link[rel="canonical"]')
    assert canonical["href"] == "https://example.org/1.0/"
    for feed in ("rss.xml", "atom.xml", "feed.json"):
        assert "https://example.org/blog/2024/01/31/a/" in site.read(f"blog/{feed}")
        assert "example.org/1.0" not in site.read(f"blog/{feed}")
    assert "/1.0/blog" not in site.read("blog/2024/01/31/a")


def test_the_home_of_a_blog_has_it_in_its_sitemap(build: Build) -> None:
    config = "plugins: [{blog-plugin: {home_url: 'https://example.org'}}]"
    site = build({"blog/posts/a.md": "---\ndate: 2024-01-31\n---\n# A\n"}, config, strict=True)
    assert "https://example.org/blog/2024/01/31/a/" in site.read("sitemap.xml")
