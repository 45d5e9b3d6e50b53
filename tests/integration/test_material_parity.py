"""One site, built with Material's own blog plugin and with ours: only the plugin's name differs.

Ours may have more pages (overviews, tags, authors), but whatever Material's plugin writes has to be
there, at the same address, with the same title and the same posts in the same order.
"""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import indent
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urljoin

import lxml.html
import pytest
from support.sites import build_site

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from support.sites import Site

POSTS = {
    "plain": "date: 2024-01-31\n---\n# A plain post\n",
    "titled": "date: 2024-02-01\ntitle: Title of front matter\n---\n# Another heading\n",
    "no-heading": "date: 2024-02-02\ntitle: Without a heading\n---\nText.\n",
    "named_by_file": "date: 2024-02-03\n---\nText.\n",
    "Setext-Heading": "date: 2023-05-01\n---\nA heading below a line\n===\n",
    "late-heading": "date: 2023-05-02\n---\nText.\n\n# Much later\n",
    "code": "date: 2023-05-03\n---\n# Use `code` & *stress* {#own-id}\n",
    "umlaut": "date: 2023-06-07\ncategories: [Überblick]\n---\n# Größe — “quoted” £5 & co.\n",
    "cjk": "date: 2023-06-08\ncategories: [类别]\n---\n# 你好，世界\n",
    "emoji": "date: 2023-06-09\n---\n# Rockets 🚀 fly\n",
    "slug": "date: 2022-12-31 23:59:59\nslug: Own.Slug\n---\n# With a slug\n",
    "nested-slug": "date: 2022-12-30\nslug: a/b\n---\n# With a nested slug\n",
    "times": "date: 2022-12-31T23:30:00-08:00\n---\n# Late in Los Angeles\n",
    "tokyo": "date: 2023-01-01T00:30:00+09:00\n---\n# Early in Tokyo\n",
    "map": "date:\n  created: 2021-03-04\n  updated: 2022-03-04\n  sent: 2021-03-05\n---\n# A map\n",
    "pinned": "date: 2019-01-01\npin: true\n---\n# Pinned\n",
    "old-pin": "date: 2018-01-01\npin: true\ncategories: [News]\n---\n# Pinned and older\n",
    "draft": "date: 2024-03-01\ndraft: true\ncategories: [Secret]\n---\n# A draft\n",
    "future": "date: 2031-01-01\n---\n# The future\n",
    "two": "date: 2020-07-01\ncategories: [News, Deep Dive]\nauthors: [ada]\n---\n# Two categories\n",
    "three": "date: 2020-08-01\ncategories: [Deep Dive, C3]\nauthors: [bob, ada]\n---\n# Three\n",
    "sub/nested": "date: 2020-09-01\ncategories: [News]\nauthors: [bob]\n---\n# In a folder\n",
    "more": "date: 2020-10-01\n---\n# More\n\nBeginning.\n\n<!-- more -->\n\n## Rest\n\nEnd.\n",
    "links": "date: 2020-10-02\nlinks:\n  - index.md\n  - Up: blog/posts/more.md#rest\n---\n# Links\n",
    "media": "date: 2020-10-03\n---\n# Media\n\n![A](img/a.png) ![B](../../b.png) [M](more.md)\n",
}
FILES: dict[str, Any] = {
    "index.md": "# Home\n",
    "b.png": b"b",
    "guide/a.md": "# A guide\n",
    "blog/posts/img/a.png": b"a",
    "blog/posts/data.csv": "a,b\n",
    "blog/.authors.yml": "authors:\n"
    "  ada: {name: Ada L., description: A, avatar: https://example.org/a.png, slug: Ada.L}\n"
    "  bob: {name: Bob, description: B, avatar: https://example.org/b.png}\n",
    **{f"blog/posts/{name}.md": f"---\n{text}\nText.\n" for name, text in POSTS.items()},
}

SLUGIFY = "!!python/object/apply:pymdownx.slugs.slugify {kwds: {case: %s}}"
OPTIONS = {
    "the defaults": "enabled: true",
    "pages": """
pagination_per_page: 3
pagination_url_format: "seite-{page}"
pagination_format: "$link_first $link_previous ~1~ $link_next $link_last"
pagination_if_single_page: true
archive_pagination: false
categories_pagination_per_page: 1
authors_profiles: true
authors_profiles_pagination_per_page: 2
""",
    "addresses": """
post_url_format: "{categories}/{date}/{slug}"
post_url_date_format: "YYYY-'w'ww"
post_url_max_categories: 2
categories_url_format: "topic/{slug}"
archive_date_format: MMMM yyyy
archive_url_date_format: yyyy/MM
archive_url_format: "archiv/{date}"
authors_profiles: true
authors_profiles_url_format: "people/{name}"
""",
    "names of files": """
post_url_format: "{date}-{file}"
post_url_date_format: yyyy-MM
archive_date_format: "'Q'Q yy"
archive_url_date_format: "yyyy-'q'Q"
pagination: false
""",
    "names of dates": """
archive_date_format: long
archive_url_date_format: medium
post_url_date_format: short
post_date_format: full
""",
    "dots between words": 'post_slugify_separator: "."',
    "slugs": f"""
post_slugify: {SLUGIFY % "none"}
post_slugify_separator: _
categories_slugify: {SLUGIFY % "lower-ascii"}
categories_slugify_separator: "+"
""",
    "orders": """
categories_sort_by: !!python/name:material.plugins.blog.view_post_count
categories_sort_reverse: true
categories_allowed: [Überblick, 类别, News, Deep Dive, C3, Secret]
draft: true
""",
    "posts alone": """
archive: false
categories: false
authors: false
draft_if_future_date: true
""",
    "tables of contents": """
blog_toc: true
archive_toc: false
pagination_keep_content: true
pagination_per_page: 7
""",
}


def build_both(
    folder: Path,
    files: Mapping[str, Any],
    options: str,
    config: str = "",
    *,
    others: Sequence[str] = (),
    **how: Any,
) -> tuple[Site, Site]:
    """Build `files` with Material's plugin and with ours, which has the same `options`.

    Args:
        folder: where both sites go.
        files: content by path from the docs folder.
        options: of the plugin.
        config: more lines of mkdocs.yml.
        others: further plugins.
        how: what `build_site` takes.
    """
    sites = []
    for name in ("material/blog", "blog-plugin"):
        names = "".join(f"  - {other}\n" for other in others)
        plugins = f"plugins:\n{names}  - {name}:\n{indent(options.strip(), ' ' * 6)}"
        lines = f"markdown_extensions: [attr_list, toc]\n{config}\n{plugins}"
        sites.append(build_site(folder / name, files, lines, theme="material", **how))
    return sites[0], sites[1]


@dataclass(frozen=True)
class Read:
    """A page: its title, and the output files of the posts that it lists, with their titles."""

    title: str
    files: list[str]
    titles: list[str]


THEIRS = "//article[contains(@class, 'md-post--excerpt')]//h2[1]/a"
OURS = "//div[contains(@class, 'h-entry')]//h2/a[@class='p-name u-url']"


def pages(site: Site, links: str) -> dict[str, Read]:
    """Return all pages of `site` by path; `links` is the XPath of the titles in its lists."""
    found = {}
    for page in site.pages:
        tree = lxml.html.fromstring(site.read(page).encode())
        posts = tree.xpath(links)
        urls = [unquote(urljoin(page, link.get("href"))).rstrip("/") for link in posts]
        found[page] = Read(
            title=tree.findtext(".//title").removesuffix(" - Site"),
            files=[site.file(url) for url in urls],
            titles=[link.text_content().strip() for link in posts],
        )
    return found


def assert_same(theirs: Site, ours: Site) -> None:
    """Assert that `ours` has all files of `theirs`, with the same titles and the same lists.

    Where a post has another heading than its front matter says, Material's lists show the heading.
    """
    assert set(theirs.paths) <= set(ours.paths)
    expected, found = pages(theirs, THEIRS), pages(ours, OURS)
    for page in theirs.pages:
        assert expected[page].title in found[page].title, page  # ours says what it lists, too
        assert found[page].files == expected[page].files, page
        assert found[page].titles == [expected[post].title for post in found[page].files], page
    assert any(page.files for page in expected.values())


@pytest.mark.parametrize("options", OPTIONS)
def test_a_blog_keeps_its_pages_their_titles_and_their_order(tmp_path: Path, options: str) -> None:
    theirs, ours = build_both(tmp_path, FILES, OPTIONS[options])
    assert_same(theirs, ours)


def test_dates_in_words_follow_the_language_of_the_theme(tmp_path: Path) -> None:
    config = "theme: {name: material, language: de}"
    theirs, ours = build_both(tmp_path, FILES, OPTIONS["addresses"], config)
    assert "Mai 2023" in ours.read("blog/archiv/2023/05")
    assert_same(theirs, ours)


@pytest.mark.parametrize("options", ["the defaults", "pages"])
def test_addresses_of_files_are_the_same(tmp_path: Path, options: str) -> None:
    theirs, ours = build_both(tmp_path, FILES, OPTIONS[options], directory_urls=False)
    assert_same(theirs, ours)


def moved(folder: str) -> dict[str, Any]:
    """Return the site with its blog in another folder; empty for the root of the site."""
    prefix = f"{folder}/" if folder else ""
    return {path.replace("blog/", prefix, 1): content for path, content in FILES.items()}


@pytest.mark.parametrize(("folder", "directory_urls"), [("", True), ("", False), ("en/news", True)])
def test_a_blog_may_be_anywhere(tmp_path: Path, folder: str, *, directory_urls: bool) -> None:
    options = f"blog_dir: {folder or '.'}\npagination_per_page: 5"
    theirs, ours = build_both(tmp_path, moved(folder), options, directory_urls=directory_urls)
    assert_same(theirs, ours)


def test_posts_may_be_anywhere(tmp_path: Path) -> None:
    files = {path.replace("blog/posts/", "texts/"): FILES[path] for path in FILES}
    files[".people.yml"] = files.pop("blog/.authors.yml")
    theirs, ours = build_both(tmp_path, files, "post_dir: texts\nauthors_file: .people.yml")
    assert_same(theirs, ours)


WRITTEN = {
    "blog/index.md": "---\ntitle: News of ours\n---\n# Our news\n\nWelcome.\n",
    "blog/category/news.md": "# All the news\n\nThat is fit to print.\n",
    "blog/category/deep-dive.md": "---\ntitle: Depth\n---\nHold your breath.\n",
    "blog/archive/2020.md": "# A strange year\n",
}


@pytest.mark.parametrize("keep", [False, True])
def test_hand_written_views_are_introductions(tmp_path: Path, *, keep: bool) -> None:
    nav = "nav:\n  - Home: index.md\n  - Chronicle: blog/index.md\n  - Guide: [guide/a.md]"
    options = f"pagination_per_page: 2\npagination_keep_content: {str(keep).lower()}"
    theirs, ours = build_both(tmp_path, {**FILES, **WRITTEN}, options, nav)
    assert_same(theirs, ours)
    for site in (theirs, ours):
        assert ("Welcome." in site.html("blog/page/2").text) is keep
        for page in ("blog", "blog/category/deep-dive", "blog/category/news", "blog/archive/2020"):
            assert any(
                word in site.html(page).text for word in ("Welcome", "fit", "breath", "year")
            )


@pytest.mark.parametrize("section", ["Blog: [blog/index.md]", "News: [guide/a.md, blog/index.md]"])
def test_views_join_the_nav_as_with_material_if_asked_for(tmp_path: Path, section: str) -> None:
    files = {path: text for path, text in FILES.items() if "pin: true" not in str(text)}
    config = f"nav:\n  - Home: index.md\n  - {section}"
    theirs, ours = (
        build_site(tmp_path / name, files, f"{config}\n{plugins}", theme="material")
        for name, plugins in [
            ("theirs", "plugins: [material/blog]"),
            ("ours", "plugins: [{blog-plugin: {nav: views, authors_profiles: false}}]"),
        ]
    )
    assert menu(ours) == menu(theirs)


def menu(site: Site) -> list[str]:
    """Return what the navigation of the first page says, in order."""
    tree = lxml.html.fromstring(site.read("index.html").encode())
    items = tree.xpath("//nav[contains(@class, 'md-nav--primary')]//*[@class='md-ellipsis']")
    return [item.text_content().strip() for item in items]


def test_defaults_of_folders_are_merged_in_the_same_way(tmp_path: Path) -> None:
    files = {
        **FILES,
        "blog/posts/.meta.yml": "categories: [Inherited]\npin: false\nauthors: [ada]\n",
        "blog/posts/sub/.meta.yml": "categories: [Inner]\ndraft: true\n",
    }
    assert_same(*build_both(tmp_path, files, "authors_profiles: true", others=["meta"]))


def test_two_blogs_stand_side_by_side_in_the_same_way(tmp_path: Path) -> None:
    second = {path.replace("blog/", "news/", 1): content for path, content in FILES.items()}
    sites = []
    for name in ("material/blog", "blog-plugin"):
        plugins = f"""
plugins:
  - {name}: {{pagination_per_page: 5}}
  - {name}: {{blog_dir: news, archive: false, authors_file: blog/.authors.yml}}
"""
        lines = f"markdown_extensions: [attr_list, toc]\n{plugins}"
        sites.append(build_site(tmp_path / name, {**FILES, **second}, lines, theme="material"))
    assert_same(*sites)
