"""The command line as a test runs it: in the same process, in the folder of a small site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from mkdocs_blog_plugin.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result


def run(folder: Path, *arguments: str, input: str | None = None) -> Result:  # noqa: A002 - click's name
    """Return what `mkdocs-blog` with `arguments` does in `folder`; its own errors are not hidden."""
    with pytest.MonkeyPatch.context() as context:
        context.chdir(folder)
        return CliRunner().invoke(main, arguments, input=input, catch_exceptions=False)
