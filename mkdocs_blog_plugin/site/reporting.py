"""Problems told in MkDocs' log, as lines that lead to the place to mend."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from mkdocs_blog_plugin.problems import Severity

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from mkdocs_blog_plugin.problems import Problems

log = get_plugin_logger("mkdocs_blog_plugin")


def report(problems: Problems, config: MkDocsConfig) -> None:
    """Tell all problems that are known by now, and stop the build if one of them must.

    Raises:
        PluginError: at least one problem is of severity ERROR; it carries the lines of all such.
    """
    here = Path(config.config_file_path or ".").parent
    folder = Path(os.path.relpath(config.docs_dir, here)).as_posix()
    fatal = []
    for problem in problems.take():
        line = problem.format(folder)
        if problem.severity is Severity.ERROR:
            fatal.append(line)
        else:
            log.log(problem.severity, line)
    if fatal:
        raise PluginError("\n".join(fatal))


def severity_of(level: int) -> Severity | None:
    """Return the severity that stands for a level of MkDocs' `validation`; None for silence."""
    return next((found for found in (Severity.WARNING, Severity.INFO) if level >= found), None)
