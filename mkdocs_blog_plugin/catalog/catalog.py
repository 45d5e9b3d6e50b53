"""All posts of a blog and every answer that needs more than one of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.catalog.addresses import Addresses
from mkdocs_blog_plugin.catalog.period import build_periods
from mkdocs_blog_plugin.catalog.sorting import spoken
from mkdocs_blog_plugin.catalog.term import Part
from mkdocs_blog_plugin.catalog.terms import build_taxonomy
from mkdocs_blog_plugin.catalog.terms_file import TermAnnotations
from mkdocs_blog_plugin.posts.keys import KEYS
from mkdocs_blog_plugin.problems import Severity, at_key, nearest
from mkdocs_blog_plugin.settings import CATEGORIES, TAGS
from mkdocs_blog_plugin.urls.permalink import compile_pattern
from mkdocs_blog_plugin.urls.tokens import PERIOD_TOKENS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mkdocs_blog_plugin.catalog.period import Period
    from mkdocs_blog_plugin.catalog.term import Taxonomy, Term
    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.posts.tagged_page import TaggedPage
    from mkdocs_blog_plugin.problems import Problem, Problems
    from mkdocs_blog_plugin.settings import Settings
    from mkdocs_blog_plugin.urls.location import Location


@dataclass(frozen=True, kw_only=True)
class Catalog:
    """The posts of one blog, ordered and indexed; `build_catalog` makes it."""

    posts: tuple[Post, ...]
    """All posts to build, newest first, unlisted ones too."""
    listed: tuple[Post, ...]
    """The posts that lists and feeds show, newest first."""
    location: Location
    """Where the index is."""
    archive: Location | None
    """Where the archive's overview is; None where there is none."""
    periods: tuple[Period, ...]
    """The archive's outermost level, newest first; empty without an archive."""
    taxonomies: Mapping[str, Taxonomy]
    """By key, in the order in which pages show them."""
    _neighbours: Mapping[str, tuple[Post | None, Post | None]] = field(repr=False)
    """The next older and the next newer post of each listed one, by `src_uri`."""

    def terms_of(self, post: Post, key: str) -> tuple[Term, ...]:
        """Return the terms of `post` in the taxonomy `key`, as it writes them, hidden ones left out."""
        return tuple([term for term in self.all_terms_of(post, key) if not term.hidden])

    def all_terms_of(self, post: Post, key: str) -> tuple[Term, ...]:
        """Return the terms of `post` in the taxonomy `key`, hidden ones included."""
        return self.taxonomies[key].terms_of(post)

    def previous(self, post: Post) -> Post | None:
        """Return the next older listed post; None for the oldest and for unlisted ones."""
        return self._neighbours.get(post.src_uri, (None, None))[0]

    def next(self, post: Post) -> Post | None:
        """Return the next newer listed post; None for the newest and for unlisted ones."""
        return self._neighbours.get(post.src_uri, (None, None))[1]

    def part_of(self, post: Post) -> Part | None:
        """Return the position of `post` in its first series of several posts; None without one."""
        for key, taxonomy in self.taxonomies.items():
            if taxonomy.settings.ordered and taxonomy.settings.enabled and post.is_listed:
                for term in self.terms_of(post, key):
                    if term.count > 1:
                        return Part(series=term, number=self._numbers[term, post.src_uri])
        return None

    @cached_property
    def shared_guids(self) -> frozenset[str]:
        """The explicit ids that several posts share, and that therefore identify none of them."""
        counts = Counter(post.guid for post in self.posts if post.guid)
        return frozenset(guid for guid, count in counts.items() if count > 1)

    def guid_problems(self) -> Iterator[Problem]:
        """Yield a problem for each post whose explicit id an earlier one has.

        Many blogs have a key `id` that counts something else, so that this is only worth a line.
        """
        first: dict[str, Post] = {}
        for post in self.posts:
            if post.guid in self.shared_guids and first.setdefault(post.guid, post) is not post:
                yield at_key(
                    post,
                    KEYS["guid"],
                    f"'{post.guid}' is the id of {first[post.guid].src_uri} too",
                    "an id that no other post has; the URL serves in feeds",
                    Severity.WARNING if "guid" in post.lines else Severity.INFO,
                )

    @cached_property
    def _numbers(self) -> dict[tuple[Term, str], int]:
        """The 1-based place of each `src_uri` in each series."""
        return {
            (term, post.src_uri): number
            for taxonomy in self.taxonomies.values()
            if taxonomy.settings.ordered
            for term in taxonomy.terms
            for number, post in enumerate(term.posts, start=1)
        }


def build_catalog(
    posts: Iterable[Post],
    settings: Settings,
    annotations: TermAnnotations = TermAnnotations(),  # noqa: B008 - frozen
    pages: Iterable[TaggedPage] = (),
    addresses: Addresses | None = None,
    *,
    problems: Problems,
) -> Catalog:
    """Return the catalog of `posts`.

    Args:
        posts: All posts to build, in any order.
        settings: The blog's settings.
        annotations: The terms file.
        pages: Ordinary pages whose tags join those of the posts.
        addresses: Where views claim their paths; by default all paths are free.
        problems: Collects problems with labels and with the paths of views.
    """
    ordered = tuple(sorted(posts, key=lambda post: post.sort_key))
    listed = tuple(post for post in ordered if post.is_listed)
    by_title = sorted(pages, key=lambda page: (spoken(page.title), page.src_uri))
    addresses = addresses or Addresses(settings, problems)
    location = addresses.overview("", "the index")
    archive, periods = _archive(listed, settings, addresses)
    problems.extend(_unknown_taxonomies(annotations, settings))
    taxonomies = [
        build_taxonomy(
            ordered,
            taxonomy,
            annotations,
            addresses,
            problems,
            by_title if taxonomy.key == TAGS else (),
        )
        for taxonomy in settings.taxonomies
    ]
    by_key = {taxonomy.key: taxonomy for taxonomy in taxonomies}
    by_category = settings.posts.neighbours == "category"
    return Catalog(
        posts=ordered,
        listed=listed,
        location=location,
        archive=archive,
        periods=periods,
        taxonomies=by_key,
        _neighbours=dict(_neighbours(listed, by_key.get(CATEGORIES) if by_category else None)),
    )


def _neighbours(
    listed: Iterable[Post], categories: Taxonomy | None
) -> Iterator[tuple[str, tuple[Post | None, Post | None]]]:
    """Yield each listed post with the next older and the next newer one.

    Args:
        listed: Newest first.
        categories: The taxonomy whose first term neighbours must share; None for all posts.
    """
    chains: dict[tuple[Term, ...], list[Post]] = {}
    for post in listed:
        first = categories.terms_of(post)[:1] if categories else ()
        chains.setdefault(first, []).append(post)
    for chain in chains.values():
        for older, post, newer in zip([*chain[1:], None], chain, [None, *chain[:-1]], strict=True):
            yield post.src_uri, (older, newer)


def _archive(
    posts: tuple[Post, ...], settings: Settings, addresses: Addresses
) -> tuple[Location | None, tuple[Period, ...]]:
    """Return where the overview is, if there is one, and the periods."""
    archive = settings.archive
    if not (archive.enabled and posts):
        return None, ()
    folder = compile_pattern(archive.levels[0].url_format, tokens=PERIOD_TOKENS).folder
    location = None
    if archive.index and folder:
        location = addresses.overview(folder, "the overview of the archive")
    periods = build_periods(posts, archive.levels, locale=settings.locale, addresses=addresses)
    return location, periods


def _unknown_taxonomies(annotations: TermAnnotations, settings: Settings) -> Iterator[Problem]:
    keys = [taxonomy.key for taxonomy in settings.taxonomies]
    for key in annotations.terms:
        if key not in keys:
            message = "the blog does not have this taxonomy"
            yield annotations.problem(message, key, expected=nearest(key, keys))
