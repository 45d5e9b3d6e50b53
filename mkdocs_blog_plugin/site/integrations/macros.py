"""Templates in the text of posts: other plugins run them, long after we have read the post."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs_blog_plugin.posts.titles import no_macros

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.config.defaults import MkDocsConfig

    from mkdocs_blog_plugin.posts.titles import Expand

PLUGINS = frozenset({"include-markdown", "macros", "markdownextradata", "table-reader"})
"""Plugins that replace `{{ … }}` and `{% … %}`."""


def has_templates(config: MkDocsConfig) -> bool:
    """Return whether the site has a plugin that runs templates."""
    return not PLUGINS.isdisjoint(config.plugins)


def macro_runner(config: MkDocsConfig) -> Expand:
    """Return a function that runs the macros in a title.

    Macros that fail stay as they are: the plugin reports them when it comes to the page.
    """
    plugin: Any = config.plugins.get("macros")
    if plugin is None:
        return no_macros

    def expand(text: str, meta: Mapping[str, object]) -> str | None:
        return _run(plugin, text, meta) if _has_macros(plugin, text) else None

    return expand


def _has_macros(plugin: Any, text: str) -> bool:
    """Return whether `text` has anything that begins like a macro."""
    syntax = plugin.env
    starts = (syntax.variable_start_string, syntax.block_start_string, syntax.comment_start_string)
    return any(start in text for start in starts)


def _run(plugin: Any, text: str, meta: Mapping[str, object]) -> str:
    if not meta.get("render_macros", plugin.config["render_by_default"]):
        return text
    try:
        return str(plugin.env.from_string(text).render({**plugin.variables, **meta}))
    except Exception:  # noqa: BLE001 - macros are code of the user's
        return text
