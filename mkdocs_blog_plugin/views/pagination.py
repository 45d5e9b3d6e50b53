"""Lists cut into pages, and the line of page numbers with its links."""

from __future__ import annotations

import enum
import itertools
import re
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

T = TypeVar("T")

_TOKEN = re.compile(
    r"~(?P<radius>\d+)~|\$(?:(?P<dollar>\$)|(?P<name>[a-z_]+)|\{(?P<braced>[a-z_]+)\})"
)


class ItemKind(enum.Enum):
    """Kind of one item in the line of page numbers."""

    TEXT = "text"
    """Text as it is, not escaped."""
    PAGE = "page"
    """A link to a page."""
    CURRENT = "current"
    """The number of this page, not a link."""
    GAP = "gap"
    """Dots in place of pages that are left out."""
    FIRST = "first"
    """A link to the first page."""
    PREVIOUS = "previous"
    """A link to the page with newer posts."""
    NEXT = "next"
    """A link to the page with older posts."""
    LAST = "last"
    """A link to the last page."""


class PageItem(NamedTuple):
    """One item in the line of page numbers."""

    kind: ItemKind
    number: int = 0
    """Place of the page that a link leads to, or of the current one; 0 for text and gaps."""
    text: str = ""
    """The text of an item of the kind `TEXT`; else empty."""


def paginate(items: Sequence[T], per_page: int, *, from_end: bool = False) -> list[Sequence[T]]:
    """Return `items` cut into pages of `per_page` (at least 1); one empty page for no items.

    Counted from the end, the first page takes the remainder, and the other pages stay the same when
    items are added in front.
    """
    first = (len(items) % per_page or per_page) if from_end and items else per_page
    starts = range(first, len(items), per_page)
    return [items[:first], *(items[start : start + per_page] for start in starts)]


def page_numbers(
    pattern: str,
    current: int,
    count: int,
    *,
    per_page: int = 1,
    total: int = 0,
    from_oldest: bool = False,
) -> tuple[PageItem, ...]:
    """Return the line that `pattern` describes, for page `current` of `count`.

    The pattern is that of the `paginate` package, which Material's blog uses: `~2~` stands for
    the numbers of two pages on each side of the current one and of the first and last page;
    `$link_first`, `$link_previous`, `$link_next` and `$link_last` for links, where there is such
    a page; `$page`, `$page_count`, `$first_page`, `$last_page`, `$items_per_page`,
    `$first_item`, `$last_item` and `$item_count` for numbers. Anything else is text.

    Args:
        pattern: The option `pagination_format`.
        current: Place of this page, 1-based.
        count: Number of pages.
        per_page: Number of posts on a full page.
        total: Number of posts on all pages.
        from_oldest: Whether pages are numbered from the last one on, and the first one takes the
            remainder.
    """
    before = count * per_page - total if from_oldest else 0
    numbers = {
        "page": count - current + 1 if from_oldest else current,
        "page_count": count,
        "first_page": count if from_oldest else 1,
        "last_page": 1 if from_oldest else count,
        "items_per_page": per_page,
        "first_item": min(max((current - 1) * per_page - before, 0) + 1, total),
        "last_item": min(current * per_page - before, total),
        "item_count": total,
    }
    return tuple(_joined(_parse(pattern, current, count, numbers)))


def _parse(
    pattern: str, current: int, count: int, numbers: Mapping[str, int]
) -> Iterator[PageItem]:
    links = _links(current, count)
    end = 0
    for token in _TOKEN.finditer(pattern):
        yield from _text(pattern[end : token.start()])
        end = token.end()
        name = token["name"] or token["braced"]
        if token["radius"]:
            yield from _range(current, count, int(token["radius"]))
        elif name in links:
            yield from links[name]
        elif name in numbers:
            yield from _text(str(numbers[name]))
        else:
            yield from _text(token["dollar"] or token[0])
    yield from _text(pattern[end:])


def _joined(items: Iterable[PageItem]) -> Iterator[PageItem]:
    """Yield `items` with adjacent texts joined."""
    for kind, adjacent in itertools.groupby(items, key=lambda item: item.kind):
        if kind is ItemKind.TEXT:
            yield PageItem(kind, text="".join(item.text for item in adjacent))
        else:
            yield from adjacent


def _text(text: str) -> Iterator[PageItem]:
    if text:
        yield PageItem(ItemKind.TEXT, text=text)


def _links(current: int, count: int) -> dict[str, list[PageItem]]:
    """Return the items of each link token: none if the page does not exist."""
    back, on = current > 1, current < count
    return {
        "link_first": [PageItem(ItemKind.FIRST, 1)] if back else [],
        "link_previous": [PageItem(ItemKind.PREVIOUS, current - 1)] if back else [],
        "link_next": [PageItem(ItemKind.NEXT, current + 1)] if on else [],
        "link_last": [PageItem(ItemKind.LAST, count)] if on else [],
    }


def _range(current: int, count: int, radius: int) -> Iterator[PageItem]:
    """Yield the numbers around `current`, with first and last page and the gaps before them."""
    left, right = max(1, current - radius), min(count, current + radius)
    if left > 1:
        yield PageItem(ItemKind.PAGE, 1)
    if left > 2:  # noqa: PLR2004 - page 2 and more are left out
        yield PageItem(ItemKind.GAP)
    for number in range(left, right + 1):
        yield PageItem(ItemKind.CURRENT if number == current else ItemKind.PAGE, number)
    if right < count - 1:
        yield PageItem(ItemKind.GAP)
    if right < count:
        yield PageItem(ItemKind.PAGE, count)
