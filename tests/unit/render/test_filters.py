from __future__ import annotations

import pytest
from support.builders import a_post

from mkdocs_blog_plugin.html import links
from mkdocs_blog_plugin.render import filters
from mkdocs_blog_plugin.urls.location import Location


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Kai Sasaki", "KS"),
        ("Ada", "A"),
        ("ada lovelace, countess of Lovelace", "AL"),
        ("李小龙", "李"),
        ("  Jean-Luc   Picard ", "JP"),
        ("Spark <Streaming> – (beta)", "SB"),
        ("__init__ files", "IF"),
        ("¿Qué?", "Q"),
        ("🎉 2 years", "2Y"),
        ("🎉", "🎉"),
        ("...", "."),
        ("", ""),
    ],
)
def test_initials_are_those_of_the_first_and_last_name(name: str, letters: str) -> None:
    assert filters.initials(name) == letters


@pytest.mark.parametrize(
    ("url", "text"),
    [
        ("https://www.example.org/", "example.org"),
        ("http://example.org/~kai/", "example.org/~kai"),
        ("mailto:kai@example.org", "kai@example.org"),
        ("about/kai/", "about/kai"),
    ],
)
def test_an_address_is_printed_as_people_write_it(url: str, text: str) -> None:
    assert filters.bare(url) == text


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://example.org/?a=1", "https://example.org/?a=1"),
        ('https://example.org/a b?q="ä"', "https://example.org/a%20b?q=%22%C3%A4%22"),
        ("mailto:kai@example.org", "mailto:kai@example.org"),
        ("assets/kai.png", f"{links.ROOT}assets/kai.png"),
        ("/assets/kai 1.png", f"{links.ROOT}assets/kai%201.png"),
        ("javascript:alert(1)", ""),
        ("data:image/svg+xml,x", ""),
        ("//example.org/x", ""),
        ("", ""),
    ],
)
def test_an_address_that_somebody_wrote_is_a_link_where_it_is_safe(url: str, link: str) -> None:
    assert filters.foreign_url(url) == link


@pytest.mark.parametrize(
    ("path", "directory_urls", "anchor"),
    [
        ("blog/2017/11/03/spark", True, "blog-2017-11-03-spark"),
        ("blog/2017/11/03/spark", False, "blog-2017-11-03-spark"),
        ("blog/grüße an alle", True, "blog-grüße-an-alle"),
        ('blog/x"onfocus="a(1)"', True, "blog-x_22onfocus_3d_22a_281_29_22"),
    ],
)
def test_the_id_of_a_title_comes_from_its_address(
    path: str, *, directory_urls: bool, anchor: str
) -> None:
    post = a_post(location=Location.of_page(path, directory_urls=directory_urls))
    assert filters.anchor_of(post) == anchor
