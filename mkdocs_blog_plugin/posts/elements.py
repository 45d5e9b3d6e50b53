"""Elements of HTML in Markdown, which Python-Markdown leaves as they are, up to their ends."""

from __future__ import annotations

import re
from functools import cache

ELEMENTS = frozenset({
    "address", "article", "aside", "blockquote", "body", "canvas", "center", "colgroup", "dd",
    "details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "group",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "html", "iframe", "legend", "li",
    "main", "map", "math", "menu", "nav", "noscript", "object", "ol", "option", "output", "p",
    "pre", "progress", "script", "section", "style", "summary", "table", "tbody", "td", "textarea",
    "tfoot", "th", "thead", "tr", "ul", "video",
})  # fmt: skip
"""Names of the elements that Python-Markdown takes for blocks, as far as they have an end."""
_OPENING = re.compile(r" {0,3}<(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?=[\s/>]|$)(?P<rest>[^<>]*)")
_MARKDOWN = re.compile(r"\smarkdown(?:[\s>]|\s*=\s*[\"']?(?:1|block|span|markdown)\b|$)")


def raw_element(line: str) -> str:
    """Return the name of the element that begins with `line`; empty without one.

    An element that asks for Markdown inside does not count.
    """
    found = _OPENING.match(line) if "<" in line[:4] else None
    if found is None or asks_for_markdown(found["rest"]):
        return ""
    name = found["name"].lower()
    return name if name in ELEMENTS else ""


def asks_for_markdown(attributes: str) -> bool:
    """Return whether the `attributes` of an element, as a tag has them, ask for Markdown inside."""
    return _MARKDOWN.search(attributes) is not None


def opened(name: str, line: str) -> int:
    """Return how many elements of a name `line` opens and does not close; negative if it closes more."""
    tags = _tags(name).findall(line)
    return sum(-1 if tag.startswith("</") else not tag.endswith("/") for tag in tags)


@cache
def _tags(name: str) -> re.Pattern[str]:
    return re.compile(rf"</?{name}(?=[\s/>]|$)[^<>]*", re.IGNORECASE)
