"""What other plugins would do with every page, and need not do with the pages of views."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page


def excuse(page: Page, config: MkDocsConfig) -> None:
    """Keep the generated page of a view out of rss' feeds, and spare it a card of Material's social.

    Each of the two looks into the meta of a page for that.
    """
    if not page.file.generated_by:
        return
    if "rss" in config.plugins:
        page.meta["draft"] = True
    page.meta.setdefault("social", {"cards": False})
