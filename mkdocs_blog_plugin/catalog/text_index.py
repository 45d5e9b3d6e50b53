"""Texts about the same things: those that share words which are rare in all others.

They are ranked by BM25, as in Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25
and Beyond" (2009): a word counts the more, the fewer texts have it, and the more often it is in a
text for its length. A few rare words stand for each text, so that the time grows with the number of
texts and no faster.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import TypeAlias

    Carriers: TypeAlias = list[list[tuple[int, float]]]
    """For each word that stands for a text, the texts that it stands for: their places, and how much
    it counts there."""

MAX_WORDS = 24
"""How many words stand for a text, those that say most about it."""
MAX_SHARE = 10
"""A word is rare if at most one text in so many has it, or two of them, but never all."""
MAX_TEXTS = 40
"""A word that more texts have is not rare, however many texts there are."""
MIN_SHARED = 2
"""How many rare words texts have to share: one may be an accident."""

_SATURATION = 1.2
"""How much it counts that a word is repeated: `k1` of BM25."""
_LENGTH = 0.75
"""How much the length of a text counts: `b` of BM25."""


class TextIndex:
    """An inverted index of texts by their rare words, made when it is asked for the first time.

    Args:
        texts: The words of each text, with spaces between them, by its name.
        places: The place of each text that can be found, by its name; the others only ask.
    """

    def __init__(self, texts: Mapping[str, str], places: Mapping[str, int]) -> None:
        self._texts = texts
        self._places = places

    def closest(self, name: str) -> list[int]:
        """Return the places of the texts that are close to the one called `name`, closest first.

        Of equally close ones the first comes first. A text that can be found is close to itself.
        """
        shared: defaultdict[int, list[float]] = defaultdict(list)
        for carriers in self._carriers.get(name, ()):
            for place, weight in carriers:
                shared[place].append(weight)
        scores = {place: sum(found) for place, found in shared.items() if len(found) >= MIN_SHARED}
        return sorted(scores, key=lambda place: (-scores[place], place))

    @cached_property
    def _carriers(self) -> dict[str, Carriers]:
        """The carriers of each text, by its name."""
        found = _carriers_of(self._texts, self._places)
        del self._texts  # they are large, and nothing else asks for them
        return found


def _carriers_of(texts: Mapping[str, str], places: Mapping[str, int]) -> dict[str, Carriers]:
    """Return the carriers of each of `texts`, by its name; see `TextIndex` for the arguments."""
    rare = _rare(texts)
    usual = sum(text.count(" ") + 1 for text in texts.values()) / max(len(texts), 1)
    by_word: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    found = {}
    for name, text in texts.items():
        weights = _weights(text.split(), rare, usual)
        if name in places:
            for word, weight in weights.items():
                by_word[word].append((places[name], weight))
        found[name] = [by_word[word] for word in weights]
    return found


def _rare(texts: Mapping[str, str]) -> dict[str, float]:
    """Return how much each rare word of `texts` counts."""
    total = len(texts)
    most = min(max(total // MAX_SHARE, 2), total - 1, MAX_TEXTS)
    counts = Counter(chain.from_iterable(set(text.split()) for text in texts.values()))
    return {
        word: math.log1p((total - count + 0.5) / (count + 0.5))
        for word, count in counts.items()
        if 1 < count <= most
    }


def _weights(
    words: Sequence[str], rare: Mapping[str, float], usual_length: float
) -> dict[str, float]:
    """Return the words that say most about a text with `words`, and how much they count."""
    length = _SATURATION * (1 - _LENGTH + _LENGTH * len(words) / usual_length)
    counts = Counter(filter(rare.__contains__, words))
    weights = [
        (rare[word] * count * (_SATURATION + 1) / (count + length), word)
        for word, count in counts.items()
    ]
    return {word: weight for weight, word in sorted(weights, reverse=True)[:MAX_WORDS]}
