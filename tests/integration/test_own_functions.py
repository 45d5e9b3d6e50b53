"""Functions of the site's own that fail: the build stops with the line that leads to them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from mkdocs.exceptions import Abort, ConfigurationError
from support.command_line import run
from support.sites import write_files, write_site

if TYPE_CHECKING:
    from pathlib import Path

    from support.sites import Build

FILES = {
    "index.md": "# Home\n",
    "blog/posts/a.md": "---\ndate: 2024-01-31\ntags: [Old, New]\nplaces: [Rome]\n---\n# One\n",
}
CODE = """
KNOWN = {"Some text": "some-text", "One": "one", "Old": "old"}

def of_table(text, separator):
    return KNOWN[text]

def of_nothing(text, separator):
    return KNOWN.get(text)

def mixed(term):
    return term.name if term.name == "Old" else 1

def misspelt(term):
    return term.nmae

def broken(text, separator):
    return text[99]

def draw(card):
    return card.titel

def words(card):
    return card.title
"""
SLUG = "(return a slug, which is a str)"
KEYS = "(return keys that can be compared with each other)"
UNLIKE = "'<' not supported between instances of 'str' and 'int'"
NO_NMAE = "'Term' object has no attribute 'nmae'"
NO_TITEL = "'Card' object has no attribute 'titel'"
PICTURE = "for 'blog/posts/a.md' (return the bytes of a PNG file)"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with the functions of a site, which Python finds."""
    write_files(tmp_path, {"own.py": CODE})
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "own", raising=False)
    return tmp_path


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("option", "function", "line", "fault"),
    [
        ("tags_slugify", "of_table", 5, f"fails with KeyError: 'New', for 'New' {SLUG}"),
        ("tags_slugify", "of_nothing", 7, f"returns None, for 'New' {SLUG}"),
        ("taxonomies.places.slugify", "of_nothing", 7, f"returns None, for 'Rome' {SLUG}"),
        (
            "tags_sort_by",
            "mixed",
            10,
            f"fails with TypeError: {UNLIKE}, for 'Old' and 'New' {KEYS}",
        ),
        (
            "taxonomies.places.sort_by",
            "misspelt",
            14,
            f"fails with AttributeError: {NO_NMAE}, for 'Rome' {KEYS}",
        ),
        ("cards_draw", "draw", 20, f"fails with AttributeError: {NO_TITEL}, {PICTURE}"),
        ("cards_draw", "words", 22, f"returns 'One', {PICTURE}"),
    ],
)
def test_a_function_that_fails_stops_the_build_with_its_line(
    build: Build,
    caplog: pytest.LogCaptureFixture,
    option: str,
    function: str,
    line: int,
    fault: str,
) -> None:
    value = f"!!python/name:own.{function} ''"
    for key in reversed(option.split(".")):
        value = f"{{{key}: {value}}}"
    with pytest.raises(Abort):
        build(FILES, f"plugins: [blog-plugin: {value.replace('{', '{cards: true, ', 1)}]")
    message = f"own.py:{line}: {option}: '{function}' {fault}"
    assert [r.getMessage() for r in caplog.records if r.levelname == "ERROR"] == [message]


def test_a_function_that_makes_no_slug_at_all_is_a_wrong_option(
    build: Build, caplog: pytest.LogCaptureFixture, folder: Path
) -> None:
    with pytest.raises((Abort, ConfigurationError)):
        build(FILES, "plugins: [blog-plugin: {post_slugify: !!python/name:own.broken ''}]")
    fault = f"'broken' fails with IndexError: string index out of range ({folder}/own.py:17)"
    assert fault in caplog.text


def test_a_new_post_whose_slug_cannot_be_made_is_not_written(folder: Path) -> None:
    write_site(
        folder, FILES, "plugins: [blog-plugin: {post_slugify: !!python/name:own.of_table ''}]"
    )
    result = run(folder, "new", "Two")
    assert result.exit_code == 1
    assert "own.py:5: post_slugify: 'of_table' fails with KeyError: 'Two'" in result.stderr
    assert sorted(path.name for path in (folder / "docs/blog/posts").iterdir()) == ["a.md"]
