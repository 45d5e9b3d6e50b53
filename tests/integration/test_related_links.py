"""The `links` of a post: pages, headings, files and other sites, with or without titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from support.sites import Build, Site

SITE = """
-- index.md --
# Home
-- guide/install.md --
# Install & run
## On *Linux*
-- table.csv --
a,b
-- blog/posts/older.md --
---
title: Older <one>
date: 2023-01-31
---
## A part
-- blog/posts/near.md --
---
title: Near
date: 2022-01-31
---
-- blog/posts/a.md --
---
title: A
date: 2024-01-31
links: LINKS
---
## Own part
"""
PAGE = "blog/2024/01/31/a"


def links(site: Site) -> list[tuple[str, str]]:
    """Return text and address of each link below the post."""
    found = site.html(PAGE).find(string="Related links").find_parent(class_="blog-related")
    return [(link.text, link["href"]) for link in found.find_all("a")]


@pytest.mark.parametrize(
    ("link", "text", "address"),
    [
        ("guide/install.md", "Install & run", "guide/install/"),
        ("guide/install.md#on-linux", "Install & run: On Linux", "guide/install/#on-linux"),
        ("Read me: guide/install.md#on-linux", "Read me", "guide/install/#on-linux"),
        ("/guide/install.md", "Install & run", "guide/install/"),
        ("index.md", "Home", "./"),
        ("blog/posts/older.md#a-part", "Older <one>: A part", "blog/2023/01/31/older/#a-part"),
        ("near.md", "Near", "blog/2022/01/31/near/"),
        ("blog/index.md", "Blog", "blog/"),
        ("blog/tag/x.md", "Posts tagged x", "blog/tag/x/"),
        ("'#own-part'", "A: Own part", "blog/2024/01/31/a/#own-part"),
        ("table.csv", "table.csv", "table.csv"),
    ],
)
def test_a_link_has_the_title_and_the_address_of_what_it_leads_to(
    build: Build, link: str, text: str, address: str
) -> None:
    files = SITE.replace("LINKS", f"\n  - {link}").replace("title: Near", "title: Near\ntags: x")
    site = build(files, strict=True)
    assert links(site) == [(text, f"../../../../../{address}")]
    assert site.broken_links() == []


def test_links_lead_to_other_sites_and_stand_in_sections(everywhere: Build) -> None:
    entries = """
  - https://example.com/x
  - Elsewhere: https://example.com/y?a=1&b=2
  - Further reading:
      - guide/install.md
      - Deeper:
          - Home page: index.md"""
    site = everywhere(SITE.replace("LINKS", entries), strict=True)
    assert [text for text, _ in links(site)] == [
        "https://example.com/x",
        "Elsewhere",
        "Install & run",
        "Home page",
    ]
    assert links(site)[1][1] == "https://example.com/y?a=1&b=2"
    text = site.html(PAGE).find(class_="blog-footer").text
    assert text.index("Further reading") < text.index("Install & run") < text.index("Deeper")
    assert site.broken_links() == []


@pytest.mark.parametrize(
    ("link", "wrong"),
    [
        ("guide/missing.md", "'guide/missing.md'"),
        ("guide/install.md#missing", "'#missing'"),
        ("blog/posts/draft.md", "'blog/posts/draft.md'"),
    ],
)
def test_a_link_that_leads_nowhere_is_a_problem(build: Build, link: str, wrong: str) -> None:
    draft = "-- blog/posts/draft.md --\n---\ndate: 2024-01-01\ndraft: true\n---\n"
    site = build(SITE.replace("LINKS", f"[{link}]") + draft)
    (warning,) = site.warnings
    assert "docs/blog/posts/a.md:4: links:" in warning
    assert wrong in warning
    assert len(links(site)) == 1


@pytest.mark.parametrize("value", ["foo", "3", "[{a: {b: [c: 1]}}]", "['javascript:alert(1)']"])
def test_links_that_are_not_a_list_of_links_are_reported_without_a_traceback(
    build: Build, value: str
) -> None:
    site = build(SITE.replace("LINKS", value))
    (warning,) = site.warnings
    assert "docs/blog/posts/a.md:4: links:" in warning
    assert "javascript:" not in site.read(PAGE)


def test_a_dirty_build_knows_the_titles_of_unchanged_pages(build: Build, tmp_path: Path) -> None:
    build(SITE.replace("LINKS", "[]"))
    target = tmp_path / "site/guide/install/index.html"
    target.write_text("as it was")
    (tmp_path / "docs/blog/posts/a.md").unlink()
    changed = SITE.replace("LINKS", "[guide/install.md#on-linux]").split("-- blog/posts/a.md --\n")
    site = build({"blog/posts/a.md": changed[1]}, dirty=True)
    assert links(site) == [("Install & run: On Linux", "../../../../../guide/install/#on-linux")]
    assert target.read_text() == "as it was"
