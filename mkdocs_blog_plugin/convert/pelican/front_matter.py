"""Headers of Pelican's articles, in our terms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import markdown

from mkdocs_blog_plugin.convert.pelican.articles import HTML, MARKDOWN, RST
from mkdocs_blog_plugin.convert.pelican.rst import without_marks
from mkdocs_blog_plugin.convert.values import filled, moment_of, texts_of, written
from mkdocs_blog_plugin.posts.values import as_number
from mkdocs_blog_plugin.text import decoded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_blog_plugin.convert.pelican.articles import Article
    from mkdocs_blog_plugin.convert.pelican.site import PelicanSite

_COVERS = (
    "image",
    "cover",
    "cover_image",
    "featured_image",
    "header_cover",
    "og_image",
    "thumbnail",
)
"""Keys at which themes look for the picture of an article."""
_READ: Final = frozenset({
    "author", "authors", "category", "date", "lang", "modified", "save_as", "slug", "status",
    "summary", "tags", "template", "title", "url", "description", "keywords", "series",
    "series_index", *_COVERS,
})  # fmt: skip
_STATES: Final[Mapping[str, str]] = {"draft": "draft", "hidden": "unlisted"}


def front_matter(article: Article, site: PelicanSite) -> dict[str, Any]:
    """Return the front matter of a post in our terms, in the order in which it is written."""
    meta = article.meta
    updated = moment_of(meta.get("modified"), site.zone)
    description, summary = meta.get("description", ""), meta.get("summary", "")
    if article.path.endswith(MARKDOWN):
        summary = markdown.markdown(summary)
    elif article.path.endswith(RST):
        summary = without_marks(summary)
    is_html = article.path.endswith(HTML)
    state = _STATES.get(meta.get("status", "").lower())
    rest = {key: value for key, value in meta.items() if key not in _READ and value}
    values: dict[str, Any] = {
        "title": article.title,
        "date": written(article.date, site.zone) if article.date else None,
        "updated": written(updated, site.zone) if updated else None,
        "authors": article.authors or texts_of(site.text("AUTHOR")),
        "categories": [article.category] if article.category else [],
        "tags": article.tags,
        "description": description if is_html else decoded(description),
        "excerpt": decoded(re.sub(r"<[^<>]*>", "", summary)).strip(),
        "series": texts_of(meta.get("series")),
        "weight": as_number(meta.get("series_index")) if meta.get("series") else None,
        "image": next(filter(None, map(meta.get, _COVERS)), None),
        "lang": meta.get("lang"),
        **({state: True} if state else {}),
        "params": rest,
    }
    return filled(values)
