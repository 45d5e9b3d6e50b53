"""Text as a part of an address, as Hugo writes it."""

from __future__ import annotations

import pytest

from mkdocs_blog_plugin.convert.hugo.paths import urlize


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A B", "a-b"), ("Foo - Bar", "foo-bar"), ("C++ & Go!", "c++-go"), ("Über É", "über-é"),
        ("a  b", "a-b"), ("v1.2_x", "v1.2_x"),
    ],
)  # fmt: skip
def test_addresses_are_written_as_hugo_writes_them(text: str, expected: str) -> None:
    assert urlize(text) == expected


def test_case_stays_and_accents_go_where_the_site_says_so() -> None:
    assert urlize("Über É", lower=False) == "Über-É"
    assert urlize("Über É ñ 日本", accents=False) == "uber-e-n-日本"
