from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_blog_plugin.convert.text.lines import line_numbers


@given(st.text(alphabet="a\n\r\u2028", max_size=30))
def test_an_index_stands_on_the_line_that_counting_breaks_gives(text: str) -> None:
    line_of = line_numbers(text)
    for index in range(len(text) + 1):
        assert line_of(index) == text.count("\n", 0, index) + 1
