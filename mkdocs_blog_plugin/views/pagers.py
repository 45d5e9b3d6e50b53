"""The numbered pages of a view: their locations and sources."""

from __future__ import annotations

import itertools
import posixpath
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.urls.location import Location
from mkdocs_blog_plugin.urls.permalink import compile_pattern
from mkdocs_blog_plugin.urls.tokens import PAGE_TOKENS
from mkdocs_blog_plugin.views.pagination import paginate
from mkdocs_blog_plugin.views.view import Pager

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from mkdocs_blog_plugin.catalog.addresses import Addresses
    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.settings import PaginationSettings, Settings


class PagerMaker:
    """Cuts the lists of one blog into pages, each with its own path and source.

    Args:
        settings: The blog's settings.
        addresses: Where pages claim their paths.
        sources: `src_uri` of each post: no page has one of these.
        source_of: Returns the `src_uri`, without suffix, of a page for that of its output.
    """

    def __init__(
        self,
        settings: Settings,
        addresses: Addresses,
        *,
        sources: Iterable[str],
        source_of: Callable[[str], str],
    ) -> None:
        self._directory_urls = settings.directory_urls
        self._pattern = compile_pattern(settings.pagination_url_format, tokens=PAGE_TOKENS)
        self._addresses = addresses
        self._sources = {*sources, *addresses.pages.values()}
        self._source_of = source_of

    def cut(
        self,
        first: Location,
        posts: Sequence[Post],
        pagination: PaginationSettings,
        *,
        is_folder: bool,
        from_oldest: bool = False,
    ) -> tuple[Pager, ...]:
        """Return the pages of the view at `first`.

        Args:
            first: Where the first page is.
            posts: In list order.
            pagination: Whether the list is cut, and how.
            is_folder: Whether the view stands for the `index.md` of a folder. As with Material,
                the further pages of such a view do so too.
            from_oldest: Whether pages are counted from the end of the list.
        """
        per_page = pagination.per_page if pagination.enabled else max(len(posts), 1)
        base = _source_stem(first, is_folder=is_folder)
        pagers = []
        cut = paginate(posts, per_page, from_end=from_oldest)
        for number, members in enumerate(cut, 1):
            page = len(cut) - number + 1 if from_oldest else number
            location = self._further(base, page, is_folder=is_folder) if number > 1 else first
            stem = _source_stem(location, is_folder=is_folder)
            pagers.append(
                Pager(
                    number=number,
                    page=page,
                    location=location,
                    src_uri=self._source(location, stem),
                    posts=tuple(members),
                )
            )
        return tuple(pagers)

    def _further(self, base: str, number: int, *, is_folder: bool) -> Location:
        """Return the location of page `number` of the view with the source `base`, without its suffix."""
        folder = posixpath.dirname(base) if is_folder else base
        if is_folder and not self._pattern.is_file:
            path = posixpath.join(folder, self._pattern.path(number), "index")
            wanted = Location.of_page(path, directory_urls=self._directory_urls)
        else:
            wanted = self._pattern.location(
                number, folder=folder, directory_urls=self._directory_urls
            )
        return self._addresses.claim(wanted, f"page {number} of '{base}'")

    def _source(self, location: Location, stem: str) -> str:
        """Return the `src_uri` of the hand-written page at `location`, or an unused one."""
        if location.dest_uri in self._addresses.pages:
            return self._addresses.pages[location.dest_uri]
        stem = self._source_of(stem)
        numbered = (f"{stem}-{number}.md" for number in itertools.count(2))
        free = (
            name for name in itertools.chain([f"{stem}.md"], numbered) if name not in self._sources
        )
        source = next(free)
        self._sources.add(source)
        return source


def _source_stem(location: Location, *, is_folder: bool) -> str:
    """Return the `src_uri`, without suffix, of the page that MkDocs would put at `location`."""
    stem = location.dest_uri.removesuffix(".html")
    return stem if is_folder else stem.removesuffix("/index")
