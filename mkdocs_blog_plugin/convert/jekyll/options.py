"""The configuration of a Jekyll site, as options of our plugin."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from mkdocs_blog_plugin.convert.addresses import pattern
from mkdocs_blog_plugin.convert.blog import FEED_FILES
from mkdocs_blog_plugin.convert.values import flag_of, text_of

if TYPE_CHECKING:
    from mkdocs_blog_plugin.convert.jekyll.posts import JekyllPost
    from mkdocs_blog_plugin.convert.jekyll.site import JekyllSite


def options_of(site: JekyllSite, posts: list[JekyllPost]) -> dict[str, Any]:
    """Return the options of our plugin that stand for a configuration."""
    config = site.config
    options: dict[str, Any] = {"blog_dir": ".", "post_dir": "blog/posts"}
    if config.get("timezone"):
        options["timezone"] = str(site.zone)
    if pattern(site.permalink):
        options["post_url_format"] = site.permalink.lstrip("/") or "date"
    if any(post.is_draft for post in posts) or not flag_of(config.get("future")):
        options["draft_if_future_date"] = True
    if isinstance(config.get("excerpt_separator"), str) and config["excerpt_separator"].strip():
        options["post_excerpt_separator"] = config["excerpt_separator"].strip()
    return options | _pagination(config) | _archives(config) | _feeds(site)


def _pagination(config: Mapping[str, Any]) -> dict[str, Any]:
    options: dict[str, Any] = {}
    several = config.get("pagination")
    per_page = config.get("paginate")
    path = text_of(config.get("paginate_path"))
    if isinstance(several, Mapping) and flag_of(several.get("enabled")):
        per_page = several.get("per_page") or per_page
        path = text_of(several.get("permalink")) or "/page/:num/"
    elif per_page:
        path = path or "/page:num/"
    if isinstance(per_page, int) and per_page > 0:
        options["pagination_per_page"] = per_page
    if ":num" in path and "{" not in path:
        options["pagination_url_format"] = path.strip("/").replace(":num", "{page}")
    return options


def _feeds(site: JekyllSite) -> dict[str, Any]:
    """Return where the feeds were that jekyll-feed or a template of the site made."""
    names = text_of(site.config.get("plugins")) or str(site.config.get("plugins")) + str(
        site.config.get("gems")
    )
    paths = {
        path
        for path in ("feed.xml", "atom.xml", "rss.xml", "index.xml")
        if path in site.sources.paths
    }
    if "jekyll-feed" in names:
        feed = site.config.get("feed")
        path = text_of(feed.get("path")) if isinstance(feed, Mapping) else ""
        paths.add(path.strip("/") or "feed.xml")
    atom = next((path for path in sorted(paths) if path not in ("rss.xml", "atom.xml")), "")
    if not site.url or not atom:
        return {}
    is_rss = atom in site.sources.paths and b"<rss" in site.sources.read(atom)
    return {"feeds_formats": {**FEED_FILES, "rss" if is_rss else "atom": atom}}


def _archives(config: Mapping[str, Any]) -> dict[str, Any]:
    """Return where terms have their pages under jekyll-archives, and feeds under jekyll-feed."""
    options: dict[str, Any] = {}
    archives = config.get("jekyll-archives")
    links = archives.get("permalinks") if isinstance(archives, Mapping) else None
    links = links if isinstance(links, Mapping) else {}
    defaults = {"tag": "/tag/:name/", "category": "/category/:name/"} if archives else {}
    for kind, option in (("tag", "tags"), ("category", "categories")):
        path = text_of(links.get(kind)) or defaults.get(kind, "")
        if ":name" in path:
            options[f"{option}_url_format"] = path.strip("/")
    return options
