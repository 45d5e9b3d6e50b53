"""Titles of posts in the table of contents of the pages that list them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.sites import Build

FILES = {
    "index.md": "# Home\n\nSee [the post](blog/index.md#blog-2024-01-01-one).\n",
    "blog/index.md": "# News\n\nWelcome.\n",
    "blog/posts/a.md": "---\ndate: 2024-01-01\ntitle: One <b> & two\nslug: one\n---\nText.\n",
    "blog/posts/0.md": "---\ndate: 2023-12-31\nslug: 'x\"onfocus=\"alert(1)'\n---\n# Trap\n",
    "blog/posts/b.md": "---\ndate: 2024-01-02\nslug: grüße\n---\n# Grüße\n\nText.\n\n## Part\n\nMore.\n",
}
CONFIG = """
plugins: [blog-plugin: {blog_toc: true, archive_toc: false}]
validation: {anchors: warn}
"""
TOCS = {
    "mkdocs": "#toc-collapse a",
    "readthedocs": ".current a",
    "material": ".md-sidebar--secondary a",
}


@pytest.mark.parametrize("theme", TOCS)
def test_titles_join_the_table_of_contents(build: Build, theme: str) -> None:
    site = build(FILES, CONFIG, theme=theme, strict=True)
    entries = site.html("blog").select(TOCS[theme])
    titles = [entry.get_text().strip() for entry in entries if "#blog-" in entry["href"]]
    assert titles[:3] == ["Grüße", "One <b> & two", "Trap"]
    assert not site.html("blog").select("[onfocus]")
    assert site.broken_links() == []


@pytest.mark.parametrize("directory_urls", [True, False])
def test_views_without_a_page_of_their_own_have_a_table_of_contents(
    build: Build, *, directory_urls: bool
) -> None:
    files = {key: text for key, text in FILES.items() if key != "blog/index.md"}
    files["index.md"] = "# Home\n"
    site = build(files, CONFIG, theme="material", directory_urls=directory_urls)
    links = site.html("blog").select(".md-sidebar--secondary a[href^='#blog-']")
    assert [link.get_text().strip() for link in links] == ["Grüße", "One <b> & two", "Trap"]
    assert site.broken_links() == []


def test_only_views_whose_option_says_so_have_it(build: Build) -> None:
    site = build(FILES, CONFIG, theme="material")
    assert not site.html("blog/archive/2024").select(".md-sidebar--secondary a")


def test_headings_of_excerpts_stay_out(build: Build) -> None:
    site = build(FILES, CONFIG, theme="material")
    links = site.html("blog").select(".md-sidebar--secondary a")
    assert "Part" not in [link.get_text().strip() for link in links]
