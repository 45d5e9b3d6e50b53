"""What is noticed while the theme renders a page: whether it shows more than the known facts."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, cast

from jinja2.utils import Cycler, Joiner, Namespace
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import PluginCollection
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from mkdocs_blog_plugin.site.cache.fingerprint import SAYS_NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PARTS: Final = frozenset(
    {"content", "toc", "meta", "file", "previous_page", "next_page", "canonical_url"}
)
"""Attributes of pages that are facts about a page itself, and not about others."""
_UNKNOWN: Final = frozenset(
    {"markdown", "update_date", "links_to_anchors", "present_anchor_ids", "__dict__"}
    | {"content_string", "content_bytes", "is_modified", "page", "events", "hooks", *SAYS_NOTHING}
)
"""Attributes of pages, files, options and plugins that are facts nowhere."""
WATCHED: Final = _PARTS | _UNKNOWN
_OWNERS: Final = (Page, File, MkDocsConfig, PluginCollection)
"""The classes with these attributes."""
_STATES: Final = (Namespace, Cycler, Joiner)
"""Objects that change with each use."""


class Watch:
    """What is noticed while one page is rendered."""

    def __init__(self) -> None:
        self._page: Page | None = None
        self._in_nav: Mapping[int, object] = {}
        self._shared: dict[int, object] = {}
        """Lists, maps and sets that templates may change for other pages, by their `id`."""
        self.has_seen_more = False
        """Whether the page was made of anything but the known facts."""
        self.sees_more_always = False
        """Whether that is true of each page from now on, since one may have told others something."""
        self.has_seen_headings = False
        """Whether it shows headings of other pages, in the nav."""

    def begin(self, page: Page, in_nav: Mapping[int, object]) -> None:
        """Look at `page` from now on.

        Args:
            page: The page that is rendered.
            in_nav: The known table of contents of pages, by their `id`; their `meta` is known as well.
        """
        self._page = page
        self._in_nav = in_nav
        self.has_seen_more = self.sees_more_always
        self.has_seen_headings = False

    def see_more(self) -> None:
        """Take note that the page shows more than known facts."""
        self.has_seen_more = True

    def see(self, owner: object, attribute: str) -> None:
        """Take note that a template reads `attribute`, one of the watched names, of `owner`."""
        if owner is self._page and attribute in _PARTS:
            return
        if id(owner) in self._in_nav and self._is_known(cast("Page", owner), attribute):
            return
        if isinstance(owner, _OWNERS):
            self.see_more()

    def share(self, values: Iterable[object]) -> None:
        """Take note that all pages have `values`, and all that is in them."""
        for value in values:
            if isinstance(value, _STATES):
                self.sees_more_always = True
            elif isinstance(value, (Mapping, list, set)) and id(value) not in self._shared:
                self._shared[id(value)] = value
                self.share(value.values() if isinstance(value, Mapping) else value)

    def see_change(self, owner: object) -> None:
        """Take note that a template changes `owner`, which other pages may show."""
        self.see_more()
        self.sees_more_always |= id(owner) in self._shared

    @contextmanager
    def for_all(self) -> Iterator[None]:
        """Take note that all pages have what is made meanwhile."""
        before, self.has_seen_more = self.has_seen_more, False
        yield
        self.sees_more_always |= self.has_seen_more
        self.has_seen_more |= before

    def _is_known(self, page: Page, attribute: str) -> bool:
        """Return whether `attribute` of a page in the nav is a fact about all pages."""
        if attribute == "toc" and page.toc is self._in_nav[id(page)]:
            self.has_seen_headings = True  # that of a list has its posts, once it is written
            return True
        return attribute == "meta"
