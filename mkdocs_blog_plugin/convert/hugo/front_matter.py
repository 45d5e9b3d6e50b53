"""Front matter of Hugo, in our terms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from mkdocs_blog_plugin.convert.hugo.dates import moment_in
from mkdocs_blog_plugin.convert.people import authors_of
from mkdocs_blog_plugin.convert.values import filled, text_of, texts_of, written
from mkdocs_blog_plugin.posts.values import as_flag

if TYPE_CHECKING:
    from mkdocs_blog_plugin.convert.hugo.content import HugoPage
    from mkdocs_blog_plugin.convert.hugo.site import HugoSite

_READ: Final = frozenset({
    "_build", "aliases", "author", "authors", "build", "cascade", "categories", "category", "cover", "date",
    "description", "draft", "expirydate", "featured_image", "featuredimage", "image", "images",
    "lastmod", "layout", "linktitle", "menu", "modified", "outputs", "pubdate", "published",
    "publishdate", "series", "slug", "summary", "tag", "tags", "thumbnail", "title", "type",
    "unlisted", "unpublishdate", "updated", "url", "hidden", "subtitle", "feature_image", "weight",
})  # fmt: skip


def front_matter(page: HugoPage, site: HugoSite) -> dict[str, Any]:
    """Return the front matter of a post in our terms, in the order in which it is written."""
    meta = page.meta

    def moment(kind: str) -> str | None:
        found = moment_in(meta, kind, site)
        return written(found, site.zone) if found and found != page.date else None

    date = written(page.date, site.zone) if page.date else None
    extra = [plural for plural in site.taxonomies.values() if plural not in _READ]
    rest = {
        key: value
        for key, value in page.own.items()
        if str(key).lower() not in (*_READ, *extra) and value not in (None, "")
    }
    values: dict[str, Any] = {
        "title": page.title or page.name.replace("-", " ").capitalize(),
        "date": date,
        "publishDate": moment("publishdate"),
        "updated": moment("lastmod"),
        "expires": moment("expirydate"),
        "authors": authors_of(meta, "authors", "author"),
        "categories": [*texts_of(meta.get("categories")), *texts_of(meta.get("category"))],
        "tags": [*texts_of(meta.get("tags")), *texts_of(meta.get("tag"))],
        "series": texts_of(meta.get("series")),
        **{plural: texts_of(meta.get(plural)) for plural in extra},
        "description": text_of(meta.get("description")) or text_of(meta.get("subtitle")),
        "excerpt": text_of(meta.get("summary")),
        "image": _image(meta),
        "draft": as_flag(meta.get("draft")),
        "unlisted": as_flag(meta.get("unlisted"))
        or as_flag(meta.get("hidden"))
        or not page.is_listed,
        "weight": _plain(meta.get("weight")),
        "params": _plain(rest),
    }
    return filled(values)


def _plain(value: Any) -> Any:
    """Return front matter with text in place of each value that YAML would write differently."""
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value if isinstance(value, bool | int | float | str) or value is None else str(value)


def _image(meta: Mapping[str, Any]) -> Any:
    for key in (
        "images",
        "image",
        "cover",
        "featured_image",
        "featuredimage",
        "feature_image",
        "thumbnail",
    ):
        value = meta.get(key)
        if isinstance(value, list):
            value = value[0] if value else None
        if isinstance(value, Mapping):
            path = text_of(
                value.get("image") or value.get("src") or value.get("path") or value.get("url")
            )
            alt = text_of(value.get("alt"))
            value = {"path": path, "alt": alt} if path and alt else path
        if value and (isinstance(value, Mapping) or "." in text_of(value)):
            return value if isinstance(value, Mapping) else text_of(value)
    return None
