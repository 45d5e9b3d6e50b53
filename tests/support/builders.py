"""Settings, posts, catalogs, views and feeds as plain data, each made in one line.

What a test does not name has a value that means nothing to it.
"""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from mkdocs_blog_plugin.catalog.addresses import Addresses
from mkdocs_blog_plugin.catalog.catalog import Catalog, build_catalog
from mkdocs_blog_plugin.catalog.term import Term
from mkdocs_blog_plugin.catalog.terms_file import read_terms
from mkdocs_blog_plugin.feeds.feed import Feed, FeedEntry, make_entry
from mkdocs_blog_plugin.feeds.formats import FORMATS
from mkdocs_blog_plugin.feeds.public_post import Person, PublicPost
from mkdocs_blog_plugin.html.rendered import RenderedPost
from mkdocs_blog_plugin.posts.post import Post, State
from mkdocs_blog_plugin.problems import Problem, Problems
from mkdocs_blog_plugin.settings import (
    TAXONOMIES,
    DraftSettings,
    FeedSettings,
    PostSettings,
    Settings,
    TaxonomySettings,
)
from mkdocs_blog_plugin.urls.base import Site
from mkdocs_blog_plugin.urls.ledger import Ledger
from mkdocs_blog_plugin.urls.location import Location
from mkdocs_blog_plugin.urls.slug import slugify
from mkdocs_blog_plugin.views.plan import plan_views
from mkdocs_blog_plugin.views.view import Kind, Pager, View

if TYPE_CHECKING:
    from collections.abc import Iterable

SITE = Site(name="Acme", url="https://acme.org/docs/", description="All of Acme", author="Jane")
NOON = datetime(2017, 11, 3, 12, tzinfo=UTC)
"""When a post was published, unless its test says otherwise."""
NOW = datetime(2024, 6, 1, 12, tzinfo=UTC)
"""The instant of a build, unless its test says otherwise."""


def a_taxonomy(key: str, **values: Any) -> TaxonomySettings:
    singular = TAXONOMIES.get(key, key)
    return TaxonomySettings(
        **{
            "key": key,
            "singular": singular,
            "name": key.title(),
            "url_format": f"{singular}/{{slug}}",
            "slugify": slugify,
            "ordered": key == "series",
            **values,
        }
    )


def blog_settings(
    *taxonomies: TaxonomySettings, feeds: dict[str, Any] | None = None, **values: Any
) -> Settings:
    """Return settings with the usual taxonomies, of which `taxonomies` replace their own.

    Options of posts and drafts are given beside the others, those of feeds as a dictionary.
    """
    own = {found.key: found for found in taxonomies}
    all_taxonomies = {key: a_taxonomy(key) for key in TAXONOMIES} | own
    of_posts = _taken(values, PostSettings)
    of_drafts = _taken(values, DraftSettings)
    posts = {"dir": "blog/posts", "include": lambda _: False, "slugify": slugify, **of_posts}
    return Settings(
        **{
            "blog_dir": "blog",
            "timezone": UTC,
            "posts": PostSettings(**posts),
            "taxonomies": tuple(all_taxonomies.values()),
            "drafts": DraftSettings(**{"now": NOW, **of_drafts}),
            "feeds": FeedSettings(**{"formats": dict.fromkeys(FORMATS), **(feeds or {})}),
            **values,
        }
    )


def _taken(values: dict[str, Any], kind: type) -> dict[str, Any]:
    """Take the values of the fields of a dataclass out of `values`."""
    return {field.name: values.pop(field.name) for field in fields(kind) if field.name in values}


def a_post(name: str = "x", day: str = "", **values: Any) -> Post:
    """Return the post `blog/posts/NAME.md`; a taxonomy's key as argument gives it labels."""
    keys = [key for key in ("languages", *TAXONOMIES) if key in values and key != "authors"]
    labels = {key: tuple(values.pop(key)) for key in keys}
    return Post(
        **{
            "src_uri": f"blog/posts/{name}.md",
            "title": name,
            "slug": name,
            "location": Location.of_page(f"blog/{name}", directory_urls=True),
            "published": datetime.fromisoformat(day).replace(tzinfo=UTC) if day else NOON,
            "labels": labels,
            **values,
        }
    )


def an_unlisted_post(name: str, day: str = "", **values: Any) -> Post:
    return a_post(name, day, state=State.UNLISTED, **values)


def posts_of(count: int) -> tuple[Post, ...]:
    """Return `count` posts, one a day, newest first; the first of all is called `1`."""
    return tuple(
        a_post(str(number), published=NOON + timedelta(days=number))
        for number in range(count, 0, -1)
    )


def names_of(posts: Iterable[Post | None]) -> list[str]:
    """Return the names of `posts`, `-` for none."""
    return [found.slug if found else "-" for found in posts]


def catalog_of(
    *posts: Post,
    settings: Settings | None = None,
    terms: str = "",
    problems: Problems | None = None,
    addresses: Addresses | None = None,
) -> Catalog:
    """Return the catalog of `posts`; `terms` is the text of the terms file."""
    found = Problems() if problems is None else problems
    annotations = read_terms(terms, path="blog/.terms.yml", problems=found)
    return build_catalog(
        posts, settings or blog_settings(), annotations, addresses=addresses, problems=found
    )


def problems_of(*posts: Post, settings: Settings | None = None, terms: str = "") -> list[Problem]:
    """Return what the catalog of `posts` reports."""
    problems = Problems()
    catalog_of(*posts, settings=settings, terms=terms, problems=problems)
    return list(problems)


def views_of(
    *posts: Post,
    settings: Settings | None = None,
    pages: dict[str, str] | None = None,
    problems: Problems | None = None,
    terms: str = "",
) -> list[View]:
    """Return the views of `posts` beside the `pages` of the site, which are sources by path."""
    found = Problems() if problems is None else problems
    settings = settings or blog_settings()
    ledger = Ledger(pages or {})
    addresses = Addresses(settings, found, ledger, pages)
    made = catalog_of(*posts, settings=settings, terms=terms, problems=found, addresses=addresses)
    return plan_views(made, settings, addresses)


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
    location = Location.of_page(f"blog/{TAXONOMIES[taxonomy]}/{slug}", directory_urls=True)
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
