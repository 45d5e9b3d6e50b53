"""HTML as a sequence of tokens: find where elements end, drop elements, close open ones.

A regular expression reads the tokens, since a parser class costs more than all other work on a
post together. It follows the HTML standard for tags, quoted attributes, comments and elements
whose content is text; it needs no valid document, only what Markdown and its authors write.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

BLANK = r"\t\n\f\r "
"""The white space of HTML, for a class of characters: a no-break space is a letter of a name."""

ATTRIBUTES = (
    rf"""(?:[{BLANK}/]++|[^{BLANK}/>][^{BLANK}/>=]*+(?:[{BLANK}]*+=[{BLANK}]*+"""
    rf"""(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^{BLANK}>"'][^{BLANK}>]*+)?+)?+)*+"""
)
"""Pattern of everything between a tag's name and its `>`: a quote means nothing but after `=`."""

NAME = rf"[a-z][^{BLANK}/>]*+"
"""Pattern of a tag's name."""

UNENDED = rf"</?{NAME}{ATTRIBUTES}\Z"
"""Pattern of a tag without `>` or a closing quote: like browsers, it takes all that follows."""

COMMENT = r"<!--(?:-?>|.*?(?:--!?>|\Z))"
"""Pattern of a comment; one without an end takes all that follows."""

DECLARATION = r"<(?:[!?]|/(?![a-z]))[^>]*+(?:>|\Z)"
"""Pattern of what browsers take for a comment as well: `<!doctype>`, `<?xml?>`, `</ p>`."""

_DROPPED = "script|style|textarea|xmp|noembed|noframes"
_KEPT = "iframe|title"

RAW = (
    rf"<(?P<raw>{_DROPPED})(?=[{BLANK}/>]){ATTRIBUTES}"
    rf"(?:\Z|>[^<]*+(?:<(?!/(?P=raw)[{BLANK}/>])[^<]*+)*+(?:</(?P=raw){ATTRIBUTES}(?:>|\Z)|\Z))"
    rf"|<plaintext(?=[{BLANK}/>]){ATTRIBUTES}(?:\Z|>.*+)"
)
"""Pattern of an element in which `<` means nothing, with its content."""

FLAGS = re.IGNORECASE | re.DOTALL | re.ASCII
"""Flags of the patterns above: names of tags are ASCII."""

TOKEN = re.compile(
    rf"<(?P<close>/?)(?!(?<!/)(?:{_DROPPED}|plaintext)[{BLANK}/>])"
    rf"(?P<name>(?P<kept>(?<!/)(?:{_KEPT}))(?=[{BLANK}/>])|{NAME})(?P<attributes>{ATTRIBUTES})>"
    rf"(?(kept)[^<]*+(?:<(?!/(?P=kept)[{BLANK}/>])[^<]*+)*+)"
    rf"|{COMMENT}|{RAW}|{DECLARATION}|{UNENDED}",
    FLAGS,
)
"""One tag, comment, declaration, or element with raw content. What is between tokens is text.

Only tags have a `name`; `close` is `/` in end tags and empty in start tags. The text of a frame or
a title, in which `<` means nothing either, belongs to the start tag.
"""

VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905
)
"""Elements that have no end tag."""

INLINE = frozenset(
    "a abbr b bdi bdo cite code del dfn em font i ins kbd mark q s samp small span strike"  # noqa: SIM905
    " strong sub sup time tt u var wbr".split()
)
"""Elements that stand among the words of a line."""

_HEADERLINK = re.compile(r"""\sclass=["'][^"']*\bheaderlink\b""")
_SLASH_OF_VALUE = re.compile(rf"=[^{BLANK}\"']*+\Z")

Token = re.Match[str]


def is_start(token: Token) -> bool:
    """Return whether `token` is a start tag, of a void element or any other."""
    return token["name"] is not None and not token["close"]


def is_single(token: Token) -> bool:
    """Return whether the start tag `token` is a whole element: a void or a self-closed one."""
    return token["name"].lower() in VOID or _is_self_closed(token)


def is_headerlink(start: Token) -> bool:
    """Return whether `start` opens the link that Markdown's `toc` extension adds to headings."""
    return start["name"] == "a" and _HEADERLINK.search(start["attributes"]) is not None


def element_end(start: Token, following: Iterator[Token]) -> int:
    """Return the end of the element that `start` opens, after its end tag.

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
    """Return `html` without comments, raw elements, and elements whose start tag fulfils `is_dropped`."""
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
    opened = _Opened()
    position = 0
    for token in TOKEN.finditer(html):
        kept.append(html[position : token.start()].replace("<", "&lt;"))
        position = token.end()
        if token["name"] is None:
            continue
        name = token["name"].lower()
        if token["close"]:
            kept.extend(opened.close(name))
        elif name in VOID:
            kept.append(token[0])
        elif _is_self_closed(token):  # a slash that HTML ignores
            kept.append(f"{token[0][:-2]}></{name}>")
        else:
            kept.append(token[0])
            opened.add(name, len(kept))
    kept.append(html[position:].replace("<", "&lt;"))
    while opened.contents and not "".join(kept[opened.contents[-1] :]).strip():
        del kept[opened.contents[-1] - 1 :]
        opened.pop()
    kept.extend(opened.close_all())
    return "".join(kept)


@dataclass
class _Opened:
    """The elements that are open at one place, outermost first."""

    names: list[str] = field(default_factory=list)
    contents: list[int] = field(default_factory=list)
    """Index of the first piece inside each of them."""
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, name: str, content: int) -> None:
        self.names.append(name)
        self.contents.append(content)
        self.counts[name] += 1

    def pop(self) -> str:
        """Remove the innermost element and return its name."""
        self.contents.pop()
        name = self.names.pop()
        self.counts[name] -= 1
        return name

    def close(self, name: str) -> Iterator[str]:
        """Yield the end tags of the innermost `name` and all inside it; none if it is not open."""
        if self.counts[name]:
            while (innermost := self.pop()) != name:
                yield f"</{innermost}>"
            yield f"</{name}>"

    def close_all(self) -> Iterator[str]:
        """Yield the end tags of all open elements."""
        while self.names:
            yield f"</{self.pop()}>"


def _is_self_closed(token: Token) -> bool:
    """Return whether a start tag ends with a slash, unless that belongs to a value without quotes."""
    attributes = token["attributes"]
    return (
        not token["close"]
        and attributes.endswith("/")
        and _SLASH_OF_VALUE.search(attributes) is None
    )
