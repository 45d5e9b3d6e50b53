from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.html_samples import bodies, convert, is_balanced, parse

from mkdocs_blog_plugin.html.excerpt import automatic, cut, has_content
from mkdocs_blog_plugin.html.links import insert_on, make_portable
from mkdocs_blog_plugin.html.text import count_words, plain_text
from mkdocs_blog_plugin.settings import ExcerptSettings

DEFAULT = ExcerptSettings()
WHOLE = ExcerptSettings(mode="optional")
SHORT = ExcerptSettings(words=10)

LONG = "word " * 100


def words(count: int, word: str = "word") -> str:
    """Return a paragraph of `count` words."""
    return f"<p>{' '.join([word] * count)}</p>"


@pytest.mark.parametrize(
    "separator",
    [
        "<!-- more -->",
        "<!--more-->",
        "<!--  more-->",
        "<!-- MORE -->",
        "<!-- truncate -->",
        "<!--truncate-->",
        "<!-- excerpt -->",
        "<!--\nExcerpt -->",
    ],
)
def test_every_usual_separator_ends_the_excerpt(separator: str) -> None:
    found = cut(f"<p>before</p>\n{separator}\n<p>after</p>", DEFAULT)
    assert (found.html, found.is_cut, found.has_separator) == ("<p>before</p>", True, True)


@pytest.mark.parametrize(
    ("separator", "body"),
    [
        ("<!-- read  more -->", "<p>before</p><!--Read more--><p>after</p>"),
        ("[[more]]", "<p>before</p><p>[[More]]</p><p>after</p>"),
        ("{% more %}", "<p>before</p>{%  more  %}<p>after</p>"),
        ("<more>", "<p>before</p><p>&lt;more&gt;</p><p>after</p>"),
        ("-->8--", "<p>before</p><p>--&gt;8--</p><p>after</p>"),
    ],
)
def test_a_separator_of_ones_own_can_be_any_text(separator: str, body: str) -> None:
    for separators in ((separator,), (*DEFAULT.separators, separator)):
        found = cut(body, ExcerptSettings(separators=separators))
        assert (found.html, found.has_separator) == ("<p>before</p>", True)


def test_a_separator_can_be_the_last_text() -> None:
    found = cut("<p>before</p>[[more]]", ExcerptSettings(separators=("[[more]]",)))
    assert (found.html, found.is_cut, found.has_separator) == ("<p>before</p>", False, True)


def test_other_comments_do_not_end_the_excerpt() -> None:
    found = cut("<p>a</p><!-- more of it --><!-- see more --><p>b</p>", DEFAULT)
    assert (found.html, found.has_separator) == ("<p>a</p><p>b</p>", False)


@pytest.mark.parametrize(
    "body",
    [
        "```html\n<!-- more -->\n```",
        "Write `<!-- more -->` there.",
        "    <!-- more -->",
        "<pre>\n<!-- more -->\n</pre>",
        "<!-- write <!-- more --> where the excerpt ends",
        '<img src="a.png" alt="<!-- more -->">',
        "<script>\n'<!-- more -->'\n</script>",
    ],
)
def test_a_separator_in_code_or_in_an_attribute_does_not_end_the_excerpt(body: str) -> None:
    assert not cut(convert(f"Text\n\n{body}\n\nText"), DEFAULT).has_separator


def test_the_first_separator_counts() -> None:
    html = convert("One\n\n`<!-- more -->`\n\n<!-- more -->\n\nTwo\n\n<!-- more -->\n\nThree")
    assert plain_text(cut(html, DEFAULT).html) == "One <!-- more -->"


@pytest.mark.parametrize("mode", ["auto", "optional", "required"])
@pytest.mark.parametrize("before", ["", "# Title\n\n", "<!-- a comment -->\n\n", "[TOC]\n\n"])
def test_a_separator_at_the_start_leaves_nothing(mode: str, before: str) -> None:
    settings = ExcerptSettings(mode=mode)  # type: ignore[arg-type]
    found = cut(convert(f"{before}<!-- more -->\n\n## Part\n\nText"), settings)
    assert (found.html, found.is_cut, found.has_separator) == ("", True, True)


@pytest.mark.parametrize("after", ["", "\n\n", "\n\n<!-- the end -->", "\n\n<div></div>"])
def test_a_separator_at_the_end_cuts_nothing(after: str) -> None:
    found = cut(convert(f"Text\n\n<!-- more -->{after}"), DEFAULT)
    assert (found.html, found.is_cut, found.has_separator) == ("<p>Text</p>", False, True)


def test_a_picture_after_the_separator_is_something_to_continue_with() -> None:
    assert cut(convert("Text\n\n<!-- more -->\n\n![](a.png)"), DEFAULT).is_cut


@pytest.mark.parametrize(
    ("body", "excerpt"),
    [
        ("Start <!-- more --> end", "<p>Start </p>"),
        ("Start\n\n<!-- more -->end", "<p>Start</p>"),
        ("- one\n\n    <!-- more -->\n\n- two", "<ul>\n<li>\n<p>one</p>\n</li></ul>"),
        ("- one\n- <!-- more --> two", "<ul>\n<li>one</li>\n</ul>"),
        ("> one\n>\n> <!-- more -->\n>\n> two", "<blockquote>\n<p>one</p>\n</blockquote>"),
        ("*One <!-- more --> two*", "<p><em>One </em></p>"),
        (
            "!!! note\n    one\n\n    <!-- more -->\n\n    two",
            (
                '<div class="admonition note">\n<p class="admonition-title">Note</p>\n'
                "<p>one</p>\n</div>"
            ),
        ),
        (
            '<div class="a" markdown>\none\n\n<!-- more -->\n\ntwo\n</div>',
            '<div class="a">\n<p>one</p>\n</div>',
        ),
    ],
)
def test_what_a_separator_leaves_open_is_closed(body: str, excerpt: str) -> None:
    assert cut(convert(body), DEFAULT).html == excerpt


def test_a_separator_inside_a_tab_keeps_the_tabs_whole() -> None:
    html = convert('=== "A"\n    one\n\n    <!-- more -->\n\n    two\n\n=== "B"\n    three')
    found = cut(html, DEFAULT)
    assert is_balanced(found.html)
    assert plain_text(found.html) == "A B one"


@pytest.mark.parametrize(
    ("blocks", "taken"),
    [
        ([10, 10, 10], 1),
        ([4, 4, 4, 40], 3),
        ([4, 4, 6, 40], 2),
        ([4, 4, 20, 40], 2),
        ([30, 40], 1),
        ([9, 4, 40], 1),
        ([3, 4, 4, 1], 4),
        ([5], 1),
        ([30], 1),
        ([10, 2], 2),
        ([10, 3], 1),
    ],
)
def test_without_separator_the_nearest_block_bound_ends_the_excerpt(
    blocks: list[int], taken: int
) -> None:
    found = cut("\n".join(words(count) for count in blocks), SHORT)
    assert found.html == "\n".join(words(count) for count in blocks[:taken])
    assert (found.is_cut, found.has_separator) == (taken < len(blocks), False)


@pytest.mark.parametrize(
    "block",
    [
        f"```python\n{LONG}\n```",
        f"| a | b |\n|---|---|\n| {LONG} | b |\n| c | d |",
        f"!!! tip\n    {LONG}\n\n    {LONG}",
        f"??? tip\n    {LONG}\n\n    {LONG}",
        f"- {LONG}\n- {LONG}",
        f'=== "A"\n    {LONG}\n\n=== "B"\n    {LONG}',
        f"> {LONG}\n>\n> {LONG}",
        f"Term\n:   {LONG}",
    ],
)
def test_blocks_are_taken_whole_or_not_at_all(block: str) -> None:
    after = cut(convert(f"A text.\n\n{block}\n\nThe end of it all."), SHORT)
    assert after.html == "<p>A text.</p>"
    first = cut(convert(f"{block}\n\n{LONG}"), SHORT)
    assert first.html == convert(block)


@pytest.mark.parametrize("heading", ["## Part", "Part\n----", "---", "### Part\n\n---"])
def test_an_excerpt_does_not_end_with_a_heading_or_a_rule(heading: str) -> None:
    found = cut(convert(f"One two three four five six.\n\n{heading}\n\n{LONG}"), SHORT)
    assert found.html == "<p>One two three four five six.</p>"


@pytest.mark.parametrize("start", ["![](a.png)", "## Part", "## Part\n\n![](a.png)\n\n![](b.png)"])
def test_a_heading_or_a_picture_alone_is_not_an_excerpt(start: str) -> None:
    found = cut(convert(f"{start}\n\nSome text.\n\n{LONG}"), ExcerptSettings(words=1))
    assert plain_text(found.html).endswith("Some text.")
    assert found.is_cut


@pytest.mark.parametrize("wrapper", ['div dir="rtl"', "section lang=ar", "main", "article"])
def test_a_wrapper_around_the_whole_post_is_cut_inside(wrapper: str) -> None:
    end = f"</{wrapper.partition(' ')[0]}>"
    found = cut(f"<{wrapper}>\n{words(10)}\n{words(90)}\n{end}", SHORT)
    assert (found.html, found.is_cut) == (f"<{wrapper}>\n{words(10)}{end}", True)


def test_a_box_around_the_whole_post_is_not_cut_inside() -> None:
    html = f'<div class="grid">{words(10)}{words(90)}</div>'
    assert cut(html, SHORT).html == html


def test_pictures_count_as_words_where_an_excerpt_is_cut() -> None:
    html = convert("Text\n\n" + "![](a.png)\n\n" * 40)
    found = cut(html, DEFAULT)
    assert found.html.count("<img") == 3
    assert found.is_cut


def test_a_post_of_pictures_only_is_shown_whole() -> None:
    found = cut(convert("![](a.png)\n\n" * 9), DEFAULT)
    assert found.html.count("<img") == 9
    assert not found.is_cut


def test_a_few_more_words_are_shown_rather_than_announced() -> None:
    assert not cut(convert(f"{LONG}\n\n## The end\n\nSee you."), ExcerptSettings(words=80)).is_cut
    assert cut(convert(f"{LONG}\n\n![](a.png)"), ExcerptSettings(words=60)).is_cut


@pytest.mark.parametrize(("left", "is_cut"), [(25, False), (26, True)])
def test_up_to_a_quarter_of_the_excerpt_is_little(left: int, is_cut: bool) -> None:  # noqa: FBT001
    found = cut(words(100) + words(left), ExcerptSettings(words=100))
    assert (count_words(found.html), found.is_cut) == (100 if is_cut else 125, is_cut)


def test_chinese_is_measured_by_character() -> None:
    found = cut(convert("\n\n".join(["汉字" * 30 + "。"] * 9)), DEFAULT)
    assert found.html.count("<p>") == 2
    assert found.is_cut


@pytest.mark.parametrize("mode", ["optional", "required"])
def test_without_separator_other_modes_show_the_whole_post(mode: str) -> None:
    html = convert(f"{LONG}\n\n{LONG}")
    found = cut(html, ExcerptSettings(mode=mode))  # type: ignore[arg-type]
    assert (found.html, found.is_cut, found.has_separator) == (html, False, False)


@pytest.mark.parametrize("separators", [(), ("",), (" ",)])
def test_separators_can_be_switched_off(separators: tuple[str, ...]) -> None:
    html = "<p>a</p><!-- more --><p>b</p>"
    found = cut(html, ExcerptSettings(separators=separators, mode="optional"))
    assert found.html == "<p>a</p><p>b</p>"


@pytest.mark.parametrize("settings", [DEFAULT, WHOLE])
def test_footnotes_stay_with_the_post(settings: ExcerptSettings) -> None:
    html = convert("Text[^1] and more[^1].\n\n[^1]: A note with a [link](x.md).")
    found = cut(html, settings)
    assert found.html == "<p>Text and more.</p>"
    assert found.is_cut


def test_definitions_after_the_separator_hold_before_it() -> None:
    html = convert("[Link][l], HTML.\n\n<!-- more -->\n\n[l]: https://x.org\n*[HTML]: Markup")
    found = cut(html, DEFAULT)
    assert found.html == (
        '<p><a href="https://x.org">Link</a>, <abbr title="Markup">HTML</abbr>.</p>'
    )
    assert not found.is_cut


@pytest.mark.parametrize(
    ("html", "excerpt"),
    [
        ('<h1 id="t">T</h1>\n<p>a</p>', "<p>a</p>"),
        ("<!-- c -->\n<h1>T</h1>\n<p>a</p>", "<p>a</p>"),
        ('<div class="toc"><ul><li>T</li></ul></div>\n<p>a</p>', "<p>a</p>"),
        ("<p>a</p><script>b</script><style>c</style>", "<p>a</p>"),
        ('<h2>A<a class="headerlink" href="#a">¶</a></h2><p>a</p>', "<h3>A</h3><p>a</p>"),
        ('<p>class="toc"</p>', '<p>class="toc"</p>'),
        ("</div><p>a", "<p>a</p>"),
    ],
)
def test_what_belongs_to_the_page_is_left_out(html: str, excerpt: str) -> None:
    assert cut(html, WHOLE).html == excerpt


@pytest.mark.parametrize(
    ("levels", "shown"),
    [("2", "3"), ("23456", "34566"), ("13", "35"), ("4", "3"), ("34", "34"), ("212", "434")],
)
def test_headings_go_below_the_titles_of_the_list(levels: str, shown: str) -> None:
    html = "<p>a</p>" + "".join(f"<h{level} id=x>h</h{level}>" for level in levels)
    found = cut(html, WHOLE).html
    assert re.findall(r"<h(\d)", found) == re.findall(r"</h(\d)", found) == [*shown]


def test_the_same_ids_in_several_excerpts_are_unique_on_a_page() -> None:
    body = cut(
        convert(
            """
            Text[^1] and a [link](#part).

            ## Part

            - [x] done

            === "A"
                one
            === "B"
                two

            ```python linenums="1"
            x = 1
            ```

            [^1]: Note.
            """
        ),
        WHOLE,
    ).html
    page = "".join(insert_on(make_portable(body, f"{key}/", key=key), "../") for key in ("a", "b"))
    ids = [element.get("id") for element in parse(page).iter() if element.get("id")]
    assert len(ids) == len(set(ids)) > 8
    for element in parse(page).iter("a"):
        assert element.get("href", "#" + element.get("name", "")).removeprefix("#") in ids


def test_an_automatic_excerpt_ignores_separators() -> None:
    found = automatic(f"<h1>T</h1><!-- more -->{words(10)}{words(90)}", 10)
    assert (found.html, found.is_cut, found.has_separator) == (words(10), True, False)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("", False),
        (" \n<p> </p><!-- a --><script>b</script>", False),
        ("<p>a</p>", True),
        ("<p><img src=a></p>", True),
        ("<iframe></iframe>", True),
        ("tail", True),
    ],
)
def test_content_is_what_a_reader_sees(html: str, expected: bool) -> None:  # noqa: FBT001
    assert has_content(html) is expected


settings = st.builds(
    ExcerptSettings,
    mode=st.sampled_from(["auto", "optional", "required"]),
    words=st.integers(min_value=0, max_value=12),
)


@given(bodies, bodies, st.booleans(), settings)
def test_an_excerpt_is_a_balanced_beginning(
    before: str,
    after: str,
    separated: bool,  # noqa: FBT001
    how: ExcerptSettings,
) -> None:
    body = f"{before}\n{'<!-- more -->' if separated else ''}\n{after}"
    found = cut(body, how)
    assert is_balanced(found.html)
    assert plain_text(body).startswith(plain_text(found.html))
    assert found.has_separator is separated
    if not found.is_cut:
        assert plain_text(body) == plain_text(found.html)


@given(bodies, st.integers(min_value=0, max_value=12))
def test_an_automatic_excerpt_has_text_if_the_post_has(body: str, limit: int) -> None:
    found = automatic(body, limit)
    assert bool(found.html) is has_content(body)
    assert bool(count_words(found.html)) is bool(count_words(body))


@given(bodies, st.integers(min_value=0))
def test_a_separator_anywhere_leaves_a_balanced_excerpt(body: str, at: int) -> None:
    position = at % (len(body) + 1)
    found = cut(body[:position] + "<!-- more -->" + body[position:], DEFAULT)
    assert is_balanced(found.html)


OVERSIZED = {
    "listing": convert("```\n" + "a line of code\n" * 100 + "```"),
    "items": convert("\n".join(f"- item {number} of many" for number in range(200))),
    "table": convert("| a | b |\n|---|---|\n" + "| c d | e f |\n" * 100),
    "sentences": "<p>" + "This is one of many sentences. " * 60 + "</p>",
    "quote": f"<blockquote>{words(30) * 20}</blockquote>",
}


@pytest.mark.parametrize("kind", OVERSIZED)
def test_a_first_block_that_is_too_long_is_cut_inside(kind: str) -> None:
    found = cut(OVERSIZED[kind] + words(50), DEFAULT)
    assert 50 <= count_words(found.html) <= 90
    assert found.is_cut
    assert is_balanced(found.html)
    shown = plain_text(found.html)
    assert shown.endswith(("code", "many", "f", "sentences.", "word"))


@pytest.mark.parametrize(
    ("wanted", "count", "taken"), [(50, 250, 250), (50, 251, 50), (200, 400, 400), (200, 401, 200)]
)
def test_a_first_block_is_too_long_with_250_words_and_twice_the_wanted_ones(
    wanted: int, count: int, taken: int
) -> None:
    found = cut(words(count, "Word.") + words(wanted), ExcerptSettings(words=wanted))
    assert count_words(found.html) == taken


def test_a_block_that_can_only_be_had_whole_stays_whole() -> None:
    numbered = '<table><tr><td class="linenos"><pre>1\n2</pre></td><td><pre>'
    listing = f"{numbered}{'word ' * 300}\n{'word ' * 300}</pre></td></tr></table>"
    assert count_words(cut(listing + words(50), DEFAULT).html) == 602
