"""Validated options to frozen settings.

An option whose name is also the name of a settings field is taken over as it is; only what has to
be resolved, translated or inherited is spelt out here.
"""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeVar
from zoneinfo import ZoneInfo

from pathspec.gitignore import GitIgnoreSpec
from pymdownx.slugs import slugify

from mkdocs_blog_plugin.config.values import (
    SEVERITIES,
    as_list,
    resolve_path,
    taxonomy_url_format,
)
from mkdocs_blog_plugin.settings import (
    AUTHORS,
    CATEGORIES,
    SERIES,
    TAGS,
    TAXONOMIES,
    ArchiveLevel,
    ArchiveSettings,
    CardSettings,
    DraftSettings,
    ExcerptSettings,
    FeedSettings,
    PaginationSettings,
    PostSettings,
    ReleaseSettings,
    Settings,
    TaxonomySettings,
)
from mkdocs_blog_plugin.urls.paths import safe_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import datetime

    from _typeshed import DataclassInstance

    from mkdocs_blog_plugin.config.options import BlogOptions
    from mkdocs_blog_plugin.render.locale import Locale

_T = TypeVar("_T", bound="DataclassInstance")


def to_settings(
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
    return _fill(
        Settings,
        options,
        blog_dir=_folder(options, "blog_dir"),
        first=not blogs or blogs[0] is options,
        others=tuple(
            dict.fromkeys(
                _folder(other, option)
                for option in ("blog_dir", "post_dir")
                for other in blogs
                if other is not options
            )
        ),
        written=options.written,
        directory_urls=directory_urls,
        serving=serving,
        templates=templates,
        locale=locale.tag.replace("-", "_"),
        timezone=ZoneInfo(options.timezone),
        posts=_post_settings(options),
        excerpt=_excerpt_settings(options),
        archive=_archive_settings(options, translate),
        taxonomies=tuple(_taxonomies(options, translate)),
        authors_file=resolve_path(options.authors_file, blog),
        keys_misspelt=SEVERITIES[options.keys_misspelt],
        authors_unknown=SEVERITIES[options.authors_unknown],
        terms_file=resolve_path(options.terms_file, blog),
        drafts=_fill(
            DraftSettings,
            _family(options, "draft_"),
            now=now,
            show_all=options.draft or (serving and options.draft_on_serve),
        ),
        pagination=PaginationSettings(
            enabled=options.pagination, per_page=options.pagination_per_page
        ),
        feeds=_feed_settings(options),
        releases=ReleaseSettings(
            file=options.releases_file or "",
            title=options.releases_title,
            categories=tuple(options.releases_categories),
            authors=tuple(options.releases_authors),
        ),
        cards=_card_settings(options),
        image_default=options.image_default or "",
        home_url=options.home_url or "",
        webmention=options.webmention or "",
        micropub=options.micropub or "",
        index_title=translate("Blog"),
        related_by=tuple(options.related_by),
        sitemap_exclude=tuple(options.sitemap_exclude),
    )


def _folder(options: BlogOptions, option: str) -> str:
    """Return the folder that an option names, from the docs folder."""
    return resolve_path(options[option], options.blog_dir)


def _fill(settings: type[_T], options: Mapping[str, Any], **others: Any) -> _T:
    """Return settings whose fields hold the options of the same names, and `others`."""
    same = {field.name: options[field.name] for field in fields(settings) if field.name in options}
    return settings(**{**same, **others})


def _family(options: Mapping[str, Any], prefix: str) -> dict[str, Any]:
    """Return the options that begin with `prefix`, without it."""
    return {
        key.removeprefix(prefix): value for key, value in options.items() if key.startswith(prefix)
    }


def _post_settings(options: BlogOptions) -> PostSettings:
    return _fill(
        PostSettings,
        _family(options, "post_"),
        dir=resolve_path(options.post_dir, options.blog_dir),
        cover_widths=tuple(sorted(options.post_cover_widths)),
        include=GitIgnoreSpec.from_lines(options.post_include).match_file,
        defaults=_defaults(options.post_defaults),
        **{f"{name}_keys": tuple(keys) for name, keys in options.post_date_keys.items()},
    )


def _defaults(value: Any) -> Callable[[str], Mapping[str, object]]:
    """Return a function from a `src_uri` to its front matter of `post_defaults`; the last match wins."""
    entries = value if isinstance(value, list) else [{"path": "*", "values": value}]
    specs = [
        (GitIgnoreSpec.from_lines([entry["path"]]), entry["values"]) for entry in entries if value
    ]

    def defaults(src_uri: str) -> dict[str, object]:
        found: dict[str, object] = {}
        for spec, values in specs:
            if spec.match_file(src_uri):
                found |= {str(key): value for key, value in values.items()}
        return found

    return defaults


def _excerpt_settings(options: BlogOptions) -> ExcerptSettings:
    separators = dict.fromkeys((options.post_excerpt_separator, *options.post_excerpt_separators))
    return _fill(
        ExcerptSettings,
        _family(options, "post_excerpt_"),
        mode=options.post_excerpt,
        separators=tuple(separators),
    )


def _archive_settings(options: BlogOptions, translate: Callable[[str], str]) -> ArchiveSettings:
    periods = zip(
        as_list(options.archive_date_format),
        as_list(options.archive_url_date_format),
        as_list(options.archive_url_format),
        strict=True,
    )
    family = _family(options, "archive_")
    return _fill(
        ArchiveSettings,
        family,
        enabled=options.archive,
        name=_own_name(options.archive_name) or translate("Archive"),
        levels=tuple(
            ArchiveLevel(date_format=title, url_date_format=date, url_format=url)
            for title, date, url in periods
        ),
        **_inherited(family, options),
    )


def _taxonomies(
    options: BlogOptions, translate: Callable[[str], str]
) -> Iterator[TaxonomySettings]:
    """Yield the taxonomies in the order in which pages show them."""
    yield _taxonomy(options, CATEGORIES, translate("Categories"))
    yield _taxonomy(options, TAGS, translate("Tags"), split=options.post_tags_split)
    yield _taxonomy(options, SERIES, translate("Series"), ordered=True)
    yield _authors(options, translate("Authors"))
    for key, own in options.taxonomies.items():
        name = key.replace("_", " ").capitalize()
        url_format = taxonomy_url_format(key, own)
        family = {**own, "url_format": url_format}
        yield _taxonomy(options, key, name, singular=own.singular or key, family=family)


def _taxonomy(
    options: BlogOptions,
    key: str,
    name: str,
    *,
    singular: str = "",
    family: Mapping[str, Any] | None = None,
    **others: Any,
) -> TaxonomySettings:
    """Return the settings of the taxonomy `key`, from the options of its own `family` if it has one."""
    if family is None:
        family = {**_family(options, f"{key}_"), "enabled": options[key]}
    return _fill(
        TaxonomySettings,
        family,
        key=key,
        singular=singular or TAXONOMIES[key],
        name=_own_name(family["name"]) or name,
        allowed=tuple(map(str, family["allowed"])),
        unknown=SEVERITIES[family["unknown"]],
        hierarchy=family["hierarchy_separator"] if family["hierarchy"] else "",
        **_inherited(family, options),
        **others,
    )


def _authors(options: BlogOptions, name: str) -> TaxonomySettings:
    family = _family(options, "authors_profiles_")
    return _fill(
        TaxonomySettings,
        family,
        key=AUTHORS,
        singular=TAXONOMIES[AUTHORS],
        name=_own_name(options.authors_profiles_name) or name,
        slugify=slugify(case="lower"),
        enabled=options.authors and options.authors_profiles,
        index=options.authors_index,
        **_inherited(family, options),
    )


def _own_name(name: str | None) -> str:
    """Return a heading the user wrote; Material's own `blog.…` keys mean the translated default."""
    return "" if name is None or name.startswith("blog.") else name


def _inherited(family: Mapping[str, Any], options: BlogOptions) -> dict[str, Any]:
    """Return those settings of a family of views that fall back on the options of the whole blog."""
    return {
        "pagination": PaginationSettings(
            enabled=_first(family["pagination"], options.pagination),
            per_page=_first(family["pagination_per_page"], options.pagination_per_page),
        ),
        "toc": _first(family["toc"], options.blog_toc),
        "layout": _first(family["layout"], options.layout),
    }


def _first(value: Any, default: Any) -> Any:
    return default if value is None else value


def _card_settings(options: BlogOptions) -> CardSettings:
    family = {key: value for key, value in _family(options, "cards_").items() if value}
    return _fill(
        CardSettings, family, enabled=options.cards, font=tuple(as_list(options.cards_font or []))
    )


def _feed_settings(options: BlogOptions) -> FeedSettings:
    given: Any = options.feeds_formats
    paths = given if isinstance(given, dict) else dict.fromkeys(given)
    return _fill(
        FeedSettings,
        _family(options, "feeds_"),
        enabled=options.feeds,
        formats={name: path and safe_path(path) for name, path in paths.items()},
        kinds=tuple(options.feeds_for),
        hub=options.feeds_hub or "",
        full=options.feeds_content == "full",
    )
