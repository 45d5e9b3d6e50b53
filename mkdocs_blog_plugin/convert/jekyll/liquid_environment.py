"""python-liquid, set up as Jekyll sets up Liquid: a text is parsed, whatever its faults."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from liquid import Environment, Mode
from liquid.exceptions import LiquidError

from mkdocs_blog_plugin.convert.jekyll.liquid_text import extent, innermost_unclosed
from mkdocs_blog_plugin.convert.leftovers import comment

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from liquid.context import RenderContext
    from liquid.template import BoundTemplate

    from mkdocs_blog_plugin.convert.report import Notes

_MOST_FAULTS = 50
"""How many faults in the syntax of one text become comments, one by one."""
_MOST_READ = 5_000_000
"""How many characters are read again because of such faults."""
FROM_SOURCES = "//"
"""Stands before the path of a file that is included from beside a post."""
_OUTPUT_LIMIT = 20_000_000
_LOOP_LIMIT = 200_000


@dataclass(frozen=True, kw_only=True)
class LiquidSite:
    """What tags and filters of a site need to know."""

    variables: Mapping[str, object]
    """`site` and the other global names."""
    filters: Mapping[str, Callable[..., Any]]
    includes: Mapping[str, str]
    """Text of each include by its path below `_includes`."""
    relative: Callable[[str], str | None]
    """Text of the file at a path of the sources, None where there is none."""
    addresses: Mapping[str, str]
    """What `link` and `post_url` lead to: the old address by path, and by a post's name."""
    maps: Mapping[str, Callable[..., str]] = field(default_factory=dict)
    """What the user maps tags to, by name."""


class LiquidEnvironment(Environment):
    """python-liquid with Jekyll's filters, for the texts of one site."""

    output_stream_limit = _OUTPUT_LIMIT
    loop_iteration_limit = _LOOP_LIMIT
    ternary_expressions = False
    string_first_and_last = True
    suppress_blank_control_flow_blocks = False

    def __init__(self, site: LiquidSite, notes: Notes) -> None:
        super().__init__(tolerance=Mode.STRICT, strict_filters=False)
        self.site = site
        self.notes = notes
        self.lines: dict[str, int] = {}
        self._included: dict[str, BoundTemplate | None] = {}
        self.filters.update(site.filters)

    def parsed(self, text: str, path: str) -> BoundTemplate | None:
        """Return `text` parsed, faulty tags made comments; None where there are too many of them."""
        for _ in range(min(_MOST_FAULTS, _MOST_READ // (len(text) + 1) + 1)):
            try:
                return self.from_string(text, name=path)
            except LiquidError as error:
                index = error.token.start_index if error.token else -1
                index = index if index >= 0 else innermost_unclosed(text)
                if index < 0:
                    break
                text = self._without(text, index, said(error), path)
        self.notes.left(
            "Liquid", "the tags of this file cannot be read, so they stay as they are", path
        )
        return None

    def _without(self, text: str, index: int, message: str, path: str) -> str:
        """Return `text` with a comment in place of the tag at `text[index]`."""
        start, end = extent(text, index)
        self.left("Liquid", f"{text[start:end]}: {message}", path, text, start)
        lines = "\n" * text.count("\n", start, end)
        return text[:start] + comment("Liquid", text[start:end]) + lines + text[end:]

    def left(self, kind: str, message: str, path: str, text: str, index: int) -> None:
        """Report what stands at `text[index]` and was not converted."""
        line = self.lines.get(path, 0) + text.count("\n", 0, index) + 1
        self.notes.left(kind, message, path, line)

    def included(self, name: str) -> BoundTemplate | None:
        """Return the include called `name`, None where the site has none."""
        if name not in self._included:
            text, path = self.site.includes.get(name), f"_includes/{name}"
            if name.startswith(FROM_SOURCES):
                path = name.removeprefix(FROM_SOURCES)
                text = self.site.relative(path)
            self._included[name] = None if text is None else self.parsed(text, path)
        return self._included[name]


def environment_of(context: RenderContext) -> LiquidEnvironment:
    """Return our environment, which all contexts have."""
    assert isinstance(context.env, LiquidEnvironment)
    return context.env


def said(error: Exception) -> str:
    """Return the message of an error that python-liquid has raised."""
    return str(error.args[0]) if error.args else type(error).__name__
