"""A feed before it is written."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from support.builders import (
    NOON,
    SITE,
    a_post,
    a_public_post,
    a_term,
    a_view,
    an_entry,
    blog_settings,
    posts_of,
)

from mkdocs_blog_plugin.feeds.feed import Feed, FeedEntry, make_entry
from mkdocs_blog_plugin.feeds.make_feed import NEVER, make_feed
from mkdocs_blog_plugin.feeds.plan import plan_feeds
from mkdocs_blog_plugin.urls.base import Site
from mkdocs_blog_plugin.views.view import Kind


def feeds_of(view: Any, *entries: FeedEntry, site: Site = SITE, **values: Any) -> list[Feed]:
    feeds = {"formats": {"atom": None}, "kinds": ("index", "tags"), **values}
    planned = plan_feeds([view], blog_settings(feeds=feeds))
    return [
        make_feed(
            document,
            entries,
            site=site,
            stylesheet="assets/feed.css",
            notice="A feed.",
            hub="https://hub.example.com/",
        )
        for document in planned
    ]


def test_a_feed_names_the_page_it_belongs_to() -> None:
    (feed,) = feeds_of(a_view(a_post()))
    assert feed.title == "Acme – Blog"
    assert feed.subtitle == "All of Acme"
    assert feed.id == feed.home_url == "https://acme.org/docs/blog/"
    assert feed.self_url == "https://acme.org/docs/blog/atom.xml"
    assert feed.stylesheet == "../assets/feed.css"
    assert (feed.author.name, feed.author.url) == ("Jane", "https://acme.org/docs/")
    assert not feed.is_archive


def test_the_feed_of_a_term_has_its_name_and_description() -> None:
    term = a_term("spark", description="All about Spark")
    view = a_view(path="blog/tag/spark", kind=Kind.TERM, taxonomy="tags", term=term, title="Spark")
    (feed,) = feeds_of(view)
    assert (feed.title, feed.subtitle) == ("Acme – Spark", "All about Spark")
    assert feed.home_url == "https://acme.org/docs/blog/tag/spark/"


@pytest.mark.parametrize(("name", "title"), [("Blog", "Blog"), ("", "Blog")])
def test_a_blog_named_like_its_site_is_named_once(name: str, title: str) -> None:
    (feed,) = feeds_of(a_view(), site=Site(name=name, url="https://acme.org/"))
    assert feed.title == title


def test_the_site_speaks_for_itself_where_it_has_no_author() -> None:
    (feed,) = feeds_of(a_view(), site=Site(name="Acme", url="https://acme.org/"))
    assert feed.author.name == "Acme"


def test_a_feed_is_as_new_as_its_newest_entry() -> None:
    later = NOON + timedelta(days=9)
    (feed,) = feeds_of(a_view(), an_entry(updated=later), an_entry(guid="b"))
    assert feed.updated == later
    assert feeds_of(a_view())[0].updated == NEVER


def test_documents_of_one_feed_share_their_id_and_know_each_other() -> None:
    current, first, second = feeds_of(a_view(*posts_of(3)), length=1)
    urls = [f"https://acme.org/docs/blog/atom{number}.xml" for number in ("", "-1", "-2")]
    assert [feed.self_url for feed in (current, first, second)] == urls
    assert current.id == second.id
    assert current.older_url == urls[2]
    assert second.current_url == first.current_url == urls[0]
    assert (first.newer_url, second.older_url) == (urls[2], urls[1])
    assert {feed.archives_type for feed in (current, first, second)} == {"application/atom+xml"}
    assert [feed.hub for feed in (current, first, second)] == ["https://hub.example.com/", "", ""]


def test_a_feed_without_archives_names_no_type_of_them() -> None:
    (feed,) = feeds_of(a_view(a_post()))
    assert (feed.older_url, feed.archives_type) == ("", "")


def test_an_entry_is_known_by_its_guid_or_its_url() -> None:
    assert make_entry(a_public_post(), "", is_full=True).id == "https://acme.org/docs/blog/x/"
    assert make_entry(a_public_post(guid="42"), "", is_full=True).id == "42"


def test_an_id_may_come_from_the_path_of_the_file() -> None:
    for guid, expected in (("", "tag:acme.org,2017-11-03:x.md"), ("42", "42")):
        post, source = a_public_post(guid=guid), "tag:acme.org,2017-11-03:x.md"
        assert make_entry(post, "", is_full=True, source_id=source).id == expected
