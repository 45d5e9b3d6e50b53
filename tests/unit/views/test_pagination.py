from __future__ import annotations

import re
from typing import Any

import paginate as material  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_blog_plugin.views.pagination import ItemKind, PageItem, page_numbers, paginate

SIGNS = {
    ItemKind.GAP: "..",
    ItemKind.FIRST: "<<",
    ItemKind.PREVIOUS: "<",
    ItemKind.NEXT: ">",
    ItemKind.LAST: ">>",
}


def line(pattern: str, current: int, count: int, **values: Any) -> str:
    """Return the line as a person would write it: the current page in brackets."""
    return " ".join(
        item.text.strip() if item.kind is ItemKind.TEXT
        else f"[{item.number}]" if item.kind is ItemKind.CURRENT
        else SIGNS.get(item.kind, str(item.number))
        for item in page_numbers(pattern, current, count, **values)
    )  # fmt: skip


@pytest.mark.parametrize(("total", "pages"), [(0, 1), (1, 1), (10, 1), (11, 2), (20, 2), (21, 3)])
def test_posts_are_cut_into_pages(total: int, pages: int) -> None:
    assert len(paginate(range(total), 10)) == pages


@given(st.lists(st.integers()), st.integers(1, 12))
def test_pages_partition_the_posts(items: list[int], per_page: int) -> None:
    pages = paginate(items, per_page)
    assert [item for page in pages for item in page] == items
    assert all(len(page) == per_page for page in pages[:-1])
    assert len(pages[-1]) <= per_page
    assert pages[-1] or len(pages) == 1


@pytest.mark.parametrize(
    ("pattern", "current", "count", "expected"),
    [
        ("~2~", 1, 1, "[1]"),
        ("~2~", 1, 3, "[1] 2 3"),
        ("~2~", 5, 9, "1 .. 3 4 [5] 6 7 .. 9"),
        ("~2~", 4, 7, "1 2 3 [4] 5 6 7"),
        ("~2~", 9, 9, "1 .. 7 8 [9]"),
        ("~1~", 1, 50, "[1] 2 .. 50"),
        ("~0~", 2, 3, "1 [2] 3"),
        ("$link_first $link_previous ~2~ $link_next $link_last", 2, 3, "<<  <  1 [2] 3  >  >>"),
        ("$link_first$link_previous~2~$link_next$link_last", 1, 2, "[1] 2 > >>"),
        ("Page $page of ${page_count}", 2, 3, "Page 2 of 3"),
        ("$first_item-$last_item of $item_count by $items_per_page", 3, 3, "21-25 of 25 by 10"),
        ("$first_page-$last_page", 2, 3, "1-3"),
        ("$$1 $unknown ~x~ $", 1, 1, "$1 $unknown ~x~ $"),
        ("", 1, 1, ""),
    ],
)
def test_a_pattern_becomes_a_line(pattern: str, current: int, count: int, expected: str) -> None:
    assert line(pattern, current, count, per_page=10, total=25) == expected


def test_items_of_no_posts_are_numbered_from_zero() -> None:
    assert line("$first_item-$last_item", 1, 1, per_page=10, total=0) == "0-0"


@pytest.mark.parametrize(
    ("current", "expected"), [(1, "3 of 3-1, 1-5"), (2, "2 of 3-1, 6-15"), (3, "1 of 3-1, 16-25")]
)
def test_pages_may_be_numbered_from_the_last_one(current: int, expected: str) -> None:
    pattern = "$page of $first_page-$last_page, $first_item-$last_item"
    items = page_numbers(pattern, current, 3, per_page=10, total=25, from_oldest=True)
    assert [item.text for item in items] == [expected]


def test_links_lead_to_the_pages_they_name() -> None:
    items = page_numbers("$link_first$link_previous$link_next$link_last", 4, 9)
    assert items == (
        PageItem(ItemKind.FIRST, 1),
        PageItem(ItemKind.PREVIOUS, 3),
        PageItem(ItemKind.NEXT, 5),
        PageItem(ItemKind.LAST, 9),
    )


@given(st.integers(1, 30), st.integers(1, 30), st.integers(0, 5))
def test_the_numbers_are_those_of_material(current: int, count: int, radius: int) -> None:
    current = min(current, count)
    pattern = f"$link_first $link_previous ~{radius}~ $link_next $link_last ($page of $page_count)"
    page = material.Page(range(count), page=current, items_per_page=1, url_maker=str)
    html = page.pager(pattern, show_if_single_page=True, curpage_attr={"id": "here"})
    text = re.sub(r'<span id="here">(\d+)</span>', r"[\1]", html)
    text = re.sub(r"<a [^>]*>|</a>", "", text).replace("&lt;", "<").replace("&gt;", ">")
    assert line(pattern, current, count).split() == text.split()


@pytest.mark.parametrize(
    ("count", "pages"), [(0, [0]), (1, [1]), (3, [3]), (4, [1, 3]), (6, [3, 3]), (7, [1, 3, 3])]
)
def test_pages_counted_from_the_end_keep_their_items(count: int, pages: list[int]) -> None:
    items = list(range(count))
    cut = paginate(items, 3, from_end=True)
    assert [len(page) for page in cut] == pages
    assert [item for page in cut for item in page] == items
    more = paginate([-1, *items], 3, from_end=True)
    assert more[len(more) - len(cut) + 1 :] == cut[1:]
