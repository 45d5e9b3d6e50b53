"""Repositories of git for tests: with an author and a time of their own, whatever the machine has."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_ENVIRONMENT: Final[Mapping[str, str]] = {
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org",
    "PATH": "/usr/local/bin:/usr/bin:/bin",
}


def git(folder: Path, *arguments: str, day: str = "2020-01-01") -> None:
    """Run git in `folder`, at noon of `day` in Tokyo."""
    moment = f"{day}T12:00:00+09:00"
    dates = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
    command = ["git", "-C", str(folder), *arguments]
    subprocess.run(command, env={**_ENVIRONMENT, **dates}, check=True, capture_output=True)


def commit(folder: Path, day: str) -> None:
    """Commit all files below `folder`, at noon of `day`."""
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "x", day=day)
