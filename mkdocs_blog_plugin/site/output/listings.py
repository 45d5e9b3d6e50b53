"""Lists of posts and tag clouds that authors ask for, by a comment, on any page of the docs.

A marker is found in what a page was converted to, so that macros may write it, and code blocks may
show it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_blog_plugin.html.markup import TOKEN
from mkdocs_blog_plugin.problems import Problem, nearest
from mkdocs_blog_plugin.views.listing import (
    MARKER,
    POSTS,
    Listing,
    ListingError,
    make_listing,
    read_arguments,
    select_posts,
    select_terms,
)

if TYPE_CHECKING:
    import re
    from collections.abc import Collection, Iterator

    from mkdocs.structure.files import File

    from mkdocs_blog_plugin.catalog.catalog import Catalog
    from mkdocs_blog_plugin.html.rendered import RenderedPosts
    from mkdocs_blog_plugin.render.renderer import Renderer
    from mkdocs_blog_plugin.settings import Settings


class Listings:
    """The listings of one blog, on all pages of the site.

    Args:
        catalog: The blog's posts and terms.
        rendered: Its posts, converted.
        renderer: Makes the fragments.
        settings: Its settings.
        blogs: `blog_dir` of every blog of the site, as markers name them.
    """

    def __init__(
        self,
        catalog: Catalog,
        rendered: RenderedPosts,
        renderer: Renderer,
        settings: Settings,
        blogs: Collection[str],
    ) -> None:
        self._catalog = catalog
        self._rendered = rendered
        self._renderer = renderer
        self._name = settings.blog_dir or "."
        self._is_first = settings.first
        self._blogs = blogs
        self._singulars = {found.singular: found.key for found in settings.taxonomies}

    def check(self, file: File) -> Iterator[Problem]:
        """Yield what is wrong with the markers of a page that is converted."""
        html = file.page.content if file.page else None
        for marker in _markers(html or ""):
            try:
                self._render(marker, file.url, "")
            except ListingError as error:
                yield Problem(
                    path=file.src_uri,
                    line=_line(file, marker[0]),
                    message=error.message,
                    expected=error.expected,
                )

    def fill(self, html: str, url: str) -> str:
        """Return `html`, the content of the page at `url`, with a fragment for each marker.

        Markers of other blogs, and those that `check` finds fault with, stay the comments they are.
        """
        pieces = []
        position = 0
        for number, marker in enumerate(_markers(html), start=1):
            try:
                fragment = self._render(marker, url, f"l{number}-")
            except ListingError:
                continue
            if fragment is not None:
                pieces += [html[position : marker.start()], fragment]
                position = marker.end()
        return "".join([*pieces, html[position:]])

    def _render(self, marker: re.Match[str], url: str, ids: str) -> str | None:
        """Return the fragment for `marker`; None where another blog is meant.

        Raises:
            ListingError: there is no such thing.
        """
        listing = self._read(marker)
        if listing is None:
            return None
        if listing.what != POSTS:
            return self._renderer.cloud(select_terms(self._catalog, listing), url)
        posts = [self._rendered[post] for post in select_posts(self._catalog, listing)]
        return self._renderer.listing(posts, listing.layout, url, ids)

    def _read(self, marker: re.Match[str]) -> Listing | None:
        """Return what `marker` asks for; the first blog tells what no blog understands."""
        try:
            given = read_arguments(marker["arguments"])
        except ListingError:
            if self._is_first:
                raise
            return None
        name = given.get("blog", "").strip("/")
        if self._is_first and name and name not in self._blogs:
            raise ListingError(f"there is no blog '{name}'", nearest(name, self._blogs))
        is_ours = name == self._name if name else self._is_first
        return make_listing(marker["what"], given, self._singulars) if is_ours else None


def _markers(html: str) -> Iterator[re.Match[str]]:
    """Yield the markers of `html`: comments, and not what looks like one inside of something else."""
    if MARKER.search(html):
        for token in TOKEN.finditer(html):
            if marker := MARKER.fullmatch(html, token.start(), token.end()):
                yield marker


def _line(file: File, marker: str) -> int | None:
    """Return the line of `marker` in its source; None where a macro has written it."""
    before, found, _ = _text(file).partition(marker)
    return before.count("\n") + 1 if found else None


def _text(file: File) -> str:
    return file.content_bytes.decode(errors="replace")
