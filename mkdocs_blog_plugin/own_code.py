"""Code of a site's own, in hooks and behind options: its name, its place, and where it fails."""

from __future__ import annotations

import inspect
import traceback
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable


class Place(NamedTuple):
    """A line of Python code."""

    path: str
    """As Python knows it: absolute for all that is imported from a folder."""
    line: int
    """1-based."""


def name_of(function: Callable[..., Any]) -> str:
    """Return the name that the author of `function` has given it; that of its class for an object."""
    function = _written(function)
    return getattr(function, "__name__", type(function).__name__)


def place_of(function: Callable[..., Any], error: BaseException | None = None) -> Place | None:
    """Return where `function` begins; where `error` has come out of it, the line that failed.

    That is the innermost line beside the function, in its file or another one of its folder: what a
    library says is of no use to the author. None for a function that is not written in Python.
    """
    function = _written(function)
    call = function if inspect.isroutine(function) else type(function).__call__
    code = getattr(call, "__code__", None)
    if code is None:
        return None
    folder = PurePath(code.co_filename).parent
    places = [Place(code.co_filename, code.co_firstlineno)]
    for frame, line in traceback.walk_tb(error.__traceback__ if error else None):
        path = frame.f_code.co_filename
        if PurePath(path).parent == folder:
            places.append(Place(path, line))
    return places[-1]


def failure(function: Callable[..., Any], error: BaseException) -> str:
    """Return a message that `function` fails, with the error."""
    return f"'{name_of(function)}' fails with {type(error).__name__}: {error}"


def _written(function: Any) -> Any:
    """Return the function that somebody wrote, without what is wrapped around it."""
    while isinstance(function, partial):
        function = function.func
    return inspect.unwrap(function)
