"""A date is read as its author meant it, and a post belongs to the day on its author's clock."""

from __future__ import annotations

import os
import re
import time
from typing import TYPE_CHECKING

import pytest
from support.sites import iso

if TYPE_CHECKING:
    from collections.abc import Iterator

    from support.sites import Build, Site


def build_with(build: Build, date: str, path: str = "blog/posts/a.md", **options: str) -> Site:
    lines = "".join(f", {key}: {value}" for key, value in options.items())
    config = f"plugins: [search, {{blog-plugin: {{enabled: true{lines}}}}}]"
    head = f"---\ndate: {date}\n---\n" if date else ""
    return build({path: f"{head}# Title\n"}, config)


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2017-11-03 10:31:52 +0900", "2017-11-03T10:31:52+09:00"),
        ("2017-11-03 10:31:52 +09:00", "2017-11-03T10:31:52+09:00"),
        ("2017-11-03 10:31:52 +9", "2017-11-03T10:31:52+09:00"),
        ("2017-11-03T01:31:52Z", "2017-11-03T01:31:52+00:00"),
        ("2017-11-03 01:31:52 UTC", "2017-11-03T01:31:52+00:00"),
        ("2017-11-03 10:31", "2017-11-03T10:31:00+00:00"),
        ("2017-11-03", "2017-11-03T00:00:00+00:00"),
        ("'2017-11-03'", "2017-11-03T00:00:00+00:00"),
        ("2017-11-3", "2017-11-03T00:00:00+00:00"),
        ("2017/11/03", "2017-11-03T00:00:00+00:00"),
        ("20171103", "2017-11-03T00:00:00+00:00"),
        ("3 Nov 2017", "2017-11-03T00:00:00+00:00"),
        ("Nov 3, 2017", "2017-11-03T00:00:00+00:00"),
        ("{created: 2017-11-03, updated: 2018-01-01}", "2017-11-03T00:00:00+00:00"),
    ],
)
def test_every_form_of_a_date_is_read(build: Build, date: str, expected: str) -> None:
    site = build_with(build, date)
    assert iso(site.entry("blog/2017/11/03/title")["published"]) == expected
    assert iso(site.feed("blog")[0]["published"]) == expected
    assert site.warnings == []


def test_a_date_without_a_zone_is_read_in_the_zone_of_the_blog(build: Build) -> None:
    site = build_with(build, "2017-11-03 10:31", timezone="Asia/Tokyo")
    assert iso(site.entry("blog/2017/11/03/title")["published"]) == "2017-11-03T10:31:00+09:00"


@pytest.mark.parametrize(
    "path", ["blog/posts/2017-11-03-title.md", "blog/posts/2017/11/03/title.md"]
)
def test_a_date_comes_from_the_name_where_front_matter_has_none(build: Build, path: str) -> None:
    site = build_with(build, "", path)
    assert iso(site.entry("blog/2017/11/03/title")["published"]) == "2017-11-03T00:00:00+00:00"


def test_front_matter_beats_the_name(build: Build) -> None:
    site = build_with(build, "2018-01-01", "blog/posts/2017-11-03-title.md")
    assert site.exists("blog/2018/01/01/title/index.html")


@pytest.mark.parametrize("date", ["2023-02-30", "3/11/2017", "soon", "2017-11-03 10:31 JST", "1e3"])
def test_a_date_that_cannot_be_read_is_one_problem_and_nothing_is_lost(
    build: Build, date: str
) -> None:
    files = {"blog/posts/a.md": f"---\ntitle: A\ndate: {date}\n---\nText.\n"}
    site = build(files)
    warnings = [line for line in site.warnings if "docs/blog/posts/a.md:3: date:" in line]
    assert len(warnings) == 1
    assert date in warnings[0]
    assert site.exists("blog/posts/a/index.html")


def test_an_unreadable_date_falls_back_to_the_name(build: Build) -> None:
    site = build_with(build, "2023-02-30", "blog/posts/2023-02-28-title.md")
    assert len(site.warnings) == 1
    assert site.exists("blog/2023/02/28/title/index.html")


TWO_ZONES = """
-- blog/posts/tokyo.md --
---
date: 2024-01-01T00:30:00+09:00
---
# Tokyo
-- blog/posts/angeles.md --
---
date: 2023-12-31T23:30:00-08:00
---
# Los Angeles
"""


def test_order_goes_by_instant_and_the_year_by_the_clock_of_the_author(build: Build) -> None:
    site = build(TWO_ZONES)
    assert site.titles("blog") == ["Los Angeles", "Tokyo"]
    assert site.titles("blog/archive/2023") == ["Los Angeles"]
    assert site.titles("blog/archive/2024") == ["Tokyo"]
    assert site.exists("blog/2023/12/31/los-angeles/index.html")
    assert site.exists("blog/2024/01/01/tokyo/index.html")


def test_posts_of_one_instant_are_ordered_by_path(build: Build) -> None:
    names = ["c", "a", "d", "b"]
    files = {f"blog/posts/{n}.md": f"---\ndate: 2024-01-31\n---\n# {n}\n" for n in names}
    assert build(files).titles("blog") == ["a", "b", "c", "d"]


def test_days_times_and_zones_may_be_mixed(build: Build) -> None:
    dates = {"a": "2024-01-31", "b": "2024-01-31 12:00", "c": "2024-01-31 12:00 +0900"}
    files = {f"blog/posts/{n}.md": f"---\ndate: {d}\n---\n# {n}\n" for n, d in dates.items()}
    assert build(files).titles("blog") == ["b", "c", "a"]


@pytest.fixture
def _new_york(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "America/New_York")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("_new_york")
def test_the_zone_of_the_machine_does_not_matter(build: Build) -> None:
    assert os.environ["TZ"] == "America/New_York"
    site = build_with(build, "2024-01-01")
    assert iso(site.entry("blog/2024/01/01/title")["published"]) == "2024-01-01T00:00:00+00:00"


def test_the_calendar_year_is_not_the_week_year(build: Build) -> None:
    site = build_with(build, "2023-01-01")
    assert site.titles("blog/archive/2023") == ["Title"]


@pytest.mark.parametrize("key", ["updated", "last_modified_at", "lastmod", "modified"])
def test_the_updated_date_has_many_names(build: Build, key: str) -> None:
    files = {"blog/posts/a.md": f"---\ndate: 2024-01-31\n{key}: 2024-02-03\n---\n# Title\n"}
    entry = build(files).entry("blog/2024/01/31/title")
    assert iso(entry["updated"]) == "2024-02-03T00:00:00+00:00"


EDGES = {
    "blog/posts/first.md": "---\ndate: 0001-01-01 00:00 +0900\ntags: [Time]\n---\n# First\n",
    "blog/posts/0001-01-01-named.md": "---\nupdated: 9999-12-31\n---\n# Named\n",
    "blog/posts/last.md": "---\ndate: 9999-12-31 23:59:59 -0500\ntags: [Time]\n---\n# Last\n",
}


@pytest.mark.parametrize("zone", ["UTC", "Etc/GMT-9", "Etc/GMT+5"])
@pytest.mark.parametrize("dates_in", ["own", "site"])
def test_the_first_and_the_last_day_of_the_calendar_build(
    build: Build, zone: str, dates_in: str
) -> None:
    options = f"{{timezone: {zone}, post_dates_in: {dates_in}, export: true, markdown: true}}"
    site = build(EDGES, f"plugins: [search, {{blog-plugin: {options}}}]")
    assert site.warnings == []
    assert site.titles("blog") == ["Last", "Named", "First"]
    assert [site.titles(f"blog/archive/{year}") for year in ("9999", "0001")] == [
        ["Last"],
        ["Named", "First"],
    ]
    last, first = site.read("blog/9999/12/31/last"), site.read("blog/0001/01/01/first")
    assert '"datePublished":"9999-12-31T23:59:59-05:00"' in last
    assert '"datePublished":"0001-01-01T00:00:00+09:00"' in first
    assert "December 31, 9999" in last
    rss, atom = site.read("blog/rss.xml"), site.read("blog/atom.xml")
    assert "<pubDate>Fri, 31 Dec 9999 23:59:59 -0500</pubDate>" in rss
    assert "<pubDate>Mon, 01 Jan 0001 00:00:00 +0900</pubDate>" in rss
    assert "<published>0001-01-01T00:00:00+09:00</published>" in atom
    days = re.findall(r"<lastmod>(.*?)</lastmod>", site.read("sitemap.xml"))
    assert {"9999-12-31", "0001-01-01"} <= set(days)
    assert {len(day) for day in days} == {10}


def test_bylines_and_lists_have_dates_that_browsers_read(build: Build) -> None:
    site = build_with(build, "1880-01-01 12:00:00.25", timezone="Asia/Tokyo")
    for path in ("blog/1880/01/01/title", "blog"):
        assert 'datetime="1880-01-01T12:00:00.250+09:18"' in site.read(path)
