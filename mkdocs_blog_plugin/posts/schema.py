"""JSON Schemas (2020-12) of what authors write: front matter, the authors file, the terms file.

They accept the values that our readers accept, and reject those of another type or form. Checks that
need a reader, such as whether a day exists, are left to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from mkdocs_blog_plugin.posts.keys import KEYS
from mkdocs_blog_plugin.posts.networks import NETWORKS
from mkdocs_blog_plugin.posts.profile import AVATAR, HOME
from mkdocs_blog_plugin.posts.values import FLAGS
from mkdocs_blog_plugin.settings import AUTHORS, TAXONOMIES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeAlias

    Schema: TypeAlias = dict[str, Any]

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
LABEL_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    key: tuple(dict.fromkeys((key, singular)))
    for key, singular in TAXONOMIES.items()
    if key != AUTHORS
}
"""The keys of front matter that hold labels, by taxonomy; those of authors hold more than labels."""


def _in_any_case(*words: str) -> str:
    """Return a pattern for `words`, which JSON Schema would read with regard to case."""
    return "|".join("".join(f"[{a.upper()}{a}]" for a in word) for word in words)


def _map_with(*keys: str) -> Schema:
    """Return the schema of a map that has at least one of `keys`, in any case."""
    others = {"not": {"pattern": f"^({_in_any_case(*keys)})$"}}
    return {"type": "object", "not": {"propertyNames": others}}


_SCHEME: Final = r"[A-Za-z][A-Za-z0-9+.\-]*:"
_SAFE: Final = rf"^\s*(?![/\\]{{2}}|(?!({_in_any_case('http', 'https', 'mailto')}):){_SCHEME})"
_DAY: Final = (
    r"^\s*([0-9]{4}[\-/]?[0-9]{1,2}[\-/]?[0-9]{1,2}|([A-Za-z]{3,9},\s+)?"
    r"([0-9]{1,2}\s+[A-Za-z]{3,9}|[A-Za-z]{3,9}\.?\s+[0-9]{1,2})[.,]*\s+[0-9]{4})"
)
_LEADS_OUT: Final = r"\s*\.\.?(/|\s*$)"
_LANGUAGE: Final = r"^\s*[A-Za-z]{1,8}([\-_][A-Za-z0-9]{1,8})*\s*$"

_NOTHING: Final[Mapping[str, Any]] = {
    "anyOf": [{"enum": [None, [], {}]}, {"type": "string", "pattern": r"^\s*$"}]
}
_TEXT: Final[Mapping[str, Any]] = {"type": ["string", "number", "boolean", "null"]}
_MAP: Final[Mapping[str, Any]] = {"type": "object"}
_LIST: Final[Mapping[str, Any]] = {"type": "array"}
_TEXTS: Final[Mapping[str, Any]] = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}
_NUMBER: Final[Mapping[str, Any]] = {
    "anyOf": [
        {"type": "integer", "minimum": -999_999_999, "maximum": 999_999_999},
        {"type": "string", "pattern": r"^\s*-?[0-9]{1,9}\s*$"},
    ]
}
_COUNT: Final[Mapping[str, Any]] = {
    "anyOf": [
        {"type": "integer", "minimum": 0, "maximum": 999_999_999},
        {"type": "string", "pattern": r"^\s*[0-9]{1,9}\s*$"},
    ]
}
_DATE: Final[Mapping[str, Any]] = {
    "anyOf": [
        {"type": "string", "pattern": _DAY},
        {"type": "integer", "minimum": 1000_01_01, "maximum": 9999_12_31},
    ]
}
_DATES: Final[Mapping[str, Any]] = {
    "anyOf": [
        _DATE,
        {**_map_with("created"), "additionalProperties": {"anyOf": [_DATE, _NOTHING]}},
    ]
}
_PERSON: Final[Mapping[str, Any]] = {"anyOf": [_TEXT, _map_with("key", "name")]}
_PEOPLE: Final[Mapping[str, Any]] = {"anyOf": [_PERSON, {"type": "array", "items": _PERSON}]}
_PICTURE: Final[Mapping[str, Any]] = {
    "anyOf": [
        {"type": ["string", "null"], "pattern": _SAFE},
        {"const": False},
        _map_with("path", "src", "image", "url"),
    ]
}
_PICTURES: Final[Mapping[str, Any]] = {
    "anyOf": [_PICTURE, {"type": "array", "prefixItems": [_PICTURE]}]
}
_LINKS: Final[Mapping[str, Any]] = {"$ref": "#/$defs/links"}
_LINK: Final[Mapping[str, Any]] = {
    "type": ["string", "number", "boolean"],
    "pattern": rf"{_SAFE}\S",
}
_TITLED_LINKS: Final[Mapping[str, Any]] = {
    "type": "object",
    "additionalProperties": {"anyOf": [_LINK, _LINKS]},
}
_LISTS_OF_LINKS: Final[Mapping[str, Any]] = {
    "anyOf": [_TITLED_LINKS, {"type": "array", "items": {"anyOf": [_LINK, _TITLED_LINKS]}}]
}
_SLUG: Final[Mapping[str, Any]] = {**_TEXT, "pattern": rf"^(?!{_LEADS_OUT})(?!.*(://|\\))"}
_PATH: Final[Mapping[str, Any]] = {
    **_TEXT,
    "pattern": rf"^(?!{_LEADS_OUT}|\s*(//|{_SCHEME}))(?!.*[\\?#])",
}
_ADDRESS: Final[Mapping[str, Any]] = {**_TEXT, "pattern": _SAFE}
_PATHS: Final[Mapping[str, Any]] = {"anyOf": [_PATH, {"type": "array", "items": _PATH}]}
_URL: Final[Mapping[str, Any]] = {"type": "string", "pattern": r"^\s*https?://"}
_ACCOUNT: Final[Mapping[str, Any]] = {"type": "string", "pattern": "@"}
_ORCID: Final[Mapping[str, Any]] = {
    "type": "string",
    "pattern": r"([0-9]{4}-){3}[0-9]{3}[0-9Xx]\s*$",
}
_CODE: Final[Mapping[str, Any]] = {"type": ["string", "boolean"], "pattern": _LANGUAGE}
_TRANSLATIONS: Final[Mapping[str, Any]] = {
    "type": "object",
    "propertyNames": {"pattern": _LANGUAGE},
    "additionalProperties": {"anyOf": [_NOTHING, _URL]},
}
_ANYTHING: Final[Mapping[str, Any]] = {}
_FLAG: Final[Mapping[str, Any]] = {
    "anyOf": [
        {"type": "boolean"},
        {"enum": [0, 1]},
        {"type": "string", "pattern": rf"^\s*({_in_any_case(*FLAGS)})\s*$"},
    ]
}

_POST: Final[Mapping[str, tuple[Mapping[str, Any], str]]] = {
    "blog": (_FLAG, "Whether the page is a post, wherever it is"),
    "date": (_DATES, "When it was published, or a map with 'created' and 'updated'"),
    "published": ({"anyOf": [_DATE, _FLAG]}, "When it was published, or false for a draft"),
    "updated": (_DATE, "When it was changed"),
    "expires": (_DATE, "The day from which it is not built"),
    "title": (_TEXT, "Its title, in place of the first heading"),
    "description": (_TEXT, "One sentence, for search engines and previews"),
    "excerpt": (_TEXT, "What lists show in place of its beginning"),
    "excerpt_separator": (_TEXT, "What ends its excerpt"),
    "authors": (_PEOPLE, "Ids of the authors file, or names"),
    "image": (_PICTURES, "Its cover: a path or URL, or a map with 'path' and 'alt'"),
    "slug": (_SLUG, "The last part of its address"),
    "permalink": (_PATH, "Its whole address"),
    "redirect_from": (_PATHS, "Old addresses that lead to it"),
    "draft": (_FLAG, "Whether it is not built yet"),
    "status": (_ANYTHING, "draft, hidden or published"),
    "unlisted": (_FLAG, "Whether no list, feed or search shows it"),
    "pin": (_FLAG, "Whether it comes first in lists"),
    "weight": (_NUMBER, "Its place in a series"),
    "links": (_LINKS, "Further reading, as in MkDocs' nav"),
    "readtime": (_COUNT, "Minutes that it takes to read"),
    "lang": (_CODE, "The code of its language, if that is not the site's"),
    "guid": (_TEXT, "Its id in feeds"),
    "template": (_TEXT, "The template of its page"),
    "canonical_url": (_URL, "Where it was published first"),
    "external_url": (_URL, "What it is about: its title leads there"),
    "hreflang": (_TRANSLATIONS, "Its addresses in other languages, by their codes"),
    "enclosure": (_ANYTHING, "A recording: a URL or path, or a map with 'url', 'type', 'length'"),
    "comments": ({"anyOf": [_FLAG, _MAP]}, "Whether readers may comment"),
}
"""Kind and meaning of each key, called by the first of its names in `KEYS`."""

_PROFILE: Final[Mapping[str, tuple[Mapping[str, Any], str]]] = {
    "name": (_TEXT, "The name that is printed; without it, the id"),
    "slug": (_SLUG, "The last part of the address of the author's page; without it, the id"),
    **dict.fromkeys(("title", "role"), (_TEXT, "What the author does, such as 'Maintainer'")),
    **dict.fromkeys(("description", "bio"), (_TEXT, "A sentence about the author")),
    "email": (_TEXT, "Printed only with the option 'authors_email'"),
    **dict.fromkeys(AVATAR, (_ADDRESS, "A picture: a path from the docs folder, or a URL")),
    **dict.fromkeys(HOME, (_ADDRESS, "The author's page elsewhere")),
    "fediverse": (_ACCOUNT, "An account such as '@ada@example.social'"),
    "orcid": (_ORCID, "An ORCID iD such as '0000-0002-1825-0097'"),
    **dict.fromkeys(NETWORKS, (_TEXT, "A user name or URL")),
    "links": ({"anyOf": [_TEXT, _MAP, _LIST]}, "Further links, as 'Title: https://…'"),
    "socials": (_MAP, "User names or URLs by network"),
}
"""Kind and meaning of each key of an author in the authors file."""

TERM_KEYS: Final[Mapping[str, tuple[Mapping[str, Any], str]]] = {
    "label": (_TEXT, "How the term is written on pages"),
    "slug": (_SLUG, "The last part of its address"),
    "description": (_TEXT, "A sentence for its page and for search engines"),
    "icon": (_TEXT, "An emoji or short text; on Material also the name of an icon"),
    "aliases": (_TEXTS, "Other words that posts use for the term"),
    "hidden": (_FLAG, "Whether no page and no list shows it"),
}
"""Kind and meaning of each key of a term in the terms file."""


def post_schema() -> Schema:
    """Return the schema of the front matter of a post; keys of themes and others are welcome."""
    properties = _optional({name: found for key, found in _POST.items() for name in KEYS[key]})
    for taxonomy, names in LABEL_KEYS.items():
        kind = {"description": f"Its {taxonomy}", "anyOf": [_NOTHING, _TEXTS]}
        properties |= dict.fromkeys(names, kind)
    return _schema(
        "Front matter of a post",
        {"$defs": {"links": _LISTS_OF_LINKS}, "type": "object", "properties": properties},
    )


def authors_schema() -> Schema:
    """Return the schema of the authors file, whose ids may stand below a key `authors`."""
    author = {
        "anyOf": [
            {"type": ["string", "null"]},
            {"type": "object", "properties": _optional(_PROFILE)},
        ]
    }
    authors = {"type": ["object", "null"], "additionalProperties": {"$ref": "#/$defs/author"}}
    return _schema(
        "Authors of a blog",
        {
            "$defs": {"author": author},
            "if": {"type": "object", "required": ["authors"]},
            "then": {"properties": {"authors": authors}},
            "else": authors,
        },
    )


def terms_schema() -> Schema:
    """Return the schema of the terms file: taxonomies, their labels, and the keys of each term."""
    term = {
        "type": ["object", "null"],
        "properties": _optional(TERM_KEYS),
        "additionalProperties": False,
    }
    labels = {"type": ["object", "null"], "additionalProperties": {"$ref": "#/$defs/term"}}
    taxonomies = {"type": ["object", "null"], "additionalProperties": labels}
    return _schema("Terms of a blog", {"$defs": {"term": term}, **taxonomies})


def _schema(title: str, body: Mapping[str, Any]) -> Schema:
    return {"$schema": DIALECT, "title": title, **body}


def _optional(keys: Mapping[str, tuple[Mapping[str, Any], str]]) -> Schema:
    return {
        name: {"description": meaning, "anyOf": [_NOTHING, kind]}
        for name, (kind, meaning) in keys.items()
    }
