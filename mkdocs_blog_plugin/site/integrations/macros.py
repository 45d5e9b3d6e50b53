"""Templates in the text of posts: other plugins run them, long after we have read the post."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs_blog_plugin.posts.body import opening_heading, plain_text
from mkdocs_blog_plugin.posts.fields import Fields
from mkdocs_blog_plugin.posts.front_matter import parse_front_matter
from mkdocs_blog_plugin.problems import Problems

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.config.defaults import MkDocsConfig


PLUGINS = frozenset({"include-markdown", "macros", "markdownextradata", "table-reader"})
"""Plugins that replace `{{ … }}` and `{% … %}`."""


def has_templates(config: MkDocsConfig) -> bool:
    """Return whether the site has a plugin that runs templates."""
    return not PLUGINS.isdisjoint(config.plugins)


def title_of_macros(text: str, config: MkDocsConfig) -> str:
    """Return the title that macros make for the page `text`; empty where it has none with macros.

    What cannot be run stays as it is: the plugin tells of it when it comes to the page.
    """
    plugin: Any = config.plugins.get("macros")
    if plugin is None or not plugin.has_j2(text):
        return ""
    front_matter = parse_front_matter(text)
    fields = Fields.of(front_matter.data, path="", lines={}, problems=Problems())
    title = fields.text("title")
    written = title or opening_heading(front_matter.body)
    if not plugin.has_j2(written):
        return ""
    made = _run(plugin, written, front_matter.data)
    return made if title else plain_text(made)


def _run(plugin: Any, text: str, meta: Mapping[str, object]) -> str:
    if not meta.get("render_macros", plugin.config["render_by_default"]):
        return text
    try:
        return str(plugin.env.from_string(text).render({**plugin.variables, **meta}))
    except Exception:  # noqa: BLE001 - macros are code of the user's
        return text
