from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.html_samples import bodies, is_balanced, parse

from mkdocs_blog_plugin.html.markup import TOKEN, balanced, elements, is_start, without

pieces = st.lists(
    st.sampled_from(
        [
            *("<p>", "</p>", "<div class='a'>", "</div>", "<ul>", "<li>", "</li>", "</ul>", "<b>"),
            *("</b>", '<a href="x">', "</a>", "<br>", "<br/>", "<img src=x>", "<svg>", "</svg>"),
            *("<path d='M0'/>", "<!--", "-->", "<!-- c -->", "<script>", "</script>", "<", ">"),
            *("</", "<p", '"', "'", "text", "&lt;", "\n", "<h2>", "</h2>", "<a name=x />"),
            *(
                '<p "',
                "<p '",
                "<a =",
                "</ ",
                "<title>",
                "</title>",
                "<iframe>",
                "</iframe>",
                "<xmp>",
            ),
            *("<plaintext>", "<?x", "<a href=x/>", "<\u017f>", "<a\u2003b='", "<textarea>"),
            *("<pre>", "</pre>", "<table>", "<tr>", "<td>", "</table>", "<!DOCTYPE html>"),
        ]
    ),
    max_size=14,
).map("".join)
"""What no author means to write."""


@pytest.mark.parametrize(
    ("html", "tokens"),
    [
        ("<p>a</p>", ["<p>", "</p>"]),
        ('<img alt="a > b" src=x>', ['<img alt="a > b" src=x>']),
        ("<a title='<b>'>", ["<a title='<b>'>"]),
        ("<!-- <p> --><p>", ["<!-- <p> -->", "<p>"]),
        ("<!--> <p>", ["<!-->", "<p>"]),
        ("<!-- to the end <p>", ["<!-- to the end <p>"]),
        ("<script>'<p>'</script><p>", ["<script>'<p>'</script>", "<p>"]),
        ("<STYLE>p > a</STYLE >", ["<STYLE>p > a</STYLE >"]),
        ("<!DOCTYPE html><?php x ?>", ["<!DOCTYPE html>", "<?php x ?>"]),
        ("a < b && c <3", []),
        ("<p>a<b", ["<p>", "<b"]),
        ("<p>a<b title='c> <p>", ["<p>", "<b title='c> <p>"]),
        ("<scripted-thing>", ["<scripted-thing>"]),
        ('<p "><b>', ['<p ">', "<b>"]),
        ('<p =">"<b>', ['<p =">', "<b>"]),
        ("<p a=\"b\"c='>'>", ["<p a=\"b\"c='>'>"]),
        ("</ p><b>", ["</ p>", "<b>"]),
        ("<!doctype", ["<!doctype"]),
        ("<title><b></title><b>", ["<title><b>", "</title>", "<b>"]),
        ("<xmp><b></xmp><b>", ["<xmp><b></xmp>", "<b>"]),
        ("<plaintext><b></plaintext>", ["<plaintext><b></plaintext>"]),
        ("<script></script x><b>", ["<script></script x>", "<b>"]),
        ("<\u017fcript>", []),
    ],
)
def test_html_is_read_as_tokens(html: str, tokens: list[str]) -> None:
    assert [token[0] for token in TOKEN.finditer(html)] == tokens


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>a</p>b<hr><p>c</p>", ["<p>a</p>", "<hr>", "<p>c</p>"]),
        ("<div>a<div>b</div>c</div>d", ["<div>a<div>b</div>c</div>"]),
        ("<DIV>a<div/></div>b", ["<DIV>a<div/></div>"]),
        ("</p><!-- x --><p>a</p>", ["<p>a</p>"]),
        ("<div><p>never closed", ["<div><p>never closed"]),
    ],
)
def test_elements_end_where_their_end_tag_is(html: str, found: list[str]) -> None:
    assert [html[start.start() : end] for start, end in elements(html)] == found


def test_what_is_left_out_goes_with_its_content() -> None:
    html = '<p>a<b>b<i>c</i></b>d<!-- e --><script>"<b>"</script></p><b>f</b>'
    assert without(html, lambda start: start["name"] == "b") == "<p>ad</p>"


@pytest.mark.parametrize(
    ("html", "closed"),
    [
        ("<p>a", "<p>a</p>"),
        ("<ul><li>a<li>b</ul>", "<ul><li>a<li>b</li></li></ul>"),
        ("a</div></p>b", "ab"),
        ("<p><b>a</p>b", "<p><b>a</b></p>b"),
        ("a<div><p> ", "a"),
        ("<p>a</p><div><p></p>", "<p>a</p><div><p></p></div>"),
        ("a < b <3", "a &lt; b &lt;3"),
        ("a<b title='>c", "a"),
        ("a<b", "a"),
        ('<a name="x"/>a', '<a name="x"></a>a'),
        ("<a href=x/>a</a>", "<a href=x/>a</a>"),
        ('<p "> </div>', ""),
        ('<p ">a</div>', '<p ">a</p>'),
        ("<p>a<plaintext>b</p>", "<p>a</p>"),
        ("<br/><IMG src=x>a", "<br/><IMG src=x>a"),
        ("<svg><path d='M0'/></svg>", "<svg><path d='M0'></path></svg>"),
    ],
)
def test_open_elements_are_closed(html: str, closed: str) -> None:
    assert balanced(html) == closed


@given(pieces)
def test_balanced_html_changes_nothing_around_it(html: str) -> None:
    document = parse(f"<div id=in>{balanced(html)}</div><i id=after>z</i>")
    body = document.find("body")
    assert body is not None
    assert [child.get("id") for child in body if child.get("id")] == ["in", "after"]
    assert [*body][-1].text == "z"


@given(pieces)
def test_balancing_twice_is_balancing_once(html: str) -> None:
    assert balanced(balanced(html)) == balanced(html)


@given(bodies)
def test_well_formed_html_stays_as_it_is(html: str) -> None:
    html = without(html, lambda _: False)
    assert is_balanced(html)
    assert balanced(html) == html


@given(bodies)
def test_nothing_dropped_leaves_all_but_comments(html: str) -> None:
    kept = without(html, lambda _: False)
    assert "<!--" not in kept
    assert [t[0] for t in TOKEN.finditer(kept)] == [
        t[0] for t in TOKEN.finditer(html) if t["name"] is not None
    ]


@given(bodies)
def test_everything_dropped_leaves_no_tags(html: str) -> None:
    assert not any(is_start(token) for token in TOKEN.finditer(without(html, is_start)))
