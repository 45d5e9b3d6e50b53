"""When a page of Hugo was published, changed and withdrawn: `frontmatter` of the configuration says by which keys."""

from __future__ import annotations

import posixpath
from datetime import datetime, time
from typing import TYPE_CHECKING, Any, Final

from mkdocs_blog_plugin.convert.values import moment_of, texts_of
from mkdocs_blog_plugin.posts.dates import date_in_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_blog_plugin.convert.hugo.site import HugoSite

_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "date": ("date", "publishdate", "pubdate", "published", "lastmod", "modified"),
    "publishdate": ("publishdate", "pubdate", "published"),
    "lastmod": ("lastmod", "updated", "modified"),
    "expirydate": ("expirydate", "unpublishdate"),
}
"""Keys of front matter by kind of date, in lower case, where the configuration names none."""
_FILE_NAME = ":filename"


def keys_of(site: HugoSite, kind: str) -> list[str]:
    """Return the keys in which a kind of date is looked for, in order; `:filename` among them."""
    keys: list[str] = []
    for key in map(str.lower, texts_of(site.map("frontmatter").get(kind))):
        keys += _KEYS[kind] if key == ":default" else [key]
    return keys or list(_KEYS[kind])


def moment_in(meta: Mapping[str, Any], kind: str, site: HugoSite) -> datetime | None:
    """Return the instant of a kind that front matter names; None without one."""
    found = (moment_of(meta.get(key), site.zone) for key in keys_of(site, kind))
    return next((moment for moment in found if moment and moment.year > 1), None)


def dated(meta: Mapping[str, Any], relative: str, site: HugoSite) -> tuple[datetime | None, str]:
    """Return when a page was published, and the slug that its name gives; it may have neither.

    Args:
        meta: Its front matter, keys in lower case.
        relative: Its path.
        site: Whose configuration says where the date stands, and whose zone a date without one has.
    """
    for key in keys_of(site, "date"):
        if key == _FILE_NAME:
            named = date_in_name(_bare_name(relative))
            if named:
                return datetime.combine(named[0], time(), site.zone), named[1].strip(" -_")
            continue
        moment = moment_of(meta.get(key), site.zone)
        if moment is not None and moment.year > 1:
            return moment, ""
    return None, ""


def _bare_name(relative: str) -> str:
    """Return the name of a page without suffix; in a bundle that of its folder."""
    folder, name = posixpath.split(posixpath.splitext(relative)[0])
    return posixpath.basename(folder) if name == "index" else name
