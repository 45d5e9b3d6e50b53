"""One word for one thing: the words that CONTRIBUTING.md lists are those of the code."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import mkdocs_blog_plugin

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(mkdocs_blog_plugin.__file__).parent
SECTION = re.search(
    r"^## Words$(.*?)^## ",
    (FOLDER.parent / "CONTRIBUTING.md").read_text("utf-8"),
    re.MULTILINE | re.DOTALL,
)
ROWS = re.findall(r"^\| ([a-z][\w ,-]*) \|", SECTION[1] if SECTION else "", re.MULTILINE)
WORDS = [word for row in ROWS if row != "word" for word in row.split(", ")]
FORBIDDEN = re.findall(
    r"\w+", next(iter(re.findall(r"Not used: (.*?)\.", SECTION[1] if SECTION else "")), "")
)
PELICAN = ("articles", "front_matter", "reader", "targets", "telling")
WORDS_OF_OTHERS = {"render/metadata.py", *(f"convert/pelican/{name}.py" for name in PELICAN)}
"""Modules that speak of `article` as Open Graph and Pelican do."""


def identifiers(tree: ast.Module) -> Iterator[str]:
    """Yield every name that a module defines or uses."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.arg):
            yield node.arg


def forbidden_in(names: Iterator[str]) -> set[str]:
    """Return those of `names` that have a forbidden word in them, as it is or in the plural."""
    parts = {name: re.findall(r"[A-Z]?[a-z]+", name) for name in names}
    return {
        name
        for name, words in parts.items()
        if any(word.lower() in (bad, f"{bad}s") for word in words for bad in FORBIDDEN)
    }


@pytest.fixture(scope="module")
def sources() -> dict[str, str]:
    """Return the text of each module, by its path in the package."""
    return {
        path.relative_to(FOLDER).as_posix(): path.read_text("utf-8")
        for path in FOLDER.rglob("*.py")
    }


def test_the_words_are_listed() -> None:
    assert {"label", "cache", "fingerprint", "manifest", "card", "integration"} <= set(WORDS)
    assert {"article", "manager", "util", "helper", "oddity"} <= set(FORBIDDEN)


@pytest.mark.parametrize("word", WORDS)
def test_each_listed_word_is_one_of_the_code(word: str, sources: dict[str, str]) -> None:
    pattern = re.compile(rf"\b{re.escape(word)}s?\b", re.IGNORECASE)
    assert any(pattern.search(text.replace("_", " ")) for text in sources.values())


def test_no_name_has_a_forbidden_word(sources: dict[str, str]) -> None:
    found = {
        f"{path}: {name}"
        for path, text in sources.items()
        if path not in WORDS_OF_OTHERS
        for name in forbidden_in(identifiers(ast.parse(text)))
    }
    assert found == set()


@pytest.mark.parametrize("name", ["PostManager", "url_utils", "_helper", "articles"])
def test_a_forbidden_word_is_found_in_any_kind_of_name(name: str) -> None:
    assert forbidden_in(iter([name, "Catalog", "data_files"])) == {name}
