"""Posts that are about the same things: the more terms they share, and the rarer, the closer.

Where terms do not decide, the text does: posts with the same terms, and those without a common one.

The posts of a term are the bits of one number, the newest post being bit 0. What two terms share
is then one `&`, which keeps the search fast where thousands of posts have a term in common.
"""

from __future__ import annotations

import itertools
import math
from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.catalog.text_index import TextIndex
from mkdocs_blog_plugin.settings import AUTHORS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from mkdocs_blog_plugin.catalog.catalog import Catalog
    from mkdocs_blog_plugin.catalog.term import Term
    from mkdocs_blog_plugin.posts.post import Post

MAX_TERMS = 6
"""How many terms of a post are compared, the rarest ones: each more doubles the combinations."""


class RelatedIndex:
    """An inverted index of a catalog's listed posts, by term and by rare word.

    Args:
        catalog: Has the posts. That they share authors does not count.
        words: The words of the posts, with spaces between them, by `src_uri`; without them, only
            terms count.
        by_terms: Whether terms count.
    """

    def __init__(
        self, catalog: Catalog, words: Mapping[str, str], *, by_terms: bool = True
    ) -> None:
        self._catalog = catalog
        self._keys = [key for key in catalog.taxonomies if by_terms and key != AUTHORS]
        self._places = {post.src_uri: place for place, post in enumerate(catalog.listed)}
        self._texts = TextIndex(words, self._places)
        self._carriers: dict[Term, int] = {}

    def related(self, post: Post, count: int, besides: Iterable[Post] = ()) -> tuple[Post, ...]:
        """Return up to `count` listed posts that share terms with `post`, the closest first.

        A term counts the more, the fewer posts have it. Of those equally close, and after all of
        them, come the posts with a close text; then the newest. Posts that the page names `besides`
        are left out.
        """
        count = min(count, len(self._places))
        if not count:
            return ()
        found: list[Post] = []
        known = {post.src_uri, *(named.src_uri for named in besides)}
        seen = sum(1 << self._places[found] for found in known if found in self._places)
        close = self._texts.closest(post.src_uri)
        for carriers in itertools.chain(self._by_terms(post), [self._bits(close)]):
            places = _in_order(carriers & ~seen, close)
            few = itertools.islice(places, count - len(found))
            found += (self._catalog.listed[place] for place in few)
            if len(found) == count:
                break
            seen |= carriers
        return tuple(found)

    def _by_terms(self, post: Post) -> Iterator[int]:
        """Yield the posts that share most with `post`, those that share less, and so on."""
        terms = [(self._weight(term), self._carriers_of(term)) for term in self._rarest(post)]
        shared = [
            (sum(weight for weight, _ in some), reduce(and_, (carriers for _, carriers in some)))
            for size in range(1, len(terms) + 1)
            for some in itertools.combinations(terms, size)
        ]
        shared.sort(key=lambda pair: -pair[0])
        for _, equal in itertools.groupby(shared, key=lambda pair: pair[0]):
            yield reduce(or_, (carriers for _, carriers in equal))

    def _rarest(self, post: Post) -> list[Term]:
        terms = [term for key in self._keys for term in self._catalog.all_terms_of(post, key)]
        used = [term for term in terms if term.posts]
        return sorted(used, key=lambda term: (term.count, term.taxonomy, term.slug))[:MAX_TERMS]

    def _weight(self, term: Term) -> float:
        return math.log1p(len(self._places) / term.count)

    def _carriers_of(self, term: Term) -> int:
        """Return the posts that have `term`, as bits."""
        found = self._carriers.get(term)
        if found is None:
            places = (self._places[post.src_uri] for post in term.posts)
            found = self._carriers[term] = self._bits(places)
        return found

    def _bits(self, places: Iterable[int]) -> int:
        bits = bytearray(len(self._places) // 8 + 1)
        for place in places:
            bits[place // 8] |= 1 << place % 8
        return int.from_bytes(bits, "little")


def _in_order(bits: int, close: Sequence[int]) -> Iterator[int]:
    """Yield the places of `bits`: first those among `close`, in its order, then the newest."""
    for place in close if bits else ():
        if bits >> place & 1:
            bits ^= 1 << place
            yield place
    while bits:
        newest = bits & -bits
        bits ^= newest
        yield newest.bit_length() - 1
