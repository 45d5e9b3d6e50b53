"""`mkdocs-blog schema`: what it prints is what the code says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from support.command_line import run

from mkdocs_blog_plugin.cli.schema import NAMES, schema_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_printed_without_a_site(tmp_path: Path, name: str) -> None:
    result = run(tmp_path, "schema", name)
    assert (result.exit_code, json.loads(result.stdout)) == (0, schema_of(name))


def test_an_unknown_schema_is_a_wrong_call(tmp_path: Path) -> None:
    assert run(tmp_path, "schema", "posts").exit_code == 2
