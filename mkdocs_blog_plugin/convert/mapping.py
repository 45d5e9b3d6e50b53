"""What users map tags and shortcodes to: Jinja templates, which can do nothing but write text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import TemplateError, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from mkdocs_blog_plugin.problems import BlogError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


class MappingError(BlogError):
    """Text is not a template."""


def compile_template(text: str) -> Callable[[Sequence[str], Mapping[str, object], str], str]:
    """Return the function that writes a call: from its arguments, named arguments and content.

    The template sees them as `args`, `params` and `inner`. A name that a call lacks is empty.

    Raises:
        MappingError: `text` is not a template of Jinja.
    """
    environment = ImmutableSandboxedEnvironment(undefined=Undefined, keep_trailing_newline=True)
    try:
        template = environment.from_string(text)
    except TemplateError as error:
        raise MappingError(f"this is not a template: {error}") from error

    def write(args: Sequence[str], params: Mapping[str, object], inner: str) -> str:
        try:
            return template.render(args=list(args), params=dict(params), inner=inner)
        except (TemplateError, TypeError, ValueError, ArithmeticError) as error:
            raise MappingError(f"the template cannot be rendered: {error}") from error

    return write
