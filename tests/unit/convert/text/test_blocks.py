"""Each construct that real blogs hold, as the old engine's Markdown and as Python-Markdown's."""

from __future__ import annotations

from itertools import product

import markdown
import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st
from support.old_blogs import COMMONMARK, KRAMDOWN

from mkdocs_blog_plugin.convert.text.blocks import convert_blocks

EXTENSIONS = [
    "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "sane_lists", "tables", "toc",
    "pymdownx.arithmatex", "pymdownx.betterem", "pymdownx.highlight", "pymdownx.magiclink",
    "pymdownx.superfences", "pymdownx.tasklist", "pymdownx.tilde",
]  # fmt: skip


def rendered(text: str, flavour: object = KRAMDOWN) -> BeautifulSoup:
    """Return what Python-Markdown makes of `text` after its conversion."""
    body = convert_blocks(text, flavour)  # type: ignore[arg-type] # one of the two
    return BeautifulSoup(markdown.markdown(body, extensions=EXTENSIONS), "html.parser")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("* a\n  * b\n    * c\n* d\n", "* a\n    * b\n        * c\n* d\n"),
        ("1. a\n   - b\n\n2. c\n", "1. a\n    - b\n\n2. c\n"),
        ("- a\n\n  more\n- b\n", "- a\n\n    more\n\n- b\n"),
        ("- a\nlazy\n", "- a\n    lazy\n"),
        ("1) a\n2) b\n", "1. a\n2. b\n"),
        ("text\n* a\n* b\n", "text\n\n* a\n* b\n"),
        ("- a\n\n  ```js\n  x\n  ```\n- b\n", "- a\n\n    ```js\n    x\n    ```\n\n- b\n"),
        ("-   a\n\n    b\n", "- a\n\n    b\n"),
        ("- a\n\n      code\n", "- a\n\n        code\n"),
        ("\t- a\n", "\t- a\n".expandtabs(4)),
        ("- \n- b\n", "- \n- b\n"),
        ("- [ ] todo\n- [x] done\n", "- [ ] todo\n- [x] done\n"),
    ],
)
def test_lists_are_indented_by_four(before: str, after: str) -> None:
    assert convert_blocks(before, KRAMDOWN) == after.lstrip("\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("text\n```js\nx\n```\nmore\n", "text\n\n```js\nx\n```\n\nmore\n"),
        ("  ```js\n  x\n  ```\n", "```js\nx\n```\n"),
        ("```js\nx\n", "```js\nx\n```\n"),
        (
            '```js title="a.js" {1,3-4} other\nx\n```\n',
            '```js title="a.js" hl_lines="1 3-4"\nx\n```\n',
        ),
        ("``` {.python .numberLines}\nx\n```\n", '```python linenums="1"\nx\n```\n'),
        ("~~~\nx\n~~~\n{: .language-ruby}\n", "~~~ruby\nx\n~~~\n"),
        ("1. a\n\n  ```\n  x\n  ```\n2. b\n", "1. a\n\n    ```\n    x\n    ```\n\n2. b\n"),
        ("- ```\n  x\n  ```\n", "- \n\n    ```\n    x\n    ```\n"),
    ],
)
def test_fences_stand_free_and_say_what_superfences_reads(before: str, after: str) -> None:
    assert convert_blocks(before, KRAMDOWN) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("* TOC\n{:toc}\n", "[TOC]\n"),
        ("1. x\n{:toc}\n\ntext\n", "[TOC]\n\ntext\n"),
        ("## Head\n{:.no_toc}\n", "## Head {: .no_toc }\n"),
        ("{:#top}\n## Head\n", "## Head {: #top }\n"),
        ("text\n{: .lead}\n", "text\n{: .lead }\n"),
        ("{: .lead}\ntext\n", "text\n{: .lead }\n"),
        ("- a\n- b\n{: .plain}\n", "- a\n- b\n"),
        ("|a|b|\n|-|-|\n|1|2|\n{: .wide}\n", "|a|b|\n|-|-|\n|1|2|\n"),
        ("> be careful\n{: .prompt-warning }\n", "!!! warning\n\n    be careful\n"),
        ("{:lead: .lead title='x'}\ntext\n{: lead}\n", "text\n{: .lead title='x' }\n"),
        ("![a](b.png){:.x}{: width='3'}\n", "![a](b.png){:.x width='3'}\n"),
        ("{::comment}\nhidden\n{:/comment}\n\ntext\n", "<!-- hidden -->\n\ntext\n"),
        ("a {::nomarkdown}<b>x</b>{:/} c\n", "a <b>x</b> c\n"),
        ("a\n\n^\n\nb\n", "a\n\n<!-- -->\n\nb\n"),
    ],
)
def test_attribute_lists_find_what_they_belong_to(before: str, after: str) -> None:
    assert convert_blocks(before, KRAMDOWN) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("text\n| a | b |\n|---|---|\n| 1 | 2 |\n", "text\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"),
        ("| a | b |\n|---+---|\n| 1 | 2 |\n", "| a | b |\n|---|---|\n| 1 | 2 |\n"),
        ("| a | b |\n| 1 | 2 |\n", "|   |   |\n|---|---|\n| a | b |\n| 1 | 2 |\n"),
        ("|a|b|\n|-|-|\n|1|2|\n|===\n|3|4|\n", "|a|b|\n|-|-|\n|1|2|\n|3|4|\n"),
    ],
)
def test_tables_have_a_header_and_a_blank_line_before(before: str, after: str) -> None:
    assert convert_blocks(before, KRAMDOWN) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a $$x_1 * y_2$$ b\n", "a \\(x_1 * y_2\\) b\n"),
        ("text\n$$\n- a\n- b\n$$\nmore\n", "text\n\n$$\n- a\n- b\n$$\n\nmore\n"),
        ("$$x$$\n", "$$x$$\n"),
        ("\\begin{align}\na &= b \\\\\n* c\n\\end{align}\n",) * 2,
        ("`$$x$$` stays\n",) * 2,
        ("```\n$$\n- a\n$$\n```\n",) * 2,
    ],
)
def test_formulas_are_what_arithmatex_reads(before: str, after: str) -> None:
    assert convert_blocks(before, KRAMDOWN) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a \\< b \\$ c \\* d\n", "a &#60; b &#36; c \\* d\n"),
        ("a\\\nb\n", "a  \nb\n"),
        ("`\\<` and ``a ` \\<``\n",) * 2,
        ("#nothead\n", "\\#nothead\n"),
        ("in\n2015. It was\n", "in\n2015\\. It was\n"),
        ("Title\n=====\n", "# Title\n"),
        ("## Use {name}\n", "## Use \\{name}\n"),
        ("## Use {#id}\n",) * 2,
        ("`code`{x}\n", "`code`\\{x}\n"),
        ("<https://a.b/\\x>\n",) * 2,
        ("> [!TIP]\n> a\n", "!!! tip\n\n    a\n"),
        ("***\n", "---\n"),
    ],
)
def test_text_of_commonmark_is_read_alike(before: str, after: str) -> None:
    assert convert_blocks(before, COMMONMARK) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<div>\n\n*a*\n\n</div>\n", '<div markdown="1">\n\n*a*\n\n</div>\n'),
        ("<p>open\n\nafter\n", "<p>open</p>\n\nafter\n"),
        ("<div>*a*</div>\n",) * 2,
        ("<!-- open\n", "<!-- open\n-->\n"),
    ],
)
def test_html_ends_where_commonmark_ends_it(before: str, after: str) -> None:
    assert convert_blocks(before, COMMONMARK) == after


def test_an_element_stays_raw_for_kramdown_unless_it_asks_for_markdown() -> None:
    raw = "<div>\n  <b>a</b>\n\n    * b\n</div>\n"
    assert convert_blocks(raw, KRAMDOWN) == raw
    asked = convert_blocks('<div markdown="1">\n- a\n  - b\n</div>\n', KRAMDOWN)
    assert asked == '<div markdown="1">\n\n- a\n    - b\n\n</div>\n'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<div>a</div>\npara *x*\n- b\n", "<div>a</div>\n\npara *x*\n\n- b\n"),
        ("<p>a</p>\n<p>b</p>\n", "<p>a</p>\n\n<p>b</p>\n"),
        ("- item {: .x}\n- {: .y}item\n", "- item\n- item\n"),
        ("![a](b){: .x} text {: .y}\n", "![a](b){: .x} text\n"),
        ("`a {: .b}` c\n",) * 2,
    ],
)
def test_nothing_is_lost_below_an_element_and_what_kramdown_drops_is_dropped(
    before: str, after: str
) -> None:
    assert convert_blocks(before, KRAMDOWN) == after


LINES = {
    "<div>a</div>": "a", "<p>b": "b", "text c": "c", "- d": "d", "": "", "<details>": "",
    "</details>": "", "> e": "e", "```": "", "# f": "f", "    g": "g", "!!! note": "",
    "[^1]: h": "h", "{: .x}": "", "| i |": "i", "|---|": "", "  j": "j",
}  # fmt: skip
"""Lines of all sorts, each with the letter that has to survive."""


@given(st.lists(st.sampled_from(sorted(LINES)), max_size=8))
@settings(max_examples=100, deadline=None)
def test_no_word_is_lost(lines: list[str]) -> None:
    for flavour in (KRAMDOWN, COMMONMARK):
        body = convert_blocks("\n".join(lines), flavour)
        for line in lines:
            assert (
                body.count(LINES[line]) >= [LINES[other] for other in lines].count(LINES[line])
                or not LINES[line]
            )


def test_definitions_and_footnotes_are_left_as_they_are() -> None:
    text = "term\n:   def\n\n    - a\n\n[^1]: note\n\n    more\n\n[ref]: http://a.b\n"
    assert convert_blocks(text, KRAMDOWN) == text


@given(
    st.recursive(
        st.text("abc", min_size=1, max_size=3),
        lambda inner: st.lists(inner, min_size=1),
        max_leaves=12,
    ),
    st.sampled_from(["-", "*", "1."]),
    st.sampled_from([1, 2, 4]),
)
@settings(max_examples=30, deadline=None)
def test_every_item_keeps_its_depth(tree: object, marker: str, blanks: int) -> None:
    lines: list[str] = []
    depths: list[int] = []
    step = len(marker) + blanks

    def write(node: object, depth: int) -> None:
        if isinstance(node, list):
            lines.append(" " * step * depth + marker + " " * blanks + "item")
            depths.append(depth)
            for child in node:
                write(child, depth + 1)
        else:
            lines.append(" " * step * depth + marker + " " * blanks + str(node))
            depths.append(depth)

    write(tree, 0)
    soup = rendered("\n".join(lines))
    assert [len(item.find_parents("li")) for item in soup.find_all("li")] == depths


@given(st.text("-*+>#`~ \n\t1.|:{}<>a$\\[]()!&", max_size=60))
@settings(max_examples=100, deadline=None)
def test_no_text_breaks_the_conversion_and_converting_twice_changes_little(text: str) -> None:
    for flavour in (KRAMDOWN, COMMONMARK):
        once = convert_blocks(text, flavour)
        assert once.endswith("\n")
        assert convert_blocks(once, flavour) is not None


@pytest.mark.parametrize(
    "pair",
    list(product(["- a", "1. a", "> q", "```\nx\n```", "# h", "| a |\n|---|\n| 1 |"], repeat=2)),
)
def test_two_blocks_after_each_other_stay_two_blocks(pair: tuple[str, str]) -> None:
    soup = rendered("\n\n".join(pair), COMMONMARK)
    names = {"- a": "li", "1. a": "li", "> q": "blockquote", "# h": "h1"}
    for block in pair:
        assert soup.find(names.get(block, "table" if "|" in block else "pre"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "a[^1]\n\n[^1]: One.\n\n    - b\n      - c\n",
            "a[^1]\n\n[^1]: One.\n\n    - b\n        - c\n",
        ),
        ("[^a]:\n    First.\n\n    Second.\n", "[^a]: First.\n\n    Second.\n"),
        ("[^a]: A b.\n[^b]: C d.\n",) * 2,
    ],
)
def test_what_belongs_to_a_footnote_is_converted_inside_of_it(before: str, after: str) -> None:
    assert convert_blocks(before, COMMONMARK) == after


def test_many_elements_in_a_row_are_converted_one_by_one() -> None:
    text = "<div>a</div>\n" * 2000
    assert convert_blocks(text, KRAMDOWN) == "\n\n".join(["<div>a</div>"] * 2000) + "\n"


def test_angles_are_the_quotes_that_kramdown_makes_of_them() -> None:
    text = "Say <<a word>> or `<<` and $$a << b$$."
    assert convert_blocks(text, KRAMDOWN).strip() == "Say «a word» or `<<` and \\(a << b\\)."
    assert convert_blocks("Say <<a>>.", COMMONMARK).strip() == "Say <<a>>."
