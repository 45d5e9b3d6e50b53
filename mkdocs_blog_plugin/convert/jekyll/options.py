"""The configuration of a Jekyll site, as options of our plugin."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from mkdocs_blog_plugin.convert.addresses import pattern
from mkdocs_blog_plugin.convert.blog import FEED_FILES
from mkdocs_blog_plugin.convert.values import text_of, texts_of
from mkdocs_blog_plugin.posts.values import as_flag

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_blog_plugin.convert.jekyll.posts import JekyllPost
    from mkdocs_blog_plugin.convert.jekyll.site import JekyllSite


def options_of(
    site: JekyllSite, posts: Sequence[JekyllPost], pages: Sequence[JekyllPost]
) -> dict[str, Any]:
    """Return the options of our plugin that stand for a configuration.

    Args:
        site: Whose configuration it is.
        posts: All posts.
        pages: Its ordinary pages, one of which may say how it lists posts.
    """
    config = site.config
    options: dict[str, Any] = {"blog_dir": ".", "post_dir": "blog/posts"}
    if config.get("timezone"):
        options["timezone"] = str(site.zone)
    if pattern(site.permalink):
        options["post_url_format"] = site.permalink.lstrip("/") or "date"
    if any(post.is_draft for post in posts) or not as_flag(config.get("future")):
        options["draft_if_future_date"] = True
    if isinstance(config.get("excerpt_separator"), str) and config["excerpt_separator"].strip():
        options["post_excerpt_separator"] = config["excerpt_separator"].strip()
    return options | _pagination(config, pages) | _archives(config) | _feeds(site)


def _pagination(config: Mapping[str, Any], pages: Sequence[JekyllPost]) -> dict[str, Any]:
    options: dict[str, Any] = {}
    several = config.get("pagination")
    per_page = config.get("paginate")
    path = text_of(config.get("paginate_path"))
    if isinstance(several, Mapping) and as_flag(several.get("enabled")):
        folder, own = _own_pagination(pages)
        several = {**several, **own}
        per_page = several.get("per_page") or per_page
        path = folder + (text_of(several.get("permalink")) or "/page/:num/")
    elif per_page:
        path = path or "/page:num/"
    if isinstance(per_page, int) and per_page > 0:
        options["pagination_per_page"] = per_page
    if ":num" in path and "{" not in path:
        options["pagination_url_format"] = path.strip("/").replace(":num", "{page}")
    return options


def _own_pagination(pages: Sequence[JekyllPost]) -> tuple[str, Mapping[str, Any]]:
    """Return the address of the page on which jekyll-paginate-v2 lists all posts, and what it says of it."""
    for page in pages:
        found = page.meta.get("pagination")
        if isinstance(found, Mapping) and as_flag(found.get("enabled")):
            is_all = found.get("collection", "posts") == "posts"
            if is_all and not found.keys() & {"tag", "tags", "category", "categories", "locale"}:
                return text_of(page.meta.get("permalink")).rstrip("/"), found
    return "", {}


def _feeds(site: JekyllSite) -> dict[str, Any]:
    """Return where the feeds were that jekyll-feed or a template of the site made."""
    paths = {
        path
        for path in ("feed.xml", "atom.xml", "rss.xml", "index.xml")
        if path in site.sources.paths
    }
    if "jekyll-feed" in site.plugins:
        feed = site.config.get("feed")
        path = text_of(feed.get("path")) if isinstance(feed, Mapping) else ""
        paths.add(path.strip("/") or "feed.xml")
    if "chirpy" in f"{site.config.get('theme')} {site.config.get('remote_theme')}":
        paths.add("feed.xml")
    atom = next((path for path in sorted(paths) if path not in ("rss.xml", "atom.xml")), "")
    if not site.url or not atom:
        return {}
    is_rss = atom in site.sources.paths and b"<rss" in site.sources.read(atom)
    return {"feeds_formats": {**FEED_FILES, "rss" if is_rss else "atom": atom}}


def _archives(config: Mapping[str, Any]) -> dict[str, Any]:
    """Return where terms and years have their pages under jekyll-archives, of either version."""
    options: dict[str, Any] = {}
    archives = config.get("jekyll-archives")
    if not isinstance(archives, Mapping) or not archives:
        return options
    own = archives.get("posts")
    archives = own if isinstance(own, Mapping) else archives
    links = archives.get("permalinks")
    links = links if isinstance(links, Mapping) else {}
    for kind, plural in (("tag", "tags"), ("category", "categories")):
        path = text_of(links.get(kind) or links.get(plural)) or f"/{kind}/:name/"
        path = path.replace(":type", kind)
        if ":name" in path:
            options[f"{plural}_url_format"] = path.strip("/")
    years = text_of(links.get("year")) or "/:year/"
    enabled = {"all"} if archives.get("enabled") is True else set(texts_of(archives.get("enabled")))
    if years.count(":") == 1 and {"year", "all"} & enabled:
        year = years.strip("/").replace(":year", "{date}")
        options["archive_url_format"] = year
        months = text_of(links.get("month")) or "/:year/:month/"
        month = months.strip("/").replace(":year/:month", "{date}")
        if ":" not in month and "{date}" in month and {"month", "all"} & enabled:
            options["archive_url_format"] = [year, month]
            options["archive_date_format"] = ["yyyy", "MMMM yyyy"]
            options["archive_url_date_format"] = ["yyyy", "yyyy/MM"]
    return options


def unwritten_feeds(site: JekyllSite) -> Iterator[tuple[str, str, str]]:
    """Yield the feeds of jekyll-feed that have no place: file, kind of the reason, reason."""
    found = site.config.get("feed")
    feed = found if isinstance(found, Mapping) else {}
    for key in ("categories", "tags", "collections"):
        if feed.get(key):
            yield "_config.yml", "feed", f"the feeds of {key} are not written at their addresses"
