from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_blog_plugin.cli.export import changes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


def test_a_change_of_a_file_is_seen_and_a_stop_ends_the_watch(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    file, other = tmp_path / "docs" / "a.md", tmp_path / "mkdocs.yml"
    other.write_text("a")
    steps: Iterator[Callable[[], object]] = iter(
        [
            lambda: file.write_text("one"),
            lambda: None,
            lambda: other.write_text("ab"),
            file.unlink,
        ]
    )

    def pause(_: float) -> None:
        step = next(steps, None)
        if step is None:
            raise KeyboardInterrupt
        step()

    assert len(list(changes([tmp_path / "docs", other], pause))) == 3
