from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import post, taxonomy

from mkdocs_blog_plugin.catalog.labels import MAX_DEPTH, LabelReader, fold
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
def test_other_differences_do(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_unicode_forms_of_one_text_are_one() -> None:
    assert fold("caf\u00e9") == fold("cafe\u0301")
    assert fold("STRASSE") == fold("straße")


@given(st.text(min_size=1))
def test_folding_again_changes_nothing_and_leaves_something(label: str) -> None:
    assert fold(label)
    assert fold(fold(label)) == fold(label)


def test_a_slash_makes_levels_only_in_a_hierarchy() -> None:
    flat = LabelReader(taxonomy("tags")).read("a/b")
    deep = LabelReader(taxonomy("tags", hierarchy="/")).read(" A / b//C ")
    assert flat.path == ("a/b",)
    assert deep.path == ("A", "b", "C")
    assert deep.identity == ("a", "b", "c")
    assert [above.path for above in deep.ancestors()] == [("A",), ("A", "b")]


def test_a_hierarchy_has_an_end() -> None:
    deep = LabelReader(taxonomy("tags", hierarchy="/")).read("a/" * 5000)
    assert len(deep.path) == MAX_DEPTH


def test_a_separator_alone_is_a_label() -> None:
    assert LabelReader(taxonomy("tags", hierarchy="/")).read("/").path == ("/",)


def test_an_id_of_the_authors_file_is_not_taken_for_a_name() -> None:
    known = Author(key="joe", name="Joe", known=True)
    stranger = Author(key="joe", name="joe")
    reader = LabelReader(taxonomy("authors"))
    one, other = reader.of_post(post("x", authors=(known, stranger)))
    assert one.identity != other.identity
    assert one.author is known
