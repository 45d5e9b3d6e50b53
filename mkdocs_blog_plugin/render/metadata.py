"""The tags in the head of a page, by a key that names their subject.

`head.insert_head` leaves out the keys that the theme has taken care of.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from markupsafe import escape

from mkdocs_blog_plugin.render import json_ld
from mkdocs_blog_plugin.settings import CATEGORIES
from mkdocs_blog_plugin.urls.relative import relative_url
from mkdocs_blog_plugin.views.view import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import TypeAlias

    from mkdocs_blog_plugin.feeds.public_post import PublicPost
    from mkdocs_blog_plugin.posts.media import Picture
    from mkdocs_blog_plugin.urls.base import Site
    from mkdocs_blog_plugin.views.view import Pager, View

    Tag: TypeAlias = tuple[str, str]
    """Key and HTML."""

_WITH_TERRITORY = re.compile(r"[a-z]{2,3}-[A-Z]{2}")


@dataclass(frozen=True, kw_only=True)
class PageFacts:
    """The facts about the page of a view."""

    title: str = ""
    """Empty for that of the view."""
    description: str = ""
    picture: Picture | None = None
    is_hidden: bool = False
    """Whether search engines are to leave it out."""


@dataclass(frozen=True)
class Alternate:
    """Another form of what a page shows: a feed, or the Markdown of a post."""

    title: str
    media_type: str
    url: str
    """Absolute."""

    @cached_property
    def tag(self) -> Tag:
        """The link in the head of each page that offers the feed."""
        about = f'type="{self.media_type}" title="{escape(self.title)}" href="{escape(self.url)}"'
        return f"alternate {self.url}", f'<link rel="alternate" {about}>'


def post_head(
    post: PublicPost, parents: Sequence[View], alternates: Iterable[Alternate], site: Site
) -> dict[str, str]:
    """Return the tags of a post's page.

    Args:
        post: The post.
        parents: The views above the page, outermost first, beginning with the index.
        alternates: Feeds, and the post as Markdown, that the page links to.
        site: The site around the blog.
    """
    trail = _trail(parents, (post.title, post.url), site)
    tags = [
        *_page(post.title, post.description, post.canonical_url, site),
        *_meta("og:type", "article"),
        *_picture(post.picture),
        *_article(post),
        *_meta("robots", "" if post.is_listed else "noindex"),
        *_link("webmention", site.webmention),
        *(alternate.tag for alternate in alternates),
        *(_translation(language, url) for language, url in post.translations),
        ("BlogPosting", json_ld.script(json_ld.blog_posting(post, site))),
        *_breadcrumbs(trail),
    ]
    return _by_key(tags)


def view_head(
    view: View,
    pager: Pager,
    parents: Sequence[View],
    alternates: Iterable[Alternate],
    site: Site,
    page: PageFacts = PageFacts(),
) -> dict[str, str]:
    """Return the tags of one page of a view.

    Args:
        view: The view; the index has the description of the site where it has none of its own.
        pager: The page.
        parents: The views above the page, outermost first, beginning with the index.
        alternates: Feeds that the page links to.
        site: The site around the blog.
        page: What front matter sets for the page.
    """
    is_index = view.kind is Kind.INDEX
    description = page.description or (site.description if is_index else "")
    url = site.absolute(view.url)
    tags = [
        *_page(page.title or view.title, description, site.absolute(pager.location.url), site),
        *_meta("og:type", "website"),
        *_picture(page.picture),
        *_meta("robots", "noindex" if page.is_hidden else ""),
        *_adjacent_pages(view, pager),
        *(alternate.tag for alternate in alternates),
        *(_blog(view, url, description, site) if is_index else ()),
        *_breadcrumbs(_trail(parents, (view.title, url), site)),
    ]
    return _by_key(tags)


def _blog(index: View, url: str, description: str, site: Site) -> Iterator[Tag]:
    """Yield what the pages of the index say about the blog."""
    yield "Blog", json_ld.script(json_ld.blog(index.title, url, description, site))
    yield from _link("webmention", site.webmention)
    yield from _link("micropub", site.micropub)


def _by_key(tags: Iterable[Tag]) -> dict[str, str]:
    """Return the HTML for each key; tags of one key, such as several authors, stay together."""
    found: dict[str, str] = {}
    for key, html in tags:
        found[key] = f"{found[key]}\n{html}" if key in found else html
    return found


def _meta(name: str, value: str | int | None, *, key: str = "") -> Iterator[Tag]:
    """Yield a `meta` tag, if there is something to say."""
    if value:
        attribute = "property" if name.startswith(("og:", "article:")) else "name"
        yield key or name, f'<meta {attribute}="{name}" content="{escape(value)}">'


def _link(relation: str, url: str) -> Iterator[Tag]:
    if url:
        yield relation, f'<link rel="{relation}" href="{escape(url)}">'


def _translation(language: str, url: str) -> Tag:
    """Return the link to a post in another language."""
    attributes = f'hreflang="{escape(language)}" href="{escape(url)}"'
    return f"alternate {url}", f'<link rel="alternate" {attributes}>'


def _page(title: str, description: str, url: str, site: Site) -> Iterator[Tag]:
    """Yield the tags of any page."""
    yield from _meta("description", description)
    yield from _link("canonical", url)
    yield from _meta("og:title", title)
    yield from _meta("og:description", description)
    yield from _meta("og:url", url)
    yield from _meta("og:site_name", site.name)
    if _WITH_TERRITORY.fullmatch(site.language):
        yield from _meta("og:locale", site.language.replace("-", "_"))
    yield from _meta("twitter:title", title)
    yield from _meta("twitter:description", description)


def _article(post: PublicPost) -> Iterator[Tag]:
    """Yield the properties of https://ogp.me/#type_article."""
    yield from _meta("article:published_time", post.published.isoformat(timespec="seconds"))
    if post.updated:
        yield from _meta("article:modified_time", post.updated.isoformat(timespec="seconds"))
    for person in post.authors:
        yield from _meta("article:author", person.url or person.name)
        yield from _meta("fediverse:creator", person.fediverse)
    for category in post.categories:
        if category.taxonomy != CATEGORIES:
            yield from _meta("article:tag", category.label)
    sections = (found.label for found in post.categories if found.taxonomy == CATEGORIES)
    yield from _meta("article:section", next(sections, ""))


def _picture(picture: Picture | None) -> Iterator[Tag]:
    """Yield the cover; its size goes with it or not at all, since the theme may have another."""
    if picture is None:
        yield from _meta("twitter:card", "summary")
        return
    yield from _meta("og:image", picture.url)
    yield from _meta("og:image:type", picture.media_type, key="og:image")
    yield from _meta("og:image:width", picture.width, key="og:image")
    yield from _meta("og:image:height", picture.height, key="og:image")
    yield from _meta("og:image:alt", picture.alt, key="og:image")
    yield from _meta("twitter:card", "summary_large_image")
    yield from _meta("twitter:image", picture.url)
    yield from _meta("twitter:image:alt", picture.alt, key="twitter:image")


def _adjacent_pages(view: View, pager: Pager) -> Iterator[Tag]:
    """Yield the newer page of a view as previous, the older one as next."""
    here = pager.location.url
    for relation, step in (("prev", -1), ("next", 1)):
        index = pager.number - 1 + step
        if 0 <= index < len(view.pagers):
            yield from _link(relation, relative_url(view.pagers[index].location.url, here))


def _trail(parents: Sequence[View], page: tuple[str, str], site: Site) -> list[tuple[str, str]]:
    """Return names and URLs from the site's home to the page; the blog may be the home itself."""
    above = [(view.title, site.absolute(view.url)) for view in parents]
    by_url = {url: name for name, url in [(site.name, site.url), *above, page]}
    return [(name, url) for url, name in by_url.items()]


def _breadcrumbs(trail: Sequence[tuple[str, str]]) -> Iterator[Tag]:
    if len(trail) > 1:
        yield "BreadcrumbList", json_ld.script(json_ld.breadcrumbs(trail))
