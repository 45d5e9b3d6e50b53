"""Front matter that sections of Hugo hand down."""

from __future__ import annotations

import pytest
from support.old_blogs import convert_files, page_of

CONFIG = '-- hugo.toml --\nbaseURL = "https://old.example/"\n'


def author(cascade: str, *, config: str = "", inner: str = "", own: str = "") -> object:
    """Return the authors of a post in `posts/old/`, whose sections have cascades."""
    return (
        convert_files(
            f"{CONFIG}{config}"
            + page_of("content/posts/_index.md", cascade)
            + page_of("content/posts/old/_index.md", inner)
            + page_of("content/posts/old/a.md", f"date: 2020-01-01\n{own}", "Text.")
        )
        .post("a.md")
        .meta.get("authors")
    )


@pytest.mark.parametrize(
    ("cascade", "expected"),
    [
        ("cascade: {Author: Ada}", ["Ada"]),
        ("cascade: [{author: Ada}]", ["Ada"]),
        ("cascade: [{_target: {path: '/posts/**'}, author: Ada}]", ["Ada"]),
        ("cascade: [{target: {path: '/posts/{new,old}/*'}, params: {author: Ada}}]", ["Ada"]),
        (
            "cascade: [{_target: {path: '/Posts/old/?', kind: page, lang: en}, author: Ada}]",
            ["Ada"],
        ),
        ("cascade: [{_target: {path: '/posts/*'}, author: Ada}]", None),
        ("cascade: [{_target: {kind: section}, author: Ada}]", None),
        ("cascade: {_target: {lang: '{de,fr}'}, author: Ada}", None),
        ("cascade: [{_target: {environment: production}, author: Ada}]", ["Ada"]),
        ("cascade: [{_target: {kind: page}, author: Ada}, {author: Bob}]", ["Ada"]),
        ("cascade: [1, null, {author: Ada}]", ["Ada"]),
        ("cascade: soon", None),
    ],
)
def test_a_cascade_reaches_the_pages_that_it_means(cascade: str, expected: object) -> None:
    assert author(cascade) == expected


def test_the_nearest_cascade_wins_and_the_page_over_all() -> None:
    config = '[[cascade]]\nauthor = "Site"\n'
    assert author("", config=config) == ["Site"]
    assert author("cascade: {author: Ada}", config=config) == ["Ada"]
    assert author("cascade: {author: Ada}", inner="cascade: {author: Bob}") == ["Bob"]
    assert author("cascade: {author: Ada}", own="author: Own") == ["Own"]
