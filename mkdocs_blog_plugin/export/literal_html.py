"""Finished HTML, written so that neither a Markdown converter nor what runs before one changes it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mkdocs_blog_plugin.html.markup import TOKEN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_blog_plugin.html.markup import Token

_MEANING: Final[Mapping[int, str]] = {ord(char): f"&#{ord(char)};" for char in "`~{}[]*\n"}
"""Characters that mean something to Markdown, templates, snippets and fences."""
_QUOTED = re.compile(r""""[^"]*"|'[^']*'""")


def literal_html(html: str) -> str:
    """Return `html` on one line, without a character that means something outside of HTML.

    For a browser it stays the same, except white space between attributes. Scripts and styles,
    in which entities mean nothing, stay as they are; comments with such a character are left out.
    """
    pieces = []
    position = 0
    for token in TOKEN.finditer(html):
        pieces += [html[position : token.start()].translate(_MEANING), _token(token)]
        position = token.end()
    return "".join([*pieces, html[position:].translate(_MEANING)])


def _token(token: Token) -> str:
    if token["raw"] and token["raw"].lower() != "textarea":
        return token[0]
    if token["name"] is None:
        comment = " ".join(token[0].splitlines())
        return comment if comment.translate(_MEANING) == comment else ""
    tag = _QUOTED.sub(lambda found: found[0].translate(_MEANING), token[0])
    return tag.replace("\n", " ")
