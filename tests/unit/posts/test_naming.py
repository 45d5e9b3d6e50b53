from __future__ import annotations

from datetime import date

import pytest
from support.builders import a_post

from mkdocs_blog_plugin.posts.naming import naming_of

DAY = date(2026, 3, 4)


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
    posts = [a_post("x", "2024-01-31", src_uri=path) for path in paths]
    assert naming_of(posts, "blog/posts").path("new", DAY) == expected


def test_years_have_four_digits() -> None:
    old = a_post("old", "0031-02-01", src_uri="blog/posts/0031/02/0031-02-01-old.md")
    naming = naming_of([old], "blog/posts")
    assert naming.path("new", date(476, 9, 4)) == "blog/posts/0476/09/0476-09-04-new.md"
