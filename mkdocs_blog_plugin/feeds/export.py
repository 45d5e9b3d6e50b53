"""The catalog as one JSON file, `posts.json`, for widgets and other tools.

The shape is documented and stable; keys are only ever added. URLs lead from the site's root::

    {"version": 1, "site_url": "https://example.org/", "title": "Blog", "url": "blog/",
     "language": "en",
     "posts": [{"src": "blog/posts/a.md", "url": "blog/2017/11/03/a/", "title": "A",
                "date": "2017-11-03T10:31:52+09:00", "updated": null, "description": "...",
                "image": null, "reading_time": 3, "pinned": false, "language": "en",
                "authors": ["Jane"], "categories": [], "tags": ["Spark"], "series": []}],
     "taxonomies": {"tags": [{"label": "Spark", "slug": "spark", "url": "blog/tag/spark/",
                              "count": 1, "description": ""}]}}

Posts come newest first, without drafts and unlisted ones. Terms are named by their labels, in the
order in which the post has them.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.posts.dates import in_whole_minutes
from mkdocs_blog_plugin.text import xml_safe

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from mkdocs_blog_plugin.catalog.catalog import Catalog
    from mkdocs_blog_plugin.catalog.term import Term
    from mkdocs_blog_plugin.html.rendered import RenderedPost
    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.urls.base import Site
    from mkdocs_blog_plugin.views.view import View

FILE_NAME = "posts.json"
"""Name of the file in the folder of the index."""

VERSION = 1
"""Changes only with the meaning of a key."""


def export_catalog(
    catalog: Catalog, rendered: Mapping[str, RenderedPost], index: View, site: Site
) -> bytes:
    """Return the file.

    Args:
        catalog: All posts and terms.
        rendered: The listed posts as rendered, by `src_uri`.
        index: The view of all posts.
        site: The site around the blog.
    """
    document = {
        "version": VERSION,
        "site_url": site.url or None,
        "title": index.title,
        "url": index.url,
        "language": site.language,
        "posts": [
            _post(rendered[post.src_uri], site) | _labels(post, catalog) for post in catalog.listed
        ],
        "taxonomies": {
            key: [_term(term) for term in taxonomy.terms]
            for key, taxonomy in catalog.taxonomies.items()
        },
    }
    return xml_safe(json.dumps(document, ensure_ascii=False) + "\n").encode()


def _post(rendered: RenderedPost, site: Site) -> dict[str, object]:
    post = rendered.post
    return {
        "src": post.src_uri,
        "url": post.url,
        "title": post.title,
        "date": _moment(post.published),
        "updated": _moment(post.updated) if post.updated else None,
        "description": rendered.description,
        "image": post.image.src if post.image else None,
        "reading_time": rendered.reading_time,
        "pinned": post.pinned,
        "language": post.lang or site.language,
    }


def _labels(post: Post, catalog: Catalog) -> dict[str, list[str]]:
    """Return the labels of `post` by taxonomy."""
    return {key: [term.label for term in catalog.terms_of(post, key)] for key in catalog.taxonomies}


def _term(term: Term) -> dict[str, object]:
    return {
        "label": term.label,
        "slug": term.slug,
        "url": term.url,
        "count": term.count,
        "description": term.description,
    }


def _moment(moment: datetime) -> str:
    return in_whole_minutes(moment).isoformat(timespec="seconds")
