"""The order of a taxonomy's terms, and of the posts in a list."""

from __future__ import annotations

import unicodedata
from math import inf
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from mkdocs_blog_plugin.catalog.labels import Identity
    from mkdocs_blog_plugin.catalog.term import Term
    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.settings import TaxonomySettings


def spoken(text: str) -> tuple[str, str]:
    """Return a sort key for `text` in alphabetical order: case and accents only break ties."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in letters if not unicodedata.combining(char)), text


def newest(posts: Iterable[Post]) -> tuple[float, str]:
    """Return where the newest of `posts` stands in the order of all posts; without any, first."""
    return min((post.sort_key for post in posts), default=(-inf, ""))


SORT_KEYS: Final[Mapping[str, Callable[[Term], Any]]] = {
    "view_name": lambda term: spoken(term.label),
    "view_post_count": lambda term: len(term.posts),
}
"""Sort keys that an option may name instead of bringing a callable."""


POST_VALUES: Final[Mapping[str, Callable[[Post], Any]]] = {
    "date": lambda post: -post.published.timestamp(),
    "updated": lambda post: -(post.updated or post.published).timestamp(),
    "weight": lambda post: post.weight,
    "title": lambda post: spoken(post.title),
}
"""Sort keys of lists: newest, smallest or alphabetically first comes first."""
POST_ORDERS = (*POST_VALUES, *(f"-{name}" for name in POST_VALUES))
"""The same, each also the other way round."""


def sort_posts(posts: Iterable[Post], order: str) -> list[Post]:
    """Return `posts` in the order called `order`, one of `POST_ORDERS`, those without a value last.

    Those that are equal stay in their order.
    """
    value = POST_VALUES[order.removeprefix("-")]
    found = list(posts)
    known = [post for post in found if value(post) is not None]
    known.sort(key=value, reverse=order.startswith("-"))
    return [*known, *(post for post in found if value(post) is None)]


def in_list_order(posts: Iterable[Post], order: str) -> tuple[Post, ...]:
    """Return `posts`, newest first, as views show them: pinned ones first, the rest in `order`."""
    return tuple(sorted(sort_posts(posts, order), key=lambda post: not post.pinned))


def sort_terms(terms: Mapping[Identity, Term], settings: TaxonomySettings) -> list[Identity]:
    """Return the terms as the options sort them, each followed by those below it.

    Ties are sorted by name.
    """
    chosen = settings.sort_by
    key: Callable[..., Any] = SORT_KEYS[chosen] if isinstance(chosen, str) else chosen
    by_name = sorted(terms, key=lambda identity: (spoken(terms[identity].label), identity))
    by_choice = sorted(
        by_name, key=lambda identity: key(terms[identity]), reverse=settings.sort_reverse
    )
    children: dict[Identity, list[Identity]] = {}
    for identity in by_choice:
        children.setdefault(identity[:-1], []).append(identity)
    return list(_walk(children, ()))


def _walk(children: Mapping[Identity, Iterable[Identity]], parent: Identity) -> Iterator[Identity]:
    for identity in children.get(parent, ()):
        yield identity
        yield from _walk(children, identity)
