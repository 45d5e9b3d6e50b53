from __future__ import annotations

import unicodedata

import pytest

from mkdocs_blog_plugin.posts.words import MAX_LENGTH, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Rust, and `std::mem`!", ["rust", "and", "std", "mem"]),
        ("a b2 2024 3rd", ["b2", "rd"]),
        ("Größe STRASSE Straße", ["grösse", "strasse", "strasse"]),
        ("Привет, мир", ["привет", "мир"]),
        ("파이썬 언어", ["파이썬", "언어"]),
        ("हिन्दी में लिखा।", ["हिन्दी", "में", "लिखा"]),
        ("自然言語", ["自然", "然言", "言語"]),
        ("用 Python 写程序", ["python", "写程", "程序"]),
        ("ｶﾞｽ", ["ガス"]),
        ("ที่นี่", ["ที", "ี่", "่น", "นี", "ี่"]),
        ("", []),
    ],
)
def test_a_text_has_words(text: str, words: list[str]) -> None:
    assert words_of(text).split() == words


def test_it_makes_no_difference_how_accents_are_written() -> None:
    assert words_of(unicodedata.normalize("NFD", "déjà vu")) == words_of("déjà vu") == "déjà vu"


def test_only_the_beginning_counts() -> None:
    assert words_of("Title", "About", "word " * MAX_LENGTH + "end").split()[:3] == [
        "title",
        "about",
        "word",
    ]
    assert "end" not in words_of("word " * MAX_LENGTH + "end")
