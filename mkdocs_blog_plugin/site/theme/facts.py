"""Facts that a template may print, as plain data, of which the text says all.

Another plugin may leave any object on a page: then nobody knows what it says to a template.
"""

from __future__ import annotations

from datetime import date, datetime
from types import NoneType
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup
from mkdocs.structure.nav import Link
from mkdocs.structure.toc import AnchorLink

from mkdocs_blog_plugin.site.theme.trust import is_known

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from mkdocs.structure import StructureItem
    from mkdocs.structure.files import File

_SCALARS: Final = frozenset({str, Markup, int, float, bool, NoneType, date, datetime})
_SEPARATE: Final = frozenset(
    {"file", "parent", "children", "previous_page", "next_page", "content", "toc", "meta"}
    | {"markdown", "update_date", "links_to_anchors", "present_anchor_ids"}
    | {"_converter", "_Page__active", "_Section__active"}
)
"""Attributes that are looked at by themselves, or that a template cannot ask for unnoticed."""

_LINK: Final = frozenset({"title", "id", "level", "children", "active"})
"""Attributes of an entry in a table of contents; MkDocs sets the last one by its place."""
_TAGS: Final = "material.plugins.tags."
_OF_FILES: Final = frozenset(
    {"src_uri", "dest_uri", "url", "name", "edit_uri", "use_directory_urls", "generated_by"}
    | {"inclusion", "page", "src_dir", "dest_dir", "_content"}
)
"""Attributes of files that are looked at by themselves, of which some are there once somebody asks."""


class NotPlainError(ValueError):
    """A fact is not plain data."""


def text_of(value: object) -> str:
    """Return `value` as text that differs whenever a template may print something else.

    Raises:
        NotPlainError: it is not plain data.
    """
    _check(value)
    return repr(value)


def item_facts(item: StructureItem) -> tuple[str, dict[str, object]]:
    """Return the facts that a page, section or link knows by itself.

    Raises:
        NotPlainError: its class is another plugin's, and may know anything.
    """
    return _attributes(item, _SEPARATE)


def file_facts(file: File) -> list[object]:
    """Return the facts about the file of a page, but for what is in it.

    Raises:
        NotPlainError: its class is another plugin's, and may know anything.
    """
    place = [file.src_uri, file.dest_uri, file.url, file.abs_src_path, file.name, file.edit_uri]
    kind = [file.use_directory_urls, file.generated_by, file.inclusion.name]
    return [*place, *kind, *_attributes(file, _OF_FILES)]


def as_plain(value: object) -> object:
    """Return `value` with Material's tags and their links as plain data: a tag prints as its name alone."""
    if type(value) is list:
        return list(map(as_plain, value))
    if type(value) is not Link and not type(value).__module__.startswith(_TAGS):
        return value
    kind, found = _attributes(value)
    return [kind, {name: as_plain(part) for name, part in found.items()}]


def link_facts(links: Iterable[AnchorLink]) -> str:
    """Return the entries of a table of contents.

    Raises:
        NotPlainError: another plugin has changed more than their texts.
    """
    return f"[{','.join(map(_link_fact, links))}]"


def _link_fact(link: AnchorLink) -> str:
    if type(link) is not AnchorLink or not vars(link).keys() <= _LINK:
        raise NotPlainError(link)
    return f"{link.title!r} {link.id!r} {link.level} {link_facts(link.children)}"


def _attributes(value: object, but: Collection[str] = frozenset()) -> tuple[str, dict[str, object]]:
    """Return the name of the class of `value`, and its attributes without those of `but`.

    Raises:
        NotPlainError: its class is another plugin's, and may know anything.
    """
    if not is_known(value):
        raise NotPlainError(type(value))
    found = {name: part for name, part in vars(value).items() if name not in but}
    return type(value).__name__, found


def _check(value: Any) -> None:
    kind = type(value)
    if kind in _SCALARS:
        return
    if kind is list or kind is tuple:
        for item in value:
            _check(item)
    elif kind is dict:
        for key, item in value.items():
            _check(key)
            _check(item)
    else:
        raise NotPlainError(kind)
