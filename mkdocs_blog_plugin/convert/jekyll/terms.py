"""Front matter and options of Jekyll, in our terms."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from mkdocs_blog_plugin.convert.addresses import pattern
from mkdocs_blog_plugin.convert.terms import flag_of, moment_of, text_of, texts_of, written

if TYPE_CHECKING:
    from mkdocs_blog_plugin.convert.jekyll.posts import JekyllPost
    from mkdocs_blog_plugin.convert.jekyll.site import JekyllSite

_READ: Final = frozenset({
    "alias", "aliases", "author", "authors", "categories", "category", "canonical_url", "date",
    "description", "excerpt", "excerpt_separator", "hidden", "image", "lang", "last_modified_at",
    "layout", "modified", "permalink", "pin", "published", "redirect_from", "redirect_to", "slug",
    "subtitle", "tag", "tags", "title", "updated",
})  # fmt: skip
"""Keys with a meaning; all others go below `params`, where none of ours can be meant."""


def front_matter(post: JekyllPost, site: JekyllSite) -> dict[str, Any]:
    """Return the front matter of a post in our terms, in the order in which it is written."""
    meta = post.meta
    updated = next(
        filter(
            None,
            (
                moment_of(meta.get(key), site.zone)
                for key in ("last_modified_at", "updated", "modified")
            ),
        ),
        None,
    )
    keep_zone = not site.config.get("timezone")
    date = post.date if keep_zone else post.zone_date
    rest = {key: value for key, value in post.own.items() if str(key).lower() not in _READ}
    values: dict[str, Any] = {
        "title": post.title,
        "date": written(date, site.zone) if date else None,
        "updated": written(updated, site.zone) if updated else None,
        "authors": _authors(meta),
        "categories": post.categories,
        "tags": post.tags,
        "description": text_of(meta.get("description")) or text_of(meta.get("subtitle")),
        "excerpt": text_of(meta.get("excerpt")),
        "excerpt_separator": text_of(meta.get("excerpt_separator")),
        "image": image_of(meta),
        "lang": text_of(meta.get("lang")),
        "canonical_url": text_of(meta.get("canonical_url")),
        "external_url": text_of(meta.get("redirect_to")),
        "draft": post.is_draft,
        "unlisted": flag_of(meta.get("hidden")),
        "pin": flag_of(meta.get("pin")),
        "params": {str(key): value for key, value in rest.items() if value not in (None, "")},
    }
    return {key: value for key, value in values.items() if value not in (None, "", [], {}, False)}


def _authors(meta: Mapping[str, Any]) -> list[Any]:
    """Return authors: ids, names, or maps as Jekyll's plugins read them."""
    found: list[Any] = []
    for key in ("author", "authors"):
        value = meta.get(key)
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, Mapping):
                kept = {
                    str(name): item[name] for name in ("name", "email", "url") if item.get(name)
                }
                found += [kept] if kept.get("name") else []
            elif text_of(item):
                found.append(text_of(item))
    return found


def image_of(meta: Mapping[str, Any]) -> Any:
    """Return the cover: a path, or a map with its alternative text."""
    header = meta.get("header")
    inner = header if isinstance(header, Mapping) else {}
    names = ("image", "cover", "thumbnail", "feature_image", "featured_image", "banner", "img")
    candidates = [
        *(meta.get(name) for name in names),
        *(inner.get(name) for name in ("image", "overlay_image", "teaser", "og_image")),
    ]
    for value in candidates:
        if isinstance(value, Mapping):
            path = next(
                filter(
                    None, (text_of(value.get(key)) for key in ("path", "url", "src", "feature"))
                ),
                "",
            )
            alt = text_of(value.get("alt"))
            if path:
                return {"path": path, "alt": alt} if alt else path
        elif texts_of(value) and re.search(r"\.\w{3,4}(?:$|\?)", texts_of(value)[0]):
            return texts_of(value)[0]
    return None


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
    """Return where feeds were: by jekyll-feed, or by a template of the site."""
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
    own = {"rss": atom, "atom": "atom.xml"} if is_rss else {"rss": "rss.xml", "atom": atom}
    return {"feeds_formats": {**own, "json": "feed.json"}}


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
