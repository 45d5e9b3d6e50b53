"""What other pages show of a page in the nav, also where a dirty build does not read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_blog_plugin.site.integrations.themes import PRINTED_IN_NAV

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.structure.pages import Page


def entry_of(page: Page) -> Mapping[str, str]:
    """Return the title of a page and what else of its front matter navs show of it, as text."""
    shown = {
        key: str(page.meta[key]) for key in PRINTED_IN_NAV & page.meta.keys() if page.meta[key]
    }
    return {**shown, "title": str(page.title)}
