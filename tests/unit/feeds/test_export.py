"""The catalog as `posts.json`."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from publishing import NOON, SITE, a_post, a_rendered, a_settings, a_term, a_view

from mkdocs_blog_plugin.catalog.term import Taxonomy
from mkdocs_blog_plugin.feeds.export import export_catalog
from mkdocs_blog_plugin.posts.post import Image, State
from mkdocs_blog_plugin.urls.base import Site

if TYPE_CHECKING:
    from mkdocs_blog_plugin.catalog.term import Term
    from mkdocs_blog_plugin.posts.post import Post


def exported(*posts: Post, terms: tuple[Term, ...] = (), site: Site = SITE) -> Any:
    settings = a_settings()
    taxonomies = [
        Taxonomy(settings=found, terms=tuple(term for term in terms if term.taxonomy == found.key))
        for found in settings.taxonomies
    ]
    rendered = [a_rendered(post) for post in posts]
    return json.loads(export_catalog(rendered, taxonomies, a_view(*posts), site))


def test_the_export_names_the_blog_and_its_site() -> None:
    document = exported()
    assert document["version"] == 1
    assert document["site_url"] == "https://acme.org/docs/"
    assert (document["title"], document["url"], document["language"]) == ("Blog", "blog/", "en")
    assert document["posts"] == []
    assert exported(site=Site(name="Acme"))["site_url"] is None


def test_a_post_is_told_with_all_that_lists_show() -> None:
    post = a_post(
        title="A <title>",
        updated=NOON + timedelta(days=1),
        image=Image(src="blog/x.png"),
        pinned=True,
        lang="fr",
    )
    terms = (
        a_term("spark", posts=(post,)),
        a_term("jane", "authors", posts=(post,)),
        a_term("secret", posts=(post,), hidden=True),
    )
    (found,) = exported(post, terms=terms)["posts"]
    assert found == {
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
        "tags": ["Spark"],
        "authors": ["Jane"],
    }


def test_what_a_post_lacks_is_null() -> None:
    (found,) = exported(a_post())["posts"]
    assert (found["updated"], found["image"]) == (None, None)
    assert found["tags"] == []


def test_terms_are_told_once_with_their_counts() -> None:
    post = a_post()
    terms = (
        a_term("spark", posts=(post,), description="Sparks"),
        a_term("secret", hidden=True),
    )
    assert exported(post, terms=terms)["taxonomies"] == {
        "categories": [],
        "tags": [
            {
                "label": "Spark",
                "slug": "spark",
                "url": "blog/tag/spark/",
                "count": 1,
                "description": "Sparks",
            }
        ],
        "authors": [],
    }


def test_unlisted_posts_are_left_out() -> None:
    posts = exported(a_post("a"), a_post("b", state=State.UNLISTED))["posts"]
    assert [post["title"] for post in posts] == ["a"]


def test_surrogates_are_left_out() -> None:
    assert exported(a_post(title="a\ud800b"))["posts"][0]["title"] == "ab"
