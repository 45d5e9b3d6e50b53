"""`mkdocs-blog list`: all posts, with the addresses and states that a build gives them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from support.command_line import run
from support.sites import write_site

if TYPE_CHECKING:
    from pathlib import Path

POSTS = """\
-- blog/posts/spark.md --
---
date: 2024-01-31 10:00 +02:00
updated: 2024-02-01
tags: [Spark, Big data]
categories: News
authors: [ada]
---
# Spark
-- blog/posts/flink.md --
---
date: 2024-03-01
tags: [flink]
expires: 2026-06-01
---
# Flink
-- blog/posts/draft.md --
---
date: 2024-04-01
draft: true
---
# Draft
-- blog/posts/later.md --
---
date: 2026-05-01 08:00
tags: Spark
---
# Later
-- blog/posts/gone.md --
---
date: 2020-01-01
expires: 2021-01-01
---
# Gone
-- blog/posts/quiet.md --
---
date: 2021-05-01
unlisted: true
---
# Quiet \x1b[31mred
-- blog/.authors.yml --
authors:
  ada:
    name: Ada Lovelace
"""
CONFIG = "plugins:\n  - blog-plugin:\n      draft_if_future_date: true"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Write a blog with a post in each state; "now" is the first of January 2026."""
    write_site(tmp_path, POSTS, CONFIG)
    return tmp_path


def listed(folder: Path, *arguments: str) -> Any:
    result = run(folder, "list", "--json", *arguments)
    assert result.exit_code == 0, result.output
    return json.loads(result.output)


def test_a_list_has_every_post_with_its_state(site: Path) -> None:
    assert {post["src"]: post["state"] for post in listed(site)} == {
        "blog/posts/later.md": "scheduled",
        "blog/posts/draft.md": "draft",
        "blog/posts/flink.md": "published",
        "blog/posts/spark.md": "published",
        "blog/posts/quiet.md": "unlisted",
        "blog/posts/gone.md": "expired",
    }


def test_a_list_has_all_facts_of_a_post(site: Path) -> None:
    (post,) = listed(site, "--author", "ada")
    assert post == {
        "src": "blog/posts/spark.md",
        "url": "blog/2024/01/31/spark/",
        "title": "Spark",
        "date": "2024-01-31T10:00:00+02:00",
        "updated": "2024-02-01T00:00:00+00:00",
        "state": "published",
        "tags": ["Spark", "Big data"],
        "categories": ["News"],
        "authors": ["Ada Lovelace"],
    }


@pytest.mark.parametrize(
    ("arguments", "titles"),
    [
        (["--drafts"], ["Draft"]),
        (["--future"], ["Later"]),
        (["--expired"], ["Gone"]),
        (["--drafts", "--future"], ["Later", "Draft"]),
        (["--tag", "SPARK"], ["Later", "Spark"]),
        (["--tag", "spark", "--tag", "big-data"], ["Spark"]),
        (["--tag", "spark", "--future"], ["Later"]),
        (["--author", "Ada Lovelace"], ["Spark"]),
        (["--tag", "none"], []),
    ],
)
def test_options_narrow_the_list_down(site: Path, arguments: list[str], titles: list[str]) -> None:
    assert [post["title"] for post in listed(site, *arguments)] == titles


def test_a_table_has_a_line_for_each_post_and_drives_no_terminal(site: Path) -> None:
    lines = run(site, "list").output.splitlines()
    assert len(lines) == 6
    assert lines[0].split() == ["2026-05-01", "scheduled", "blog/posts/later.md", "Later"]
    assert "\x1b" not in "".join(lines)


@pytest.mark.parametrize(
    ("arguments", "output"),
    [
        (["--next"], "2026-05-01T08:00:00+00:00\n"),
        (["--next", "--tag", "flink"], "2026-06-01T00:00:00+00:00\n"),
        (["--next", "--drafts"], ""),
        (["--next", "--drafts", "--json"], "null\n"),
    ],
)
def test_the_next_change_is_an_instant(site: Path, arguments: list[str], output: str) -> None:
    result = run(site, "list", *arguments)
    assert (result.exit_code, result.output) == (0, output)


def test_several_blogs_are_listed_together_or_one_by_one(tmp_path: Path) -> None:
    config = "plugins:\n  - blog-plugin\n  - blog-plugin:\n      blog_dir: news"
    post = "---\ndate: 2024-01-31\n---\n"
    older = "---\ndate: 2023-01-31\n---\n# C"
    pages = {"blog/posts/a.md": post + "# A", "blog/posts/c.md": older}
    write_site(tmp_path, {**pages, "news/posts/b.md": post + "# B"}, config)
    assert [post["title"] for post in listed(tmp_path)] == ["A", "B", "C"]
    assert [post["title"] for post in listed(tmp_path, "--blog", "news/")] == ["B"]


def test_a_draft_takes_no_address_from_a_published_post(tmp_path: Path) -> None:
    post = "---\ndate: 2024-01-31\nslug: same\n{}---\n# {}\n"
    files = {
        "blog/posts/a.md": post.format("draft: true\n", "Draft"),
        "blog/posts/b.md": post.format("", "Published"),
    }
    write_site(tmp_path, files)
    urls = {each["title"]: each["url"] for each in listed(tmp_path)}
    assert urls == {
        "Published": "blog/2024/01/31/same/",
        "Draft": "blog/2024/01/31/same-2/",
    }


HOOK = """
from mkdocs.structure.files import File

def on_files(files, config):
    text = "---\\ndate: 2024-01-31\\n---\\n# Made\\n"
    files.append(File.generated(config, "blog/posts/made.md", content=text))
    return files
"""


def test_posts_that_hooks_make_are_listed_as_well(tmp_path: Path) -> None:
    write_site(tmp_path, "", "hooks: [make.py]")
    (tmp_path / "make.py").write_text(HOOK)
    assert [post["title"] for post in listed(tmp_path)] == ["Made"]


def test_a_list_leaves_no_trace(site: Path) -> None:
    before = sorted(site.rglob("*"))
    run(site, "list")
    assert sorted(site.rglob("*")) == before
