"""Unit tests of `render.compiled_templates`: what is compiled once for several environments, and what anew."""

from __future__ import annotations

from typing import Any

import pytest
from jinja2 import DictLoader, Environment

from mkdocs_blog_plugin.render.compiled_templates import CompiledTemplates


class Counting(Environment):
    """An environment that notes what it compiles."""

    def __init__(self, compiled: CompiledTemplates, text: str, **options: Any) -> None:
        super().__init__(loader=DictLoader({"a": text}), bytecode_cache=compiled, **options)
        self.names: list[str | None] = []

    def compile(self, source: Any, name: str | None = None, *more: Any, **named: Any) -> Any:
        self.names.append(name)
        return super().compile(source, name, *more, **named)

    def made(self) -> tuple[str, bool]:
        """Render the template; return the result, and whether the template had to be compiled."""
        return self.get_template("a").render(x="<"), "a" in self.names


def test_the_next_environment_compiles_nothing() -> None:
    compiled = CompiledTemplates()
    assert Counting(compiled, "{{ x }}").made() == ("<", True)
    assert Counting(compiled, "{{ x }}").made() == ("<", False)
    assert Counting(CompiledTemplates(), "{{ x }}").made() == ("<", True)


def test_an_edited_template_is_compiled_anew() -> None:
    compiled = CompiledTemplates()
    Counting(compiled, "{{ x }}").made()
    assert Counting(compiled, "{{ x }}!").made() == ("<!", True)
    assert Counting(compiled, "{{ x }}!").made() == ("<!", False)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"autoescape": True}, "\n&lt;"),
        ({"trim_blocks": True}, "<"),
        ({"finalize": lambda value: f"[{value}]"}, "\n[<]"),
        ({"extensions": ["jinja2.ext.do"]}, "\n<"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_an_environment_that_compiles_in_another_way_does_so(
    options: dict[str, Any], expected: str
) -> None:
    compiled, text = CompiledTemplates(), "{% set y = 1 %}\n{{ x }}"
    assert Counting(compiled, text).made() == ("\n<", True)
    assert Counting(compiled, text, **options).made() == (expected, True)
