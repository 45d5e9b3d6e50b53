"""A site's files as links ask for them: by path, each answer noted."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Protocol

from mkdocs.structure.files import InclusionLevel  # noqa: TC002 - part of what is kept

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeAlias

    from mkdocs.structure.files import File, Files


class FilesByPath(Protocol):
    """The part of MkDocs' `Files` that links need."""

    def get_file_from_path(self, path: str) -> File | None:
        """Return the file whose `src_uri` is `path`, if there is one."""


class Answer(NamedTuple):
    """The facts that a link takes from its target."""

    src_uri: str
    url: str
    inclusion: InclusionLevel


Answers: TypeAlias = "Mapping[str, Answer | None]"
"""By the path, or by the URL after a slash, that was asked for; None where there is no file."""


class Lookups:
    """The files of one build; each question since `forget` is noted with its answer."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._answers: dict[str, Answer | None] = {}

    @property
    def answers(self) -> Answers:
        """The answers since `forget`."""
        return self._answers

    def forget(self) -> None:
        """Begin a new list of answers."""
        self._answers = {}

    def get_file_from_path(self, path: str) -> File | None:
        """Return the file whose `src_uri` is `path`, if there is one."""
        file = self._find(path)
        self._answers[path] = answer_of(file)
        return file

    def get_file_at(self, url: str) -> File | None:
        """Return the file that the site has at `url`, from its root, if there is one."""
        file = self._by_url.get(url)
        self._answers[f"/{url}"] = answer_of(file)
        return file

    @cached_property
    def _by_url(self) -> dict[str, File]:
        """The files that are built, when all of them are known."""
        return {file.url: file for file in self._files if file.inclusion.is_included()}

    @cached_property
    def media(self) -> dict[str, File]:
        """The pictures and other media of the site, by their URLs."""
        return {file.url: file for file in self._files if file.is_media_file()}

    def still_answer(self, answers: Answers) -> bool:
        """Return whether the questions of `answers`, from an earlier build, have them in this one."""
        return all(answer_of(self._asked(path)) == answer for path, answer in answers.items())

    def _asked(self, path: str) -> File | None:
        return self._by_url.get(path[1:]) if path.startswith("/") else self._find(path)

    def _find(self, path: str) -> File | None:
        found = self._files.src_uris.get(path)  # MkDocs takes long to write a path in another way
        return found or self._files.get_file_from_path(path)


def answer_of(file: File | None) -> Answer | None:
    """Return the facts that a link takes from `file`; None without a file."""
    return Answer(file.src_uri, file.url, file.inclusion) if file else None
