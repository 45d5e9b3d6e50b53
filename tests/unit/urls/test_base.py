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
        ("https://de.example/Straße?q=ü#ö", "https://de.example/Stra%C3%9Fe?q=%C3%BC#%C3%B6"),
        ("https://de.example/Stra%C3%9Fe", "https://de.example/Stra%C3%9Fe"),
        ("https://ada@Bücher.example:80/", "https://ada@xn--bcher-kva.example:80/"),
        ("https://straße.example/", "https://stra%C3%9Fe.example/"),
        (f"https://{'ü' * 64}.example/", f"https://{'%C3%BC' * 64}.example/"),
        ("https://[2001:db8::1]/ü", "https://[2001:db8::1]/%C3%BC"),
        ("blog/ü/", "https://acme.org/docs/blog/%C3%BC/"),
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
