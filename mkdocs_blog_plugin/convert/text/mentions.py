"""People that are mentioned by their names on GitHub."""

from __future__ import annotations

import re

from mkdocs_blog_plugin.posts.code import change_prose, split_code

_MENTION = re.compile(
    r"<[^<>]*>|\[[^\[\]\n]*\]\([^\[)\n]*\)|(?<![\w/`@.:-])@(?P<name>[a-zA-Z\d](?:[a-zA-Z\d]|-(?=[a-zA-Z\d])){0,38})(?![\w.@/])"
)


def mentioned(body: str) -> str:
    """Return `body` with each `@name` outside of code, links and tags as a link, as jekyll-mentions has it."""
    if "@" not in body:
        return body
    return change_prose(split_code(body), _linked)


def _linked(text: str) -> str:
    def link(found: re.Match[str]) -> str:
        name = found["name"]
        return f"[@{name}](https://github.com/{name})" if name else found[0]

    return _MENTION.sub(link, text)
