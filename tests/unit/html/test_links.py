from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.html_samples import convert, parse

from mkdocs_blog_plugin.html.links import ID, ROOT, insert_on, make_portable
from mkdocs_blog_plugin.urls.relative import root_prefix

SITE = "https://example.org/sub/site/"
POST = "blog/2017/11/03/x/"

parts = st.text(alphabet="ab.%20ü-&'~", min_size=1, max_size=4)
pages = st.lists(st.sampled_from(["a", "b", "blog", "page"]), max_size=4).flatmap(
    lambda folders: st.sampled_from(["", "x.html"]).map(
        lambda name: "".join(f"{folder}/" for folder in folders) + name
    )
)
paths = st.lists(st.one_of(parts, st.sampled_from(["..", "."])), max_size=6).map("/".join)
hrefs = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(["", "", "", "/", "//host/", "https://other.org/", "mailto:"]),
        paths,
        st.sampled_from(["", "/", "?q=a&b=../c", "#part", "#", "/#../x"]),
    ),
).filter(lambda href: "//" not in href.replace("//host/", "").replace("https://other.org/", ""))


def attribute(html: str, name: str) -> str:
    """Return the value of the first attribute `name` as a browser reads it."""
    return next(value for element in parse(html).iter() if (value := element.get(name)) is not None)


@pytest.mark.parametrize(
    ("html", "placed"),
    [
        ('<a href="other.html#x">', '<a href="../../blog/2017/11/03/x/other.html#x">'),
        ('<a href="../../../../y/">', '<a href="../../blog/y/">'),
        ('<a href="../../../../../">', '<a href="../../">'),
        ('<a href="../../../../../../up/">', '<a href="../../../up/">'),
        ('<a href="?a=1&amp;b=2">', '<a href="../../blog/2017/11/03/x/?a=1&amp;b=2">'),
        ('<a href="">', '<a href="../../blog/2017/11/03/x/">'),
        ('<a href="./">', '<a href="../../blog/2017/11/03/x/">'),
        ('<a href="#part">', '<a href="../../blog/2017/11/03/x/#part">'),
        ("<img src=a.png>", '<img src="../../blog/2017/11/03/x/a.png">'),
        ("<img src='a.png'>", "<img src='../../blog/2017/11/03/x/a.png'>"),
        ("<video poster=p.png>", '<video poster="../../blog/2017/11/03/x/p.png">'),
        ("<object data=o.pdf>", '<object data="../../blog/2017/11/03/x/o.pdf">'),
        ("<q cite=q.html>", '<q cite="../../blog/2017/11/03/x/q.html">'),
        ("<form action=go>", '<form action="../../blog/2017/11/03/x/go">'),
        ("<img longdesc=l>", '<img longdesc="../../blog/2017/11/03/x/l">'),
        (
            '<img srcset="a.png, b.png 2x,data:image/gif;base64,R0 3x">',
            (
                '<img srcset="../../blog/2017/11/03/x/a.png, ../../blog/2017/11/03/x/b.png 2x,'
                'data:image/gif;base64,R0 3x">'
            ),
        ),
        (
            "<p style=\"background: url('a.png'), url(b.png)\">",
            (
                "<p style=\"background: url('../../blog/2017/11/03/x/a.png'),"
                ' url(../../blog/2017/11/03/x/b.png)">'
            ),
        ),
    ],
)
def test_relative_urls_lead_from_any_page(html: str, placed: str) -> None:
    assert insert_on(make_portable(html, POST, key="k"), "../../") == placed


@pytest.mark.parametrize(
    "html",
    [
        '<a href="/abs/">',
        '<a href="//host/x">',
        '<a href="https://other.org/x?a&b">',
        '<a href="&#109;&#97;&#105;lto:a@b.org">',
        '<img src="data:image/gif;base64,R0=">',
        '<a title="href=x" class="y">',
        '<p>href="x" id="y"</p>',
        '<!-- <a href="x"> -->',
    ],
)
def test_what_means_the_same_everywhere_stays_as_written(html: str) -> None:
    assert insert_on(make_portable(html, POST, key="k"), "../../") == html


@pytest.mark.parametrize(
    ("html", "placed"),
    [
        ('<h3 id="a">x</h3><a href="#a">', '<h3 id="k-a">x</h3><a href="#k-a">'),
        ('<h3 id="ü">x</h3><a href="#%C3%BC">', '<h3 id="k-ü">x</h3><a href="#k-ü">'),
        ('<a name="old"></a><a href="#old">', '<a name="k-old"></a><a href="#k-old">'),
        (
            '<input type="radio" name="g" id="t1"><label for="t1">',
            '<input type="radio" name="k-g" id="k-t1"><label for="k-t1">',
        ),
        (
            '<b aria-describedby="tip other"></b><i id="tip">',
            '<b aria-describedby="k-tip other"></b><i id="k-tip">',
        ),
        (
            '<svg><g id="s"></g><path fill="url(#s)"/><use xlink:href="#s"/></svg>',
            '<svg><g id="k-s"></g><path fill="url(#k-s)"/><use xlink:href="#k-s"/></svg>',
        ),
        ('<map name="m"></map><img usemap="#m">', '<map name="k-m"></map><img usemap="#k-m">'),
        ('<details name="d">', '<details name="k-d">'),
        ('<meta name="x">', '<meta name="x">'),
    ],
)
def test_references_inside_the_piece_stay_inside_it(html: str, placed: str) -> None:
    assert insert_on(make_portable(html, POST, key="k"), "../") == placed


def test_tabs_stay_connected_and_two_pieces_apart() -> None:
    tabs = convert('=== "A"\n    a\n\n=== "B"\n    b\n')
    pieces = [insert_on(make_portable(tabs, POST, key=key), "../") for key in ("one", "two")]
    document = parse("".join(pieces))
    ids = [element.get("id") for element in document.iter() if element.get("id")]
    assert len(ids) == len(set(ids)) == 4
    assert sorted(label.get("for") or "" for label in document.iter("label")) == sorted(
        found for found in ids if found
    )
    assert len({box.get("name") for box in document.iter("input")}) == 2


def test_one_piece_can_stand_twice_on_a_page() -> None:
    portable = make_portable('<h3 id="a">x</h3>', POST, key="k")
    assert insert_on(portable, "../", ids="two-") == '<h3 id="two-k-a">x</h3>'


def test_characters_of_the_tokens_are_removed_from_the_html() -> None:
    assert insert_on(make_portable(f"<p>{ROOT}a{ID}</p>", POST, key="k"), "../") == "<p>a</p>"


@given(hrefs, pages, pages)
def test_a_placed_link_has_the_target_of_the_written_one(href: str, post: str, page: str) -> None:
    html = f'<a href="{href.replace("&", "&amp;")}">x</a>'
    placed = attribute(insert_on(make_portable(html, post, key="k"), root_prefix(page)), "href")
    assert urljoin(SITE + page, placed) == urljoin(SITE + post, href.strip())


@given(hrefs, pages)
def test_links_placed_with_the_url_of_the_site_are_absolute(href: str, post: str) -> None:
    html = f"<img src='{href.replace('&', '&amp;').replace(chr(39), '&#39;')}'>"
    placed = attribute(insert_on(make_portable(html, post, key="k"), SITE), "src")
    assert urljoin(SITE, placed.removeprefix(SITE)) == urljoin(SITE + post, href.strip())


@given(st.text(alphabet="ab,. 12xw\n", max_size=30), pages, pages)
def test_every_candidate_of_a_srcset_keeps_its_target(srcset: str, post: str, page: str) -> None:
    html = f'<img srcset="{srcset}">'
    placed = attribute(insert_on(make_portable(html, post, key="k"), root_prefix(page)), "srcset")
    assert candidates(placed, SITE + page) == candidates(srcset, SITE + post)


def candidates(srcset: str, base: str) -> list[tuple[str, str]]:
    """Return URLs and descriptors as the algorithm of the HTML standard finds them."""
    found = []
    rest = srcset.lstrip(" \n,")
    while rest:
        url = rest.split()[0]
        rest = rest[len(url) :]
        descriptor = ""
        if not url.endswith(","):
            descriptor, _, rest = rest.partition(",")
        found.append((urljoin(base, url.rstrip(",")), descriptor.strip()))
        rest = rest.lstrip(" \n,")
    return found
