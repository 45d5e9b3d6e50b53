"""The options of mkdocs.yml, as MkDocs option classes, and how they become frozen `Settings`.

Names, meaning and defaults follow the blog plugin of Material for MkDocs wherever it has the
option, so that a site can change the plugin's name and nothing else.
"""

from __future__ import annotations

import itertools
import posixpath
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from mkdocs.config import config_options as opt
from mkdocs.config.base import BaseConfigOption, Config, ValidationError
from pathspec.gitignore import GitIgnoreSpec
from pymdownx.slugs import slugify

from mkdocs_blog_plugin.problems import Severity
from mkdocs_blog_plugin.settings import (
    ArchiveLevel,
    ArchiveSettings,
    DraftSettings,
    ExcerptSettings,
    FeedSettings,
    PaginationSettings,
    PostSettings,
    Settings,
    TaxonomySettings,
)
from mkdocs_blog_plugin.urls.paths import PathError, safe_path
from mkdocs_blog_plugin.urls.permalink import PatternError, compile_pattern
from mkdocs_blog_plugin.urls.tokens import PAGE_TOKENS, PERIOD_TOKENS, POST_TOKENS, TERM_TOKENS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from mkdocs_blog_plugin.render.locale import Locale

SEVERITIES: Mapping[str, Severity | None] = {
    "ignore": None,
    "warn": Severity.WARNING,
    "error": Severity.ERROR,
}
"""What an option may ask to happen to an unknown author, category or tag."""

FEED_FORMATS = ("rss", "atom", "json")


class TimeZone(opt.Type[str]):
    """The name of an IANA time zone."""

    def run_validation(self, value: object) -> str:
        """Return `value`; raises ValidationError where no such zone is known."""
        name = super().run_validation(value)
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError):
            message = f"'{name}' is no time zone. Expected an IANA name such as 'Europe/Berlin'."
            raise ValidationError(message) from None
        return name


def _family(url_format: str) -> dict[str, BaseConfigOption[Any]]:
    """Return the options that each taxonomy has, without their prefix."""
    return {
        "name": opt.Optional(opt.Type(str)),
        "url_format": opt.Type(str, default=url_format),
        "slugify": opt.Type(Callable, default=slugify(case="lower")),  # type: ignore[type-abstract]
        "slugify_separator": opt.Type(str, default="-"),
        "sort_by": opt.Type((str, Callable), default="view_name"),  # type: ignore[arg-type]
        "sort_reverse": opt.Type(bool, default=False),
        "allowed": opt.ListOfItems(opt.Type((str, int, float, bool)), default=[]),
        "unknown": opt.Choice(tuple(SEVERITIES), default="warn"),
        "pagination": opt.Optional(opt.Type(bool)),
        "pagination_per_page": opt.Optional(opt.Type(int)),
        "toc": opt.Optional(opt.Type(bool)),
        "index": opt.Type(bool, default=True),
        "hierarchy": opt.Type(bool, default=False),
        "hierarchy_separator": opt.Type(str, default="/"),
    }


def _prefixed(prefix: str, url_format: str) -> dict[str, BaseConfigOption[Any]]:
    """Return the family of options of one of the taxonomies that every blog has."""
    options = {f"{prefix}_{name}": option for name, option in _family(url_format).items()}
    return {prefix: opt.Type(bool, default=True)} | options


class TaxonomyOptions(type("FamilyOptions", (Config,), _family(""))):  # type: ignore[misc]
    """Options of one of the user's own taxonomies."""

    enabled = opt.Type(bool, default=True)
    singular = opt.Optional(opt.Type(str))


FamilyOptions = type(
    "FamilyOptions",
    (Config,),
    _prefixed("categories", "category/{slug}")
    | _prefixed("tags", "tag/{slug}")
    | _prefixed("series", "series/{slug}"),
)


class BlogOptions(FamilyOptions):  # type: ignore[misc,valid-type]
    """All options under `blog-plugin:` in mkdocs.yml."""

    enabled = opt.Type(bool, default=True)
    blog_dir = opt.Type(str, default="blog")
    blog_toc = opt.Type(bool, default=False)
    timezone = TimeZone(str, default="UTC")
    locale = opt.Optional(opt.Type(str))

    post_dir = opt.Type(str, default="{blog}/posts")
    post_include = opt.ListOfItems(opt.Type(str), default=[])
    post_date_format = opt.Type(str, default="long")
    post_date_from_git = opt.Type(bool, default=False)
    post_url_date_format = opt.Type(str, default="yyyy/MM/dd")
    post_url_format = opt.Type(str, default="{date}/{slug}")
    post_url_max_categories = opt.Type(int, default=1)
    post_slugify = opt.Type(Callable, default=slugify(case="lower"))  # type: ignore[type-abstract]
    post_slugify_separator = opt.Type(str, default="-")
    post_tags_split = opt.Choice(("comma", "whitespace", "none"), default="comma")
    post_excerpt = opt.Choice(("auto", "optional", "required"), default="auto")
    post_excerpt_max_authors = opt.Type(int, default=1)
    post_excerpt_max_categories = opt.Type(int, default=5)
    post_excerpt_separator = opt.Type(str, default="<!-- more -->")
    post_excerpt_separators = opt.ListOfItems(
        opt.Type(str), default=list(ExcerptSettings().separators)
    )
    post_excerpt_words = opt.Type(int, default=ExcerptSettings().words)
    post_readtime = opt.Type(bool, default=True)
    post_readtime_words_per_minute = opt.Type(int, default=265)
    post_byline = opt.Type(bool, default=True)
    post_footer = opt.Type(bool, default=True)
    post_title = opt.Choice(("auto", "always", "never"), default="auto")

    archive = opt.Type(bool, default=True)
    archive_name = opt.Optional(opt.Type(str))
    archive_date_format = opt.Type((str, list), default="yyyy")
    archive_url_date_format = opt.Type((str, list), default="yyyy")
    archive_url_format = opt.Type((str, list), default="archive/{date}")
    archive_index = opt.Type(bool, default=True)
    archive_pagination = opt.Optional(opt.Type(bool))
    archive_pagination_per_page = opt.Optional(opt.Type(int))
    archive_toc = opt.Optional(opt.Type(bool))

    authors = opt.Type(bool, default=True)
    authors_file = opt.Type(str, default="{blog}/.authors.yml")
    authors_unknown = opt.Choice(tuple(SEVERITIES), default="ignore")
    authors_email = opt.Type(bool, default=False)
    authors_index = opt.Type(bool, default=True)
    authors_profiles = opt.Type(bool, default=True)
    authors_profiles_name = opt.Optional(opt.Type(str))
    authors_profiles_url_format = opt.Type(str, default="author/{slug}")
    authors_profiles_pagination = opt.Optional(opt.Type(bool))
    authors_profiles_pagination_per_page = opt.Optional(opt.Type(int))
    authors_profiles_toc = opt.Optional(opt.Type(bool))

    tags_pages = opt.Type(bool, default=False)
    taxonomies = opt.DictOfItems(opt.SubConfig(TaxonomyOptions), default={})
    terms_file = opt.Type(str, default="{blog}/.terms.yml")

    pagination = opt.Type(bool, default=True)
    pagination_per_page = opt.Type(int, default=10)
    pagination_url_format = opt.Type(str, default="page/{page}")
    pagination_format = opt.Type(str, default="~2~")
    pagination_if_single_page = opt.Type(bool, default=False)
    pagination_keep_content = opt.Type(bool, default=False)
    pagination_template = opt.Deprecated(moved_to="pagination_format")

    feeds = opt.Type(bool, default=True)
    feeds_formats = opt.Type((list, dict), default=list(FEED_FORMATS))
    feeds_for = opt.ListOfItems(opt.Type(str), default=["index"])
    feeds_content = opt.Choice(("full", "excerpt"), default="full")
    feeds_length = opt.Type(int, default=20)

    metadata = opt.Type(bool, default=True)
    redirects = opt.Type(bool, default=True)
    related = opt.Type(int, default=3)
    nav = opt.Choice(("overviews", "views", "none"), default="overviews")
    views_in_search = opt.Type(bool, default=False)
    stylesheet = opt.Type(bool, default=True)

    draft = opt.Type(bool, default=False)
    draft_on_serve = opt.Type(bool, default=True)
    draft_if_future_date = opt.Type(bool, default=False)

    feeds_configured = False
    """Whether the user has written an option about feeds."""

    def load_dict(self, patch: dict[str, Any]) -> None:
        """Take over what mkdocs.yml says."""
        super().load_dict(patch)
        self.feeds_configured |= any(key.startswith("feeds") for key in patch)

    def validate(self) -> tuple[list[tuple[str, Exception]], list[tuple[str, str]]]:
        """Return all errors and warnings, not just MkDocs' first error."""
        errors, warnings = super().validate()
        if errors:
            failed = {key for key, _ in errors}
            errors += [found for found in self._type_errors() if found[0] not in failed]
        else:
            errors = [(key, ValidationError(message)) for key, message in self._value_errors()]
        return errors, warnings

    def _type_errors(self) -> Iterator[tuple[str, Exception]]:
        for key, option in self._schema:
            try:
                option.validate(self.get(key))
            except ValidationError as error:
                yield key, error

    def _value_errors(self) -> Iterator[tuple[str, str]]:
        """Yield what the options' types alone cannot tell."""
        yield from self._path_errors()
        yield from self._pattern_errors()
        yield from self._archive_errors()
        yield from self._feed_errors()
        for key in self:
            if key.endswith("per_page") and self[key] is not None and self[key] < 1:
                yield key, f"Expected a number of posts of 1 or more, but received: {self[key]}"

    def _path_errors(self) -> Iterator[tuple[str, str]]:
        for key in ("blog_dir", "post_dir", "authors_file", "terms_file"):
            try:
                resolve_path(self[key], self.blog_dir)
            except PathError as error:
                yield key, str(error)

    def _pattern_errors(self) -> Iterator[tuple[str, str]]:
        patterns: list[tuple[str, str, Mapping[str, Callable[[Any], str]]]] = [
            ("post_url_format", self.post_url_format, POST_TOKENS),
            ("categories_url_format", self["categories_url_format"], TERM_TOKENS),
            ("tags_url_format", self["tags_url_format"], TERM_TOKENS),
            ("series_url_format", self["series_url_format"], TERM_TOKENS),
            ("authors_profiles_url_format", self.authors_profiles_url_format, TERM_TOKENS),
            ("pagination_url_format", self.pagination_url_format, PAGE_TOKENS),
            *(
                ("archive_url_format", url_format, PERIOD_TOKENS)
                for url_format in _levels(self.archive_url_format)
            ),
        ]
        for key, pattern, tokens in patterns:
            try:
                compile_pattern(pattern, tokens=tokens)
            except PatternError as error:
                yield key, str(error)

    def _archive_errors(self) -> Iterator[tuple[str, str]]:
        keys = ("archive_date_format", "archive_url_date_format", "archive_url_format")
        lengths = {key: len(_levels(self[key])) for key in keys}
        if len(set(lengths.values())) > 1:
            counts = ", ".join(f"{key}: {length}" for key, length in lengths.items())
            yield keys[0], f"Expected lists of equal length, but received {counts}"

    def _feed_errors(self) -> Iterator[tuple[str, str]]:
        for name in self.feeds_formats:
            if name not in FEED_FORMATS:
                yield "feeds_formats", f"'{name}' is no feed format: {', '.join(FEED_FORMATS)}"
        kinds = ("index", "categories", "tags", "series", "authors", *self.taxonomies)
        for kind in self.feeds_for:
            if kind not in kinds:
                yield "feeds_for", f"'{kind}' has no feeds: {', '.join(kinds)}"


def resolve_path(text: str, blog_dir: str) -> str:
    """Return the path `text`, which may use `{blog}`, below the docs folder.

    Returns:
        The path without slashes at its ends; empty for the docs folder itself.

    Raises:
        PathError: the path leads outside of the docs folder.
    """
    path = posixpath.normpath(text.replace("{blog}", blog_dir).strip("/") or ".")
    return "" if path == "." else safe_path(path).strip("/")


def make_settings(
    options: BlogOptions,
    *,
    now: datetime,
    locale: Locale,
    directory_urls: bool = True,
    first: bool = True,
    serving: bool = False,
) -> Settings:
    """Return the frozen settings for one build.

    Args:
        options: Validated options.
        now: The instant of the build, aware.
        locale: Gives headings their words.
        directory_urls: MkDocs' `use_directory_urls`.
        first: Whether this is the site's first blog.
        serving: Whether the site is built for `mkdocs serve`.
    """
    blog = options.blog_dir
    translate = locale.gettext
    return Settings(
        blog_dir=resolve_path(blog, blog),
        first=first,
        directory_urls=directory_urls,
        locale=locale.tag.replace("-", "_"),
        toc=options.blog_toc,
        posts=_post_settings(options),
        excerpt=_excerpt_settings(options),
        archive=_archive_settings(options, translate),
        taxonomies=tuple(_taxonomies(options, translate)),
        authors_file=resolve_path(options.authors_file, blog),
        terms_file=resolve_path(options.terms_file, blog),
        authors_unknown=SEVERITIES[options.authors_unknown],
        authors_email=options.authors_email,
        drafts=DraftSettings(
            now=now,
            show_all=options.draft or (serving and options.draft_on_serve),
            if_future_date=options.draft_if_future_date,
        ),
        pagination=_pagination(options, "", options),
        pagination_url_format=options.pagination_url_format,
        pagination_format=options.pagination_format,
        pagination_if_single_page=options.pagination_if_single_page,
        pagination_keep_content=options.pagination_keep_content,
        feeds=_feed_settings(options),
        metadata=options.metadata,
        redirects=options.redirects,
        nav=options.nav,
        views_in_search=options.views_in_search,
        tags_pages=options.tags_pages,
        stylesheet=options.stylesheet,
        index_title=translate("Blog"),
    )


def _post_settings(options: BlogOptions) -> PostSettings:
    return PostSettings(
        folder=resolve_path(options.post_dir, options.blog_dir),
        include=GitIgnoreSpec.from_lines(options.post_include).match_file,
        timezone=ZoneInfo(options.timezone),
        url_format=options.post_url_format,
        url_date_format=options.post_url_date_format,
        url_max_categories=options.post_url_max_categories,
        slugify=options.post_slugify,
        slugify_separator=options.post_slugify_separator,
        date_format=options.post_date_format,
        date_from_git=options.post_date_from_git,
        reading_time=options.post_readtime,
        words_per_minute=options.post_readtime_words_per_minute,
        byline=options.post_byline,
        footer=options.post_footer,
        title=options.post_title,
        related=options.related,
    )


def _excerpt_settings(options: BlogOptions) -> ExcerptSettings:
    separators = dict.fromkeys((options.post_excerpt_separator, *options.post_excerpt_separators))
    return ExcerptSettings(
        mode=options.post_excerpt,
        separators=tuple(separators),
        words=options.post_excerpt_words,
        max_authors=options.post_excerpt_max_authors,
        max_categories=options.post_excerpt_max_categories,
    )


def _archive_settings(options: BlogOptions, translate: Callable[[str], str]) -> ArchiveSettings:
    levels = zip(
        _levels(options.archive_date_format),
        _levels(options.archive_url_date_format),
        _levels(options.archive_url_format),
        strict=True,
    )
    return ArchiveSettings(
        enabled=options.archive,
        name=_own_name(options.archive_name) or translate("Archive"),
        levels=tuple(
            ArchiveLevel(date_format=title, url_date_format=date, url_format=url)
            for title, date, url in levels
        ),
        index=options.archive_index,
        pagination=_pagination(options, "archive_", options),
        toc=_inherit(options.archive_toc, options.blog_toc),
    )


def _levels(value: str | list[str]) -> list[str]:
    return value if isinstance(value, list) else [value]


def _taxonomies(
    options: BlogOptions, translate: Callable[[str], str]
) -> Iterator[TaxonomySettings]:
    """Yield the taxonomies in the order in which pages show them."""
    yield _taxonomy(options, "categories", "category", translate("Categories"))
    yield _taxonomy(options, "tags", "tag", translate("Tags"), split=options.post_tags_split)
    yield _taxonomy(options, "series", "series", translate("Series"), ordered=True)
    yield _authors(options, translate("Authors"))
    for key, own in options.taxonomies.items():
        unprefixed = {f"{key}_{name}": value for name, value in own.items()}
        unprefixed[f"{key}_url_format"] = own["url_format"] or f"{own.singular or key}/{{slug}}"
        yield _taxonomy(
            options,
            key,
            own.singular or key,
            key.replace("_", " ").capitalize(),
            values=unprefixed | {key: own.enabled},
        )


def _taxonomy(
    options: BlogOptions,
    key: str,
    singular: str,
    name: str,
    *,
    values: Mapping[str, Any] | None = None,
    ordered: bool = False,
    split: str = "comma",
) -> TaxonomySettings:
    family = options if values is None else values
    return TaxonomySettings(
        key=key,
        singular=singular,
        name=_own_name(family[f"{key}_name"]) or name,
        url_format=family[f"{key}_url_format"],
        slugify=family[f"{key}_slugify"],
        separator=family[f"{key}_slugify_separator"],
        enabled=family[key],
        index=family[f"{key}_index"],
        sort_by=family[f"{key}_sort_by"],
        sort_reverse=family[f"{key}_sort_reverse"],
        allowed=tuple(str(allowed) for allowed in family[f"{key}_allowed"]),
        unknown=SEVERITIES[family[f"{key}_unknown"]],
        pagination=_pagination(family, f"{key}_", options),
        toc=_inherit(family[f"{key}_toc"], options.blog_toc),
        hierarchy=family[f"{key}_hierarchy_separator"] if family[f"{key}_hierarchy"] else "",
        ordered=ordered,
        split=split,  # type: ignore[arg-type]
    )


def _authors(options: BlogOptions, name: str) -> TaxonomySettings:
    return TaxonomySettings(
        key="authors",
        singular="author",
        name=_own_name(options.authors_profiles_name) or name,
        url_format=options.authors_profiles_url_format,
        slugify=slugify(case="lower"),
        enabled=options.authors and options.authors_profiles,
        index=options.authors_index,
        pagination=_pagination(options, "authors_profiles_", options),
        toc=_inherit(options.authors_profiles_toc, options.blog_toc),
    )


def _own_name(name: str | None) -> str:
    """Return a heading the user wrote; Material's own `blog.…` keys mean the translated default."""
    return "" if name is None or name.startswith("blog.") else name


def _pagination(family: Mapping[str, Any], prefix: str, options: BlogOptions) -> PaginationSettings:
    return PaginationSettings(
        enabled=_inherit(family[f"{prefix}pagination"], options.pagination),
        per_page=_inherit(family[f"{prefix}pagination_per_page"], options.pagination_per_page),
    )


def _inherit(value: Any, default: Any) -> Any:
    return default if value is None else value


def _feed_settings(options: BlogOptions) -> FeedSettings:
    formats = options.feeds_formats
    if isinstance(formats, list):
        formats = dict.fromkeys(formats)
    return FeedSettings(
        enabled=options.feeds,
        formats={name: path and safe_path(path) for name, path in formats.items()},
        kinds=tuple(options.feeds_for),
        full=options.feeds_content == "full",
        length=options.feeds_length,
        configured=options.feeds_configured,
    )


def overlaps(blogs: Sequence[BlogOptions]) -> list[str]:
    """Return a line for every two blogs of one site that would read the same posts.

    A blog at the site's root holds all others; of it only the posts folder counts.
    """
    lines = []
    for one, other in itertools.combinations(blogs, 2):
        for key in ("blog_dir", "post_dir"):
            folders = [resolve_path(blog[key], blog.blog_dir) for blog in (one, other)]
            same = folders[0] == folders[1]
            if same or (all(folders) and _is_nested(*folders)):
                lines.append(f"two blogs overlap: {key} '{folders[0]}' and '{folders[1]}'")
    return lines


def _is_nested(one: str, other: str) -> bool:
    return f"{one}/".startswith(f"{other}/") or f"{other}/".startswith(f"{one}/")
