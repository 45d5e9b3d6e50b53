from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import (
    a_post,
    an_unlisted_post,
    blog_settings,
    catalog_of,
    names_of,
    problems_of,
)

from mkdocs_blog_plugin.settings import ArchiveLevel, ArchiveSettings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_blog_plugin.catalog.period import Period

YEAR = ArchiveLevel()
MONTH = ArchiveLevel(
    date_format="MMMM yyyy", url_date_format="yyyy/MM", url_format="archive/{date}"
)


def outline(periods: Iterable[Period]) -> list[tuple[str, str | None, list[str]]]:
    return [(period.title, period.url, names_of(period.posts)) for period in periods]


def test_each_year_is_a_period_newest_first() -> None:
    made = catalog_of(
        a_post("a", "2019-05-01"),
        a_post("b", "2021-01-01"),
        a_post("c", "2019-07-01"),
        an_unlisted_post("u"),
    )
    assert outline(made.periods) == [
        ("2021", "blog/archive/2021/", ["b"]),
        ("2019", "blog/archive/2019/", ["c", "a"]),
    ]
    assert made.archive is not None
    assert made.archive.url == "blog/archive/"


def test_pins_do_not_change_the_archive() -> None:
    made = catalog_of(
        a_post("a", "2019-05-01", pinned=True), a_post("b", "2021-01-01"), a_post("c", "2019-07-01")
    )
    assert [period.title for period in made.periods] == ["2021", "2019"]
    assert names_of(made.periods[1].posts) == ["c", "a"]


def test_levels_are_nested() -> None:
    settings = blog_settings(archive=ArchiveSettings(levels=(YEAR, MONTH)), locale="de")
    posts = a_post("a", "2019-05-01"), a_post("b", "2019-03-01"), a_post("c", "2018-03-01")
    years = catalog_of(*posts, settings=settings).periods
    assert [period.title for period in years] == ["2019", "2018"]
    assert outline(years[0].children) == [
        ("Mai 2019", "blog/archive/2019/05/", ["a"]),
        ("März 2019", "blog/archive/2019/03/", ["b"]),
    ]
    assert {month.parent for month in years[0].children} == {years[0].key}
    assert years[0].parent == ""
    assert years[0].count == 2


def test_a_period_follows_the_zone_of_each_post() -> None:
    tokyo = datetime(2024, 1, 1, 0, 30, tzinfo=timezone(timedelta(hours=9)))
    los_angeles = datetime(2023, 12, 31, 23, 30, tzinfo=timezone(timedelta(hours=-8)))
    made = catalog_of(a_post("tokyo", published=tokyo), a_post("la", published=los_angeles))
    assert outline(made.periods) == [
        ("2023", "blog/archive/2023/", ["la"]),
        ("2024", "blog/archive/2024/", ["tokyo"]),
    ]


def test_the_first_days_of_january_belong_to_their_calendar_year() -> None:
    (period,) = catalog_of(a_post("a", "2021-01-01")).periods
    assert period.title == "2021"


@pytest.mark.parametrize(
    ("pattern", "title"), [("long", "1. Mai 2019"), ("QQQQ yyyy", "2. Quartal 2019")]
)
def test_titles_are_written_by_babel(pattern: str, title: str) -> None:
    level = ArchiveLevel(date_format=pattern, url_date_format="yyyy/MM/dd")
    settings = blog_settings(archive=ArchiveSettings(levels=(level,)), locale="de")
    assert [
        period.title for period in catalog_of(a_post("a", "2019-05-01"), settings=settings).periods
    ] == [title]


def test_the_archive_may_be_off() -> None:
    made = catalog_of(a_post("a"), settings=blog_settings(archive=ArchiveSettings(enabled=False)))
    assert (made.archive, made.periods) == (None, ())


@pytest.mark.parametrize(
    "archive",
    [ArchiveSettings(index=False), ArchiveSettings(levels=(ArchiveLevel(url_format="{date}"),))],
)
def test_the_archive_may_have_no_overview(archive: ArchiveSettings) -> None:
    made = catalog_of(a_post("a"), settings=blog_settings(archive=archive))
    assert made.archive is None
    assert len(made.periods) == 1


def test_periods_at_one_path_keep_their_posts_apart() -> None:
    month = ArchiveLevel(date_format="MMMM", url_date_format="MM", url_format="month/{date}")
    settings = blog_settings(archive=ArchiveSettings(levels=(YEAR, month)))
    posts = a_post("a", "2020-03-01"), a_post("b", "2019-03-01")
    years = catalog_of(*posts, settings=settings).periods
    assert [outline(year.children) for year in years] == [
        [("March", "blog/month/03/", ["a"])],
        [("March", "blog/month/03-2/", ["b"])],
    ]
    assert len(problems_of(*posts, settings=settings)) == 1


@given(st.lists(st.dates(), max_size=6))
def test_each_level_has_each_listed_post_once(days: list[object]) -> None:
    posts = [a_post(f"p{number}", str(day)) for number, day in enumerate(days)]
    settings = blog_settings(archive=ArchiveSettings(levels=(YEAR, MONTH)))
    years = catalog_of(*posts, settings=settings).periods
    listed = sorted(names_of(posts))
    assert sorted(name for year in years for name in names_of(year.posts)) == listed
    months = [month for year in years for month in year.children]
    assert sorted(name for month in months for name in names_of(month.posts)) == listed
