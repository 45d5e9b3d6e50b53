"""The nouns of this layer: a post and its author, as front matter describes them, without any HTML."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from mkdocs_blog_plugin.urls.location import Location


class State(enum.Enum):
    """The visibility of a post."""

    PUBLISHED = "published"
    DRAFT = "draft"
    """Not built, unless drafts are shown."""
    SCHEDULED = "scheduled"
    """A draft until its date."""
    EXPIRED = "expired"
    """A draft from its expiry on."""
    UNLISTED = "unlisted"
    """Built at its URL, in no list, feed, search index or sitemap."""

    @property
    def is_draft(self) -> bool:
        """Whether the post is left out of a build that does not show drafts."""
        return self in (State.DRAFT, State.SCHEDULED, State.EXPIRED)


@dataclass(frozen=True, kw_only=True)
class Link:
    """One of an author's links, or one of a post's `links`; a section has children and no URL."""

    title: str
    """Text as written; empty for the title of the linked page."""
    url: str = ""
    """URL, or path of a page or file from the docs folder, as written."""
    children: tuple[Link, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Author:
    """Somebody who writes posts: from the authors file, or just a name in front matter."""

    key: str
    """Id in the authors file, else the name as written."""
    name: str
    slug: str = ""
    """Last part of the author's URL, used verbatim; empty to make one from `name`."""
    title: str = ""
    """Role, such as *Maintainer*."""
    description: str = ""
    avatar: str = ""
    """URL, or path from the docs folder."""
    url: str = ""
    """The author's own page somewhere else."""
    email: str = ""
    fediverse: str = ""
    """Account on the fediverse, `@ada@example.social`."""
    orcid: str = ""
    """ORCID iD without the address before it, `0000-0002-1825-0097`."""
    links: tuple[Link, ...] = ()
    known: bool = False
    """Whether the authors file has this author."""


@dataclass(frozen=True, kw_only=True)
class Source:
    """One of the files that show the same picture in several widths."""

    src: str
    """URL from the site's root."""
    width: int
    """In pixels."""


@dataclass(frozen=True, kw_only=True)
class Image:
    """A post's cover picture."""

    src: str
    """As written: URL, or path from the post or the docs folder. In the catalog: URL, absolute or from
    the site's root."""
    alt: str = ""
    sources: tuple[Source, ...] = ()
    """Its smaller copies, narrowest first, and itself; empty where it has none."""


@dataclass(frozen=True, kw_only=True)
class Enclosure:
    """The recording that a post is about."""

    src: str
    """As written: URL, or path from the post or the docs folder."""
    media_type: str
    """`audio/mpeg` and the like."""
    length: int | None = None
    """Size in bytes, where front matter says so."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Post:
    """One post, complete except for its rendered text."""

    src_uri: str
    title: str
    """Plain text, not escaped."""
    slug: str
    location: Location
    """The address that the post asks for; in the catalog, the one that it has."""
    published: datetime
    """Aware; its zone is the one the author wrote, else the blog's."""
    updated: datetime | None = None
    dates: Mapping[str, datetime] = field(default_factory=dict, compare=False)
    """Every date of a `date:` map, by key."""
    public_from: datetime | None = None
    """When a scheduled post appears, where that is not `published` (`publishDate` beside `date`)."""
    expires: datetime | None = None
    state: State = State.PUBLISHED
    pinned: bool = False
    weight: int | None = None
    """Order inside a series, smallest first, before the date decides."""
    authors: tuple[Author, ...] = ()
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict, compare=False)
    """Labels as written, by taxonomy key (`categories`, `tags`, `series`, ...; not `authors`)."""
    description: str = ""
    """Plain text, not escaped."""
    excerpt: str = ""
    """Plain text that replaces the excerpt, not escaped."""
    separator: str = ""
    """Separator that ends the excerpt of this post, besides those of the options."""
    image: Image | None = None
    aliases: tuple[str, ...] = ()
    """Old URLs as written."""
    links: tuple[Link, ...] = ()
    reading_time: int | None = None
    """Minutes, where front matter says so."""
    lang: str = ""
    guid: str = ""
    """Explicit id for feeds (`guid` or `id`)."""
    canonical_url: str = ""
    """Absolute URL that front matter names as the original (`canonical_url`)."""
    external_url: str = ""
    """Absolute URL to which the title leads in lists and feeds; empty for the post's own page."""
    hreflang: Mapping[str, str] = field(default_factory=dict, compare=False)
    """Absolute URLs of the post in other languages, by the code of the language."""
    enclosure: Enclosure | None = None
    comments: bool | None = None
    """Whether the post has comments, where front matter says so; else `comments` of the options."""
    template: str = ""
    has_h1: bool = False
    """Whether the body begins with an ATX h1."""
    meta: Mapping[str, object] = field(default_factory=dict, compare=False)
    """All of the front matter, keys as written."""
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)
    """1-based line of each top-level key in the file, keys in lower case."""
    body_line: int = field(default=1, compare=False)
    """1-based line of the file on which the body begins."""

    def __hash__(self) -> int:
        """Equal posts have one source; the other facts take long to go through."""
        return hash(self.src_uri)

    @property
    def url(self) -> str:
        """URL relative to the site's root, without a leading slash."""
        return self.location.url

    @property
    def is_listed(self) -> bool:
        """Whether lists and feeds show the post."""
        return self.state is not State.UNLISTED

    @property
    def sort_key(self) -> tuple[float, str]:
        """Total order: newest first by instant, equal instants by `src_uri`."""
        return (-self.published.timestamp(), self.src_uri)
