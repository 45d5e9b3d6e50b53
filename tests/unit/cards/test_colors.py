from __future__ import annotations

import pytest

from mkdocs_blog_plugin.cards.colors import CardColors, blend, contrast, parse_color
from mkdocs_blog_plugin.problems import BlogError


@pytest.mark.parametrize(
    ("value", "color"),
    [("#fff", (255, 255, 255)), ("#4051b5", (64, 81, 181)), (" #ABC ", (170, 187, 204))],
)
def test_colours_are_read_as_css_writes_them(value: str, color: tuple[int, int, int]) -> None:
    assert parse_color(value) == color


@pytest.mark.parametrize("value", ["", "#ff", "#12345", "red;", "rgb(1,2,3)", "#ffff"])
def test_what_is_not_a_colour_is_reported(value: str) -> None:
    with pytest.raises(BlogError, match="as a colour"):
        parse_color(value)


def test_text_without_a_colour_is_readable_on_any_background() -> None:
    for value in range(0, 256, 5):
        colors = CardColors.of((value, value, 255 - value))
        assert contrast(colors.text, colors.background) >= 4.2


def test_contrast_and_blending_have_the_ends_that_they_are_defined_by() -> None:
    black, white = (0, 0, 0), (255, 255, 255)
    assert contrast(black, white) == pytest.approx(21)
    assert [blend(black, white, share) for share in (0, 1)] == [black, white]
