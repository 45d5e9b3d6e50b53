"""What a template may show of one page, as a digest: the page itself, its place, its neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from mkdocs_blog_plugin.site.cache.fingerprint import digest
from mkdocs_blog_plugin.site.theme.facts import as_plain, file_facts, link_facts, text_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.structure.pages import Page

    from mkdocs_blog_plugin.site.theme.site_facts import SiteFacts

_SAME: Final = frozenset({"nav", "config", "pages", "page", "build_date_utc"})
"""Names in a context that are the same for all pages, or that a template cannot ask for unnoticed."""


def page_digest(page: Page, template: str, context: Mapping[str, Any], site: SiteFacts) -> bytes:
    """Return the digest of all facts that a template may show of `page`.

    Args:
        page: Complete, as the theme gets it.
        template: Name of the template.
        context: The names that the template knows.
        site: The facts about all pages.

    Raises:
        NotPlainError: another plugin has left an object on the page, or in `context`.
    """
    facts = [
        template,
        {name: as_plain(value) for name, value in context.items() if name not in _SAME},
        site.nav.of_page(page),
        dict(page.meta),
        file_facts(page.file),
        link_facts(page.toc),
        type(page.content).__name__,
    ]
    near = (site.neighbour(page.previous_page), site.neighbour(page.next_page))
    return digest(site.digest, text_of(facts), *near, page.content)
