"""Tags of Docusaurus: their slugs, and what `tags.yml` and front matter say about them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from mkdocs_blog_plugin.convert.values import text_of, texts_of
from mkdocs_blog_plugin.urls.slug import slugify

if TYPE_CHECKING:
    from collections.abc import Iterable

_LETTERS: Final = {"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ß": "ss", "þ": "th", "ł": "l", "ħ": "h", "ı": "i", "ŧ": "t", "ŋ": "n"}  # fmt: skip
_LATIN_END = "\u0180"
_ORDINAL = r"\d*(?:1(?:st|ST)|2(?:nd|ND)|3(?:rd|RD)|(?![123])\d(?:th|TH))(?![a-z])"
_OTHER = r"[^\W\d_A-Za-z]"
_WORD = re.compile(
    rf"{_ORDINAL}|[A-Z]+(?=[A-Z](?:[a-z]|{_OTHER}))|[A-Z]?(?:[a-z]|{_OTHER})+|[A-Z]+|\d+"
)


def kebab_case(text: str) -> str:
    """Return `text` as lodash's `kebabCase` writes it, which Docusaurus makes slugs with: `Node.js` is `node-js`."""
    plain = "".join(map(_plain, text.replace("'", "").replace("\u2019", "")))
    return "-".join(_WORD.findall(plain)).lower()


def _plain(char: str) -> str:
    """Return a Latin letter without its accent; a combining accent is dropped."""
    if char.lower() in _LETTERS:
        found = _LETTERS[char.lower()]
        return found if char.islower() else found.capitalize()
    if char < _LATIN_END:
        return unicodedata.normalize("NFD", char)[:1]
    return "" if unicodedata.combining(char) else char


def labels(value: object) -> list[str]:
    """Return the tags that front matter names: ids of the tags file, or labels."""
    items = value if isinstance(value, list) else texts_of(value)
    found = (text_of(tag.get("label") if isinstance(tag, Mapping) else tag) for tag in items)
    return list(dict.fromkeys(filter(None, found)))


def terms_of(files: Iterable[Mapping[str, object]], values: Iterable[object]) -> dict[str, Any]:
    """Return the terms file: what the tags files and the tags of all posts say, with slugs that ours differ from.

    Args:
        files: The tags files, by id.
        values: The tags of each post.
    """
    terms: dict[str, dict[str, str]] = {}
    for file in files:
        for key, entry in file.items():
            own = entry if isinstance(entry, Mapping) else {}
            terms[key] = {
                "label": text_of(own.get("label")),
                "description": text_of(own.get("description")),
                "slug": _slug(own, key),
            }
    for value in values:
        for tag in value if isinstance(value, list) else texts_of(value):
            own = tag if isinstance(tag, Mapping) else {}
            label = text_of(own.get("label") if own else tag)
            if label and label not in terms:
                terms[label] = {"slug": _slug(own, label)}
    kept = {
        key: {name: text for name, text in entry.items() if text} for key, entry in terms.items()
    }
    kept = {key: entry for key, entry in kept.items() if entry}
    return {"tags": kept} if kept else {}


def _slug(entry: Mapping[str, object], key: str) -> str:
    """Return the slug of a tag where ours would be another one; empty else."""
    slug = text_of(entry.get("permalink")).strip("/") or kebab_case(key)
    return slug if slug != slugify(key) else ""
