"""Listings: lines such as `<!-- blog:posts limit=5 tag="Spark" -->` in any page of the docs."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.problems import BlogError, nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_blog_plugin.catalog.catalog import Catalog
    from mkdocs_blog_plugin.posts.post import Post

MARKER = re.compile(r"<!--\s*blog:(?P<what>[\w-]+)(?P<arguments>.*?)-->", re.DOTALL)
"""A marker in rendered HTML; in code, `<` is escaped and nothing matches."""

LAYOUTS = ("list", "compact", "cards")


class ListingError(BlogError):
    """A marker asks for something that there is not."""

    def __init__(self, message: str, expected: str) -> None:
        super().__init__(f"{message} ({expected})")
        self.message = message
        self.expected = expected


@dataclass(frozen=True, kw_only=True)
class Listing:
    """What one marker asks for."""

    what: str
    """`posts`, or the key of the taxonomy whose terms form a cloud."""
    blog: str = ""
    """`blog_dir` of the blog meant; empty for the first."""
    layout: str = "list"
    limit: int | None = None
    year: int | None = None
    terms: Mapping[str, str] = field(default_factory=dict)
    """Label or slug asked for, by taxonomy key."""


def parse_marker(what: str, arguments: str, singulars: Mapping[str, str]) -> Listing:
    """Return what a marker asks for.

    Args:
        what: The word after `blog:`.
        arguments: The rest of the marker, `key=value` with quotes where a value has blanks.
        singulars: Key of each taxonomy, by its singular name.

    Raises:
        ListingError: a word is unknown, or a value is of the wrong kind.
    """
    kinds = ("posts", *singulars.values())
    if what not in kinds:
        raise ListingError(f"there is no listing 'blog:{what}'", nearest(what, kinds))
    given = _arguments(arguments)
    names = ("limit", "layout", "blog", "year", *singulars)
    for name in given:
        if name not in names:
            raise ListingError(f"a listing has no '{name}'", nearest(name, names))
    layout = given.get("layout", "list")
    if layout not in LAYOUTS:
        raise ListingError(f"there is no layout '{layout}'", nearest(layout, LAYOUTS))
    return Listing(
        what=what,
        blog=given.get("blog", ""),
        layout=layout,
        limit=_number("limit", given),
        year=_number("year", given),
        terms={key: given[name] for name, key in singulars.items() if name in given},
    )


def _arguments(text: str) -> dict[str, str]:
    try:
        words = shlex.split(text)
    except ValueError as error:
        raise ListingError(f"'{text.strip()}' cannot be read", "closed quotes") from error
    pairs = [word.partition("=") for word in words]
    for name, equals, _ in pairs:
        if not equals:
            raise ListingError(f"'{name}' has no value", 'key=value, or key="a value"')
    return {name: value for name, _, value in pairs}


def _number(name: str, given: Mapping[str, str]) -> int | None:
    value = given.get(name)
    if value is None:
        return None
    if not value.isascii() or not value.isdigit():
        raise ListingError(f"{name}='{value}' is no number", f"{name}=5")
    return int(value)


def select_posts(catalog: Catalog, listing: Listing) -> tuple[Post, ...]:
    """Return the listed posts that `listing` asks for, newest first.

    Raises:
        ListingError: it asks for a term that no post has.
    """
    posts = catalog.listed
    for key, name in listing.terms.items():
        term = catalog.find_term(key, name)
        if term is None:
            labels = [term.label for term in catalog.taxonomies[key].terms]
            raise ListingError(f"no post has '{name}' among its {key}", nearest(name, labels))
        members = {post.src_uri for post in term.posts}
        posts = tuple(post for post in posts if post.src_uri in members)
    if listing.year is not None:
        posts = tuple(post for post in posts if post.published.year == listing.year)
    return posts[: listing.limit]
