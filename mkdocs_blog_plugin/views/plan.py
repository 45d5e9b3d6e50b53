"""The generated pages of a blog: the index, the archive, and the terms of each taxonomy."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_blog_plugin.catalog.sorting import in_list_order
from mkdocs_blog_plugin.settings import PaginationSettings
from mkdocs_blog_plugin.views.pagers import PagerMaker
from mkdocs_blog_plugin.views.view import Kind, View

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mkdocs_blog_plugin.catalog.addresses import Addresses
    from mkdocs_blog_plugin.catalog.catalog import Catalog
    from mkdocs_blog_plugin.catalog.period import Period
    from mkdocs_blog_plugin.catalog.term import Taxonomy
    from mkdocs_blog_plugin.settings import ArchiveSettings, Settings
    from mkdocs_blog_plugin.urls.location import Location

ARCHIVE = "archive"
"""Value of `View.taxonomy` for periods and their overview."""

_ONE_PAGE = PaginationSettings(enabled=False)


class _UncutView(NamedTuple):
    """A view whose list is not cut into pages yet."""

    view: View
    """Without pagers."""
    location: Location
    pagination: PaginationSettings = _ONE_PAGE
    is_folder: bool = False
    """Whether the view stands for the `index.md` of a folder."""
    is_oldest_first: bool = False


def plan_views(
    catalog: Catalog,
    settings: Settings,
    addresses: Addresses,
    *,
    title_of: Callable[[str], str] = lambda _: "",
    source_of: Callable[[str], str] = lambda stem: stem,
) -> list[View]:
    """Return all views of a blog: the index first, each overview before what it lists.

    Args:
        catalog: The posts, with the location of each view.
        settings: The blog's settings.
        addresses: Where the views have claimed the paths of their first pages. A hand-written page
            at the path of a view becomes its introduction.
        title_of: Returns the own title of the hand-written page with a `src_uri`.
        source_of: Returns the `src_uri`, without suffix, of a page for that of its output.
    """
    sources = (post.src_uri for post in catalog.posts)
    pagers = PagerMaker(settings, addresses, sources=sources, source_of=source_of)
    views = []
    for uncut in _uncut_views(catalog, settings):
        introduction = addresses.pages.get(uncut.location.dest_uri, "")
        title = title_of(introduction) if introduction else ""
        view = replace(uncut.view, introduction=introduction, title=title or uncut.view.title)
        cut = pagers.cut(
            uncut.location,
            view.posts,
            uncut.pagination,
            is_folder=uncut.is_folder,
            from_oldest=settings.pagination_from_oldest and not uncut.is_oldest_first,
        )
        views.append(replace(view, pagers=cut))
    return views


def _uncut_views(catalog: Catalog, settings: Settings) -> Iterator[_UncutView]:
    yield _UncutView(
        view=View(
            kind=Kind.INDEX,
            title=settings.index_title,
            layout=settings.layout,
            toc=settings.blog_toc,
            posts=in_list_order(catalog.listed, settings.posts.sort),
        ),
        location=catalog.location,
        pagination=settings.pagination,
        is_folder=True,
    )
    yield from _archive(catalog, settings.archive)
    for taxonomy in catalog.taxonomies.values():
        yield from _taxonomy(taxonomy, settings.posts.sort)


def _archive(catalog: Catalog, archive: ArchiveSettings) -> Iterator[_UncutView]:
    """Yield the overview of the archive, and each period before those inside it."""
    if catalog.archive:
        yield _UncutView(
            view=View(
                kind=Kind.OVERVIEW,
                taxonomy=ARCHIVE,
                title=archive.name,
                periods=catalog.periods,
            ),
            location=catalog.archive,
            is_folder=True,
        )
    for period in _all_periods(catalog.periods):
        yield _UncutView(
            view=View(
                kind=Kind.ARCHIVE,
                taxonomy=ARCHIVE,
                key=period.key,
                title=period.title,
                period=period,
                layout=archive.layout,
                toc=archive.toc,
                posts=period.posts,
            ),
            location=period.location,
            pagination=archive.pagination,
        )


def _all_periods(periods: Iterable[Period]) -> Iterator[Period]:
    for period in periods:
        yield period
        yield from _all_periods(period.children)


def _taxonomy(taxonomy: Taxonomy, order: str) -> Iterator[_UncutView]:
    """Yield the overview of a taxonomy and its terms, as far as they have views."""
    settings = taxonomy.settings
    if taxonomy.location:
        yield _UncutView(
            view=View(
                kind=Kind.OVERVIEW,
                taxonomy=taxonomy.key,
                title=settings.name,
                terms=taxonomy,
            ),
            location=taxonomy.location,
            is_folder=True,
        )
    for term in taxonomy.terms:
        if term.location:
            yield _UncutView(
                view=View(
                    kind=Kind.TERM,
                    taxonomy=taxonomy.key,
                    key=term.slug,
                    title=term.label,
                    term=term,
                    layout=settings.layout,
                    toc=settings.toc,
                    posts=term.posts if settings.ordered else in_list_order(term.posts, order),
                ),
                location=term.location,
                pagination=settings.pagination,
                is_oldest_first=settings.ordered,
            )
