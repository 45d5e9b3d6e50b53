"""URLs with scheme and host."""

from __future__ import annotations

import pytest

from mkdocs_blog_plugin.urls.base import Site

SITE = Site(name="Acme", url="https://acme.org/docs/")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("", "https://acme.org/docs/"),
        ("blog/x/", "https://acme.org/docs/blog/x/"),
        ("blog/%C3%BC/?a=b#c", "https://acme.org/docs/blog/%C3%BC/?a=b#c"),
        ("http://jane.org/", "http://jane.org/"),
        ("HTTPS://jane.org/", "HTTPS://jane.org/"),
        ("//cdn.org/a.png", "https://cdn.org/a.png"),
        ('https://jane.org/a b"c', "https://jane.org/a%20b%22c"),
        ("javascript:x", ""),
        ("data:image/png;base64,x", ""),
        ("/from/the/host", ""),
        (r"\\host", ""),
    ],
)
def test_a_url_is_made_absolute_or_left_out(url: str, expected: str) -> None:
    assert SITE.absolute(url) == expected


def test_a_site_without_url_knows_only_urls_of_other_sites() -> None:
    site = Site(name="Acme")
    assert site.absolute("blog/") == ""
    assert site.absolute("https://jane.org/") == "https://jane.org/"
