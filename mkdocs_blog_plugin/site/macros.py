"""Titles with macros in them: the plugin macros replaces them long after we have read the title."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.config.defaults import MkDocsConfig


def render_macros(text: str, meta: Mapping[str, object], config: MkDocsConfig) -> str:
    """Return `text`, from a page with the front matter `meta`, as macros will have it on that page.

    What it cannot render stays as it is: macros tells of it when it comes to the page.
    """
    plugin: Any = config.plugins.get("macros")
    if plugin is None or not plugin.has_j2(text):
        return text
    if not meta.get("render_macros", plugin.config["render_by_default"]):
        return text
    try:
        return str(plugin.env.from_string(text).render({**plugin.variables, **meta}))
    except Exception:  # noqa: BLE001 - macros are code of the user's
        return text
