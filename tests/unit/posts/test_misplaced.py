from __future__ import annotations

from typing import Any

import pytest
from support.builders import blog_settings
from support.documents import read

from mkdocs_blog_plugin.posts.misplaced import (
    is_foreign_post,
    missing_files,
    overlooked_files,
    without_posts,
)
from mkdocs_blog_plugin.posts.reader import Verdict, may_be_post
from mkdocs_blog_plugin.problems import Severity

DATED = "---\ndate: 2024-01-31\n---\ntext\n"
CURE = "(move it to 'blog/posts', or set 'blog: true'; 'blog: false' if it is an ordinary page)"


@pytest.mark.parametrize(
    ("src_uri", "text", "line"),
    [
        ("blog/a.md", DATED, ":2: date"),
        ("blog/deep/a.md", DATED, ":2: date"),
        ("posts/a.md", DATED, ":2: date"),
        ("docs/news/a.md", "---\nx: 1\npubdate: 2024-01-31\n---\n", ":3: pubdate"),
        ("_posts/a.md", DATED, ":2: date"),
        ("posts/2024-01-31-a.md", "text", ""),
        ("post/2024-01-31-a/index.md", "text", ""),
    ],
)
def test_a_dated_page_near_the_posts_is_reported_with_the_cure(
    src_uri: str, text: str, line: str
) -> None:
    found, problems = read(text, src_uri)
    assert found is Verdict.PAGE
    assert [problem.severity for problem in problems] == [Severity.INFO]
    message = "the page has a date, but is not in a folder of posts"
    assert problems[0].format() == f"{src_uri}{line}: {message} {CURE}"
    assert may_be_post(src_uri, text, blog_settings())


@pytest.mark.parametrize(
    ("src_uri", "text", "options"),
    [
        ("blog/a.md", "---\ntitle: A\n---\n", {}),
        ("blog/a.md", "---\ndate: 2024-01-31\nblog: false\n---\n", {}),
        ("blog/index.md", DATED, {}),
        ("blog/README.md", DATED, {}),
        ("guide/a.md", DATED, {}),
        ("posts/a.md", DATED, {"others": ("posts",)}),
        ("posts/a.md", DATED, {"first": False}),
        ("blog/a.md", "---\ndraft: true\ndate: 2024-01-31\n---\n", {}),
    ],
)
def test_pages_that_say_what_they_are_or_lie_elsewhere_are_not_reported(
    src_uri: str, text: str, options: dict[str, Any]
) -> None:
    assert read(text, src_uri, **options)[1] == []


def test_a_page_that_an_earlier_blog_claims_stays_there() -> None:
    found, problems = read(DATED, earlier=(blog_settings(),))
    assert found is Verdict.PAGE
    assert [problem.format().split(" (")[0] for problem in problems] == [
        "blog/posts/post.md: two blogs claim the page; the first one in mkdocs.yml keeps it"
    ]


@pytest.mark.parametrize(
    ("src_uri", "beginning", "is_one"),
    [
        ("blog/posts/a.html", "---\n", True),
        ("blog/posts/a.textile", "\ufeff---\r\n", True),
        ("site/_posts/2024-01-31-a.rst", "+++\n", True),
        ("blog/posts/a.MDX", "---\n", True),
        ("blog/posts/a.html", "<!doctype html>", False),
        ("blog/posts/a.png", "---\n", False),
        ("guide/a.html", "---\n", False),
    ],
)
def test_texts_in_another_markup_among_the_posts_are_found(
    src_uri: str, beginning: str, *, is_one: bool
) -> None:
    assert is_foreign_post(src_uri, lambda: beginning, blog_settings()) is is_one


def test_files_called_almost_like_those_of_the_blog_are_reported() -> None:
    paths = {"blog/authors.yml", "blog/tags.yml", "blog/.terms.yml", "authors.yml", "blog/a.md"}
    assert [problem.format() for problem in overlooked_files(paths, blog_settings())] == [
        "blog/authors.yml: the blog does not read this file (call it '.authors.yml', or set 'authors_file')",
        "blog/tags.yml: the blog does not read this file (call it '.terms.yml', or set 'terms_file')",
    ]
    assert (
        list(overlooked_files({"blog/authors.yml"}, blog_settings(authors_file="blog/authors.yml")))
        == []
    )


def test_files_that_options_name_have_to_exist() -> None:
    written = blog_settings(written=frozenset({"authors_file", "terms_file"}))
    assert [problem.key for problem in missing_files({"blog/.terms.yml"}, written)] == [
        "authors_file"
    ]
    assert list(missing_files((), blog_settings())) == []


def test_a_blog_without_posts_says_where_it_looked() -> None:
    assert without_posts(3, 2, blog_settings()).format() == (
        "mkdocs.yml: post_dir: the blog 'blog' has no posts; Markdown files in 'blog/posts': 3, "
        "2 of them drafts (give a page there a date, or set 'post_dir' or 'post_include')"
    )
