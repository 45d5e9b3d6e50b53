"""Versions of click with which `mkdocs serve` shows no changes."""

from __future__ import annotations

from importlib import metadata
from typing import Final

from mkdocs.plugins import BasePlugin

_FAULTY: Final = frozenset({"8.3.0", "8.3.1"})
"""They read MkDocs' pair of options `--livereload` and `--no-livereload` as if the latter were given."""


def missing_reload(version: str = "") -> str:
    """Return the advice for a server that does not watch files; empty if it does.

    Args:
        version: That of click; the one that is installed, if empty.
    """
    found = version or metadata.version("click")
    if found not in _FAULTY or not BasePlugin.__module__.startswith("mkdocs."):
        return ""
    return (
        f"with click {found} 'mkdocs serve' does not show changes: "
        "call 'mkdocs serve --livereload', or install another version of click"
    )
