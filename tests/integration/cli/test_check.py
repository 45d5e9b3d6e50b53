"""`mkdocs-blog check`: the problems of a build, and links that lead nowhere, without a build."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from support.command_line import run
from support.sites import PIXEL, write_site

if TYPE_CHECKING:
    from pathlib import Path

POSTS = """\
-- blog/posts/links.md --
---
date: 2024-01-31
description: Leads somewhere and nowhere.
---
# Links

[Good](good.md), [good](good.md#part-two), [good](good.md#marked), [own](#below), [view](../tag/spark.md).

[Gone](gone.md "Title")

![No picture](no.png)

[No anchor](good.md#part-nine) and [none here](#nowhere)

```text
[In code](also-gone.md) ![](nor-this.png)
```

    [Indented](gone-as-well.md)

## Below
-- blog/posts/good.md --
---
date: 2024-01-30
updated: 2024-02-31
tags: [Spark]
---
# Good

## Part two

## Words with `code` {#marked}
-- blog/posts/draft.md --
---
date: 2024-02-01
draft: true
---
[Nowhere](nowhere.md)
-- blog/posts/no.md --
A page without a date.
"""
CONFIG = "markdown_extensions: [attr_list]"


def checked(folder: Path, *arguments: str, code: int = 1) -> Any:
    result = run(folder, "check", "--format", "json", *arguments)
    assert result.exit_code == code, result.output
    return json.loads(result.stdout)


def places(found: Any) -> list[tuple[str, int | None, str]]:
    return [(each["path"], each["line"], each["severity"]) for each in found]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write_site(tmp_path, POSTS, CONFIG)
    return tmp_path


def test_every_problem_has_its_place(site: Path) -> None:
    found = checked(site)
    assert places(found) == [
        ("docs/blog/posts/good.md", 3, "warning"),
        ("docs/blog/posts/links.md", 9, "warning"),
        ("docs/blog/posts/links.md", 11, "warning"),
        ("docs/blog/posts/links.md", 13, "warning"),
        ("docs/blog/posts/links.md", 13, "warning"),
        ("docs/blog/posts/no.md", None, "info"),
    ]
    messages = {each["message"] for each in found}
    assert {
        "there is no file 'gone.md'",
        "there is no picture 'no.png'",
        "'good.md#part-nine' leads to an anchor that 'blog/posts/good.md' does not have",
        "'#nowhere' leads to an anchor that 'blog/posts/links.md' does not have",
    } <= messages
    assert "'2024-02-31'" in found[0]["message"]
    assert (found[0]["key"], found[1]["key"]) == ("updated", None)


def test_drafts_are_checked_when_asked_for(site: Path) -> None:
    paths = {each["path"] for each in checked(site, "--drafts")}
    assert "docs/blog/posts/draft.md" in paths


def test_a_check_of_a_blog_without_problems_succeeds(tmp_path: Path) -> None:
    write_site(tmp_path, "-- blog/posts/one.md --\n---\ndate: 2024-01-31\n---\n# One\n")
    assert checked(tmp_path, code=0) == []
    result = run(tmp_path, "check", apart=True)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "nothing is wrong\n")


def test_a_check_that_finds_notes_alone_succeeds(tmp_path: Path) -> None:
    write_site(tmp_path, {"blog/posts/no.md": "A page without a date."})
    assert {each["severity"] for each in checked(tmp_path, code=0)} == {"info"}


def test_a_strict_check_reports_missing_descriptions_and_covers(tmp_path: Path) -> None:
    write_site(
        tmp_path,
        {
            "blog/posts/bare.md": "---\ndate: 2024-01-31\n---\n# Bare\n",
            "blog/posts/full.md": "---\ndate: 2024-01-31\ndescription: All.\nimage: a.png\n---\n",
            "blog/posts/a.png": PIXEL,
        },
    )
    found = [(each["path"], each["key"]) for each in checked(tmp_path, "--strict")]
    assert found == [
        ("docs/blog/posts/bare.md", "description"),
        ("docs/blog/posts/bare.md", "image"),
    ]


def test_a_missing_cover_is_not_reported_where_previews_have_another_picture(
    tmp_path: Path,
) -> None:
    post = "---\ndate: 2024-01-31\ndescription: All.\n---\n# Bare\n"
    config = "plugins: [{blog-plugin: {image_default: a.png}}]"
    write_site(tmp_path, {"blog/posts/bare.md": post, "a.png": PIXEL}, config)
    assert checked(tmp_path, "--strict", code=0) == []


def test_links_in_front_matter_are_checked(tmp_path: Path) -> None:
    post = (
        "---\ndate: 2024-01-31\nlinks:\n  - index.md#part\n  - index.md#no\n  - gone.md\n---\n# A\n"
    )
    write_site(tmp_path, {"blog/posts/a.md": post, "index.md": "# Home\n\n## Part\n"})
    found = checked(tmp_path)
    assert [each["key"] for each in found] == ["links", "links"]
    assert "gone.md" in found[1]["message"] + found[0]["message"]


def test_what_themes_and_feeds_cannot_use_is_found_without_a_conversion(tmp_path: Path) -> None:
    posts = (
        "-- blog/posts/a.md --\n---\ndate: 2024-01-31\ntemplate: no.html\nguid: x\n---\n# A\n"
        "-- blog/posts/b.md --\n---\ndate: 2024-01-30\nguid: x\nenclosure: b.mp3\n---\n# B\n"
    )
    write_site(tmp_path, posts)
    result = run(tmp_path, "check", "--format", "json")
    found = [
        (problem["path"], problem["line"], problem["key"]) for problem in json.loads(result.output)
    ]
    assert found == [
        ("docs/blog/posts/a.md", 3, "template"),
        ("docs/blog/posts/b.md", 3, "guid"),
        ("docs/blog/posts/b.md", 4, "enclosure"),
    ]


def test_text_is_a_line_for_each_problem_and_a_summary(site: Path) -> None:
    result = run(site, "check", apart=True)
    lines = result.stdout.splitlines()
    assert lines[1] == (
        "WARNING  docs/blog/posts/links.md:9: there is no file 'gone.md' "
        "(put it at 'blog/posts/gone.md' or 'gone.md' in the docs folder, or correct the path)"
    )
    assert result.stderr == "warnings: 5, notes: 1\n"


def test_a_workflow_annotates_lines(site: Path) -> None:
    result = run(site, "check", "--format", "github", apart=True)
    lines = result.stdout.splitlines()
    assert lines[0].startswith("::warning file=docs/blog/posts/good.md,line=3,title=updated::")
    assert lines[-1].startswith("::notice file=docs/blog/posts/no.md::")


def test_an_annotation_ends_where_its_line_ends(tmp_path: Path) -> None:
    write_site(
        tmp_path,
        {"blog/posts/a,b:c.md": '---\ndate: 2024-01-31\nupdated: "100%\\n::error::x"\n---\n'},
    )
    (line,) = run(tmp_path, "check", "--format", "github").stdout.splitlines()[:1]
    assert "file=docs/blog/posts/a%2Cb%3Ac.md" in line
    assert "100%25" in line


def test_paths_lead_from_the_current_folder(site: Path) -> None:
    outside = run(site.parent, "check", "-f", f"{site.name}/mkdocs.yml", "--format", "json")
    assert json.loads(outside.stdout)[0]["path"] == f"{site.name}/docs/blog/posts/good.md"


def test_what_stops_a_build_is_a_problem_like_any_other(tmp_path: Path) -> None:
    wrong = "---\ndate: 2024-01-31\nupdated: never\n---\n"
    write_site(tmp_path, {"blog/posts/a.md": b"\xff", "blog/posts/b.md": wrong})
    assert places(checked(tmp_path)) == [
        ("docs/blog/posts/a.md", 1, "error"),
        ("docs/blog/posts/b.md", 3, "warning"),
    ]


def test_a_configuration_that_cannot_be_read_is_reported(tmp_path: Path) -> None:
    write_site(tmp_path, "", "plugins:\n  - blog-plugin:\n      related: many\n      layout: grid")
    found = checked(tmp_path)
    assert [each["path"] for each in found] == ["mkdocs.yml", "mkdocs.yml"]
    for option, each in zip(("related", "layout"), found, strict=True):
        assert f"Plugin 'blog-plugin' option '{option}': " in each["message"]


def test_one_of_several_blogs_is_checked_alone(tmp_path: Path) -> None:
    wrong = "---\ndate: 2024-02-31\n---\n"
    config = "plugins:\n  - blog-plugin\n  - blog-plugin:\n      blog_dir: news"
    write_site(tmp_path, {"blog/posts/2024-a.md": wrong, "news/posts/b.md": wrong}, config)
    paths = {each["path"] for each in checked(tmp_path, "--blog", "news")}
    assert paths - {"mkdocs.yml"} == {"docs/news/posts/b.md"}


def test_a_check_of_properdocs_names_its_configuration(tmp_path: Path) -> None:
    """In a process of its own: one engine sets aside the modules of the other."""
    write_site(
        tmp_path,
        POSTS,
        "plugins:\n  - blog-plugin:\n      feeds_length: 5\n      odd: 1\nsite_url: ''",
        name="properdocs.yml",
    )
    command = [sys.executable, "-m", "mkdocs_blog_plugin.cli", "check"]
    environment = {**os.environ, "NO_COLOR": "1"}
    done = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, check=False, env=environment
    )
    assert done.returncode == 1, done.stderr
    assert "properdocs.yml: " in done.stdout
    assert "mkdocs.yml" not in done.stdout.replace("properdocs.yml", "")
    assert "docs/blog/posts/links.md:9: " in done.stdout
