"""The object `blog` that theme templates, macros and hooks ask for posts and terms.

Its attributes are documented and stable. It escapes nothing: MkDocs' own environment prints text as
it is, so templates write `{{ post.title|e }}`, and `{{ post.url|url }}` for links.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs_blog_plugin.catalog.catalog import Catalog
    from mkdocs_blog_plugin.catalog.period import Period
    from mkdocs_blog_plugin.catalog.term import Term
    from mkdocs_blog_plugin.posts.post import Post


class BlogObject:
    """One blog, as templates see it.

    Args:
        title: Heading of the index.
        catalog: Returns the catalog; called when a template needs it, since the object is handed
            out before any post is read.
    """

    def __init__(self, title: str, catalog: Callable[[], Catalog]) -> None:
        self.title = title
        self._catalog = catalog

    @property
    def url(self) -> str:
        """URL of the index, relative to the site's root."""
        return self._catalog().location.url

    @property
    def posts(self) -> tuple[Post, ...]:
        """All listed posts, newest first."""
        return self._catalog().listed

    def recent(self, count: int = 5) -> tuple[Post, ...]:
        """Return the `count` newest posts; none for a number below zero."""
        return self.posts[: max(count, 0)]

    def terms(self, taxonomy: str) -> tuple[Term, ...]:
        """Return the terms of any taxonomy, each with its `posts`; none for an unknown taxonomy."""
        found = self._catalog().taxonomies.get(taxonomy)
        return tuple(term for term in found.terms if not term.hidden) if found else ()

    @property
    def tags(self) -> tuple[Term, ...]:
        """All tags."""
        return self.terms("tags")

    @property
    def categories(self) -> tuple[Term, ...]:
        """All categories."""
        return self.terms("categories")

    @property
    def authors(self) -> tuple[Term, ...]:
        """All authors; the facts about each are in `term.author`."""
        return self.terms("authors")

    @property
    def series(self) -> tuple[Term, ...]:
        """All series, their posts oldest first."""
        return self.terms("series")

    @property
    def archive(self) -> tuple[Period, ...]:
        """The periods of the archive, newest first."""
        return self._catalog().periods
