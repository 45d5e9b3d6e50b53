"""Rendered HTML to plain text, and how long that text is.

Words are separated by white space. Chinese and Japanese do without it, so their characters
count instead, `CHARACTERS_PER_WORD` of them as one word.
"""

from __future__ import annotations

import re
from math import ceil

from mkdocs_blog_plugin.html.markup import (
    ATTRIBUTES,
    COMMENT,
    DECLARATION,
    FLAGS,
    INLINE,
    NAME,
    RAW,
    TOKEN,
    Token,
    is_headerlink,
    without,
)
from mkdocs_blog_plugin.text import decoded

CHARACTERS_PER_WORD = 1.8
"""Han and kana are read at some 480 characters a minute where other scripts reach 265 words."""

DESCRIPTION_LENGTH = 160
"""Characters of a description that is made from the text; search engines show about as many."""

_CHARACTER = (
    "[\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9d"
    "\U00020000-\U0003ffff]"
)
"""Not compiled before a text needs it: large sets of characters take longer than all other patterns."""
_TAG = re.compile(rf"</?{NAME}{ATTRIBUTES}(?:>|\Z)", FLAGS)
_HIDDEN = re.compile(rf"{COMMENT}|{RAW}|{DECLARATION}", FLAGS)
_UNREAD = re.compile(
    r"<(?:[!?]|/[^a-zA-Z]|(?=[nopstxNOPSTX])(?i:script|style|svg|object|textarea|xmp|noembed|noframes|plaintext))"
)
"""The beginning of any match of `_HIDDEN` and `_DRAWING`; few posts have one.

Whether one of the letters follows is seen before case is ignored, which takes most of the time.
"""
_DRAWING = re.compile(r"<(?:svg|object)(?=[\s/>])", re.IGNORECASE)
_PICTURE = re.compile(r"<[iI][mM][gG](?=[\s/>])")
_BETWEEN_WORDS = re.compile(r"\W+")
_FOREIGN = re.compile("[^\x00-\x7f]")
_WORD_OR_BLANK = bytes(
    ord("x" if chr(code).isalnum() or chr(code) == "_" else " ") for code in range(128)
).ljust(256)

_NOT_PROSE = frozenset(
    {
        "audio",
        "button",
        "form",
        "iframe",
        "label",
        "nav",
        "pre",
        "select",
        "summary",
        "table",
        "video",
    }
)
_WIDGET = re.compile(
    r"""\sclass=["'](?:[^"']*\s)?(?:admonition-title|arithmatex|highlight|highlighttable|mermaid|tabbed-labels)[\s"']"""
)
_SILENT = frozenset({"svg", "object", "template", "rt", "rp"})


def plain_text(html: str) -> str:
    """Return `html` as plain text: entities decoded, white space folded, not escaped.

    Drawings and the links beside headings are left out.
    """
    text = decoded(TOKEN.sub(_gap, without(html, _is_silent)))
    return " ".join(text.split())


def prose(html: str) -> str:
    """Return `plain_text` of prose, without code, tables, titles of admonitions, and widgets.

    If there is no prose, all text is returned.
    """
    return plain_text(without(html, _is_not_prose)) or plain_text(html)


def count_words(html: str) -> int:
    """Return the number of words of `html`, raw elements, comments and drawings left out."""
    text = _shown_text(html, " ")
    if text.isascii():
        return len(text.split())
    text, characters = re.subn(_CHARACTER, " ", text)
    return len(text.split()) + ceil(characters / CHARACTERS_PER_WORD)


def count_pictures(html: str) -> int:
    """Return the number of `img` elements of `html`."""
    return len(_PICTURE.findall(_HIDDEN.sub("", html))) if _PICTURE.search(html) else 0


def reading_time(html: str, words_per_minute: int) -> int:
    """Return the minutes that `html` takes to read, at least 1.

    Counts as Material for MkDocs does: words between anything that is not a letter, digit or
    underscore, and 12 seconds for the first picture, 11 for the second, down to 3. Only Han and
    kana, which it takes for one word up to the next punctuation mark, count by character.
    """
    words = _count_as_material(_shown_text(html, ""))
    seconds = ceil(words / words_per_minute * 60)
    seconds += sum(max(12 - count, 3) for count in range(count_pictures(html)))
    return ceil(seconds / 60)


def shorten(text: str, length: int = DESCRIPTION_LENGTH) -> str:
    """Return the plain `text`, or its beginning where it has more than `length` characters.

    That ends with an ellipsis after a whole word, or after a character where no word ends in the
    second half of it, as in Chinese.
    """
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    beginning = text[:length]
    end = beginning.rfind(" ")
    return beginning[: end if end >= length // 2 else length - 1].rstrip(" ,;:.–—-") + "…"


def _is_silent(start: Token) -> bool:
    return start["name"].lower() in _SILENT or is_headerlink(start)


def _is_not_prose(start: Token) -> bool:
    """Return whether `start` opens a block that is not prose."""
    name = start["name"].lower()
    return name in _NOT_PROSE or _WIDGET.search(start["attributes"]) is not None


def _is_drawing(start: Token) -> bool:
    return start["name"].lower() in ("svg", "object")


def _gap(token: Token) -> str:
    """Return the replacement of a tag in plain text: empty inside a line, a space between blocks."""
    return "" if token["name"] is None or token["name"].lower() in INLINE else " "


def _shown_text(html: str, gap: str) -> str:
    """Return the text of `html` without hidden elements and drawings, with `gap` for each tag."""
    if _UNREAD.search(html):
        html = _HIDDEN.sub("", html)
        html = without(html, _is_drawing) if _DRAWING.search(html) else html
    text = _TAG.sub(gap, html)
    return decoded(text) if "&" in text else text


def _count_as_material(text: str) -> float:
    """Return the number of pieces between the runs of other than word characters of `text`.

    Han and kana count by character.
    """
    if not text.isascii() and any(map(str.isalnum, set(_FOREIGN.findall(text)))):
        text, characters = re.subn(_CHARACTER, " ", text)
        return len(_BETWEEN_WORDS.findall(text)) + 1 + characters / CHARACTERS_PER_WORD
    # The same in a tenth of the time: all that is not ASCII is between words, too. An x at
    # either end stands for the empty pieces before the first and after the last such run.
    pieces = f"x{text}x".encode("ascii", "replace").translate(_WORD_OR_BLANK)
    return pieces.count(b" x") + 1
