"""A newcomer types what a page of the documentation shows, and gets what the page promises."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.goals import read_goal

if TYPE_CHECKING:
    from support.sites import Build

GOALS = (
    "getting-started.md",
    "authors.md",
    "terms.md",
    "lists.md",
    "cards.md",
    "feeds.md",
    "comments.md",
    "drafts.md",
    "several-blogs.md",
    "languages.md",
    "blog-only.md",
    "releases.md",
    "looks.md",
    "templates.md",
    "hooks.md",
    "markdown.md",
)


@pytest.mark.parametrize("name", GOALS)
def test_what_a_page_shows_builds_strictly_and_gives_what_it_promises(
    name: str, build: Build
) -> None:
    goal = read_goal(name)
    first = {path: text for path, text in goal.files.items() if "/." not in path}
    paths: set[str] = set(build(first, strict=True).paths) if first != goal.files else set()
    for configuration in goal.configurations or ("",):
        site = build(goal.files, configuration, strict=True)
        assert site.broken_links() == []
        paths.update(site.paths)
    missing = {path for path in goal.addresses if not {path, f"{path}index.html"} & paths}
    assert missing == set()
