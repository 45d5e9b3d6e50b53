"""Posts that are HTML: kept as they are, in a form that Python-Markdown does not touch."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser

_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
})  # fmt: skip
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "canvas", "center", "details", "dialog", "div",
    "dl", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "iframe", "main", "menu", "nav", "noscript", "object", "ol", "p", "pre",
    "script", "section", "style", "table", "ul", "video", "audio", "svg",
})  # fmt: skip
_OWN_BLOCKS = _BLOCKS - {"center", "dialog", "audio", "svg", "object"}
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_INDENT = re.compile(r"^[ \t]+(?=\S)", re.MULTILINE)


class _Splitter(HTMLParser):
    """Cuts HTML into its top-level pieces; what is between blocks is one piece."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self._text = text
        self._starts = [0]
        for line in text.split("\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._open: list[str] = []
        self._names: Counter[str] = Counter()
        self._begin = 0
        self.pieces: list[tuple[str, str]] = []
        """Name of the element, empty for what is between blocks, with the source."""
        self.feed(text)
        self.close()
        self._cut(len(text))

    def _here(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column

    def _cut(self, end: int, name: str = "") -> None:
        piece = self._text[self._begin : end]
        if piece.strip():
            self.pieces.append((name, piece.strip()))
        self._begin = end

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - the parser's
        if self._open and self._open[-1] == "p" and tag in _BLOCKS:
            self._names[self._open.pop()] -= 1
            if not self._open:
                self._cut(self._here(), "p")
        if not self._open and tag in _BLOCKS:
            self._cut(self._here())
        if tag in _VOID:
            if not self._open and tag in _BLOCKS:
                self._cut(self._here() + len(self.get_starttag_text() or ""), tag)
        elif self._open or tag in _BLOCKS:
            self._open.append(tag)
            self._names[tag] += 1

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        if tag in _VOID:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        while self._names[tag]:
            name = self._open.pop()
            self._names[name] -= 1
            if name == tag:
                break
        else:
            return
        if not self._open:
            self._cut(self._text.find(">", self._here()) + 1 or len(self._text), tag)


def convert_html_post(text: str) -> str:
    """Return HTML as blocks of Markdown that are HTML: none is indented, none has text around it.

    Text and inline elements between blocks become paragraphs, as a browser shows them. Comments
    that stand alone, `<!--more-->` above all, stay on a line of their own.
    """
    pieces = _Splitter(text.replace("\r\n", "\n")).pieces
    return "\n\n".join(_block(name, piece) for name, piece in pieces) + "\n"


def _block(name: str, piece: str) -> str:
    if name in ("pre", "script", "style") or "<pre" in piece.lower():
        return piece if name in _OWN_BLOCKS else f"<div>{piece}</div>"
    flat = _INDENT.sub("", _BLANK_LINES.sub("\n", piece))
    if name:
        return flat if name in _OWN_BLOCKS else f"<div>\n{flat}\n</div>"
    return _loose(piece)


def _loose(piece: str) -> str:
    """Return the text between blocks: comments by themselves, the rest as a paragraph."""
    parts = re.split(r"(<!--.*?-->|\{%(?:(?!\{%).)*?%\})", piece, flags=re.DOTALL)
    blocks = []
    for part in parts:
        flat = _INDENT.sub("", _BLANK_LINES.sub("<br><br>\n", part.strip()))
        if flat:
            blocks.append(flat if flat.startswith("<!--") else f"<p>{flat}</p>")
    return "\n\n".join(blocks)
