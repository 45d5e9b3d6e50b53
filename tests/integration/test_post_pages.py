"""What a reader, and a machine, finds on the page of a post."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest
from support.sites import PIXEL, iso

if TYPE_CHECKING:
    from support.sites import Build

SUMMIT = """---
title: "Streams Meeting 2017"
layout: post
date: 2017-11-03 10:31:52 +0900
image: 'images/'
description:
tag: ["Streams", "Conference"]
blog: true
author: "ada"
---

Last month the people who build stream processors met in Lyon.

![the hall](images/posts/streams/hall.jpg)
"""
"""A post as a Jekyll blog of those years has them; every key of it is a trap for somebody."""

THREE_PAGES = {"index.md": "# Home\n", "guide.md": "# Guide\n", "about.md": "# About\n"}


def test_a_post_of_jekyll_needs_no_rewriting(everywhere: Build) -> None:
    site = everywhere({**THREE_PAGES, "blog/posts/2017-11-03-streams-meeting.md": SUMMIT})
    page = "blog/2017/11/03/streams-meeting-2017"
    entry = site.entry(page)
    assert entry["name"] == ["Streams Meeting 2017"]
    assert iso(entry["published"]) == "2017-11-03T10:31:52+09:00"
    assert [author["properties"]["name"] for author in entry["author"]] == [["ada"]]
    assert entry["category"] == ["Streams", "Conference"]
    assert 'datetime="2017-11-03T10:31:52+09:00"' in site.read(page)
    assert "November 3, 2017" in site.html(page).get_text()
    assert [h1.get_text() for h1 in site.html(page).select("h1")] == ["Streams Meeting 2017"]
    for view in ("archive/2017", "tag/streams", "tag/conference", "author/ada"):
        assert site.titles(f"blog/{view}") == ["Streams Meeting 2017"]
    assert len(site.warnings) == 1
    assert [link for link in site.broken_links() if "hall.jpg" not in link] == []


FULL = """---
date: 2024-01-31T10:00:00+01:00
updated: 2024-02-03
authors: [ada, Charles Babbage]
categories: [Talks]
tags: [Spark]
description: What happened, in short.
image: {path: cover.png, alt: A stage}
readtime: 7
---
# The full post

The first paragraph.

## A section

More.
"""

AUTHORS = """authors:
  ada:
    name: Ada <Lovelace>
    description: Writes & computes
    avatar: ada.png
    url: https://example.com/ada
    email: ada@example.com
"""

FULL_SITE = {
    "index.md": "# Home\n",
    "blog/.authors.yml": AUTHORS,
    "ada.png": PIXEL,
    "blog/posts/cover.png": PIXEL,
    "blog/posts/full.md": FULL,
}
PAGE = "blog/2024/01/31/the-full-post"


def test_machines_read_one_entry_with_all_its_properties(everywhere: Build) -> None:
    site = everywhere(FULL_SITE, strict=True)
    entry = site.entry(PAGE)
    assert entry["name"] == ["The full post"]
    assert entry["url"] == [f"https://example.org/{site.file(PAGE).removesuffix('index.html')}"]
    assert iso(entry["published"]) == "2024-01-31T10:00:00+01:00"
    assert iso(entry["updated"]) == "2024-02-03T00:00:00+00:00"
    assert entry["category"] == ["Talks", "Spark"]
    assert entry["summary"] == ["What happened, in short."]
    names = [author["properties"]["name"][0] for author in entry["author"]]
    assert names == ["Ada <Lovelace>", "Charles Babbage"]
    (content,) = entry["content"]
    assert content["value"].split()[:3] == ["The", "first", "paragraph."]
    assert "A section" in content["value"]


def test_the_byline_has_dates_authors_and_reading_time(on_each_theme: Build) -> None:
    site = on_each_theme(FULL_SITE)
    byline = site.html(PAGE).select_one(".blog-byline").get_text(" ", strip=True)
    for part in ("Ada <Lovelace>", "Charles Babbage", "January 31, 2024", "February 3, 2024", "7"):
        assert part in byline


def test_addresses_for_mail_are_not_printed(build: Build) -> None:
    site = build(FULL_SITE)
    assert not [page for page in site.pages if "ada@example.com" in site.read(page)]


def test_terms_are_links_with_the_relation_of_a_tag(build: Build) -> None:
    links = build(FULL_SITE).html(PAGE).select("a[rel~=tag]")
    targets = [urljoin(f"/{PAGE}/", link["href"]) for link in links]
    assert targets == ["/blog/category/talks/", "/blog/tag/spark/"]


def test_an_author_page_shows_who_that_is(build: Build) -> None:
    site = build(FULL_SITE)
    text = site.html("blog/author/ada").get_text()
    assert "Writes & computes" in text
    assert site.html("blog/author/ada").select("img[src$='ada.png']")


HEADINGS = {
    "no heading": ("", "Text."),
    "an equal heading": ("", "# Title\n\nText."),
    "another heading": ("", "# Another\n\nText."),
    "two headings": ("", "# Title\n\nText.\n\n# Second\n\nMore."),
    "an underlined heading": ("", "Title\n=====\n\nText."),
    "code in the heading": ("", "# `Title`\n\nText."),
}


@pytest.mark.parametrize("case", HEADINGS)
def test_the_title_is_shown_once(on_each_theme: Build, case: str) -> None:
    head, body = HEADINGS[case]
    text = f"---\ndate: 2024-01-31\ntitle: Title\n{head}---\n{body}\n"
    site = on_each_theme({"index.md": "# Home\n", "blog/posts/a.md": text})
    page = "blog/2024/01/31/title"
    written = [line for line in body.splitlines() if line.startswith("# ") or line == "====="]
    assert len(site.html(page).select("h1")) == max(1, len(written))
    assert site.entry(page)["name"] == ["Title"]
    assert site.titles("blog") == ["Title"]
    assert site.html("blog").select(".blog-entry h1") == []


def test_a_title_equal_to_the_heading_stays_outside_of_the_content(build: Build) -> None:
    entry = build(FULL_SITE).entry(PAGE)
    assert "The full post" not in entry["content"][0]["value"]


@pytest.mark.parametrize("title", ["a < b & c", 'say "hi"', "x: y", "<script>alert(1)</script>"])
def test_a_title_is_escaped_once_wherever_it_stands(on_each_theme: Build, title: str) -> None:
    quoted = "'" + title.replace("'", "''") + "'"
    files = {
        "blog/posts/a.md": f"---\ndate: 2024-01-31\ntitle: {quoted}\nslug: a\ntags: [{quoted}]\n---\nText.\n",
        "blog/posts/b.md": "---\ndate: 2024-02-01\n---\n# B\n",
    }
    site = on_each_theme(files)
    assert site.entry("blog/2024/01/31/a")["name"] == [title]
    assert site.titles("blog") == ["B", title]
    for page in site.pages:
        text = site.read(page)
        assert "<script>alert" not in text
        assert "&amp;amp;" not in text
        assert "&amp;lt;" not in text


def test_neighbours_are_the_older_and_the_newer_post(on_each_theme: Build) -> None:
    days = {"one": 1, "two": 2, "three": 3}
    files = {
        f"blog/posts/{name}.md": f"---\ndate: 2024-01-0{day}\n---\n# {name}\n"
        for name, day in days.items()
    }
    files["blog/posts/draft.md"] = "---\ndate: 2024-01-02 12:00\ndraft: true\n---\n# draft\n"
    site = on_each_theme({"index.md": "# Home\n", "z.md": "# Z\n", **files})

    def linked(page: str) -> set[str]:
        return {
            f"{name}: {urljoin(f'/{page}/', link['href'])}"
            for link in site.html(page).select("a[href]")
            for name in ("Previous", "Next")
            if name in link.get_text()
        }

    one, two, three = "blog/2024/01/01/one", "blog/2024/01/02/two", "blog/2024/01/03/three"
    assert linked(one) == {f"Next: /{two}/"}
    assert linked(two) == {f"Previous: /{one}/", f"Next: /{three}/"}
    assert linked(three) == {f"Previous: /{two}/"}


def test_themes_and_plugins_find_normalised_facts_in_meta(build: Build) -> None:
    hook = """import json
from pathlib import Path

def on_page_context(context, page, config, nav):
    if page.file.src_uri.startswith("blog/posts/"):
        kept = {key: str(page.meta[key]) for key in ("title", "date", "author", "tags", "extra")}
        Path(config.site_dir, "meta.json").write_text(json.dumps(kept))
"""
    text = "---\ndate: 2024-01-31\ntag: a, b\nauthor: Ada\nextra: kept\n---\n# Title\n"
    files = {"blog/posts/a.md": text, "../hook.py": hook}
    site = build(files, "hooks: [hook.py]")
    assert site.read("meta.json") == (
        '{"title": "Title", "date": "2024-01-31 00:00:00+00:00", "author": "Ada", '
        '"tags": "[\'a\', \'b\']", "extra": "kept"}'
    )


def test_a_page_that_is_written_is_what_it_was_before(build: Build) -> None:
    hook = """from pathlib import Path

from mkdocs.plugins import event_priority

before = []

@event_priority(-200)
def on_env(env, config, files):
    pages = [file.page for file in files.documentation_pages()]
    before.extend((page, page.content, dict(page.meta)) for page in pages)

def on_post_build(config):
    changed = [page for page, *found in before if found != [page.content, page.meta]]
    Path(config.site_dir, "changed.txt").write_text(f"{len(before)}: {changed}")
"""
    files = {"index.md": "# Home\n\n<!-- blog:posts -->\n", "../hook.py": hook}
    site = build(FULL_SITE | files, "hooks: [hook.py]")
    assert "blog-list" in site.read("index.html")
    count, changed = site.read("changed.txt").split(": ")
    assert int(count) > 10
    assert changed == "[]"


def test_byline_and_footer_can_be_left_out(build: Build) -> None:
    config = "plugins: [search, {blog-plugin: {post_byline: false, post_footer: false}}]"
    site = build(FULL_SITE, config)
    assert site.html(PAGE).select(".blog-byline, .blog-footer") == []


def test_only_neutral_elements_and_own_classes_are_used(build: Build) -> None:
    site = build(FULL_SITE)
    assert site.exists(site.file(PAGE))
    for page in site.pages:
        assert site.html(page).select("article, aside, address, body main footer") == []
