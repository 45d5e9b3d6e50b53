"""Which views a blog has, what they list and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.sites import files_of

if TYPE_CHECKING:
    from support.sites import Build, Site

SITE = """
-- index.md --
# Home
-- blog/posts/old.md --
---
date: 2023-05-01
tags: spark
categories: [Talks, Travel]
author: Ada Lovelace
---
# Old
-- blog/posts/middle.md --
---
date: 2024-01-31
tags: [Spark, Scala]
author: {name: Charles, url: https://example.com/charles}
---
# Middle
-- blog/posts/new.md --
---
date: 2024-06-01
tag: Scala
category: Talks
authors: [Ada Lovelace, Charles]
---
# New
"""


def numbered(count: int) -> dict[str, str]:
    """Return a home page and posts `Post 1` to `Post COUNT`, oldest first, all with one tag."""
    head = "---\ndate: 2024-01-{0:02}\ntags: all\n---\n"
    posts = {f"blog/posts/{n:02}.md": f"{head.format(n)}# Post {n}\n" for n in range(1, count + 1)}
    return {"index.md": "# Home\n", **posts}


def with_options(options: str) -> str:
    """Return an mkdocs.yml with options of the plugin."""
    return f"plugins: [search, {{blog-plugin: {{{options}}}}}]"


def counts(site: Site, overview: str) -> dict[str, int]:
    """Return the count by term or period that an overview shows, in its order."""
    found = site.html(overview).select(".blog-count")
    return {
        count.find_previous("a").get_text(): int(count.get_text().split()[0]) for count in found
    }


def test_all_views_are_there_everywhere(everywhere: Build) -> None:
    site = everywhere(SITE, strict=True)
    assert site.titles("blog") == ["New", "Middle", "Old"]
    assert site.titles("blog/archive/2024") == ["New", "Middle"]
    assert site.titles("blog/archive/2023") == ["Old"]
    assert site.titles("blog/tag/spark") == ["Middle", "Old"]
    assert site.titles("blog/tag/scala") == ["New", "Middle"]
    assert site.titles("blog/category/talks") == ["New", "Old"]
    assert site.titles("blog/category/travel") == ["Old"]
    assert site.titles("blog/author/ada-lovelace") == ["New", "Old"]
    assert site.titles("blog/author/charles") == ["New", "Middle"]
    assert site.broken_links() == []
    assert not any(site.repeated_ids(page) for page in site.pages)


@pytest.mark.parametrize("page", ["blog/archive/2023", "blog/tag/spark", "blog/author/charles"])
def test_a_view_shows_each_post_once(on_each_theme: Build, page: str) -> None:
    site = on_each_theme(SITE)
    names = [link.get_text() for link in site.html(page).select(".blog-view a")]
    assert [names.count(title) for title in site.titles(page)] == [1] * len(site.titles(page))


def test_no_other_pages_are_there(build: Build) -> None:
    views = {
        *("archive/", "archive/2023/", "archive/2024/"),
        *("tag/", "tag/spark/", "tag/scala/"),
        *("category/", "category/talks/", "category/travel/"),
        *("author/", "author/ada-lovelace/", "author/charles/"),
    }
    posts = {"2023/05/01/old/", "2024/01/31/middle/", "2024/06/01/new/"}
    pages = {f"blog/{page}index.html" for page in ("", *views, *posts)}
    assert set(build(SITE).pages) == pages | {"index.html"}


def test_addresses_without_directories_are_those_of_material(build: Build) -> None:
    site = build(
        numbered(21), with_options("archive_pagination_per_page: 10"), directory_urls=False
    )
    assert {
        "blog/index.html",
        "blog/page/2/index.html",
        "blog/archive/index.html",
        "blog/archive/2024.html",
        "blog/archive/2024/page/2.html",
        "blog/tag/index.html",
        "blog/tag/all.html",
        "blog/tag/all/page/3.html",
        "blog/2024/01/01/post-1.html",
    } <= set(site.paths)
    assert site.broken_links() == []


@pytest.mark.parametrize(
    ("overview", "expected"),
    [
        ("blog/archive", {"2024": 2, "2023": 1}),
        ("blog/tag", {"Scala": 2, "Spark": 2}),
        ("blog/category", {"Talks": 2, "Travel": 1}),
        ("blog/author", {"Ada Lovelace": 2, "Charles": 2}),
    ],
)
def test_an_overview_links_terms_and_periods_with_their_counts(
    build: Build, overview: str, expected: dict[str, int]
) -> None:
    site = build(SITE)
    assert list(counts(site, overview).items()) == list(expected.items())


@pytest.mark.parametrize(("posts", "pages"), [(0, 1), (1, 1), (10, 1), (11, 2), (20, 2), (21, 3)])
def test_ten_posts_stand_on_a_page(build: Build, posts: int, pages: int) -> None:
    site = build(numbered(posts))
    numbers = [f"blog/page/{n}" for n in range(2, 5) if site.exists(f"blog/page/{n}/index.html")]
    assert len(numbers) == pages - 1
    titles = [title for page in ("blog", *numbers) for title in site.titles(page)]
    assert titles == [f"Post {n}" for n in range(posts, 0, -1)]
    assert bool(site.html("blog").select(".blog-pager")) == (pages > 1)


def test_an_empty_blog_says_so(on_each_theme: Build) -> None:
    site = on_each_theme("-- index.md --\n# Home\n", strict=True)
    assert site.titles("blog") == []
    assert "No posts yet" in site.html("blog").get_text()


def test_the_writer_of_an_empty_blog_is_told_where_posts_go(build: Build) -> None:
    said = "Write the first in the folder blog/posts of your docs"
    assert said in build("", command="serve").html("blog").get_text()
    assert said not in build("", command="build").html("blog").get_text()
    site = build("-- blog/posts/a.md --\n---\ndate: 2024-01-01\n---\n# A\n", command="serve")
    assert said not in site.html("blog").get_text()


def test_a_pager_leads_to_newer_and_older_pages(everywhere: Build) -> None:
    site = everywhere(numbered(21))
    second = site.html("blog/page/2").select_one(".blog-pager")
    assert second is not None
    relations = {rel for link in second.select("a[rel]") for rel in link["rel"]}
    assert {"prev", "next"} <= relations
    assert second.select_one("[aria-current=page]").get_text(strip=True) == "2"
    assert site.html("blog").select(".blog-pager a[rel~=prev]") == []
    assert site.html("blog/page/3").select(".blog-pager a[rel~=next]") == []
    assert site.broken_links() == []


def test_pages_can_have_another_length_and_address(build: Build) -> None:
    options = (
        "pagination_per_page: 2, pagination_url_format: 'seite-{page}', tags_pagination: false"
    )
    site = build(numbered(5), with_options(options))
    assert site.titles("blog/seite-3") == ["Post 1"]
    assert len(site.titles("blog/tag/all")) == 5


def test_a_hand_written_index_introduces_the_first_page(everywhere: Build) -> None:
    intro = {
        "blog/index.md": "# News from us\n\nRead [the guide](../guide.md).\n",
        "guide.md": "# G\n",
    }
    site = everywhere({**intro, **numbered(11)}, strict=True)
    first, second = site.html("blog"), site.html("blog/page/2")
    assert [h1.get_text(strip=True).rstrip("¶") for h1 in first.select("h1")] == ["News from us"]
    assert "Read the guide" in " ".join(first.get_text().split())
    assert "Read the guide" not in second.get_text()
    assert len(site.titles("blog")) == 10
    assert site.broken_links() == []


@pytest.mark.parametrize(
    ("text", "config"),
    [("---\ndraft: true\n---\nHidden.\n", ""), ("Hidden.\n", "exclude_docs: blog/index.md\n")],
)
def test_an_index_that_is_not_built_leaves_its_place_to_the_generated_one(
    build: Build, text: str, config: str
) -> None:
    files = {**numbered(1), "blog/index.md": text}
    site = build(files, f"{config}nav: [index.md, blog/index.md]", strict=True)
    assert len(site.feed("blog")) == 1
    assert "Hidden." not in site.html("blog").text


def test_any_view_can_have_an_introduction(build: Build) -> None:
    pages = {
        "blog/tag/all.md": "# Everything\n\nAll of it.\n",
        "blog/archive/2024.md": "A leap year.\n",
        "blog/tag/index.md": "# Words\n",
    }
    site = build({**numbered(2), **pages}, strict=True)
    assert site.html("blog/tag/all").h1.get_text() == "Everything"
    assert site.titles("blog/tag/all") == ["Post 2", "Post 1"]
    assert "A leap year." in site.html("blog/archive/2024").get_text()
    assert site.html("blog/tag").h1.get_text() == "Words"


@pytest.mark.parametrize("directory_urls", [True, False])
def test_a_blog_may_be_the_root_of_the_site(on_each_theme: Build, *, directory_urls: bool) -> None:
    files = {
        "index.md": "# Welcome\n",
        "about.md": "# About\n",
        "posts/a.md": "---\ndate: 2024-01-31\ntags: Spark\n---\n# First\n\n[about](../about.md)\n",
        "2024-02-01-notes.md": "# No post\n",
    }
    site = on_each_theme(files, with_options("blog_dir: ."), directory_urls=directory_urls)
    assert site.titles("index.html") == ["First"]
    assert site.html("index.html").h1.get_text().startswith("Welcome")
    assert site.exists(site.file("2024/01/31/first"))
    assert site.titles("tag/spark") == ["First"]
    assert site.titles("archive/2024") == ["First"]
    assert site.warnings == []
    assert site.broken_links() == []


def test_a_blog_at_the_root_needs_no_other_page(build: Build) -> None:
    site = build(
        {"posts/a.md": "---\ndate: 2024-01-31\n---\n# First\n"}, with_options("blog_dir: .")
    )
    assert site.titles("index.html") == ["First"]


@pytest.mark.parametrize("blog_dir", ["news", "/news/", "en/news"])
def test_a_blog_may_live_in_another_folder(build: Build, blog_dir: str) -> None:
    folder = blog_dir.strip("/")
    files = {f"{folder}/posts/a.md": "---\ndate: 2024-01-31\n---\n# First\n"}
    site = build(files, with_options(f"blog_dir: {blog_dir}"))
    assert site.exists(f"{folder}/2024/01/31/first/index.html")
    assert site.titles(folder) == ["First"]
    assert not site.exists("blog/index.html")


@pytest.mark.parametrize(
    ("tags", "labels"),
    [
        ("tag: Spark", ["Spark"]),
        ("tags: Spark, Scala", ["Spark", "Scala"]),
        ("tags: [Spark, spark]", ["Spark"]),
        ("tags:", []),
        ("tags: [2024, true, '']", ["2024", "true"]),
        ("tag: Spark\ntags: [Scala, Spark]", ["Spark", "Scala"]),
    ],
)
def test_tags_may_be_written_in_many_ways(build: Build, tags: str, labels: list[str]) -> None:
    site = build({"blog/posts/a.md": f"---\ndate: 2024-01-31\n{tags}\n---\n# Title\n"})
    entry = site.entry("blog/2024/01/31/title")
    assert sorted(entry.get("category", [])) == sorted(labels)
    assert sorted(counts(site, "blog/tag")) == sorted(labels) if labels else True
    assert site.exists("blog/tag/index.html") == bool(labels)


def test_terms_that_would_share_an_address_are_kept_apart(build: Build) -> None:
    files = {
        "blog/posts/a.md": "---\ndate: 2024-01-31\ntags: [C++, C#, 类别, a/b, .NET]\n---\n# T\n"
    }
    site = build(files)
    pages = [page for page in site.pages if page.startswith("blog/tag/")]
    assert len(pages) == 6
    assert {"blog/tag/c/index.html", "blog/tag/c-2/index.html"} <= set(pages)
    assert all(site.titles(page) == ["T"] for page in pages if page != "blog/tag/index.html")


def test_pinned_posts_come_first_on_lists_and_nowhere_else(build: Build) -> None:
    files = numbered(3)
    files["blog/posts/01.md"] = "---\ndate: 2024-01-01\ntags: all\npin: true\n---\n# Post 1\n"
    site = build(files)
    assert site.titles("blog") == ["Post 1", "Post 3", "Post 2"]
    assert site.titles("blog/archive/2024") == ["Post 3", "Post 2", "Post 1"]


def test_unlisted_posts_have_a_page_and_nothing_else(build: Build) -> None:
    files = numbered(1) | {
        "blog/posts/x.md": "---\ndate: 2024-02-01\ntags: Rare\nunlisted: true\n---\n# Quiet\n"
    }
    site = build(files)
    assert site.entry("blog/2024/02/01/quiet")["name"] == ["Quiet"]
    assert site.titles("blog") == ["Post 1"]
    assert not site.exists("blog/tag/rare/index.html")
    assert "quiet" not in site.read("sitemap.xml")
    assert "quiet" not in site.read("search/search_index.json").lower()


def test_lists_that_share_posts_are_written_one_after_the_other(build: Build) -> None:
    hook = """from pathlib import Path

def on_post_page(output, page, config):
    with Path(config.site_dir, "order.txt").open("a") as order:
        order.write(page.url + "\\n")
"""
    options = "pagination_per_page: 1, archive: false, authors_profiles: false, tags: false"
    site = build(SITE + f"-- ../hook.py --\n{hook}", with_options(options) + "\nhooks: [hook.py]")
    urls = site.read("order.txt").split()
    assert [url for url in urls if url.startswith(("blog/page/", "blog/category/"))] == [
        *("blog/category/", "blog/category/talks/"),
        *("blog/page/2/",),
        *("blog/page/3/", "blog/category/talks/page/2/", "blog/category/travel/"),
    ]


NAV = "nav: [Home: index.md, Blog: blog/index.md]"
INDEX = {"blog/index.md": "# News\n"}


def test_links_alone_lead_a_newcomer_everywhere(on_each_theme: Build) -> None:
    site = on_each_theme(files_of(SITE) | INDEX, NAV)
    assert site.reached("index.html") >= {
        "blog/index.html",
        "blog/archive/index.html",
        "blog/archive/2023/index.html",
        "blog/tag/index.html",
        "blog/tag/scala/index.html",
        "blog/category/index.html",
        "blog/author/index.html",
        "blog/author/charles/index.html",
        "blog/rss.xml",
        "blog/2023/05/01/old/index.html",
    }
    back = site.html("blog/2023/05/01/old").select_one(".blog-footer > .blog-links a")
    assert (back["href"], back.get_text()) == ("../../../../../blog/", "All posts")


def test_the_title_of_a_page_says_what_it_lists_and_which_page_it_is(build: Build) -> None:
    config = with_options("pagination_per_page: 1, nav: views, blog_dir: blog")
    site = build(files_of(SITE) | INDEX, f"{config}\nnav: [Home: index.md, Blog: [blog/index.md]]")
    titles = {
        path: site.html(path).title.get_text()
        for path in ("blog/page/2", "blog/author/charles/page/2")
    }
    assert titles == {
        "blog/page/2": "News – Page 2 - Site",
        "blog/author/charles/page/2": "Posts by Charles – Page 2 - Site",
    }
    tag = site.html("blog/tag/scala")
    assert tag.h1.get_text() == "Posts tagged Scala"
    assert tag.select_one('meta[property="og:title"]')["content"] == "Posts tagged Scala"
    assert "Scala" in [link.get_text(strip=True) for link in tag.select("nav a, .navbar a")]
