from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from mkdocs_blog_plugin.urls.dates import NAMED_FORMATS, format_date

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
def test_a_date_is_told_by_its_own_clock(pattern: str, locale: str, text: str) -> None:
    assert format_date(TOKYO, pattern, locale) == text


def test_named_formats_need_no_time_of_day() -> None:
    assert all("30" not in format_date(TOKYO, name, "en") for name in NAMED_FORMATS)
