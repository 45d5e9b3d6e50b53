from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_blog_plugin.cards.fonts import Fonts
from mkdocs_blog_plugin.cards.lines import MAX_LINES, SIZES, break_lines, set_title

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("one", ["one"]),
        ("one two three", ["one two", "three"]),
        ("abcdefghij", ["abcdefgh", "ij"]),
        ("a abcdefghij", ["a abcdef", "ghij"]),
        ("日本語の長い文章です", ["日本語の長い文章", "です"]),
        ("日本語の長い文章。", ["日本語の長い文", "章。"]),
        ("see 日本語の本", ["see 日本語の", "本"]),
    ],
)
def test_lines_end_where_the_script_allows_it(text: str, lines: list[str]) -> None:
    assert break_lines(text, 8, len) == lines


words = st.text(alphabet="ab日語。é", min_size=1, max_size=12)


@given(st.lists(words, max_size=8).map(" ".join), st.integers(2, 12))
def test_no_line_is_too_wide_and_no_letter_is_lost(text: str, width: int) -> None:
    lines = break_lines(text, width, len)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(len(line) <= width for line in lines)


@pytest.fixture
def boxes(font_with: Callable[..., bytes]) -> Fonts:
    """Return a font whose characters are all six tenths of its size wide."""
    return Fonts([font_with("ab日…")])


@pytest.mark.parametrize(
    ("title", "size", "count"),
    [
        ("ab", SIZES[0], 1),
        ("abab " * 8, SIZES[0], 2),
        ("abab " * 12, SIZES[0], 3),
        ("abab " * 14, SIZES[1], 3),
        ("abab " * 20, SIZES[2], MAX_LINES),
        ("abab " * 99, SIZES[2], MAX_LINES),
        ("a" * 100_000, SIZES[2], MAX_LINES),
    ],
)
def test_a_title_is_set_in_the_largest_size_that_fits(
    boxes: Fonts, title: str, size: int, count: int
) -> None:
    found = set_title(title, 1000, boxes)
    assert (found.size, len(found.lines)) == (size, count)
    assert all(boxes.width(line, size) <= 1000 for line in found.lines)


def test_the_last_line_is_not_a_character_alone(boxes: Fonts) -> None:
    assert [len(line) for line in set_title("日" * 21, 1000, boxes).lines] == [12, 9]


def test_a_title_that_never_fits_ends_with_an_ellipsis(boxes: Fonts) -> None:
    assert set_title("abab " * 99, 1000, boxes).lines[-1].endswith("…")
