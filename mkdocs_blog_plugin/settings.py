"""The settings of one blog: the options of mkdocs.yml, checked, resolved and frozen.

`config` makes them from MkDocs' option classes; every pure layer reads them and nothing else.
A field is called like its option: the fields of a family like its options without their prefix,
so that a new option is a line in `config.options` and a line here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, get_args

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime, tzinfo

    from mkdocs_blog_plugin.problems import Severity

    Slugify: TypeAlias = Callable[[str, str], str]

Layout: TypeAlias = Literal["list", "cards", "compact"]
LAYOUTS: Final[tuple[Layout, ...]] = get_args(Layout)
"""How lists of posts may look."""

CATEGORIES, TAGS, SERIES, AUTHORS = "categories", "tags", "series", "authors"
TAXONOMIES: Final[Mapping[str, str]] = {
    CATEGORIES: "category",
    TAGS: "tag",
    SERIES: "series",
    AUTHORS: "author",
}
"""Keys of the taxonomies that every blog has, each with its singular."""


def _no_defaults(_: str) -> Mapping[str, object]:
    return {}


@dataclass(frozen=True, kw_only=True)
class PaginationSettings:
    """The pages of one kind of view."""

    enabled: bool = True
    per_page: int = 10


@dataclass(frozen=True, kw_only=True)
class TaxonomySettings:
    """One taxonomy: tags, categories, authors, series or one of the user's own."""

    key: str
    """Plural name: front-matter key, prefix of the options (`tags`, `languages`)."""
    singular: str
    """Second front-matter key (`tag`, `language`)."""
    name: str
    """Heading of the overview, in the blog's language."""
    url_format: str
    """Path of a term's view under the blog, with `{slug}` (and `{name}`)."""
    slugify: Slugify
    slugify_separator: str = "-"
    enabled: bool = True
    """Whether terms have views, and posts show them; machines find the terms of posts either way."""
    index: bool = True
    """Whether an overview is written at the parent of the terms' paths."""
    sort_by: Callable[..., object] | str = "view_name"
    sort_reverse: bool = False
    allowed: tuple[str, ...] = ()
    unknown: Severity | None = None
    """Severity for labels outside a non-empty `allowed`; None ignores them."""
    pagination: PaginationSettings = PaginationSettings()
    layout: Layout = "list"
    toc: bool = False
    hierarchy: str = ""
    """Separator that makes `a/b` a child of `a`; empty for flat labels."""
    ordered: bool = False
    """Oldest first, with numbered parts: a series."""
    split: Literal["comma", "whitespace", "none"] = "comma"
    """How one string becomes several labels."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The front-matter keys that name its terms."""
        return tuple(dict.fromkeys((self.key, self.singular)))


@dataclass(frozen=True, kw_only=True)
class ArchiveLevel:
    """One level of the archive: its title, and its path under the blog."""

    date_format: str = "yyyy"
    url_date_format: str = "yyyy"
    url_format: str = "archive/{date}"


@dataclass(frozen=True, kw_only=True)
class ArchiveSettings:
    """The archive: one view per period, on one or several levels."""

    enabled: bool = True
    name: str = "Archive"
    levels: tuple[ArchiveLevel, ...] = (ArchiveLevel(),)
    index: bool = True
    pagination: PaginationSettings = PaginationSettings()
    layout: Layout = "list"
    toc: bool = False


@dataclass(frozen=True, kw_only=True)
class ExcerptSettings:
    """The excerpts of posts in lists and feeds."""

    mode: Literal["auto", "description", "optional", "required"] = "auto"
    """`auto` cuts without a separator, `description` prints that where there is one, `optional` shows
    the whole post without a separator, `required` reports it."""
    separators: tuple[str, ...] = (
        "<!-- more -->",
        "<!--more-->",
        "<!-- truncate -->",
        "<!-- excerpt -->",
    )
    words: int = 70
    max_authors: int = 3
    max_categories: int = 5


@dataclass(frozen=True, kw_only=True)
class FeedSettings:
    """The feeds that are written, and their content."""

    enabled: bool = True
    formats: Mapping[str, str | None]
    """`rss`, `atom`, `json` -> path from the site's root, or None for the default beside the view."""
    kinds: tuple[str, ...] = ("index",)
    """`index` and taxonomy keys whose views have a feed."""
    full: bool = True
    length: int = 20
    order: Literal["published", "updated"] = "published"
    ids: Literal["url", "source"] = "url"
    hub: str = ""
    """URL of the WebSub hub that the feeds name."""


@dataclass(frozen=True, kw_only=True)
class CardSettings:
    """Preview cards; empty values leave it to the theme."""

    enabled: bool = False
    background: str = ""
    """Colour as `#rrggbb`."""
    color: str = ""
    """Colour of the text."""
    logo: str = ""
    """Path from the docs folder."""
    font: tuple[str, ...] = ()
    """Paths from the folder of mkdocs.yml."""
    draw: Callable[..., bytes] | None = None
    """Draws a card in a design of the site's own."""


@dataclass(frozen=True, kw_only=True)
class ReleaseSettings:
    """The changelog whose versions are posts."""

    file: str = ""
    """Path from the folder of mkdocs.yml; empty for none."""
    title: str = "{site_name} {version}"
    categories: tuple[str, ...] = ("Releases",)
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PostSettings:
    """The recognition, dates and addresses of posts."""

    dir: str
    """Folder of the posts, without slashes at its ends."""
    include: Callable[[str], bool]
    """Whether `post_include` matches a `src_uri`."""
    defaults: Callable[[str], Mapping[str, object]] = _no_defaults
    """Front matter for the post at a `src_uri`, where that lacks a key."""
    url_format: str = "{date}/{slug}"
    url_date_format: str = "yyyy/MM/dd"
    url_max_categories: int = 1
    slugify: Slugify
    slugify_separator: str = "-"
    date_format: str = "long"
    date_from_git: bool = False
    created_keys: tuple[str, ...] = ("date", "published", "publishDate", "pubdate", "created")
    """Keys of the date of publication, in the order in which they count."""
    updated_keys: tuple[str, ...] = (
        "updated",
        "date.updated",
        "last_modified_at",
        "lastmod",
        "modified",
    )
    """Keys of the date of the last change; a part after a dot is a key of the map `date`."""
    default_time: time = time()
    """Time of day of dates without one."""
    sort: str = "date"
    """Order of lists, one of `catalog.sorting.POST_ORDERS`."""
    neighbours: Literal["all", "category"] = "all"
    """The posts among which the previous and the next one are chosen."""
    dates_in: Literal["own", "site"] = "own"
    """Whose zone the day of a post is counted in: its own, or that of the site."""
    readtime: bool = True
    readtime_words_per_minute: int = 265
    byline: bool = True
    footer: bool = True
    title: Literal["auto", "always", "never"] = "auto"
    cover: bool = True
    """Whether the page of a post shows its cover."""
    cover_widths: tuple[int, ...] = (480, 1200)
    """Widths of the smaller copies of covers, narrowest first."""
    words: bool = False
    """Whether the byline has the number of words."""


@dataclass(frozen=True, kw_only=True)
class DraftSettings:
    """The posts that are left out of a build."""

    now: datetime
    """The instant of this build, aware; `SOURCE_DATE_EPOCH` where set."""
    show_all: bool = False
    """Build drafts, scheduled and expired posts too (`draft`, `draft_on_serve`)."""
    if_future_date: bool = False


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Everything that the layers below `site` need to know about one blog."""

    blog_dir: str
    """Folder of the blog without slashes at its ends; empty for the site's root."""
    first: bool = True
    """Whether this is the first blog of the site, which owns flagged pages outside any blog."""
    others: tuple[str, ...] = ()
    """Folders of the site's other blogs and of their posts, those of other plugins included."""
    earlier: tuple[Settings, ...] = ()
    """Those of the blogs before this one in mkdocs.yml, which keep the posts that they claim."""
    written: frozenset[str] = frozenset()
    """The options that mkdocs.yml has, whatever their values."""
    directory_urls: bool = True
    serving: bool = False
    """Whether the site is built for its writer, by `mkdocs serve`."""
    templates: bool = False
    """Whether another plugin runs templates in the text of posts: `{{` is not a leftover then."""
    locale: str = "en"
    """Locale of dates and UI strings, as Babel spells it (`pt_BR`)."""
    timezone: tzinfo
    """Zone of dates without one."""
    blog_toc: bool = False
    posts: PostSettings
    excerpt: ExcerptSettings = ExcerptSettings()
    archive: ArchiveSettings = ArchiveSettings()
    taxonomies: tuple[TaxonomySettings, ...]
    """In the order in which pages show them: categories, tags, series, authors, the user's own."""
    authors_file: str = "blog/.authors.yml"
    """Path from the docs folder."""
    terms_file: str = "blog/.terms.yml"
    """Path from the docs folder."""
    keys_misspelt: Severity | None = None
    """Severity of front-matter keys that misspell known ones; None ignores them."""
    authors: bool = True
    """Whether posts have authors at all."""
    authors_unknown: Severity | None = None
    authors_email: bool = False
    drafts: DraftSettings
    pagination: PaginationSettings = PaginationSettings()
    pagination_url_format: str = "page/{page}"
    pagination_format: str = "~2~"
    pagination_from_oldest: bool = False
    """Whether the addresses of further pages are counted from the oldest one."""
    pagination_if_single_page: bool = False
    pagination_keep_content: bool = False
    feeds: FeedSettings
    releases: ReleaseSettings = ReleaseSettings()
    cards: CardSettings = CardSettings()
    image_default: str = ""
    """Preview picture of pages without one: path from the docs folder, or URL."""
    markdown: bool = False
    """Whether posts are also written as Markdown."""
    export: bool = False
    """Whether the catalog is written as `posts.json`."""
    metadata: bool = True
    home_url: str = ""
    """Absolute URL, with a slash at its end, of the site that is the home of the blog; empty for this one."""
    webmention: str = ""
    """Endpoint that pages of the blog name; empty for none."""
    micropub: str = ""
    """Endpoint that the index names; empty for none."""
    redirects: bool = True
    related: int = 3
    related_by: tuple[str, ...] = ("terms", "text")
    """What makes posts related: `terms`, `text`."""
    nav: Literal["overviews", "views", "none"] = "overviews"
    views_in_search: bool = False
    tags_pages: bool = False
    stylesheet: bool = True
    index_title: str = "Blog"
    layout: Layout = "list"
    comments: bool = False
    """Whether posts print the fragment `blog/comments.html`, unless front matter says otherwise."""
    nav_recent: int = 0
    """So many newest posts join the index's section of the nav."""
    sitemap_exclude: tuple[str, ...] = ()
    """Kinds of views that search engines are to leave out: `index`, `archive`, keys of taxonomies."""
    mentions: bool = False
    """Whether ordinary pages name the posts that link to them."""
    index_links: bool = True
    """Whether the index leads to the overviews and to its feed below its title."""

    @property
    def compares_texts(self) -> bool:
        """Whether it depends on the text of posts which of them are related."""
        return self.related > 0 and "text" in self.related_by

    def taxonomy(self, key: str) -> TaxonomySettings:
        """Return the settings of the taxonomy called `key`."""
        return next(found for found in self.taxonomies if found.key == key)
