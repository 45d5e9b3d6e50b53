"""The meaning of the values of options, for the checks and for `to_settings`."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Any, Final

from mkdocs_blog_plugin.problems import Severity
from mkdocs_blog_plugin.urls.paths import safe_path

if TYPE_CHECKING:
    from collections.abc import Mapping

SEVERITIES: Final[Mapping[str, Severity | None]] = {
    "ignore": None,
    "warn": Severity.WARNING,
    "error": Severity.ERROR,
}
"""Severities of an unknown author, category or tag, as options name them."""

FEED_FORMATS = ("rss", "atom", "json")
"""Names of formats in `feeds_formats`."""


def resolve_path(text: str, blog_dir: str) -> str:
    """Return the path `text`, which may use `{blog}`, below the docs folder.

    Returns:
        The path without slashes at its ends; empty for the docs folder itself.

    Raises:
        PathError: the path leads outside of the docs folder.
    """
    path = posixpath.normpath(text.replace("{blog}", blog_dir).strip("/") or ".")
    return "" if path == "." else safe_path(path).strip("/")


def as_list(value: Any) -> list[str]:
    """Return `value`, which may stand alone, as a list."""
    return value if isinstance(value, list) else [value]


def taxonomy_url_format(key: str, own: Mapping[str, Any]) -> str:
    """Return the URL pattern of the terms of one of the user's own taxonomies."""
    return str(own["url_format"] or f"{own['singular'] or key}/{{slug}}")
