"""Sites are built on every theme that has to work, with both kinds of addresses."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.sites import Build

THEMES = ("mkdocs", "readthedocs", "material")


@pytest.fixture(params=THEMES)
def on_each_theme(request: pytest.FixtureRequest, build: Build) -> Build:
    """Build on each theme in turn."""
    return partial(build, theme=request.param)


@pytest.fixture(
    params=[(theme, directory_urls) for theme in THEMES for directory_urls in (True, False)],
    ids=lambda param: f"{param[0]}-{'directories' if param[1] else 'files'}",
)
def everywhere(request: pytest.FixtureRequest, build: Build) -> Build:
    """Build on each theme in turn, with and without directory URLs."""
    theme, directory_urls = request.param
    return partial(build, theme=theme, directory_urls=directory_urls)
