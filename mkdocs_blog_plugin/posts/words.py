"""The words of a text, by which posts about the same things are found.

Chinese and Japanese, Thai, Lao, Burmese and Khmer have no spaces between words: every two adjacent
letters stand for a word there.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

MAX_LENGTH = 1500
"""Characters of a text that are looked at: its beginning says what it is about."""

_UNSPACED = (
    "[\u0e01-\u0e4e\u0e81-\u0ece\u1000-\u103f\u1780-\u17d3\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+"
)
"""Letters, and the marks upon them, of scripts without spaces between words: compiled when needed."""
_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0963\u0971-\u0dff"
"""Signs inside of words that Python does not count as letters: points, accents, vowels of India."""
_WORD = re.compile(rf"(?!\d)[\w{_MARKS}]{{2,}}")
_ASCII_WORD = re.compile(r"[a-z_]\w+", re.ASCII)
"""The same in lower case, found in half the time."""


def words_of(*texts: str) -> str:
    """Return the words of `texts` in lower case, in any order, separated by single spaces.

    A word has at least two letters. Markup counts as text: what it has in common with all
    other posts says nothing about any of them.
    """
    text = unicodedata.normalize("NFKC", "\n".join(texts)[:MAX_LENGTH]).casefold()
    if text.isascii():
        return " ".join(_ASCII_WORD.findall(text))
    pieces = [one + two for run in re.findall(_UNSPACED, text) for one, two in pairwise(run)]
    words = _WORD.findall(re.sub(_UNSPACED, " ", text))
    return " ".join([*words, *pieces])
