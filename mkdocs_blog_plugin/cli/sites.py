"""The site that a command works on: found, read and planned as a build would, and never written."""

from __future__ import annotations

import logging
import os
import posixpath
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from mkdocs_blog_plugin.plugin import BlogPlugin
    from mkdocs_blog_plugin.site.build import Build
    from mkdocs_blog_plugin.site.planned_site import PlannedSite

PROPERDOCS = ("properdocs.yml", "properdocs.yaml")
MKDOCS = ("mkdocs.yml", "mkdocs.yaml")


@dataclass(frozen=True)
class Choice:
    """The site that the options of a command choose, and the blog in it."""

    config_file: str | None
    """Path of the site's configuration; None for that of the current folder."""
    blog: str | None
    """`blog_dir` of one blog; None for all."""


@dataclass(frozen=True)
class BlogSite:
    """A site that has been read, and those of its blogs that a command is about."""

    site: PlannedSite
    builds: Sequence[Build]
    records: Sequence[logging.LogRecord]
    """The log records of the engine and its plugins so far."""
    lacks_markdown: bool
    """Whether posts are written as Markdown by a build, and not here."""

    @property
    def folder(self) -> str:
        """Path of the docs folder, from the current one."""
        return relative_path(self.site.config.docs_dir)


class SiteError(click.ClickException):
    """A site that cannot be read.

    Args:
        error: What the engine says.
        records: What it and its plugins have logged before.
    """

    def __init__(self, error: Exception, records: Sequence[logging.LogRecord]) -> None:
        errors = (record.getMessage() for record in records if record.levelno >= logging.ERROR)
        super().__init__("\n".join((*errors, str(error))))
        self.error = error
        self.records = records


def site_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give `command` the options that make a `Choice`."""
    command = click.option(
        "--blog",
        metavar="DIR",
        help="The blog with this 'blog_dir', where the site has several.",
    )(command)
    return click.option(
        "-f",
        "--config-file",
        type=click.Path(exists=True, dir_okay=False),
        help="The site's configuration; otherwise mkdocs.yml or properdocs.yml in this folder.",
    )(command)


def find_config(config_file: str | None) -> str:
    """Return the path of the site's configuration, and decide which engine reads it.

    ProperDocs looks for properdocs.yml and then for mkdocs.yml, MkDocs for mkdocs.yml alone.

    Raises:
        click.UsageError: the current folder has none.
    """
    has_properdocs = find_spec("properdocs") is not None
    names = (*PROPERDOCS, *MKDOCS) if has_properdocs else (*MKDOCS, *PROPERDOCS)
    found = config_file or next((name for name in names if Path(name).is_file()), None)
    if found is None:
        raise click.UsageError(
            f"this folder has neither {MKDOCS[0]} nor {PROPERDOCS[0]}; "
            "go to the folder of the site, or name its configuration with -f"
        )
    if has_properdocs and (Path(found).name in PROPERDOCS or find_spec("mkdocs") is None):
        import properdocs.replacement  # noqa: F401 - every `import mkdocs` then means ProperDocs
    return found


def relative_path(path: str) -> str:
    """Return `path` from the current folder, with slashes; a path on another drive stays absolute."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:
        return Path(path).as_posix()


@contextmanager
def read_site(choice: Choice, *, drafts: bool = False, exports: bool = False) -> Iterator[BlogSite]:
    """Yield the site of `choice`, read by the events of a build; its plugins are shut down afterwards.

    Args:
        choice: What to read.
        drafts: Whether posts that a build leaves out are read, too.
        exports: Whether the site is exported. Nothing else shows which posts are related, and posts
            as Markdown would be pages to another engine.

    Raises:
        click.UsageError: the site has no such blog.
        SiteError: the site cannot be read.
    """
    path = find_config(choice.config_file)
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    from mkdocs_blog_plugin.plugin import BlogPlugin
    from mkdocs_blog_plugin.site.planned_site import plan_site

    with listening() as records:
        try:
            config = load_config(path)
            blogs = [found for found in config.plugins.values() if isinstance(found, BlogPlugin)]
            chosen = _chosen(blogs, choice.blog, path)
            lacks_markdown = exports and any(plugin.config.markdown for plugin in blogs)
            for plugin in blogs:
                plugin.config.cache = False  # the cache of builds stays as it is
                if exports:
                    plugin.config.markdown = False
                else:
                    plugin.config.related = 0
            for plugin in chosen if drafts else ():
                plugin.config.draft = True
            site = plan_site(config)
        except MkDocsException as error:
            raise SiteError(error, records) from None
        try:
            builds = [found.build for found in chosen if found.build]
            yield BlogSite(site, builds, records, lacks_markdown)
        finally:
            config.plugins.on_shutdown()


def _chosen(blogs: Sequence[BlogPlugin], blog: str | None, path: str) -> list[BlogPlugin]:
    """Return the blog whose `blog_dir` is `blog`; all blogs for None.

    Raises:
        click.UsageError: there is no such blog.
    """
    if not blogs:
        raise click.UsageError(f"{path} has no 'blog-plugin' under 'plugins'")
    by_folder = {_folder(found.config.blog_dir): found for found in blogs if found.config.enabled}
    if not by_folder:
        raise click.UsageError(f"the blog in {path} is switched off (enabled: true)")
    if blog is None:
        return list(by_folder.values())
    if _folder(blog) not in by_folder:
        raise click.BadParameter(
            f"'{blog}' is not the 'blog_dir' of a blog in {path}: "
            + ", ".join(f"'{folder}'" for folder in by_folder),
            param_hint="--blog",
        )
    return [by_folder[_folder(blog)]]


def _folder(path: str) -> str:
    """Return the folder of a blog as messages name it: `news` for `./news/`, `.` for the docs."""
    return posixpath.normpath(path).strip("/")


class _Recorder(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@contextmanager
def listening() -> Iterator[Sequence[logging.LogRecord]]:
    """Yield the list of what the engine and its plugins log from now on; none of it is printed."""
    recorder = _Recorder()
    loggers = [logging.getLogger(name) for name in ("mkdocs", "properdocs")]
    before = [(logger.level, logger.propagate) for logger in loggers]
    for logger in loggers:
        logger.addHandler(recorder)
        logger.setLevel(logging.INFO)
        logger.propagate = False
    try:
        yield recorder.records
    finally:
        for logger, (level, propagate) in zip(loggers, before, strict=True):
            logger.removeHandler(recorder)
            logger.setLevel(level)
            logger.propagate = propagate
