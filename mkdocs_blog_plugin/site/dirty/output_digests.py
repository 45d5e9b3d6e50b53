"""One digest per output of a blog, of all that it is made of: equal digests mean equal outputs.

Only what stands on a page counts for it, so that a change reaches no other page: a post is on its
own page as a whole, on lists with its entry, on the pages of its neighbours with its front matter.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_blog_plugin.site.cache.fingerprint import digest
from mkdocs_blog_plugin.site.dirty.manifest import PostDigests
from mkdocs_blog_plugin.site.dirty.post_sources import stamp_of
from mkdocs_blog_plugin.site.links.lookups import answer_of
from mkdocs_blog_plugin.site.links.pictures import find_file
from mkdocs_blog_plugin.views.view import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mkdocs_blog_plugin.catalog.term import Term
    from mkdocs_blog_plugin.feeds.plan import FeedDocument
    from mkdocs_blog_plugin.html.rendered import RenderedPost
    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.site.dirty.manifest import Manifest
    from mkdocs_blog_plugin.site.dirty.post_sources import PostSources
    from mkdocs_blog_plugin.site.output.cross_links import CrossLinks
    from mkdocs_blog_plugin.site.plan import Outputs
    from mkdocs_blog_plugin.views.blog import Blog
    from mkdocs_blog_plugin.views.view import Pager, View


class Made(NamedTuple):
    """One output with the digest of all that it is made of."""

    src_uri: str
    """The page that is written; empty for an output that is not a page."""
    dest_uri: str
    digest: bytes


@dataclass(frozen=True, kw_only=True)
class OutputDigests:
    """The digests of all that one build writes."""

    sources: PostSources
    rendered: Mapping[str, RenderedPost]
    """The posts that have changed since the last build, by `src_uri`."""
    old: Manifest
    """What the last build knew, if all that every page is made of is the same."""
    has_full_feeds: bool
    """Whether feeds hold whole posts."""

    @property
    def _blog(self) -> Blog:
        return self.sources.plan.blog

    @property
    def _outputs(self) -> Outputs:
        return self.sources.plan.outputs

    @property
    def _cross_links(self) -> CrossLinks:
        return self.sources.cross_links

    @property
    def front_matter(self) -> bytes:
        """Digest of the front matter of all posts, and of the words compared."""
        return self.sources.all_front_matter

    @cached_property
    def posts(self) -> dict[str, PostDigests]:
        """The digests of all posts, by `src_uri`."""
        return {post.src_uri: self._post(post) for post in self._blog.catalog.posts}

    @cached_property
    def everything(self) -> bytes:
        """Digest of all that a list anywhere may show."""
        entries = (self.posts[post.src_uri].entry for post in self._blog.catalog.listed)
        return digest(*entries, *self._terms.values())

    @cached_property
    def own(self) -> frozenset[str]:
        """`src_uri` of the pages of posts and views."""
        return frozenset((*self._blog.posts, *self._blog.pagers))

    @cached_property
    def made(self) -> tuple[Made, ...]:
        """All that the blog writes."""
        return tuple(self._made())

    def _made(self) -> Iterator[Made]:
        for post in self._blog.catalog.posts:
            found = self.posts[post.src_uri]
            yield Made(post.src_uri, post.location.dest_uri, found.source + found.cross_links)
        for view, pager in self._blog.pagers.values():
            yield Made(pager.src_uri, pager.location.dest_uri, self._view(view, pager))
        for document in self._outputs.feeds:
            yield Made("", document.location.dest_uri, self._feed(document))
        for redirect in self._outputs.redirects:
            yield Made(
                "", redirect.location.dest_uri, self.sources.front_matter[redirect.post.src_uri]
            )
        for dest_uri in self._outputs.cards.cards:
            yield Made("", dest_uri, digest(dest_uri))  # its name says what is drawn
        for dest_uri, copy in self._outputs.covers.items():
            yield Made("", dest_uri, digest(stamp_of(copy.cover)))
        for src_uri, file in self._outputs.markdown.posts.items():
            yield Made("", file.dest_uri, self.posts[src_uri].source)
        if self._outputs.markdown.index:
            yield Made("", self._outputs.markdown.index.dest_uri, self.everything)
        if self._outputs.export:
            yield Made("", self._outputs.export.dest_uri, self.everything)

    def page(self, src_uri: str, linked_paths: Iterable[str]) -> bytes:
        """Return the digest of the facts that an ordinary page takes from the blog; empty if there are none.

        These are the locations of the posts that it links to, and of drafts, which MkDocs looks for
        somewhere else, and the posts that it names because they link to it. `linked_paths` are the
        paths in its links.
        """
        found = (find_file(self.sources.files, src_uri, path) for path in linked_paths)
        places = [
            answer_of(file)
            for file in found
            if file and (file.src_uri in self._blog.posts or file.inclusion.is_excluded())
        ]
        mentions = self._cross_links.markers.mentions(src_uri)
        named = [self.posts[post.src_uri].entry for post in mentions]
        return digest(len(places), *places, *named) if places or named else b""

    @cached_property
    def _terms(self) -> dict[Term, bytes]:
        """Terms as lists of posts, and lists of terms, show them."""
        return {
            term: digest(repr(term), term.count, *map(repr, term.pages))
            for taxonomy in self._blog.catalog.taxonomies.values()
            for term in taxonomy.terms
        }

    def _post(self, post: Post) -> PostDigests:
        known = self.old.posts.get(post.src_uri)
        source = self.sources.contents[post.src_uri]
        is_unchanged = known is not None and known.source == source
        is_among_same = known is not None and self.old.front_matter == self.front_matter
        return PostDigests(
            source,
            known.entry if known and is_unchanged else self._entry(post),
            known.cross_links if known and is_among_same else self._named_by(post),
        )

    def _entry(self, post: Post) -> bytes:
        found = self.rendered[post.src_uri]
        shown = (found.excerpt, found.is_cut, found.text, found.reading_time)
        around = (*self.sources.labels_of(post), *self.sources.media_of(post))
        return digest(self.sources.front_matter[post.src_uri], *around, *shown)

    def _named_by(self, post: Post) -> bytes:
        """Return the digest of what the page of `post` shows of other posts."""
        catalog = self._blog.catalog
        part = catalog.part_of(post)
        series = part.series.posts if part else ()
        neighbours = [found for found in (catalog.previous(post), catalog.next(post)) if found]
        related = self._cross_links.related_to(post)
        cross_links = (
            self.sources.front_matter[found.src_uri] for found in (*neighbours, *series, *related)
        )
        authors = (  # only unlisted posts have authors who are in no list of terms
            self._terms.get(term) or self.sources.labels[term]
            for term in catalog.terms_of(post, "authors")
        )
        return digest(len(neighbours), len(series), *cross_links, *authors)

    def _view(self, view: View, pager: Pager) -> bytes:
        first, last = max(pager.number - 2, 0), pager.number + 1
        near = (near.location for near in view.pagers[first:last])
        own = (view.kind, view.title, view.toc, len(view.pagers), len(view.posts))
        text = self.sources.files.src_uris[pager.src_uri].content_bytes
        around = (self._blog.index.title, *self._cross_links.renderer.ways(view))
        card = self._outputs.cards.files.get(pager.src_uri)
        listed = self._listed(view, pager)
        return digest(*own, *around, text, card and card.dest_uri, *near, *listed)

    def _feed(self, document: FeedDocument) -> bytes:
        places = (document.location, document.current, document.older, document.newer)
        archived = document.archived and document.archived.name
        is_full = self.has_full_feeds and not document.is_archive
        posts = (self.posts[post.src_uri] for post in document.posts)
        contents = (post.source if is_full else post.entry for post in posts)
        return digest(document.view.title, archived, *places, *contents)

    def _listed(self, view: View, pager: Pager) -> Iterator[bytes]:
        """Yield the digests of what a page of a view lists."""
        if view.term:
            yield self._terms[view.term] if pager.number == 1 else self.sources.labels[view.term]
        if view.terms:
            yield from (self._terms[term] for term in view.terms.terms)
        elif view.kind is Kind.OVERVIEW:
            yield from (
                self.sources.front_matter[post.src_uri] for post in self._blog.catalog.listed
            )
            yield from self._terms.values()
        yield from (self.posts[post.src_uri].entry for post in pager.posts)
