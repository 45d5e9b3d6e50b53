"""The versions that measurements hold for."""

from __future__ import annotations

import platform
from importlib.metadata import version

PACKAGES = (
    "mkdocs",
    "mkdocs-material",
    "Markdown",
    "pymdown-extensions",
    "Jinja2",
    "PyYAML",
)
"""The packages that do most of the work of a build."""


def versions() -> dict[str, str]:
    """Return the versions of Python and of those packages, by their names."""
    return {"Python": platform.python_version(), **{name: version(name) for name in PACKAGES}}
