"""The plugin rss, whose feeds take every page that has no `draft: true`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page


def keep_out(page: Page, config: MkDocsConfig) -> None:
    """Keep the generated page of a view out of the feeds of rss, where the site has them."""
    if "rss" in config.plugins and page.file.generated_by:
        page.meta["draft"] = True
