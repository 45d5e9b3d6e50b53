"""`mkdocs-blog check`: what is wrong with a blog, without building the site."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

import click

from mkdocs_blog_plugin.cli.sites import (
    Choice,
    SiteError,
    find_config,
    read_site,
    relative_path,
    site_options,
)
from mkdocs_blog_plugin.cli.text import print_json, printable
from mkdocs_blog_plugin.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from mkdocs_blog_plugin.cli.sites import BlogSite
    from mkdocs_blog_plugin.site.build import Build

_COLOURS = {Severity.INFO: "blue", Severity.WARNING: "yellow", Severity.ERROR: "red"}
_COMMANDS = {Severity.INFO: "notice", Severity.WARNING: "warning", Severity.ERROR: "error"}
"""Workflow commands of GitHub Actions."""
_ABORTED = "Aborted with "
"""How MkDocs ends after errors that it has logged."""
_OPTION = re.compile(r"\n(?=Plugin ')")
"""Where MkDocs goes on to the next wrong option of a plugin, in one message."""


@click.command("check")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help="Plain lines, a JSON list, or annotations for a pull request.  [default: text]",
)
@click.option("--strict", is_flag=True, help="Also report missing descriptions and covers.")
@click.option("--drafts", is_flag=True, help="Also check the posts that a build leaves out.")
@site_options
def command(
    *, form: str, strict: bool, drafts: bool, config_file: str | None, blog: str | None
) -> None:
    """Report what is wrong with a blog, without building the site.

    That is everything that a build would report before it converts the first page, and the links,
    pictures and anchors of posts. The exit code is 1 if anything is worse than INFO.

    --format github prints the commands by which a workflow of GitHub Actions annotates the
    lines of a pull request.
    """
    config_file = find_config(config_file)
    folder = "docs"
    try:
        with read_site(Choice(config_file, blog), drafts=drafts) as site:
            folder = site.folder
            found = list(_problems(site, is_chosen=blog is not None, strict=strict))
    except SiteError as error:
        found = list(_of_error(error))
    found.sort(key=lambda problem: problem.sort_key)
    _print(found, folder, relative_path(config_file), form)
    if any(problem.severity > Severity.INFO for problem in found):
        raise SystemExit(1)


def _problems(site: BlogSite, *, is_chosen: bool, strict: bool) -> Iterator[Problem]:
    """Yield the problems of a site whose configuration can be read."""
    from mkdocs_blog_plugin.site.integrations.theme_keys import check_theme_keys
    from mkdocs_blog_plugin.site.link_check import LinkCheck

    for build in site.builds:
        LinkCheck(site.site, build).run()
        for post in build.blog.catalog.posts:
            found = check_theme_keys(dict(post.meta), post, build.config.theme)
            build.setup.problems.extend(found)
        if strict:
            build.setup.problems.extend(_missing_facts(build))
        yield from build.setup.problems.take()
    others = site.builds[0].setup.source_settings.others if is_chosen else ()
    for problem in _of_records(site.records):
        if not any(folder and problem.path.startswith(f"{folder}/") for folder in others):
            yield problem


def _missing_facts(build: Build) -> Iterator[Problem]:
    """Yield a problem for each post without a description, and for each without a preview picture."""
    settings = build.setup.source_settings
    has_preview = settings.cards.enabled or settings.image_default
    for post in build.blog.catalog.listed:
        if not post.description:
            yield Problem(
                path=post.src_uri,
                key="description",
                message="the post has no description",
                expected="one sentence, for search engines and previews",
            )
        if post.image is None and not has_preview:
            yield Problem(
                path=post.src_uri,
                key="image",
                message="the post has no cover",
                expected="the path or URL of a picture, for previews",
            )


def _of_records(records: Iterable[logging.LogRecord]) -> Iterator[Problem]:
    """Yield the problems that were logged, and all warnings of the engine and of other plugins."""
    for record in records:
        problem = vars(record).get("problem")
        if isinstance(problem, Problem):
            yield problem
        elif record.levelno >= logging.WARNING:
            is_error = record.levelno >= logging.ERROR
            severity = Severity.ERROR if is_error else Severity.WARNING
            for message in _OPTION.split(record.getMessage()):
                yield Problem(path="", message=message, severity=severity)


def _of_error(error: SiteError) -> Iterator[Problem]:
    """Yield the problems for which a site cannot be read."""
    from mkdocs_blog_plugin.site.reporting import FatalProblemsError

    yield from _of_records(error.records)
    if isinstance(error.error, FatalProblemsError):
        yield from error.error.problems
    elif not str(error.error).startswith(_ABORTED):
        yield Problem(path="", message=str(error.error), severity=Severity.ERROR)


def _print(problems: Sequence[Problem], folder: str, configuration: str, form: str) -> None:
    if form == "json":
        facts = [_facts(problem, folder, configuration) for problem in problems]
        print_json(facts)
        return
    line_of: Callable[[Problem, str, str], str] = _annotation if form == "github" else _line
    for problem in problems:
        click.echo(line_of(problem, folder, configuration))
    click.echo(_summary(problems), err=True)


def _facts(problem: Problem, folder: str, configuration: str) -> dict[str, object]:
    return {
        "path": problem.file(folder, configuration),
        "line": problem.line,
        "key": problem.key or None,
        "severity": problem.severity.name.lower(),
        "message": problem.message,
        "expected": problem.expected or None,
    }


def _line(problem: Problem, folder: str, configuration: str) -> str:
    name = problem.severity.name
    severity = click.style(name.ljust(7), fg=_COLOURS[problem.severity])
    return f"{severity}  {printable(problem.format(folder, configuration))}"


def _annotation(problem: Problem, folder: str, configuration: str) -> str:
    """Return a workflow command; its values are escaped as the runner of GitHub Actions expects."""
    place = {
        "file": problem.file(folder, configuration),
        "line": problem.line,
        "title": problem.key,
    }
    values = ",".join(f"{key}={_property(str(value))}" for key, value in place.items() if value)
    expected = f" ({problem.expected})" if problem.expected else ""
    return f"::{_COMMANDS[problem.severity]} {values}::{_data(problem.message + expected)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _summary(problems: Sequence[Problem]) -> str:
    if not problems:
        return "nothing is wrong"
    counts = ((found, [p.severity for p in problems].count(found)) for found in reversed(Severity))
    names = {Severity.INFO: "notes", Severity.WARNING: "warnings", Severity.ERROR: "errors"}
    return ", ".join(f"{names[severity]}: {count}" for severity, count in counts if count)
