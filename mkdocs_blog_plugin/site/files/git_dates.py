"""Dates of first commits, by one `git log` for the whole docs folder."""

from __future__ import annotations

import subprocess
from datetime import datetime


def first_commits(docs_dir: str) -> dict[str, datetime]:
    """Return the author date of the commit that added each file, by path from `docs_dir`.

    Empty where there is no git or no repository. A shallow clone dates every older file by its
    first commit, so builds on CI want the full history.
    """
    command = ["git", "-C", docs_dir, "log", "--reverse", "--relative", "--no-renames"]
    command += ["--diff-filter=A", "--format=%x01%aI", "--name-only", "-z", "--", "."]
    try:
        log = subprocess.run(command, capture_output=True, check=True, text=True).stdout  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return {}
    dates: dict[str, datetime] = {}
    for commit in log.split("\x01")[1:]:
        stamp, *names = commit.replace("\n", "\0").split("\0")
        for name in filter(None, names):
            dates.setdefault(name, datetime.fromisoformat(stamp))
    return dates
