"""Unit tests of `site.conversion.quick_markdown`: less is tried, and nothing is missed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from mkdocs_blog_plugin.site.conversion.quick_markdown import QuickMarkdown

INLINE = ["attr_list", "footnotes", "pymdownx.inlinehilite", "pymdownx.tilde"]
BLOCKS = [
    *("abbr", "admonition", "def_list", "footnotes", "md_in_html", "sane_lists", "tables"),
    *("pymdownx.arithmatex", "pymdownx.details", "pymdownx.superfences", "pymdownx.tabbed"),
]
PIECES = st.sampled_from(
    [*"ab *_`[]()<>!&;:@/\\\n#~^\"'", "  \n", "![", "](x.md)", "[a]: b\n", "<b>", "<!--", "&amp;"]
)
LINES = st.sampled_from(
    [
        *(
            "",
            "",
            "a",
            "a b.",
            "Word",
            "é",
            "日本",
            "1",
            "1. a",
            "a. b",
            "2) c",
            "- a",
            "* * *",
            "---",
            "===",
        ),
        *(
            "# a",
            "a #",
            "> a",
            "a > b",
            "    a",
            "     - a",
            "  a",
            "\ta",
            "[a]: /b",
            "a | b",
            "--|--",
            "| a |",
        ),
        *(
            "!!! note",
            "??? tip",
            '=== "T"',
            "```",
            "~~~",
            ":   a",
            ": a",
            "[^1]: a",
            "*[a]: b",
            "a: b",
        ),
        *(
            "<div markdown='1'>",
            "<div>",
            "</div>",
            "$$",
            "\\[",
            "\\begin{a}",
            "\\end{a}",
            "_",
            "+ a",
            "a  ",
        ),
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_lines_are_converted_as_by_python_markdown(text: str) -> None:
    quick = QuickMarkdown().registerExtensions(INLINE, {})
    assert quick.convert(text) == Markdown(extensions=INLINE).convert(text)


@given(st.lists(LINES, max_size=16).map("\n".join))
def test_blocks_are_converted_as_by_python_markdown(text: str) -> None:
    quick = QuickMarkdown().registerExtensions(BLOCKS, {})
    assert quick.convert(text) == Markdown(extensions=BLOCKS).convert(text)
