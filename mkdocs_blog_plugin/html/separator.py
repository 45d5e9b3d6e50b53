"""Separators: the end of an excerpt as its author marks it."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.html.markup import TOKEN

if TYPE_CHECKING:
    from mkdocs_blog_plugin.html.markup import Token

_CODE = frozenset({"pre", "code"})


def find_separator(html: str, separators: tuple[str, ...]) -> tuple[int, int] | None:
    """Return start and end of the first of `separators` in `html`, None where there is none.

    They are comments, or any text; case and the amount of white space do not matter. A separator
    in code, or inside a tag or another comment, does not count.
    """
    tokens = TOKEN.finditer(html)
    token = next(tokens, None)
    depth = 0
    for found in _pattern(separators).finditer(html):
        while token is not None and token.end() <= found.start():
            depth += _step(token)
            token = next(tokens, None)
        is_inside = token is not None and token.start() < found.start()
        if not (depth or is_inside):
            return found.span()
    return None


@lru_cache(maxsize=8)
def _pattern(separators: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for any of `separators` in rendered HTML; posts share a few."""
    comments: list[str] = []
    texts: list[str] = []
    for separator in filter(str.strip, separators):
        is_comment = separator.startswith("<!--") and separator.endswith("-->")
        words = (separator[4:-3] if is_comment else escape(separator, quote=False)).split()
        (comments if is_comment else texts).append(r"\s+".join(map(re.escape, words)))
    patterns = [f"(?i:{text})" for text in texts]
    if comments:
        patterns.append(rf"<!--\s*(?i:{'|'.join(comments)})\s*-->")
    return re.compile("|".join(patterns) or "(?!)")


def _step(token: Token) -> int:
    """Return 1 where code begins, -1 where it ends, 0 for any other token."""
    if token["name"] is None or token["name"].lower() not in _CODE:
        return 0
    return -1 if token["close"] else 1
