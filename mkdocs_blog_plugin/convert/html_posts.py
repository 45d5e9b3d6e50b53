"""Posts that are HTML: kept as they are, in a form that Python-Markdown does not touch."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from mkdocs_blog_plugin.html.markup import COMMENT, TOKEN, VOID, Token, is_single

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "canvas", "center", "details", "dialog", "div",
    "dl", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "iframe", "main", "menu", "nav", "noscript", "object", "ol", "p", "pre",
    "script", "section", "style", "table", "ul", "video", "audio", "svg",
})  # fmt: skip
_OWN_BLOCKS = _BLOCKS - {"center", "dialog", "audio", "svg", "object"}
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_INDENT = re.compile(r"^[ \t]+(?=\S)", re.MULTILINE)
_ALONE = re.compile(rf"({COMMENT}|\{{%(?:(?!\{{%).)*?%\}})", re.DOTALL)


@dataclass
class _Splitter:
    """Cuts HTML into its top-level pieces; what is between blocks is one piece."""

    text: str
    pieces: list[tuple[str, str]] = field(default_factory=list)
    """Name of the element, empty for what is between blocks, with the source."""
    _open: list[str] = field(default_factory=list)
    _names: Counter[str] = field(default_factory=Counter)
    _begin: int = 0

    def split(self) -> list[tuple[str, str]]:
        """Return the pieces."""
        for token in TOKEN.finditer(self.text):
            if token["raw"]:
                self._whole(token["raw"].lower(), token)
            elif token["close"]:
                self._end(token["name"].lower(), token)
            elif token["name"] and token["name"].lower() in VOID:
                self._whole(token["name"].lower(), token)
            elif token["name"] and not is_single(token):
                self._start(token["name"].lower(), token)
        self._cut(len(self.text))
        return self.pieces

    def _cut(self, end: int, name: str = "") -> None:
        piece = self.text[self._begin : end]
        if piece.strip():
            self.pieces.append((name, piece.strip()))
        self._begin = end

    def _whole(self, name: str, token: Token) -> None:
        """Take in an element that is one token."""
        if name in _BLOCKS and self._begin_block(token):
            self._cut(token.end(), name)

    def _start(self, name: str, token: Token) -> None:
        if (name in _BLOCKS and self._begin_block(token)) or self._open:
            self._open.append(name)
            self._names[name] += 1

    def _begin_block(self, token: Token) -> bool:
        """Return whether the block that `token` begins is in no other; it ends an open paragraph."""
        if self._open and self._open[-1] == "p":
            self._close("p", token.start())
        if not self._open:
            self._cut(token.start())
        return not self._open

    def _end(self, name: str, token: Token) -> None:
        if self._names[name]:
            self._close(name, token.end())

    def _close(self, name: str, end: int) -> None:
        """Close the innermost element called `name`, and those inside of it."""
        innermost = ""
        while innermost != name:
            innermost = self._open.pop()
            self._names[innermost] -= 1
        if not self._open:
            self._cut(end, name)


def convert_html_post(text: str) -> str:
    """Return HTML as blocks of Markdown that are HTML: none is indented, none has text around it.

    Text and inline elements between blocks become paragraphs, as a browser shows them. Comments
    that stand alone, `<!--more-->` above all, stay on a line of their own.
    """
    pieces = _Splitter(text.replace("\r\n", "\n")).split()
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
    has_end = piece.rfind("<!--") <= piece.rfind("-->")
    blocks = []
    for part in _ALONE.split(piece if has_end else f"{piece}-->"):
        flat = _INDENT.sub("", _BLANK_LINES.sub("<br><br>\n", part.strip()))
        if flat:
            blocks.append(flat if flat.startswith("<!--") else f"<p>{flat}</p>")
    return "\n\n".join(blocks)
