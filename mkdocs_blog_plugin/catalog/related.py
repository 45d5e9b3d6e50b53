"""Posts that are about the same things: the more terms they share, and the rarer, the closer."""

from __future__ import annotations

import heapq
import itertools
import math
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.catalog.labels import AUTHORS

if TYPE_CHECKING:
    from mkdocs_blog_plugin.catalog.catalog import Catalog
    from mkdocs_blog_plugin.catalog.term import Term
    from mkdocs_blog_plugin.posts.post import Post

CANDIDATES = 200
"""How many posts a search weighs before common terms bring no more of them.

A bound on the work per post: without it, a term that everybody uses would make it quadratic.
"""


class RelatedIndex:
    """An inverted index of a catalog's listed posts, by term; authors do not count."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._keys = [key for key in catalog.taxonomies if key != AUTHORS]
        self._numbers = {post.src_uri: number for number, post in enumerate(catalog.listed)}
        self._carriers: dict[Term, dict[int, None]] = {}

    def related(self, post: Post, count: int) -> tuple[Post, ...]:
        """Return up to `count` listed posts that share terms with `post`, the closest first.

        Of equally close ones the newest first. A term counts the more, the fewer posts have it.
        """
        scores = self._scores(post)
        if not scores:
            return ()
        least = heapq.nlargest(count, scores.values())[-1]
        close = [number for number, score in scores.items() if score >= least]
        close.sort(key=lambda number: (-scores[number], number))
        return tuple(self._catalog.listed[number] for number in close[:count])

    def _scores(self, post: Post) -> dict[int, float]:
        """Return the weight of what listed posts, by number, share with `post`."""
        scores: dict[int, float] = {}
        for term in self._rarest_first(post):
            carriers = self._numbers_of(term)
            if len(scores) < CANDIDATES:
                scores = dict.fromkeys(itertools.islice(carriers, CANDIDATES), 0.0) | scores
            weight = math.log1p(len(self._numbers) / len(carriers))
            for number in scores.keys() & carriers.keys():
                scores[number] += weight
        scores.pop(self._numbers.get(post.src_uri, -1), None)
        return scores

    def _rarest_first(self, post: Post) -> list[Term]:
        terms = [term for key in self._keys for term in self._catalog.all_terms_of(post, key)]
        used = [term for term in terms if term.posts]
        return sorted(used, key=lambda term: (term.count, term.taxonomy, term.slug))

    def _numbers_of(self, term: Term) -> dict[int, None]:
        """Return the posts that carry `term`, newest first, as numbers that are quick to compare."""
        found = self._carriers.get(term)
        if found is None:
            found = dict.fromkeys(sorted(self._numbers[post.src_uri] for post in term.posts))
            self._carriers[term] = found
        return found
