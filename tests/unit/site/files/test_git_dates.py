from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.repositories import commit, git

from mkdocs_blog_plugin.site.files.git_dates import first_dates, read_git_dates

if TYPE_CHECKING:
    from pathlib import Path


def days(docs: Path) -> dict[str, str]:
    return {path: f"{date:%Y-%m-%d}" for path, date in read_git_dates(str(docs)).first.items()}


def log(*commits: tuple[str, str]) -> str:
    return "".join(f"\x01{day}T00:00:00Z\0\n{changes}" for day, changes in commits)


@pytest.mark.parametrize(
    ("commits", "dates"),
    [
        ([("2020-01-02", "A\0b.md\0"), ("2020-01-01", "A\0a.md\0")], {"a.md": 1, "b.md": 2}),
        ([("2020-01-02", "R100\0a.md\0b.md\0"), ("2020-01-01", "A\0a.md\0")], {"b.md": 1}),
        (
            [
                ("2020-01-04", "R090\0b.md\0c.md\0"),
                ("2020-01-03", "A\0a.md\0"),
                ("2020-01-02", "R100\0a.md\0b.md\0"),
                ("2020-01-01", "A\0a.md\0"),
            ],
            {"c.md": 1, "a.md": 3},
        ),
        ([("2020-01-02", "A\0a.md\0"), ("2020-01-01", "A\0a.md\0")], {"a.md": 1}),
        ([("2020-01-01", "")], {}),
        ([], {}),
    ],
)
def test_a_file_has_the_date_of_its_first_commit_under_any_name(
    commits: list[tuple[str, str]], dates: dict[str, int]
) -> None:
    assert {path: date.day for path, date in first_dates(log(*commits)).items()} == dates


def test_renames_are_followed_also_into_the_docs_and_names_may_have_any_encoding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    git(tmp_path, "init", "-q")
    docs = tmp_path / "site" / "docs"
    (docs / "posts").mkdir(parents=True)
    (tmp_path / "old.md").write_text("the text of an old post\n" * 9)
    (tmp_path / "site" / "docs" / "ä b.md").write_text("ä")
    with open(bytes(docs) + b"/caf\xe9.md", "wb") as file:  # noqa: PTH123 - a name in Latin-1
        file.write(b"x")
    commit(tmp_path, "2019-03-01")
    git(tmp_path, "mv", "old.md", "site/docs/posts/new.md")
    commit(tmp_path, "2022-07-08")
    found = days(docs)
    assert (found["posts/new.md"], found["ä b.md"]) == ("2019-03-01", "2019-03-01")
    assert len(found) == 3


def test_without_a_repository_and_in_a_shallow_clone_one_line_says_so(tmp_path: Path) -> None:
    alone = tmp_path / "alone"
    alone.mkdir()
    nothing = read_git_dates(str(alone))
    assert nothing.first == {}
    assert "cannot read dates from git" in nothing.problems[0].message
    git(alone, "init", "-q")
    for day in ("2020-01-01", "2021-01-01"):
        (alone / f"{day}.md").write_text(day)
        commit(alone, day)
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{alone}", "shallow")
    shallow = read_git_dates(str(tmp_path / "shallow"))
    assert {f"{date:%Y-%m-%d}" for date in shallow.first.values()} == {"2021-01-01"}
    assert "fetch-depth: 0" in shallow.problems[0].expected
