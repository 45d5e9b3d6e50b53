"""Authors of other systems, as an authors file of ours."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from mkdocs_blog_plugin.convert.values import text_of
from mkdocs_blog_plugin.posts.fields import Fields
from mkdocs_blog_plugin.posts.networks import NETWORKS
from mkdocs_blog_plugin.posts.profile import read_profile
from mkdocs_blog_plugin.problems import Problems
from mkdocs_blog_plugin.urls.paths import is_bare_host

_LINK = re.compile(r"\(?\[(?P<text>[^\[\]]+)\]\((?P<url>[^\s()]+)\)\)?")
_KEYS: Final[Mapping[str, str]] = {
    "name": "name", "display_name": "name", "fullname": "name", "full_name": "name",
    "description": "description", "bio": "description", "about": "description",
    "avatar": "avatar", "image": "avatar", "image_url": "avatar", "imageurl": "avatar",
    "picture": "avatar", "photo": "avatar",
    "email": "email", "mail": "email", "url": "url", "uri": "url", "site": "url", "web": "url",
    "homepage": "url", "website": "url", "link": "url", "title": "title", "role": "title",
}  # fmt: skip


def read_authors(value: object) -> dict[str, dict[str, Any]]:
    """Return authors by id, read from a map by id or from a list of maps; each has a name."""
    entries: list[tuple[str, Any]] = []
    if isinstance(value, Mapping):
        entries = [(str(key), item) for key, item in value.items()]
    elif isinstance(value, list):
        entries = [
            (text_of(item.get("id") or item.get("username") or item.get("name")), item)
            for item in value
            if isinstance(item, Mapping)
        ]
    return {
        key: author(key, item) for key, item in entries if key and isinstance(item, Mapping | str)
    }


def author(key: str, entry: Mapping[str, Any] | str) -> dict[str, Any]:
    """Return one author in our terms; a bare text is a name."""
    if isinstance(entry, str):
        return {"name": entry.strip() or key}
    found: dict[str, Any] = {}
    for name, value in entry.items():
        ours = _KEYS.get(str(name).lower())
        if str(name).lower() in (*NETWORKS, "socials", "links", "fediverse", "orcid") and value:
            found[str(name).lower()] = value
            continue
        text = text_of(value)
        if ours and text:
            found.setdefault(ours, text)
    return {"name": key, **found}


def authors_of(meta: Mapping[str, Any], *keys: str) -> list[Any]:
    """Return the authors that front matter names under `keys`: ids, names, or maps with a name."""
    found: list[Any] = []
    for key in keys:
        value = meta.get(key)
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, Mapping):
                kept = {name: text_of(item.get(name)) for name in ("name", "email", "url")}
                author = {name: text for name, text in kept.items() if text}
                found += [author] if "name" in author else []
            else:
                found += [entry for entry in _in_markdown(text_of(item)) if entry not in found]
    return found


def _in_markdown(text: str) -> list[Any]:
    """Return the authors that a text names: each link in it is one, or that of the name before it."""
    links = list(_LINK.finditer(text))
    rest = _LINK.sub("", text).strip()
    if not links or not text:
        return [text] if text else []
    if not re.sub(r"[\s,;&]|\band\b", "", rest):
        return [{"name": found["text"], "url": found["url"]} for found in links]
    if len(links) == 1:
        return [{"name": rest, "url": links[0]["url"]}]
    return [_LINK.sub(lambda found: found["text"], text).strip()]


def with_scheme(entry: Mapping[str, Any]) -> dict[str, Any]:
    """Return an author whose `url` has the scheme that it lacks."""
    url = text_of(entry.get("url"))
    return {**entry, "url": f"https://{url}"} if is_bare_host(url) else dict(entry)


def usable(entry: Mapping[str, Any]) -> dict[str, Any]:
    """Return the attributes of an author that our authors file reads without a problem."""
    kept: dict[str, Any] = {}
    for key, value in with_scheme(entry).items():
        problems = Problems()
        fields = Fields.of({"name": "x", key: value}, path="", lines={}, problems=problems)
        read_profile(fields, key="x", known=True)
        if not len(problems):
            kept[key] = value
    return kept
