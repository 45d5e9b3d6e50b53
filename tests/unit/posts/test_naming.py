from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from mkdocs_blog_plugin.posts.naming import naming_of
from mkdocs_blog_plugin.posts.post import Post
from mkdocs_blog_plugin.urls.location import Location

DAY = date(2026, 3, 4)


def post(src_uri: str) -> Post:
    return Post(
        src_uri=src_uri,
        title="",
        slug="",
        location=Location("x/index.html", "x/"),
        published=datetime(2024, 1, 31, tzinfo=UTC),
    )


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        ([], "blog/posts/new.md"),
        (["blog/posts/one.md"], "blog/posts/new.md"),
        (["blog/posts/2024-01-31-one.md"], "blog/posts/2026-03-04-new.md"),
        (["_posts/2024-01-31-one.markdown"], "_posts/2026-03-04-new.markdown"),
        (["blog/posts/one/index.md"], "blog/posts/new/index.md"),
        (["blog/posts/2024-01-31-one/README.md"], "blog/posts/2026-03-04-new/README.md"),
        (["blog/posts/2024/01/31/one.md"], "blog/posts/2026/03/04/new.md"),
        (["blog/posts/2024/01/one.md"], "blog/posts/2026/03/new.md"),
        (["2024/one.md"], "2026/new.md"),
        (["blog/posts/2023/one.md"], "blog/posts/2023/new.md"),
        (["blog/posts/100%Y/one.md"], "blog/posts/100%Y/new.md"),
        (["one.md"], "new.md"),
        (["a/odd.md", "b/one.md", "b/two.md"], "b/new.md"),
        (["a/new.md", "b/one.md"], "a/new.md"),
    ],
)
def test_a_new_post_is_named_as_most_are(paths: list[str], expected: str) -> None:
    assert naming_of([post(path) for path in paths], "blog/posts").path("new", DAY) == expected


def test_years_have_four_digits() -> None:
    old = replace(
        post("blog/posts/0031/02/0031-02-01-old.md"), published=datetime(31, 2, 1, tzinfo=UTC)
    )
    naming = naming_of([old], "blog/posts")
    assert naming.path("new", date(476, 9, 4)) == "blog/posts/0476/09/0476-09-04-new.md"
