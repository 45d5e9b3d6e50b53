"""Lists of posts and tag clouds that authors ask for, by a comment, on any page of the docs.

A marker is found in what a page was converted to, so that macros may write it, and code blocks may
show it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.html.markup import COMMENT, INLINE, TOKEN
from mkdocs_blog_plugin.problems import Problem, nearest
from mkdocs_blog_plugin.views.listing import (
    BEGINNING,
    MARKER,
    MENTIONS,
    POSTS,
    Listing,
    ListingError,
    check_size,
    make_listing,
    read_arguments,
    select_posts,
    select_terms,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from mkdocs.structure.files import File, Files

    from mkdocs_blog_plugin.catalog.catalog import Catalog
    from mkdocs_blog_plugin.catalog.term import Term
    from mkdocs_blog_plugin.html.rendered import RenderedPost
    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.render.renderer import Renderer
    from mkdocs_blog_plugin.settings import Settings


_COMMENT = re.compile(COMMENT, re.DOTALL)

_NEAR = 200
"""How many characters of a line are looked at beside a marker."""

_TEXT_ELEMENTS = INLINE | {"dt", "h1", "h2", "h3", "h4", "h5", "h6", "img", "pre"}
"""Elements that hold text, and cannot hold a list of posts."""


@dataclass(frozen=True)
class Selection:
    """What one marker selects: posts, or terms."""

    listing: Listing
    posts: tuple[Post, ...] = ()
    terms: tuple[Term, ...] = ()

    def __len__(self) -> int:
        return len(self.posts) + len(self.terms)


class Markers:
    """The markers of one blog, on all pages of the site.

    Args:
        catalog: The blog's posts and terms.
        settings: Its settings.
        blogs: `blog_dir` of every blog of the site, as markers name them.
        mentions: The posts that link to an ordinary page, by its `src_uri`; None if nobody asks.
    """

    def __init__(
        self,
        catalog: Catalog,
        settings: Settings,
        blogs: Collection[str],
        mentions: Mapping[str, tuple[Post, ...]] | None = None,
    ) -> None:
        self._catalog = catalog
        self._name = settings.blog_dir or "."
        self._is_first = settings.first
        self._blogs = blogs
        self._mentions = mentions
        self._singulars = {found.singular: found.key for found in settings.taxonomies}

    def problems(self, files: Files) -> Iterator[Problem]:
        """Yield the problems of the markers of all converted pages."""
        for file in files.documentation_pages():
            yield from self._problems_of(file)

    def _problems_of(self, file: File) -> Iterator[Problem]:
        html = file.page.content if file.page else None
        faults = [
            (marker[0], answer)
            for marker, answer in self.answers(html or "", file.src_uri)
            if isinstance(answer, ListingError)
        ]
        lines = _lines(file) if faults else {}
        for marker, error in faults:
            yield Problem(
                path=file.src_uri,
                line=lines.get(marker),
                message=error.message,
                expected=error.expected,
            )

    def mentions(self, src_uri: str) -> tuple[Post, ...]:
        """Return the posts that the page `src_uri` names because they link to it, newest first."""
        return (self._mentions or {}).get(src_uri, ())

    def posts_on(self, html: str, src_uri: str) -> Iterator[Post]:
        """Yield the posts that the page `src_uri`, whose content is `html`, lists or names."""
        yield from self.mentions(src_uri)
        for _, answer in self.answers(html, src_uri):
            if isinstance(answer, Selection):
                yield from answer.posts

    def answers(
        self, html: str, src_uri: str
    ) -> Iterator[tuple[re.Match[str], Selection | ListingError | None]]:
        """Yield each marker with what it asks for, or why it gets nothing; None for other blogs."""
        shown = 0
        for marker in _markers(html):
            try:
                answer = self._answer(marker, src_uri)
                shown += len(answer) if answer else 0
                check_size(shown)
            except ListingError as error:
                yield marker, error
            else:
                yield marker, answer

    def _answer(self, marker: re.Match[str], src_uri: str) -> Selection | None:
        listing = self._read(marker)
        if listing is None:
            return None
        _check_line(marker)
        if listing.what == MENTIONS:
            if self._mentions is None:
                raise ListingError("the option 'mentions' is off", "mentions: true in mkdocs.yml")
            return Selection(listing, posts=self.mentions(src_uri)[: listing.limit])
        if listing.what == POSTS:
            return Selection(listing, posts=select_posts(self._catalog, listing))
        return Selection(listing, terms=select_terms(self._catalog, listing))

    def _read(self, marker: re.Match[str]) -> Listing | None:
        """Return the listing that `marker` asks for; the first blog reports markers that no blog understands."""
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


class Listings:
    """The fragments that stand for markers.

    Args:
        markers: Answers them.
        rendered: The posts as rendered, by `src_uri`.
        renderer: Makes the fragments.
    """

    def __init__(
        self, markers: Markers, rendered: Mapping[str, RenderedPost], renderer: Renderer
    ) -> None:
        self._markers = markers
        self._rendered = rendered
        self._renderer = renderer

    def ending(self, html: str, src_uri: str, url: str) -> str:
        """Return what follows `html`, the content of a page: the posts that link to it, if any.

        Nothing follows where a marker has them already; see `fill`.
        """
        posts = self._markers.mentions(src_uri)
        if not posts or any(
            isinstance(found, Selection) and found.listing.what == MENTIONS
            for _, found in self._markers.answers(html, src_uri)
        ):
            return ""
        return self._render(Selection(Listing(what=MENTIONS), posts=posts), url, "l0-")

    def fill(self, html: str, src_uri: str, url: str) -> str:
        """Return `html`, the content of a page, with a fragment for each marker.

        Markers of other blogs, and those that `Markers.problems` finds fault with, stay the
        comments they are.

        Args:
            html: The content.
            src_uri: The page.
            url: Its URL, from the site's root.
        """
        pieces = []
        position = 0
        answers = self._markers.answers(html, src_uri)
        for number, (marker, answer) in enumerate(answers, start=1):
            if isinstance(answer, Selection):
                fragment = self._render(answer, url, f"l{number}-")
                pieces += [html[position : marker.start()], fragment]
                position = marker.end()
        return "".join([*pieces, html[position:]])

    def _render(self, answer: Selection, url: str, ids: str) -> str:
        posts = [self._rendered[post.src_uri] for post in answer.posts]
        listing = answer.listing
        if listing.what == MENTIONS:
            return self._renderer.mentions(posts, url, ids) if posts else ""
        if listing.what != POSTS:
            return self._renderer.cloud(answer.terms, url)
        return self._renderer.listing(posts, listing.layout, url, ids, is_whole=listing.is_whole)


def _markers(html: str) -> Iterator[re.Match[str]]:
    """Yield the markers of `html`: comments, and not what looks like one inside of something else."""
    if BEGINNING in html:
        for token in TOKEN.finditer(html):
            if marker := MARKER.fullmatch(html, token.start(), token.end()):
                yield marker


def _check_line(marker: re.Match[str]) -> None:
    """Refuse a marker that has text, or tags of elements that hold text, on its line of rendered HTML.

    Raises:
        ListingError: there is some.
    """
    html, start, end = marker.string, marker.start(), marker.end()
    before = html[max(html.rfind("\n", 0, start) + 1, start - _NEAR) : start]
    after = html[end : end + _NEAR].partition("\n")[0]
    if any(_has_words(text) for text in (before, after)):
        raise ListingError(f"'{marker[0]}' stands inside a line", "a line of its own")


def _has_words(html: str) -> bool:
    """Return whether `html` has text, or tags of elements that hold text."""
    names = (token["name"] for token in TOKEN.finditer(html))
    return bool(TOKEN.sub("", html).strip()) or any(
        name is not None and name.lower() in _TEXT_ELEMENTS for name in names
    )


def _lines(file: File) -> dict[str, int]:
    """Return the line of each marker in the source of a page, without those that macros write."""
    text = file.content_bytes.decode(errors="replace")
    lines: dict[str, int] = {}
    line, position = 1, 0
    for comment in _COMMENT.finditer(text):
        line += text.count("\n", position, comment.start())
        position = comment.start()
        lines.setdefault(comment[0], line)
    return lines
