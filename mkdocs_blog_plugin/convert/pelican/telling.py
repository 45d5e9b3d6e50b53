"""What a Pelican site has that cannot be converted, apart from the text of its articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mkdocs_blog_plugin.convert.pelican.site import CONFIGS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_blog_plugin.convert.pelican.articles import Article
    from mkdocs_blog_plugin.convert.pelican.site import PelicanSite
    from mkdocs_blog_plugin.convert.report import Notes

_FEEDS = ("CATEGORY", "TAG", "AUTHOR")
_SETTINGS: Final = frozenset({
    "ARTICLE_SAVE_AS", "ARTICLE_URL", "AUTHOR", "AUTHOR_URL", "CATEGORY_URL", "DEFAULT_CATEGORY",
    "DEFAULT_LANG", "DEFAULT_METADATA", "DEFAULT_PAGINATION", "EXTRA_PATH_METADATA", "FEED_ALL_ATOM",
    "FEED_ALL_RSS", "FILENAME_METADATA", "INDEX_SAVE_AS", "PAGE_PATHS", "PAGE_SAVE_AS", "PAGE_URL",
    "PATH", "SITENAME", "SITESUBTITLE", "SITEURL", "STATIC_PATHS", "TAG_URL", "TIMEZONE",
})  # fmt: skip
"""Settings that are read, and told where they cannot be."""


def tell_undated(articles: Iterable[Article], notes: Notes) -> None:
    """Report articles without a date that can be read."""
    for article in articles:
        if article.date is None:
            written = article.meta.get("date", "")
            message = (
                f"the date '{written}' cannot be read, so the article is not converted"
                if written
                else "an article without a date is not converted"
            )
            notes.left("date", message, article.path)


def tell_settings(site: PelicanSite, notes: Notes) -> None:
    """Report settings that are not read."""
    for key in sorted(site.computed & _SETTINGS):
        notes.left("setting", f"{key} is computed, so it is not read", CONFIGS[0])
    for key in sorted({*site.settings, *site.computed}):
        if key.endswith("_SUBSTITUTIONS"):
            notes.left("setting", f"{key} is not read, so addresses may differ", CONFIGS[0])
    feeds = [site.text(f"{kind}_FEED_{form}") for kind in _FEEDS for form in ("ATOM", "RSS")]
    if feeds := list(filter(None, feeds)):
        message = f"feeds of lists are not kept ({', '.join(feeds)}): 'feeds_for' writes new ones"
        notes.left("feed", message, CONFIGS[0])


def tell_slugs(site: PelicanSite, articles: Iterable[Article], notes: Notes) -> None:
    """Report names and titles whose slugs may not be those of Pelican."""
    told: set[str] = set()
    for article in articles:
        title = [] if article.meta.get("slug") else [article.title]
        for text in (*title, article.category, *article.tags, *article.authors):
            if text not in told and not site.has_slug(text):
                message = f"'{text}' keeps its address only with Unidecode: pip install Unidecode"
                notes.left("slug", message, article.path)
                told.add(text)
