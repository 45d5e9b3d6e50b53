"""The blog in MkDocs' navigation and in its search."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.sites import Build, Site

FILES = {
    "index.md": "# Home\n",
    "guide/index.md": "# Guide\n",
    "guide/a.md": "# A\n",
    "blog/posts/a.md": "---\ndate: 2024-01-31\ntags: Spark\n---\n# Zanzibar\n\nQuokka.\n",
    "blog/posts/b.md": "---\ndate: 2024-02-01\ntags: Spark\n---\n# Yucatan\n",
}

NAVS = {
    "first": "nav: [blog/index.md, index.md, guide/index.md, guide/a.md]",
    "last": "nav: [index.md, guide/index.md, guide/a.md, blog/index.md]",
    "nested": "nav: [index.md, Guide: [guide/index.md, guide/a.md, blog/index.md]]",
    "titled": "nav: [index.md, guide/index.md, guide/a.md, News: blog/index.md]",
    "section": "nav: [index.md, guide/index.md, guide/a.md, News: [blog/index.md]]",
    "missing": "",
}

INDEX = ("blog/", "blog/index.html")


def menu(site: Site) -> list[str]:
    """Return the addresses in the menu of the home page, each once."""
    links = site.html("index.html").select(
        ".navbar a[href], .md-nav--primary a[href], .wy-menu a[href]"
    )
    found = (str(link["href"]).partition("#")[0] for link in links)
    return list(dict.fromkeys(href for href in found if href))


@pytest.mark.parametrize("nav", NAVS)
def test_the_index_joins_any_nav_and_a_strict_build_passes(everywhere: Build, nav: str) -> None:
    site = everywhere(FILES, NAVS[nav], strict=True)
    assert next(href for href in menu(site) if href.startswith("blog/")) in INDEX
    assert "not included in the" not in "\n".join(site.infos)
    assert site.broken_links() == []


def test_posts_stay_out_of_the_menu(everywhere: Build) -> None:
    site = everywhere(FILES)
    assert not [href for href in menu(site) if "2024" in href]


def test_the_newest_posts_join_the_section_of_the_index_if_asked_for(on_each_theme: Build) -> None:
    config = f"{NAVS['section']}\nplugins: [search, {{blog-plugin: {{nav_recent: 1}}}}]"
    site = on_each_theme(FILES, config, strict=True)
    in_blog = [href for href in menu(site) if href.startswith("blog/")]
    assert in_blog[:3] == ["blog/", "blog/2024/02/01/yucatan/", "blog/archive/"]
    assert site.broken_links() == []


def test_a_nav_without_the_blog_stays_as_it_is_and_the_line_to_add_is_reported(
    on_each_theme: Build,
) -> None:
    site = on_each_theme(FILES, "nav: [index.md, guide/index.md, guide/a.md]", strict=True)
    assert not [href for href in menu(site) if href.startswith("blog/")]
    assert site.titles("blog") == ["Yucatan", "Zanzibar"]
    assert len([line for line in site.infos if "- Blog: blog/index.md" in line]) == 1


@pytest.mark.parametrize("nav", ["titled", "first"])
def test_an_index_without_a_section_stays_alone_and_the_line_that_gives_it_one_is_reported(
    on_each_theme: Build, nav: str
) -> None:
    config = f"{NAVS[nav]}\nplugins: [search, {{blog-plugin: {{nav_recent: 1}}}}]"
    site = on_each_theme(FILES, config, strict=True)
    assert [href for href in menu(site) if href.startswith("blog/")] == ["blog/"]
    title = "News" if nav == "titled" else "Blog"
    (line,) = [line for line in site.infos if "newest posts" in line]
    assert f"'- {title}: [blog/index.md]'" in line


def test_a_nav_without_the_blog_gets_a_section_for_the_newest_posts_in_the_line_to_add(
    build: Build,
) -> None:
    config = "nav: [index.md]\nplugins: [search, {blog-plugin: {nav_recent: 1}}]"
    assert "(add '- Blog: [blog/index.md]')" in "\n".join(build(FILES, config).infos)


def test_a_title_in_the_nav_is_kept(on_each_theme: Build) -> None:
    site = on_each_theme(FILES, NAVS["titled"])
    assert "News" in site.html("index.html").get_text()


def test_a_post_in_the_nav_stays_there_and_in_the_lists(build: Build) -> None:
    site = build(FILES, "nav: [index.md, blog/index.md, Special: blog/posts/a.md]", strict=True)
    assert "blog/2024/01/31/zanzibar/" in menu(site)
    assert site.titles("blog") == ["Yucatan", "Zanzibar"]


@pytest.mark.parametrize(
    ("option", "expected"),
    [
        ("overviews", ["blog/", "blog/archive/", "blog/tag/"]),
        ("none", ["blog/"]),
    ],
)
def test_overviews_join_the_section_of_the_index(
    build: Build, option: str, expected: list[str]
) -> None:
    site = build(FILES, f"plugins: [search, {{blog-plugin: {{nav: {option}}}}}]")
    assert [href for href in menu(site) if href.startswith("blog/")] == expected


@pytest.mark.parametrize(
    ("nav", "blog_dir", "expected"),
    [
        ("[index.md, blog/index.md]", "blog", [".", "blog/"]),
        ("[index.md, guide/index.md]", ".", [".", "guide/", "archive/", "tag/"]),
    ],
)
def test_overviews_join_the_top_of_a_nav_only_where_the_blog_is_the_site(
    build: Build, nav: str, blog_dir: str, expected: list[str]
) -> None:
    options = f"{{blog_dir: {blog_dir}, post_dir: blog/posts}}"
    site = build(FILES, f"nav: {nav}\nplugins: [search, {{blog-plugin: {options}}}]")
    assert menu(site) == expected


def test_search_finds_a_post_once_and_no_view(on_each_theme: Build) -> None:
    site = on_each_theme(FILES)
    entries = json.loads(site.read("search/search_index.json"))["docs"]
    assert {entry["location"].partition("#")[0] for entry in entries} == {
        *("", "guide/", "guide/a/", "blog/2024/01/31/zanzibar/", "blog/2024/02/01/yucatan/")
    }
    assert sum("Quokka" in entry["text"] for entry in entries) >= 1


def test_search_finds_no_view_that_has_an_introduction(on_each_theme: Build) -> None:
    introductions = {
        "blog/index.md": "# Our blog\n\nOcelot\n",
        "blog/tag/x.md": "# On x\n\nOcelot\n\n## More\n",
    }
    post = {"blog/posts/a.md": "---\ndate: 2024-01-31\ntags: x\n---\n# Numbat\n"}
    site = on_each_theme({"index.md": "# Home\n", **introductions, **post})
    entries = json.loads(site.read("search/search_index.json"))["docs"]
    assert {entry["location"].partition("#")[0] for entry in entries} == {
        *("", "blog/2024/01/31/numbat/")
    }


def test_the_blog_of_a_theme_without_a_home_page_is_reachable(build: Build) -> None:
    site = build({"blog/posts/a.md": "---\ndate: 2024-01-31\n---\n# Alone\n"})
    assert site.titles("blog") == ["Alone"]
