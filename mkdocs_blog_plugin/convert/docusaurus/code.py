"""Comments of Docusaurus in code that say which lines are highlighted."""

from __future__ import annotations

import re

_COMMENT = re.compile(
    r"\s*(?://|#|--|%|/\*|\{/\*|<!--|REM)\s*highlight-(?P<what>next-line|start|end)\s*(?:\*/\}?|-->)?\s*"
)
_RANGE = re.compile(r"(?<!\S)\{[\d,\s-]+\}")


def highlighted(block: str) -> str:
    """Return a fenced block with the numbers of the highlighted lines in place of such comments.

    They mean nothing to Docusaurus where the block begins with such numbers, `{1,3-4}`.
    """
    opening, *lines = block.split("\n")
    if "highlight-" not in block or _RANGE.search(opening):
        return block
    kept: list[str] = []
    marked: list[int] = []
    is_next = is_open = False
    for line in lines:
        found = _COMMENT.fullmatch(line)
        if found:
            is_next = found["what"] == "next-line"
            is_open = found["what"] == "start" or (is_next and is_open)
            continue
        kept.append(line)
        if is_next or is_open:
            marked.append(len(kept))
        is_next = False
    if not marked:
        return block
    return "\n".join([f"{opening} {{{','.join(map(str, marked))}}}", *kept])
