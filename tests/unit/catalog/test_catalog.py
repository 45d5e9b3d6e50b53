from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import (
    a_post,
    a_taxonomy,
    an_unlisted_post,
    blog_settings,
    catalog_of,
    names_of,
    problems_of,
)

from mkdocs_blog_plugin.catalog.sorting import in_list_order

if TYPE_CHECKING:
    from random import Random

    from mkdocs_blog_plugin.posts.post import Post


def test_posts_are_newest_first_by_instant_and_then_by_source() -> None:
    tokyo = datetime(2024, 1, 1, 0, 30, tzinfo=timezone(timedelta(hours=9)))
    los_angeles = datetime(2023, 12, 31, 23, 30, tzinfo=timezone(timedelta(hours=-8)))
    made = catalog_of(
        a_post("tokyo", published=tokyo),
        a_post("la", published=los_angeles),
        a_post("b", "2020-01-01"),
        a_post("a", "2020-01-01"),
    )
    assert names_of(made.posts) == ["la", "tokyo", "a", "b"]


def test_unlisted_posts_are_built_and_not_listed() -> None:
    made = catalog_of(a_post("a"), an_unlisted_post("u"))
    assert names_of(made.posts) == ["a", "u"]
    assert names_of(made.listed) == ["a"]


def test_neighbours_go_by_date_and_end_at_the_ends() -> None:
    old, middle, new = (
        a_post("o", "2019-01-01"),
        a_post("m", "2020-01-01", pinned=True),
        a_post("n", "2021-01-01"),
    )
    made = catalog_of(middle, new, old)
    assert names_of([made.previous(new), made.previous(middle), made.previous(old)]) == [
        "m",
        "o",
        "-",
    ]
    assert names_of([made.next(new), made.next(middle), made.next(old)]) == ["-", "n", "m"]


def test_an_unlisted_post_has_no_neighbours_and_is_not_one() -> None:
    hidden = an_unlisted_post("u", "2020-06-01")
    made = catalog_of(a_post("a", "2020-01-01"), hidden, a_post("b", "2021-01-01"))
    assert names_of([made.previous(hidden), made.next(hidden)]) == ["-", "-"]
    assert names_of([made.previous(made.listed[0])]) == ["a"]


def test_pinned_posts_come_first_and_keep_their_order() -> None:
    posts = [a_post("a"), a_post("b", pinned=True), a_post("c"), a_post("d", pinned=True)]
    assert names_of(in_list_order(posts, "date")) == ["b", "d", "a", "c"]


def test_a_part_knows_its_place_in_the_series() -> None:
    parts = [a_post(name, f"202{day}-01-01", series=["S"]) for day, name in enumerate("abc")]
    made = catalog_of(*parts, a_post("x"), an_unlisted_post("u", series=["S"]))
    part = made.part_of(parts[1])
    assert part is not None
    assert (part.series.label, part.number, part.total) == ("S", 2, 3)
    assert names_of([part.previous, part.next]) == ["a", "c"]
    first, last = made.part_of(parts[0]), made.part_of(parts[2])
    assert first is not None
    assert last is not None
    assert names_of([first.previous, last.next]) == ["-", "-"]
    assert made.part_of(a_post("x")) is None
    assert made.part_of(made.posts[-1]) is None


def test_one_post_is_not_yet_a_series() -> None:
    alone = a_post("a", series=["Lone"])
    both = a_post("b", series=["First", "S"])
    made = catalog_of(alone, both, a_post("c", series=["S"]))
    assert made.part_of(alone) is None
    part = made.part_of(both)
    assert part is not None
    assert (part.series.label, part.total) == ("S", 2)


@pytest.mark.parametrize(
    ("number", "first", "last"), [(1, 1, 15), (8, 1, 15), (9, 2, 16), (12, 5, 19), (20, 6, 20)]
)
def test_of_a_long_series_the_fifteen_parts_around_one_are_shown(
    number: int, first: int, last: int
) -> None:
    parts = [a_post(f"{part}", f"20{part:02}-01-01", series=["S"]) for part in range(1, 21)]
    part = catalog_of(*parts).part_of(parts[number - 1])
    assert part is not None
    shown = [(found, post.slug) for found, post in part.around]
    assert shown == [(found, f"{found}") for found in range(first, last + 1)]


def test_taxonomies_stand_in_the_order_of_the_settings() -> None:
    made = catalog_of(settings=blog_settings(a_taxonomy("languages")))
    assert list(made.taxonomies) == ["categories", "tags", "series", "authors", "languages"]


def test_an_empty_blog_has_an_index_and_no_archive() -> None:
    made = catalog_of()
    assert made.location.url == "blog/"
    assert (made.posts, made.listed, made.periods, made.archive) == ((), (), (), None)


def test_a_blog_at_the_root_of_the_site_has_its_index_there() -> None:
    made = catalog_of(a_post("a", tags=["T"]), settings=blog_settings(blog_dir=""))
    assert made.location.url == ""
    assert made.taxonomies["tags"].terms[0].url == "tag/t/"


def test_views_at_one_path_are_reported_and_the_later_one_moves() -> None:
    settings = blog_settings(a_taxonomy("categories", url_format="{slug}"))
    clash = a_post("x", categories=["archive", "Archive 2"])
    made = catalog_of(clash, settings=settings)
    assert made.archive is not None
    assert made.archive.url == "blog/archive/"
    urls = {term.label: term.url for term in made.taxonomies["categories"].terms}
    assert len(set(urls.values())) == 2
    assert "blog/archive/" not in urls.values()
    reported = [problem.format() for problem in problems_of(clash, settings=settings)]
    assert any(
        "'archive' of categories wants the path 'blog/archive/index.html' "
        "of the overview of the archive" in line
        for line in reported
    )


def test_two_overviews_at_one_path_are_reported() -> None:
    settings = blog_settings(
        a_taxonomy("categories", url_format="topics/{slug}"),
        a_taxonomy("tags", url_format="topics/{slug}"),
    )
    made = catalog_of(a_post("x", categories=["A"], tags=["A"]), settings=settings)
    places = [made.taxonomies[key] for key in ("categories", "tags")]
    assert [found.location.url for found in places if found.location] == [
        "blog/topics/",
        "blog/topics-2/",
    ]
    assert [found.terms[0].url for found in places] == ["blog/topics/a/", "blog/topics/a-2/"]


instants = st.integers(0, 2**32).map(lambda second: datetime.fromtimestamp(second, UTC))


@given(st.dictionaries(st.text("abc", min_size=1), instants, max_size=8), st.randoms())
def test_the_order_is_total_whatever_the_order_of_discovery(
    dates: dict[str, datetime], random: Random
) -> None:
    posts: list[Post] = [a_post(name, published=day) for name, day in dates.items()]
    made = catalog_of(*posts)
    random.shuffle(posts)
    assert catalog_of(*posts).posts == made.posts
    chain = [made.previous(found) for found in made.listed]
    assert chain == [*made.listed[1:], None][: len(made.listed)]
    assert [made.next(found) for found in made.listed] == [None, *made.listed[:-1]][: len(posts)]


def test_an_id_that_several_posts_have_identifies_none_of_them() -> None:
    posts = [
        a_post("a", guid="1"),
        a_post("b", guid="1"),
        a_post("c", guid="2"),
        a_post("d"),
        a_post("e"),
    ]
    assert catalog_of(*posts).shared_guids == {"1"}


def test_posts_with_one_id_are_reported() -> None:
    made = catalog_of(
        a_post("a", "2020-01-05", guid="42"),
        a_post("b", "2020-01-04", guid="42", lines={"guid": 3}),
        a_post("c", "2020-01-03", guid="42", lines={"id": 4}),
        a_post("d"),
        a_post("e"),
    )
    expected = (
        "is the id of blog/posts/a.md too (an id that no other post has; the URL serves in feeds)"
    )
    assert [problem.format() for problem in made.guid_problems()] == [
        f"blog/posts/b.md:3: guid: '42' {expected}",
        f"blog/posts/c.md:4: id: '42' {expected}",
    ]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("date", "p d c b a"),
        ("-date", "p a b c d"),
        ("updated", "p b d c a"),
        ("-updated", "p a c d b"),
        ("weight", "p c a d b"),
        ("-weight", "p a c d b"),
        ("title", "p b d a c"),
        ("-title", "p c a d b"),
    ],
)
def test_lists_have_the_order_of_the_option_with_pinned_posts_first(
    order: str, expected: str
) -> None:
    late = datetime(2024, 1, 1, tzinfo=UTC)
    posts = [
        a_post("p", "2019-01-01", pinned=True),
        a_post("d", "2023-01-01", title="Öl"),
        a_post("c", "2022-01-01", title="zebra", weight=1),
        a_post("b", "2021-01-01", title="Apple", updated=late),
        a_post("a", "2020-01-01", title="Oz", weight=2),
    ]
    newest_first = sorted(posts, key=lambda found: found.sort_key)
    assert names_of(in_list_order(newest_first, order)) == expected.split()


def test_neighbours_may_be_of_the_same_category() -> None:
    posts = [
        a_post(name, f"202{year}-01-01", categories=categories)
        for year, (name, categories) in enumerate(
            [("a", ["X"]), ("b", ["Y"]), ("c", ["x", "Y"]), ("d", []), ("e", ["Y"]), ("f", [])]
        )
    ]
    made = catalog_of(*posts, settings=blog_settings(neighbours="category"))
    pairs = {
        found.slug: names_of([made.previous(found), made.next(found)]) for found in made.listed
    }
    assert pairs == {
        "a": ["-", "c"], "b": ["-", "e"], "c": ["a", "-"],
        "d": ["-", "f"], "e": ["b", "-"], "f": ["d", "-"],
    }  # fmt: skip
