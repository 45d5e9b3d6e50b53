"""URL patterns: checked and compiled once, then filled in for each post, term, period or page."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from mkdocs_blog_plugin.problems import BlogError, nearest
from mkdocs_blog_plugin.urls.location import Location
from mkdocs_blog_plugin.urls.paths import MAX_BYTES, is_portable
from mkdocs_blog_plugin.urls.slug import shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

V = TypeVar("V")

STYLES: Final = {
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
}
"""Jekyll's named permalink styles."""

# A colon token ends before an underscore that only separates it from the next one (`:year_:month`).
_TOKEN = re.compile(r"\{[^{}]*\}|:[a-z_]*[a-z]")


class PatternError(BlogError):
    """Text is not a URL pattern."""


@dataclass(frozen=True)
class Pattern(Generic[V]):
    """A URL pattern whose tokens are known; `compile_pattern` makes it."""

    text: str
    """As the user wrote it."""
    parts: tuple[Callable[[V], str], ...]
    """Functions that return the fixed and the variable parts of the path, in turn."""
    is_file: bool
    """Whether the path names an output file (`x.html`) rather than a page (`x`)."""

    @property
    def folder(self) -> str:
        """The folder that all paths of this pattern lie in; empty where there is none."""
        return _TOKEN.split(self.text)[0].rpartition("/")[0].strip("/")

    def path(self, values: V) -> str:
        """Return the path for `values`, without slashes at its ends.

        Normalised as Material does it; empty where all tokens are empty. No value leads out of
        the folder that the path is meant for.
        """
        text = "".join(part(values) for part in self.parts)
        path = posixpath.normpath(f"/{text.strip('/')}").strip("/")
        return "/".join(_fitting(path.split("/")))

    def location(self, values: V, *, folder: str, directory_urls: bool) -> Location:
        """Return where the page for `values` is, below `folder` (empty for the site's root)."""
        path = posixpath.join(folder, self.path(values))
        make = Location.of_file if self.is_file else Location.of_page
        return make(path, directory_urls=directory_urls)


def compile_pattern(text: str, *, tokens: Mapping[str, Callable[[V], str]]) -> Pattern[V]:
    """Return the pattern that `text` describes.

    Args:
        text: A pattern, or the name of a Jekyll style where `tokens` are those of posts.
        tokens: What each token stands for, by its spelling (`{date}`, `:year`).

    Raises:
        PatternError: a token is unknown, there are no tokens, or the fixed text leaves the folder.
    """
    pattern = STYLES.get(text, text) if ":categories" in tokens else text
    found = _TOKEN.findall(pattern)
    unknown = [token for token in found if token not in tokens]
    if unknown:
        raise PatternError(
            f"'{text}' has an unknown token '{unknown[0]}'", nearest(unknown[0], tokens)
        )
    if not found:
        message = f"'{text}' has no token, so that all pages would be one"
        raise PatternError(message, "valid: " + ", ".join(tokens))
    fixed = _TOKEN.split(pattern)
    _check_fixed(text, fixed)
    parts: list[Callable[[V], str]] = [_constant(fixed[0])]
    for token, after in zip(found, fixed[1:], strict=True):
        parts += [tokens[token], _constant(after)]
    return Pattern(text, tuple(parts), pattern.endswith((".html", ":output_ext")))


def _fitting(parts: list[str]) -> list[str]:
    """Return as many of `parts`, from the end, as fit into a path, each cut to a valid length."""
    short = [shortened(part) for part in parts]
    room = MAX_BYTES
    for number, part in enumerate(reversed(short)):
        room -= len(part.encode()) + 1
        if room < 0:
            return short[-number:]
    return short


def _check_fixed(text: str, fixed: list[str]) -> None:
    """Raise `PatternError` if the fixed parts of a pattern cannot be parts of a path."""
    if any(re.search(r"[{}?#\\\x00-\x1f]", part) for part in fixed):
        raise PatternError(f"'{text}' has a character that paths cannot have", "none of { } ? # \\")
    parts = "x".join(fixed).split("/")
    if ".." in parts:
        raise PatternError(f"'{text}' leads out of its folder", "a path without '..'")
    if any(part != part.strip() or not is_portable(part) for part in parts):
        message = (
            f"'{text}' has a name that begins or ends with a space, or that Windows cannot store"
        )
        raise PatternError(message, "names without spaces around them")


def _constant(text: str) -> Callable[[object], str]:
    return lambda _: text
