"""MkDocs and ProperDocs, each in a process of its own: one sets aside the modules of the other."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import entry_points
from typing import TYPE_CHECKING

import pytest
from support.sites import Site, config_of, write_files

from mkdocs_blog_plugin.plugin import BlogPlugin

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "index.md": "# Home\n",
    "blog/posts/one.md": "---\ndate: 2024-01-31\ntags: [Spark]\n---\n# One\n\nText.\n",
    "blog/posts/two.md": "---\ndate: 2024-02-01\ntags: [Spark]\n---\n# Two\n\n[One](one.md)\n",
}


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_an_engine_finds_the_plugin_under_one_name(engine: str) -> None:
    (point,) = entry_points(group=f"{engine}.plugins", name="blog-plugin")
    assert point.load() is BlogPlugin


def run(engine: str, folder: Path, theme: str) -> Site:
    """Build the site strictly in `folder`, as the engine's command does."""
    write_files(folder / "docs", FILES)
    config = config_of("", theme=theme, directory_urls=True)
    write_files(folder, {f"{engine}.yml": config})
    command = [sys.executable, "-m", engine, "build", "--strict"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return Site(folder / "site", ())


def exported(engine: str, folder: Path) -> dict[str, str]:
    """Return what the command line exports of a site that `engine` reads, by path."""
    write_files(folder / "docs", FILES)
    write_files(folder, {f"{engine}.yml": config_of("", theme="material", directory_urls=True)})
    arguments = ["-m", "mkdocs_blog_plugin.cli", "export", "out", "--for", "zensical"]
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    files = (path for path in (folder / "out").rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_text(encoding="utf-8") for path in files}


def test_both_engines_export_the_same_site(tmp_path: Path) -> None:
    found = exported("properdocs", tmp_path / "properdocs")
    assert found == exported("mkdocs", tmp_path / "mkdocs")


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
def test_both_engines_write_the_same_blog(tmp_path: Path, theme: str) -> None:
    first = run("mkdocs", tmp_path / "mkdocs", theme)
    second = run("properdocs", tmp_path / "properdocs", theme)
    blog = [path for path in first.paths if path.startswith("blog/")]
    assert [path for path in second.paths if path.startswith("blog/")] == blog
    for path in ("blog/rss.xml", "blog/atom.xml", "blog/feed.json"):
        assert second.read(path) == first.read(path)
    for view in ("blog", "blog/tag/spark", "blog/archive/2024"):
        assert second.feed(view) == first.feed(view)
