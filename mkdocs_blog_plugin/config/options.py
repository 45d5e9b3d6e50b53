"""All options, with their types and defaults.

Names, meaning and defaults follow the blog plugin of Material for MkDocs wherever it has the
option, so that a site can change the plugin's name and nothing else.
"""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any

from mkdocs.config import config_options as opt
from mkdocs.config.base import BaseConfigOption, Config, ValidationError
from pymdownx.slugs import slugify

from mkdocs_blog_plugin.catalog.sorting import POST_ORDERS
from mkdocs_blog_plugin.config.checks import check_values, doubtful_values
from mkdocs_blog_plugin.config.option_types import (
    Color,
    Function,
    Language,
    Maps,
    Number,
    SortKey,
    Texts,
    TimeOfDay,
    TimeZone,
    WebUrl,
)
from mkdocs_blog_plugin.config.values import FEED_FORMATS, SEVERITIES
from mkdocs_blog_plugin.problems import nearest
from mkdocs_blog_plugin.settings import LAYOUTS, ExcerptSettings

if TYPE_CHECKING:
    from collections.abc import Iterator


def _family(url_format: str) -> dict[str, BaseConfigOption[Any]]:
    """Return the options that each taxonomy has, without their prefix."""
    return {
        "name": opt.Optional(opt.Type(str)),
        "url_format": opt.Type(str, default=url_format),
        "slugify": Function(default=slugify(case="lower")),
        "slugify_separator": opt.Type(str, default="-"),
        "sort_by": SortKey(default="view_name"),
        "sort_reverse": opt.Type(bool, default=False),
        "allowed": opt.ListOfItems(opt.Type((str, int, float, bool)), default=[]),
        "unknown": opt.Choice(tuple(SEVERITIES), default="warn"),
        "pagination": opt.Optional(opt.Type(bool)),
        "pagination_per_page": opt.Optional(Number(minimum=1)),
        "toc": opt.Optional(opt.Type(bool)),
        "layout": opt.Optional(opt.Choice(LAYOUTS)),
        "index": opt.Type(bool, default=True),
        "hierarchy": opt.Type(bool, default=False),
        "hierarchy_separator": opt.Type(str, default="/"),
    }


def _prefixed(prefix: str, url_format: str) -> dict[str, BaseConfigOption[Any]]:
    """Return the family of options of one of the taxonomies that every blog has."""
    options = {f"{prefix}_{name}": option for name, option in _family(url_format).items()}
    return {prefix: opt.Type(bool, default=True)} | options


class _Options(Config):
    """Options that report unknown names with the nearest known ones."""

    def misspelt(self) -> dict[str, str]:
        """Return the unknown keys, each with the options that may be meant."""
        names = [name for name, _ in self._schema]
        return {name: nearest(name, names) for name in self if name not in names}


_Family = type("_Family", (_Options,), _family(""))

_Families = type(
    "_Families",
    (_Options,),
    _prefixed("categories", "category/{slug}")
    | _prefixed("tags", "tag/{slug}")
    | _prefixed("series", "series/{slug}"),
)


class TaxonomyOptions(_Family):  # type: ignore[misc,valid-type]
    """Options of one of the user's own taxonomies."""

    enabled = opt.Type(bool, default=True)
    singular = opt.Optional(opt.Type(str))


class BlogOptions(_Families):  # type: ignore[misc,valid-type]
    """All options under `blog-plugin:` in mkdocs.yml."""

    enabled = opt.Type(bool, default=True)
    blog_dir = opt.Type(str, default="blog")
    blog_toc = opt.Type(bool, default=False)
    cache = opt.Type(bool, default=True)
    timezone = TimeZone(default="UTC")
    locale = opt.Optional(Language())

    post_dir = opt.Type(str, default="{blog}/posts")
    post_include = opt.ListOfItems(opt.Type(str), default=[])
    post_defaults = opt.Type((dict, list), default={})
    post_sort = opt.Choice(POST_ORDERS, default="date")
    post_neighbours = opt.Choice(("all", "category"), default="all")
    post_date_keys = opt.Type(dict, default={})
    post_dates_in = opt.Choice(("own", "site"), default="own")
    post_default_time = TimeOfDay(default="00:00")
    post_date_format = opt.Type(str, default="long")
    post_date_from_git = opt.Type(bool, default=False)
    post_url_date_format = opt.Type(str, default="yyyy/MM/dd")
    post_url_format = opt.Type(str, default="{date}/{slug}")
    post_url_max_categories = Number(default=1)
    post_slugify = Function(default=slugify(case="lower"))
    post_slugify_separator = opt.Type(str, default="-")
    post_tags_split = opt.Choice(("comma", "whitespace", "none"), default="comma")
    post_excerpt = opt.Choice(("auto", "description", "optional", "required"), default="auto")
    post_excerpt_max_authors = Number(default=ExcerptSettings().max_authors)
    post_excerpt_max_categories = Number(default=5)
    post_excerpt_separator = opt.Type(str, default="<!-- more -->")
    post_excerpt_separators = opt.ListOfItems(
        opt.Type(str), default=list(ExcerptSettings().separators)
    )
    post_excerpt_words = Number(minimum=1, default=ExcerptSettings().words)
    post_readtime = opt.Type(bool, default=True)
    post_readtime_words_per_minute = Number(minimum=1, default=265)
    post_byline = opt.Type(bool, default=True)
    post_footer = opt.Type(bool, default=True)
    post_title = opt.Choice(("auto", "always", "never"), default="auto")
    post_cover = opt.Type(bool, default=True)
    post_cover_widths = opt.ListOfItems(Number(minimum=1), default=[480, 1200])
    post_words = opt.Type(bool, default=False)

    keys_misspelt = opt.Choice(tuple(SEVERITIES), default="warn")

    archive = opt.Type(bool, default=True)
    archive_name = opt.Optional(opt.Type(str))
    archive_date_format = Texts(default="yyyy")
    archive_url_date_format = Texts(default="yyyy")
    archive_url_format = Texts(default="archive/{date}")
    archive_index = opt.Type(bool, default=True)
    archive_pagination = opt.Optional(opt.Type(bool))
    archive_pagination_per_page = opt.Optional(Number(minimum=1))
    archive_toc = opt.Optional(opt.Type(bool))
    archive_layout = opt.Optional(opt.Choice(LAYOUTS))

    authors = opt.Type(bool, default=True)
    authors_file = opt.Type(str, default="{blog}/.authors.yml")
    authors_unknown = opt.Choice(tuple(SEVERITIES), default="ignore")
    authors_email = opt.Type(bool, default=False)
    authors_index = opt.Type(bool, default=True)
    authors_profiles = opt.Type(bool, default=True)
    authors_profiles_name = opt.Optional(opt.Type(str))
    authors_profiles_url_format = opt.Type(str, default="author/{slug}")
    authors_profiles_pagination = opt.Optional(opt.Type(bool))
    authors_profiles_pagination_per_page = opt.Optional(Number(minimum=1))
    authors_profiles_toc = opt.Optional(opt.Type(bool))
    authors_profiles_layout = opt.Optional(opt.Choice(LAYOUTS))

    tags_pages = opt.Type(bool, default=False)
    taxonomies = Maps(opt.SubConfig(TaxonomyOptions), default={})
    terms_file = opt.Type(str, default="{blog}/.terms.yml")

    pagination = opt.Type(bool, default=True)
    pagination_per_page = Number(minimum=1, default=10)
    pagination_url_format = opt.Type(str, default="page/{page}")
    pagination_format = opt.Type(str, default="~2~")
    pagination_from_oldest = opt.Type(bool, default=False)
    pagination_if_single_page = opt.Type(bool, default=False)
    pagination_keep_content = opt.Type(bool, default=False)
    pagination_template = opt.Deprecated(moved_to="pagination_format")

    feeds = opt.Type(bool, default=True)
    feeds_formats = opt.Type((list, dict), default=list(FEED_FORMATS))
    feeds_for = opt.ListOfItems(opt.Type(str), default=["index"])
    feeds_content = opt.Choice(("full", "excerpt"), default="full")
    feeds_length = Number(default=20)
    feeds_order = opt.Choice(("published", "updated"), default="published")
    feeds_ids = opt.Choice(("url", "source"), default="url")
    feeds_hub = opt.Optional(WebUrl())

    releases_file = opt.Optional(opt.Type(str))
    releases_title = opt.Type(str, default="{site_name} {version}")
    releases_categories = opt.ListOfItems(opt.Type(str), default=["Releases"])
    releases_authors = opt.ListOfItems(opt.Type(str), default=[])

    cards = opt.Type(bool, default=False)
    cards_background = opt.Optional(Color())
    cards_color = opt.Optional(Color())
    cards_logo = opt.Optional(opt.Type(str))
    cards_font = opt.Optional(Texts())
    cards_draw = opt.Optional(Function())
    image_default = opt.Optional(opt.Type(str))

    markdown = opt.Type(bool, default=False)
    export = opt.Type(bool, default=False)
    home_url = opt.Optional(WebUrl(is_dir=True))
    webmention = opt.Optional(WebUrl())
    micropub = opt.Optional(WebUrl())
    metadata = opt.Type(bool, default=True)
    redirects = opt.Type(bool, default=True)
    related = Number(default=3)
    related_by = opt.ListOfItems(opt.Choice(("terms", "text")), default=["terms", "text"])
    layout = opt.Choice(LAYOUTS, default="list")
    mentions = opt.Type(bool, default=False)
    comments = opt.Type(bool, default=False)
    index_links = opt.Type(bool, default=True)
    nav_recent = Number(default=0)
    nav = opt.Choice(("overviews", "views", "none"), default="overviews")
    sitemap_exclude = opt.ListOfItems(opt.Type(str), default=[])
    views_in_search = opt.Type(bool, default=False)
    stylesheet = opt.Type(bool, default=True)

    draft = opt.Type(bool, default=False)
    draft_on_serve = opt.Type(bool, default=True)
    draft_if_future_date = opt.Type(bool, default=False)

    written: frozenset[str] = frozenset()
    """The options that mkdocs.yml has, whatever their values."""

    def load_dict(self, patch: dict[str, Any]) -> None:
        """Take over the values of mkdocs.yml."""
        super().load_dict(patch)
        self.written |= patch.keys()

    def validate(self) -> tuple[list[tuple[str, Exception]], list[tuple[str, str]]]:
        """Return all errors and warnings, where MkDocs would stop at the first wrong type."""
        wrong = dict(self._wrong_types())
        # The defaults of wrong options let all others be checked.
        self.update({key: option.default for key, option in self._schema if key in wrong})
        errors, warnings = super().validate()
        if not errors:
            found = check_values(self)
            errors = [(key, ValidationError(text)) for key, text in found if key not in wrong]
            warnings += doubtful_values(self)
        errors += wrong.items()
        hints = self.misspelt()
        return errors, [
            (key, f"{message} ({hints[key]})" if key in hints else message)
            for key, message in warnings
        ]

    def _wrong_types(self) -> Iterator[tuple[str, Exception]]:
        for key, option in self._schema:
            try:
                option.validate(copy(self.get(key)))  # a map is validated in place
            except (ValidationError, ValueError) as error:  # MkDocs splits URLs unguarded
                yield key, error
