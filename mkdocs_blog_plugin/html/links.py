"""Links and ids that hold on any page: made portable once per post, inserted once per page.

`make_portable` makes every relative URL begin with `ROOT` and every id with `ID`. These are control
characters that Markdown removes from its sources and HTML forbids, so `insert_on` only replaces them.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from mkdocs_blog_plugin.html import attributes
from mkdocs_blog_plugin.urls.relative import relative_url, resolve

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import TypeAlias

    ChangeURL: TypeAlias = Callable[[str], str]

ROOT = "\x02"
"""Placeholder for the relative URL of the site's root. A single character is found fastest."""

ID = "\x03"
"""Begins each id, and each reference to one, of a piece of HTML."""

URLS = frozenset(
    {
        "action",
        "background",
        "cite",
        "data",
        "formaction",
        "href",
        "longdesc",
        "poster",
        "src",
        "usemap",
        "xlink:href",
    }
)
"""Attributes that hold one URL."""

URL_SETS = frozenset({"srcset", "imagesrcset"})
"""Attributes that hold picture candidates: URLs with descriptors, between commas."""

STYLES = frozenset(
    {
        "clip-path",
        "fill",
        "filter",
        "marker-end",
        "marker-mid",
        "marker-start",
        "mask",
        "stroke",
        "style",
    }
)
"""Attributes that may hold `url(...)`."""

REFERENCES = frozenset(
    {
        "aria-activedescendant",
        "aria-controls",
        "aria-describedby",
        "aria-details",
        "aria-errormessage",
        "aria-flowto",
        "aria-labelledby",
        "aria-owns",
        "for",
        "form",
        "headers",
        "list",
        "popovertarget",
    }
)
"""Attributes that hold ids of the same page, separated by spaces."""

_IDS = attributes.named("id", "name")
_DATA_URL = re.compile(r"""(<data class="u-[a-z]+" value=")([^"]*)""")
"""A URL in microformats that no attribute for URLs holds."""
_ANY = attributes.named("id", "name", *URLS, *URL_SETS, *STYLES, *REFERENCES)
_CANDIDATE = re.compile(r"([^\s,](?:\S*[^\s,])?)((?:\s[^,]*)?(?:,|$))")
_STYLE_URL = re.compile(
    r"""(?P<before>url\(\s*+["']?)(?P<url>(?<=")[^"]*+|(?<=')[^']*+|(?<!["'])(?:[^\s"'()\\]|\\.)*+)"""
    r"""(?P<after>["']?\s*+\))""",
    re.IGNORECASE | re.DOTALL,
)


def make_portable(html: str, url: str, *, key: str) -> str:
    """Return `html`, written for the page at `url`, so that `insert_on` can put it on any page.

    Relative URLs begin with `ROOT`; links to ids of the same page stay inside the piece if it has
    the id, else they lead to the page. `key` distinguishes the piece's ids from those of other
    pieces on one page; an id must be able to begin with it. URLs with a scheme, a host or a
    leading slash stay as they are.
    """
    html = html.replace(ROOT, "").replace(ID, "")
    ids = frozenset(
        value for tag, name, value in attributes.values(html, _IDS) if _is_target(tag, name)
    )
    return attributes.changed(html, _ANY, _Portable(url, f"{ID}{key}-", ids).change)


def insert_on(html: str, prefix: str, ids: str = "") -> str:
    """Return portable `html` as it reads on one page.

    `prefix` leads from that page to the site's root and ends in a slash: `../../`, `./` at the
    root itself, or the absolute URL of the site. `ids` begins all ids, for a piece that stands on
    the page twice. Both are written into attributes as they are.
    """
    return html.replace(ROOT, prefix).replace(ID, ids)


def rebased(html: str, old: str, new: str, moved: Mapping[str, str]) -> str:
    """Return `html`, written for the page at `old`, as it reads on the page at `new`.

    `moved` has the new URL of each page that is at another one now. All URLs are relative to the
    site's root. Links to the page's own parts stay as they are.
    """

    def url(value: str) -> str:
        resolved = None if value.startswith("#") else resolve(old, value)
        if resolved is None:
            return value
        path = re.split(r"[?#]", resolved, maxsplit=1)[0]
        return relative_url(moved.get(path, path) + resolved[len(path) :], new)

    def change(tag: str, name: str, value: str) -> str:  # noqa: ARG001 - a `Change`
        if name in URLS:
            return url(value)
        if name in URL_SETS:
            return each_candidate(value, url)
        return each_style_url(value, url) if name in STYLES else value

    return attributes.changed(_each_data_url(html, url), _ANY, change)


def with_microformats_on(html: str, old: str, new: str) -> str:
    """Return `html` with the URLs that only microformats have as they read on the page at `new`.

    All others stay as they read at `old`, from where an engine that knows nothing of microformats
    moves them to `new` itself.
    """

    def url(value: str) -> str:
        resolved = resolve(old, value)
        return value if resolved is None else relative_url(resolved, new)

    return _each_data_url(html, url)


def _each_data_url(html: str, change: ChangeURL) -> str:
    """Return `html` with each URL changed that only microformats have."""
    return _DATA_URL.sub(lambda found: found[1] + escape(change(unescape(found[2]))), html)


def each_candidate(srcset: str, change: ChangeURL) -> str:
    """Return `srcset` with each of its URLs changed."""
    return _CANDIDATE.sub(lambda found: change(found[1]) + found[2], srcset)


def each_style_url(style: str, change: ChangeURL) -> str:
    """Return the CSS declarations `style` with each `url(...)` changed."""
    return _STYLE_URL.sub(
        lambda found: found["before"] + change(found["url"]) + found["after"], style
    )


def _is_target(tag: str, name: str) -> bool:
    """Return whether the attribute is an id to which the fragment of a URL can lead."""
    return name == "id" or (name == "name" and tag in ("a", "map"))


class _Portable(NamedTuple):
    """Changes the attributes of one piece of HTML."""

    url: str
    prefix: str
    ids: frozenset[str]

    def change(self, tag: str, name: str, value: str) -> str:
        if name in URLS:
            return self._url(value)
        if name in URL_SETS:
            return each_candidate(value, self._url)
        if name in STYLES:
            return each_style_url(value, self._url)
        if name in REFERENCES:
            return " ".join(self._id(part) for part in value.split())
        # Radio buttons of one name exclude each other: those of two tab sets must not.
        if _is_target(tag, name) or (name == "name" and tag in ("input", "details")):
            return self.prefix + value
        return value

    def _id(self, value: str) -> str:
        return self.prefix + value if value in self.ids else value

    def _url(self, value: str) -> str:
        if value.startswith("#") and (target := unquote(value[1:])) in self.ids:
            return f"#{self.prefix}{target}"
        resolved = resolve(self.url, value)
        return value if resolved is None else ROOT + resolved
