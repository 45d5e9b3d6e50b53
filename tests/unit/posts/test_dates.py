from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_blog_plugin.posts.dates import (
    Clock,
    DateError,
    date_in_folders,
    date_in_name,
    in_whole_minutes,
    iso_text,
    parse_date,
)

TOKYO = ZoneInfo("Asia/Tokyo")


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2017-11-03 10:31:52 +0900", "2017-11-03T10:31:52+09:00"),
        ("2017-11-03 10:31:52 +09:00", "2017-11-03T10:31:52+09:00"),
        ("2017-11-03 10:31:52 +9", "2017-11-03T10:31:52+09:00"),
        ("2023-08-18 00:54:00 +2:00", "2023-08-18T00:54:00+02:00"),
        ("2017-11-03T10:31:52-07:00", "2017-11-03T10:31:52-07:00"),
        ("2017-11-03T10:31:52-0330", "2017-11-03T10:31:52-03:30"),
        ("2017-11-03T01:31:52Z", "2017-11-03T01:31:52+00:00"),
        ("2017-11-03t01:31:52z", "2017-11-03T01:31:52+00:00"),
        ("2017-11-03 01:31:52 UTC", "2017-11-03T01:31:52+00:00"),
        ("2017-11-03 10:31", "2017-11-03T10:31:00+09:00"),
        ("2017-11-03 9:31", "2017-11-03T09:31:00+09:00"),
        ("2017-11-03  10:31:52.25", "2017-11-03T10:31:52.250000+09:00"),
        ("2017-11-03T10:31:52.123456789Z", "2017-11-03T10:31:52.123456+00:00"),
        ("2017-11-03", "2017-11-03T00:00:00+09:00"),
        (" 2017-11-03 ", "2017-11-03T00:00:00+09:00"),
        ("2017-1-3", "2017-01-03T00:00:00+09:00"),
        ("2017/11/03", "2017-11-03T00:00:00+09:00"),
        ("2017/11/03 10:31:52 +0100", "2017-11-03T10:31:52+01:00"),
        (20171103, "2017-11-03T00:00:00+09:00"),
        ("20171103", "2017-11-03T00:00:00+09:00"),
        ("3 Nov 2017", "2017-11-03T00:00:00+09:00"),
        ("3 November 2017 10:31", "2017-11-03T10:31:00+09:00"),
        ("Nov 3, 2017", "2017-11-03T00:00:00+09:00"),
        ("Sept. 3, 2017", "2017-09-03T00:00:00+09:00"),
        ("Fri, 03 Nov 2017 10:31:52 +0900", "2017-11-03T10:31:52+09:00"),
        (date(2017, 11, 3), "2017-11-03T00:00:00+09:00"),
        (datetime(2017, 11, 3, 10), "2017-11-03T10:00:00+09:00"),  # noqa: DTZ001 - TOML has naive dates
        (datetime(2017, 11, 3, 10, tzinfo=UTC), "2017-11-03T10:00:00+00:00"),
    ],
)
def test_each_form_is_read_naive_ones_in_the_zone_of_the_blog(written: object, iso: str) -> None:
    assert parse_date(written, TOKYO).isoformat() == iso


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("2023-02-30", "cannot read '2023-02-30' as a date: day is out of range for month"),
        ("2023-13-01", "cannot read '2023-13-01' as a date: month must be in 1..12"),
        ("2017-11-03 25:00", "cannot read '2017-11-03 25:00' as a date: hour must be in 0..23"),
        ("2017-11-03 10:31:52 JST", "'2017-11-03 10:31:52 JST' has an unknown zone 'JST'"),
        ("2017-11-03 10:31 +99:00", "'2017-11-03 10:31 +99:00' has an unknown zone '+99:00'"),
        ("2017-11-03 10:31 +09:75", "'2017-11-03 10:31 +09:75' has an unknown zone '+09:75'"),
        ("2017-11-03 soon", "cannot read '2017-11-03 soon' as a date"),
        ("3 Nox 2017", "cannot read '3 Nox 2017' as a date: there is no month 'Nox'"),
        ("2017-11/03", "cannot read '2017-11/03' as a date"),
        ("soon", "cannot read 'soon' as a date"),
        ("٢٠١٧-١١-٠٣", "cannot read '٢٠١٧-١١-٠٣' as a date"),
        ("0000-01-01", "cannot read '0000-01-01' as a date: year 0 is out of range"),
        ("10000-01-01", "cannot read '10000-01-01' as a date"),
        (1509672712, "cannot read '1509672712' as a date"),
        (2017, "cannot read '2017' as a date"),
        (1.5, "cannot read '1.5' as a date"),
        (True, "cannot read 'true' as a date"),
        (None, "cannot read nothing as a date"),
        ([2017], "cannot read a list as a date"),
        ({"day": 3}, "cannot read a map as a date"),
    ],
)
def test_a_value_that_is_not_a_date_is_refused_with_the_expected_form(
    written: object, message: str
) -> None:
    with pytest.raises(DateError) as raised:
        parse_date(written, UTC)
    assert raised.value.message == message
    assert "+09:00" in raised.value.expected


ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@settings(deadline=None)
@given(
    st.datetimes(datetime(1000, 1, 1), datetime(9998, 1, 1)),  # noqa: DTZ001 - the zone comes beside it
    st.none() | ZONES,
    ZONES,
)
def test_iso_dates_are_read_back(moment: datetime, own: tzinfo | None, blog: tzinfo) -> None:
    written = moment.replace(tzinfo=own).isoformat()
    assert parse_date(written, blog) == moment.replace(tzinfo=own or blog)


@settings(deadline=None)
@given(
    st.text(alphabet="0123456789-/:+. TZUCNov,", max_size=30)
    | st.integers()
    | st.floats()
    | st.recursive(st.none() | st.booleans(), st.lists)
)
def test_any_value_is_an_aware_date_or_refused(value: object) -> None:
    try:
        moment = parse_date(value, TOKYO)
    except DateError:
        return
    assert moment.utcoffset() is not None
    assert moment.astimezone(UTC) == moment


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("2017-11-03-spark-summit", (date(2017, 11, 3), "spark-summit")),
        ("2017-1-3-x", (date(2017, 1, 3), "x")),
        ("2017-11-03_x", (date(2017, 11, 3), "x")),
        ("2017-11-03", (date(2017, 11, 3), "")),
        ("2017-13-03-x", None),
        ("2017-11-031-x", None),
        ("0001-01-01-x", (date(1, 1, 1), "x")),
        ("9999-12-31-x", (date(9999, 12, 31), "x")),
        ("0000-01-01-x", None),
        ("release-2017-11-03", None),
        ("2.10", None),
    ],
)
def test_a_date_begins_the_name_of_a_file(name: str, found: tuple[date, str] | None) -> None:
    assert date_in_name(name) == found


@pytest.mark.parametrize(
    ("src_uri", "day"),
    [
        ("blog/posts/2020/01/20/x.md", date(2020, 1, 20)),
        ("2020/1/2/x.md", date(2020, 1, 2)),
        ("2019/01/01/2020/01/20/x/index.md", date(2020, 1, 20)),
        ("2020/01/x.md", None),
        ("2020/13/01/x.md", None),
        ("v2020/01/20/x.md", None),
    ],
)
def test_folders_make_a_date(src_uri: str, day: date | None) -> None:
    assert date_in_folders(src_uri) == day


@pytest.mark.parametrize("zone", [UTC, ZoneInfo("Asia/Tokyo"), ZoneInfo("America/New_York")])
@pytest.mark.parametrize("written", ["0001-01-01 00:00 +0900", "9999-12-31 23:59:59 -0500"])
def test_a_day_at_the_ends_of_the_calendar_stays_where_it_is(written: str, zone: tzinfo) -> None:
    """Nowhere else may it be a day of the year 0 or 10000."""
    for clock in (Clock(zone), Clock(zone, is_zone_of_all=True)):
        moment = clock.read(written)
        assert moment == parse_date(written, UTC)
        assert moment.year in (1, 9999)


def test_offsets_lose_their_seconds_and_the_clock_stays() -> None:
    amsterdam = datetime(1900, 1, 1, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))
    assert in_whole_minutes(amsterdam).isoformat() in (
        "1900-01-01T12:00:00+00:19",
        "1900-01-01T12:00:00+00:17",
    )
    noon = datetime(2024, 1, 1, 12, tzinfo=UTC)
    assert in_whole_minutes(noon) == noon


@given(st.datetimes(), st.timedeltas(timedelta(hours=-23), timedelta(hours=23)))
def test_any_moment_can_be_written_in_whole_minutes(moment: datetime, offset: timedelta) -> None:
    written = in_whole_minutes(moment.replace(tzinfo=timezone(offset)))
    assert written.replace(tzinfo=None) == moment
    assert (written.utcoffset() or timedelta()) % timedelta(minutes=1) == timedelta()


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("2017-11-03 10:31:52 +0900", "2017-11-03T10:31:52+09:00"),
        ("2017-11-03 10:31:52.5 +0900", "2017-11-03T10:31:52.500+09:00"),
        ("2017-11-03 10:31:52.123456789", "2017-11-03T10:31:52.123+09:00"),
        ("1880-01-01", "1880-01-01T00:00:00+09:18"),
    ],
)
def test_html_has_dates_that_the_nu_checker_reads(written: str, text: str) -> None:
    assert iso_text(parse_date(written, TOKYO)) == text
