"""The head of a finished page: what the theme has put there, and where the rest goes."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from mkdocs_blog_plugin.html.attributes import read
from mkdocs_blog_plugin.html.markup import TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_JSON_LD = re.compile(r"""<script[^>]*\bapplication/ld\+json\b""", re.IGNORECASE)
_TYPE = re.compile(r'"@type"\s*:\s*"(\w+)"')
_ALTERNATE = "alternate "
"""Begins the keys of links to other forms of the page; their address follows."""


def insert_head(html: str, tags: Mapping[str, str], url: str = "") -> str:
    """Return the page `html` with those of `tags` at the end of its head that it lacks.

    Args:
        html: The whole page; one without head or body stays as it is.
        tags: HTML by key, as `metadata.post_head` and `metadata.view_head` make them.
        url: Absolute URL of the page, from which the links in its head lead.
    """
    present, end = _scan(html, url)
    lacking = [tag for key, tag in tags.items() if key not in present]
    if end is None or not lacking:
        return html
    return "\n".join([html[:end].rstrip(), *lacking, html[end:]])


def _scan(html: str, url: str) -> tuple[set[str], int | None]:
    """Return the keys of the tags in the head of `html`, and where that head ends."""
    present: set[str] = set()
    for token in TOKEN.finditer(html):
        name = token["name"]
        if name is None:
            if _JSON_LD.match(token[0]):
                present.update(_TYPE.findall(token[0]))
            continue
        name = name.lower()
        if name in ("meta", "link") and not token["close"]:
            present |= _keys(name, token["attributes"])
        elif name == "body" or (name == "head" and token["close"]):
            return {_resolved(key, url) for key in present}, token.start()
    return present, None


@lru_cache(maxsize=256)
def _keys(tag: str, inside: str) -> frozenset[str]:
    """Return the key of a tag of the head, as `metadata` names it.

    Most tags of a theme are the same on all pages, so that they are looked at once.
    """
    attributes = dict(read(inside))
    return frozenset(_of_meta(attributes) if tag == "meta" else _of_link(attributes))


def _of_meta(attributes: Mapping[str, str]) -> Iterator[str]:
    """Yield the name; `robots` counts only where it says what ours would say."""
    name = (attributes.get("property") or attributes.get("name", "")).lower()
    if name != "robots" or "noindex" in attributes.get("content", "").lower():
        yield name


def _of_link(attributes: Mapping[str, str]) -> Iterator[str]:
    relations = attributes.get("rel", "").lower().split()
    yield from relations
    if "alternate" in relations:
        yield _ALTERNATE + attributes.get("href", "")


def _resolved(key: str, url: str) -> str:
    """Return `key` with the address in it, if there is one, as it is meant on the page at `url`."""
    if not key.startswith(_ALTERNATE):
        return key
    try:
        return _ALTERNATE + urljoin(url, key.removeprefix(_ALTERNATE))
    except ValueError:  # a broken address in the theme
        return key
