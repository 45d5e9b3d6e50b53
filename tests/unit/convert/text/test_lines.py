from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_blog_plugin.convert.text.lines import dedented, indented, line_numbers


@given(st.text(alphabet="a\n\r\u2028", max_size=30))
def test_an_index_stands_on_the_line_that_counting_breaks_gives(text: str) -> None:
    line_of = line_numbers(text)
    for index in range(len(text) + 1):
        assert line_of(index) == text.count("\n", 0, index) + 1


def test_a_line_loses_no_more_than_its_spaces() -> None:
    assert [dedented(line, 4) for line in ("      a", "  a", "a", "\ta")] == [
        "  a",
        "a",
        "a",
        "\ta",
    ]


def test_a_text_is_indented_below_its_first_line() -> None:
    assert indented("a\n\n  b\n", "  ") == "a\n\n    b\n"
