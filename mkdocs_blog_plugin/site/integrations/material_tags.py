"""Material's plugin tags, whose listings show every page that has tags in its meta."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

NAMES = frozenset({"material/tags", "materialx/tags"})


def hide_from_tag_listings(page: Page, config: MkDocsConfig) -> None:
    """Keep an unlisted post out of the listings; a site may have several instances of the plugin."""
    for name, plugin in config.plugins.items():
        if name.partition(" #")[0] in NAMES:
            options: Any = plugin.config
            page.meta.pop(options.get("tags_name_property", "tags"), None)
