"""Problems reported in MkDocs' log, as lines that name the place to correct."""

from __future__ import annotations

import os
import traceback
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from mkdocs_blog_plugin.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from mkdocs.config.defaults import MkDocsConfig

    from mkdocs_blog_plugin.own_code import Place
    from mkdocs_blog_plugin.problems import Problem, Problems

log = get_plugin_logger("mkdocs_blog_plugin")


class FatalProblemsError(PluginError):
    """Problems that stop a build; the text has a line for each of them.

    Args:
        problems: All of severity ERROR.
        lines: The same, as a user reads them.
    """

    def __init__(self, problems: Sequence[Problem], lines: Sequence[str]) -> None:
        super().__init__("\n".join(lines))
        self.problems = problems


def relative(path: str, folder: Path) -> str:
    """Return the way from `folder` to `path`, with slashes; the whole path where that is on another drive."""
    with suppress(ValueError):  # only Windows has drives
        path = os.path.relpath(path, folder)
    return Path(path).as_posix()


def report(problems: Problems, config: MkDocsConfig) -> None:
    """Report all problems that are known by now, and stop the build if one of them is an ERROR.

    The command line asks the records of the log for the problems themselves.

    Raises:
        FatalProblemsError: at least one problem is of severity ERROR; it carries all such.
    """
    line_of = _formatter(config)
    fatal = []
    for problem in problems.take():
        if problem.severity is Severity.ERROR:
            fatal.append(problem)
        else:
            log.log(problem.severity, line_of(problem), extra={"problem": problem})
    if fatal:
        raise FatalProblemsError(fatal, list(map(line_of, fatal)))


def fatal_at(place: Place | None, problem: Problem, config: MkDocsConfig) -> FatalProblemsError:
    """Return the error that stops the build because of `problem`, which is in code at `place`.

    Without a place it is in the site's configuration.
    """
    if place:
        path = relative(place.path, Path(config.docs_dir))
        problem = replace(problem, path=path, line=place.line)
    return FatalProblemsError([problem], [_formatter(config)(problem)])


def _formatter(config: MkDocsConfig) -> Callable[[Problem], str]:
    """Return the function that formats a problem for the user."""
    path = Path(config.config_file_path or "mkdocs.yml")
    folder = relative(config.docs_dir, path.parent)
    return lambda problem: problem.format(folder, path.name)


def stop_together(steps: Sequence[Callable[[], None]]) -> None:
    """Take the first of `steps`; if its problems stop the build, take the others, too.

    Raises:
        FatalProblemsError: the first step has raised it; it carries the problems of all steps.
    """
    try:
        steps[0]()
    except FatalProblemsError as error:
        fatal = [error]
        for step in steps[1:]:
            try:
                step()
            except FatalProblemsError as other:
                fatal.append(other)
        problems = dict.fromkeys(problem for found in fatal for problem in found.problems)
        lines = dict.fromkeys(line for found in fatal for line in str(found).split("\n"))
        raise FatalProblemsError(list(problems), list(lines)) from error


@contextmanager
def template_faults(config: MkDocsConfig) -> Iterator[None]:
    """Report where a template of the site fails, and stop the build, without a traceback.

    Raises:
        PluginError: something failed inside a template.
    """
    try:
        yield
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        path, line = next(
            (
                (frame.filename, frame.lineno)
                for frame in reversed(frames)
                if frame.filename.endswith(".html")
            ),
            (getattr(error, "filename", None), getattr(error, "lineno", None)),
        )
        if path is None:
            raise
        here = Path(config.config_file_path or ".").parent
        raise PluginError(f"{relative(path, here)}:{line}: {error}") from error


def severity_of(level: int) -> Severity | None:
    """Return the severity that stands for a level of MkDocs' `validation`; None for silence."""
    return next((found for found in (Severity.WARNING, Severity.INFO) if level >= found), None)
