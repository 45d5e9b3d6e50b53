"""Code in Markdown, told from prose as CommonMark and superfences tell it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from mkdocs_blog_plugin.posts.body import linked_paths
from mkdocs_blog_plugin.posts.code import (
    change_prose,
    fenced,
    lines_outside_code,
    spans,
    split_code,
    split_spans,
    without_code,
)


@pytest.mark.parametrize(
    ("text", "fences"),
    [
        ("a\n```\nb\n```\nc", "-###-"),
        ("~~~ py\n```\n~~~\na", "###-"),
        ("````\n```\n````\na", "###-"),
        ("```\na\n````\nb", "###-"),
        ("```\na\n``` py\nb\n```\nc", "#####-"),
        ("```\na", "##"),
        ("  ```\n  a\n    ```\nb", "###-"),
        ("    ~~~~\n    a\n    ~~~~\nb", "###-"),
        ("```a``` b\nc", "--"),
        ("~~~ a`b\nc\n~~~", "###"),
        ("> ```\n> a\n> ```\nb", "###-"),
        ("> ```\n> a\n\nb", "##--"),
        ("> > ```\n> > a\nb\n```\nc", "##-##"),
        ("- ```\n  a\n  ```\n- b", "###-"),
        ("1. - ~~~\n     a\n     ~~~\nb", "###-"),
        ("", "-"),
    ],
)
def test_a_block_lies_between_its_fences(text: str, fences: str) -> None:
    found = list(fenced(text.split("\n")))
    assert "\n".join(line for line, _ in found) == text
    assert "".join("#" if is_code else "-" for _, is_code in found) == fences


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a\n\n    b\n\n    c\n\nd", [0, 1, 3, 5, 6]),
        ("a\n    b", [0, 1]),
        ("- a\n\n    b\n\n        c\nd\n\n    e", [0, 1, 2, 3, 4, 5, 6, 7]),
        ("!!! note\n\n    a\n\nb\n\n    c", [0, 1, 2, 3, 4, 5]),
        ("\tcode", []),
        ("<div>\n\n    <b>\n</div>\n\n    a", [0, 1, 2, 3, 4]),
        ("<div>\n<div>\n</div>\n\n    a\n</div>\n\n    b", [0, 1, 2, 3, 4, 5, 6]),
        ('<div markdown="1">\n\n    a\n\n</div>', [0, 1, 3, 4]),
        ("<div>a</div>\n\n    b", [0, 1]),
        ("```\na\n```", []),
    ],
)
def test_indented_blocks_are_code_unless_a_container_indents_them(
    text: str, lines: list[int]
) -> None:
    assert [number for number, _ in lines_outside_code(text)] == lines


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a `b` c `d`", ["`b`", "`d`"]),
        ("``a ` b`` `c`", ["``a ` b``", "`c`"]),
        ("``a` b", []),
        ("`a ``b`` c", ["``b``"]),
        ("\\`a` b`", ["` b`"]),
        ("\\``a`", ["`a`"]),
        ("\\\\`a`", ["`a`"]),
        ("`a\\` b `c`", ["`a\\`", "`c`"]),
        ("`a\nb`", ["`a\nb`"]),
        ("`a\n \t\nb `c`", ["`c`"]),
        ("a", []),
    ],
)
def test_a_span_lies_between_runs_of_as_many_backticks(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in spans(text)] == found


@given(st.text("`\\a ", max_size=30))
@settings(deadline=None)
def test_spans_are_those_of_commonmark(text: str) -> None:
    (paragraph,) = [*MarkdownIt().parseInline(f"x{text}x")]
    codes = [token for token in paragraph.children or () if token.type == "code_inline"]
    found = [f"x{text}x"[start:end] for start, end in spans(f"x{text}x")]
    assert len(found) == len(codes)
    for span, token in zip(found, codes, strict=True):
        assert span.startswith(token.markup)
        assert token.content.strip() in span


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("a `a`\n```\na\n```\na", "b `a`\n```\na\n```\nb"),
        ("`a\n\na`", "`b\n\nb`"),
        ("> ~~~\n> a\n\na\n", "> ~~~\n> a\n\nb\n"),
        ("", ""),
    ],
)
def test_what_is_not_code_is_changed(text: str, changed: str) -> None:
    assert change_prose(split_code(text), lambda part: part.replace("a", "b")) == changed


@given(st.text("`~> -\n\\a1.", max_size=60))
def test_code_and_prose_together_are_the_whole_text(text: str) -> None:
    assert "".join(part for part, _ in split_code(text)) == text
    assert "".join(part for part, _ in split_spans(text)) == text
    assert "\n".join(line for line, _ in fenced(text.split("\n"))) == text


@pytest.mark.parametrize(
    "text",
    [
        "```\n[a](b.md)\n```\n",
        "> ```\n> [a](b.md)\n> ```\n",
        "Text:\n\n    [a](b.md)\n",
        "Like `[a](b.md)` or ``<a href='b.md'>``.",
    ],
)
def test_links_in_code_are_not_found(text: str) -> None:
    assert linked_paths(without_code(f"{text}\n\n[c](d.md)\n")) == ("d.md",)
