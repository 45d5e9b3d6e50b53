"""Posts, catalogs and views as plain data, for tests of what follows from many posts."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from mkdocs_blog_plugin.catalog.addresses import Addresses
from mkdocs_blog_plugin.catalog.catalog import Catalog, build_catalog
from mkdocs_blog_plugin.catalog.terms_file import read_terms
from mkdocs_blog_plugin.posts.post import Post, State
from mkdocs_blog_plugin.problems import Problem, Problems
from mkdocs_blog_plugin.settings import (
    DraftSettings,
    FeedSettings,
    PostSettings,
    Settings,
    TaxonomySettings,
)
from mkdocs_blog_plugin.urls.ledger import Ledger
from mkdocs_blog_plugin.urls.location import Location
from mkdocs_blog_plugin.urls.slug import slugify
from mkdocs_blog_plugin.views.plan import plan_views

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_blog_plugin.views.view import View

SINGULARS = {"categories": "category", "tags": "tag", "series": "series", "authors": "author"}
KEYS = tuple(SINGULARS)


def taxonomy(key: str, **values: Any) -> TaxonomySettings:
    singular = SINGULARS.get(key, key)
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


def blog(*taxonomies: TaxonomySettings, **values: Any) -> Settings:
    """Return settings with the usual taxonomies, or with `taxonomies` in their place."""
    own = {found.key: found for found in taxonomies}
    all_taxonomies = {key: taxonomy(key) for key in KEYS} | own
    return Settings(
        **{
            "blog_dir": "blog",
            "timezone": UTC,
            "posts": PostSettings(dir="blog/posts", include=lambda _: False, slugify=slugify),
            "taxonomies": tuple(all_taxonomies.values()),
            "drafts": DraftSettings(now=datetime(2026, 1, 1, tzinfo=UTC)),
            "feeds": FeedSettings(formats={}),
            **values,
        }
    )


def post(name: str, day: str = "2020-01-01", **values: Any) -> Post:
    """Return the post `NAME.md`; a taxonomy's key as argument gives it labels."""
    labels = {
        key: tuple(values.pop(key)) for key in list(values) if key in ("languages", *KEYS[:3])
    }
    return Post(
        **{
            "src_uri": f"{name}.md",
            "title": name,
            "slug": name,
            "location": Location.of_page(f"blog/{name}", directory_urls=True),
            "published": datetime.fromisoformat(day).replace(tzinfo=UTC),
            "labels": labels,
            **values,
        }
    )


def unlisted(name: str, day: str = "2020-01-01", **values: Any) -> Post:
    return post(name, day, state=State.UNLISTED, **values)


def catalog(
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
        posts, settings or blog(), annotations, addresses=addresses, problems=found
    )


def problems_of(*posts: Post, settings: Settings | None = None, terms: str = "") -> list[Problem]:
    problems = Problems()
    catalog(*posts, settings=settings, terms=terms, problems=problems)
    return list(problems)


def views(
    *posts: Post,
    settings: Settings | None = None,
    pages: dict[str, str] | None = None,
    problems: Problems | None = None,
    terms: str = "",
) -> list[View]:
    found = Problems() if problems is None else problems
    settings = settings or blog()
    ledger = Ledger(pages or {})
    addresses = Addresses(settings, found, ledger, pages)
    made = catalog(*posts, settings=settings, terms=terms, problems=found, addresses=addresses)
    return plan_views(made, settings, pages or {}, ledger=ledger, problems=found)


def names(posts: Iterable[Post | None]) -> list[str]:
    """Return the names of `posts`, `-` for none."""
    return [found.slug if found else "-" for found in posts]
