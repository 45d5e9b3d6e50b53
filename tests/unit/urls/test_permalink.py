from __future__ import annotations

import posixpath
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_blog_plugin.urls.permalink import STYLES, PatternError, compile_pattern
from mkdocs_blog_plugin.urls.tokens import (
    PAGE_TOKENS,
    PERIOD_TOKENS,
    POST_TOKENS,
    TERM_TOKENS,
    PermalinkValues,
    TermValues,
)

SUMMIT = PermalinkValues(
    published=datetime(2017, 1, 3, 4, 5, 6, tzinfo=UTC),
    slug="spark-summit",
    title_slug="spark-summit",
    file_name="2017-01-03-Spark_Summit.EU",
    date="2017/01/03",
    categories=("big-data",),
    labels=("Big Data", "C++", "big data"),
    folders=("blog", "posts"),
)


def path(pattern: str, values: PermalinkValues = SUMMIT) -> str:
    return compile_pattern(pattern, tokens=POST_TOKENS).path(values)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("{date}/{slug}", "2017/01/03/spark-summit"),
        ("/{date}/{slug}/", "2017/01/03/spark-summit"),
        ("{categories}/{file}", "big-data/2017-01-03-Spark_Summit.EU"),
        ("{date}//{slug}", "2017/01/03/spark-summit"),
        ("/:year/:month/:day/:title/", "2017/01/03/Spark_Summit.EU"),
        (":year_:month", "2017_01"),
        (":short_year-:i_month-:i_day", "17-1-3"),
        (":short_month-:long_month", "Jan-January"),
        (":short_day-:long_day", "Tue-Tuesday"),
        (":y_day", "003"),
        (":w_year-W:week-:w_day", "2017-W01-2"),
        (":hour:minute:second", "040506"),
        (":slug", "spark-summit-eu"),
        (":categories/:title", "big data/c++/Spark_Summit.EU"),
        (":slugified_categories", "big-data/c"),
        ("x:output_ext", "x.html"),
        (":monthname/:weekday/:weekdayname/:yearday", "january/2/tuesday/3"),
        (":section", "blog"),
        (":sections/:contentbasename", "blog/posts/2017-01-03-spark_summit.eu"),
        (":slugorcontentbasename", "2017-01-03-spark_summit.eu"),
    ],
)
def test_tokens_stand_for_parts_of_the_post(pattern: str, expected: str) -> None:
    assert path(pattern) == expected


def test_categories_with_slashes_are_several_parts_as_in_jekyll() -> None:
    values = SUMMIT._replace(labels=("Big Data", "Sea/../Wind", "a//b/"))
    found = compile_pattern(":categories/:slug", tokens=POST_TOKENS).path(values)
    assert found == "big data/sea/wind/a/b/spark-summit-eu"


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("date", "big data/c++/2017/01/03/Spark_Summit.EU.html"),
        ("pretty", "big data/c++/2017/01/03/Spark_Summit.EU"),
        ("ordinal", "big data/c++/2017/003/Spark_Summit.EU.html"),
        ("weekdate", "big data/c++/2017/W01/Tue/Spark_Summit.EU.html"),
        ("none", "big data/c++/Spark_Summit.EU.html"),
    ],
)
def test_named_styles_are_those_of_jekyll(style: str, expected: str) -> None:
    assert path(style) == expected
    assert set(STYLES) == {"date", "pretty", "ordinal", "weekdate", "none"}


def test_a_slug_of_its_own_beats_the_dated_file_name() -> None:
    assert path(":year/:title", SUMMIT._replace(own_slug="Mine")) == "2017/Mine"
    assert path(":year/:slug", SUMMIT._replace(own_slug="Mine")) == "2017/mine"
    assert path(":slugorcontentbasename", SUMMIT._replace(own_slug="Mine")) == "mine"


def test_without_a_dated_file_name_the_title_counts_as_in_hugo() -> None:
    assert path(":year/:title", SUMMIT._replace(file_name="notes")) == "2017/spark-summit"


def test_a_name_without_letters_falls_back_to_the_slug() -> None:
    assert path(":year/:title", SUMMIT._replace(file_name="2017-01-03-🎉")) == "2017/spark-summit"


@pytest.mark.parametrize(
    ("pattern", "dest_uri"),
    [
        ("{date}/{slug}", "blog/2017/01/03/spark-summit/index.html"),
        ("/:year/:slug.html", "blog/2017/spark-summit-eu.html"),
        ("none", "blog/big data/c++/Spark_Summit.EU.html"),
    ],
)
def test_html_patterns_name_files_and_others_pages(pattern: str, dest_uri: str) -> None:
    compiled = compile_pattern(pattern, tokens=POST_TOKENS)
    assert compiled.location(SUMMIT, folder="blog", directory_urls=True).dest_uri == dest_uri


def test_a_verbatim_slug_with_a_suffix_is_still_a_page() -> None:
    compiled = compile_pattern("{slug}", tokens=POST_TOKENS)
    values = SUMMIT._replace(slug="x.html")
    location = compiled.location(values, folder="", directory_urls=True)
    assert location.dest_uri == "x.html/index.html"


def test_empty_tokens_lead_to_the_folder_itself() -> None:
    compiled = compile_pattern("{categories}", tokens=POST_TOKENS)
    values = SUMMIT._replace(categories=())
    assert compiled.path(values) == ""
    location = compiled.location(values, folder="blog", directory_urls=True)
    assert location.dest_uri == "blog/index.html"


def test_terms_periods_and_pages_have_tokens_of_their_own() -> None:
    term = TermValues(slug="c", name="C/C++")
    assert compile_pattern("tag/{slug}", tokens=TERM_TOKENS).path(term) == "tag/c"
    assert compile_pattern("/tag/:name/", tokens=TERM_TOKENS).path(term) == "tag/c"
    assert compile_pattern("tag/{name}", tokens=TERM_TOKENS).path(term) == "tag/C-C++"
    assert compile_pattern("archive/{date}", tokens=PERIOD_TOKENS).path("2017") == "archive/2017"
    assert compile_pattern("page/{page}", tokens=PAGE_TOKENS).path(2) == "page/2"


@pytest.mark.parametrize(
    ("pattern", "fault"),
    [
        ("{slgu}", r"unknown token '{slgu}'.*{slug}"),
        ("{slug!r}", r"unknown token '{slug!r}'"),
        (":years/:title", "unknown token ':years'.*:year"),
        ("blog/post", "has no token"),
        ("", "has no token"),
        ("../{slug}", "leads out"),
        ("{date}/../../{slug}", "leads out"),
        ("{slug}}", "a character that paths cannot have"),
        ("{slug}?x", "a character that paths cannot have"),
        ("a\\{slug}", "a character that paths cannot have"),
        (" {slug}", "begins or ends with a space"),
        ("{date} /{slug}", "begins or ends with a space"),
        ("con/{slug}", "Windows cannot store"),
        ("{slug}.", "Windows cannot store"),
    ],
)
def test_a_faulty_pattern_is_refused_with_the_valid_tokens(pattern: str, fault: str) -> None:
    with pytest.raises(PatternError, match=fault):
        compile_pattern(pattern, tokens=POST_TOKENS)


@pytest.mark.parametrize(("last", "first"), [(199, "a"), (200, "b")])
def test_a_path_that_is_too_long_loses_its_first_folders(last: int, first: str) -> None:
    folders = "/".join(letter * 199 for letter in "abcd")
    pattern = compile_pattern(f"{folders}/{{slug}}", tokens=POST_TOKENS)
    path = pattern.path(SUMMIT._replace(slug="e" * last))
    assert path.startswith(first * 199 + "/")
    assert path.endswith("/" + "e" * last)


def test_named_styles_mean_nothing_to_other_patterns() -> None:
    with pytest.raises(PatternError, match="has no token"):
        compile_pattern("pretty", tokens=TERM_TOKENS)


text = st.text(alphabet="./ab", max_size=8)


@given(st.sampled_from(sorted(POST_TOKENS)), text, text)
def test_no_value_leads_out_of_the_folder(token: str, word: str, date: str) -> None:
    values = PermalinkValues(
        published=SUMMIT.published,
        slug=word,
        title_slug=word,
        own_slug=word,
        file_name=word,
        date=date,
        categories=(word, date),
        labels=(word, date),
        folders=(word,),
    )
    location = compile_pattern(f"x/{token}", tokens=POST_TOKENS).location(
        values, folder="blog", directory_urls=True
    )
    assert posixpath.normpath(location.dest_uri) == location.dest_uri
    assert location.dest_uri.startswith("blog/")


@given(st.datetimes())
def test_numbers_of_dates_are_those_of_strftime(moment: datetime) -> None:
    tokens = {":month": "%m", ":day": "%d", ":y_day": "%j", ":week": "%V", ":short_year": "%y"}
    values = SUMMIT._replace(published=moment.replace(tzinfo=UTC))
    for token, directive in tokens.items():
        assert POST_TOKENS[token](values) == moment.strftime(directive)
    assert POST_TOKENS[":year"](values) == moment.isoformat()[:4]
