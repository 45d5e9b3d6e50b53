"""The command line as a whole: it answers at once, finds the site, and says what went wrong."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from support.command_line import run
from support.sites import build_site, write_site

from mkdocs_blog_plugin.cli.main import COMMANDS

if TYPE_CHECKING:
    from pathlib import Path

POST = "-- blog/posts/one.md --\n---\ndate: 2024-01-31\n---\n# One\n"

HELP = """
import sys
from click.testing import CliRunner
from mkdocs_blog_plugin.cli.main import COMMANDS, main
for arguments in ([], *([name] for name in COMMANDS)):
    result = CliRunner().invoke(main, [*arguments, "--help"])
    assert result.exit_code == 0 and "Usage" in result.output, result.output
heavy = {"babel", "jinja2", "markdown", "mkdocs", "properdocs", "yaml"} & set(sys.modules)
assert not heavy, heavy
"""


def test_help_imports_nothing_that_is_slow() -> None:
    done = subprocess.run([sys.executable, "-c", HELP], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_group_lists_every_command_with_a_sentence(tmp_path: Path) -> None:
    result = run(tmp_path, "--help")
    assert result.exit_code == 0
    lines = [line.strip() for line in result.output.splitlines()]
    for name in COMMANDS:
        assert any(re.fullmatch(rf"{name} .*[^.]\.", line) for line in lines)


def test_a_folder_without_a_site_is_a_wrong_call(tmp_path: Path) -> None:
    result = run(tmp_path, "list")
    assert result.exit_code == 2
    assert "neither mkdocs.yml nor properdocs.yml" in result.output


def test_a_site_may_lie_elsewhere(tmp_path: Path) -> None:
    write_site(tmp_path / "site", POST)
    result = run(tmp_path, "list", "-f", "site/mkdocs.yml")
    assert (result.exit_code, "One" in result.output) == (0, True)


def test_a_site_without_a_blog_is_a_wrong_call(tmp_path: Path) -> None:
    write_site(tmp_path, config="plugins: [search]")
    result = run(tmp_path, "list")
    assert result.exit_code == 2
    assert "mkdocs.yml has no 'blog-plugin' under 'plugins'" in result.output


def test_a_blog_that_is_switched_off_is_a_wrong_call(tmp_path: Path) -> None:
    write_site(tmp_path, POST, "plugins: [{blog-plugin: {enabled: false}}]")
    result = run(tmp_path, "list")
    assert result.exit_code == 2
    assert "the blog in mkdocs.yml is switched off (enabled: true)" in result.output


@pytest.mark.parametrize("written", ["blog", "blog/", "/blog", "./blog"])
@pytest.mark.parametrize("asked", ["blog", "blog/"])
def test_a_blog_is_found_however_its_folder_is_written(
    tmp_path: Path, written: str, asked: str
) -> None:
    write_site(tmp_path, POST, f"plugins: [{{blog-plugin: {{blog_dir: {written}}}}}]")
    result = run(tmp_path, "list", "--blog", asked)
    assert (result.exit_code, "One" in result.output) == (0, True), result.output


def test_a_blog_that_there_is_not_is_a_wrong_call(tmp_path: Path) -> None:
    write_site(tmp_path, POST)
    result = run(tmp_path, "list", "--blog", "news")
    assert result.exit_code == 2
    assert "'news' is not the 'blog_dir' of a blog in mkdocs.yml: 'blog'" in result.output


def test_a_wrong_option_is_reported_without_a_traceback(tmp_path: Path) -> None:
    write_site(tmp_path, POST, "plugins:\n  - blog-plugin:\n      timezone: Mars")
    result = run(tmp_path, "list")
    assert result.exit_code == 1
    assert "'Mars'" in result.output


def test_what_stops_a_build_stops_a_command(tmp_path: Path) -> None:
    write_site(tmp_path, {"blog/posts/one.md": b"---\ndate: 2024-01-31\n---\n\xff\n"})
    result = run(tmp_path, "list")
    assert result.exit_code == 1
    assert "docs/blog/posts/one.md" in result.output


def test_a_command_leaves_the_cache_of_builds_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "cache"
    monkeypatch.setenv("MKDOCS_BLOG_CACHE", str(cache))
    build_site(tmp_path / "site", POST)
    before = {path: path.read_bytes() for path in cache.rglob("*") if path.is_file()}
    for arguments in (["list"], ["check"], ["export", "../out", "--for", "markdown"]):
        assert run(tmp_path / "site", *arguments).exit_code == 0
    after = {path: path.read_bytes() for path in cache.rglob("*") if path.is_file()}
    assert before == after != {}


@pytest.mark.parametrize("names", [["properdocs.yml"], ["mkdocs.yml", "properdocs.yml"]])
def test_properdocs_has_its_own_file(tmp_path: Path, names: list[str]) -> None:
    """In a process of its own: one engine sets aside the modules of the other."""
    for name in names:
        write_site(tmp_path, POST, f"site_name: {name}", name=name)
    command = [sys.executable, "-m", "mkdocs_blog_plugin.cli", "list", "--json"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "blog/posts/one.md" in done.stdout


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "utf-8"])
def test_characters_that_the_output_has_no_code_for_are_escaped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    """In a process of its own: that of the tests prints UTF-8."""
    write_site(
        tmp_path, "-- blog/posts/one.md --\n---\ndate: 2024-01-31\n---\n# Öl \u4f60 \U0001f600\n"
    )
    monkeypatch.setenv("PYTHONIOENCODING", encoding)
    command = [sys.executable, "-m", "mkdocs_blog_plugin.cli", "list"]
    shown = "Öl \\u4f60 \\U0001f600" if encoding != "utf-8" else "Öl \u4f60 \U0001f600"
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert shown in done.stdout.decode(encoding), done.stderr
    done = subprocess.run([*command, "--json"], cwd=tmp_path, capture_output=True, check=False)
    assert json.loads(done.stdout.decode(encoding))[0]["title"] == "Öl \u4f60 \U0001f600"


@pytest.mark.parametrize(
    "arguments",
    [
        ["export", "taken/out", "--for", "markdown"],
        ["convert", "old", "taken/out"],
        ["new", "Two", "--blog", "taken"],
    ],
)
def test_a_file_that_cannot_be_written_ends_a_command_with_a_message(
    tmp_path: Path, arguments: list[str]
) -> None:
    write_site(tmp_path, POST, "plugins: [blog-plugin, {blog-plugin: {blog_dir: taken}}]")
    (tmp_path / "old/_posts").mkdir(parents=True)
    (tmp_path / "old/_posts/2024-01-31-one.md").write_text("---\ntitle: One\n---\n")
    (tmp_path / "taken").write_text("A file where a folder has to be.")
    (tmp_path / "docs/taken").write_text("Another one.")
    result = run(tmp_path, *arguments, apart=True)
    assert (result.exit_code, type(result.exception)) == (1, SystemExit)
    assert re.search(
        r"^Error: .*taken.*: (Not a directory|File exists)$", result.stderr, re.MULTILINE
    )
