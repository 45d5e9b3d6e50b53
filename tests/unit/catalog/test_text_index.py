from __future__ import annotations

import pytest

from mkdocs_blog_plugin.catalog.text_index import MAX_TEXTS, TextIndex


def closest(asked: str, *others: str) -> list[int]:
    """Return which of `others` are close to `asked`, counted from 1."""
    texts = {str(place): text for place, text in enumerate((asked, *others))}
    found = TextIndex(texts, {name: int(name) for name in texts}).closest("0")
    return [place for place in found if place]


@pytest.mark.parametrize(
    ("asked", "others", "found"),
    [
        ("a b c d", ["a b", "c d", "x"], [1, 2]),
        ("a b c d", ["x", "a b y y", "c d"], [3, 2]),
        ("a b c d", ["a b x y", "c d d z"], [2, 1]),
        ("a b c d e", ["a b", "c d e"], [2, 1]),
        ("a", ["a", "x"], []),
        ("a b", ["a b", "a b"], []),
        ("a b", ["a b"], []),
        ("a b", ["x", "y", "z"], []),
        ("", ["", "", ""], []),
    ],
    ids=[
        "of equally close texts the first",
        "a text without other words",
        "a word that is repeated",
        "more words in common",
        "one word in common",
        "words that all have",
        "words that both have",
        "nothing in common",
        "no words",
    ],
)
def test_texts_that_share_rare_words_are_close(
    asked: str, others: list[str], found: list[int]
) -> None:
    assert closest(asked, *others) == found


def test_a_word_that_one_text_in_ten_has_is_rare() -> None:
    others = [f"x{number}" for number in range(26)]
    assert closest("a b", "a b", *others) == [1]
    assert closest("a b", "a b", "a b", *others) == []
    assert closest("a b", "a b", "a b", *others, "x") == [1, 2]


def test_a_word_that_very_many_texts_have_is_not_rare() -> None:
    others = [f"x{number}" for number in range(MAX_TEXTS * 10)]
    assert len(closest("a b", *["a b"] * (MAX_TEXTS - 1), *others)) == MAX_TEXTS - 1
    assert closest("a b", *["a b"] * MAX_TEXTS, *others) == []


def test_an_unlisted_text_finds_others_and_is_not_found() -> None:
    index = TextIndex({"shown": "a b", "hidden": "a b", "other": "x"}, {"shown": 0, "other": 1})
    assert index.closest("hidden") == index.closest("shown") == [0]
    assert index.closest("unknown") == TextIndex({}, {}).closest("unknown") == []
