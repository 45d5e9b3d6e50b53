"""Elements of HTML in Markdown, told from Markdown as Python-Markdown tells them."""

from __future__ import annotations

import pytest
from markdown import Markdown

from mkdocs_blog_plugin.posts.code import lines_outside_code
from mkdocs_blog_plugin.posts.elements import ELEMENTS, opened, raw_element

KNOWN = frozenset(Markdown().block_level_elements)
"""The elements of the Markdown that is installed: `center` is one in newer versions only."""


def test_the_elements_are_those_of_python_markdown() -> None:
    assert {*ELEMENTS, "hr"} == KNOWN | {"center"}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("<div>", "div"),
        ('   <FORM action="x">', "form"),
        ("<p", "p"),
        ("<section/>", "section"),
        ("    <div>", ""),
        ("</div>", ""),
        ("<divider>", ""),
        ("<span>", ""),
        ("a <div>", ""),
        ("<div markdown>", ""),
        ('<div class="a" markdown="1">', ""),
        ("<div markdown=block>", ""),
        ('<div markdown="0">', "div"),
        ('<div class="markdown">', "div"),
    ],
)
def test_an_element_begins_near_the_margin(line: str, name: str) -> None:
    assert raw_element(line) == name


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("<div><div>", 2),
        ("<div></DIV>", 0),
        ("</div></div>", -2),
        ("<div/>", 0),
        ("<divider>", 0),
        ("text", 0),
    ],
)
def test_opened_elements_are_counted(line: str, count: int) -> None:
    assert opened("div", line) == count


@pytest.mark.parametrize(
    "text",
    [
        *(f"<{name}>\n\n    [a](b.md)\n\n</{name}>\n\n    c" for name in sorted(ELEMENTS & KNOWN)),
        "<p>\n\n    [a](b.md)",
        "<blockquote>\n<blockquote>\n</blockquote>\n\n    [a](b.md)\n</blockquote>",
        "   <form>\n\n    [a](b.md)\n\n</form>",
        "a\n<li>\n\n    [a](b.md)\n\n</li>",
        "<div/>\n\n    [a](b.md)",
        "```\n<div>\n```\n\n    [a](b.md)",
        '<div markdown="1">\n\n    [a](b.md)\n\n</div>',
        "<div markdown>\n<div>\n\n    [a](b.md)\n\n</div>\n</div>",
        "<dialog>\n\n    [a](b.md)\n\n</dialog>",
    ],
)
def test_indented_lines_are_code_where_python_markdown_makes_code_of_them(text: str) -> None:
    html = Markdown(extensions=["md_in_html", "fenced_code"]).convert(text)
    is_code = "    [a](b.md)" not in {line for _, line in lines_outside_code(text)}
    assert is_code == ("<pre><code>[a](b.md)" in html)
