"""Listings: lines such as `<!-- blog:posts limit=5 tag="Spark" -->` in any page of the docs."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from mkdocs_blog_plugin.catalog.sorting import POST_VALUES, sort_posts
from mkdocs_blog_plugin.problems import BlogError, nearest
from mkdocs_blog_plugin.settings import LAYOUTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_blog_plugin.catalog.catalog import Catalog
    from mkdocs_blog_plugin.catalog.term import Term
    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.settings import Layout

MARKER = re.compile(r"<!--\s*+blog:(?P<what>\w++(?:-\w++)*+)(?P<arguments>.*)-->", re.DOTALL)
"""A marker, which is a whole comment of rendered HTML; in code, `<` is escaped and not a comment."""

BEGINNING = "blog:"
"""Text that every marker contains, so that pages without it need not be searched."""

MAX_ITEMS = 10_000
"""Most posts and terms that all listings of one page may show: more would fill the memory."""

POSTS = "posts"
MENTIONS = "mentions"


class ListingError(BlogError):
    """A marker asks for something that does not exist."""


@dataclass(frozen=True, kw_only=True)
class Listing:
    """The request of one marker."""

    what: str
    """`posts`, `mentions` for those that link to the page, or the key of the taxonomy whose terms form a cloud."""
    layout: Layout = "list"
    limit: int | None = None
    """Most posts or terms to show."""
    year: int | None = None
    offset: int = 0
    """Number of posts to skip."""
    sort: str = ""
    """One of `catalog.sorting.POST_ORDERS`; empty for newest first."""
    terms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Labels or slugs by taxonomy key; posts must have one of each taxonomy."""

    @property
    def is_whole(self) -> bool:
        """Whether no post is left out."""
        return not (self.limit or self.offset or self.year or self.terms)


def read_arguments(text: str) -> dict[str, str]:
    """Return the `key=value` pairs of a marker, without the quotes around values that have spaces.

    Raises:
        ListingError: a quote is not closed, or the text has other parts.
    """
    try:
        words = shlex.split(text)
    except ValueError as error:
        raise ListingError(f"'{text.strip()}' cannot be read", "closed quotes") from error
    pairs = [word.partition("=") for word in words]
    for name, equals, _ in pairs:
        if not equals:
            raise ListingError(f"'{name}' has no value", 'key=value, or key="a value"')
    return {name: value for name, _, value in pairs}


def make_listing(what: str, given: Mapping[str, str], singulars: Mapping[str, str]) -> Listing:
    """Return the listing that a marker asks for.

    Args:
        what: The word after `blog:`.
        given: The arguments.
        singulars: Key of each taxonomy, by its singular name.

    Raises:
        ListingError: a word is unknown, or a value is of the wrong kind.
    """
    _check(what, (POSTS, MENTIONS, *singulars.values()), f"there is no listing 'blog:{what}'")
    filters = ("layout", "offset", "sort", "year", *singulars) if what == POSTS else ()
    for name in given:
        _check(name, ("blog", "limit", *filters), f"'blog:{what}' has no '{name}'")
    layout = given.get("layout", "list")
    _check(layout, LAYOUTS, f"there is no layout '{layout}'")
    sort = given.get("sort", "")
    if sort:
        _check(sort.removeprefix("-"), tuple(POST_VALUES), f"posts cannot be sorted by '{sort}'")
    return Listing(
        what=what,
        layout=cast("Layout", layout),
        limit=_number("limit", given, example=5),
        year=_number("year", given, example=2026),
        offset=_number("offset", given, example=1, least=0) or 0,
        sort=sort,
        terms={key: _names(given[name]) for name, key in singulars.items() if name in given},
    )


def check_size(items: int) -> None:
    """Raise `ListingError` if the listings of one page show more than `MAX_ITEMS`."""
    if items > MAX_ITEMS:
        message = f"the listings of this page show more than {MAX_ITEMS} posts and terms"
        raise ListingError(message, "a limit, or fewer listings")


def _check(name: str, valid: tuple[str, ...], message: str) -> None:
    if name not in valid:
        raise ListingError(message, nearest(name, valid))


def _names(value: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in value.split("|"))


def _number(name: str, given: Mapping[str, str], *, example: int, least: int = 1) -> int | None:
    if name not in given:
        return None
    value = given[name]
    if not re.fullmatch(r"0|[1-9][0-9]{0,5}", value) or int(value) < least:
        kind = "number above zero" if least else "number"
        raise ListingError(f"{name}='{value}' is not a {kind}", f"{name}={example}")
    return int(value)


def select_posts(catalog: Catalog, listing: Listing) -> tuple[Post, ...]:
    """Return the listed posts that `listing` asks for: newest first, those of a series oldest first.

    Raises:
        ListingError: it asks for a term that no post has.
    """
    posts = catalog.listed
    for key, names in listing.terms.items():
        terms = [_find_term(catalog, key, name) for name in names]
        members = {post.src_uri for term in terms for post in term.posts}
        posts = tuple(post for post in posts if post.src_uri in members)
    if listing.year is not None:
        posts = tuple(post for post in posts if post.published.year == listing.year)
    if listing.sort:
        posts = tuple(sort_posts(posts, listing.sort))
    elif any(catalog.taxonomies[key].settings.ordered for key in listing.terms):
        posts = posts[::-1]
    return posts[listing.offset :][: listing.limit]


def _find_term(catalog: Catalog, key: str, name: str) -> Term:
    taxonomy = catalog.taxonomies[key]
    term = taxonomy.find(name)
    if term is None:
        labels = [term.label for term in taxonomy.terms]
        raise ListingError(f"no post has '{name}' among its {key}", nearest(name, labels))
    return term


def select_terms(catalog: Catalog, listing: Listing) -> tuple[Term, ...]:
    """Return the terms that `listing` asks for, in the order of their taxonomy.

    With a limit these are the terms that most posts have.
    """
    terms = catalog.taxonomies[listing.what].terms
    kept = set(sorted(terms, key=lambda term: -term.count)[: listing.limit])
    return tuple(term for term in terms if term in kept)
