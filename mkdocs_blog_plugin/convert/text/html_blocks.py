"""Raw HTML between Markdown: where a block ends, and what Python-Markdown needs to see of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.posts.elements import ELEMENTS, asks_for_markdown

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

_TEXTS = ("pre", "script", "style", "textarea")
"""Elements that CommonMark, too, reads up to their ends."""
_BLOCKS = "|".join(sorted(ELEMENTS.difference(_TEXTS)))
_TAGS = re.compile(rf"<(?P<end>/?)(?P<name>{_BLOCKS})(?=[\s>/])(?P<rest>[^<>]*)>", re.IGNORECASE)
_COMMENT = re.compile(rf"<!--.*?(?:-->|\Z)|<({'|'.join(_TEXTS)})\b.*?(?:</\1>|\Z)", re.DOTALL)
_END = re.compile(r"</([a-zA-Z0-9]+)\s*>")


def opening_block(line: str) -> str:
    """Return the name of the block-level element that a line begins with; empty without one."""
    found = _TAGS.match(line.strip())
    return found["name"].lower() if found and not found["end"] else ""


def last_ends(lines: Sequence[str]) -> dict[str, int]:
    """Return the last line with an end tag of each element, by the element's name."""
    return {
        name.lower(): number for number, line in enumerate(lines) for name in _END.findall(line)
    }


def end_of_element(lines: Sequence[str], start: int, ends: Mapping[str, int]) -> int | None:
    """Return the line after the element that begins on line `start`, None where it has no end.

    Args:
        lines: Those of the container.
        start: Index of the first one.
        ends: `last_ends` of the container.
    """
    name = opening_block(lines[start])
    if "/>" not in lines[start] and ends.get(name, -1) < start:
        return None
    pattern = re.compile(rf"<(/?){name}(?=[\s>/])[^<>]*>", re.IGNORECASE)
    depth = 0
    for number in range(start, len(lines)):
        for found in pattern.finditer(lines[number]):
            depth += -1 if found[1] else 0 if found[0].endswith("/>") else 1
        if depth <= 0:
            return number + 1
    return None


def has_markdown(line: str) -> bool:
    """Return whether the element that a line begins with asks for Markdown inside."""
    found = _TAGS.match(line.strip())
    return bool(found and asks_for_markdown(found["rest"]))


def _open_tags(text: str) -> list[re.Match[str]]:
    """Return the tags that `text` opens and does not close."""
    stack: list[re.Match[str]] = []
    hidden = _COMMENT.sub(lambda found: " " * len(found[0]), text)
    for found in _TAGS.finditer(hidden):
        if not found["end"]:
            stack += [] if found["rest"].endswith("/") else [found]
            continue
        names = [tag["name"].lower() for tag in stack]
        if found["name"].lower() in names:
            del stack[len(names) - 1 - names[::-1].index(found["name"].lower()) :]
    return stack


def convert_html(lines: list[str], closed: Collection[str]) -> list[str]:
    """Return a block of HTML as CommonMark sees it: it ends at a blank line, and Markdown follows.

    An element that is closed further down gets `markdown="1"`, because Python-Markdown would take
    all of it for HTML. One that is closed nowhere is closed here: it would swallow the rest.

    Args:
        lines: The block.
        closed: Names of the elements that end further down in the same container.
    """
    text = "\n".join(lines)
    if re.match(r"\s*<!--", text) and "-->" not in text:
        return [*lines, "-->"]
    closing = ""
    for tag in reversed(_open_tags(text)):
        name = tag["name"].lower()
        if name not in closed:
            closing += f"</{tag['name']}>"
            continue
        if not asks_for_markdown(tag["rest"]):
            end = tag.end("name")
            text = f'{text[:end]} markdown="1"{text[end:]}'
    return (text + closing).split("\n")
