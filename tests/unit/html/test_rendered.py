from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from support.builders import a_post, blog_settings
from support.html_samples import bodies, convert, is_balanced

from mkdocs_blog_plugin.html.links import insert_on
from mkdocs_blog_plugin.html.rendered import facts_of, render_post
from mkdocs_blog_plugin.settings import ExcerptSettings
from mkdocs_blog_plugin.urls.location import Location

POST = a_post(location=Location.of_page("blog/2017/11/03/x", directory_urls=True))
SETTINGS = blog_settings()
OPTIONAL = blog_settings(excerpt=ExcerptSettings(mode="optional"))
BODY = convert("# X\n\nSee [y](../y/) & more.\n\n<!-- more -->\n\n" + "word " * 300)


def test_a_post_is_rendered_for_lists_and_feeds() -> None:
    rendered = render_post(POST, BODY, SETTINGS)
    assert insert_on(rendered.excerpt, "../") == (
        '<p>See <a href="../blog/2017/11/03/y/">y</a> &amp; more.</p>'
    )
    assert rendered.text == "See y & more."
    assert (rendered.is_cut, rendered.has_separator, rendered.reading_time) == (True, True, 2)


def test_a_post_is_rendered_from_its_facts_and_nothing_else() -> None:
    names = ("url", "excerpt", "description", "separator", "reading_time")
    described = replace(POST, description="D", excerpt="E", reading_time=3)
    for post in (POST, described):
        facts: Any = SimpleNamespace(**dict(zip(names, facts_of(post), strict=True)))
        rendered = render_post(facts, BODY, SETTINGS)
        assert replace(rendered, post=post) == render_post(post, BODY, SETTINGS)


def test_an_excerpt_in_front_matter_replaces_the_excerpt() -> None:
    rendered = render_post(replace(POST, excerpt="A < B & C"), BODY, SETTINGS)
    assert rendered.excerpt == "<p>A &lt; B &amp; C</p>"
    assert rendered.text == "A < B & C"
    assert rendered.is_cut
    assert rendered.has_separator


@pytest.mark.parametrize(
    ("description", "excerpt"), [("A < B", "<p>A &lt; B</p>"), ("", "<p>First.</p>")]
)
def test_a_description_or_the_beginning_stands_in_for_an_empty_excerpt(
    description: str, excerpt: str
) -> None:
    body = "<h1>X</h1><!-- more --><p>First.</p><p>" + "word " * 300 + "</p>"
    settings = replace(SETTINGS, excerpt=ExcerptSettings(mode="optional", words=1))
    rendered = render_post(replace(POST, description=description), body, settings)
    assert (rendered.excerpt, rendered.is_cut) == (excerpt, True)


def test_a_description_may_stand_for_the_excerpt() -> None:
    settings = replace(SETTINGS, excerpt=ExcerptSettings(mode="description"))
    described = render_post(replace(POST, description="A < B"), BODY, settings)
    assert (described.excerpt, described.is_cut) == ("<p>A &lt; B</p>", True)
    assert render_post(POST, BODY, settings).text == "See y & more."


def test_a_description_does_not_replace_an_excerpt() -> None:
    rendered = render_post(replace(POST, description="D"), "<p>a</p>", SETTINGS)
    assert rendered.excerpt == "<p>a</p>"


def test_a_post_without_a_body_shows_its_description() -> None:
    rendered = render_post(replace(POST, description="D"), "<h1>X</h1>", SETTINGS)
    assert (rendered.excerpt, rendered.is_cut) == ("<p>D</p>", False)


def test_an_empty_post_is_rendered_to_nothing() -> None:
    rendered = render_post(POST, "", SETTINGS)
    assert (rendered.excerpt, rendered.text, rendered.is_cut) == ("", "", False)


def test_a_missing_separator_is_reported() -> None:
    required = replace(SETTINGS, excerpt=ExcerptSettings(mode="required"))
    rendered = render_post(POST, "<p>a</p>", required)
    assert (rendered.excerpt, rendered.has_separator) == ("<p>a</p>", False)


@pytest.mark.parametrize(
    ("written", "counted", "minutes"),
    [(None, True, 2), (None, False, None), (7, True, 7), (7, False, 7), (0, True, None)],
)
def test_reading_time_is_written_counted_or_hidden(
    written: int | None,
    counted: bool,  # noqa: FBT001
    minutes: int | None,
) -> None:
    settings = replace(SETTINGS, posts=replace(SETTINGS.posts, readtime=counted))
    rendered = render_post(replace(POST, reading_time=written), BODY, settings)
    assert rendered.reading_time == minutes


def test_ids_of_two_posts_differ() -> None:
    other = replace(POST, location=Location.of_page("blog/2018/11/03/x", directory_urls=True))
    body = '<p>a</p><h2 id="a">b</h2>'
    excerpts = {insert_on(render_post(post, body, OPTIONAL).excerpt, "") for post in (POST, other)}
    assert len(excerpts) == 2


@given(bodies)
def test_any_body_can_be_rendered(body: str) -> None:
    rendered = render_post(POST, body, SETTINGS)
    assert is_balanced(rendered.excerpt)
    assert "\x02" not in insert_on(rendered.excerpt, "../")
