from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from support.blog_fragments import fragments, microformats
from support.builders import a_post

from mkdocs_blog_plugin.catalog.terms_file import TermAnnotation, TermAnnotations
from mkdocs_blog_plugin.posts.post import Author, Image, Post, State
from mkdocs_blog_plugin.render.filters import anchor_of
from mkdocs_blog_plugin.settings import ExcerptSettings

KAI = Author(key="kai", name="Kai Sasaki")
ADA = Author(key="ada", name="Ada", avatar="assets/ada.png")


def spark(**values: Any) -> Post:
    return a_post(
        "Spark Summit",
        **{
            "published": datetime(2017, 11, 3, 10, 31, 52, tzinfo=timezone(timedelta(hours=9))),
            "labels": {"tags": ("Spark", "Conference"), "categories": ("Events",)},
            "authors": (KAI, ADA),
            **values,
        },
    )


def entry_of(post: Post, body: str = "<p>One.</p>", **options: Any) -> dict[str, Any]:
    """Return the properties of the entry of `post` in the index."""
    (feed,) = microformats(fragments(post, bodies={post.title: body}, **options).view())
    (entry,) = feed["children"]
    assert entry["type"] == ["h-entry"]
    properties: dict[str, Any] = entry["properties"]
    return properties


def text_of(post: Post, **options: Any) -> str:
    return fragments(post, **options).view()


def test_an_entry_has_its_title_its_address_and_its_date() -> None:
    entry = entry_of(spark())
    assert entry["name"] == ["Spark Summit"]
    assert entry["url"] == ["https://acme.org/blog/Spark%20Summit/"]
    assert entry["published"] == ["2017-11-03T10:31:52+0900"]
    assert 'datetime="2017-11-03T10:31:52+09:00"' in text_of(spark())


def test_an_entry_has_the_excerpt_as_its_summary() -> None:
    entry = entry_of(spark(), "<p>One.</p><!-- more --><p>Two.</p>")
    assert entry["summary"] == ["One."]


def test_an_entry_has_the_terms_of_every_taxonomy_as_links() -> None:
    assert entry_of(spark())["category"] == ["Events", "Spark", "Conference"]
    html = text_of(spark())
    assert '<a class="p-category blog-term" rel="tag" href="../blog/tag/spark/">' in html


def test_lists_show_so_many_categories_and_authors() -> None:
    post = spark(labels={"categories": ("A", "B", "C"), "tags": ("D", "E", "F")})
    entry = entry_of(post, excerpt=ExcerptSettings(max_categories=2, max_authors=1))
    assert entry["category"] == ["A", "B", "D", "E", "F"]
    assert [author["properties"]["name"] for author in entry["author"]] == [["Kai Sasaki"]]


def test_an_author_has_a_card_with_a_link_to_the_posts() -> None:
    entry = entry_of(spark(), excerpt=ExcerptSettings(max_authors=2))
    kai, ada = (author["properties"] for author in entry["author"])
    assert kai == {"name": ["Kai Sasaki"], "url": ["https://acme.org/blog/author/kai-sasaki/"]}
    assert ada["photo"] == [{"value": "https://acme.org/assets/ada.png", "alt": ""}]


def test_an_author_without_a_picture_has_initials_that_are_not_read_out() -> None:
    assert '<span class="blog-avatar" aria-hidden="true">KS</span>' in text_of(spark())


def test_a_cover_is_the_picture_of_its_entry() -> None:
    entry = entry_of(spark(image=Image(src="assets/cover.png")))
    assert entry["featured"] == [{"value": "https://acme.org/assets/cover.png", "alt": ""}]


def test_the_link_around_a_cover_is_not_a_second_stop_for_the_keyboard() -> None:
    html = text_of(spark(image=Image(src="assets/cover.png")))
    assert 'href="../blog/Spark%20Summit/" tabindex="-1" aria-hidden="true"><img' in html


def test_continue_reading_stands_where_something_was_cut_and_says_what() -> None:
    cut = text_of(spark(), bodies={"Spark Summit": "<p>One.</p><!-- more --><p>Two.</p>"})
    whole = text_of(spark(), bodies={"Spark Summit": "<p>One.</p>"})
    assert 'aria-label="Continue reading: Spark Summit">Continue reading</a>' in cut
    assert "Continue reading" not in whole


@pytest.mark.parametrize(
    ("values", "badges"),
    [
        ({}, []),
        ({"pinned": True}, ["Pinned"]),
        ({"state": State.DRAFT}, ["Draft"]),
        ({"state": State.SCHEDULED, "pinned": True}, ["Pinned", "Scheduled"]),
        ({"state": State.EXPIRED}, ["Expired"]),
    ],
)
def test_a_badge_says_what_is_special_about_a_post(
    values: dict[str, Any], badges: list[str]
) -> None:
    html = text_of(spark(**values))
    assert html.count("blog-badge") == len(badges)
    assert all(f'<strong class="blog-badge">{badge}</strong>' in html for badge in badges)


def test_reading_time_is_printed_in_the_plural_that_fits() -> None:
    assert "<span>1 min read</span>" in text_of(spark(reading_time=1))
    assert "<span>5 мин чтения</span>" in text_of(spark(reading_time=5), locale="ru")


def test_no_reading_time_is_printed_where_there_is_none() -> None:
    assert "min read" not in text_of(spark(reading_time=0))


def test_the_date_is_printed_in_the_language_of_the_blog() -> None:
    assert ">3 de novembro de 2017</time>" in text_of(spark(), locale="pt_BR")


def test_a_term_shows_its_emoji_without_reading_it_out() -> None:
    annotations = TermAnnotations("", {"tags": {"Spark": TermAnnotation(icon="✨")}})
    html = text_of(spark(), annotations=annotations)
    assert 'data-icon="✨"' in html
    assert entry_of(spark(), annotations=annotations)["category"] == [
        "Events",
        "Spark",
        "Conference",
    ]


def test_a_hidden_term_is_not_shown() -> None:
    annotations = TermAnnotations("", {"tags": {"Spark": TermAnnotation(hidden=True)}})
    assert entry_of(spark(), annotations=annotations)["category"] == ["Events", "Conference"]


def test_one_summary_serves_every_list() -> None:
    blog = fragments(spark())
    summary = blog.renderer.item(blog.rendered(blog.posts[0]))
    for key in ("", "tag/spark", "author/kai"):
        view = next(view for view in blog.views if key in view.url and view.posts)
        content = blog.renderer.view(view, view.pagers[0], [summary])
        (feed,) = microformats(content, view.url)
        (entry,) = feed["children"]
        assert entry["properties"]["url"] == ["https://acme.org/blog/Spark%20Summit/"]


def test_a_title_has_an_id_only_where_lists_have_a_table_of_contents() -> None:
    post = spark()
    assert f' id="{anchor_of(post)}"' in text_of(post, blog_toc=True)
    assert '<h2 class="blog-title"><a' in text_of(post)


def test_all_authors_are_named_up_to_three() -> None:
    names = ("Ada", "Bo", "Cy", "Di", "Ed")
    authors = tuple(Author(key=name, name=name) for name in names)
    assert "more</span>" not in text_of(spark(authors=authors[:3]))
    html = text_of(spark(authors=authors))
    assert "<span>and 2 more</span>" in html
    entry = entry_of(spark(authors=authors))
    assert [found["properties"]["name"][0] for found in entry["author"]] == ["Ada", "Bo", "Cy"]


def test_an_author_stands_first_on_the_page_that_is_theirs() -> None:
    authors = tuple(Author(key=name, name=name) for name in ("Ada", "Bo", "Cy", "Di"))
    blog = fragments(spark(authors=authors))
    (feed,) = microformats(blog.view("author/di"), "blog/author/di/")
    (entry,) = feed["children"]
    found = [author["properties"]["name"][0] for author in entry["properties"]["author"]]
    assert found == ["Di", "Ada", "Bo"]


@pytest.mark.parametrize("layout", ["list", "cards", "compact"])
def test_every_layout_has_entry_title_date_and_badges(layout: Any) -> None:
    post = spark(pinned=True, state=State.DRAFT)
    html = fragments(post, layout=layout).view()
    (entry,) = microformats(html)[0]["children"]
    assert entry["properties"]["name"] == ["Spark Summit"]
    assert entry["properties"]["url"] == ["https://acme.org/blog/Spark%20Summit/"]
    assert entry["properties"]["published"] == ["2017-11-03T10:31:52+0900"]
    assert html.count('<strong class="blog-badge">') == 2


@pytest.mark.parametrize("layout", ["list", "cards", "compact"])
def test_machines_read_the_same_of_a_post_in_every_layout(layout: Any) -> None:
    html = fragments(spark(), layout=layout).view()
    (entry,) = microformats(html)[0]["children"]
    assert [found["properties"]["name"] for found in entry["properties"]["author"]] == [
        ["Kai Sasaki"],
        ["Ada"],
    ]
    assert entry["properties"]["category"] == ["Events", "Spark", "Conference"]
    assert entry["properties"]["summary"]


def test_a_card_names_authors_and_terms_and_is_one_link() -> None:
    html = fragments(spark(), layout="cards").view()
    (entry,) = microformats(html)[0]["children"]
    assert [found["properties"]["name"] for found in entry["properties"]["author"]] == [
        ["Kai Sasaki"],
        ["Ada"],
    ]
    assert entry["properties"]["category"] == ["Events", "Spark", "Conference"]
    assert html[html.index("blog-card") :].count("<a ") == 1
