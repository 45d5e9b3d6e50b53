"""A site's files as links ask for them: by path, each answer noted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from mkdocs.structure.files import InclusionLevel  # noqa: TC002 - part of what is kept

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeAlias

    from mkdocs.structure.files import File


class FilesByPath(Protocol):
    """What links need of MkDocs' `Files`."""

    def get_file_from_path(self, path: str) -> File | None:
        """Return the file whose `src_uri` is `path`, if there is one."""


class Answer(NamedTuple):
    """What a link takes from the file that it leads to."""

    src_uri: str
    url: str
    inclusion: InclusionLevel


Answers: TypeAlias = "Mapping[str, Answer | None]"
"""By the path that was asked for; None where there is no file."""


class Lookups:
    """The files of one build; each question since `forget` is noted with its answer."""

    def __init__(self, files: FilesByPath) -> None:
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
        file = self._files.get_file_from_path(path)
        self._answers[path] = answer_of(file)
        return file

    def still_answer(self, answers: Answers) -> bool:
        """Return whether the questions of `answers`, from an earlier build, have them in this one."""
        return all(
            answer_of(self._files.get_file_from_path(path)) == answer
            for path, answer in answers.items()
        )


def answer_of(file: File | None) -> Answer | None:
    """Return what a link takes from `file`; None where there is none."""
    return Answer(file.src_uri, file.url, file.inclusion) if file else None
