"""Which feed documents exist, and what each holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import NOON, a_post, a_term, a_view, blog_settings, posts_of

from mkdocs_blog_plugin.feeds.plan import FeedDocument, plan_feeds, subscriptions
from mkdocs_blog_plugin.posts.post import Post, State
from mkdocs_blog_plugin.views.view import Kind, View

INDEX = a_view(a_post())
TAG = a_view(
    a_post(),
    path="blog/tag/spark",
    kind=Kind.TERM,
    taxonomy="tags",
    key="spark",
    term=a_term("spark"),
)
OVERVIEW = a_view(path="blog/tag/index", kind=Kind.OVERVIEW, taxonomy="tags")


def paths(*views: View, **feeds: object) -> list[str]:
    planned = plan_feeds(views, blog_settings(feeds=feeds))
    return [document.location.dest_uri for document in planned]


def atom_of(posts: tuple[Post, ...], length: int) -> tuple[FeedDocument, ...]:
    feeds = {"formats": {"atom": None}, "length": length}
    return plan_feeds([a_view(*posts)], blog_settings(feeds=feeds))


def names(document: FeedDocument) -> list[str]:
    return [post.title for post in document.posts]


def test_the_index_has_a_feed_in_each_format_in_its_folder() -> None:
    assert paths(INDEX, TAG, OVERVIEW) == ["blog/rss.xml", "blog/atom.xml", "blog/feed.json"]


def test_terms_have_feeds_where_their_taxonomy_is_named() -> None:
    found = paths(INDEX, TAG, OVERVIEW, kinds=("tags",))
    assert found == [
        "blog/tag/spark/rss.xml",
        "blog/tag/spark/atom.xml",
        "blog/tag/spark/feed.json",
    ]
    assert paths(TAG, kinds=("categories",)) == []


@pytest.mark.parametrize("path", ["blog/index", "index", "blog/tag/spark"])
def test_feeds_have_the_same_address_whatever_form_those_of_pages_have(path: str) -> None:
    as_folder = paths(a_view(path=path))
    as_file = paths(a_view(path=path, directory_urls=False))
    assert as_folder == as_file


def test_a_blog_at_the_root_has_its_feeds_there() -> None:
    assert paths(a_view(path="index"), formats={"json": None}) == ["feed.json"]


def test_formats_may_name_other_paths_for_the_index() -> None:
    formats = {"atom": "feed.xml", "rss": None}
    assert paths(INDEX, formats=formats) == ["feed.xml", "blog/rss.xml"]
    found = paths(TAG, formats=formats, kinds=("tags",))
    assert found == ["blog/tag/spark/atom.xml", "blog/tag/spark/rss.xml"]


def test_no_feed_is_planned_when_feeds_are_off() -> None:
    assert paths(INDEX, enabled=False) == []


def test_feeds_go_by_date_and_leave_out_what_is_unlisted() -> None:
    old = a_post("old", pinned=True, published=NOON.replace(year=2016))
    hidden = a_post("hidden", state=State.UNLISTED)
    (document,) = atom_of((old, a_post("new"), hidden), 0)
    assert names(document) == ["new", "old"]


def test_a_feed_that_holds_all_posts_has_no_archive() -> None:
    assert len(atom_of(posts_of(20), 20)) == 1
    assert len(atom_of((), 20)) == len(atom_of((), 0)) == 1


def test_what_does_not_fit_goes_into_archives_that_are_numbered_from_the_oldest() -> None:
    current, first, second = atom_of(posts_of(5), 2)
    assert [names(document) for document in (current, second, first)] == [
        ["5", "4"],
        ["4", "3"],
        ["2", "1"],
    ]
    assert [document.location.url for document in (current, second, first)] == [
        "blog/atom.xml",
        "blog/atom-2.xml",
        "blog/atom-1.xml",
    ]
    assert (current.current, current.older, current.newer) == (None, second.location, None)
    assert (second.current, second.older, second.newer) == (
        current.location,
        first.location,
        None,
    )
    assert (first.current, first.older, first.newer) == (current.location, None, second.location)


def test_archives_of_a_feed_elsewhere_lie_beside_it() -> None:
    feeds = {"formats": {"atom": "feeds/all"}, "length": 1}
    planned = plan_feeds([a_view(*posts_of(2))], blog_settings(feeds=feeds))
    assert [document.location.url for document in planned] == ["feeds/all", "feeds/all-1"]


@pytest.mark.parametrize(
    ("formats", "taken", "expected"),
    [
        (("rss", "atom", "json"), "", "blog/atom-1.xml"),
        (("json", "rss"), "", "blog/rss-1.xml"),
        (("json",), "", "blog/feed-1.json"),
        (("rss", "atom", "json"), "blog/atom.xml", "blog/rss-1.xml"),
    ],
)
def test_all_formats_share_the_archives_of_one(
    formats: tuple[str, ...], taken: str, expected: str
) -> None:
    settings = blog_settings(feeds={"formats": dict.fromkeys(formats), "length": 1})
    *current, archive = plan_feeds([a_view(*posts_of(2))], settings, {taken})
    assert len(current) == len(formats)
    assert archive.location.url == expected
    assert archive.format == archive.archived
    for document in current:
        assert (document.older, document.archived) == (archive.location, archive.format)


def test_a_feed_that_yields_to_files_of_the_site_alone_has_no_archive() -> None:
    settings = blog_settings(feeds={"formats": {"atom": None}, "length": 1})
    (document,) = plan_feeds([a_view(*posts_of(2))], settings, {"blog/atom.xml"})
    assert (document.older, document.archived) == (None, None)


@given(count=st.integers(0, 60), length=st.integers(0, 20))
def test_the_documents_of_a_feed_hold_all_posts_and_archives_are_full(
    count: int, length: int
) -> None:
    current, *archives = atom_of(posts_of(count), length)
    assert {n for document in (current, *archives) for n in names(document)} == {
        str(number) for number in range(1, count + 1)
    }
    assert all(len(document.posts) == length for document in archives)


@given(count=st.integers(0, 60), more=st.integers(0, 20), length=st.integers(1, 20))
def test_a_new_post_changes_no_archive(count: int, more: int, length: int) -> None:
    before = {a.location: names(a) for a in atom_of(posts_of(count), length)[1:]}
    after = {a.location: names(a) for a in atom_of(posts_of(count + more), length)[1:]}
    assert before.items() <= after.items()


def test_a_view_offers_its_own_feeds_without_archives() -> None:
    feeds = {"kinds": ("index", "tags"), "length": 1, "formats": {"rss": None}}
    planned = plan_feeds([a_view(*posts_of(3)), TAG], blog_settings(feeds=feeds))
    found = subscriptions(planned)
    assert {view: [document.location.url for document in found[view]] for view in found} == {
        INDEX: ["blog/rss.xml"],
        TAG: ["blog/tag/spark/rss.xml"],
    }
