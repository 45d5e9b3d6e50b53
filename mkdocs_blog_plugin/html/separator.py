"""Where an author ends the excerpt of a post: at the first separator that is meant as one."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape

from mkdocs_blog_plugin.html.markup import TOKEN

_CODE = frozenset({"pre", "code"})


def find_separator(html: str, separators: tuple[str, ...]) -> tuple[int, int] | None:
    """Return start and end of the first of `separators` in `html`, None where there is none.

    They are comments, or any text; case and the amount of white space make no difference. What
    stands in code, or inside a tag or another comment, is only shown and separates nothing.
    """
    for found in _pattern(separators).finditer(html):
        if _is_in_text(html, found.start()):
            return found.span()
    return None


@lru_cache(maxsize=8)
def _pattern(separators: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds any of `separators` in rendered HTML; posts share a few."""
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


def _is_in_text(html: str, position: int) -> bool:
    """Return whether a token or text, but no code, begins at `position`."""
    depth = 0
    for token in TOKEN.finditer(html):
        if token.start() >= position:
            break
        if token.end() > position:
            return False
        if token["name"] is not None and token["name"].lower() in _CODE:
            depth += -1 if token["close"] else 1
    return depth == 0
