"""The options of our plugin that stand for the settings of a Pelican site."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from mkdocs_blog_plugin.convert.addresses import is_site_path
from mkdocs_blog_plugin.convert.blog import FEED_FILES
from mkdocs_blog_plugin.convert.pelican.lists import archive_levels, url_format
from mkdocs_blog_plugin.convert.values import text_of

if TYPE_CHECKING:
    from mkdocs_blog_plugin.convert.pelican.site import PelicanSite


_ORDERS: Final = {
    "date": "-date", "title": "title", "reversed-title": "-title", "modified": "-updated",
    "reversed-modified": "updated",
}  # fmt: skip
"""Our orders of lists, by those of Pelican; its own is the newest first."""


def options_of(site: PelicanSite) -> dict[str, Any]:
    """Return our options, with the addresses of articles in Jekyll's and Hugo's tokens."""
    options: dict[str, Any] = {"blog_dir": ".", "post_dir": "blog/posts"}
    if site.settings.get("TIMEZONE"):
        options["timezone"] = str(site.zone)
    pattern = site.text("ARTICLE_URL") or site.text("ARTICLE_SAVE_AS") or "{slug}.html"
    for theirs, ours in (
        ("{date:%Y}", ":year"), ("{date:%m}", ":month"), ("{date:%d}", ":day"),
        ("{date:%b}", ":short_month"), ("{category}", "{categories}"), ("index.html", ""),
    ):  # fmt: skip
        pattern = pattern.replace(theirs, ours)
    if not re.search(r"\{(?!slug\}|categories\})", pattern):
        options["post_url_format"] = pattern.strip("/")
    if site.per_page:
        options["pagination_per_page"] = site.per_page
    if order := _ORDERS.get(site.text("ARTICLE_ORDER_BY")):
        options["post_sort"] = order
    options |= _archive(site)
    for kind, option in (
        ("tag", "tags"),
        ("category", "categories"),
        ("author", "authors_profiles"),
    ):
        if pattern := url_format(site, kind):
            options[f"{option}_url_format"] = pattern
    return options | _feeds(site)


def _archive(site: PelicanSite) -> dict[str, Any]:
    """Return the options of an archive at the addresses of the old one; none where ours stays as it is."""
    levels = archive_levels(site)
    if [level.url_date_format for level in levels] == ["yyyy"]:
        return {"archive_url_format": levels[0].url_format}
    found = {
        "archive_date_format": [level.date_format for level in levels],
        "archive_url_date_format": [level.url_date_format for level in levels],
        "archive_url_format": [level.url_format for level in levels],
    }
    return found if levels else {}


def _feeds(site: PelicanSite) -> dict[str, Any]:
    """Return where the feeds of all articles were; the Atom feed is there unless it is set to none."""
    names = {"atom": ("FEED_ALL_ATOM", "feeds/all.atom.xml"), "rss": ("FEED_ALL_RSS", None)}
    paths = {
        form: text_of(site.settings.get(key, default)).strip("/")
        for form, (key, default) in names.items()
    }
    kept = {form: path for form, path in paths.items() if path and is_site_path(f"/{path}")}
    if not site.site.url or not kept:
        return {}
    return {"feeds_formats": {**FEED_FILES, **kept}}
