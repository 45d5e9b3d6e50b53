"""HTML as a row of tokens: where elements end, what to leave out, and how to close what is open.

A regular expression reads the tokens, since a parser class costs more than all other work on a
post together. It follows the HTML standard for tags, quoted attributes, comments and elements
whose content is text; it needs no valid document, only what Markdown and its authors write.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ATTRIBUTES = r"""[^"'>]*+(?:"[^"]*"[^"'>]*+|'[^']*'[^"'>]*+)*+"""
"""Pattern of everything between a tag's name and its `>`."""

UNENDED = rf"""</?[a-z]{ATTRIBUTES}(?:["'].*+)?\Z"""
"""Pattern of a tag without `>` or a closing quote: like browsers, it takes all that follows.

Nor is there a second look at what follows, which would take a time that grows with its square.
"""

COMMENT = r"<!--(?:-?>|.*?(?:--!?>|\Z))"
"""Pattern of a comment; one without an end takes all that follows."""

RAW = rf"<(?P<raw>script|style|textarea)(?=[\s/>]){ATTRIBUTES}>.*?(?:</(?P=raw)\s*>|\Z)"
"""Pattern of an element in which `<` means nothing, with its content."""

TOKEN = re.compile(
    rf"<(?P<close>/?)(?!(?<!/)(?:script|style|textarea)[\s/>])(?P<name>[a-z][^\s/>]*+)"
    rf"(?P<attributes>{ATTRIBUTES})>|{COMMENT}|{RAW}|<[!?][^>]*+>|{UNENDED}",
    re.IGNORECASE | re.DOTALL,
)
"""One tag, comment, declaration, or element with raw content. What is between tokens is text.

Only tags have a `name`; `close` is `/` in end tags and empty in start tags.
"""

VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905
)
"""Elements that have no end tag."""

_HEADERLINK = re.compile(r"""\sclass=["'][^"']*\bheaderlink\b""")

Token = re.Match[str]


def is_start(token: Token) -> bool:
    """Return whether `token` is a start tag, of a void element or any other."""
    return token["name"] is not None and not token["close"]


def is_single(token: Token) -> bool:
    """Return whether the start tag `token` is a whole element: a void or a self-closed one."""
    return token["name"].lower() in VOID or token["attributes"].endswith("/")


def is_headerlink(start: Token) -> bool:
    """Return whether `start` opens the link that Markdown's `toc` extension adds to headings."""
    return start["name"] == "a" and _HEADERLINK.search(start["attributes"]) is not None


def element_end(start: Token, following: Iterator[Token]) -> int:
    """Return where the element that `start` opens ends, with its end tag.

    Takes the element's tokens out of `following`. An element that is never closed reaches to the
    end of the text.
    """
    if is_single(start):
        return start.end()
    name = start["name"].lower()
    depth = 1
    for token in following:
        if (
            token["name"] is not None
            and token["name"].lower() == name
            and not _is_self_closed(token)
        ):
            depth += -1 if token["close"] else 1
            if not depth:
                return token.end()
    return len(start.string)


def elements(
    html: str, *, into: Callable[[Token], bool] = lambda _: False
) -> Iterator[tuple[Token, int]]:
    """Yield the start tag and the end of each outermost element, in order, as far as asked for.

    Elements whose start tag `into` names do not count, but those in them do.
    """
    tokens = TOKEN.finditer(html)
    for token in tokens:
        if is_start(token) and not into(token):
            yield token, element_end(token, tokens)


def without(html: str, is_dropped: Callable[[Token], bool]) -> str:
    """Return `html` less comments, raw elements, and elements whose start tag `is_dropped` names."""
    kept = []
    position = 0
    tokens = TOKEN.finditer(html)
    for token in tokens:
        if token["name"] is not None and (token["close"] or not is_dropped(token)):
            continue
        kept.append(html[position : token.start()])
        position = token.end() if token["name"] is None else element_end(token, tokens)
    kept.append(html[position:])
    return "".join(kept)


def balanced(html: str) -> str:
    """Return `html` so that it can stand inside any element without closing or swallowing others.

    Open elements are closed, or dropped when nothing came after their start tag. End tags without
    a start are dropped, and all tokens but tags, which may lack an end. A `<` that begins no token
    becomes text.
    """
    kept: list[str] = []
    opened: list[str] = []
    contents: list[int] = []
    position = 0
    for token in TOKEN.finditer(html):
        kept.append(html[position : token.start()].replace("<", "&lt;"))
        position = token.end()
        if token["name"] is None:
            continue
        name = token["name"].lower()
        if token["close"]:
            kept.extend(_end_tags(name, opened))
            del contents[len(opened) :]
        elif name in VOID:
            kept.append(token[0])
        elif token["attributes"].endswith("/"):  # a slash that HTML ignores
            kept.append(f"{token[0][:-2]}></{name}>")
        else:
            kept.append(token[0])
            opened.append(name)
            contents.append(len(kept))
    kept.append(html[position:].replace("<", "&lt;"))
    while opened and not "".join(kept[contents[-1] :]).strip():
        opened.pop()
        del kept[contents.pop() - 1 :]
    kept.extend(f"</{name}>" for name in reversed(opened))
    return "".join(kept)


def _is_self_closed(token: Token) -> bool:
    return not token["close"] and token["attributes"].endswith("/")


def _end_tags(name: str, opened: list[str]) -> Iterator[str]:
    """Yield what closes the innermost open `name` and all inside it, nothing where none is open.

    Takes them out of `opened`.
    """
    if name in opened:
        while (innermost := opened.pop()) != name:
            yield f"</{innermost}>"
        yield f"</{name}>"
