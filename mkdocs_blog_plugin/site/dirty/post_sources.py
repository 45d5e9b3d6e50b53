"""Digests of what posts are made of, known before any of them is rendered."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.site.cache.fingerprint import digest, stamp
from mkdocs_blog_plugin.site.links.lookups import answer_of
from mkdocs_blog_plugin.site.links.pictures import find_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.structure.files import File, Files

    from mkdocs_blog_plugin.catalog.catalog import Catalog
    from mkdocs_blog_plugin.catalog.term import Term
    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.site.dirty.manifest import Manifest
    from mkdocs_blog_plugin.site.output.cross_links import CrossLinks
    from mkdocs_blog_plugin.site.plan import Plan


@dataclass(frozen=True, kw_only=True)
class PostSources:
    """The digests of the posts of one build."""

    plan: Plan
    """The blog."""
    cross_links: CrossLinks
    """What its pages name of other posts and pages."""
    files: Files
    """All files of the site."""

    @property
    def _catalog(self) -> Catalog:
        return self.plan.blog.catalog

    @cached_property
    def front_matter(self) -> dict[str, bytes]:
        """Digest of the facts about each post, by `src_uri`, in the order of the catalog."""
        return {post.src_uri: digest(repr(post)) for post in self._catalog.posts}

    @cached_property
    def all_front_matter(self) -> bytes:
        """Digest of the facts about all posts, in their order, and of the words compared."""
        return digest(*self.front_matter.values(), self.plan.words)

    @cached_property
    def contents(self) -> dict[str, bytes]:
        """Digest of text and front matter of each post, and of the files that it links to, by `src_uri`."""
        return {post.src_uri: self._source(post) for post in self._catalog.posts}

    def changed(self, old: Manifest) -> list[Post]:
        """Return the posts that are not those of the last build."""
        return [
            post
            for post in self._catalog.posts
            if post.src_uri not in old.posts
            or old.posts[post.src_uri].source != self.contents[post.src_uri]
        ]

    def labels_of(self, post: Post) -> list[object]:
        """Return what `post` shows of its terms: their digests, and its place in its series."""
        part = self._catalog.part_of(post)
        place = (part.number, part.total) if part else ()
        return [*place, *(self.labels[term] for term in self._terms[post.src_uri])]

    @cached_property
    def labels(self) -> dict[Term, bytes]:
        """Digest of each term as posts show it: without its count."""
        terms = {term for found in self._terms.values() for term in found}
        terms |= {term for found in self._catalog.taxonomies.values() for term in found.terms}
        return {term: digest(repr(term)) for term in terms}

    @cached_property
    def _terms(self) -> dict[str, list[Term]]:
        """The terms of each post, by `src_uri`."""
        catalog = self._catalog
        return {
            post.src_uri: [
                term for key in catalog.taxonomies for term in catalog.all_terms_of(post, key)
            ]
            for post in catalog.posts
        }

    def _source(self, post: Post) -> bytes:
        version = self.plan.read_posts[post.src_uri].version
        front_matter = self.front_matter[post.src_uri]
        return digest(front_matter, version, *self.labels_of(post), *self._taken(post))

    def _taken(self, post: Post) -> Iterator[object]:
        """Yield the facts that the page of `post` takes from the files that it names."""
        for path in self.plan.read_posts[post.src_uri].linked_paths:
            file = find_file(self.files, post.src_uri, path)
            yield answer_of(file)
        yield from self.cross_links.links.get(post.src_uri, ())
        if card := self.plan.outputs.cards.files.get(post.src_uri):
            yield card.dest_uri
        yield from self.media_of(post)

    def media_of(self, post: Post) -> Iterator[object]:
        """Yield stamps of the picture and the recording of `post`: feeds and pages name their sizes."""
        if post.image:
            yield stamp_of(self.plan.lookups.media.get(post.image.src))
        if post.enclosure:
            yield stamp_of(find_file(self.files, post.src_uri, post.enclosure.src))


def stamp_of(file: File | None) -> object:
    """Return a stamp that changes with a file; None if it is not one of the site (any more)."""
    path = Path((file and file.abs_src_path) or "")
    return stamp(path) if path.is_file() else None
