"""What MDX imports and exports: pictures, other MDX, and React, which nothing here runs."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.posts.code import fenced

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_blog_plugin.convert.report import Notes

_MODULE = re.compile(r"(?:import\s+(?:['\"]|[\w*{])|export\s+(?:const|default|function|let|\{))")
_IMPORT = re.compile(
    r"import\s+(?P<name>\w+)(?:\s*,\s*\{[^{}]*\})?\s+from\s+['\"](?P<path>[^'\"]+)['\"]\s*;?\s*"
)
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".ico")
_OURS = ("@theme/", "@docusaurus/")


@dataclass(frozen=True)
class Modules:
    """The imports of a post, by the names that it gives them."""

    pictures: Mapping[str, str] = field(default_factory=dict)
    """Paths of pictures, as a link of the post would have them."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """Paths of MDX, from the folder of the site."""


def take_modules(body: str, notes: Notes, path: str, line: int) -> tuple[str, Modules]:
    """Return `body` with blank lines for what it imports and exports, and the imports that count.

    An export goes on to the next blank line, as MDX has it.

    Args:
        body: MDX.
        notes: Collects imports and exports that mean nothing without React.
        path: Of the file, from the folder of the site.
        line: 1-based line of the file on which `body` begins.
    """
    lines = []
    pictures: dict[str, str] = {}
    texts: dict[str, str] = {}
    in_module = False
    for number, (text, in_code) in enumerate(fenced(body.split("\n")), start=line):
        starts = not in_code and _MODULE.match(text)
        in_module = bool(starts) or (in_module and bool(text.strip()))
        if starts:
            found = _IMPORT.fullmatch(text)
            name, target = (found["name"], found["path"]) if found else ("", "")
            if target.endswith(_PICTURES) and "!" not in target:
                pictures[name] = target
            elif target.endswith((".md", ".mdx")) and target.startswith((".", "@site/")):
                texts[name] = _resolved(target, path)
            elif not any(ours in text for ours in _OURS):
                notes.left("MDX", text.strip()[:80], path, number)
        lines.append("" if in_module else text)
    return "\n".join(lines), Modules(pictures, texts)


def _resolved(target: str, path: str) -> str:
    """Return an imported path from the folder of the site."""
    if target.startswith("@site/"):
        return posixpath.normpath(target.removeprefix("@site/"))
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
