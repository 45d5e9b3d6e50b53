"""Pages in the nav that a dirty build does not read: themes print their entries on all other pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import escape

from mkdocs_blog_plugin.site.integrations.themes import PRINTED_IN_NAV

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page


def entry_of(page: Page) -> Mapping[str, str]:
    """Return the title of a page and what else of its front matter navs show of it, as text."""
    shown = {
        key: str(page.meta[key]) for key in PRINTED_IN_NAV & page.meta.keys() if page.meta[key]
    }
    return {**shown, "title": str(page.title)}


def read_entries(nav: Navigation, config: MkDocsConfig) -> None:
    """Read the front matter and the title of the pages in the nav that a dirty build leaves unread.

    This is for builds without a manifest that knows them, in `on_env`: before, static-i18n sorts the nav by the
    titles that are known. A heading with markup is a title as it is written.
    """
    for page in nav.pages:
        if page.markdown is None and not page.file.is_modified():
            page.read_source(config)
            page.meta.setdefault("title", escape(page.title))
