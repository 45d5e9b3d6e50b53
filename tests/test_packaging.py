"""What a user installs: one wheel that has everything the package reads at run time."""

from __future__ import annotations

import re
import zipfile
from configparser import ConfigParser
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

import mkdocs_blog_plugin

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """Build the wheel as `pip` would."""
    folder = str(tmp_path_factory.mktemp("dist"))
    (path,) = WheelBuilder(str(ROOT)).build(directory=folder, versions=["standard"])
    return zipfile.ZipFile(path)


def test_the_wheel_holds_every_file_of_the_package(wheel: zipfile.ZipFile) -> None:
    package = ROOT / "mkdocs_blog_plugin"
    files = [path.relative_to(ROOT).as_posix() for path in package.rglob("*") if path.is_file()]
    kept = {path for path in files if not re.search(r"(^|/)(\.|__pycache__)", path)}
    assert kept <= set(wheel.namelist())
    assert "mkdocs_blog_plugin/py.typed" in kept
    assert {".html", ".css"} <= {Path(path).suffix for path in kept}


def test_both_engines_find_the_same_plugin_and_a_shell_finds_the_command(
    wheel: zipfile.ZipFile,
) -> None:
    (path,) = [name for name in wheel.namelist() if name.endswith("entry_points.txt")]
    points = ConfigParser()
    points.read_string(wheel.read(path).decode())
    plugin = {"blog-plugin": "mkdocs_blog_plugin.plugin:BlogPlugin"}
    assert {group: dict(points[group]) for group in points.sections()} == {
        "console_scripts": {"mkdocs-blog": "mkdocs_blog_plugin.cli.main:main"},
        "mkdocs.plugins": plugin,
        "properdocs.plugins": plugin,
    }


def test_the_changelog_has_an_entry_for_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.findall(r"^## \[(\d[^]]*)\]", changelog, re.MULTILINE)[0]
    assert newest == mkdocs_blog_plugin.__version__


def test_the_wheel_has_this_version(wheel: zipfile.ZipFile) -> None:
    assert f"-{mkdocs_blog_plugin.__version__}-" in str(wheel.filename)
