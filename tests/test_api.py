"""The public surface: exported, documented to the last attribute, and nothing undocumented on it."""

from __future__ import annotations

import dataclasses
import enum
import re
from pathlib import Path

import pytest

import mkdocs_blog_plugin as package

TEXT = (Path(__file__).parents[1] / "docs/api.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", TEXT, re.MULTILINE | re.DOTALL))
CLASSES = [name for name in package.__all__ if name != "__version__"]


def attributes(kind: type) -> set[str]:
    """Return the public names of an object of `kind`: members of an enumeration, else attributes."""
    if issubclass(kind, enum.Enum):
        return {*kind.__members__} | {n for n, v in vars(kind).items() if isinstance(v, property)}
    found = {name for name in dir(kind) if not name.startswith("_")}
    if dataclasses.is_dataclass(kind):
        fields = (field.name for field in dataclasses.fields(kind))
        found |= {name for name in fields if not name.startswith("_")}
    elif kind is package.BlogObject:
        found.add("title")  # set when it is made
    return found


def documented(section: str) -> set[str]:
    """Return the names in the first column of a table, or in a sentence where there is none."""
    rows = re.findall(r"^\| (`.+?) \|", section, re.MULTILINE)
    return set(re.findall(r"`(\w+)`", " ".join(rows) or section))


@pytest.mark.parametrize("name", CLASSES)
def test_every_attribute_of_a_public_class_is_documented_and_no_other(name: str) -> None:
    assert documented(SECTIONS[name]) == attributes(getattr(package, name))


def test_every_public_name_has_a_section() -> None:
    assert set(SECTIONS) == set(CLASSES)
    assert package.__all__ == sorted(package.__all__)
