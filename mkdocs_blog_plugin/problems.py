"""Problems with a blog, collected while a build runs and reported to the user at once.

A faulty post never raises: the pure layers add a `Problem` and go on with the nearest sensible
value. A function that has no sensible value raises an error of its layer, and its caller turns
that into a problem:

- BlogError
  - ConversionError: a blog of another system cannot be converted as asked
  - DateError: a value cannot be read as a date
  - ExportError: a file is not an export of WordPress
  - ListingError: a listing asks for something that does not exist
  - MalformedError: text does not follow its notation (YAML, TOML, JSON)
  - MappingError: text is not a template of a name
  - PathError: text is not a path inside the site
  - PatternError: text is not a URL pattern
  - RstError: reStructuredText cannot be converted
  - UnsupportedError: a template of Hugo uses a feature that is not supported
"""

from __future__ import annotations

import enum
import itertools
import posixpath
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from mkdocs_blog_plugin.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence


_FEW = 5
"""Up to this many problems of one kind are reported one by one."""


class Severity(enum.IntEnum):
    """How bad a problem is; the values are those of the standard `logging` levels."""

    INFO = 20
    """Worth a line, nothing is lost."""
    WARNING = 30
    """Something is not as the author meant it; `--strict` fails."""
    ERROR = 40
    """The build stops, after all problems of the build are reported."""


@dataclass(frozen=True, slots=True)
class Summary:
    """The line that stands for many problems of one kind."""

    path: str
    """`src_uri` of the folder, or of the file, that they have in common."""
    message: str
    """With `{count}` for their number."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """One finding, reported as `path:line: key: message (expected)`."""

    path: str
    """`src_uri` of the page or file that has to be edited; empty for the site's configuration."""
    message: str
    """What is wrong, with the value that was found."""
    expected: str = ""
    """What would be right: the accepted form, the nearest valid names, or the line to add."""
    line: int | None = None
    """1-based line in that file, where one is known."""
    key: str = ""
    """Front-matter key or option, where one is at fault."""
    severity: Severity = Severity.WARNING
    summary: Summary | None = None
    """The line in place of more than five problems with the same summary."""

    @property
    def sort_key(self) -> tuple[str, bool, int, str, str]:
        """Order of reports: by file and line; a problem without a line comes last."""
        return self.path, self.line is None, self.line or 0, self.key, self.message

    def file(self, folder: str, configuration: str = "mkdocs.yml") -> str:
        """Return the path of the file to edit, given the docs `folder` and the site's configuration."""
        path = posixpath.normpath(posixpath.join(folder, self.path))
        return path if self.path else configuration

    def format(self, folder: str = "", configuration: str = "mkdocs.yml") -> str:
        """Return the one line a user reads, with the path of the file.

        Args:
            folder: Path of the docs folder.
            configuration: Path of the site's configuration.
        """
        place = self.file(folder, configuration)
        if self.line is not None:
            place += f":{self.line}"
        key = f" {self.key}:" if self.key else ""
        expected = f" ({self.expected})" if self.expected else ""
        return one_line(" ".join(f"{place}:{key} {self.message}{expected}".split()))


@dataclass(frozen=True, kw_only=True, slots=True)
class Origin:
    """Where the text of a page in memory comes from: a section of another file."""

    path: str
    """That file, from the docs folder."""
    line: int
    """1-based line on which the section begins there."""
    lines: tuple[int, ...]
    """1-based lines there of the page's lines from `first` on."""
    first: int

    def problem(self, problem: Problem) -> Problem:
        """Return a problem with the page as one with that file."""
        place = (problem.line or 0) - self.first
        line = self.lines[place] if 0 <= place < len(self.lines) else self.line
        return replace(problem, path=self.path, line=line)


class HasKeys(Protocol):
    """A page with front matter: a post, or any other."""

    @property
    def src_uri(self) -> str:
        """The file."""

    @property
    def lines(self) -> Mapping[str, int]:
        """1-based line of each key, keys in lower case."""


def at_key(
    page: HasKeys,
    keys: Sequence[str],
    message: str,
    expected: str,
    severity: Severity = Severity.WARNING,
) -> Problem:
    """Return a problem with the front matter of `page`, at the first of `keys` that it has."""
    key = next((key for key in keys if key.lower() in page.lines), keys[0])
    return Problem(
        path=page.src_uri,
        line=page.lines.get(key.lower()),
        key=key,
        message=message,
        expected=expected,
        severity=severity,
    )


@dataclass
class Problems:
    """The problems of one blog in one build, in the order in which a user would fix them."""

    told: set[Problem] = field(default_factory=set)
    """Problems that have been reported. The blogs of a site share this set, so that each is reported once."""
    origins: dict[str, Origin] = field(default_factory=dict)
    """Where the text of generated pages comes from, by their `src_uri`."""
    _found: dict[Problem, None] = field(default_factory=dict)

    def add(self, problem: Problem) -> None:
        """Add `problem`; the same one twice is reported once."""
        self._found[problem] = None

    def extend(self, problems: Iterable[Problem]) -> None:
        """Add all of `problems`."""
        for problem in problems:
            self.add(problem)

    def __iter__(self) -> Iterator[Problem]:
        return iter(sorted(self._found, key=lambda problem: problem.sort_key))

    def __len__(self) -> int:
        return len(self._found)

    def forget(self) -> None:
        """Forget all problems that are not told yet, where something else reports them."""
        self._found.clear()

    def take(self) -> list[Problem]:
        """Return all problems in order and forget them: the caller is about to log them.

        Those that have been told are left out, and more than five with one summary become one.
        """
        found = [problem for problem in self if problem not in self.told]
        self.told.update(found)
        self.forget()
        return list(_summarized(list(map(self._placed, found))))

    def _placed(self, problem: Problem) -> Problem:
        """Return `problem` at the place that has to be edited."""
        origin = self.origins.get(problem.path)
        return origin.problem(problem) if origin else problem


def _summarized(problems: Sequence[Problem]) -> Iterator[Problem]:
    """Yield `problems`, those with a common summary as one where they are many."""
    counts = Counter(problem.summary for problem in problems)
    done: set[Summary] = set()
    for problem in problems:
        summary, count = problem.summary, counts[problem.summary]
        if summary is None or count <= _FEW:
            yield problem
        elif summary not in done:
            done.add(summary)
            message = summary.message.format(count=count)
            yield replace(problem, path=summary.path, message=message, line=None, key="")


_MAX_NAMES = 500
"""Most valid names that are compared with an unknown one."""
_MAX_LENGTH = 500
"""Most characters of an unknown name that are compared."""


def nearest(name: str, valid: Iterable[str], *, limit: int = 12) -> str:
    """Return a hint that names the valid names closest to `name`, or all when none is close.

    Args:
        name: The name that was found.
        valid: The names that exist.
        limit: Most names that are listed when none is close.
    """
    import difflib  # noqa: PLC0415 - most blogs have no misspelt names

    names = sorted(itertools.islice(valid, _MAX_NAMES))
    close = difflib.get_close_matches(name[:_MAX_LENGTH], names, n=3, cutoff=0.5)
    if close:
        return "did you mean " + " or ".join(f"'{found}'" for found in close) + "?"
    listed = ", ".join(f"'{found}'" for found in names[:limit])
    return f"valid: {listed}" if listed else ""


class BlogError(Exception):
    """Base of all errors of this package; the module's docstring draws the tree.

    Args:
        message: What is wrong, with the value that was found.
        expected: What would be right.
    """

    def __init__(self, message: str, expected: str = "") -> None:
        super().__init__(f"{message} ({expected})" if expected else message)
        self.message = message
        self.expected = expected
