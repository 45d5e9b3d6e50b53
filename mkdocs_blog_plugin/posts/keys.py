"""The keys of front matter that mean something for a post, and slips of them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_blog_plugin.posts.fields import Fields
    from mkdocs_blog_plugin.settings import Settings

KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "blog": ("blog",),
    "date": ("date",),
    "published": ("published", "publishDate", "pubdate", "created"),
    "updated": ("updated", "last_modified_at", "lastmod", "modified"),
    "expires": ("expires", "expiryDate", "unpublishdate"),
    "title": ("title",),
    "description": ("description", "summary", "subtitle"),
    "excerpt": ("excerpt",),
    "excerpt_separator": ("excerpt_separator",),
    "authors": ("authors", "author"),
    "image": ("image", "images", "cover", "thumbnail"),
    "slug": ("slug",),
    "permalink": ("permalink", "url"),
    "redirect_from": ("redirect_from", "aliases"),
    "draft": ("draft",),
    "status": ("status",),
    "unlisted": ("unlisted", "hidden"),
    "pin": ("pin", "pinned", "sticky", "featured"),
    "weight": ("weight",),
    "links": ("links",),
    "readtime": ("readtime",),
    "lang": ("lang",),
    "guid": ("guid", "id"),
    "template": ("template",),
    "canonical_url": ("canonical_url",),
    "external_url": ("external_url", "external_link", "redirect_to"),
    "hreflang": ("hreflang",),
    "enclosure": ("enclosure", "audio", "video"),
    "comments": ("comments", "comment"),
}
"""Every key, with all its names in the order in which they count; taxonomies have theirs beside."""

_SHORTEST = 4
"""Letters of the shortest key that is looked for: almost any word is one letter away from shorter ones."""
_OF_OTHERS = frozenset({"data", "feature", "features", "guide", "link", "videos"})
"""Keys of other systems and themes that are one letter away from ours."""


def known_names(settings: Settings) -> frozenset[str]:
    """Return the names of all keys that a blog reads, in lower case."""
    posts = settings.posts
    own = (*posts.created_keys, *posts.updated_keys)
    return _names_with(own + tuple(key for found in settings.taxonomies for key in found.keys))


@lru_cache(maxsize=8)
def _names_with(own: tuple[str, ...]) -> frozenset[str]:
    """Return the names of all keys in lower case, those that options name among them."""
    return frozenset(name.lower() for synonyms in (*KEYS.values(), own) for name in synonyms)


def report_misspelt(fields: Fields, settings: Settings) -> None:
    """Report keys of a page that are misspellings of known ones."""
    if settings.keys_misspelt is None:
        return
    names = known_names(settings)
    for name, (written, _) in fields.entries.items():
        if name not in names and name not in _OF_OTHERS and (meant := _meant(name, names)):
            message = f"the key '{written}' is not known"
            fields.report(written, message, f"did you mean '{meant}'?", settings.keys_misspelt)


@lru_cache(maxsize=1024)
def _meant(name: str, names: frozenset[str]) -> str:
    """Return the known name that `name` misspells, the first in alphabetical order; empty for none."""
    near = (known for known in names if len(known) >= _SHORTEST and is_slip(name, known))
    return min(near, default="")


def is_slip(text: str, meant: str) -> bool:
    """Return whether `text` is `meant` with one letter changed, missing or added, or two swapped."""
    if text == meant or abs(len(text) - len(meant)) > 1:
        return False
    start = 0
    while text[start : start + 1] == meant[start : start + 1]:
        start += 1
    left, right = text[start:], meant[start:]
    if left[1:] == right[1:] or left[1:] == right or left == right[1:]:
        return True
    return left[:2] == right[1::-1] and left[2:] == right[2:]
