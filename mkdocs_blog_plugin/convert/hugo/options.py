"""The configuration of a Hugo site, as options of our plugin."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Any

from mkdocs_blog_plugin.convert.blog import FEED_FILES
from mkdocs_blog_plugin.convert.hugo.lists import PAGER_PATH, PAGER_SIZE, pager_path, pager_size
from mkdocs_blog_plugin.convert.values import text_of, texts_of
from mkdocs_blog_plugin.posts.values import as_flag, as_number

if TYPE_CHECKING:
    from mkdocs_blog_plugin.convert.hugo.blog import HugoBlog
    from mkdocs_blog_plugin.convert.hugo.site import HugoSite

_FEED = re.compile(r"[\w-]+")


def options_of(blog: HugoBlog, language: str) -> dict[str, Any]:
    """Return the options for the posts in a language; for those in the default one if it is empty."""
    site = blog.site
    prefix = site.prefix(language or site.language).strip("/")
    root = "" if blog.is_whole_site else blog.only_section
    blog_dir = posixpath.join(prefix, root).strip("/") or "."
    options: dict[str, Any] = {"blog_dir": blog_dir}
    if language:
        options["locale"] = language
    elif blog_dir != "blog":
        options["post_dir"] = "blog/posts"
    if site.config.get("timezone"):
        options["timezone"] = str(site.zone)
    options["post_url_format"] = _pattern(blog, root)
    if not as_flag(site.config.get("buildfuture")):
        options["draft_if_future_date"] = True
    posts = [page for page in blog.posts if blog.language(page) == language]
    if any(as_number(page.meta.get("weight")) for page in posts):
        options["post_sort"] = "weight"
    section = "" if root or not blog.only_section else site.part(blog.only_section)
    feeds = _feeds(site, blog_dir, "section" if root else "home", posixpath.join(prefix, section))
    return options | feeds | _lists(site)


def _pattern(blog: HugoBlog, root: str) -> str:
    """Return the pattern of most posts, below the blog's folder `root`."""
    section = blog.only_section
    pattern = blog.site.permalinks.get(section.lower(), "") if section else ""
    if pattern and "[" not in pattern:
        pattern = pattern.replace(":sections", section).replace(":section", section).strip("/")
        inner = pattern.removeprefix(f"{root}/") if root else pattern
        if not root or pattern.startswith(f"{root}/"):
            return inner if ":" in inner else ":slugorfilename"
    above = "" if root or not section else f"{section}/"
    return f"{above}:sections/:slugorfilename"


def _feeds(site: HugoSite, blog_dir: str, kind: str, section: str) -> dict[str, Any]:
    """Return where the feeds were, so that readers still find one there.

    Args:
        site: Whose configuration says which there are.
        blog_dir: Folder of the blog.
        kind: What its index was to Hugo, `home` or `section`.
        section: Folder of the section of all posts, with a feed of the same posts, where it is not the blog's.
    """
    name = text_of(site.map("outputformats", "rss").get("basename")) or "index"
    folders = [blog_dir] if has_feed(site, kind) else []
    folders += [section] if section and has_feed(site, "section") else []
    if not (site.site.url and folders and _FEED.fullmatch(name)):
        return {}
    paths = {form: posixpath.join(blog_dir, file) for form, file in FEED_FILES.items()}
    old = (posixpath.join(folder, f"{name}.xml") for folder in folders)
    paths |= dict(zip(("rss", "atom"), old, strict=False))
    return {"feeds_formats": {form: posixpath.normpath(path) for form, path in paths.items()}}


def has_feed(site: HugoSite, kind: str) -> bool:
    """Return whether the lists of a `kind` of Hugo's have a feed in RSS."""
    outputs = site.map("outputs").get(kind, ["rss"])
    return _has_rss(outputs) and not _has_rss(texts_of(site.config.get("disablekinds")))


def _has_rss(names: object) -> bool:
    return "rss" in [name.lower() for name in texts_of(names)]


def _lists(site: HugoSite) -> dict[str, Any]:
    """Return the options of pagers, taxonomies and excerpts."""
    options: dict[str, Any] = {}
    if pager_size(site) != PAGER_SIZE:
        options["pagination_per_page"] = pager_size(site)
    if pager_path(site) != PAGER_PATH:
        options["pagination_url_format"] = f"{pager_path(site)}/{{page}}"
    for singular, plural in site.taxonomies.items():
        if plural in ("tags", "categories", "series"):
            options[f"{plural}_url_format"] = f"{plural}/{{slug}}"
        elif plural == "authors":
            options["authors_profiles_url_format"] = "authors/{slug}"
        else:
            taxonomies = options.setdefault("taxonomies", {})
            taxonomies[plural] = {"singular": singular, "url_format": f"{plural}/{{slug}}"}
    length = site.config.get("summarylength")
    if isinstance(length, int) and length > 0:
        options["post_excerpt_words"] = length
    return options
