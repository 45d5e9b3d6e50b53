from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import a_post, a_taxonomy, an_unlisted_post, blog_settings, names_of, views_of

from mkdocs_blog_plugin.posts.post import Author
from mkdocs_blog_plugin.problems import Problems
from mkdocs_blog_plugin.settings import ArchiveLevel, ArchiveSettings, PaginationSettings
from mkdocs_blog_plugin.urls.location import Location
from mkdocs_blog_plugin.views.view import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.views.view import View

JOE = Author(key="joe", name="Joe", known=True)
THREE = tuple(
    a_post(name, f"201{year}-01-01", tags=["Spark"], categories=["News"], authors=(JOE,))
    for year, name in enumerate("abc")
)
ONE_EACH = PaginationSettings(per_page=1)


def urls(found: Iterable[View]) -> list[str]:
    return [pager.location.url for view in found for pager in view.pagers]


def by_url(found: Iterable[View], url: str) -> View:
    return next(view for view in found if view.url == url)


def test_a_blog_has_an_index_an_archive_and_its_terms() -> None:
    assert urls(views_of(*THREE)) == [
        "blog/",
        "blog/archive/",
        "blog/archive/2012/",
        "blog/archive/2011/",
        "blog/archive/2010/",
        "blog/category/",
        "blog/category/news/",
        "blog/tag/",
        "blog/tag/spark/",
        "blog/author/",
        "blog/author/joe/",
    ]


def test_an_empty_blog_has_an_index_without_posts() -> None:
    (index,) = views_of()
    assert (index.kind, index.url, index.posts) == (Kind.INDEX, "blog/", ())
    assert [pager.posts for pager in index.pagers] == [()]


def test_a_blog_of_unlisted_posts_looks_empty() -> None:
    assert urls(views_of(an_unlisted_post("u", tags=["Secret"]))) == ["blog/"]


@pytest.mark.parametrize(
    ("directory_urls", "expected"),
    [
        (
            True,
            [
                "blog/",
                "blog/page/2/",
                "blog/archive/",
                "blog/archive/2010/",
                "blog/archive/2010/page/2/",
                "blog/tag/",
                "blog/tag/spark/",
                "blog/tag/spark/page/2/",
            ],
        ),
        (
            False,
            [
                "blog/index.html",
                "blog/page/2/index.html",
                "blog/archive/index.html",
                "blog/archive/2010.html",
                "blog/archive/2010/page/2.html",
                "blog/tag/index.html",
                "blog/tag/spark.html",
                "blog/tag/spark/page/2.html",
            ],
        ),
    ],
)
def test_further_pages_are_where_material_has_them(
    directory_urls: bool,  # noqa: FBT001
    expected: list[str],
) -> None:
    settings = blog_settings(
        a_taxonomy("tags", pagination=ONE_EACH),
        directory_urls=directory_urls,
        pagination=ONE_EACH,
        archive=ArchiveSettings(pagination=ONE_EACH),
    )
    posts = a_post("a", "2010-01-01", tags=["Spark"]), a_post("b", "2010-02-01", tags=["Spark"])
    assert urls(views_of(*posts, settings=settings)) == expected


def test_generated_pages_have_the_sources_that_material_gives_them() -> None:
    settings = blog_settings(pagination=ONE_EACH, archive=ArchiveSettings(pagination=ONE_EACH))
    posts = a_post("a", "2010-01-01"), a_post("b", "2010-02-01")
    sources = [
        pager.src_uri for view in views_of(*posts, settings=settings) for pager in view.pagers
    ]
    assert sources == [
        "blog/index.md",
        "blog/page/2/index.md",
        "blog/archive/index.md",
        "blog/archive/2010.md",
        "blog/archive/2010/page/2.md",
    ]


def test_a_blog_at_the_root_has_its_pages_there() -> None:
    found = views_of(*THREE, settings=blog_settings(blog_dir="", pagination=ONE_EACH))
    assert urls(found)[:4] == ["", "page/2/", "page/3/", "archive/"]
    assert [pager.src_uri for pager in found[0].pagers] == [
        "index.md",
        "page/2/index.md",
        "page/3/index.md",
    ]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("p{page}", ["blog/", "blog/p2/", "blog/p3/"]),
        ("/{page}/", ["blog/", "blog/2/", "blog/3/"]),
        ("page{page}.html", ["blog/", "blog/page2.html", "blog/page3.html"]),
    ],
)
def test_the_pattern_of_further_pages_is_an_option(pattern: str, expected: list[str]) -> None:
    settings = blog_settings(pagination=ONE_EACH, pagination_url_format=pattern)
    assert urls(views_of(*THREE, settings=settings)[:1]) == expected


def test_pagination_may_be_off() -> None:
    settings = blog_settings(pagination=PaginationSettings(enabled=False, per_page=1))
    (pager,) = views_of(*THREE, settings=settings)[0].pagers
    assert names_of(pager.posts) == ["c", "b", "a"]


def test_each_view_is_named_by_what_it_lists() -> None:
    found = views_of(
        *THREE, settings=blog_settings(index_title="News", archive=ArchiveSettings(name="Past"))
    )
    facts = [(view.kind, view.taxonomy, view.key, view.title) for view in found]
    assert facts[:3] == [
        (Kind.INDEX, "", "", "News"),
        (Kind.OVERVIEW, "archive", "", "Past"),
        (Kind.ARCHIVE, "archive", "blog/archive/2012/index.html", "2012"),
    ]
    assert facts[-2:] == [
        (Kind.OVERVIEW, "authors", "", "Authors"),
        (Kind.TERM, "authors", "joe", "Joe"),
    ]


def test_views_hold_what_they_list() -> None:
    found = views_of(*THREE)
    archive, tags = by_url(found, "blog/archive/"), by_url(found, "blog/tag/")
    assert [period.title for period in archive.periods] == ["2012", "2011", "2010"]
    assert tags.terms is not None
    assert [(term.label, term.count) for term in tags.terms.terms] == [("Spark", 3)]
    spark, year = by_url(found, "blog/tag/spark/"), by_url(found, "blog/archive/2010/")
    assert spark.term is not None
    assert spark.term.author is None
    assert names_of(spark.posts) == ["c", "b", "a"]
    assert year.period is not None
    assert names_of(year.posts) == ["a"]


def test_lists_honour_pins_and_archive_and_series_do_not() -> None:
    posts = [
        a_post("old", "2010-01-01", tags=["T"], series=["S"], pinned=True),
        a_post("new", "2010-03-01", tags=["T"], series=["S"]),
        a_post("mid", "2010-02-01", tags=["T"], series=["S"], pinned=True),
    ]
    found = views_of(*posts)
    assert names_of(by_url(found, "blog/").posts) == ["mid", "old", "new"]
    assert names_of(by_url(found, "blog/tag/t/").posts) == ["mid", "old", "new"]
    assert names_of(by_url(found, "blog/archive/2010/").posts) == ["new", "mid", "old"]
    assert names_of(by_url(found, "blog/series/s/").posts) == ["old", "mid", "new"]


def test_each_level_of_the_archive_has_views() -> None:
    month = ArchiveLevel(url_date_format="yyyy/MM")
    settings = blog_settings(archive=ArchiveSettings(levels=(ArchiveLevel(), month), index=False))
    posts = a_post("a", "2010-01-01"), a_post("b", "2010-02-01")
    assert urls(views_of(*posts, settings=settings)) == [
        "blog/",
        "blog/archive/2010/",
        "blog/archive/2010/02/",
        "blog/archive/2010/01/",
    ]


def test_options_decide_whether_a_taxonomy_has_views() -> None:
    settings = blog_settings(
        a_taxonomy("categories", enabled=False),
        a_taxonomy("tags", index=False, toc=True, layout="cards"),
        a_taxonomy("authors", url_format="{slug}"),
        archive=ArchiveSettings(enabled=False),
        blog_toc=False,
    )
    found = views_of(*THREE, settings=settings)
    assert urls(found) == ["blog/", "blog/tag/spark/", "blog/joe/"]
    assert [view.toc for view in found] == [False, True, False]
    assert [view.layout for view in found] == ["list", "cards", "list"]


def test_a_hand_written_page_at_the_path_of_a_view_introduces_it() -> None:
    pages = {
        "blog/index.html": "blog/README.md",
        "blog/tag/spark/index.html": "blog/tag/spark/_index.md",
        "about/index.html": "about.md",
    }
    found = views_of(*THREE, settings=blog_settings(pagination=ONE_EACH), pages=pages)
    index, spark = found[0], by_url(found, "blog/tag/spark/")
    assert (index.introduction, spark.introduction) == (
        "blog/README.md",
        "blog/tag/spark/_index.md",
    )
    assert spark.pagers[0].src_uri == "blog/tag/spark/_index.md"
    assert [pager.src_uri for pager in index.pagers] == [
        "blog/README.md",
        "blog/page/2/index.md",
        "blog/page/3/index.md",
    ]
    assert by_url(found, "blog/tag/").introduction == ""


def test_a_hand_written_page_may_stand_for_a_further_page() -> None:
    pages = {"blog/page/2/index.html": "blog/page/2.md"}
    found = views_of(*THREE, settings=blog_settings(pagination=ONE_EACH), pages=pages)
    assert found[0].pagers[1].src_uri == "blog/page/2.md"


def test_the_source_of_a_post_is_never_that_of_a_view() -> None:
    moved = Location.of_permalink("elsewhere/", directory_urls=True)
    settings = blog_settings(a_taxonomy("tags", url_format="{slug}"))
    posted = a_post(src_uri="blog/spark.md", tags=["Spark"], location=moved)
    spark = by_url(views_of(posted, settings=settings), "blog/spark/")
    assert spark.pagers[0].src_uri == "blog/spark-2.md"


def test_the_source_of_a_page_that_lies_elsewhere_is_never_that_of_a_view() -> None:
    pages = {"elsewhere/index.html": "blog/tag/spark.md"}
    spark = by_url(views_of(*THREE, pages=pages), "blog/tag/spark/")
    assert spark.pagers[0].src_uri == "blog/tag/spark-2.md"


def test_two_views_of_one_stem_have_sources_of_their_own() -> None:
    settings = blog_settings(
        a_taxonomy("tags", url_format="t/{slug}.html", index=False),
        a_taxonomy("categories", url_format="t/{slug}", index=False),
        archive=ArchiveSettings(enabled=False),
    )
    found = views_of(a_post("a", tags=["x"], categories=["x"]), settings=settings)
    assert [(view.url, view.pagers[0].src_uri) for view in found[1:]] == [
        ("blog/t/x/", "blog/t/x.md"),
        ("blog/t/x.html", "blog/t/x-2.md"),
    ]


def test_a_further_page_yields_to_a_view_and_is_reported() -> None:
    settings = blog_settings(
        a_taxonomy("categories", url_format="page/{slug}"), pagination=ONE_EACH
    )
    problems = Problems()
    posts = a_post("a", categories=["2"]), a_post("b")
    found = views_of(*posts, settings=settings, problems=problems)
    assert urls(found[:1]) == ["blog/", "blog/page/2-2/"]
    assert by_url(found, "blog/page/2/").title == "2"
    (problem,) = problems
    assert "page 2 of 'blog/index' wants the path 'blog/page/2/index.html'" in problem.message


labels = st.lists(st.sampled_from(["archive", "page", "2010", "2", "tag", "C++", "C#"]), max_size=3)


@given(st.lists(labels, max_size=6), st.integers(1, 3), st.booleans())
def test_pages_partition_the_posts_and_no_two_share_a_path(
    tags: list[list[str]],
    per_page: int,
    directory_urls: bool,  # noqa: FBT001
) -> None:
    pagination = PaginationSettings(per_page=per_page)
    settings = blog_settings(
        a_taxonomy("tags", url_format="{slug}", pagination=pagination),
        a_taxonomy("categories", url_format="{slug}", pagination=pagination),
        pagination=pagination,
        archive=ArchiveSettings(pagination=pagination),
        directory_urls=directory_urls,
    )
    posts: list[Post] = [
        a_post(f"p{number}", f"{2009 + number}-01-01", tags=found, categories=found)
        for number, found in enumerate(tags)
    ]
    found = views_of(*posts, settings=settings)
    pagers = [pager for view in found for pager in view.pagers]
    assert len({pager.location.dest_uri for pager in pagers}) == len(pagers)
    assert len({pager.src_uri for pager in pagers}) == len(pagers)
    for view in found:
        assert [listed for pager in view.pagers for listed in pager.posts] == list(view.posts)
        assert [pager.number for pager in view.pagers] == list(range(1, len(view.pagers) + 1))


def test_further_pages_may_be_numbered_from_the_oldest() -> None:
    settings = blog_settings(pagination=PaginationSettings(per_page=2), pagination_from_oldest=True)
    made = [a_post(name, f"202{year}-01-01") for year, name in enumerate("abcde")]
    index = views_of(*made, settings=settings)[0]
    pages = {pager.location.url: names_of(pager.posts) for pager in index.pagers}
    assert pages == {"blog/": ["e"], "blog/page/2/": ["d", "c"], "blog/page/1/": ["b", "a"]}
    assert [(pager.number, pager.page) for pager in index.pagers] == [(1, 3), (2, 2), (3, 1)]


def test_series_are_numbered_from_the_oldest_anyway() -> None:
    series = a_taxonomy("series", pagination=PaginationSettings(per_page=2))
    settings = blog_settings(series, pagination_from_oldest=True)
    made = [a_post(name, f"202{year}-01-01", series=["S"]) for year, name in enumerate("abc")]
    view = next(view for view in views_of(*made, settings=settings) if view.key == "s")
    assert [(pager.page, names_of(pager.posts)) for pager in view.pagers] == [
        (1, ["a", "b"]),
        (2, ["c"]),
    ]
