"""Unit tests of `site.theme.facts`: what says all of itself in its text, and what does not."""

from __future__ import annotations

from collections import UserDict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from mkdocs_blog_plugin.site.theme.facts import NotPlainError, text_of

scalars = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text(), st.dates()
)
plain = st.recursive(
    scalars | st.text().map(Markup),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(one=plain, other=plain)
def test_facts_that_differ_are_described_differently(one: Any, other: Any) -> None:
    assert (text_of(one) == text_of(other)) == (repr(one) == repr(other))
    assert text_of(one) == text_of(one)


def test_markup_is_not_the_text_that_it_looks_like() -> None:
    assert text_of(["<i>"]) != text_of([Markup("<i>")])


def test_dates_say_their_zone() -> None:
    assert text_of(datetime(2024, 1, 1, tzinfo=UTC)) != text_of(datetime(2024, 1, 1))  # noqa: DTZ001
    assert text_of(date(2024, 1, 1)) != text_of(datetime(2024, 1, 1, tzinfo=UTC))


@pytest.mark.parametrize(
    "odd",
    [object(), UserDict(), {"a": [object()]}, {Path("a"): 1}, (1, {2}), {"a": len}],
    ids=["object", "map", "inside", "key", "set", "function"],
)
def test_an_object_is_not_text_of(odd: object) -> None:
    with pytest.raises(NotPlainError):
        text_of(odd)
