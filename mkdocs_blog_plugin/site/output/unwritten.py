"""What is kept of pages until they are written, and dropped then: MkDocs keeps pages to the end."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, MutableMapping
    from typing import Any

    from mkdocs.structure.pages import Page

    from mkdocs_blog_plugin.feeds.public_post import PublicPost


class Unwritten:
    """The pages of one build that are not written yet."""

    def __init__(self) -> None:
        self._before: dict[str, tuple[str | None, MutableMapping[str, Any]]] = {}
        self._public_posts: dict[str, PublicPost] = {}

    @contextmanager
    def changed(self, page: Page) -> Iterator[None]:
        """Keep the content and meta of `page` if its content is changed meanwhile."""
        before = (page.content, page.meta)
        yield
        if page.content != before[0]:
            self._before[page.file.src_uri] = before

    def public_post(self, src_uri: str, make: Callable[[], PublicPost]) -> PublicPost:
        """Return the public facts about a post, which `make` returns at first."""
        found = self._public_posts.get(src_uri)
        if found is None:
            found = self._public_posts[src_uri] = make()
        return found

    def drop(self, page: Page) -> None:
        """Give `page`, now written, its own content back, and forget what is hardly needed again."""
        src_uri = page.file.src_uri
        if src_uri in self._before:
            page.content, page.meta = self._before.pop(src_uri)
        self._public_posts.pop(src_uri, None)
