"""The parts of a page that themes print by themselves, so that nothing is printed twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.utils import get_theme_dir, get_theme_names

from mkdocs_blog_plugin.render.post_facts import PrintedByTheme

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.theme import Theme

PRINT_TITLES = frozenset({"landing", "shadcn", "simple-blog"})
"""Themes that put the page's title above its content even where the content has an h1."""

PRINT_NEIGHBOURS = frozenset(
    {
        "alabaster",
        "bootstrap",
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

PRINT_DATES = frozenset({"simple-blog"})
"""Themes that print the dates in a page's meta, in a form of their own."""

MATERIAL = frozenset({"material", "materialx"})

PRINTED_IN_NAV = frozenset(
    {"icon", "status", "subtitle"}  # material, materialx
    | {"alpha", "beta", "new", "sidebar_title"}  # shadcn
)
"""Front matter of a page that themes print beside its title, in the nav on other pages."""


IN_EXPORT = "blog_in_export"
"""Option that an export sets: another theme, which prints nothing of what it does not know."""


def printed_by(config: MkDocsConfig) -> PrintedByTheme:
    """Return which parts the theme and the active plugins print on each page."""
    theme = config.theme
    if theme.get(IN_EXPORT):
        return PrintedByTheme()
    return PrintedByTheme(
        title=theme.name in PRINT_TITLES,
        reading_time=bool(
            theme.get("show_metadata") and theme.get("show_metadata_reading_time")  # primer
        ),
        neighbours=_prints_neighbours(theme),
        tags=any(f"{material}/tags" in config.plugins for material in MATERIAL),
    )


def _prints_neighbours(theme: Theme) -> bool:
    """Return whether `theme` links neighbours: always, on demand, or as the theme that it extends."""
    features = theme.get("features") or ()
    if theme.name in MATERIAL:
        return "navigation.footer" in features
    if theme.name == "terminal":
        return "footer.prev_next" in features
    return theme.name in PRINT_NEIGHBOURS or _extends_mkdocs(theme)


def _extends_mkdocs(theme: Theme) -> bool:
    """Return whether `theme` is made of that of MkDocs, as those of bootswatch are."""
    return "mkdocs" in get_theme_names() and get_theme_dir("mkdocs") in theme.dirs


def adapt(theme: Theme) -> None:
    """Switch off what cannot work with pages that are generated or moved.

    shadcn copies the Markdown of each page to where the page would be if it had not moved.
    """
    if theme.name == "shadcn":
        theme["hide_source_files"] = True


def drop_dates_the_theme_prints(theme: Theme, meta: MutableMapping[str, object]) -> None:
    """Remove the dates from the `meta` of a post if `theme` would print them beside our byline."""
    if theme.name in PRINT_DATES:
        for key in ("date", "updated"):
            meta.pop(key, None)


def language(config: MkDocsConfig) -> str:
    """Return the locale that the theme's own words are in."""
    theme = config.theme
    return (
        str(theme.get("language") or theme.locale) if theme.name in MATERIAL else str(theme.locale)
    )
