from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_blog_plugin.posts.markdown_links import move_links


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("[a](b.md)", "[a](/b.md)"),
        ("![a](b.png 'Title') and [c](<d e.md>)", "![a](/b.png 'Title') and [c](</d e.md>)"),
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
    ],
)
def test_links_are_moved_outside_of_code(text: str, moved: str) -> None:
    assert move_links(text, lambda link: f"/{link}") == moved


@given(st.text('ab`~[]()<>"=:/ \nhrefsrc!'))
def test_text_stays_as_it_is_where_links_stay(text: str) -> None:
    assert move_links(text, lambda link: link) == text
