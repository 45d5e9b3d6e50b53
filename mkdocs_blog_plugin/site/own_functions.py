"""Functions of the site's own: where one fails, the build stops with the line that leads to it."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn

from mkdocs.exceptions import MkDocsException

from mkdocs_blog_plugin.own_code import failure, name_of, place_of
from mkdocs_blog_plugin.problems import Problem, Severity
from mkdocs_blog_plugin.site.reporting import fatal_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mkdocs.config.defaults import MkDocsConfig


@dataclass(frozen=True, kw_only=True)
class OwnFunction:
    """A function that a hook defines, or that an option names."""

    call: Callable[..., Any]
    expected: str
    """What the function should do."""
    config: MkDocsConfig
    key: str = ""
    """The option; empty for a hook."""

    @contextmanager
    def watched(self, subject: str = "") -> Iterator[None]:
        """Stop the build if the function fails; errors of MkDocs are left as they are.

        Args:
            subject: The text or the page that the function is called for.

        Raises:
            FatalProblemsError: the function has failed.
        """
        try:
            yield
        except MkDocsException:
            raise
        except Exception as error:
            message = failure(self.call, error)
            raise self._fatal(message, subject, self.expected, error) from error

    def refuse(self, answer: str, subject: str = "", expected: str = "") -> NoReturn:
        """Stop the build because of an answer of the function.

        Args:
            answer: What it does, such as *returns 5*.
            subject: The text or the page that the function was called for.
            expected: What would be right, if not just `self.expected`.

        Raises:
            FatalProblemsError: always.
        """
        raise self._fatal(f"'{name_of(self.call)}' {answer}", subject, expected or self.expected)

    def _fatal(
        self, message: str, subject: str, expected: str, error: Exception | None = None
    ) -> Exception:
        problem = Problem(
            path="",
            key=self.key,
            message=f"{message}, for '{subject}'" if subject else message,
            expected=expected,
            severity=Severity.ERROR,
        )
        return fatal_at(place_of(self.call, error), problem, self.config)
