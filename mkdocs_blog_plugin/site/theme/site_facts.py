"""What a template may show on any page: the nav, the options, and the text of the templates themselves."""

from __future__ import annotations

import site
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType
from typing import TYPE_CHECKING, Final

from jinja2 import FileSystemLoader

from mkdocs_blog_plugin.site.cache.fingerprint import (
    contents,
    described,
    digest,
    hooks_of,
    installation,
)
from mkdocs_blog_plugin.site.theme.facts import NotPlainError, link_facts, text_of
from mkdocs_blog_plugin.site.theme.nav_facts import NavFacts
from mkdocs_blog_plugin.site.theme.trust import is_known, is_trusted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

_UNSEEN: Final = frozenset({"plugins", "hooks", "markdown_extensions", "mdx_configs"})
"""Options with objects that no template asks for unnoticed, or at all."""
_OF_OPTIONS: Final = frozenset(
    {"data", "config_file_path", "_schema", "_schema_keys", "_Config__user_configs"}
    | {"_current_page", "_Theme__vars", "_custom_dir", "dirs", "name"}
)
"""Attributes that MkDocs gives its options and the theme, beside the options themselves."""
_FUNCTIONS: Final = (FunctionType, BuiltinFunctionType, MethodType, partial)
"""Objects that a template can but call, and is noticed for."""


@dataclass(frozen=True)
class SiteFacts:
    """The facts about all pages of a site."""

    digest: bytes
    nav: NavFacts
    in_nav: Mapping[int, object]
    """The table of contents of each page in the nav, by the `id` of the page."""
    headings: bytes
    """Digest of these tables of contents, which few themes print on other pages."""
    _neighbours: dict[int, bytes] = field(default_factory=dict)

    def neighbour(self, page: Page | None) -> bytes:
        """Return the digest of what other pages may show of `page`."""
        found = self._neighbours.get(id(page))
        if found is None:
            facts = page and self.nav.of_page(page)
            found = self._neighbours[id(page)] = digest(text_of(facts))
        return found


def site_facts(config: MkDocsConfig, nav: Navigation, templates: Environment) -> SiteFacts | None:
    """Return the facts about a site, once all plugins have had their say; None if nobody knows them all."""
    if not (_are_trusted(templates, config) and _leaves_others_alone(config)):
        return None
    seen = {name: value for name, value in config.items() if name not in _UNSEEN}
    unseen = {name: value for name, value in config.items() if name in _UNSEEN}
    syntax = {
        n: value for n, value in vars(templates).items() if isinstance(value, (str, bool, type))
    }
    try:
        facts = NavFacts(nav)
        own = digest(
            installation(),
            hooks_of(config),
            contents(_template_files(config)),
            described(unseen),
            described([seen, _left_on(config), syntax, templates.globals], _check_trusted),
            text_of(facts.all()),
        )
        headings = digest(*(link_facts(page.toc) for page in nav.pages))
    except NotPlainError:
        return None
    in_nav = {id(page): page.toc for page in nav.pages}
    return SiteFacts(own, facts, in_nav, headings)


def _are_trusted(templates: Environment, config: MkDocsConfig) -> bool:
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
    owners = [getattr(handler, "__self__", None) for handler in events["page_context"]]
    are_plugins = all(hasattr(handler, "__self__") for handler in events["post_page"])
    return are_plugins and all(map(is_known, owners))


def _left_on(config: MkDocsConfig) -> list[object]:
    """Return the attributes that hooks have set on the options, as in `config.extra.word = "one"`."""
    owners = (getattr(owner, "__dict__", {}) for owner in (config, config.extra, config.theme))
    return [{n: value for n, value in owner.items() if n not in _OF_OPTIONS} for owner in owners]


def _check_trusted(value: object) -> None:
    """See to it that `value` says no more to a template than its description does.

    Raises:
        NotPlainError: it is an object of somebody's own, which may ask for anything when it is looked at.
    """
    kind = value if isinstance(value, type) else type(value)
    is_plain = isinstance(value, _FUNCTIONS) or is_trusted(kind)
    if not is_plain or isinstance(value, ModuleType):
        raise NotPlainError(kind)


def _template_files(config: MkDocsConfig) -> Iterator[Path]:
    """Yield the templates that may change while all that is installed stays as it is.

    Raises:
        NotPlainError: a folder of them has a link to another folder, which nobody looks into.
    """
    installed = (*site.getsitepackages(), site.getusersitepackages())
    for folder in map(Path, config.theme.dirs):
        if any(map(folder.is_relative_to, installed)):
            continue
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                yield path
            elif path.is_symlink() and path.is_dir():
                raise NotPlainError(path)
