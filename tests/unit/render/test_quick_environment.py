"""Unit tests of `render.quick_environment`: templates render as in an environment of Jinja's own."""

from __future__ import annotations

from collections import UserDict
from types import SimpleNamespace

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from jinja2.sandbox import SandboxedEnvironment

from mkdocs_blog_plugin.render.compiled_templates import CompiledTemplates
from mkdocs_blog_plugin.render.quick_environment import QuickEnvironment, quicken


class Failing:
    """An object whose attribute fails, and which has an item of that name."""

    @property
    def name(self) -> str:
        raise AttributeError("inside")

    def __getitem__(self, key: str) -> str:
        return f"item {key}"


class Closed:
    """An object that has no item at all, and says so in its own way."""

    def __getitem__(self, key: str) -> str:
        raise AttributeError(key)


@pytest.mark.parametrize(
    "value",
    [
        SimpleNamespace(name="attribute"),
        SimpleNamespace(name=None),
        SimpleNamespace(),
        {"name": "item", "items": "an item that is named like a method"},
        {},
        UserDict({"name": "item"}),
        Failing(),
        Closed(),
        list,
        "text",
        None,
        3,
    ],
    ids=lambda value: type(value).__name__,
)
@pytest.mark.parametrize(
    "text", ["{{ x.name }}", "{{ x.items is callable }}", "{{ x.name is defined }}"]
)
def test_a_value_has_the_attributes_that_it_has_for_jinja(value: object, text: str) -> None:
    environments = [Environment(), QuickEnvironment()]  # noqa: S701 - nothing here is HTML
    expected, found = (each.from_string(text).render(x=value) for each in environments)
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "{% macro m(x, y='<') %}{{ x }}{{ y }}{{ kwargs.z }}{% endmacro %}{{ m('&') }}{{ m('&', y='y', z=1) }}",
        "{% macro m() %}<{{ caller() }}>{% endmacro %}{% call m() %}&{% endcall %}",
        "{% macro m(x) %}{{ x }}{% endmacro %}{% for x in '<>' %}{% set y = x %}{{ m(y) }}{% endfor %}",
        "{% macro m(x) %}{{ x }}{% endmacro %}{% autoescape false %}{{ m('<') }}{% endautoescape %}{{ m('<') }}",
        "{{ range(3)|join }}{{ cycler('a', 'b').next() }}",
    ],
)
def test_calls_give_what_they_give_with_jinja(text: str) -> None:
    kinds = (Environment, QuickEnvironment)
    environments = [kind(autoescape=True, extensions=["jinja2.ext.i18n"]) for kind in kinds]
    expected, found = (each.from_string(text).render() for each in environments)
    assert expected
    assert found == expected


def test_what_is_not_there_is_said_as_by_jinja() -> None:
    messages = []
    for kind in (Environment, QuickEnvironment):
        template = kind(undefined=StrictUndefined).from_string("{{ x.name }}")
        with pytest.raises(UndefinedError) as caught:
            template.render(x={})
        messages.append(str(caught.value))
    assert messages[0] == messages[1]


def test_globals_that_are_added_later_are_seen_and_those_of_a_template_stay_its_own() -> None:
    loader = DictLoader({"page": "{{ a }}{{ b }}{{ c }}", "part": "{{ a }}{{ b }}"})
    environment = Environment(loader=loader)  # noqa: S701 - nothing here is HTML
    quicken(environment, CompiledTemplates())
    page = environment.get_template("page", globals={"a": 1})
    part = environment.get_template("part")
    environment.globals |= {"a": 2, "b": 3}
    assert page.render(c=4) == "134"
    assert part.render() == "23"


def test_an_environment_of_another_class_keeps_its_own_rules() -> None:
    environment = SandboxedEnvironment()
    quicken(environment, CompiledTemplates())
    assert type(environment) is SandboxedEnvironment
