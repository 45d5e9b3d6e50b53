"""`mkdocs-blog new`: a post that a build takes as its author meant it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from support.command_line import run
from support.sites import write_site

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write a blog with a dated post, where git knows of Ada Lovelace."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    (tmp_path / "gitconfig").write_text("[user]\n\tname = Ada Lovelace\n")
    write_site(
        tmp_path,
        {
            "blog/posts/2024-01-31-one.md": "# One\n",
            "blog/.authors.yml": "ada: {name: Ada Lovelace}\n",
        },
    )
    return tmp_path


def made(result: Result, folder: Path) -> str:
    assert result.exit_code == 0, result.output
    return (folder / result.stdout.strip()).read_text(encoding="utf-8")


def listed(folder: Path) -> Any:
    return json.loads(run(folder, "list", "--json").stdout)


def test_a_new_post_is_one_that_a_build_takes(site: Path) -> None:
    arguments = [
        "Ünïcode & more: 100%",
        "--tag",
        "Spark",
        "--tag",
        "Big, data",
        "--category",
        "News",
    ]
    result = run(site, "new", *arguments, "--draft")
    assert result.stdout == "docs/blog/posts/2026-01-01-ünïcode--more-100.md\n"
    (new, _) = listed(site)
    assert new == {
        "src": "blog/posts/2026-01-01-ünïcode--more-100.md",
        "url": "blog/2026/01/01/%C3%BCn%C3%AFcode--more-100/",
        "title": "Ünïcode & more: 100%",
        "date": "2026-01-01T00:00:00+00:00",
        "updated": None,
        "state": "draft",
        "tags": ["Spark", "Big, data"],
        "categories": ["News"],
        "authors": ["Ada Lovelace"],
    }


def test_the_author_is_whom_git_knows_by_the_id_of_the_authors_file(site: Path) -> None:
    assert "authors: [ada]\n" in made(run(site, "new", "Two"), site)
    assert "authors: [grace]\n" in made(run(site, "new", "Three", "--author", "grace"), site)


@pytest.mark.parametrize(
    ("date", "line"),
    [
        ("2026-03-04", "date: 2026-03-04\n"),
        ("4 Mar 2026", "date: 2026-03-04\n"),
        ("2026-03-04 10:30 +0200", "date: 2026-03-04 10:30:00+02:00\n"),
    ],
)
def test_a_date_is_read_in_any_form(site: Path, date: str, line: str) -> None:
    assert line in made(run(site, "new", "Two", "--date", date), site)


def test_a_slug_names_file_and_address(site: Path) -> None:
    result = run(site, "new", "Two", "--slug", "Other/name")
    assert result.stdout == "docs/blog/posts/2026-01-01-Other-name.md\n"
    assert listed(site)[0]["url"] == "blog/2026/01/01/Other/name/"


def test_a_file_is_never_overwritten(site: Path) -> None:
    run(site, "new", "Two")
    (site / "docs/blog/posts/2026-01-01-two.md").write_text("Mine")
    result = run(site, "new", "Two", apart=True)
    assert result.exit_code == 1
    assert "exists already" in result.stderr
    assert (site / "docs/blog/posts/2026-01-01-two.md").read_text() == "Mine"


def test_a_template_is_what_a_post_begins_as(site: Path) -> None:
    (site / "docs/blog/.post.md").write_text("---\nlicense: MIT\n---\n\nOn {title}.\n")
    text = made(run(site, "new", "Two"), site)
    assert text.startswith("---\nlicense: MIT\ntitle: Two\n")
    assert text.endswith("---\n\nOn Two.\n")


@pytest.mark.parametrize(
    "arguments", [["Two", "--date", "never"], ["Two", "--slug", "../../x"], [" "], []]
)
def test_a_wrong_call_writes_nothing(site: Path, arguments: list[str]) -> None:
    before = sorted(site.rglob("*"))
    assert run(site, "new", *arguments).exit_code == 2
    assert sorted(site.rglob("*")) == before


def test_of_several_blogs_one_has_to_be_named(tmp_path: Path) -> None:
    write_site(tmp_path, "", "plugins:\n  - blog-plugin\n  - blog-plugin:\n      blog_dir: news")
    result = run(tmp_path, "new", "Two", "--author", "Ada")
    assert result.exit_code == 2
    assert "name one of them with --blog: 'blog', 'news'" in result.output
    found = run(tmp_path, "new", "Two", "--author", "Ada", "--blog", "news")
    assert found.stdout == "docs/news/posts/two.md\n"


def test_a_template_knows_the_slug_of_a_title(site: Path) -> None:
    template = "Ends with {slug}.\n"
    (site / "docs/blog/.post.md").write_text(template, encoding="utf-8")
    assert made(run(site, "new", "Grüße aus Köln"), site).endswith("Ends with grüße-aus-köln.\n")
    text = made(run(site, "new", "Two", "--slug", "a/b"), site)
    assert text.endswith("Ends with a/b.\n")


def test_the_author_of_a_template_comes_before_the_user_of_git(site: Path) -> None:
    template = site / "docs/blog/.post.md"
    template.write_text("---\nauthor: grace\n---\n")
    assert "author: grace\n" in made(run(site, "new", "Two"), site)
    assert listed(site)[0]["authors"] == ["grace"]
    assert "author:" not in made(run(site, "new", "Three", "--author", "ada"), site)
    template.write_text("---\nauthors:\n---\n")
    assert "authors: [ada]\n" in made(run(site, "new", "Four"), site)
