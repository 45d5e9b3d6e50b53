"""Problems with options that the types of their values cannot find."""

from __future__ import annotations

import itertools
import posixpath
import re
from datetime import UTC, datetime
from reprlib import repr as short
from typing import TYPE_CHECKING, Any, TypeAlias

from mkdocs.utils import is_markdown_file
from pathspec.gitignore import GitIgnoreSpec

from mkdocs_blog_plugin.config.values import (
    FEED_FORMATS,
    as_list,
    resolve_path,
    taxonomy_url_format,
)
from mkdocs_blog_plugin.own_code import failure, place_of
from mkdocs_blog_plugin.settings import CATEGORIES, SERIES, TAGS, TAXONOMIES
from mkdocs_blog_plugin.urls.dates import format_date, misread_letters
from mkdocs_blog_plugin.urls.paths import PathError, safe_path
from mkdocs_blog_plugin.urls.permalink import PatternError, compile_pattern
from mkdocs_blog_plugin.urls.tokens import PAGE_TOKENS, PERIOD_TOKENS, POST_TOKENS, TERM_TOKENS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    Options: TypeAlias = Mapping[str, Any]
    Tokens: TypeAlias = Mapping[str, Callable[[Any], str]]

RELEASE_TOKENS = ("site_name", "version")
"""Tokens of `releases_title`."""

SOME_DAY = datetime(2017, 11, 3, tzinfo=UTC)
"""Any day: to try patterns on."""
DATE_PATTERNS = (
    "post_date_format",
    "post_url_date_format",
    "archive_date_format",
    "archive_url_date_format",
)


def check_values(options: Options) -> Iterator[tuple[str, str]]:
    """Yield errors that the types of the options do not find."""
    yield from _path_errors(options)
    yield from _pattern_errors(options)
    yield from _date_errors(options)
    yield from _slugify_errors(options)
    yield from _include_errors(options)
    yield from _default_errors(options)
    yield from _date_key_errors(options)
    yield from _archive_errors(options)
    yield from _feed_format_errors(options)
    yield from _kind_errors(options)
    yield from _feed_path_errors(options["feeds_formats"])
    yield from _title_errors(options)
    yield from _taxonomy_errors(options["taxonomies"])


def doubtful_values(options: Options) -> Iterator[tuple[str, str]]:
    """Yield valid values that hardly mean what was intended."""
    for key in DATE_PATTERNS:
        for pattern in as_list(options[key]):
            for found, meant in misread_letters(pattern):
                yield key, f"'{found}' in '{pattern}' has another meaning; did you mean '{meant}'?"
    for key, own in options["taxonomies"].items():
        for name, hint in own.misspelt().items():
            yield "taxonomies", f"Unrecognised configuration name: {key}.{name} ({hint})"


def _path_errors(options: Options) -> Iterator[tuple[str, str]]:
    for key in ("blog_dir", "post_dir", "authors_file", "terms_file"):
        try:
            resolve_path(options[key], options["blog_dir"])
        except PathError as error:
            yield key, str(error)


def _pattern_errors(options: Options) -> Iterator[tuple[str, str]]:
    """Yield URL patterns with tokens that their pages do not have."""
    patterns: list[tuple[str, str, Tokens]] = [
        ("post_url_format", options["post_url_format"], POST_TOKENS),
        ("authors_profiles_url_format", options["authors_profiles_url_format"], TERM_TOKENS),
        ("pagination_url_format", options["pagination_url_format"], PAGE_TOKENS),
    ]
    patterns += [
        (f"{key}_url_format", options[f"{key}_url_format"], TERM_TOKENS)
        for key in (CATEGORIES, TAGS, SERIES)
    ]
    patterns += [
        (f"taxonomies.{key}", taxonomy_url_format(key, own), TERM_TOKENS)
        for key, own in options["taxonomies"].items()
    ]
    patterns += [
        ("archive_url_format", url_format, PERIOD_TOKENS)
        for url_format in as_list(options["archive_url_format"])
    ]
    for key, pattern, tokens in patterns:
        try:
            compile_pattern(pattern, tokens=tokens)
        except PatternError as error:
            yield key, str(error)


def _taxonomy_errors(taxonomies: Mapping[str, Options]) -> Iterator[tuple[str, str]]:
    """Yield own taxonomies that are those of every blog, or are read from a key of another one."""
    owners = {name.lower(): key for key, singular in TAXONOMIES.items() for name in (key, singular)}
    for key, own in taxonomies.items():
        if not key.strip():
            yield "taxonomies", "a taxonomy has an empty name (a key of front matter)"
            continue
        if key in TAXONOMIES:
            message = f"'{key}' is a taxonomy of every blog: use the options '{key}_…'"
            yield "taxonomies", message
            continue
        for name in dict.fromkeys((key, own["singular"] or key)):
            owner = owners.setdefault(name.lower(), key)
            if owner != key:
                message = (
                    f"the key '{name}' of front matter belongs to '{owner}' (a key of its own)"
                )
                yield f"taxonomies.{key}", message


def _date_errors(options: Options) -> Iterator[tuple[str, str]]:
    """Yield patterns that Babel cannot write a date with."""
    for key in DATE_PATTERNS:
        for pattern in as_list(options[key]):
            try:
                format_date(SOME_DAY, pattern, "en")
            except (KeyError, ValueError):
                yield key, f"'{pattern}' is not a date pattern: 'long', or letters as in 'yyyy/MM'"


def _date_key_errors(options: Options) -> Iterator[tuple[str, str]]:
    for name, keys in options["post_date_keys"].items():
        if name not in ("created", "updated"):
            yield "post_date_keys", f"Expected 'created' or 'updated', but received: {name}"
        elif not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
            yield "post_date_keys", f"Expected a list of keys for '{name}', but received: {keys}"


def _default_errors(options: Options) -> Iterator[tuple[str, str]]:
    given = options["post_defaults"]
    for entry in given if isinstance(given, list) else ():
        is_whole = isinstance(entry, dict) and entry.keys() == {"path", "values"}
        if not is_whole or not isinstance(entry["path"], str):
            yield "post_defaults", f"Expected maps with 'path' and 'values', but received: {entry}"
        elif not isinstance(entry["values"], dict):
            yield "post_defaults", f"Expected a map of front matter for '{entry['path']}'"
        elif not _is_file_pattern(entry["path"]):
            yield "post_defaults", _not_a_file_pattern(entry["path"])


def _include_errors(options: Options) -> Iterator[tuple[str, str]]:
    for pattern in options["post_include"]:
        if not _is_file_pattern(pattern):
            yield "post_include", _not_a_file_pattern(pattern)


def _is_file_pattern(text: str) -> bool:
    try:
        GitIgnoreSpec.from_lines([text])
    except ValueError:
        return False
    return True


def _not_a_file_pattern(text: str) -> str:
    return f"Expected a pattern as in 'exclude_docs', but received: {text}"


def _slugify_errors(options: Options) -> Iterator[tuple[str, str]]:
    """Yield functions that cannot make a slug from a text."""
    functions = [
        (f"{key}_slugify", options[f"{key}_slugify"], options[f"{key}_slugify_separator"])
        for key in ("post", CATEGORIES, TAGS, SERIES)
    ]
    functions += [
        (f"taxonomies.{key}", own["slugify"], own["slugify_separator"])
        for key, own in options["taxonomies"].items()
    ]
    for key, slugify, separator in functions:
        try:
            slug = slugify("Some text", separator)
        except Exception as error:  # noqa: BLE001 - it is a function of the user's
            place = place_of(slugify, error)
            found = failure(slugify, error) + (f" ({place.path}:{place.line})" if place else "")
        else:
            found = "" if isinstance(slug, str) else f"got: {short(slug)}"
        if found:
            yield (
                key,
                f"Expected a function that makes a slug from a text and a separator, but {found}",
            )


def _archive_errors(options: Options) -> Iterator[tuple[str, str]]:
    keys = ("archive_date_format", "archive_url_date_format", "archive_url_format")
    lengths = {key: len(as_list(options[key])) for key in keys}
    if len(set(lengths.values())) > 1:
        counts = ", ".join(f"{key}: {length}" for key, length in lengths.items())
        yield keys[0], f"Expected lists of equal length, but received {counts}"


def _feed_path_errors(formats: object) -> Iterator[tuple[str, str]]:
    """Yield paths of feeds that are not paths inside the site, or not their own."""
    paths = [path for path in formats.values() if path] if isinstance(formats, dict) else []
    for path in paths:
        if not isinstance(path, str):
            yield "feeds_formats", f"Expected a path from the site's root, but received: {path}"
            continue
        if paths.count(path) > 1:
            yield "feeds_formats", f"'{path}' is the path of more than one feed"
        try:
            is_folder = safe_path(path).endswith("/")
        except PathError as error:
            yield "feeds_formats", str(error)
            continue
        if is_folder:
            yield "feeds_formats", f"'{path}' is a folder (a file, such as '{path}feed.xml')"
        if is_markdown_file(path):
            name = f"{posixpath.splitext(path)[0]}.xml"
            yield "feeds_formats", f"'{path}' is the source of a page (a file such as '{name}')"


def _feed_format_errors(options: Options) -> Iterator[tuple[str, str]]:
    for name in options["feeds_formats"]:
        if name not in FEED_FORMATS:
            message = f"'{name}' is not a feed format (valid: {', '.join(FEED_FORMATS)})"
            yield "feeds_formats", message


def _kind_errors(options: Options) -> Iterator[tuple[str, str]]:
    """Yield kinds of views that do not exist, or have no feeds."""
    taxonomies = (*TAXONOMIES, *options["taxonomies"])
    for key, kinds, fault in (
        ("feeds_for", ("index", *taxonomies), "has no feeds"),
        ("sitemap_exclude", ("index", "archive", *taxonomies), "is not a kind of view"),
    ):
        for kind in options[key]:
            if kind not in kinds:
                yield key, f"'{kind}' {fault} (valid: {', '.join(kinds)})"


def _title_errors(options: Options) -> Iterator[tuple[str, str]]:
    for name in re.findall(r"\{(.*?)\}", options["releases_title"]):
        if name not in RELEASE_TOKENS:
            valid = ", ".join(f"{{{token}}}" for token in RELEASE_TOKENS)
            yield "releases_title", f"Expected {valid}, but received: {{{name}}}"


def overlaps(blogs: Sequence[Options]) -> list[str]:
    """Return a line for every two folders of different blogs that hold the same posts or views."""
    return [
        f"two blogs overlap: {key} '{_path(blog, key)}' and {other_key} '{_path(other, other_key)}'"
        for blog, other in itertools.combinations(blogs, 2)
        for key, other_key in itertools.product(("blog_dir", "post_dir"), repeat=2)
        if _is_shared(_folder(blog, key), _folder(other, other_key))
    ]


def _path(blog: Options, key: str) -> str:
    """Return a folder of a blog as a path from the docs folder."""
    return resolve_path(blog[key], blog["blog_dir"]) or "."


def _folder(blog: Options, key: str) -> str:
    """Return a folder of a blog with a slash at its end; empty for the docs folder itself.

    A blog at the site's root is beside all others, so its folder is a name that no other has; only
    its posts folder may hold theirs.
    """
    folder = resolve_path(blog[key], blog["blog_dir"])
    if folder:
        return f"{folder}/"
    return "./" if key == "blog_dir" else ""


def _is_shared(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)
