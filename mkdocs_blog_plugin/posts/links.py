"""A post's `links`: the syntax of MkDocs' `nav`, with anchors, as Material reads it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.posts.post import Link
from mkdocs_blog_plugin.posts.values import as_text
from mkdocs_blog_plugin.text import one_line
from mkdocs_blog_plugin.urls.paths import is_safe_url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_blog_plugin.posts.fields import Fields

_EXPECTED = "a list of entries such as '- page.md#anchor' or '- Title: page.md'"


def read_links(fields: Fields) -> tuple[Link, ...]:
    """Return the links of a page: nested, with or without titles."""
    for key, value in fields.present("links"):
        if isinstance(value, list | Mapping):
            return tuple(_links(fields, key, value))
        fields.report_invalid(key, value, _EXPECTED)
    return ()


def _links(fields: Fields, key: str, value: object) -> Iterator[Link]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, Mapping):
            for title, target in item.items():
                yield from _entry(fields, key, one_line(str(title)), target)
        else:
            yield from _entry(fields, key, "", item)


def _entry(fields: Fields, key: str, title: str, target: object) -> Iterator[Link]:
    """Yield a link, or a section if the target is a list or map; report anything else."""
    url = as_text(target)
    if title and isinstance(target, list | Mapping):
        yield Link(title=title, children=tuple(_links(fields, key, target)))
    elif url and is_safe_url(url):
        yield Link(title=title, url=url)
    else:
        fields.report_invalid(key, target, _EXPECTED)
