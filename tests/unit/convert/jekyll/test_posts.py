"""Dates, addresses and aliases of Jekyll's posts, as Jekyll itself reads them."""

from __future__ import annotations

import pytest
from support.old_blogs import convert_jekyll, page_of

TOKYO = "timezone: Asia/Tokyo"


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2020-07-05 20:00:00", "2020-07-06 05:00:00"),
        ("2020-07-05T20:00:00 # in the evening", "2020-07-06 05:00:00"),
        ("2020-7-5 8:00:00", "2020-07-05 17:00:00"),
        ("'2020-07-05 20:00:00'", "2020-07-05 20:00:00"),
        ("2020-07-05 20:00", "2020-07-05 20:00:00"),
        ("2020/07/05 20:00:00", "2020-07-05 20:00:00"),
        ("2020-07-05 20:00:00 +0900", "2020-07-05 20:00:00"),
        ("2020-07-05", "2020-07-05"),
    ],
)
def test_a_time_to_the_second_without_quotes_is_utc_whatever_the_zone_of_the_site(
    date: str, expected: str
) -> None:
    assert convert_jekyll(meta=f"date: {date}", config=TOKYO).post(".md").meta["date"] == expected


def test_the_address_and_the_update_go_by_that_instant() -> None:
    meta = "date: 2020-07-05 20:00:00\nlast_modified_at: 2020-07-07 20:00:00\n"
    result = convert_jekyll(meta=meta, config=f"{TOKYO}\npermalink: /:year/:month/:day/:title/")
    post = result.post(".md").meta
    assert post["updated"] == "2020-07-07 20:00:00+00:00"
    assert "permalink" not in post
    assert result.options["post_url_format"] == ":year/:month/:day/:title/"


@pytest.mark.parametrize(
    ("name", "used"),
    [
        ("_posts/2020-07-05-late.md", "the day in its name is used"),
        ("_drafts/late.md", "no day is used"),
    ],
)
def test_a_date_that_is_not_read_is_told(name: str, used: str) -> None:
    result = convert_jekyll(name=name, meta="date: 2020-07-07 10:00:00 EST")
    assert result.left == [
        f"{name}: date: '2020-07-07 10:00:00 EST' cannot be read as a date, so {used}"
    ]


def test_aliases_of_all_plugins_are_kept_once() -> None:
    meta = "redirect_from: [/a/, /b.html]\nalias: /c/\naliases: [/a/, d/]"
    post = convert_jekyll(meta=meta).post(".md")
    assert post.meta["aliases"] == ["/a/", "/b.html", "/c/", "d/"]


def test_an_ordinary_page_answers_at_its_further_addresses() -> None:
    page = page_of("about.md", "title: About\npermalink: /about/\nredirect_from: /who/", "Text.")
    assert "docs/who/index.html" in convert_jekyll(more=page).files


@pytest.mark.parametrize(
    ("meta", "tags"), [("tag: solo", ["solo"]), ("tags: a b", ["a", "b"]), ("x: y", ["of", "all"])]
)
def test_a_tag_takes_the_place_of_the_tags_by_default(meta: str, tags: list[str]) -> None:
    config = "defaults: [{scope: {path: ''}, values: {tags: [of, all]}}]"
    more = page_of("_posts/2020-01-01-a.md", meta, "Words.")
    assert convert_jekyll("First.", config=config, more=more).post("a.md").meta["tags"] == tags
