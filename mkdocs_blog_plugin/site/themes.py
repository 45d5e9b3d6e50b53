"""What themes print by themselves, so that nothing stands on a page twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_blog_plugin.render.post_facts import PrintedByTheme

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

PRINT_TITLES = frozenset({"landing", "shadcn", "simple-blog"})
"""Themes that put the page's title above its content even where the content has an h1."""

PRINT_NEIGHBOURS = frozenset(
    {
        "alabaster",
        "bootstrap",
        "bootswatch",
        "cinder",
        "custommill",
        "dracula",
        "ivory",
        "mkdocs",
        "nature",
        "primer",
        "readthedocs",
        "rtd-dropdown",
        "shadcn",
        "simple-blog",
        "windmill",
        "zettelkasten",
    }
)
"""Themes that link a page's previous and next page on every page."""

MATERIAL = frozenset({"material", "materialx"})


def printed_by(config: MkDocsConfig) -> PrintedByTheme:
    """Return what the theme and the plugins at work print on each page."""
    name = config.theme.name
    if name in MATERIAL:
        neighbours = "navigation.footer" in config.theme.get("features", ())
    else:
        neighbours = name in PRINT_NEIGHBOURS
    return PrintedByTheme(
        title=name in PRINT_TITLES,
        neighbours=neighbours,
        tags=any(f"{material}/tags" in config.plugins for material in MATERIAL),
    )


def language(config: MkDocsConfig) -> str:
    """Return the locale that the theme's own words are in."""
    theme = config.theme
    return (
        str(theme.get("language") or theme.locale) if theme.name in MATERIAL else str(theme.locale)
    )
