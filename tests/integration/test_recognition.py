"""Which pages of a site become posts, and what happens to those that do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.sites import Build

DATED = "---\ndate: 2024-01-31\n---\n# Dated\n"
POST = "blog/2024/01/31/dated/index.html"


@pytest.mark.parametrize(
    "path",
    [
        "blog/posts/a.md",
        "blog/posts/deep/er/a.md",
        "blog/posts/with blank/ä.md",
        "blog/posts/a.markdown",
        "blog/posts/bundle/index.md",
        "blog/posts/bundle/README.md",
    ],
)
def test_a_dated_page_in_the_posts_folder_is_a_post(build: Build, path: str) -> None:
    site = build({"index.md": "# Home\n", path: DATED})
    assert site.titles("blog") == ["Dated"]
    assert site.exists(POST)
    assert site.warnings == []


@pytest.mark.parametrize("path", ["guide/flagged.md", "blog/flagged.md", "flagged.md"])
def test_a_flagged_page_is_a_post_wherever_it_is(build: Build, path: str) -> None:
    site = build({path: "---\nblog: true\ndate: 2024-01-31\n---\n# Flagged\n"})
    assert site.titles("blog") == ["Flagged"]
    assert site.exists("blog/2024/01/31/flagged/index.html")


@pytest.mark.parametrize("flag", ["false", '"false"', "no"])
def test_a_page_whose_flag_says_no_is_an_ordinary_page(build: Build, flag: str) -> None:
    site = build({"blog/posts/a.md": f"---\nblog: {flag}\ndate: 2024-01-31\n---\n# No post\n"})
    assert site.titles("blog") == []
    assert site.html("blog/posts/a").h1.text.strip() == "No post"


@pytest.mark.parametrize("path", ["_posts/2024-01-31-a.md", "travel/_posts/2024-01-31-a.md"])
def test_a_dated_name_in_a_folder_of_jekyll_is_a_post(build: Build, path: str) -> None:
    site = build({path: "Text.\n"})
    assert len(site.feed("blog")) == 1
    assert site.exists("blog/2024/01/31/a/index.html")


def test_a_dated_name_below_the_blog_is_a_post(build: Build) -> None:
    site = build({"blog/2024-01-31-a.md": "# One\n", "guide/2024-01-31-b.md": "# Two\n"})
    assert site.titles("blog") == ["One"]
    assert site.exists("guide/2024-01-31-b/index.html")


def test_a_pattern_makes_further_posts(build: Build) -> None:
    config = "plugins: [search, {blog-plugin: {post_include: ['news/*.md']}}]"
    site = build({"news/a.md": DATED, "other/b.md": DATED}, config)
    assert len(site.feed("blog")) == 1
    assert site.exists("other/b/index.html")


@pytest.mark.parametrize("name", ["README.md", "index.md", "sub/index.md", "notes.md"])
def test_an_undated_page_among_the_posts_stays_a_page_and_is_mentioned(
    build: Build, name: str
) -> None:
    site = build({"blog/posts/a.md": DATED, f"blog/posts/{name}": "# Read me\n"}, strict=True)
    assert site.titles("blog") == ["Dated"]
    page = f"blog/posts/{name}".replace("README", "index").removesuffix(".md").removesuffix("index")
    assert site.html(page.rstrip("/")).h1.text.strip() == "Read me"
    assert len([line for line in site.infos if f"docs/blog/posts/{name}" in line]) == 1


def test_a_folder_with_a_similar_name_is_left_alone(build: Build) -> None:
    files = {
        "blog/posts-old/a.md": DATED,
        "blog/posts-notes.md": DATED,
        "blog/posts-old/x.txt": "x",
    }
    site = build(files)
    assert site.titles("blog") == []
    assert {"blog/posts-old/a/index.html", "blog/posts-old/x.txt"} <= set(site.paths)


def test_a_flagged_page_without_a_date_is_a_page_with_a_problem(build: Build) -> None:
    site = build({"guide/a.md": "---\ntitle: A\nblog: true\n---\nText.\n"})
    assert site.exists("guide/a/index.html")
    (warning,) = site.warnings
    assert "docs/guide/a.md:3: blog:" in warning


def test_a_flag_that_is_not_understood_is_reported_wherever_it_is(build: Build) -> None:
    text = "---\ndate: 2024-01-31\nblog: ture\n---\n# Dated\n"
    site = build({"guide/a.md": text, "blog/posts/b.md": text})
    assert site.titles("blog") == ["Dated"]
    assert [line.partition(": ")[2] for line in site.warnings] == [
        f"docs/{path}.md:3: blog: 'ture' is not understood (true or false)"
        for path in ("blog/posts/b", "guide/a")
    ]


def test_drafts_are_not_built_at_all(build: Build) -> None:
    site = build(
        {
            "index.md": "# Home\n",
            "blog/posts/a.md": "---\ndate: 2024-01-31\ndraft: true\ntags: Secret\n---\n# Hidden\n",
            "blog/posts/b.md": "---\ndraft: true\n---\n# Undated\n",
            "blog/posts/c.md": "---\ndate: 2024-01-31\npublished: false\n---\n# Hidden, too\n",
            "_drafts/d.md": "# An idea\n",
        }
    )
    assert site.pages == ["blog/index.html", "index.html"]
    assert "Secret" not in site.read("search/search_index.json")


def test_drafts_are_shown_while_serving(build: Build) -> None:
    files = {"blog/posts/a.md": "---\ndate: 2024-01-31\ndraft: true\n---\n# Hidden\n"}
    site = build(files, command="serve")
    assert site.titles("blog") == ["Hidden"]


def test_a_page_among_the_posts_of_another_blog_is_left_to_it(build: Build) -> None:
    """Even where that blog has its posts outside of its folder."""
    site = build(
        {
            "blog/posts/own.md": "---\ndate: 2020-01-04\n---\n# Own\n",
            "articles/flagged.md": "---\ndate: 2020-01-01\nblog: true\n---\n# Flagged\n",
            "articles/posts/plain.md": "---\ndate: 2020-01-02\n---\n# Plain\n",
            "articles/_posts/2020-01-03-jekyll.md": "# Jekyll\n",
        },
        "plugins: [blog-plugin, {blog-plugin: {blog_dir: news, post_dir: articles}}]",
    )
    assert site.titles("blog") == ["Own"]
    assert site.titles("news") == ["Jekyll", "Plain", "Flagged"]
    assert not site.exists("blog/category/articles/index.html")
    assert [line for line in site.infos if "articles/" in line] == []
