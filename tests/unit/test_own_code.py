"""Where functions lie, and where they fail."""

from __future__ import annotations

import functools
import json
from typing import TYPE_CHECKING, Any

import pytest

from mkdocs_blog_plugin.own_code import Place, failure, name_of, place_of

if TYPE_CHECKING:
    from collections.abc import Callable


def inner(text: str) -> object:
    return json.loads(text)


def outer(text: str) -> object:
    return inner(text)


class Caller:
    def __call__(self, text: str) -> object:
        return inner(text)

    def method(self, text: str) -> object:
        return inner(text)


@functools.wraps(outer)
def wrapped(text: str) -> object:
    return outer(text)


FAILING = inner.__code__.co_firstlineno + 1


@pytest.mark.parametrize(
    ("function", "written"),
    [
        (outer, outer),
        (functools.partial(outer), outer),
        (wrapped, outer),
        (Caller(), Caller.__call__),
        (Caller().method, Caller.method),
    ],
)
def test_the_line_in_code_of_the_author_that_failed_is_named(
    function: Callable[[str], object], written: Any
) -> None:
    assert place_of(function) == Place(__file__, written.__code__.co_firstlineno)
    with pytest.raises(ValueError, match="Expecting value") as found:
        function("")
    assert place_of(function, found.value) == Place(__file__, FAILING)


def test_an_error_outside_of_the_function_leads_to_where_it_begins() -> None:
    begin = Place(__file__, outer.__code__.co_firstlineno)
    assert place_of(outer, KeyError("never raised")) == begin


def test_a_function_of_python_itself_has_no_place() -> None:
    assert place_of(len) is None
    assert place_of(int, ValueError()) is None


@pytest.mark.parametrize(
    ("function", "name"),
    [(outer, "outer"), (functools.partial(outer), "outer"), (Caller(), "Caller"), (len, "len")],
)
def test_a_function_is_called_as_its_author_calls_it(
    function: Callable[[str], object], name: str
) -> None:
    assert name_of(function) == name
    assert failure(function, KeyError("x")) == f"'{name}' fails with KeyError: 'x'"
