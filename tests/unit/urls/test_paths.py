from __future__ import annotations

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_blog_plugin.urls.paths import PathError, is_bare_host, is_safe_url, safe_path, safe_slug


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("/x/", "x/"),
        ("/x", "x"),
        ("x/y.html", "x/y.html"),
        (" /old/ ", "old/"),
        ("/a//b/./c/", "a/b/c/"),
        ("/a/../b", "b"),
        ("/caf%C3%A9/", "café/"),
        ("/100%/", "100%/"),
        ("/2017:a-year/", "2017:a-year/"),
        ("/a/b/..", "a/"),
    ],
)
def test_a_path_is_decoded_and_normalised(text: str, path: str) -> None:
    assert safe_path(text) == path


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("https://example.org/x/", "a scheme or a host"),
        ("javascript:alert(1)", "a scheme or a host"),
        ("//example.org/x/", "a scheme or a host"),
        ("/../x", "leads out of the site"),
        ("/a/../../x", "leads out of the site"),
        ("/%2e%2e/x", "leads out of the site"),
        ("a\\b", "a backslash"),
        ("/a\x00b", "a control character"),
        ("/a%0Ab", "a control character"),
        ("/a?b=c", "a query or a fragment"),
        ("/a#b", "a query or a fragment"),
        ("", "is empty"),
        ("/", "is empty"),
        ("/" + "x" * 300, "too long"),
        ("/x" * 600, "too long"),
        ("/" + "x" * 250, "too long"),
        ("/aux/", "Windows cannot store"),
        ("/a/Con.html", "Windows cannot store"),
        ("/a./b", "Windows cannot store"),
    ],
)
def test_a_path_outside_the_site_is_refused(text: str, fault: str) -> None:
    with pytest.raises(PathError, match=fault) as caught:
        safe_path(text)
    assert "a path inside the site" in caught.value.expected


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("a/b", "a/b"),
        ("/A.b/", "A.b"),
        ("C#", "C#"),
        ("what?", "what?"),
        ("50%25", "50%25"),
        ("http:x", "http:x"),
    ],
)
def test_a_slug_is_used_verbatim(text: str, slug: str) -> None:
    assert safe_slug(text) == slug


@pytest.mark.parametrize(
    "text",
    ["", "/", ".", "..", "../x", "a/../..", "a\\b", "a\tb", "\ud800", "nul", "a.", "x" * 241],
)
def test_a_slug_that_cannot_be_a_file_name_is_refused(text: str) -> None:
    with pytest.raises(PathError):
        safe_slug(text)


@given(st.one_of(st.text(), st.text(alphabet="./%2eab")))
def test_a_path_stays_inside_the_site(text: str) -> None:
    for check in (safe_path, safe_slug):
        try:
            path = check(text)
        except PathError:
            continue
        assert not path.startswith("/")
        inside = posixpath.normpath(posixpath.join("/site", path))
        assert inside.startswith("/site/")


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/a?b=c#d",
        "HTTP://example.org",
        "mailto:joe@example.org",
        "guide.md",
        "../a/b.html#c",
        "/a/b",
        "#fragment",
        "",
        "2017:a-year",
        "a/b:c",
        " https://example.org\n",
    ],
)
def test_http_mail_and_relative_links_are_safe(url: str) -> None:
    assert is_safe_url(url)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "http://[x",
        "https://a.\u2100",
        "JavaScript:alert(1)",
        " \x01javascript:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "\u00a0javascript:alert(1)",
        "javascript&#58;alert(1)",
        "javascript&colon;alert(1)",
        "&#106;avascript:alert(1)",
        "java&Tab;script:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "blob:x",
        "//example.org/",
        "\\\\example.org",
        "/\\example.org",
        "\t//example.org",
    ],
)
def test_other_schemes_and_hosts_are_not_safe(url: str) -> None:
    assert not is_safe_url(url)


@pytest.mark.parametrize(
    "url",
    [
        "example.org",
        "example.org/me",
        "WWW.Example.Org",
        "www.example.technology/a",
        "ada.github.io/#me",
        "example.co.uk?x",
        "example.org:8080/x",
        "my-site.dev",
        "example.pl",
    ],
)
def test_a_host_without_a_scheme_is_told_from_a_path(url: str) -> None:
    assert is_bare_host(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "about.md",
        "about.de.md",
        "team/example.org",
        "/about/",
        "./example.org",
        "../me.html",
        "cv.pdf",
        "me/",
        "v1.2/about/",
        "www.html",
        "https://example.org",
        "mailto:ada@example.org",
        "ada@example.org",
        "#me",
    ],
)
def test_a_path_or_a_whole_url_is_not_a_host_without_a_scheme(url: str) -> None:
    assert not is_bare_host(url)
