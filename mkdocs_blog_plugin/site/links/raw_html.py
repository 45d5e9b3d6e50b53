"""Addresses in the raw HTML of posts, which MkDocs leaves as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from markdown.postprocessors import Postprocessor

from mkdocs_blog_plugin.html import attributes
from mkdocs_blog_plugin.html.links import URL_SETS, each_candidate

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown import Markdown

_URLS: Final = frozenset({"href", "src", "poster"})
_NAMES: Final = attributes.named(*_URLS, *URL_SETS)
_SHOW_MEDIA: Final = frozenset({"audio", "img", "source", "track", "video"})
"""Elements whose addresses can only be those of files."""

PRIORITY: Final = 31
"""Just before Markdown's own processor puts the raw HTML into the page."""


class RawHTML(Postprocessor):
    """Changes addresses in the pieces of raw HTML that Markdown has kept out of the text.

    Args:
        md: What converts the page.
        resolve: Returns the address to write; gets the one that stands there, and whether it is
            that of a picture or another medium.
    """

    def __init__(self, md: Markdown, resolve: Callable[[str, bool], str]) -> None:
        super().__init__(md)
        self._resolve = resolve

    def run(self, text: str) -> str:
        """Leave `text`, which has marks in place of the pieces, as it is."""
        pieces = self.md.htmlStash.rawHtmlBlocks
        pieces[:] = [self._mend(piece) if isinstance(piece, str) else piece for piece in pieces]
        return text

    def _mend(self, html: str) -> str:
        return attributes.changed(html, _NAMES, self._change) if _NAMES.search(html) else html

    def _change(self, tag: str, name: str, value: str) -> str:
        if name in URL_SETS:
            return each_candidate(value, lambda url: self._resolve(url, True))  # noqa: FBT003
        return self._resolve(value, tag in _SHOW_MEDIA) if name in _URLS else value
