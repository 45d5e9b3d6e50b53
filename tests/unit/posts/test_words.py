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
def test_text_is_split_into_words_and_into_pairs_of_characters_where_a_script_has_no_blanks(
    text: str, words: list[str]
) -> None:
    assert words_of(text).split() == words


def test_a_word_is_the_same_in_both_unicode_forms() -> None:
    assert words_of(unicodedata.normalize("NFD", "déjà vu")) == words_of("déjà vu") == "déjà vu"


def test_words_beyond_the_beginning_of_a_long_text_do_not_count() -> None:
    assert words_of("Title", "About", "word " * MAX_LENGTH + "end").split()[:3] == [
        "title",
        "about",
        "word",
    ]
    assert "end" not in words_of("word " * MAX_LENGTH + "end")
