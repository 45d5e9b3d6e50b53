"""The text of a post, without additions of other plugins, and without text that they encrypt.

mkdocs-encryptcontent encrypts a page in `on_page_context`. Lists, feeds and heads are made before
that, so they must not show the text as it was. document-dates writes dates and authors into the
Markdown; mkdocs-jupyter adds prompts and buttons to cells, neoteroi-mkdocs a row of contributors.
glightbox hands back whole documents.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mkdocs_blog_plugin.html.markup import elements

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page

    from mkdocs_blog_plugin.html.markup import Token

WIDGETS: Final = (
    "document-dates-plugin-wrapper",
    "nt-contribs",
    "jp-InputPrompt",
    "jp-OutputPrompt",
    "jp-Collapser",
    "zeroclipboard-container",
    "clipboard-copy-txt",
    "anchor-link",
)
"""Classes of elements that are not a part of the text around them."""

_WIDGET = re.compile(rf"""\sclass=["']?[^"'>]*(?<![\w-])(?:{"|".join(WIDGETS)})(?![\w-])""")

_DOCUMENT_START = re.compile(
    r"\s*+(?:<!doctype[^>]*+>\s*+)?<html[^>]*+>(?:\s*+<head>\s*+</head>)?\s*+<body[^>]*+>",
    re.IGNORECASE,
)
_DOCUMENT_END = "</body>"


def without_document(html: str) -> str:
    """Return the body of `html` where that is a whole document, else all of it."""
    start = _DOCUMENT_START.match(html)
    if start is None or _DOCUMENT_END not in html:
        return html
    return html[start.end() :].rpartition(_DOCUMENT_END)[0]


def is_encrypted(page: Page) -> bool:
    """Return whether `page`, whose Markdown has been read, will be encrypted."""
    return hasattr(page, "encryptcontent")


def content_of(page: Page) -> str:
    """Return the HTML of a post that lists and feeds may show; empty where it is secret."""
    html = page.content or ""
    if is_encrypted(page):
        return ""
    return _without_widgets(html) if any(name in html for name in WIDGETS) else html


def _without_widgets(html: str) -> str:
    kept = []
    position = 0
    for start, end in elements(html, into=_is_text):
        kept.append(html[position : start.start()])
        position = end
    return "".join([*kept, html[position:]])


def _is_text(start: Token) -> bool:
    return _WIDGET.search(start["attributes"]) is None
