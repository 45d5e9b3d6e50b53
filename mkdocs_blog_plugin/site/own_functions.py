"""Functions of the site's own: where one fails, the build stops with the line that leads to it."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from reprlib import repr as short
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from mkdocs.exceptions import MkDocsException

from mkdocs_blog_plugin.catalog.sorting import SORT_KEYS
from mkdocs_blog_plugin.own_code import failure, name_of, place_of
from mkdocs_blog_plugin.problems import Problem, Severity
from mkdocs_blog_plugin.settings import TAXONOMIES
from mkdocs_blog_plugin.site.reporting import fatal_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mkdocs.config.defaults import MkDocsConfig

    from mkdocs_blog_plugin.catalog.term import Term
    from mkdocs_blog_plugin.settings import Settings, Slugify, TaxonomySettings
    from mkdocs_blog_plugin.site.reporting import FatalProblemsError

_SLUG = "return a slug, which is a str"
_COMPARABLE = "return keys that can be compared with each other"


class OwnFunction(NamedTuple):
    """A function that a hook defines, or that an option names."""

    call: Callable[..., Any]
    key: str
    """The option; empty for a hook."""
    expected: str
    """What the function should do."""
    config: MkDocsConfig

    @contextmanager
    def watched(self, *subjects: str) -> Iterator[None]:
        """Stop the build if the function fails; errors of MkDocs are left as they are.

        Args:
            subjects: The texts or pages that the function is called for.

        Raises:
            FatalProblemsError: the function has failed.
        """
        try:
            yield
        except MkDocsException:
            raise
        except Exception as error:
            raise self.failed(error, *subjects) from error

    def failed(self, error: Exception, *subjects: str) -> FatalProblemsError:
        """Return the error that stops the build after `error` has come out of the function."""
        return self._fatal(failure(self.call, error), subjects, self.expected, error)

    def refuse(self, answer: str, *subjects: str, expected: str = "") -> NoReturn:
        """Stop the build because of an answer of the function.

        Args:
            answer: What it does, such as *returns 5*.
            subjects: The texts or pages that the function was called for.
            expected: What would be right, if that is more than `self.expected` says.

        Raises:
            FatalProblemsError: always.
        """
        message = f"'{name_of(self.call)}' {answer}"
        raise self._fatal(message, subjects, expected or self.expected)

    def _fatal(
        self,
        message: str,
        subjects: Iterable[str],
        expected: str,
        error: Exception | None = None,
    ) -> FatalProblemsError:
        named = " and ".join(f"'{subject}'" for subject in subjects)
        problem = Problem(
            path="",
            key=self.key,
            message=f"{message}, for {named}" if named else message,
            expected=expected,
            severity=Severity.ERROR,
        )
        return fatal_at(place_of(self.call, error), problem, self.config)


def watch_functions(settings: Settings, config: MkDocsConfig) -> Settings:
    """Return `settings` whose functions for slugs and orders of terms are watched."""
    posts = settings.posts
    return replace(
        settings,
        posts=replace(posts, slugify=_slugify(posts.slugify, "post_slugify", config)),
        taxonomies=tuple(_watch_taxonomy(found, config) for found in settings.taxonomies),
    )


def _watch_taxonomy(settings: TaxonomySettings, config: MkDocsConfig) -> TaxonomySettings:
    own = settings.key not in TAXONOMIES
    prefix = f"taxonomies.{settings.key}." if own else f"{settings.key}_"
    key = settings.sort_by
    if callable(key) and key not in SORT_KEYS.values():
        key = _sort_key(OwnFunction(key, f"{prefix}sort_by", _COMPARABLE, config))
    slugify = _slugify(settings.slugify, f"{prefix}slugify", config)
    return replace(settings, slugify=slugify, sort_by=key)


def _slugify(call: Slugify, option: str, config: MkDocsConfig) -> Slugify:
    function = OwnFunction(call, option, _SLUG, config)

    def slugify(text: str, separator: str) -> str:
        try:  # `watched` would cost as much as a slug
            slug: object = call(text, separator)
        except Exception as error:
            raise function.failed(error, text) from error
        return slug if isinstance(slug, str) else function.refuse(f"returns {short(slug)}", text)

    return slugify


def _sort_key(function: OwnFunction) -> Callable[[Term], _SortKey]:
    def sort_key(term: Term) -> _SortKey:
        with function.watched(term.label):
            return _SortKey(function.call(term), term, function)

    return sort_key


@dataclass(frozen=True, slots=True)
class _SortKey:
    """The key of a term, which only says when it is compared that it cannot be."""

    key: Any
    term: Term
    function: OwnFunction

    def __lt__(self, other: _SortKey) -> bool:
        with self.function.watched(self.term.label, other.term.label):
            return bool(self.key < other.key)
