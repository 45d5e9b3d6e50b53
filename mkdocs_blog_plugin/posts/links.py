"""The links of front matter: further reading, the original of a post, and the page that it is about."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.posts.keys import KEYS
from mkdocs_blog_plugin.posts.post import Link
from mkdocs_blog_plugin.posts.values import as_text
from mkdocs_blog_plugin.text import one_line
from mkdocs_blog_plugin.urls.paths import is_safe_url

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_blog_plugin.posts.fields import Fields

_LANGUAGE = "the code of a language such as 'de' or 'pt-BR'"
_LANGUAGE_TAG = re.compile(r"[a-z]{1,8}(-[a-z0-9]{1,8})*", re.IGNORECASE)
_ENTRIES = "a list of entries such as '- page.md#anchor' or '- Title: page.md'"


def read_links(fields: Fields) -> tuple[Link, ...]:
    """Return the entries of `links`, in the syntax of MkDocs' `nav`: nested, with or without titles."""
    for key, value in fields.present("links"):
        if isinstance(value, list | Mapping):
            return tuple(_links(fields, key, value))
        fields.report_invalid(key, value, _ENTRIES)
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
        fields.report_invalid(key, target, _ENTRIES)


def read_canonical_url(fields: Fields) -> str:
    """Return the URL at which a post was published first; empty without one."""
    return _web_url(fields, *KEYS["canonical_url"])


def read_external_url(fields: Fields) -> str:
    """Return the URL to which the title of a post leads in lists; empty for the post itself."""
    return _web_url(fields, *KEYS["external_url"])


def read_language(fields: Fields) -> str:
    """Return the code of the language of a post, with hyphens; empty for that of the site."""
    return language_tag(fields.valid_text(*KEYS["lang"], is_valid=language_tag, expected=_LANGUAGE))


def language_tag(text: str) -> str:
    """Return `text`, such as `pt_BR`, in the form of BCP 47; empty if it is not the code of a language."""
    tag = text.replace("_", "-")
    return tag if _LANGUAGE_TAG.fullmatch(tag) else ""


def read_hreflang(fields: Fields) -> dict[str, str]:
    """Return the URLs of a post in other languages, by the code of the language."""
    for key, value in fields.present("hreflang"):
        if isinstance(value, Mapping):
            inner = fields.inside(key, value)
            return dict(_translations(inner, map(str, value)))
        fields.report_invalid(key, value, "a map such as '{de: https://example.org/de/post/}'")
    return {}


def _translations(fields: Fields, codes: Iterable[str]) -> Iterator[tuple[str, str]]:
    for code in codes:
        if not (tag := language_tag(code)):
            fields.report_invalid(code, code, _LANGUAGE)
        elif url := _web_url(fields, code):
            yield tag, url


def _web_url(fields: Fields, *keys: str) -> str:
    return fields.valid_text(*keys, is_valid=_is_web_url, expected="an absolute http(s) URL")


def _is_web_url(url: str) -> bool:
    return url.startswith(("http://", "https://")) and is_safe_url(url)
