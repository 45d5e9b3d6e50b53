"""Posts, views and sites as plain data, for tests of the public facts about posts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from mkdocs_blog_plugin.catalog.term import Term
from mkdocs_blog_plugin.feeds.feed import Feed, FeedEntry, make_entry
from mkdocs_blog_plugin.feeds.formats import FORMATS
from mkdocs_blog_plugin.feeds.public_post import Person, PublicPost
from mkdocs_blog_plugin.html.rendered import RenderedPost
from mkdocs_blog_plugin.posts.post import Post
from mkdocs_blog_plugin.settings import (
    DraftSettings,
    FeedSettings,
    PostSettings,
    Settings,
    TaxonomySettings,
)
from mkdocs_blog_plugin.urls.base import Site
from mkdocs_blog_plugin.urls.location import Location
from mkdocs_blog_plugin.views.view import Kind, Pager, View

SITE = Site(name="Acme", url="https://acme.org/docs/", description="All of Acme", author="Jane")
NOON = datetime(2017, 11, 3, 12, tzinfo=UTC)


def a_settings(*, feeds: dict[str, Any] | None = None, **values: Any) -> Settings:
    taxonomies = [
        TaxonomySettings(
            key=key,
            singular=key,
            name=key.title(),
            url_format=pattern,
            slugify=lambda text, _: text,
        )
        for key, pattern in {
            "categories": "category/{slug}",
            "tags": "tag/{slug}",
            "authors": "author/{slug}",
        }.items()
    ]
    return Settings(
        **{
            "blog_dir": "blog",
            "timezone": UTC,
            "posts": PostSettings(
                dir="blog/posts",
                include=lambda _: False,
                slugify=lambda text, _: text,
            ),
            "taxonomies": tuple(taxonomies),
            "drafts": DraftSettings(now=NOON),
            "feeds": FeedSettings(**{"formats": dict.fromkeys(FORMATS), **(feeds or {})}),
            **values,
        }
    )


def a_post(name: str = "x", **values: Any) -> Post:
    return Post(
        **{
            "src_uri": f"blog/posts/{name}.md",
            "title": name,
            "slug": name,
            "location": Location.of_page(f"blog/{name}", directory_urls=True),
            "published": NOON,
            **values,
        }
    )


def posts_of(count: int) -> tuple[Post, ...]:
    """Return `count` posts, one a day, newest first; the first of all is called `1`."""
    return tuple(
        a_post(str(number), published=NOON + timedelta(days=number))
        for number in range(count, 0, -1)
    )


def a_rendered(post: Post, **values: Any) -> RenderedPost:
    return RenderedPost(
        **{
            "post": post,
            "excerpt": "<p>All</p>",
            "is_cut": True,
            "text": "All",
            "reading_time": 1,
            **values,
        }
    )


def a_term(slug: str, taxonomy: str = "tags", **values: Any) -> Term:
    path = {"tags": "tag", "categories": "category", "authors": "author"}[taxonomy]
    location = Location.of_page(f"blog/{path}/{slug}", directory_urls=True)
    return Term(
        **{
            "taxonomy": taxonomy,
            "slug": slug,
            "label": slug.title(),
            "location": location,
            **values,
        }
    )


def a_view(
    *posts: Post,
    path: str = "blog/index",
    directory_urls: bool = True,
    pages: int = 1,
    **values: Any,
) -> View:
    """Return a view of `posts`; the paths of its further pages are those of the defaults."""
    folder = path.removesuffix("index")
    paths = [path, *(f"{folder}/page/{number}" for number in range(2, pages + 1))]
    pagers = [
        Pager(
            number=number,
            page=number,
            location=Location.of_page(path, directory_urls=directory_urls),
            src_uri=f"{path}.md",
            posts=posts,
        )
        for number, path in enumerate(paths, start=1)
    ]
    defaults = {"kind": Kind.INDEX, "title": "Blog", "posts": posts, "pagers": tuple(pagers)}
    return View(**{**defaults, **values})


def a_public_post(**values: Any) -> PublicPost:
    return PublicPost(
        **{
            "url": "https://acme.org/docs/blog/x/",
            "canonical_url": "https://acme.org/docs/blog/x/",
            "guid": "",
            "title": "A title",
            "description": "In short",
            "summary": "In a few more words",
            "published": NOON,
            "updated": None,
            **values,
        }
    )


def an_entry(html: str = "<p>Text</p>", *, is_full: bool = True, **values: Any) -> FeedEntry:
    return make_entry(a_public_post(**values), html, is_full=is_full)


def a_feed(*entries: FeedEntry, **values: Any) -> Feed:
    return Feed(
        **{
            "id": "https://acme.org/docs/blog/",
            "title": "Acme – Blog",
            "subtitle": "All of Acme",
            "home_url": "https://acme.org/docs/blog/",
            "self_url": "https://acme.org/docs/blog/feed",
            "language": "en",
            "updated": NOON,
            "entries": entries,
            "author": Person(name="Jane"),
            **values,
        }
    )
