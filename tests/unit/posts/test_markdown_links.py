from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_blog_plugin.posts.markdown_links import line_of_link, move_links, move_paths


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("[a](b.md)", "[a](/b.md)"),
        ("![a](b.png 'Title') and [c](<d e.md>)", "![a](/b.png 'Title') and [c](</d e.md>)"),
        ('![a](b c.png) [a](b (c) d.md "Title")', '![a](/b c.png) [a](/b (c) d.md "Title")'),
        ("[a](b_(c).md) ([d](e.md))", "[a](/b_(c).md) ([d](/e.md))"),
        ("[a]: <b c.md> 'Title'", "[a]: </b c.md> 'Title'"),
        (
            '<img src="b c\'s.png"> <a href=\'d "e".md\'>',
            '<img src="/b c\'s.png"> <a href=\'/d "e".md\'>',
        ),
        ("[a]: b.md 'Title'", "[a]: /b.md 'Title'"),
        ("   [a]: <b.md>", "   [a]: </b.md>"),
        (
            '<img class="x" src="b.png"> <a href="c.md">',
            '<img class="x" src="/b.png"> <a href="/c.md">',
        ),
        ("`[a](b.md)` [a](b.md)", "`[a](b.md)` [a](/b.md)"),
        ("``[a](`b.md)`` [a](b.md)", "``[a](`b.md)`` [a](/b.md)"),
        ("` [a](b.md)", "` [a](/b.md)"),
        ("```\n[a](b.md)\n```\n[a](b.md)", "```\n[a](b.md)\n```\n[a](/b.md)"),
        ("    ~~~~\n    [a]: b.md\n    ~~~~", "    ~~~~\n    [a]: b.md\n    ~~~~"),
        ("[a] (b.md)", "[a] (b.md)"),
        ("Code:\n\n    [a](b.md)", "Code:\n\n    [a](b.md)"),
        ("<a\nhref='b.md' data-src='c.png'>", "<a\nhref='/b.md' data-src='c.png'>"),
    ],
)
def test_links_are_moved_outside_of_code(text: str, moved: str) -> None:
    assert move_links(text, lambda link: f"/{link}") == moved


@given(st.text('ab`~[]()<>"=:/ \nhrefsrc!'))
def test_where_no_link_moves_the_text_stays_as_it_is(text: str) -> None:
    assert move_links(text, lambda link: link) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](x.md)", "[a](new/x.md)"),
        ("[a](x.md#part 'Title') ![](x.md)", "[a](new/x.md#part 'Title') ![](new/x.md)"),
        ("[a](<x.md>) [b](other.md)", "[a](<new/x.md>) [b](other.md)"),
        ("[a]: x.md\n [b]: <x.md>", "[a]: new/x.md\n [b]: <new/x.md>"),
        ('<a class="x.md" href="x.md?a=1">', '<a class="x.md" href="new/x.md?a=1">'),
        ("`[a](x.md)` [a](x.md) ``[a](x.md)``", "`[a](x.md)` [a](new/x.md) ``[a](x.md)``"),
        ("```\n[a](x.md)\n```\n", "```\n[a](x.md)\n```\n"),
        ("[a](https://x.md) [b](//x.md) [c](#x.md)", "[a](https://x.md) [b](//x.md) [c](#x.md)"),
        ("[a](%78.md)", "[a](new/x.md)"),
        ('<video src="x.md" poster="x.md">', '<video src="new/x.md" poster="x.md">'),
    ],
)
def test_paths_in_links_are_changed_and_nothing_else(text: str, expected: str) -> None:
    assert move_paths(text, {"x.md": "new/x.md"}.get) == expected


@given(st.text())
def test_text_without_such_paths_stays(text: str) -> None:
    assert move_paths(text, lambda _: None) == text


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[a](b.md)", 1),
        ("---\nlinks: [b.md]\n---\n\n# A\n\n[a](b.md)\n", 7),
        ("---\r\nlinks: [b.md]\r\n---\r\n\r\n[a](b.md)\r\n", 5),
        ('{"links": ["b.md"]}\n\n[a](b.md)\n', 3),
        ("[a](c/b.md)\n[a](b.md#c)\n[a](b.mdx)\n[a](b.md)\n", 4),
        ("```\n[a](b.md)\n```\n\n<a href='b.md'>", 5),
        ("[a](b.md?x) [c]\n\n[c]: <b.md>", 3),
        ("---\ntitle: '[a](b.md)'\n---\nText.", 2),
        ("Code:\n\n    [a](b.md)", 3),
        ("[a](c.md)", None),
    ],
)
def test_a_link_is_found_in_the_body(text: str, line: int | None) -> None:
    assert line_of_link(text, "b.md") == line
