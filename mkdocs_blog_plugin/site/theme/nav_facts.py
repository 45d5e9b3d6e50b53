"""What a template may show of the nav on any page, and of a page by its place in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page

from mkdocs_blog_plugin.site.theme.facts import NotPlainError, item_facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs.structure import StructureItem
    from mkdocs.structure.nav import Navigation

_OWN: Final = frozenset({"items", "pages", "homepage"})
"""Attributes that MkDocs gives the nav."""


class NavFacts:
    """The facts about a nav, in which no plugin changes anything any more."""

    def __init__(self, nav: Navigation) -> None:
        self._nav = nav
        self._numbers = {id(item): number for number, item in enumerate(_items(nav.items))}

    def all(self) -> list[object]:
        """Return the facts about all items, and about the pages that the nav has beside them.

        Raises:
            NotPlainError: an item is of another kind than MkDocs', or in a section that is not in the nav.
        """
        nav = self._nav
        pages = [self._number_or_facts(page) for page in (nav.homepage, *nav.pages) if page]
        others = {name: value for name, value in vars(nav).items() if name not in _OWN}
        return [self._below(nav.items), bool(nav.homepage), pages, others]

    def of_page(self, page: Page) -> list[object]:
        """Return the facts about `page` that other pages may show; raises as `_place_of` does."""
        place = [page.url, page.file.src_uri, self._place_of(page)]
        return [item_facts(page), page.title, *place]

    def _place_of(self, item: StructureItem) -> object:
        """Return the number of the section that `item` is in, or the facts about the index that a post belongs to.

        Raises:
            NotPlainError: it is in a section that is not in the nav.
        """
        above: StructureItem | None = item.parent
        if above is None or id(above) in self._numbers:
            return self._numbers.get(id(above))
        if isinstance(above, Page):
            return self.of_page(above)
        raise NotPlainError(above)

    def _number_or_facts(self, page: Page) -> object:
        number = self._numbers.get(id(page))
        return self._with_meta(page) if number is None else number

    def _below(self, items: Iterable[StructureItem]) -> list[object]:
        return [self._of_item(item) for item in items]

    def _of_item(self, item: StructureItem) -> list[object]:
        if isinstance(item, Page):
            return self._with_meta(item)
        children = self._below(item.children) if isinstance(item, Section) else []
        return [item_facts(item), self._place_of(item), children]

    def _with_meta(self, page: Page) -> list[object]:
        return [*self.of_page(page), dict(page.meta)]


def _items(items: Iterable[StructureItem]) -> Iterator[StructureItem]:
    for item in items:
        yield item
        if isinstance(item, Section):
            yield from _items(item.children)
