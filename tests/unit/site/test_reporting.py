from __future__ import annotations

import ntpath
import posixpath
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from mkdocs_blog_plugin.site import reporting

if TYPE_CHECKING:
    from types import ModuleType


@pytest.mark.parametrize(
    ("system", "path", "folder", "shown"),
    [
        (posixpath, "/site/docs", "/site", "docs"),
        (ntpath, "C:\\site\\docs", "C:\\site", "docs"),
        (ntpath, "D:\\docs", "C:\\site", "D:\\docs"),
    ],
)
def test_a_path_on_another_drive_is_whole(
    monkeypatch: pytest.MonkeyPatch, system: ModuleType, path: str, folder: str, shown: str
) -> None:
    monkeypatch.setattr(reporting, "os", SimpleNamespace(path=system))
    assert reporting.relative(path, Path(folder)) == shown
