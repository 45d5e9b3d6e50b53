"""Validated options to frozen settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from pathspec.gitignore import GitIgnoreSpec
from pymdownx.slugs import slugify

from mkdocs_blog_plugin.config.values import (
    SEVERITIES,
    levels,
    resolve_path,
    taxonomy_url_format,
)
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
from mkdocs_blog_plugin.urls.paths import safe_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import datetime

    from mkdocs_blog_plugin.config.options import BlogOptions
    from mkdocs_blog_plugin.render.locale import Locale


def make_settings(
    options: BlogOptions,
    *,
    now: datetime,
    locale: Locale,
    directory_urls: bool = True,
    templates: bool = False,
    blogs: Sequence[BlogOptions] = (),
    serving: bool = False,
) -> Settings:
    """Return the frozen settings for one build.

    Args:
        options: Validated options.
        now: The instant of the build, aware.
        locale: Gives headings their words.
        directory_urls: MkDocs' `use_directory_urls`.
        templates: Whether another plugin runs templates in the text of posts.
        blogs: The options of all blogs of the site, in the order of mkdocs.yml.
        serving: Whether the site is built for `mkdocs serve`.
    """
    blog = options.blog_dir
    translate = locale.gettext
    return Settings(
        blog_dir=resolve_path(blog, blog),
        first=not blogs or blogs[0] is options,
        others=tuple(
            resolve_path(other.blog_dir, other.blog_dir) for other in blogs if other is not options
        ),
        directory_urls=directory_urls,
        templates=templates,
        locale=locale.tag.replace("-", "_"),
        toc=options.blog_toc,
        posts=_post_settings(options),
        excerpt=_excerpt_settings(options),
        archive=_archive_settings(options, translate),
        taxonomies=tuple(_taxonomies(options, translate)),
        authors_file=resolve_path(options.authors_file, blog),
        terms_file=resolve_path(options.terms_file, blog),
        authors=options.authors,
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
        export=options.export,
        metadata=options.metadata,
        redirects=options.redirects,
        nav=options.nav,  # type: ignore[arg-type] # checked by MkDocs
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
        title=options.post_title,  # type: ignore[arg-type] # checked by MkDocs
        related=options.related,
    )


def _excerpt_settings(options: BlogOptions) -> ExcerptSettings:
    separators = dict.fromkeys((options.post_excerpt_separator, *options.post_excerpt_separators))
    return ExcerptSettings(
        mode=options.post_excerpt,  # type: ignore[arg-type] # checked by MkDocs
        separators=tuple(separators),
        words=options.post_excerpt_words,
        max_authors=options.post_excerpt_max_authors,
        max_categories=options.post_excerpt_max_categories,
    )


def _archive_settings(options: BlogOptions, translate: Callable[[str], str]) -> ArchiveSettings:
    periods = zip(
        levels(options.archive_date_format),
        levels(options.archive_url_date_format),
        levels(options.archive_url_format),
        strict=True,
    )
    return ArchiveSettings(
        enabled=options.archive,
        name=_own_name(options.archive_name) or translate("Archive"),
        levels=tuple(
            ArchiveLevel(date_format=title, url_date_format=date, url_format=url)
            for title, date, url in periods
        ),
        index=options.archive_index,
        pagination=_pagination(options, "archive_", options),
        toc=_inherit(options.archive_toc, options.blog_toc),
    )


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
        unprefixed[f"{key}_url_format"] = taxonomy_url_format(key, own)
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
    given: Any = options.feeds_formats
    paths = given if isinstance(given, dict) else dict.fromkeys(given)
    return FeedSettings(
        enabled=options.feeds,
        formats={name: path and safe_path(path) for name, path in paths.items()},
        kinds=tuple(options.feeds_for),
        full=options.feeds_content == "full",
        length=options.feeds_length,
        configured=any(key.startswith("feeds") for key in options.written),
    )
