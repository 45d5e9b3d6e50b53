"""MkDocs' files in, documents out: the only reading of posts, and of the files that explain them."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import InclusionLevel

from mkdocs_blog_plugin.posts.document import Document
from mkdocs_blog_plugin.posts.notebook import SUFFIX, notebook_source
from mkdocs_blog_plugin.posts.yaml_text import MalformedError, load_yaml
from mkdocs_blog_plugin.problems import Problem, Problems, Severity
from mkdocs_blog_plugin.site.files.files import path_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

META_PLUGINS = ("material/meta", "materialx/meta")


def read_documents(
    pages: Iterable[File],
    files: Files,
    config: MkDocsConfig,
    commits: Mapping[str, datetime],
    problems: Problems,
) -> Iterator[tuple[File, Document]]:
    """Yield each of `pages` with its text and its folders' defaults.

    Args:
        pages: What to read.
        files: The files of the site.
        config: MkDocs' configuration.
        commits: When pages were first committed, by `src_uri`, where that is to count.
        problems: Gets what cannot be read.
    """
    defaults = _folder_defaults(files, config, problems)
    for file in pages:
        text = read_text(file, problems)
        if text is not None:
            document = Document(
                src_uri=path_of(file),
                text=text,
                git_date=commits.get(file.src_uri),
                defaults=_defaults_of(file.src_uri, defaults),
            )
            yield file, document


def read_text(file: File, problems: Problems) -> str | None:
    """Return the text of `file`, or None with a problem that stops the build if it has none.

    Of a notebook it is the text that mkdocs-jupyter makes a page of.
    """
    try:
        text = file.content_string
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        byte = error.object[error.start]
        message = f"the byte 0x{byte:02x} is not valid UTF-8"
        problems.add(_unreadable(file, message, "save the file as UTF-8", line))
        return None
    except OSError as error:
        message = f"cannot read the file: {error.strerror or error}"
        problems.add(_unreadable(file, message, "a file, or a link to one that exists"))
        return None
    return notebook_source(text) if file.src_uri.endswith(SUFFIX) else text


def _unreadable(file: File, message: str, expected: str, line: int | None = None) -> Problem:
    return Problem(
        path=file.src_uri,
        line=line,
        message=message,
        expected=expected,
        severity=Severity.ERROR,
    )


def meta_plugin(config: MkDocsConfig) -> Any:
    """Return Material's meta plugin, if the site has it; else None."""
    found = (config.plugins[name] for name in META_PLUGINS if name in config.plugins)
    return next((plugin for plugin in found if plugin.config.enabled), None)


def _folder_defaults(
    files: Files, config: MkDocsConfig, problems: Problems
) -> dict[str, Mapping[str, object]]:
    """Return the front matter that each folder gives its pages, as Material's meta plugin reads it."""
    plugin = meta_plugin(config)
    wanted = plugin.config.meta_file if plugin else ".meta.yml"
    found = {}
    for file in files:
        folder, name = posixpath.split(file.src_uri)
        if name == wanted and (text := read_text(file, problems)):
            file.inclusion = InclusionLevel.EXCLUDED
            found[folder] = _read_defaults(text, file.src_uri, problems)
    return found


def _read_defaults(text: str, path: str, problems: Problems) -> Mapping[str, object]:
    """Return the front matter that `text`, the file at `path`, gives; empty if it is not a map."""
    try:
        loaded = load_yaml(text.removeprefix("\ufeff"))
    except MalformedError as error:
        problems.add(error.problem(path))
        return {}
    problems.extend(warning.problem(path) for warning in loaded.warnings)
    if isinstance(loaded.value, dict):
        return loaded.value
    if loaded.value is not None:
        expected = "keys of front matter, such as 'author: Ada'"
        problems.add(Problem(path=path, line=1, message="this is not a map", expected=expected))
    return {}


def _defaults_of(
    src_uri: str, defaults: Mapping[str, Mapping[str, object]]
) -> tuple[Mapping[str, object], ...]:
    """Return the defaults of all folders above `src_uri`, outermost first."""
    parts = src_uri.split("/")[:-1]
    folders = ("/".join(parts[:depth]) for depth in range(len(parts) + 1))
    return tuple(defaults[folder] for folder in folders if folder in defaults)
