"""Liquid, run by python-liquid as Jekyll runs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from liquid.exceptions import LiquidError

from mkdocs_blog_plugin.convert.jekyll.liquid_environment import LiquidEnvironment, LiquidSite, said
from mkdocs_blog_plugin.convert.jekyll.liquid_tags import add_tags
from mkdocs_blog_plugin.convert.jekyll.liquid_text import UNCLOSED, without_unclosed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_blog_plugin.convert.report import Notes


class Liquid:
    """Renders the texts of one site."""

    def __init__(self, site: LiquidSite, notes: Notes) -> None:
        self._site = site
        self._notes = notes
        self._environment = LiquidEnvironment(site, notes)
        add_tags(self._environment)

    def render(self, text: str, *, path: str, line: int, variables: Mapping[str, object]) -> str:
        """Return `text` with its Liquid run.

        Args:
            text: Body of a post or page.
            path: Its file, for messages.
            line: 1-based line of the file on which `text` begins.
            variables: `page` and its like.
        """
        if "{{" not in text and "{%" not in text:
            return text
        self._environment.lines[path] = line - 1
        template = self._environment.parsed(without_unclosed(text), path)
        if template is None:
            return text
        try:
            rendered = template.render(**self._site.variables, **variables)
        except (LiquidError, RecursionError, ArithmeticError, ValueError, TypeError) as error:
            self._notes.left("Liquid", f"this file cannot be rendered: {said(error)}", path)
            return text
        return rendered.replace(UNCLOSED, "{")
