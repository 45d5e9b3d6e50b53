"""The command line as a test runs it: in the same process, in the folder of a small site."""

from __future__ import annotations

from inspect import signature
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from mkdocs_blog_plugin.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result


IS_MIXED = "mix_stderr" in signature(CliRunner).parameters
"""Whether click, before version 8.2, has to be asked to keep the two streams apart."""


def run(
    folder: Path,
    *arguments: str,
    input: str | None = None,  # noqa: A002 - click's name
    apart: bool = False,
) -> Result:
    """Return what `mkdocs-blog` with `arguments` does in `folder`; its own errors are not hidden.

    `apart` is for tests that ask for one of the two streams; `output` is both of them without it.
    """
    how: dict[str, Any] = {"mix_stderr": not apart} if IS_MIXED else {}
    with pytest.MonkeyPatch.context() as context:
        context.chdir(folder)
        return CliRunner(**how).invoke(main, arguments, input=input, catch_exceptions=False)
