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
from material.plugins.tags.structure.tag import Tag
from material.plugins.tags.structure.tag.reference import TagReference
from mkdocs.structure.files import File
from mkdocs.structure.nav import Link

from mkdocs_blog_plugin.site.theme.facts import NotPlainError, as_plain, file_facts, text_of

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


def tags(name: str, url: str, parent: str) -> list[TagReference]:
    tag = Tag(name, parent=Tag(parent))
    return [TagReference(tag, [Link("Tags", url)])]


def test_tags_of_material_are_opened() -> None:
    one = text_of(as_plain(tags("a", "tags/#a", "p")))
    assert one == text_of(as_plain(tags("a", "tags/#a", "p")))
    others = [tags("b", "tags/#a", "p"), tags("a", "other/#a", "p"), tags("a", "tags/#a", "q")]
    assert one not in [text_of(as_plain(other)) for other in others]
    assert as_plain(["a", {"b": 1}]) == ["a", {"b": 1}]


def page_file(**attributes: object) -> File:
    file = File("a/b.md", "docs", "site", use_directory_urls=True)
    vars(file).update(attributes)
    return file


def test_files_are_known_by_their_places_whether_anybody_has_asked_for_them() -> None:
    asked, other = page_file(), page_file()
    assert (asked.url, asked.name, asked.edit_uri) == ("a/b/", "b", "a/b.md")
    assert text_of(file_facts(asked)) == text_of(file_facts(other))


@pytest.mark.parametrize("attributes", [{"edit_uri": "x"}, {"word": "x"}, {"dest_uri": "x"}])
def test_what_others_leave_on_a_file_is_a_fact(attributes: dict[str, object]) -> None:
    assert text_of(file_facts(page_file(**attributes))) != text_of(file_facts(page_file()))


def test_a_file_of_another_class_may_know_anything() -> None:
    class Other(File):
        pass

    with pytest.raises(NotPlainError):
        file_facts(Other("a.md", "docs", "site", use_directory_urls=True))
