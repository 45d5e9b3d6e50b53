"""Whose code may take part in a page that is kept for the next build."""

from __future__ import annotations

from datetime import date
from typing import Final

_KNOWN: Final = frozenset({"mkdocs", "properdocs", "material", "mkdocs_blog_plugin"})
"""Packages whose pages, links, files and tags say no more than their attributes do, and whose plugins change
nothing but a page when they see its context."""
_TRUSTED: Final = frozenset(
    {"builtins", "_operator", "gettext", "babel", "jinja2", "markupsafe", "pathspec", "re"}
    | {"mkdocs", "properdocs", "mkdocs_blog_plugin"}
)
"""Packages whose functions tell templates the same, given the same."""


def is_known(value: object) -> bool:
    """Return whether `value` is of a class of MkDocs, Material or this plugin."""
    return type(value).__module__.partition(".")[0] in _KNOWN


def is_trusted(function: object) -> bool:
    """Return whether `function`, or the class that it is a method of, is of a trusted package.

    A method that is written in C names no module: `datetime.now` is its class's, and not to be
    trusted, while a date itself says the same each time. A hook may be called `mkdocs.py`.
    """
    owner = getattr(function, "__self__", function)
    kind = owner if isinstance(owner, type) else type(owner)
    package, _, rest = (getattr(function, "__module__", None) or kind.__module__).partition(".")
    return (package in _TRUSTED and rest != "py") or isinstance(owner, date)
