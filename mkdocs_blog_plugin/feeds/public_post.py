"""The public facts about a post: the same for feeds and for the head of its page."""

from __future__ import annotations

import posixpath
from functools import cache
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from mkdocs_blog_plugin.posts.dates import in_whole_minutes
from mkdocs_blog_plugin.settings import AUTHORS
from mkdocs_blog_plugin.urls.paths import url_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from mkdocs_blog_plugin.catalog.term import Term
    from mkdocs_blog_plugin.html.rendered import RenderedPost
    from mkdocs_blog_plugin.posts.media import Picture
    from mkdocs_blog_plugin.posts.post import Author, Post
    from mkdocs_blog_plugin.settings import Settings
    from mkdocs_blog_plugin.urls.base import Site


class Person(NamedTuple):
    """An author."""

    name: str
    email: str = ""
    """Empty unless the site prints addresses."""
    url: str = ""
    """The person's own page, else the page with the person's posts; absolute."""
    avatar: str = ""
    """Absolute URL of a picture."""
    fediverse: str = ""
    """Account on the fediverse, `@ada@example.social`."""
    orcid: str = ""
    """ORCID iD, without the address before it."""


class Category(NamedTuple):
    """A term that a post carries, of any taxonomy but the authors."""

    taxonomy: str
    """Key of the taxonomy (`tags`)."""
    label: str
    slug: str
    scheme: str
    """URL that identifies the taxonomy: the one below which its terms are; empty without a site URL."""


class Attachment(NamedTuple):
    """A file that feeds enclose with a post."""

    url: str
    """Absolute."""
    media_type: str
    length: int | None = None
    """Size in bytes; None for a file of another site whose size is not known."""


class PublicPost(NamedTuple):
    """The public facts about a post. URLs are absolute, or empty without a site URL; text is plain."""

    url: str
    canonical_url: str
    """`url`, unless front matter names another original."""
    guid: str
    """Explicit id; empty where the URL is the id."""
    title: str
    description: str
    """The description of the front matter, else the first words."""
    summary: str
    """The description of the front matter, else the text of the excerpt."""
    published: datetime
    """Aware; its offset is in whole minutes, as RFC 822 and RFC 3339 demand."""
    updated: datetime | None
    authors: tuple[Person, ...] = ()
    categories: tuple[Category, ...] = ()
    picture: Picture | None = None
    recording: Attachment | None = None
    external_url: str = ""
    """URL that the title links to; empty for the post's own page."""
    language: str = ""
    """Language tag, where it is not the site's."""
    translations: tuple[tuple[str, str], ...] = ()
    """Pairs of a language tag and the URL of the post in that language."""
    is_listed: bool = True

    @property
    def link(self) -> str:
        """URL that the title links to in feeds."""
        return self.external_url or self.url

    @property
    def attachment(self) -> Attachment | None:
        """The file that feeds enclose: the recording, else a picture that is a file of the site."""
        picture = self.picture
        if self.recording or picture is None or picture.length is None or not picture.media_type:
            return self.recording
        return Attachment(url=picture.url, media_type=picture.media_type, length=picture.length)

    @property
    def modified(self) -> datetime:
        """When the post was last changed: its update, else its publication."""
        return self.updated or self.published


class PublicNames:
    """The people and categories of one blog, each made once for all posts.

    Args:
        site: The site around the blog.
        schemes: `Category.scheme` by taxonomy, as `category_schemes` returns them.
        has_emails: Whether the site prints addresses of authors.
    """

    def __init__(self, site: Site, schemes: Mapping[str, str], *, has_emails: bool) -> None:
        self._site = site
        self._schemes = schemes
        self._has_emails = has_emails
        self.person = cache(self._person)
        self.category = cache(self._category)

    def _person(self, author: Author, view: str | None) -> Person:
        """Return `author`, whose posts are listed at `view`, if they are."""
        site = self._site
        return Person(
            name=author.name,
            email=author.email if self._has_emails else "",
            url=_absolute(author.url, site) or (site.absolute(view) if view is not None else ""),
            avatar=_absolute(author.avatar, site),
            fediverse=author.fediverse,
            orcid=author.orcid,
        )

    def _category(self, term: Term) -> Category:
        return Category(
            taxonomy=term.taxonomy,
            label=term.label,
            slug=term.slug,
            scheme=self._schemes[term.taxonomy],
        )


def make_public_post(
    rendered: RenderedPost,
    terms: Iterable[Term],
    picture: Picture | None,
    *,
    site: Site,
    names: PublicNames,
    recording: Attachment | None = None,
) -> PublicPost:
    """Return the public facts about a post.

    Args:
        rendered: The post and its text.
        terms: The terms of the post in all taxonomies, authors included.
        picture: The cover, if it exists.
        site: The site around the blog.
        names: Its people and categories.
        recording: The audio or video file that the post is about, if it exists.
    """
    post, terms = rendered.post, tuple(terms)
    url = site.absolute(post.url)
    return PublicPost(
        url=url,
        canonical_url=_absolute(post.canonical_url, site) or url,
        guid=post.guid,
        title=post.title,
        description=rendered.description,
        summary=rendered.summary,
        published=in_whole_minutes(post.published),
        updated=in_whole_minutes(post.updated) if post.updated else None,
        authors=tuple(names.person(author, _view_of(author, terms)) for author in post.authors),
        categories=tuple(
            names.category(term) for term in terms if term.taxonomy != AUTHORS and not term.hidden
        ),
        picture=picture,
        recording=recording,
        external_url=_absolute(post.external_url, site),
        language=post.lang,
        translations=tuple((code, site.absolute(url)) for code, url in post.hreflang.items()),
        is_listed=post.is_listed,
    )


def source_id(post: Post, site: Site) -> str:
    """Return an id that depends on where the file of `post` lies and not on its address.

    It is a tag URI (RFC 4151): host of the site, day of the post, path of its file. Empty without a
    host.
    """
    parts = url_parts(site.url)
    host = parts.hostname if parts else ""
    return f"tag:{host},{post.published.date()}:{quote(post.src_uri)}" if host else ""


def category_schemes(settings: Settings, site: Site) -> dict[str, str]:
    """Return for each taxonomy the URL below which its terms lie; empty without a site URL."""
    folders = {found.key: found.url_format.partition("{")[0] for found in settings.taxonomies}
    return {
        key: site.absolute(quote(posixpath.join(settings.blog_dir, folder)))
        for key, folder in folders.items()
    }


def _view_of(author: Author, terms: Iterable[Term]) -> str | None:
    """Return the URL of the view that lists the posts of `author`, if `terms` have one."""
    views = (term.url for term in terms if term.author and term.author.key == author.key)
    return next((url for url in views if url is not None), None)


def _absolute(url: str, site: Site) -> str:
    """Return the optional `url` as an absolute URL; empty without one."""
    return site.absolute(url) if url else ""
