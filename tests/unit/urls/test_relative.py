from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_blog_plugin.urls.relative import relative_url, resolve, root_prefix

SITE = "https://example.org/docs/site/"

parts = st.text(alphabet="ab%C3.-:~", min_size=1).filter(lambda part: part not in (".", ".."))
urls = st.builds(
    lambda folders, name: "".join(f"{folder}/" for folder in folders) + name,
    st.lists(parts, max_size=4),
    st.one_of(st.just(""), parts),
)
suffixes = st.sampled_from(["", "#x", "?a=b/c", "?a#b/../c"])


@pytest.mark.parametrize(
    ("url", "prefix"),
    [("", "./"), ("a.html", "./"), ("a/", "../"), ("a/b/", "../../"), ("a/b.html", "../")],
)
def test_a_prefix_leads_to_the_root(url: str, prefix: str) -> None:
    assert root_prefix(url) == prefix


@pytest.mark.parametrize(
    ("target", "base", "link"),
    [
        ("blog/2017/x/", "blog/", "2017/x/"),
        ("blog/", "blog/2017/x/", "../../"),
        ("blog/", "blog/", "./"),
        ("", "blog/", "../"),
        ("", "", "./"),
        ("", "index.html", "./"),
        ("a.html", "b.html", "a.html"),
        ("blog/archive/2017.html", "blog/index.html", "archive/2017.html"),
        ("blog/index.html", "blog/archive/2017.html", "../index.html"),
        ("blog/x/#part", "blog/x/", "./#part"),
        ("a:b/", "", "./a:b/"),
        ("../other/", "blog/x/", "../../../other/"),
    ],
)
def test_a_link_leads_from_page_to_page(target: str, base: str, link: str) -> None:
    assert relative_url(target, base) == link


@pytest.mark.parametrize(
    ("base", "href", "url"),
    [
        ("blog/x/", "img.png", "blog/x/img.png"),
        ("blog/x/", "../img.png", "blog/img.png"),
        ("blog/x.html", "img.png", "blog/img.png"),
        ("blog/x/", "../../a/b.html#c", "a/b.html#c"),
        ("blog/x/", "#c", "blog/x/#c"),
        ("blog/x/", "?q=../y", "blog/x/?q=../y"),
        ("blog/x/", "", "blog/x/"),
        ("blog/x/", ".", "blog/x/"),
        ("blog/x/", "..", "blog/"),
        ("blog/x/", "../..", ""),
        ("blog/x/", "../../../other/", "../other/"),
        ("blog/x/", "../../..", "../"),
        ("blog/x/", " caf%C3%A9/a%20b.png ", "blog/x/caf%C3%A9/a%20b.png"),
        ("./", "a/", "a/"),
        ("", "..", "../"),
        ("blog/x/#frag", "y", "blog/x/y"),
    ],
)
def test_a_link_means_a_url_from_the_root(base: str, href: str, url: str) -> None:
    assert resolve(base, href) == url


@pytest.mark.parametrize(
    "href", ["https://example.org/", "mailto:a@b", "//host/x", "/root", "JavaScript:x", "\\x"]
)
def test_links_that_mean_the_same_everywhere_are_left_alone(href: str) -> None:
    assert resolve("blog/", href) is None


@given(urls, suffixes, urls)
def test_a_link_and_its_page_give_back_the_target(target: str, suffix: str, base: str) -> None:
    link = relative_url(target + suffix, base)
    assert link
    assert resolve(base, link) == target + suffix


@given(urls, suffixes, urls)
def test_browsers_follow_a_link_to_its_target(target: str, suffix: str, base: str) -> None:
    link = relative_url(target + suffix, base)
    assert urljoin(SITE + base, link) == SITE + target + suffix


@given(urls, urls)
def test_a_prefix_and_a_url_are_a_link(target: str, base: str) -> None:
    assert resolve(base, root_prefix(base) + target) == target
