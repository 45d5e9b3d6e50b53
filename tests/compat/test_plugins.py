"""Other plugins, before and after ours: the same blog each time, and what each of them needs."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import feedparser
import pytest
from support.sites import PIXEL, SITE_URL, build_site

if TYPE_CHECKING:
    from pathlib import Path

    from support.sites import Build, Site

POST = """---
date: 2024-01-0{n}
tags: [Alpha, T{n}]
categories: [Cat]
author: Ann
---
# Post {n}

Text {n} with [home](../../index.md), [a post](post-1.md) and [a page](../../guide/page.md#part).

![picture](pixel.png)

<!-- more -->

## Section {n}

The rest {n}.
"""

FILES: dict[str, Any] = {
    "index.md": "# Home\n\nHello.\n",
    "guide/index.md": "# Guide\n\nHow to.\n",
    "guide/page.md": "# Page\n\n## Part\n\n[A post](../blog/posts/post-1.md)\n",
    "blog/posts/pixel.png": PIXEL,
    **{f"blog/posts/post-{n}.md": POST.format(n=n) for n in range(1, 5)},
}
POSTS = [f"blog/2024/01/0{n}/post-{n}/" for n in range(1, 5)]


@dataclass(frozen=True)
class Neighbour:
    """Another plugin on a site with a blog."""

    name: str
    options: str = "{}"
    files: dict[str, str] = field(default_factory=dict)
    theme: str = "mkdocs"
    follows: bool = True
    """Whether it may stand before us, too: print-site wants to be the last."""

    def build(self, build: Build, order: str, files: dict[str, str] | None = None) -> Site:
        """Build strictly with the plugin `before` or `after` ours."""
        plugins = [f"{self.name}: {self.options}", "blog-plugin: {pagination_per_page: 3}"]
        listed = plugins if order == "before" else reversed(plugins)
        config = "\n".join(["plugins:", "  - search", *(f"  - {{{one}}}" for one in listed)])
        return build(
            {**FILES, **self.files, **(files or {})}, config, theme=self.theme, strict=True
        )


NEIGHBOURS = {
    found.name: found
    for found in (
        Neighbour("autorefs"),
        Neighbour("awesome-nav", files={".nav.yml": "nav: [index.md, blog, guide]"}),
        Neighbour("document-dates"),
        Neighbour("encryptcontent"),
        Neighbour("git-authors"),
        Neighbour("git-revision-date-localized", "{enable_creation_date: true}"),
        Neighbour("glightbox"),
        Neighbour("htmlproofer", "{validate_external_urls: false, raise_error: true}"),
        Neighbour("literate-nav"),
        Neighbour("macros", "{on_undefined: strict, on_error_fail: true}"),
        Neighbour("minify", "{minify_html: true}"),
        Neighbour("offline", theme="material"),
        Neighbour("print-site", follows=False),
        Neighbour("redirects", "{redirect_maps: {'old.md': 'blog/tag/alpha.md'}}"),
        Neighbour("rss"),
        Neighbour("section-index", theme="readthedocs"),
        Neighbour("social", "{cards: false}", theme="material"),
    )
}
CASES = [
    (name, order)
    for name, found in NEIGHBOURS.items()
    for order in ("before", "after")
    if found.follows or order == "after"
]


@pytest.fixture(autouse=True)
def _repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the site be in a repository, where plugins look for dates and authors."""
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    monkeypatch.chdir(tmp_path)  # git-authors looks at the working directory


def commit(folder: Path) -> None:
    who = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org"]
    subprocess.run(["git", "-C", folder, "add", "--all"], check=True)
    subprocess.run(["git", "-C", folder, *who, "commit", "--quiet", "-m", "."], check=True)


def facts(site: Site) -> dict[str, Any]:
    """Return what a blog shows: its lists, its feed, and where its posts are found."""
    views = ("blog", "blog/page/2", "blog/archive/2024", "blog/tag/alpha", "blog/tag/t1")
    index = site.folder / "search/search_index.json"
    entries = json.loads(index.read_text(encoding="utf-8"))["docs"]
    pages = [entry["location"] for entry in entries if "#" not in entry["location"]]
    return {
        "lists": {
            view: [
                (entry["name"], address(entry["url"][0]), bool(entry["summary"]))
                for entry in site.feed(view)
            ]
            for view in views
        },
        "feed": [
            (entry.title, address(entry.link))
            for entry in feedparser.parse(site.read("blog/rss.xml")).entries
        ],
        "search": sorted(address(page) for page in pages if page.startswith("blog/")),
    }


def address(url: str) -> str:
    """Return the address of a page, whichever form it has."""
    return url.removeprefix(SITE_URL).removesuffix("index.html").removesuffix(".html").strip("/")


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what the blog shows without neighbours."""
    config = "plugins: [search, {blog-plugin: {pagination_per_page: 3}}]"
    return facts(build_site(tmp_path_factory.mktemp("alone"), FILES, config, strict=True))


@pytest.mark.parametrize(("name", "order"), CASES)
def test_another_plugin_changes_nothing_in_the_blog(
    build: Build, alone: dict[str, Any], tmp_path: Path, name: str, order: str
) -> None:
    if name.startswith("git-"):
        build({**FILES}, "plugins: []")
        commit(tmp_path)
    site = NEIGHBOURS[name].build(build, order)
    assert facts(site) == alone
    assert "<h1" not in site.read("blog/rss.xml")
    if name != "print-site":
        assert site.broken_links() == []


def in_each_order(name: str, build: Build, files: dict[str, str] | None = None) -> list[Site]:
    return [NEIGHBOURS[name].build(build, order, files) for order in ("before", "after")]


def test_references_of_autorefs_are_resolved_in_lists_and_feeds(build: Build) -> None:
    post = FILES["blog/posts/post-4.md"].replace("Text 4", "Text [Part][part]")
    for site in in_each_order("autorefs", build, {"blog/posts/post-4.md": post}):
        hrefs = [link["href"] for link in site.html("blog").select(".blog-excerpt a")]
        assert "../guide/page/#part" in hrefs
        assert "guide/page/#part" in site.read("blog/rss.xml")


def test_macros_are_run_once_in_text_and_title_and_not_in_terms(build: Build) -> None:
    post = """---
date: 2024-02-01
tags: ['{{ no.such }}']
---
# Release {{ 1 + 1 }}

{% set count = namespace(of=0) %}{% set count.of = count.of + 1 %}Run {{ count.of }} of {{ '{{' }}.
"""
    for site in in_each_order("macros", build, {"blog/posts/macro.md": post}):
        assert site.titles("blog")[0] == "Release 2"
        assert "Run 1 of {{." in site.html("blog").get_text()
        assert "{{ no.such }}" in site.html("blog/tag").get_text()
        assert not [line for line in site.infos if "shortcode" in line]


@pytest.mark.parametrize("written", ["2024", "2024-02-01", "1.5", "yes", "", "[]"])
def test_macros_find_titles_that_are_text(build: Build, written: str) -> None:
    header = f"---\ntitle: {written}\ndate: 2024-02-01\n---\n"
    files = {
        "blog/index.md": f"{header}Welcome.\n",
        "blog/posts/in-nav.md": f"{header}Text {{{{ 1 + 1 }}}}.\n",
        "blog/posts/outside.md": f"{header}Text {{{{ 1 + 2 }}}}.\n",
    }
    config = """nav: [index.md, blog/index.md, blog/posts/in-nav.md]
plugins: [search, macros, blog-plugin]"""
    site = build(files, config)
    texts = [entry["summary"][0].strip() for entry in site.feed("blog")]
    assert texts == ["Text 2.", "Text 3."]


def test_macros_can_list_posts(build: Build) -> None:
    loop = "{% for post in blog.recent(2) %}\n- [{{ post.title }}](/{{ post.url }})\n{% endfor %}\n"
    for site in in_each_order("macros", build, {"index.md": f"# Home\n\n{loop}"}):
        links = [link.text for link in site.html("").select("li a[href^='/blog/']")]
        assert links == ["Post 4", "Post 3"]


def nav_of(site: Site) -> list[str]:
    return [link.get_text(strip=True) for link in site.html("").select(".navbar-nav a[href]")]


def test_literate_nav_lists_no_posts_unless_told_so(build: Build) -> None:
    for site in in_each_order("literate-nav", build):
        names = nav_of(site)
        assert "Blog" in names
        assert not [name for name in names if name.startswith("Post ")]
    summary = {
        "SUMMARY.md": "- [Home](index.md)\n- [News](blog/index.md)\n- [Tag](blog/tag/t1.md)\n"
    }
    neighbour = Neighbour("literate-nav", "{nav_file: SUMMARY.md}", summary)
    names = nav_of(neighbour.build(build, "after"))
    assert {"Home", "News", "Tag"} <= set(names)
    assert not [name for name in names if name.startswith("Post ")]


NAV = """nav:
  - index.md
  - First: blog/posts/post-1.md
  - blog/tag/alpha.md
  - Blog: [blog/index.md, blog/archive/index.md]
  - "*"
"""


def test_awesome_nav_may_name_posts_and_views(build: Build) -> None:
    for site in in_each_order("awesome-nav", build, {".nav.yml": NAV}):
        names = nav_of(site)
        assert names[:3] == ["Home", "First", "Posts tagged Alpha"]
        assert not [name for name in names if name.startswith("Post ")]
        assert site.html("").get_text().count("Archive") == 1


def test_overviews_join_the_section_that_section_index_makes(build: Build) -> None:
    for site in in_each_order("section-index", build):
        links = [link.get_text(strip=True) for link in site.html("blog").select(".current a")]
        assert {"Archive", "Categories", "Tags", "Authors"} <= set(links)


def test_rss_has_the_posts_and_none_of_our_views(build: Build) -> None:
    for site in in_each_order("rss", build):
        feed = feedparser.parse(site.read("feed_rss_created.xml"))
        found = {entry.link.removeprefix(SITE_URL) for entry in feed.entries}
        assert found == {*POSTS, "", "guide/", "guide/page/"}


def test_redirects_may_lead_to_a_post_or_view(build: Build) -> None:
    options = "{redirect_maps: {'a.md': 'blog/posts/post-1.md', 'b.md': 'blog/tag/alpha.md'}}"
    for order in ("before", "after"):
        site = Neighbour("redirects", options).build(build, order)
        assert f"url=../{POSTS[0]}" in site.read("a")
        assert "url=../blog/tag/alpha/" in site.read("b")


def test_print_site_prints_the_titles_of_posts(build: Build) -> None:
    page = NEIGHBOURS["print-site"].build(build, "after").html("print_page")
    links = [link["href"] for link in page.select("section#blog li a")]
    assert links == [f"{SITE_URL}{post}" for post in reversed(POSTS[1:])]


def test_addresses_of_an_offline_site_name_files(build: Build) -> None:
    for site in in_each_order("offline", build):
        assert site.exists("blog/2024/01/04/post-4.html")
        assert not site.exists("blog/tag/alpha/index.html")


def test_minify_keeps_what_machines_read(build: Build) -> None:
    for site in in_each_order("minify", build):
        page = site.html("blog/2024/01/04/post-4")
        scripts = page.select("script[type='application/ld+json']")
        found = [json.loads(script.string) for script in scripts]
        assert "Post 4" in [thing.get("headline") for thing in found]


GENERATE = f"""import mkdocs_gen_files

HEADER = "date: 2025-01-01\\ntags: [Made]\\nauthor: bea\\nimage: made.png"
with mkdocs_gen_files.open("blog/posts/made.md", "w") as file:
    file.write(f"---\\n{{HEADER}}\\n---\\n# Made\\n\\n[Home](../../index.md)\\n")
with mkdocs_gen_files.open("blog/posts/made.png", "wb") as file:
    file.write({PIXEL!r})
with mkdocs_gen_files.open("blog/.authors.yml", "w") as file:
    file.write("bea: Beatrix")
"""


@pytest.mark.parametrize("order", ["before", "after"])
def test_posts_from_gen_files_are_posts(build: Build, order: str, tmp_path: Path) -> None:
    script = tmp_path / "generate.py"
    files = {"../generate.py": GENERATE, "blog/talks/_index.md": "# Talks\n"}
    site = Neighbour("gen-files", f"{{scripts: ['{script}']}}", files).build(build, order)
    assert site.titles("blog")[0] == "Made"
    assert site.titles("blog/tag/made") == ["Made"]
    assert "Talks" in site.html("blog/talks").text
    post = site.entry("blog/2025/01/01/made")
    assert post["author"][0]["properties"]["name"] == ["Beatrix"]
    assert post["featured"] == [{"value": f"{SITE_URL}blog/made.png", "alt": ""}]
    assert site.exists("blog/made.png")
    assert site.broken_links() == []


NEW_TEXT = """from mkdocs.structure.files import File

def on_files(files, config):
    post = files.src_uris["blog/posts/post-4.md"]
    files.remove(post)
    text = post.content_string.replace("# Post 4", "# Another").replace("[Alpha, T4]", "[Beta]")
    files.append(File.generated(config, post.src_uri, content=text))
    return files
"""


def test_the_text_that_another_plugin_gives_a_post_is_what_counts(build: Build) -> None:
    site = build({**FILES, "../change.py": NEW_TEXT}, "hooks: [change.py]", strict=True)
    assert site.titles("blog")[0] == "Another"
    assert site.titles("blog/tag/beta") == ["Another"]


EXCLUDE = """def on_files(files, config):
    for path in ("blog/posts/post-4.md", "blog/tag/alpha.md", "blog/index.md", "blog/rss.xml"):
        if path in files.src_uris:
            files.remove(files.src_uris[path])
    return files
"""


def test_a_post_may_be_taken_away_but_no_page_that_others_link_to(build: Build) -> None:
    site = build({**FILES, "../exclude.py": EXCLUDE}, "hooks: [exclude.py]", strict=True)
    assert site.titles("blog") == ["Post 3", "Post 2", "Post 1"]
    assert site.titles("blog/tag/alpha") == ["Post 3", "Post 2", "Post 1"]
    assert site.broken_links() == []
    assert site.exists("blog/rss.xml")


def test_a_version_of_mike_has_feeds_of_its_own(
    build: Build,
) -> None:
    hook = "def on_config(config):\n    config.site_url += '1.2/'\n"
    site = build({**FILES, "../mike.py": hook}, "hooks: [mike.py]", strict=True)
    feed = feedparser.parse(site.read("blog/rss.xml"))
    assert {entry.link.rpartition("blog/")[0] for entry in feed.entries} == {f"{SITE_URL}1.2/"}


FOR_MEMBERS = """---
date: 2024-03-01
title: For members
tags: [Alpha]
password: open sesame
---
# For members

The treasure is buried.

## Where

Treasure under the tree.
"""


def test_an_encrypted_post_leaves_its_text_nowhere(build: Build) -> None:
    options = "[search, {encryptcontent: {}}, {blog-plugin: {posts_json: true}}]"
    files = {
        **FILES,
        "blog/posts/secret.md": FOR_MEMBERS,
        "index.md": "# Home\n\n<!-- blog:posts -->\n",
    }
    site = build(files, f"plugins: {options}", theme="material")
    assert site.titles("blog")[0] == "For members"
    (page,) = [path for path in site.pages if "for-members" in path]
    assert "reasure" not in site.read(page)
    others = [path for path in site.paths if path.endswith((".html", ".xml", ".json", ".md"))]
    assert [path for path in others if "reasure" in site.read(path)] == []
    assert [path for path in others if "sesame" in site.read(path)] == []


def test_generated_views_have_no_history(build: Build, tmp_path: Path) -> None:
    files = {**FILES, "blog/tag/alpha.md": "# About Alpha\n"}
    plugins = "[search, git-revision-date-localized, git-authors, blog-plugin]"
    build(files, "plugins: []")
    commit(tmp_path)
    site = build(files, f"plugins: {plugins}", theme="material", strict=True)
    dated = [path for path in site.pages if site.html(path).select(".md-source-file")]
    written = ["blog/tag/alpha/", "guide/", "guide/page/", ""]
    assert dated == sorted(f"{path}index.html" for path in (*POSTS, *written))


def test_widgets_of_document_dates_are_in_no_list_or_feed(build: Build, tmp_path: Path) -> None:
    build({**FILES}, "plugins: []")
    commit(tmp_path)
    for site in in_each_order("document-dates", build):
        assert site.html(POSTS[3]).select(".document-dates-plugin")
        assert not site.html("blog").select(".document-dates-plugin")
        assert not [found for found in site.feed("blog") if "The rest" in found["summary"][0]]
        assert "dd-item" not in site.read("blog/rss.xml")
        description = site.html(POSTS[3]).select_one("meta[name=description]")["content"]
        assert description == "Text 4 with home, a post and a page."


TIDY = """
def on_post_build(config):
    config.plugins["monorepo"].post_build(config)  # which it means to do by itself
"""


def test_a_post_of_monorepo_has_the_edit_link_of_its_own_repository(build: Build) -> None:
    post = "---\ndate: 2024-03-01\nblog: true\npermalink: /elsewhere/\n---\n# Of another\n"
    own = "site_name: sub\nrepo_url: https://example.org/sub\nedit_uri: edit/\nnav: [index.md]\n"
    files = {
        "../tidy.py": TIDY,
        "../sub/mkdocs.yml": own,
        "../sub/docs/index.md": "# Sub\n",
        "../sub/docs/x.md": post,
        "index.md": "# Home\n",
    }
    config = """
repo_url: https://example.org/main
nav: [index.md, Blog: blog/index.md, Sub: '!include ./sub/mkdocs.yml']
plugins: [search, monorepo, blog-plugin]
hooks: [tidy.py]
"""
    site = build(files, config, strict=True)
    assert site.titles("blog") == ["Of another"]
    links = [link["href"] for link in site.html("elsewhere").select("a[href*='/edit/']")]
    assert links == ["https://example.org/sub/edit/x.md"]


NOTEBOOKS = """
import os
from mkdocs.structure.files import File, Files

class NotebookFile(File):
    def __init__(self, file, config):
        self.file = file
        self.dest_uri = self._get_dest_path(file.use_directory_urls)
        self.abs_dest_path = os.path.join(config.site_dir, self.dest_uri)
        self.url = self._get_url(file.use_directory_urls)

    def __getattr__(self, name):
        return getattr(self.file, name)

    def is_documentation_page(self):
        return True

def on_files(files, config):
    made = [NotebookFile(f, config) if f.src_uri.endswith(".ipynb") else f for f in files]
    return Files(made)

def on_pre_page(page, config, files):
    if isinstance(page.file, NotebookFile):
        def render(config, files):
            page.content, page.toc, page.present_anchor_ids = "<h1>Run</h1><p>Ran.</p>", [], set()
        page.render = render
    return page
"""
NOTEBOOK = json.dumps(
    {
        "cells": [{"cell_type": "markdown", "source": ["# Run\n"]}],
        "metadata": {"tags": ["Alpha"], "kernelspec": {}},
    }
)


def test_notebooks_stay_what_their_plugin_makes_of_them(build: Build) -> None:
    files = {
        "../notebooks.py": NOTEBOOKS,
        "lab.ipynb": NOTEBOOK,
        "blog/posts/2024-03-01-run.ipynb": NOTEBOOK,
        "blog/posts/undated.ipynb": NOTEBOOK,
    }
    site = build({**FILES, **files}, "hooks: [notebooks.py]", strict=True)
    assert site.titles("blog/tag/alpha")[0] == "Run"
    for page in ("lab", "blog/2024/03/01/run", "blog/posts/undated"):
        assert "Ran." in site.html(page).get_text()
        assert "cell_type" not in site.read(page)
