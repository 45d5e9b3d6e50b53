"""What a page of the documentation asks its reader to type, and what it promises."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from support.sites import PIXEL

DOCS = Path(__file__).parents[2] / "docs"
PICTURES = dict.fromkeys(("images/ada.png", "images/plot.png", "assets/preview.png"), PIXEL)
"""Pictures that pages ask the reader to bring."""
POST = "---\ndate: 2026-11-22\ntags: [News, spark]\nauthor: Ada\n---\n\n# Hello\n\nThe first.\n"
"""A post for pages that show none: they are read by those who have a blog already."""
NEEDS_MORE = ("cards_font", "cards_draw")
"""Options that need further files of the reader; they are tried with the cards."""

_BLOCK = re.compile(
    r'^(?P<indent> *)```\w+ title="(?P<path>.+?)"[^\n]*\n(?P<text>.*?)^(?P=indent)```$',
    re.MULTILINE | re.DOTALL,
)
_REFERENCE = re.compile(r"^### `.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
"""Headings for single keys or fragments, whose examples are tried one by one elsewhere."""
_ADDRESS = re.compile(r"`/((?:[\w.-]+/)+|(?:[\w.-]+/)*[\w-]+\.(?:xml|json|txt|md))`")


@dataclass(frozen=True)
class Goal:
    """The files that a page shows, and the addresses that it promises."""

    configurations: tuple[str, ...]
    """Each `mkdocs.yml`, in order."""
    files: dict[str, Any]
    """All other files by path from the docs folder; of several versions of a file the first one."""
    addresses: frozenset[str]
    """From the root of the site."""


def read_goal(name: str) -> Goal:
    """Return what the page `name` shows."""
    page = _REFERENCE.sub("", (DOCS / name).read_text(encoding="utf-8"))
    configurations: list[str] = []
    files: dict[str, Any] = dict(PICTURES)
    for found in _BLOCK.finditer(page):
        path, text = found["path"], found["text"]
        if path == "mkdocs.yml":
            configurations += [] if any(name in text for name in NEEDS_MORE) else [text]
        elif path.startswith("docs/"):
            files.setdefault(path.removeprefix("docs/"), text)
        else:
            files.setdefault(f"../{path}", text)
    if not any("posts/" in path for path in files):
        files["blog/posts/hello.md"] = POST
    files.setdefault("index.md", "# Home\n")
    return Goal(tuple(configurations), files, frozenset(_ADDRESS.findall(page)))
