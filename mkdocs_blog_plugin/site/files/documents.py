"""MkDocs' files in, documents out: the only reading of posts, and of the files that explain them."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Any

import yaml

from mkdocs_blog_plugin.posts.document import Document
from mkdocs_blog_plugin.posts.notebook import SUFFIX, notebook_source
from mkdocs_blog_plugin.problems import Problem, Problems, Severity
from mkdocs_blog_plugin.site.files.files import path_of
from mkdocs_blog_plugin.site.files.git_dates import first_commits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from mkdocs_blog_plugin.settings import Settings

META_PLUGINS = ("material/meta", "materialx/meta")


def read_documents(
    pages: Iterable[File],
    files: Files,
    config: MkDocsConfig,
    settings: Settings,
    problems: Problems,
) -> Iterator[tuple[File, Document]]:
    """Yield each of `pages` with its text and its folders' defaults."""
    defaults = _folder_defaults(files, config, problems)
    commits = first_commits(config.docs_dir) if settings.posts.date_from_git else {}
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
    """Return the text of `file`, or None with a problem that stops the build if it is no UTF-8.

    Of a notebook it is the text that mkdocs-jupyter makes a page of.
    """
    try:
        text = file.content_string
    except UnicodeDecodeError as error:
        problems.add(
            Problem(
                path=file.src_uri,
                message=f"the file is no UTF-8 text: byte {error.start} cannot be read",
                expected="save it as UTF-8",
                severity=Severity.ERROR,
            )
        )
        return None
    return notebook_source(text) if file.src_uri.endswith(SUFFIX) else text


def _folder_defaults(
    files: Files, config: MkDocsConfig, problems: Problems
) -> dict[str, Mapping[str, object]]:
    """Return what the meta plugin, where there is one, gives the pages of each folder."""
    plugin: Any = next((config.plugins[n] for n in META_PLUGINS if n in config.plugins), None)
    if plugin is None or not plugin.config.enabled:
        return {}
    found = {}
    for file in files:
        folder, name = posixpath.split(file.src_uri)
        if name == plugin.config.meta_file and (text := read_text(file, problems)):
            try:
                found[folder] = yaml.safe_load(text)
            except yaml.YAMLError:
                continue  # the meta plugin itself stops the build for this one
    return {folder: meta for folder, meta in found.items() if isinstance(meta, dict)}


def _defaults_of(
    src_uri: str, defaults: Mapping[str, Mapping[str, object]]
) -> tuple[Mapping[str, object], ...]:
    """Return the defaults of all folders above `src_uri`, outermost first."""
    parts = src_uri.split("/")[:-1]
    folders = ("/".join(parts[:depth]) for depth in range(len(parts) + 1))
    return tuple(defaults[folder] for folder in folders if folder in defaults)
