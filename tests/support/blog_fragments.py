"""A whole blog as fragments, made from posts, for tests of what readers see."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import html5lib
import mf2py

from mkdocs_blog_plugin.catalog.addresses import Addresses
from mkdocs_blog_plugin.catalog.catalog import Catalog, build_catalog
from mkdocs_blog_plugin.catalog.terms_file import TermAnnotations
from mkdocs_blog_plugin.html.rendered import RenderedPost, render_post
from mkdocs_blog_plugin.problems import Problems
from mkdocs_blog_plugin.render.environment import Templates
from mkdocs_blog_plugin.render.locale import Locale
from mkdocs_blog_plugin.render.post_facts import PrintedByTheme
from mkdocs_blog_plugin.render.renderer import Renderer
from mkdocs_blog_plugin.views.plan import plan_views
from mkdocs_blog_plugin.views.view import Kind, View
from support.builders import blog_settings

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.settings import Settings, TaxonomySettings

SITE_URL = "https://acme.org/"


@dataclass(frozen=True, kw_only=True)
class Fragments:
    """Posts with their catalog, their views, and what is rendered of them."""

    posts: Sequence[Post]
    settings: Settings
    bodies: dict[str, str]
    annotations: TermAnnotations
    folders: Sequence[str]
    theme: PrintedByTheme
    feeds: dict[str, tuple[str, str]]

    @cached_property
    def catalog(self) -> Catalog:
        return build_catalog(self.posts, self.settings, self.annotations, problems=Problems())

    @cached_property
    def views(self) -> list[View]:
        return plan_views(self.catalog, self.settings, Addresses(self.settings, Problems()))

    @cached_property
    def renderer(self) -> Renderer:
        return Renderer(
            templates=Templates(self.folders),
            settings=self.settings,
            catalog=self.catalog,
            views=self.views,
            locale=Locale.named(self.settings.locale),
            theme=self.theme,
            feeds=self.feeds,
        )

    def rendered(self, post: Post) -> RenderedPost:
        return render_post(post, self.body(post), self.settings)

    def body(self, post: Post) -> str:
        return self.bodies.get(post.title, "<p>One.</p><p>Two.</p>")

    def page(self, title: str, related: Sequence[Post] = ()) -> str:
        """Return the content of the page of the post called `title`."""
        post = next(post for post in self.catalog.posts if post.title == title)
        return self.renderer.post(self.rendered(post), self.body(post), related)

    def view(self, key: str = "", number: int = 1, introduction: str = "") -> str:
        """Return the content of a page of the index, or of the view whose key is `key`."""
        kinds = (Kind.TERM, Kind.ARCHIVE) if key else (Kind.INDEX,)
        view = next(view for view in self.views if view.kind in kinds and key in view.url)
        pager = view.pagers[number - 1]
        items = self.renderer.items(view, map(self.rendered, pager.posts))
        return self.renderer.view(view, pager, items, introduction)

    def overview(self, taxonomy: str) -> str:
        view = next(
            view for view in self.views if view.kind is Kind.OVERVIEW and view.taxonomy == taxonomy
        )
        return self.renderer.overview(view)

    def everything(self) -> list[str]:
        """Return the content of every page of a blog that has posts, and views of each kind."""
        assert self.catalog.posts
        assert {view.kind for view in self.views} == set(Kind)
        contents = [self.page(post.title, self.catalog.posts[:3]) for post in self.catalog.posts]
        for view in self.views:
            if view.kind is Kind.OVERVIEW:
                contents.append(self.renderer.overview(view))
            else:
                items = self.renderer.items(view, map(self.rendered, view.posts))
                contents += [self.renderer.view(view, pager, items) for pager in view.pagers]
        return contents


def fragments(
    *posts: Post,
    bodies: dict[str, str] | None = None,
    annotations: TermAnnotations | None = None,
    folders: Sequence[str] = (),
    theme: PrintedByTheme | None = None,
    feeds: dict[str, tuple[str, str]] | None = None,
    taxonomies: Sequence[TaxonomySettings] = (),
    **settings: Any,
) -> Fragments:
    """Return the fragments of a blog of `posts`, whose bodies are HTML by title.

    `taxonomies` and `settings` are what `blog_settings` takes.
    """
    return Fragments(
        posts=posts,
        settings=blog_settings(*taxonomies, **settings),
        bodies=bodies or {},
        annotations=annotations or TermAnnotations(),
        folders=folders,
        theme=theme or PrintedByTheme(),
        feeds=feeds or {},
    )


def microformats(html: str, url: str = "blog/") -> list[dict[str, Any]]:
    """Return the top-level items of `html`, the content of the page at `url`."""
    items: list[dict[str, Any]] = mf2py.parse(doc=html, url=SITE_URL + url)["items"]
    return items


def parse(html: str) -> Element:
    """Return `html` as a tree; raises where it is not what the HTML standard allows."""
    page = f"<!doctype html><html><head><title>x</title></head><body>{html}</body></html>"
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree: Element = parser.parse(page)
    return tree
