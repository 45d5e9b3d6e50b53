"""The picture at the beginning of a post."""

from __future__ import annotations

from mkdocs_blog_plugin.html.attributes import read
from mkdocs_blog_plugin.html.markup import TOKEN, is_start


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
