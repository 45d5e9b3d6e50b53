"""What a template may show on any page: the nav, the options, and the text of the templates themselves."""

from __future__ import annotations

import sysconfig
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import FileSystemLoader
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page

from mkdocs_blog_plugin.site.cache.fingerprint import (
    contents,
    described,
    digest,
    environment,
    hooks_of,
    options_of,
)
from mkdocs_blog_plugin.site.theme.facts import NotPlainError, item_facts, link_facts, text_of
from mkdocs_blog_plugin.site.theme.watched_environment import is_trusted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure import StructureItem
    from mkdocs.structure.nav import Navigation

_OWN_CONTEXT = frozenset({"mkdocs", "properdocs", "material", "mkdocs_blog_plugin"})
"""Packages whose plugins change nothing but the page, when they see its context."""


@dataclass(frozen=True)
class SiteFacts:
    """The facts about all pages of a site."""

    digest: bytes
    places: Mapping[int, int]
    """The number of each item of the nav, by its `id`."""
    in_nav: Mapping[int, object]
    """The table of contents of each page in the nav, by the `id` of the page."""
    headings: bytes
    """Digest of these tables of contents, which few themes print on other pages."""
    _neighbours: dict[int, bytes] = field(default_factory=dict)

    def place_of(self, item: StructureItem) -> object:
        """Return what stands for the section that `item` is in, or for the index that a post belongs to.

        Raises:
            NotPlainError: it is in a section that is not in the nav.
        """
        above: StructureItem | None = item.parent
        if above is None or id(above) in self.places:
            return self.places.get(id(above))
        if isinstance(above, Page):
            return self.neighbour_facts(above)
        raise NotPlainError(above)

    def neighbour(self, page: Page | None) -> bytes:
        """Return the digest of what other pages may show of `page`."""
        found = self._neighbours.get(id(page))
        if found is None:
            facts = page and self.neighbour_facts(page)
            found = self._neighbours[id(page)] = digest(text_of(facts))
        return found

    def neighbour_facts(self, page: Page) -> list[object]:
        """Return what other pages may show of `page`; see `place_of`."""
        return [item_facts(page), page.title, page.url, self.place_of(page)]


def site_facts(config: MkDocsConfig, nav: Navigation, templates: Environment) -> SiteFacts | None:
    """Return the facts about a site, once all plugins have had their say; None if nobody knows them all."""
    if not (_is_known(templates, config) and _leaves_others_alone(config)):
        return None
    places = {id(item): number for number, item in enumerate(_items(nav.items))}
    try:
        facts = text_of([_facts_below(nav.items)])
        headings = digest(*(link_facts(page.toc) for page in nav.pages))
    except NotPlainError:
        return None
    own = digest(
        environment(),
        options_of(config),
        hooks_of(config),
        contents(_templates(config)),
        described(templates.globals),
    )
    in_nav = {id(page): page.toc for page in nav.pages}
    return SiteFacts(digest(own, facts), places, in_nav, headings)


def _is_known(templates: Environment, config: MkDocsConfig) -> bool:
    """Return whether templates come from the theme, and all that they may ask is of Jinja, MkDocs or ours."""
    loader = templates.loader
    filters, tests = templates.filters.values(), templates.tests.values()
    return (
        type(loader) is FileSystemLoader
        and loader.searchpath == list(config.theme.dirs)
        and templates.finalize is None
        and all(map(is_trusted, (*filters, *tests, *templates.extensions.values())))
    )


def _leaves_others_alone(config: MkDocsConfig) -> bool:
    """Return whether nobody who sees the context of one page may change what others show."""
    events = config.plugins.events
    return all(_package_of(handler) in _OWN_CONTEXT for handler in events["page_context"]) and all(
        hasattr(handler, "__self__") for handler in events["post_page"]
    )


def _package_of(handler: Callable[..., object]) -> str:
    owner = getattr(handler, "__self__", None)
    return type(owner).__module__.partition(".")[0]


def _items(items: Iterable[StructureItem]) -> Iterator[StructureItem]:
    for item in items:
        yield item
        if isinstance(item, Section):
            yield from _items(item.children)


def _facts_below(items: Iterable[StructureItem]) -> list[object]:
    """Return the facts about the items of the nav.

    Raises:
        NotPlainError: one is of another kind than MkDocs'.
    """
    found: list[object] = []
    for item in items:
        if isinstance(item, Page):
            found.append([item_facts(item), str(item.title), item.url, dict(item.meta)])
        elif isinstance(item, Section):
            found.append([item_facts(item), _facts_below(item.children)])
        else:
            found.append(item_facts(item))
    return found


def _templates(config: MkDocsConfig) -> Iterator[Path]:
    """Yield the folders with templates that may change while all that is installed stays as it is."""
    installed = sysconfig.get_path("purelib")
    return (path for path in map(Path, config.theme.dirs) if not path.is_relative_to(installed))
