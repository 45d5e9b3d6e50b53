"""Inline patterns of Markdown, tried only where a text has a sign of them.

Python-Markdown tries each of its patterns on each piece of text, which takes a fifth of a build.
Most of them match nothing in a text without a certain character, and that is found at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from markdown import inlinepatterns
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString
from pymdownx import inlinehilite

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

    from markdown import Markdown

SIGNS: Final[Mapping[str, str]] = {
    inlinepatterns.AUTOLINK_RE: "<",
    inlinepatterns.AUTOMAIL_RE: "<",
    inlinepatterns.BACKTICK_RE: "`",
    inlinepatterns.ENTITY_RE: "&",
    inlinepatterns.ESCAPE_RE: "\\",
    inlinepatterns.HTML_RE: "<",
    inlinepatterns.IMAGE_LINK_RE: "![",
    inlinepatterns.IMAGE_REFERENCE_RE: "![",
    inlinepatterns.LINE_BREAK_RE: "  \n",
    inlinepatterns.LINK_RE: "[",
    inlinepatterns.REFERENCE_RE: "[",
    inlinehilite.BACKTICK_CODE_RE: "`",
}
"""Text that is in all that a pattern matches; other patterns are always tried."""


class SignedInlineProcessor(InlineProcessor):
    """The processor of Python-Markdown, which asks for the sign of a pattern first."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._patterns: list[tuple[object, str]] = []

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Apply the inline patterns that the converter has by now."""
        self._patterns = [
            (found, SIGNS.get(found.compiled_re.pattern, ""))  # type: ignore[attr-defined] # stubs lack it
            for found in self.inlinePatterns
        ]
        return super().run(tree, ancestors)

    def _InlineProcessor__handleInline(  # noqa: N802 - the name that Python gives it
        self,
        data: str,
        patternIndex: int = 0,  # noqa: N803
    ) -> str:
        """Return `data` with placeholders, as does the method that this overrides."""
        if isinstance(data, AtomicString):
            return data
        for index in range(patternIndex, len(self._patterns)):
            pattern, sign = self._patterns[index]
            start, is_found = 0, sign in data
            while is_found:
                data, is_found, start = self._InlineProcessor__applyPattern(  # type: ignore[attr-defined]
                    pattern, data, index, start
                )
        return data
