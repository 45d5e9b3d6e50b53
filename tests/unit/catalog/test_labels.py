from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_blog_plugin.catalog.labels import MAX_DEPTH, author_label, fold, read_label
from mkdocs_blog_plugin.posts.post import Author


@pytest.mark.parametrize(
    "label",
    ["Big Data", "big data", "big-data", "BIG_DATA", "Big  Data ", "big\u00a0data", "-big-data-"],
)
def test_case_blanks_hyphens_and_underscores_do_not_distinguish_terms(label: str) -> None:
    assert fold(label) == "big data"


@pytest.mark.parametrize(
    ("one", "other"), [("C++", "C#"), ("bigdata", "big data"), (".NET", "NET"), ("-", "_")]
)
def test_other_differences_distinguish_terms(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_unicode_forms_of_one_text_are_one() -> None:
    assert fold("caf\u00e9") == fold("cafe\u0301")
    assert fold("STRASSE") == fold("straße")


@given(st.text(min_size=1))
def test_folding_again_changes_nothing_and_leaves_something(label: str) -> None:
    assert fold(label)
    assert fold(fold(label)) == fold(label)


def test_a_slash_makes_levels_only_in_a_hierarchy() -> None:
    flat = read_label("a/b", "")
    deep = read_label(" A / b//C ", "/")
    assert flat.path == ("a/b",)
    assert deep.path == ("A", "b", "C")
    assert deep.identity == ("a", "b", "c")
    assert [label.path for label in deep.lineage()] == [("A",), ("A", "b"), deep.path]


def test_a_hierarchy_has_at_most_so_many_levels() -> None:
    deep = read_label("a/" * 5000, "/")
    assert len(deep.path) == MAX_DEPTH


def test_a_separator_alone_is_a_label() -> None:
    assert read_label("/", "/").path == ("/",)


def test_an_id_of_the_authors_file_is_not_taken_for_a_name() -> None:
    known = Author(key="joe", name="Joe", known=True)
    stranger = Author(key="joe", name="joe")
    one, other = author_label(known), author_label(stranger)
    assert one.identity != other.identity
    assert one.author is known
