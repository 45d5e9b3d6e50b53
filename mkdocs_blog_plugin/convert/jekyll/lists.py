"""Pages of a Jekyll site that list posts or terms, and the views of ours that replace them."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from mkdocs_blog_plugin.urls.slug import slugify

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mkdocs_blog_plugin.convert.jekyll.posts import JekyllPost

_LOOP = re.compile(r"\{%-?\s*for\s+\w+\s+in\s+(?:site|paginator)\.(posts|tags|categories)")
_ENDS_OF_LOOPS = re.compile(r"\{%-?\s*(for|endfor)\b(?:(?!\{%|%\}).)*+%\}", re.DOTALL)
_MARKUP = re.compile(r"<[^<>]*>|\{[%{](?:(?!\{[%{]|[%}]\}).)*+[%}]\}", re.DOTALL)
_EMPTY = re.compile(r"<(ul|ol|dl|div|section|nav|table|tbody|p)\b[^<>]*>\s*</\1>")
_LIST_LAYOUTS: Final[Mapping[str, str]] = {
    "archive": "archive", "archives": "archive", "blog": "index", "categories": "categories",
    "category-archive": "categories", "home": "index", "index": "index", "posts": "archive",
    "tag-archive": "tags", "tags": "tags",
}  # fmt: skip
"""Layouts of widespread themes that list posts or terms, and the views of ours that do."""
_FEW_WORDS = 8
"""Fewer words beside a loop, or in HTML, are headings and labels of the list."""
_MANY_WORDS = 40
"""A page with as many is a text to read, whatever its layout is called."""
_FORMATS: Final[Mapping[str, str]] = {
    "archive": "archive/{date}", "categories": "category/{slug}", "tags": "tag/{slug}",
}  # fmt: skip
"""Patterns of addresses of our lists where no option says another."""
_TERM = re.compile(r"\{slug\}|\{date\}|:name|:slug")


@dataclass(frozen=True)
class Lists:
    """The pages that our views replace."""

    replaced: Mapping[str, str]
    """URL of the view below the blog by the page's path."""
    introductions: Mapping[str, JekyllPost]
    """Those that say something besides, reduced to it, by the URL of their view."""


def lists_of(
    pages: Sequence[JekyllPost], urls: Mapping[str, str], addresses: Mapping[str, str]
) -> Lists:
    """Return which of a site's pages are lists.

    Of two for one view that say something besides, the second stays a page of its own.

    Args:
        pages: Those of the site.
        urls: Of our views, by name.
        addresses: Of the pages, by path; the home page introduces our index, list or not.
    """
    replaced: dict[str, str] = {}
    introductions: dict[str, JekyllPost] = {}
    has_home = any(addresses[page.path] == "/" and _list_of(page) is None for page in pages)
    for page in pages:
        view = _list_of(page)
        text = "" if view is None else _introduction_of(page)
        is_taken = view and (urls[view] in introductions or (has_home and not urls[view]))
        if view is None or (text and is_taken):
            continue
        replaced[page.path] = urls[view]
        if text:
            introductions[urls[view]] = replace(page, body=text)
    return Lists(replaced, introductions)


def _list_of(page: JekyllPost) -> str | None:
    """Return the view that replaces a page that lists posts or terms; None for any other page.

    One of the names that `view_urls` knows.
    """
    found = _LOOP.search(page.body)
    if not found:
        own = _LIST_LAYOUTS.get(str(page.meta.get("layout") or ""))
        return own if own and len(_words(page.body)) < _MANY_WORDS else None
    if found[1] in ("tags", "categories"):
        return found[1]
    return "archive" if "archive" in page.relative.lower() else "index"


def _introduction_of(page: JekyllPost) -> str:
    """Return the text beside the list of a page that lists posts; empty where that is a few labels."""
    text = _EMPTY.sub("", _EMPTY.sub("", _without_loops(page.body)))
    fewest = 1 if text == page.body and not page.is_html else _FEW_WORDS
    return text if len(_words(text)) >= fewest else ""


def _words(text: str) -> list[str]:
    return _MARKUP.sub(" ", text).split()


def _without_loops(text: str) -> str:
    """Return `text` without its loops over posts and terms."""
    kept = []
    position = 0
    while found := _LOOP.search(text, position):
        kept.append(text[position : found.start()])
        depth, position = 0, len(text)
        for tag in _ENDS_OF_LOOPS.finditer(text, found.start()):
            depth += 1 if tag[1] == "for" else -1
            if not depth:
                position = tag.end()
                break
    return "".join([*kept, text[position:]])


def view_urls(options: Mapping[str, Any]) -> dict[str, str]:
    """Return the URLs below the blog of the views that replace pages with lists, by name."""
    found = {"index": ""}
    for name, default in _FORMATS.items():
        folder = posixpath.dirname(_first_format(options.get(f"{name}_url_format", default)))
        found[name] = f"{folder}/" if folder and ":" not in folder else ""
    return found


def _first_format(found: object) -> str:
    """Return the pattern of addresses of a kind of view, of the first of several levels."""
    return str(found[0] if isinstance(found, list) else found)


def view_addresses(options: Mapping[str, Any], posts: list[JekyllPost]) -> frozenset[str]:
    """Return the addresses of our views: of the overviews, of terms, and of years."""
    found = {f"/{url}" for url in view_urls(options).values()}
    for name, labels in (
        ("archive", {f"{post.zone_date:%Y}" for post in posts if post.zone_date}),
        ("categories", {label for post in posts for label in post.categories}),
        ("tags", {label for post in posts for label in post.tags}),
    ):
        pattern = _first_format(options.get(f"{name}_url_format", _FORMATS[name]))
        found |= {f"/{_TERM.sub(slugify(label), pattern).strip('/')}/" for label in labels}
    return frozenset(found)
