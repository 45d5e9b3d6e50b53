"""Unit tests of `site.theme.watched_time`: a time like any other, but for being noticed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from jinja2 import Environment

from mkdocs_blog_plugin.site.theme.watched_time import watched

TIME = datetime(2024, 2, 29, 12, 30, tzinfo=UTC)
NAMES = {"earlier": datetime(2024, 1, 1, tzinfo=UTC), "day": timedelta(days=1), "list": [TIME]}


@pytest.mark.parametrize(
    "text",
    [
        "{{ time }}",
        "{{ time|string }}",
        "{{ time|e }}",
        "{{ [time]|join }}",
        "{{ '%s' % time }}",
        "{{ '{:%Y}'.format(time) }}",
        "{{ time.year }}",
        "{{ time.strftime('%d') }}",
        "{{ (time - earlier).days }}{{ (earlier - time).days }}",
        "{{ time + day }}{{ time - day }}{{ day + time }}",
        "{{ time > earlier }}",
        "{{ earlier <= time }}",
        "{{ time == earlier }}",
        "{{ time in list }}",
        "{{ {time: 1}|length }}",
    ],
)
def test_it_prints_what_any_time_prints_and_is_noticed(text: str) -> None:
    template = Environment().from_string(text)  # noqa: S701 - nothing here is HTML
    seen: list[bool] = []
    found = template.render(NAMES, time=watched(TIME, lambda: seen.append(True)))
    assert found == template.render(NAMES, time=TIME)
    assert seen


@pytest.mark.parametrize("text", ["{% if no %}{{ time }}{% endif %}", "{% set now = time %}"])
def test_it_is_not_noticed_before_anybody_looks_at_it(text: str) -> None:
    seen: list[bool] = []
    template = Environment().from_string(text)  # noqa: S701 - nothing here is HTML
    template.render(time=watched(TIME, lambda: seen.append(True)))
    assert seen == []
