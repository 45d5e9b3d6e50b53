from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.documents import read

from mkdocs_blog_plugin.posts.keys import KEYS, is_slip
from mkdocs_blog_plugin.problems import Severity


def page(*lines: str) -> str:
    return "\n".join(["---", "date: 2024-01-31", *lines, "---", "text\n"])


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("drfat", "draft"),
        ("auther", "author"),
        ("tgas", "tags"),
        ("Titel", "title"),
        ("catgories", "categories"),
        ("descripton", "description"),
        ("expirydat", "expirydate"),
        ("dat", "date"),
        ("slugg", "slug"),
    ],
)
def test_a_misspelt_key_is_reported_with_the_key_that_is_meant(written: str, meant: str) -> None:
    _, problems = read(page("x: 1", f"{written}: y"), keys_misspelt=Severity.WARNING)
    assert [problem.format() for problem in problems] == [
        f"blog/posts/post.md:4: {written}: the key '{written}' is not known (did you mean '{meant}'?)"
    ]


@pytest.mark.parametrize(
    "key", ["layout", "link", "data", "feature", "ids", "urls", "tag", "PublishDate", "hide", "toc"]
)
def test_keys_of_other_systems_and_all_spellings_of_known_ones_are_not_misspelt(key: str) -> None:
    _, problems = read(page(f"{key}: 2024-01-31"), keys_misspelt=Severity.WARNING)
    assert [problem for problem in problems if "is not known" in problem.message] == []


def test_misspelt_keys_are_ignored_or_stop_the_build_as_the_option_says() -> None:
    assert read(page("drfat: true"), keys_misspelt=None)[1] == []
    (problem,) = read(page("drfat: true"), keys_misspelt=Severity.ERROR)[1]
    assert problem.severity is Severity.ERROR


def test_a_misspelt_date_is_reported_before_the_missing_date() -> None:
    _, problems = read("---\ntitle: A\ndaet: 2024-01-31\n---\n", keys_misspelt=Severity.WARNING)
    assert [problem.key for problem in problems] == ["daet", ""]


def test_an_unreadable_date_is_reported_once_and_before_what_follows() -> None:
    _, problems = read("---\nblog: true\ndate: 31/1/2024\n---\n")
    assert [(problem.line, problem.severity, problem.message) for problem in problems] == [
        (3, Severity.WARNING, "cannot read '31/1/2024' as a date"),
        (3, Severity.INFO, "without a date that can be read, the page is not a post"),
    ]


def edits(word: str) -> set[str]:
    """Return all words that one slip makes of `word`, with the letters `a` and `e`."""
    cuts = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    missing = {a + b[1:] for a, b in cuts if b}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    changed = {a + c + b[1:] for a, b in cuts if b for c in "ae"}
    added = {a + c + b for a, b in cuts for c in "ae"}
    return (missing | swapped | changed | added) - {word}


@given(st.text("abe", max_size=7), st.text("abe", max_size=7))
def test_a_misspelling_is_one_edit_away(one: str, other: str) -> None:
    expected = one in edits(other) or other in edits(one)
    found = is_slip(one, other)
    assert found == is_slip(other, one)
    assert found or not expected


@pytest.mark.parametrize(("one", "other"), [("draft", "drta"), ("tags", "sgat"), ("ab", "cd")])
def test_two_edits_are_not_a_misspelling(one: str, other: str) -> None:
    assert not is_slip(one, other)


def test_no_name_of_a_key_stands_for_two_keys() -> None:
    names = [name.lower() for synonyms in KEYS.values() for name in synonyms]
    assert len(names) == len(set(names))
