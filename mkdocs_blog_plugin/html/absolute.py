"""A post's HTML for feed readers: absolute links, and nothing that needs the page.

Feed readers have neither the theme's styles nor scripts, and many drop or flag active content.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin

from mkdocs_blog_plugin.html import attributes
from mkdocs_blog_plugin.html.links import (
    ID,
    REFERENCES,
    STYLES,
    URL_SETS,
    URLS,
    each_candidate,
    each_style_url,
    insert_on,
)
from mkdocs_blog_plugin.html.markup import TOKEN, element_end, is_headerlink
from mkdocs_blog_plugin.text import xml_safe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_blog_plugin.html.attributes import Change
    from mkdocs_blog_plugin.html.markup import Token

_KEY = re.compile(rf"{ID}\w+-")

_LEFT_OUT = frozenset({"base", "button", "datalist", "link", "meta", "select", "template"})
_UNWRAPPED = frozenset({"fieldset", "form", "label", "noscript", "object", "param", "title"})
_FRAMES = frozenset({"embed", "iframe"})
_NOTED = _LEFT_OUT | _UNWRAPPED | _FRAMES | {"a", "input", "svg"}
_ATTRIBUTES_LEFT_OUT = frozenset({"id", "name", "usemap"}) | REFERENCES

_CHANGING = attributes.named(r"on\w+", *_ATTRIBUTES_LEFT_OUT, *STYLES, *URL_SETS, *URLS)
_FRAME = attributes.named("src", "title")
_WIDTH = attributes.named("width")
_CODE_LINE = re.compile(r"""[\s"']href=["']?#__codelineno""")
_CHECK_BOX = re.compile(r"""\stype=["']?checkbox""", re.IGNORECASE)
_CHECKED = re.compile(r"\schecked(?=[\s=/]|$)", re.IGNORECASE)
_OPEN = re.compile(r"<(?=/?\Z)")
_ACTING = re.compile(r"(?:javascript|vbscript):|data:(?!image/)", re.IGNORECASE)


def for_feed(html: str, url: str, site_url: str) -> str:
    """Return the body or the portable excerpt `html` of the post at `url` as a feed carries it.

    `url` is relative to the site's root, `site_url` absolute with a slash at its end. Scripts,
    event handlers, ids, forms, comments, drawings without a size of their own and characters that
    XML forbids are left out; check boxes become text and frames become links.
    """
    placed = xml_safe(insert_on(_KEY.sub("", html), site_url))
    return "".join(_pieces(placed, _Absolute(site_url + url).change))


def _pieces(html: str, change: Change) -> Iterator[str]:
    """Yield the parts of `html` that are kept; most of its tokens stay as they are."""
    position = 0
    tokens = TOKEN.finditer(html)
    for token in tokens:
        if _stays(token):
            continue
        yield _apart(html[position : token.start()])
        if token["name"] is None:
            position = token.end()
        elif _is_left_out(token):
            position = element_end(token, tokens)
        else:
            yield attributes.changed(_readable(token), _CHANGING, change)
            position = token.end()
    yield html[position:]


def _apart(html: str) -> str:
    """Return `html` so that it begins no tag together with what follows, once the rest is gone."""
    return _OPEN.sub("&lt;", html)


def _stays(token: Token) -> bool:
    """Return whether `token` is clearly a harmless tag; a fast check before the exact one."""
    name = token["name"]
    return (
        name is not None
        and name.lower() not in _NOTED
        and not _CHANGING.search(token["attributes"])
    )


def _is_left_out(start: Token) -> bool:
    name = start["name"].lower()
    if start["close"]:
        return False
    if name == "a":
        return is_headerlink(start) or _CODE_LINE.search(start["attributes"]) is not None
    # A drawing that the theme's CSS keeps small, such as an emoji, would fill a reader's window.
    is_sized = name != "svg" or _WIDTH.search(start["attributes"])
    return name in _LEFT_OUT or not is_sized


def _readable(token: Token) -> str:
    """Return the replacement of one tag."""
    name = token["name"].lower()
    if name in _FRAMES:
        return "" if token["close"] else _link(token)
    if name == "input" and _CHECK_BOX.search(token["attributes"]):
        return "☑" if _CHECKED.search(token["attributes"]) else "☐"
    if name == "input":
        return ""
    return " " if name in _UNWRAPPED else token[0]


def _link(frame: Token) -> str:
    """Return a link to the page that `frame` shows; empty if it has no address."""
    values = {name: value for _, name, value in attributes.values(frame[0], _FRAME)}
    src = values.get("src", "")
    return f'<a href="{escape(src)}">{escape(values.get("title") or src)}</a>' if src else ""


class _Absolute(NamedTuple):
    """Changes the attributes of a page whose absolute URL is `base`."""

    base: str

    def change(self, tag: str, name: str, value: str) -> str | None:  # noqa: ARG002
        if name in _ATTRIBUTES_LEFT_OUT or name.startswith("on"):
            return None
        if name in URL_SETS:
            return each_candidate(value, self._url)
        if name in STYLES:
            return each_style_url(value, self._url)
        if name in URLS:
            return None if _ACTING.match("".join(value.split())) else self._url(value)
        return value

    def _url(self, value: str) -> str:
        try:
            return urljoin(self.base, value.strip())
        except ValueError:  # an invalid host: nothing that could be made absolute
            return value
