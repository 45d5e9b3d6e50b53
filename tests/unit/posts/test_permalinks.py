from __future__ import annotations

from typing import Any

import pytest
from support.documents import read, read_post

HEADER = "title: Spark Summit\ndate: 2017-11-03 10:31:52 +0900\ncategories: [Big Data, C++, X]"


def page(more: str = "", header: str = HEADER) -> str:
    return f"---\n{header}\n{more}\n---\n"


@pytest.mark.parametrize(
    ("options", "url"),
    [
        ({}, "blog/2017/11/03/spark-summit/"),
        ({"directory_urls": False}, "blog/2017/11/03/spark-summit.html"),
        ({"blog_dir": "", "dir": "blog/posts"}, "2017/11/03/spark-summit/"),
        ({"url_date_format": "yyyy/MMMM", "locale": "de"}, "blog/2017/November/spark-summit/"),
        ({"url_date_format": "short"}, "blog/11/3/17/spark-summit/"),
        ({"url_format": "{slug}"}, "blog/spark-summit/"),
        ({"url_format": "{file}"}, "blog/my-file/"),
        ({"url_format": "{categories}/{slug}"}, "blog/big-data/spark-summit/"),
        (
            {"url_format": "{categories}/{slug}", "url_max_categories": 2},
            "blog/big-data/c/spark-summit/",
        ),
        ({"url_format": ":year/:slug"}, "blog/2017/spark-summit/"),
        (
            {"url_format": "none", "directory_urls": True},
            "blog/big%20data/c%2B%2B/x/spark-summit.html",
        ),
    ],
)
def test_options_make_the_path_below_the_blog(options: dict[str, Any], url: str) -> None:
    assert read_post(page(), "blog/posts/my-file.md", **options).url == url


@pytest.mark.parametrize(
    ("src_uri", "options", "url"),
    [
        ("blog/posts/zh/new/a.md", {}, "blog/zh/new/a/"),
        ("blog/posts/a.md", {}, "blog/a/"),
        ("blog/zh/a.md", {"dir": "blog"}, "blog/zh/a/"),
        ("blog/posts/zh/bundle/index.md", {}, "blog/zh/bundle/"),
        ("blog/zh/_posts/a.md", {}, "blog/zh/_posts/a/"),
        ("posts/zh/a.md", {"dir": "posts"}, "blog/zh/a/"),
        ("zh/a.md", {}, "blog/zh/a/"),
    ],
)
def test_sections_are_the_folders_below_those_of_the_blog(
    src_uri: str, options: dict[str, str], url: str
) -> None:
    text = page(header=f"{HEADER}\nblog: true")
    pattern = ":sections/:slugorcontentbasename"
    assert read_post(text, src_uri, url_format=pattern, **options).url == url


@pytest.mark.parametrize(
    ("front_matter", "dest_uri"),
    [
        ("permalink: /x/y.html", "x/y.html"),
        ("permalink: /x/", "x/index.html"),
        ("url: x", "x/index.html"),
        ("url: /caf%C3%A9/", "café/index.html"),
        ("permalink: /:year/:title/", "2017/spark-summit/index.html"),
        ("permalink: /:year/:month/:title.html", "2017/11/spark-summit.html"),
        ("permalink: none", "big data/c++/x/spark-summit.html"),
        ("permalink: /a/../b/", "b/index.html"),
    ],
)
def test_a_permalink_is_the_whole_path(front_matter: str, dest_uri: str) -> None:
    assert read_post(page(front_matter)).location.dest_uri == dest_uri


def test_a_permalink_is_verbatim_without_directory_urls() -> None:
    found = read_post(page("permalink: /x/"), directory_urls=False)
    assert found.location.dest_uri == "x/index.html"
    assert found.url == "x/index.html"


@pytest.mark.parametrize(
    "written",
    [
        "https://example.org/x/", "//example.org/x", "../../etc/passwd", "/x/?y=1", "/x/#y", "/:nothing/",
        "/", "https://example.org/:year/", "'a\\b'", "[a]",
    ],
)  # fmt: skip
@pytest.mark.parametrize("key", ["permalink", "url"])
def test_a_path_outside_the_site_is_reported_and_the_computed_one_serves(
    key: str, written: str
) -> None:
    found, problems = read(page(f"{key}: {written}"))
    assert found.url == "blog/2017/11/03/spark-summit/"
    assert [(problem.line, problem.key) for problem in problems] == [(5, key)]


@pytest.mark.parametrize(
    ("written", "slug", "url"),
    [
        ("Big.Slug", "Big.Slug", "blog/2017/11/03/Big.Slug/"),
        ("a/b", "a/b", "blog/2017/11/03/a/b/"),
        ("Ünï", "Ünï", "blog/2017/11/03/%C3%9Cn%C3%AF/"),
        ("2017", "2017", "blog/2017/11/03/2017/"),
        ("/a/", "a", "blog/2017/11/03/a/"),
        ("''", "spark-summit", "blog/2017/11/03/spark-summit/"),
    ],
)
def test_a_slug_is_used_verbatim(written: str, slug: str, url: str) -> None:
    found = read_post(page(f"slug: {written}"))
    assert (found.slug, found.url) == (slug, url)


def test_a_slug_that_leaves_the_site_is_reported() -> None:
    found, problems = read(page("slug: ../../x"))
    assert found.slug == "spark-summit"
    assert [problem.key for problem in problems] == ["slug"]


@pytest.mark.parametrize(
    ("text", "src_uri", "title", "slug"),
    [
        (page(), "blog/posts/a.md", "Spark Summit", "spark-summit"),
        (
            page(header="date: 2024-01-31") + "# *Big* News\n",
            "blog/posts/a.md",
            "Big News",
            "big-news",
        ),
        (
            page(header="date: 2024-01-31") + "x\n\n# Later\n",
            "blog/posts/my-file.md",
            "My file",
            "my-file",
        ),
        (
            page(header="date: 2024-01-31") + "Setext\n===\n",
            "blog/posts/my_file.md",
            "Setext",
            "my-file",
        ),
        (
            page(header="date: 2024-01-31"),
            "blog/posts/2019-01-01-x.md",
            "2019 01 01 x",
            "2019-01-01-x",
        ),
        ("text", "blog/posts/2019-01-01-my-file.md", "My file", "my-file"),
        ("text", "_posts/2019-01-01-my-iOS_file.md", "My Ios_file", "my-ios-file"),
        ("# My *own*", "_posts/2019-01-01-my-file.md", "My own", "my-own"),
        (
            page(header="date: 2024-01-31"),
            "_posts/2019-01-01-my-file.md",
            "My File",
            "2019-01-01-my-file",
        ),
        ("text", "blog/posts/2019-01-01.md", "2019 01 01", "2019-01-01"),
        ("text", "blog/posts/2019-01-01-bundle/index.md", "Bundle", "bundle"),
        (page(header="date: 2024-01-31\ntitle: 🎉"), "blog/posts/a.md", "🎉", "party-popper"),
        (page(header="date: 2024-01-31\ntitle: 类别"), "blog/posts/a.md", "类别", "类别"),
        (page(header="date: 2024-01-31\ntitle: '!'"), "blog/posts/a.md", "!", "exclamation-mark"),
    ],
)
def test_title_and_slug_come_from_front_matter_heading_or_name(
    text: str, src_uri: str, title: str, slug: str
) -> None:
    found = read_post(text, src_uri)
    assert (found.title, found.slug) == (title, slug)


def test_the_template_in_a_heading_of_jekyll_is_not_a_title() -> None:
    body = "{{ page.title }}\n================\n"
    assert read_post(page() + body).title == "Spark Summit"
    assert (
        read_post(page(header="date: 2024-01-31") + body, "blog/posts/my-file.md").title
        == "My file"
    )
