"""Dates of first commits, by one `git log` for the whole repository."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LOG = (
    "log", "--topo-order", "--find-renames", "--diff-filter=AR",
    "--format=%x01%aI", "--name-status", "-z",
)  # fmt: skip


@dataclass(frozen=True)
class GitDates:
    """When files were first committed, and problems with finding that out."""

    first: Mapping[str, datetime] = field(default_factory=dict)
    """Author date of the commit that added a file, under whatever name, by path from the docs."""
    problems: tuple[Problem, ...] = ()


def read_git_dates(docs_dir: str) -> GitDates:
    """Return the dates of the files below `docs_dir`; renames are followed, also into that folder.

    Names may be in any encoding, as those of old commits are.
    """
    try:
        where = _git(docs_dir, "rev-parse", "--is-shallow-repository", "--show-prefix")
        log = _git(docs_dir, *_LOG)
    except OSError as error:
        return GitDates(problems=(_unknown(error),))
    shallow, prefix, *_ = [*where.split("\n"), ""]
    dates = first_dates(log)
    below = {
        path.removeprefix(prefix): date for path, date in dates.items() if path.startswith(prefix)
    }
    return GitDates(below, (_shallow(),) if shallow == "true" else ())


def first_dates(log: str) -> dict[str, datetime]:
    """Return when each file was added, by its newest path.

    Args:
        log: Output of `git log` with the arguments of this module: commits from the newest to the
            oldest, each a date, and `A` with a path or `R` with an old and a new one.
    """
    dates: dict[str, datetime] = {}
    newest: dict[str, str] = {}
    for commit in log.split("\x01")[1:]:
        stamp, _, changes = commit.partition("\0")
        moment = datetime.fromisoformat(stamp.strip())
        for old, new in _changes(changes):
            path = newest.pop(new, new)
            if old:
                newest[old] = path
            dates[path] = moment
    return dates


def _changes(text: str) -> Iterator[tuple[str, str]]:
    """Yield the old and the new path of each change; the old one is empty for a new file."""
    parts = iter(text.lstrip("\n").split("\0"))
    for status in parts:
        if status.startswith("R"):
            yield next(parts, ""), next(parts, "")
        elif status:
            yield "", next(parts, "")


def _git(folder: str, *arguments: str) -> str:
    """Return the output of git.

    Raises:
        OSError: git fails, or is not installed.
    """
    import subprocess  # noqa: PLC0415 - most blogs ask git for nothing

    command = ["git", "-C", folder, *arguments]
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603
    if done.returncode:
        raise OSError(done.stderr.decode(errors="replace") or f"it ends with {done.returncode}")
    return done.stdout.decode("utf-8", "surrogateescape")


def _unknown(error: OSError) -> Problem:
    reason = str(error).strip().split("\n")[0]
    return Problem(
        path="",
        key="post_date_from_git",
        message=f"cannot read dates from git: {reason}",
        expected="a clone of the repository, and git",
        severity=Severity.INFO,
    )


def _shallow() -> Problem:
    return Problem(
        path="",
        key="post_date_from_git",
        message="the clone is shallow, so that older files have the date of its first commit",
        expected="the whole history: 'fetch-depth: 0', or 'git fetch --unshallow'",
        severity=Severity.INFO,
    )
