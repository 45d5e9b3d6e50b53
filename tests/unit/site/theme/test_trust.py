"""Unit tests of `site.theme.trust`: whose functions say the same each time."""

from __future__ import annotations

import random
import re
from collections import Counter
from datetime import date, datetime
from functools import partial
from pathlib import Path
from types import FunctionType

import pytest
from jinja2 import Environment

from mkdocs_blog_plugin.site.theme.trust import is_trusted


def own_function() -> str:
    """Stand for a function of the site's own, or of another plugin."""
    return "own"


@pytest.mark.parametrize(
    ("function", "is_one"),
    [
        (len, True),
        ("a".upper, True),
        ({}.get, True),
        (re.compile("a").match, True),
        (dict.fromkeys, True),
        (date(2024, 1, 1).strftime, True),
        (Environment.get_template, True),
        (own_function, False),
        (datetime.now, False),
        (date.today, False),
        (random.random, False),
        (partial(len, "a"), False),
        (Path.cwd, False),
        (Counter().update, False),
    ],
)
def test_functions_are_trusted_by_their_package_and_by_what_they_belong_to(
    *, function: object, is_one: bool
) -> None:
    assert is_trusted(function) is is_one


def test_a_hook_is_not_trusted_for_its_name() -> None:
    hook = FunctionType(own_function.__code__, {"__name__": "mkdocs.py"})
    assert hook.__module__ == "mkdocs.py"
    assert not is_trusted(hook)
