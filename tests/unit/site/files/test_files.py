from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from mkdocs_blog_plugin.site.files.files import LateFile, fill_late

if TYPE_CHECKING:
    from pathlib import Path


def file_in(site: Path, kind: type[File] = LateFile) -> File:
    return kind("blog/atom.xml", None, str(site), use_directory_urls=True)


def test_a_late_file_is_made_whenever_its_content_is_wanted(tmp_path: Path) -> None:
    contents = iter([b"first", b"second"])
    file = file_in(tmp_path)
    fill_late(file, lambda: next(contents))
    file.copy_file()
    assert (tmp_path / "blog/atom.xml").read_bytes() == b"first"
    assert file.content_string == "second"


def test_a_late_file_has_what_another_plugin_gives_it(tmp_path: Path) -> None:
    file = file_in(tmp_path)
    fill_late(file, lambda: b"ours")
    file.content_string = "theirs"
    assert file.content_bytes == b"theirs"


def test_a_file_of_another_plugin_in_place_of_ours_is_filled_at_once(tmp_path: Path) -> None:
    file = file_in(tmp_path, File)
    fill_late(file, lambda: b"ours")
    assert file.content_bytes == b"ours"
