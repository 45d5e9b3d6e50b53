from __future__ import annotations

import mf2py
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.html_samples import bodies, convert, is_balanced

from mkdocs_blog_plugin.html.title import has_h1, mark_name, split_title, without_title


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("# Title", "Title"),
        ("Title\n=====", "Title"),
        ("# With `code` & [link](x.md)", "With code & link"),
        ("# With ![a picture](x.png) 🎉", "With 🎉"),
        ("<!-- a comment -->\n\n# Title", "Title"),
        ("# Title { #own-id .with-class }", "Title"),
        ('<h1 align="center" title="a > b">Title</h1>', "Title"),
        ("# One\n\n# Two", "One"),
    ],
)
def test_an_h1_at_the_beginning_is_the_title(body: str, text: str) -> None:
    html = convert(f"{body}\n\nText")
    title = split_title(html)
    assert title.text == text
    assert title.h1_html is not None
    assert title.rest == html.replace(title.h1_html, "", 1) == without_title(html)


@pytest.mark.parametrize(
    "before",
    [
        "<html><head></head><body>",
        "<div>\n<div class='wrapper'><div></div><!-- empty -->",
        "<!DOCTYPE html><Section>",
    ],
)
def test_an_h1_is_at_the_beginning_of_what_wraps_the_body(before: str) -> None:
    title = split_title(f"{before}<h1>Title</h1><p>Text</p>")
    assert title.text == "Title"
    assert title.rest == f"{before}<p>Text</p>"


@pytest.mark.parametrize(
    "html",
    [
        "<div><img></div><h1>b</h1>",
        "<divide><h1>b</h1>",
        "",
        "<p>a</p><h1>b</h1>",
        "<h2>a</h2>",
        "a<h1>b</h1>",
        "<h1>a",
        "<h1 x='>a</h1>",
    ],
)
def test_anything_else_is_not_a_title(html: str) -> None:
    title = split_title(html)
    assert (title.h1_html, title.text, title.rest) == (None, "", html)
    assert without_title(html) == html


@pytest.mark.parametrize(
    ("h1", "marked"),
    [
        ("<h1>a</h1>", '<h1><span class="p-name">a</span></h1>'),
        (
            '<h1 id="a"><code>a</code> b<a class="headerlink" href="#a">&para;</a></h1>',
            (
                '<h1 id="a"><span class="p-name"><code>a</code> b</span>'
                '<a class="headerlink" href="#a">&para;</a></h1>'
            ),
        ),
        (
            '<h1><a class="headerlink" href="#a">#</a>a</h1>',
            '<h1><a class="headerlink" href="#a">#</a><span class="p-name">a</span></h1>',
        ),
        ('<h1><a href="x">a</a></h1>', '<h1><span class="p-name"><a href="x">a</a></span></h1>'),
        ("<h1></h1>", "<h1></h1>"),
        ("<p>a</p>", "<p>a</p>"),
    ],
)
def test_the_name_is_marked_inside_the_h1(h1: str, marked: str) -> None:
    assert mark_name(h1) == marked


def test_a_parser_reads_the_marked_name() -> None:
    h1 = split_title(convert("# A `b` & c")).h1_html
    assert h1 is not None
    parsed = mf2py.parse(doc=f'<div class="h-entry">{mark_name(h1)}</div>')
    assert parsed["items"][0]["properties"]["name"] == ["A b & c"]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a</p><H1 id=x>b</H1>", True),
        ("<p>a</p>", False),
        ("<!-- <h1>a</h1> -->", False),
        ("<h1x>a</h1x>", False),
        ("<code>&lt;h1></code>", False),
        ("<script>'<h1>a</h1>'</script>", False),
    ],
)
def test_an_h1_is_found_anywhere_in_a_body(html: str, expected: bool) -> None:  # noqa: FBT001
    assert has_h1(html) is expected


@given(st.sampled_from(["", "\n", "<!-- a -->\n"]), bodies)
def test_a_body_is_its_title_and_the_rest(before: str, body: str) -> None:
    title = split_title(f"{before}<h1>t</h1>{body}")
    assert title.h1_html == "<h1>t</h1>"
    assert title.rest == before + body
    assert is_balanced(title.rest)
