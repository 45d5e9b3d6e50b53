"""What the templates of a Jekyll site see: `site`, `page` and what is in them."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote

from mkdocs_blog_plugin.convert.jekyll.filters import jekyll_filters
from mkdocs_blog_plugin.convert.jekyll.liquid_environment import LiquidSite
from mkdocs_blog_plugin.convert.jekyll.pages import collection_of, page_address
from mkdocs_blog_plugin.convert.sources import text_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from mkdocs_blog_plugin.convert.jekyll.posts import JekyllPost
    from mkdocs_blog_plugin.convert.jekyll.site import JekyllSite


def shown_posts(posts: Sequence[JekyllPost], permalink: str) -> dict[str, dict[str, Any]]:
    """Return the variables of the posts that have an address, newest first, by path."""
    addresses = {post.path: post.address(permalink) for post in posts}
    live = [post for post in posts if addresses[post.path]]
    live.sort(key=lambda post: (str(post.zone_date), post.path), reverse=True)
    return {post.path: variables_of(post, addresses[post.path]) for post in live}


def liquid_site(
    site: JekyllSite,
    posts: Sequence[JekyllPost],
    shown: Mapping[str, dict[str, Any]],
    pages: list[JekyllPost],
    files: Mapping[str, str],
    maps: Mapping[str, Callable[..., str]],
) -> LiquidSite:
    """Return the variables of a site for its templates; `shown` has those of its published posts."""
    live = [(post, unquote(shown[post.path]["url"])) for post in posts if post.path in shown]
    links = {post.relative: address for post, address in live}
    links |= {post.name: address for post, address in live}
    links |= {f"{post.inside}{post.name}": address for post, address in live}
    links |= {page.relative: page_address(page, site) for page in pages}
    links |= {source: f"/{path}" for path, source in files.items()}
    variables = {
        **site.config,
        "baseurl": site.base,
        "url": site.url,
        "data": site.data,
        "posts": list(shown.values()),
        "pages": [variables_of(page, page_address(page, site)) for page in pages],
        **_collections(site, pages),
        "categories": _grouped(shown.values(), "categories"),
        "tags": _grouped(shown.values(), "tags"),
        "static_files": [{"path": f"/{path}"} for path in files],
    }
    filters = jekyll_filters(site.url, site.base, site.zone)
    return LiquidSite(
        variables={"site": variables, "jekyll": {"environment": "production", "version": "4"}},
        filters=filters,
        includes=site.includes,
        relative=lambda path: text_at(site.sources, path) if path in site.sources.paths else None,
        addresses={name: quote(address) for name, address in links.items()},
        maps=maps,
    )


def _collections(site: JekyllSite, pages: list[JekyllPost]) -> dict[str, list[dict[str, Any]]]:
    """Return the variables of the pages of each collection, by its name."""
    found: dict[str, list[dict[str, Any]]] = {}
    for page in pages:
        name, _ = collection_of(page, site)
        if name:
            found.setdefault(name, []).append(variables_of(page, page_address(page, site)))
    return found


def neighbours_of(shown: Mapping[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return the variables `previous` and `next` of posts, given newest first, by path."""
    values = [None, *shown.values(), None]
    return {
        path: {"next": values[number], "previous": values[number + 2]}
        for number, path in enumerate(shown)
    }


def _grouped(posts: Iterable[dict[str, Any]], key: str) -> dict[str, list[dict[str, Any]]]:
    groups: dict[str, list[dict[str, Any]]] = {}
    for post in posts:
        for label in post[key]:
            groups.setdefault(label, []).append(post)
    return groups


def variables_of(post: JekyllPost, address: str) -> dict[str, Any]:
    """Return the variables of a post or page for templates."""
    return {
        **post.meta,
        "title": post.title if post.zone_date else post.meta.get("title"),
        "url": quote(address),
        "id": address.removesuffix(".html").rstrip("/"),
        "date": post.zone_date,
        "categories": post.categories,
        "tags": post.tags,
        "slug": post.meta.get("slug") or post.name[11:],
        "path": post.relative,
        "name": posixpath.basename(post.path),
        "collection": "posts" if post.zone_date else None,
    }
