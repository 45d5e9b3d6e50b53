from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from mkdocs_blog_plugin.cards.fonts import Fonts

if TYPE_CHECKING:
    from collections.abc import Callable


def test_each_character_is_set_in_the_first_font_that_has_it(
    font_with: Callable[..., bytes],
) -> None:
    fonts = Fonts([font_with("ab"), font_with("b日本")])
    assert [run.text for run in fonts.runs("ab日本 ba")] == ["ab", "日本 ", "ba"]


def test_marks_and_blanks_stay_with_the_character_before_them(
    font_with: Callable[..., bytes],
) -> None:
    fonts = Fonts([font_with("a"), font_with("日")])
    assert [run.text for run in fonts.runs("日\u0301 \ufe0fa")] == ["日\u0301 \ufe0f", "a"]


def test_characters_that_no_font_has_are_named_once(font_with: Callable[..., bytes]) -> None:
    fonts = Fonts([font_with("日")])
    assert fonts.missing("Day 日 月 月 火") == ["月", "火"]


def test_only_the_fonts_in_use_count_for_a_text(font_with: Callable[..., bytes]) -> None:
    fonts = Fonts([font_with("a")])
    before = fonts.used("aa")
    fonts.add(font_with("日"))
    assert fonts.used("a") == before != fonts.used("a日")
    assert Fonts([font_with("a", height=500)]).used("a") != before


def test_a_file_that_is_not_a_font_is_refused() -> None:
    with pytest.raises(OSError):  # noqa: PT011 - the words are those of FreeType
        Fonts([b"not a font"])


def test_a_line_that_runs_from_the_right_ends_where_it_begins(
    font_with: Callable[..., bytes],
) -> None:
    fonts = Fonts([font_with("a日")])
    image = Image.new("L", (400, 100))
    fonts.draw(image, "a日", (390, 80), 40, 255, is_right_to_left=True)
    left, _, right, _ = image.getbbox() or (0, 0, 0, 0)
    assert (left > 390 - 2 * 24 - 2, right <= 390) == (True, True)


def test_words_of_another_font_keep_their_distance_from_the_right_too(
    font_with: Callable[..., bytes],
) -> None:
    fonts = Fonts([font_with("a"), font_with("日")])
    image = Image.new("L", (400, 100))
    fonts.draw(image, "日 aa 日", (390, 80), 40, 255, is_right_to_left=True)
    columns = [x for x in range(400) if image.crop((x, 0, x + 1, 100)).getbbox()]
    gaps = [second - first for first, second in itertools.pairwise(columns) if second - first > 12]
    assert len(gaps) == 2
    assert max(gaps) - min(gaps) <= 2
