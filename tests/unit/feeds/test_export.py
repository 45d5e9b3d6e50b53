"""The catalog as `posts.json`."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from support.builders import NOON, SITE, a_post, a_rendered, a_view, an_unlisted_post, catalog_of

from mkdocs_blog_plugin.feeds.export import export_catalog
from mkdocs_blog_plugin.posts.post import Author, Image
from mkdocs_blog_plugin.urls.base import Site

if TYPE_CHECKING:
    from mkdocs_blog_plugin.posts.post import Post


def exported(*posts: Post, terms: str = "", site: Site = SITE) -> Any:
    """Return the export of `posts`; `terms` is the text of the terms file."""
    rendered = {found.src_uri: a_rendered(found) for found in posts}
    catalog = catalog_of(*posts, terms=terms)
    return json.loads(export_catalog(catalog, rendered, a_view(*posts), site))


def test_the_export_names_the_blog_and_its_site() -> None:
    document = exported()
    assert document["version"] == 1
    assert document["site_url"] == "https://acme.org/docs/"
    assert (document["title"], document["url"], document["language"]) == ("Blog", "blog/", "en")
    assert document["posts"] == []
    assert exported(site=Site(name="Acme"))["site_url"] is None


def test_a_post_has_all_facts_that_lists_show() -> None:
    found = a_post(
        "x",
        title="A <title>",
        published=NOON,
        updated=NOON + timedelta(days=1),
        image=Image(src="blog/x.png"),
        pinned=True,
        lang="fr",
        authors=(Author(key="jane", name="Jane"),),
        tags=["Spark", "Secret", "C++"],
    )
    assert exported(found, terms="tags: {Secret: {hidden: true}}")["posts"] == [
        {
            "src": "blog/posts/x.md",
            "url": "blog/x/",
            "title": "A <title>",
            "date": "2017-11-03T12:00:00+00:00",
            "updated": "2017-11-04T12:00:00+00:00",
            "description": "All",
            "image": "blog/x.png",
            "reading_time": 1,
            "pinned": True,
            "language": "fr",
            "categories": [],
            "tags": ["Spark", "C++"],
            "series": [],
            "authors": ["Jane"],
        }
    ]


def test_what_a_post_lacks_is_null() -> None:
    (found,) = exported(a_post("x"))["posts"]
    assert (found["updated"], found["image"]) == (None, None)
    assert found["tags"] == []


def test_terms_are_listed_once_with_their_counts() -> None:
    posts = [a_post(name, tags=["Spark", "Secret"]) for name in "ab"]
    terms = "tags: {Spark: {description: Sparks}, Secret: {hidden: true}}"
    assert exported(*posts, terms=terms)["taxonomies"] == {
        "categories": [],
        "tags": [
            {
                "label": "Spark",
                "slug": "spark",
                "url": "blog/tag/spark/",
                "count": 2,
                "description": "Sparks",
            }
        ],
        "series": [],
        "authors": [],
    }


def test_posts_come_newest_first_and_unlisted_ones_are_left_out() -> None:
    posts = exported(a_post("a"), an_unlisted_post("b"), a_post("c", "2021-01-01"))["posts"]
    assert [found["title"] for found in posts] == ["c", "a"]


def test_surrogates_are_left_out() -> None:
    assert exported(a_post("x", title="a\ud800b"))["posts"][0]["title"] == "ab"
