from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from mkdocs.structure.files import File

from mkdocs_blog_plugin.problems import Problems, Severity
from mkdocs_blog_plugin.site.files.documents import read_text

if TYPE_CHECKING:
    from pathlib import Path


def read(folder: Path, name: str) -> tuple[str | None, list[str]]:
    problems = Problems()
    file = File(name, str(folder), str(folder / "site"), use_directory_urls=True)
    text = read_text(file, problems)
    assert all(problem.severity is Severity.ERROR for problem in problems)
    return text, [problem.format() for problem in problems]


def test_a_text_that_is_not_utf8_is_reported_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"---\ntitle: A\n---\ncaf\xe9\n")
    message = "a.md:4: the byte 0xe9 is not valid UTF-8 (save the file as UTF-8)"
    assert read(tmp_path, "a.md") == (None, [message])


@pytest.mark.parametrize("kind", ["link", "folder", "nothing"])
def test_a_file_that_cannot_be_read_is_reported(tmp_path: Path, kind: str) -> None:
    if kind == "link":
        (tmp_path / "a.md").symlink_to(tmp_path / "gone.md")
    elif kind == "folder":
        (tmp_path / "a.md").mkdir()
    text, (problem,) = read(tmp_path, "a.md")
    assert text is None
    assert problem.startswith("a.md: cannot read the file: ")
