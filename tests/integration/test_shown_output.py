"""What the documentation shows as output is what the plugin writes."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.command_line import run
from support.sites import PIXEL, build_folder, build_site, files_of, write_files, write_site

if TYPE_CHECKING:
    from support.sites import Build

DOCS = Path(__file__).parents[2] / "docs"

HELLO = """\
-- blog/posts/hello.md --
---
date: 2026-11-22
tags: [News]
author: Ada
---

# Hello

The first paragraph becomes the excerpt on the lists.
"""
"""The post of the home page, of Getting started and of others."""


def shown(page: str, language: str, begin: str = "") -> str:
    """Return the first block of a language on a page, or the first that begins with a text."""
    text = (DOCS / page).read_text(encoding="utf-8")
    blocks = re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return str(next(block for block in blocks if block.startswith(begin)))


def printed(command: str) -> list[str]:
    """Return the lines that a console block of the page on commands shows below a command."""
    _, *lines = shown("cli.md", "console", f"$ mkdocs-blog {command}").splitlines()
    return [line for line in lines if not line.startswith("$ ")]


def test_the_first_post_of_the_readme_is_where_it_says(tmp_path: Path) -> None:
    readme = (DOCS.parent / "README.md").read_text(encoding="utf-8")
    (config,) = re.findall(r"^```yaml\n(.*?)^```$", readme, re.MULTILINE | re.DOTALL)
    (post,) = re.findall(r"^```markdown\n(.*?)^```$", readme, re.MULTILINE | re.DOTALL)
    files = {"mkdocs.yml": config, "docs/index.md": "# Home\n", "docs/blog/posts/hello.md": post}
    write_files(tmp_path, files)
    site = build_folder(tmp_path, strict=True)
    named = re.search(r"shows the post at `/(.+?)` and the list at `/(.+?)`", readme)
    assert named is not None
    assert site.html(named[1]).h1.get_text() == "Hello"
    assert site.titles(named[2]) == ["Hello"]


def test_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795910400")  # 2026-11-29
    write_site(tmp_path, "-- blog/posts/2026-01-02-first.md --\n# First\n")
    arguments = ["Spark Summit", "--tag", "Spark", "--tag", "Big data", "--draft"]
    assert run(tmp_path, "new", *arguments).output.splitlines() == printed("new")


def test_check(tmp_path: Path) -> None:
    trip = (
        "---\ntitle: A trip\ndate: 3/11/2017\npublished: 2017-11-03\n---\n# A trip\n\nBy train.\n"
        "![](no.png)\n\nMore is\nin\n[the guide](guide.md#seven).\n"
    )
    guide = "---\ndate: 2017-11-01\n---\n# The guide\n"
    write_site(tmp_path, {"blog/posts/trip.md": trip, "blog/posts/guide.md": guide})
    output = run(tmp_path, "check").output
    assert output.splitlines() == printed("check")
    for post in ("one-line-per-mistake", "posts-as-they-are"):
        text = shown(f"blog/posts/{post}.md", "text").replace("\n    (", " (")
        assert [line for line in text.splitlines() if line not in output] == []


def test_list(tmp_path: Path) -> None:
    files = """\
-- blog/posts/spark.md --
---
date: 2026-01-31
---
# Spark
-- blog/posts/flink.md --
---
date: 2026-03-01
---
# Flink
-- blog/posts/draft.md --
---
date: 2026-04-01
draft: true
---
# Draft
-- blog/posts/later.md --
---
date: 2026-05-01
---
# Later
"""
    config = "plugins: [{blog-plugin: {draft_if_future_date: true}}]"
    with pytest.MonkeyPatch.context() as context:
        context.setenv("SOURCE_DATE_EPOCH", "1776000000")  # in April 2026
        write_site(tmp_path, files, config)
        assert run(tmp_path, "list").output.splitlines() == printed("list")


def test_convert(tmp_path: Path) -> None:
    files = """\
-- _config.yml --
title: Photos
-- _includes/note.html --
<p>Taken with a phone.</p>
-- about.md --
---
title: About
---
Who I am.
-- contact.md --
---
title: Contact
---
Write to me.
-- _posts/2019-05-01-photos.md --
---
title: Photos
---
Some of them are of

{% include note.html %}

the sea. {% link about.md %}

{% highlight text %}
shutter
{% endhighlight %}

{% gallery summer %}
-- _posts/2019-06-01-more.md --
---
title: More
---
See [the first ones]({% post_url 2019-05-01-photos %}).
"""
    write_files(tmp_path / "old-blog", files_of(files) | {"sea.png": PIXEL, "sun.png": PIXEL})
    (tmp_path / "work").mkdir()
    done = run(tmp_path / "work", "convert", "../old-blog", "new-site")
    assert done.output.splitlines() == printed("convert ../old-blog")
    command = "$ mkdocs-blog convert ../old-blog new-site\n"
    assert shown("blog/posts/moving-a-blog.md", "console") == command + done.output


def test_export(tmp_path: Path) -> None:
    config = "hooks: [hook.py]\ntheme: material"
    write_site(tmp_path / "site", {"index.md": "# Home\n", **files_of(HELLO)}, config)
    write_files(tmp_path / "site", {"hook.py": ""})
    done = run(tmp_path / "site", "export", "../site-for-zensical", "--for", "zensical")
    assert done.output.splitlines() == printed("export")


def test_a_problem_with_all_of_its_parts(build: Build) -> None:
    post = "---\npublished: 2017-11-03\ndate: 3/11/2017\n---\n# A trip\n"
    (warning,) = build({"blog/posts/trip.md": post}).warnings
    assert f"{warning.partition(': ')[2]}\n" == shown("problems.md", "text")


def test_the_post_as_markdown_and_the_link_to_it(build: Build) -> None:
    site = build(HELLO, "plugins: [{blog-plugin: {markdown: true}}]")
    page = "blog/2026/11/22/hello"
    assert shown("markdown.md", "html").strip() in site.read(f"{page}/index.html")
    assert site.read(f"{page}/index.md") == shown("markdown.md", "markdown")


def test_the_export_for_widgets(build: Build) -> None:
    site = build(HELLO, "plugins: [{blog-plugin: {export: true}}]")
    made = json.loads(site.read("blog/posts.json"))
    expected = json.loads(shown("feeds.md", "json"))
    taxonomies = {name: terms for name, terms in made["taxonomies"].items() if terms}
    assert made | {"taxonomies": {"tags": taxonomies["tags"]}} == expected


HOME = "-- index.md --\n# Home\n"
DATED = "---\ndate: 2026-11-22\n---\n# Hello\n"


def test_messages_that_troubleshooting_shows(tmp_path: Path) -> None:
    post = f"{HOME}-- blog/posts/hello.md --\n"
    material = "theme: material\nplugins: [search, blog, blog-plugin]"
    sites = [
        (f"{post}---\ntitle: Hello\n---\n# Hello\n", ""),
        (f"{HOME}-- news/posts/hello.md --\n{DATED}", ""),
        (f"{post}\n{DATED}", ""),
        (post + DATED, "nav: [Home: index.md]\nsite_url: ''"),
        (f"{HOME}-- blog/index.md --\n# Blog\n", material),
        (post + DATED, "plugins: [search, blog-plugin: {post_per_page: 5}]"),
    ]
    said = [
        record.getMessage().removeprefix("mkdocs_blog_plugin: ")
        for number, (files, config) in enumerate(sites)
        for record in build_site(tmp_path / str(number), files, config).records
    ]
    page = (DOCS / "troubleshooting.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```text\n(.*?)\n```$", page, re.MULTILINE | re.DOTALL)
    assert len(blocks) == 7
    assert [block for block in blocks if block not in said] == []
