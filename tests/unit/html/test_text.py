from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from material.plugins.blog.readtime import readtime
from support.html_samples import bodies, convert

from mkdocs_blog_plugin.html.text import (
    count_pictures,
    count_words,
    plain_text,
    prose,
    reading_time,
    shorten,
)

details = st.sampled_from(
    [
        "<script>var a = '<img>' + b;</script>",
        "<style>p > a { color: red }</style>",
        "<svg width='1'><title>no words</title><path d='M0 0'/></svg>",
        "<svg><svg><text>in</text></svg><text>out</text></svg>",
        "<object data='a.pdf'><p>instead of it</p></object>",
        "<!-- <img> in a comment -->",
        "<!DOCTYPE html>",
        "<IMG SRC='a.png' ALT='x'/>",
        "<p>&copy; caf&eacute; &#233;t&#xe9; &mdash; &nbsp; &lt;img&gt;</p>",
        "loose text, 1 < 2",
    ]
)
"""What a count of words may trip over."""


@given(
    st.lists(st.one_of(bodies, details), max_size=8).map("\n".join),
    st.integers(min_value=1, max_value=400),
)
def test_reading_times_are_those_of_material(html: str, words_per_minute: int) -> None:
    assert reading_time(html, words_per_minute) == readtime(html, words_per_minute)


@given(st.text(alphabet="aéßЖب_1 .,-\n—’¶\xa0", max_size=40), st.integers(1, 9))
def test_letters_of_many_scripts_make_words_as_with_material(text: str, rate: int) -> None:
    assert reading_time(f"<p>{text}</p>", rate) == readtime(f"<p>{text}</p>", rate)


@pytest.mark.parametrize(
    ("html", "minutes"),
    [
        ("", 1),
        ("<p>one</p>", 1),
        ("<p>" + "word " * 265 + "</p>", 2),
        ("<p>" + "word " * 263 + "</p>", 1),
        ("<img>" * 5, 1),
        ("<img>" * 30, 3),
        ("<p>" + "汉字" * 240 + "</p>", 2),
        ("<p>" + "汉字" * 230 + "。</p>", 1),
        ("<p>" + "かな" * 480 + "</p>", 3),
        ("<p>" + "한국어 " * 265 + "</p>", 2),
    ],
)
def test_minutes_come_from_words_pictures_and_characters(html: str, minutes: int) -> None:
    assert reading_time(html, 265) == minutes


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("", 0),
        ("<p>don't stop-motion</p><p>now</p>", 3),
        ("<ul><li>a</li><li>b</li></ul>", 2),
        ("<!-- a b --><script>c d</script><svg><text>e</text></svg>f", 1),
        ("a&nbsp;b &amp; c", 4),
        ("<p>汉字汉字汉字汉字汉</p>", 5),
        ("<p>用 Python 写</p>", 3),
        ("<p>Это — текст</p>", 3),
    ],
)
def test_words_are_separated_by_white_space(html: str, words: int) -> None:
    assert count_words(html) == words


@pytest.mark.parametrize(
    ("html", "pictures"),
    [("<img src=a><IMG/>", 2), ("<imgs><!-- <img> --><image>", 0), ("&lt;img>", 0)],
)
def test_pictures_are_img_elements(html: str, pictures: int) -> None:
    assert count_pictures(html) == pictures


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>a\n  b</p><p>c</p>", "a b c"),
        ("<p>a<b>b</b>c &lt; d&nbsp;&amp;&#x263a;</p>", "abc < d &☺"),
        ("a<br>b<hr>c", "a b c"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a b"),
        ("a<script>b</script><style>c</style><svg><title>d</title></svg><!-- e -->f", "af"),
        ('<h2 id="a">A<a class="headerlink" href="#a">¶</a></h2>', "A"),
        ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "漢"),
        ("1 < 2 <img alt='x > y'>", "1 < 2"),
        ("&amp;lt;p&amp;gt;", "&lt;p&gt;"),
    ],
)
def test_plain_text_is_what_a_reader_sees(html: str, text: str) -> None:
    assert plain_text(html) == text


def test_the_text_of_rendered_markdown_is_that_of_its_source() -> None:
    html = convert("# A *title*\n\nWith `a < b`, [a link](x.md) and &copy;.\n\n- item\n- item")
    assert plain_text(html) == "A title With a < b, a link and ©. item item"


@pytest.mark.parametrize(
    ("text", "length", "expected"),
    [
        ("Short.", 10, "Short."),
        ("exactly ten", 11, "exactly ten"),
        ("  a \n b ", 10, "a b"),
        ("one two three", 10, "one two…"),
        ("one two, three", 10, "one two…"),
        ("one two three", 7, "one…"),
        ("汉" * 20, 10, "汉" * 9 + "…"),
        ("a " + "汉" * 20, 10, "a " + "汉" * 7 + "…"),
        ("", 10, ""),
    ],
)
def test_a_long_text_is_cut_after_a_word(text: str, length: int, expected: str) -> None:
    assert shorten(text, length) == expected


@given(st.text(), st.integers(min_value=4, max_value=60))
def test_a_short_text_is_the_beginning_of_the_whole(text: str, length: int) -> None:
    found, whole = shorten(text, length), " ".join(text.split())
    assert len(found) <= length
    assert whole.startswith(found.removesuffix("…"))
    assert len(whole) > length or found == whole


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>a</p><pre><code>b</code></pre><p>c <code>d</code></p>", "a c d"),
        ('<div class="admonition note"><p class="admonition-title">Note</p><p>a</p></div>', "a"),
        ("<details><summary>More</summary><p>a</p></details>", "a"),
        ('<div class="language-py highlight"><pre>b</pre></div><p>a</p>', "a"),
        ("<table><tr><td>b</td></tr></table><p>a</p><button>c</button>", "a"),
        ('<div class="tabbed-labels"><label>b</label></div><p>a</p>', "a"),
        ("<pre>only code</pre>", "only code"),
    ],
)
def test_a_summary_is_prose(html: str, text: str) -> None:
    assert prose(html) == text
