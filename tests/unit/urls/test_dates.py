from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from mkdocs_blog_plugin.urls.dates import NAMED_FORMATS, format_date, misread_letters

FIRST, LAST = datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, tzinfo=UTC)
TOKYO = datetime(2017, 11, 3, 0, 30, tzinfo=timezone(timedelta(hours=9)))


@pytest.mark.parametrize(
    ("pattern", "locale", "text"),
    [
        ("yyyy/MM/dd", "en", "2017/11/03"),
        ("long", "en", "November 3, 2017"),
        ("long", "de", "3. November 2017"),
        ("full", "pt_BR", "sexta-feira, 3 de novembro de 2017"),
        ("MMMM yyyy", "ja", "11月 2017"),
        ("HH:mm", "en", "00:30"),
    ],
)
def test_a_date_is_printed_in_its_own_zone(pattern: str, locale: str, text: str) -> None:
    assert format_date(TOKYO, pattern, locale) == text


def test_named_formats_need_no_time_of_day() -> None:
    assert all("30" not in format_date(TOKYO, name, "en") for name in NAMED_FORMATS)


@pytest.mark.parametrize(
    "pattern",
    [
        "long",
        "yyyy/MM/dd",
        "YYYY-'W'ww",
        "yyyy/DDD",
        "HH:mm",
        "EEEE, d. MMMM y",
        "'YYYY DD' yyyy",
        "",
    ],
)
def test_patterns_that_mean_what_they_say_have_no_misread_letters(pattern: str) -> None:
    assert list(misread_letters(pattern)) == []


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("YYYY", [("YYYY", "yyyy")]),
        ("D MMMM YYYY", [("D", "d"), ("YYYY", "yyyy")]),
        ("dddd, d.M.yyyy", [("dddd", "EEEE")]),
        ("%d. %B %Y", [("%d", "dd"), ("%B", "MMMM"), ("%Y", "yyyy")]),
        ("yyyy/mm/dd", [("mm", "MM")]),
        ("DD", [("DD", "dd")]),
    ],
)
def test_letters_that_babel_reads_as_something_else_are_found(
    pattern: str, found: list[tuple[str, str]]
) -> None:
    assert list(misread_letters(pattern)) == found


@pytest.mark.parametrize(
    ("day", "pattern", "text"),
    [
        (FIRST, "yyyy/MM/dd", "0001/01/01"),
        (FIRST, "YYYY-'W'ww", "0001-W01"),
        (LAST, "yyyy/MM/dd", "9999/12/31"),
        (LAST, "EEEE d MMMM yyyy", "Friday 31 December 9999"),
        (LAST, "YYYY-'W'ww", "10000-W01"),
    ],
)
def test_the_first_and_the_last_day_are_printed(day: datetime, pattern: str, text: str) -> None:
    assert format_date(day, pattern, "en") == text
