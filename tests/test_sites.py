"""The harness itself: what it reports has to be true, or the tests that use it mean nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from mkdocs.exceptions import Abort

if TYPE_CHECKING:
    from support.sites import Build

PLAIN = "plugins: [search]"


def test_text_becomes_files_and_files_become_pages(build: Build) -> None:
    site = build("-- index.md --\n# Home\n-- guide/a.md --\n# A\n", PLAIN)
    assert site.pages == ["guide/a/index.html", "index.html"]
    assert site.html("guide/a/index.html").h1.text == "A"


@pytest.mark.parametrize("link", ["gone.html", "guide/a/#gone", "#gone", "guide/gone/"])
def test_a_link_to_nowhere_is_found(build: Build, link: str) -> None:
    site = build(f'-- index.md --\n<a href="{link}">x</a>\n-- guide/a.md --\n# A\n', PLAIN)
    assert site.broken_links() == [f"index.html -> {link}"]


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs", "material"])
@pytest.mark.parametrize("directory_urls", [True, False])
def test_the_themes_themselves_have_no_broken_links(
    build: Build, theme: str, *, directory_urls: bool
) -> None:
    files = "-- index.md --\n# Home\n[to](guide/a.md#a)\n-- guide/a.md --\n# A\n"
    site = build(files, PLAIN, theme=theme, directory_urls=directory_urls)
    assert site.broken_links() == []
    assert not any(site.repeated_ids(page) for page in site.pages)


def test_a_repeated_id_is_found(build: Build) -> None:
    site = build('-- index.md --\n<p id="x">1</p><p id="x">2</p>\n', PLAIN)
    assert site.repeated_ids("index.html") == ["x"]


def test_warnings_are_heard_and_fail_a_strict_build(build: Build) -> None:
    files = "-- index.md --\n[x](gone.md)\n"
    (warning,) = build(files, PLAIN).warnings
    assert "gone.md" in warning
    with pytest.raises(Abort):
        build(files, PLAIN, strict=True)
