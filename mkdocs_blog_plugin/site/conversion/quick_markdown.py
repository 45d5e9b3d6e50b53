"""Python-Markdown without the work that cannot change anything; the result is the same.

It tries each of its patterns on each piece of text, and each kind of block on each block, which
takes a third of a build. Most patterns match nothing in a text without a certain character, and
lines that begin with letters are a paragraph; both are found at once.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final
from xml.etree.ElementTree import Element

from markdown import Markdown, inlinepatterns
from markdown.blockparser import BlockParser
from markdown.extensions.toc import TocTreeprocessor
from markdown.inlinepatterns import ReferenceInlineProcessor
from markdown.preprocessors import HtmlBlockPreprocessor
from markdown.treeprocessors import InlineProcessor, UnescapeTreeprocessor
from markdown.util import STX, AtomicString
from pymdownx import inlinehilite

if TYPE_CHECKING:
    from collections.abc import Mapping

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
"""Text that all matches of a pattern begin with, or that follows backslashes at their beginning.

Other patterns are tried on all of a text.
"""

_DELIMITERS: Final = getattr(inlinepatterns, "DelimiterProcessor", ())
"""The class of patterns that are nothing but signs, `*|_`; older versions have none."""

_PARAGRAPH = re.compile(r"(?:[^\W\d_][^\n]*+(?:\n|\Z))+")
"""Lines that begin with letters: all other blocks have a line that begins with something else."""


class QuickMarkdown(Markdown):
    """A converter for the extensions of `site.conversion.extensions`: no block of theirs begins with a letter."""

    parser: BlockParser

    def __init__(self) -> None:
        self._block_levels: frozenset[str] = frozenset()
        super().__init__()

    def build_parser(self) -> QuickMarkdown:
        """Make the parts of a converter."""
        super().build_parser()
        self.preprocessors.register(_HtmlBlocks(self), "html_block", 20)
        self.treeprocessors.register(_InlineProcessor(self), "inline", 20)
        self.treeprocessors.register(_Unescape(self), "unescape", 0)
        self.parser = _BlockParser(self.parser)
        return self

    def reset(self) -> QuickMarkdown:
        """Forget the last document."""
        self._block_levels = frozenset(self.block_level_elements)
        super().reset()
        return self

    def is_block_level(self, tag: Any) -> bool:
        """Return whether `tag` is the name of a block; Python-Markdown looks through a list."""
        return isinstance(tag, str) and tag.lower().rstrip("/") in self._block_levels


class _HtmlBlocks(HtmlBlockPreprocessor):
    """Takes blocks of HTML out of a text, which is not parsed as HTML if nothing of it is."""

    def run(self, lines: list[str]) -> list[str]:
        """Return `lines` with placeholders."""
        return super().run(lines) if any("<" in line or "&" in line for line in lines) else lines


class _Unescape(UnescapeTreeprocessor):
    """Puts back the characters that stood after backslashes, where there were any."""

    def unescape(self, text: str) -> str:
        """Return `text` without placeholders."""
        return super().unescape(text) if STX in text else text


class _BlockParser(BlockParser):
    """The parser of Python-Markdown, which takes a plain paragraph for one without a question."""

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser.md)
        self.blockprocessors = parser.blockprocessors
        for processor in self.blockprocessors:
            processor.parser = self

    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:  # noqa: N802
        """Add the elements of `blocks` to `parent`."""
        paragraph = self.blockprocessors["paragraph"]
        processors = list(self.blockprocessors)
        while blocks:
            if _PARAGRAPH.fullmatch(blocks[0]):
                paragraph.run(parent, blocks)
                continue
            for processor in processors:
                if processor.test(parent, blocks[0]) and processor.run(parent, blocks) is not False:
                    break


class QuickTocTreeprocessor(TocTreeprocessor):
    """The processor of the extension `toc`, which makes the HTML of a table of contents for a marker only.

    MkDocs makes its own of `toc_tokens`.
    """

    def __init__(self, md: Markdown, config: dict[str, Any]) -> None:
        super().__init__(md, config)
        self._has_marker = False

    def run(self, doc: Element) -> None:
        """Give ids to the headings of `doc`, and collect them."""
        self._has_marker = any(found.text and self.marker in found.text for found in doc.iter())
        super().run(doc)

    def build_toc_div(self, toc_list: list[Any]) -> Element:
        """Return the table of contents; an empty one, if no marker is there for it."""
        return super().build_toc_div(toc_list) if self._has_marker else Element("div")

    def replace_marker(self, root: Element, elem: Element) -> None:
        """Put `elem`, a table of contents, where the marker stands."""
        if self._has_marker:
            super().replace_marker(root, elem)


class _InlineProcessor(InlineProcessor):
    """The processor of Python-Markdown, which asks for the sign of a pattern first."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._patterns: list[tuple[Any, str]] = []
        self._any_sign = re.compile("")
        """Matches in every text that any pattern matches in."""

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Apply the inline patterns that the converter has by now; few texts define references."""
        patterns: list[Any] = [
            found
            for found in self.inlinePatterns
            if self.md.references or not isinstance(found, ReferenceInlineProcessor)
        ]
        self._patterns = [(found, SIGNS.get(found.compiled_re.pattern, "")) for found in patterns]
        literals = [
            found.compiled_re.pattern if isinstance(found, _DELIMITERS) else re.escape(sign)
            for found, sign in self._patterns
        ]
        self._any_sign = re.compile("|".join(literals))
        return super().run(tree, ancestors)

    def _InlineProcessor__handleInline(  # noqa: N802 - the name that Python gives it
        self,
        data: str,
        patternIndex: int = 0,  # noqa: N803
    ) -> str:
        """Return `data` with placeholders, as does the method that this overrides."""
        if isinstance(data, AtomicString) or not self._any_sign.search(data):
            return data
        for index in range(patternIndex, len(self._patterns)):
            pattern, sign = self._patterns[index]
            is_found, end = True, 0
            while is_found and (start := data.find(sign, end)) >= 0:
                if data[start - 1 : start] == "\\":
                    start = end
                data, is_found, end = self._InlineProcessor__applyPattern(  # type: ignore[attr-defined]
                    pattern, data, index, start
                )
        return data
