"""The beginning of a post's body: its h1, split off, read and marked as the name, and its picture."""

from __future__ import annotations

import re
from typing import NamedTuple

from mkdocs_blog_plugin.html.attributes import read
from mkdocs_blog_plugin.html.markup import (
    ATTRIBUTES,
    BLANK,
    COMMENT,
    FLAGS,
    TOKEN,
    elements,
    is_headerlink,
    is_start,
)
from mkdocs_blog_plugin.html.text import plain_text

_H1 = re.compile(
    rf"(?P<start><h1(?=[{BLANK}/>]){ATTRIBUTES}>)(?P<content>.*?)(?P<end></h1[{BLANK}]*+>)",
    FLAGS,
)
_H1_START = re.compile(rf"<[hH]1(?=[{BLANK}/>])")
_WRAPPER = (
    rf"<(?:!doctype|/?(?:html|head|body|div|section|article|main))(?=[{BLANK}>]){ATTRIBUTES}>"
)
"""Pattern of a tag that shows nothing: some plugins wrap what they have changed."""
_LEADING = re.compile(rf"(?:\s++|{COMMENT}|{_WRAPPER})*+", FLAGS)


class Title(NamedTuple):
    """A post's body, split at the h1 that is its first block."""

    h1_html: str | None
    """The whole element; None where the body begins with something else."""
    text: str
    """Its plain text, not escaped; empty without one."""
    rest: str
    """The body without that element."""

    def shows(self, title: str) -> bool:
        """Return whether that h1 is `title`; white space does not matter."""
        return self.h1_html is not None and self.text == " ".join(title.split())


def split_title(html: str) -> Title:
    """Return the h1 that `html` begins with, after comments and wrappers, and the rest."""
    h1 = _leading_h1(html)
    if h1 is None:
        return Title(h1_html=None, text="", rest=html)
    return Title(h1_html=h1[0], text=plain_text(h1[0]), rest=_less(html, h1))


def without_title(html: str) -> str:
    """Return `html` without the h1 that it begins with."""
    h1 = _leading_h1(html)
    return html if h1 is None else _less(html, h1)


def mark_name(h1_html: str) -> str:
    """Return the h1 with its content in `<span class="p-name">`, the link beside it left outside."""
    h1 = _H1.fullmatch(h1_html)
    if h1 is None:
        return h1_html
    before, link, after = _around_headerlink(h1["content"])
    named = f"{_name(before)}{link}{after}" if before.strip() else f"{link}{_name(after)}"
    return f"{h1['start']}{named}{h1['end']}"


def has_h1(html: str) -> bool:
    """Return whether `html` has an h1 anywhere."""
    return _H1_START.search(html) is not None and any(
        is_start(token) and token["name"].lower() == "h1" for token in TOKEN.finditer(html)
    )


def first_picture(html: str) -> str | None:
    """Return the address of the picture that `html` begins with; None where text comes first.

    Paragraphs, links and other elements around the picture do not matter.
    """
    position = 0
    for token in TOKEN.finditer(html):
        if html[position : token.start()].strip():
            return None
        position = token.end()
        if is_start(token) and token["name"].lower() == "img":
            return dict(read(token["attributes"])).get("src")
    return None


def _leading_h1(html: str) -> re.Match[str] | None:
    leading = _LEADING.match(html)
    return _H1.match(html, leading.end()) if leading else None


def _less(html: str, found: re.Match[str]) -> str:
    return html[: found.start()] + html[found.end() :]


def _around_headerlink(content: str) -> tuple[str, str, str]:
    """Return a heading in three parts: the text before the link that `toc` adds, the link, and the rest."""
    for start, end in elements(content):
        if is_headerlink(start):
            return content[: start.start()], content[start.start() : end], content[end:]
    return content, "", ""


def _name(html: str) -> str:
    return f'<span class="p-name">{html}</span>' if html.strip() else html
