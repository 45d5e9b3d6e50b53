from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest
from support.blog_fragments import fragments, microformats, parse
from support.builders import a_post, a_taxonomy, posts_of

from mkdocs_blog_plugin.catalog.terms_file import TermAnnotation, TermAnnotations
from mkdocs_blog_plugin.posts.post import Author, Link
from mkdocs_blog_plugin.render.post_facts import PrintedByTheme
from mkdocs_blog_plugin.settings import ArchiveLevel, ArchiveSettings, PaginationSettings

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

KAI = Author(
    key="kai",
    name="Kai Sasaki",
    description="Writes about data.",
    url="https://www.kai.example/",
    email="kai@kai.example",
    links=(Link(title="Code", url="https://code.example/kai"),),
)


def texts(root: Element, path: str) -> list[str]:
    return [" ".join("".join(found.itertext()).split()) for found in root.iterfind(path)]


def links(root: Element, path: str) -> list[tuple[str, str]]:
    return [
        ("".join(found.itertext()).strip(), found.get("href", "")) for found in root.iterfind(path)
    ]


def test_a_view_is_a_feed_with_an_entry_per_post_in_order() -> None:
    (feed,) = microformats(fragments(*posts_of(3)).view())
    assert feed["type"] == ["h-feed"]
    assert feed["properties"]["name"] == ["Blog"]
    assert [entry["properties"]["name"] for entry in feed["children"]] == [["3"], ["2"], ["1"]]


def test_a_view_without_posts_says_so() -> None:
    html = fragments().view()
    assert "<p>No posts yet.</p>" in html
    assert "h-entry" not in html


def test_a_view_prints_its_title_unless_its_introduction_does() -> None:
    blog = fragments(*posts_of(1))
    own = blog.view()
    introduced = blog.view(introduction="<p>Hello.</p>")
    titled = blog.view(introduction='<h1 id="news">News</h1><p>Hello.</p>')
    assert [html.count("<h1") for html in (own, introduced, titled)] == [1, 1, 1]
    assert '<h1><span class="p-name">Blog</span></h1>' in introduced
    assert '<data class="p-name" value="Blog"></data>' in titled


def test_a_view_leaves_its_title_to_a_theme_that_prints_it() -> None:
    html = fragments(*posts_of(1), theme=PrintedByTheme(title=True)).view()
    assert "<h1" not in html
    assert microformats(html)[0]["properties"]["name"] == ["Blog"]


def test_an_introduction_stands_between_title_and_posts() -> None:
    html = fragments(*posts_of(1)).view(introduction="<p>Hello.</p>")
    assert html.index("<h1") < html.index("Hello.") < html.index("h-entry")


RSS = {"blog/": ("RSS", "blog/rss.xml"), "blog/tag/spark/": ("RSS", "blog/tag/spark/rss.xml")}


def test_the_index_leads_to_what_else_there_is() -> None:
    blog = fragments(a_post("x", labels={"tags": ("Spark",)}, authors=(KAI,)), feeds=RSS)
    assert links(parse(blog.view()), ".//p[@class='blog-links']/a") == [
        ("Archive", "../blog/archive/"),
        ("Tags", "../blog/tag/"),
        ("Authors", "../blog/author/"),
        ("RSS", "../blog/rss.xml"),
    ]


def test_the_links_of_the_index_stand_between_its_title_and_its_introduction() -> None:
    html = fragments(*posts_of(1)).view(introduction="<h1>News</h1><p>Hello.</p>")
    assert html.index("News</h1>") < html.index("blog-links") < html.index("Hello.")


def test_the_index_leads_nowhere_where_the_blog_says_so_or_has_nothing() -> None:
    assert "blog-links" not in fragments(*posts_of(1), feeds=RSS, index_links=False).view()
    assert "blog-links" not in fragments().view()


def test_a_list_leads_to_a_feed_of_its_own() -> None:
    blog = fragments(a_post("x", labels={"tags": ("Spark", "Other")}), feeds=RSS)
    (feed,) = links(parse(blog.view("tag/spark")), ".//p[@class='blog-links']/a")
    assert feed == ("RSS", "../../../blog/tag/spark/rss.xml")
    assert "blog-links" not in blog.view("tag/other")


def test_the_view_of_a_term_leads_to_all_terms_and_counts_its_posts() -> None:
    html = fragments(a_post("x", labels={"tags": ("Spark",)})).view("tag/spark")
    assert links(parse(html), ".//p[@class='blog-meta']/span/a")[:2] == [
        ("Blog", "../../../blog/"),
        ("Tags", "../../../blog/tag/"),
    ]
    assert "<span>1 post</span>" in html


def test_the_view_of_a_term_describes_it() -> None:
    annotations = TermAnnotations(
        "", {"tags": {"Spark": TermAnnotation(description="Fast & big.")}}
    )
    html = fragments(a_post("x", labels={"tags": ("Spark",)}), annotations=annotations).view("tag")
    assert '<p class="blog-description">Fast &amp; big.</p>' in html


def test_the_view_of_an_author_is_a_profile() -> None:
    html = fragments(a_post("x", authors=(KAI,))).view("author")
    (feed,) = microformats(html, "blog/author/kai/")
    (card,) = feed["properties"]["author"]
    assert card["properties"] == {
        "name": ["Kai Sasaki"],
        "note": ["Writes about data."],
        "url": ["https://www.kai.example/"],
    }
    assert ">kai.example</a>" in html
    assert '<a rel="me" href="https://code.example/kai">Code</a>' in html


def test_an_address_is_printed_only_where_the_blog_says_so() -> None:
    post = a_post("x", authors=(KAI,))
    assert not any("kai@kai.example" in html for html in fragments(post).everything())
    html = fragments(post, authors_email=True).view("author")
    assert '<a class="u-email" href="mailto:kai@kai.example">kai@kai.example</a>' in html


def pager_of(number: int, count: int = 9) -> Element:
    blog = fragments(*posts_of(count), pagination=PaginationSettings(per_page=1))
    found = parse(blog.view(number=number)).find(".//nav")
    assert found is not None
    return found


def test_a_pager_leads_to_newer_and_older_posts() -> None:
    nav = pager_of(5)
    assert links(nav, "a[@rel='prev']") == [("Newer", "../../../blog/page/4/")]
    assert links(nav, "a[@rel='next']") == [("Older", "../../../blog/page/6/")]


def test_a_series_leads_from_older_to_newer_parts() -> None:
    parts = [replace(post, labels={"series": ("S",)}) for post in posts_of(3)]
    series = a_taxonomy("series", pagination=PaginationSettings(per_page=1))
    blog = fragments(*parts, taxonomies=(series, a_taxonomy("authors")))
    (nav,) = parse(blog.view("series/s", number=2)).iterfind(".//nav[@class='blog-pager']")
    assert [text for text, _ in links(nav, "a[@rel]")] == ["Older", "Newer"]


@pytest.mark.parametrize(
    ("number", "line"),
    [
        (1, "1 2 3 … 9 Older"),
        (5, "Newer 1 … 3 4 5 6 7 … 9 Older"),
        (9, "Newer 1 … 7 8 9"),
    ],
)
def test_a_pager_has_the_numbers_around_its_page(number: int, line: str) -> None:
    assert " ".join(texts(pager_of(number), "*")) == line


def test_a_pager_marks_its_page_for_eyes_and_screen_readers() -> None:
    nav = pager_of(2)
    (current,) = nav.iterfind("a[@aria-current='page']")
    assert current.text == "2"
    assert nav.get("aria-label") == "Pages"
    assert [link.get("aria-label") for link in nav.iterfind("a")][1:4] == [
        "Page 1",
        "Page 2",
        "Page 3",
    ]


def test_a_pager_may_have_a_format_of_its_own() -> None:
    blog = fragments(
        *posts_of(9),
        pagination=PaginationSettings(per_page=2),
        pagination_format="$link_first $link_previous ~1~ $link_next $link_last ($page/$page_count)",
    )
    line = " ".join(texts(parse(blog.view(number=3)), ".//nav/*"))
    assert line == "Newer « 1 2 3 4 5 » (3/5) Older"


@pytest.mark.parametrize(
    ("number", "line"),
    [(1, "5 4 … 1 Older"), (2, "Newer 5 4 3 … 1 Older"), (5, "Newer 5 … 2 1")],
)
def test_a_pager_may_count_from_the_oldest_page(number: int, line: str) -> None:
    blog = fragments(
        *posts_of(9),
        pagination=PaginationSettings(per_page=2),
        pagination_format="~1~",
        pagination_from_oldest=True,
    )
    (nav,) = parse(blog.view(number=number)).iterfind(".//nav")
    here = blog.views[0].pagers[number - 1].location.url
    assert " ".join(texts(nav, "*")) == line
    for text, href in links(nav, "a[@aria-label]"):
        assert urljoin(f"/{here}", href) == ("/blog/" if text == "5" else f"/blog/page/{text}/")
    assert [found.get("aria-label") for found in nav.iterfind("a[@aria-label]")] == [
        f"Page {text}" for text in texts(nav, "a[@aria-label]")
    ]


def test_a_single_page_needs_no_pager() -> None:
    assert "<nav" not in fragments(*posts_of(2)).view()
    assert "<nav" in fragments(*posts_of(2), pagination_if_single_page=True).view()


def test_an_overview_has_the_terms_with_their_counts() -> None:
    blog = fragments(
        a_post("x", labels={"tags": ("Spark", "C&A")}), a_post("y", labels={"tags": ("Spark",)})
    )
    root = parse(blog.overview("tags"))
    assert texts(root, ".//li") == ["C&A 1", "Spark 2"]
    assert links(root, ".//li/a")[1] == ("Spark", "../../blog/tag/spark/")
    assert texts(root, ".//h1") == ["Tags"]


def test_an_overview_of_authors_shows_who_they_are() -> None:
    html = fragments(a_post("x", authors=(KAI,))).overview("authors")
    assert "Writes about data." in html
    assert "Kai Sasaki</a> <span" in html


def test_the_archive_leads_to_the_most_frequent_terms() -> None:
    labels = [
        (f"c{number:02}", "rare") if number == 1 else (f"c{number:02}",) for number in range(20)
    ]
    posts = [
        a_post(f"{number}{twin}", labels={"categories": own})
        for number, own in enumerate(labels)
        for twin in ("ab" if number > 7 else "a")
    ]
    root = parse(fragments(*posts).overview("archive"))
    terms = [name for name, _ in links(root, ".//p[@class='blog-links']/a")]
    assert terms == [f"c{number:02}" for number in range(8, 20)]


def test_a_long_archive_can_be_filtered_by_a_small_script() -> None:
    assert "<script" not in fragments(*posts_of(10)).overview("archive")
    html = fragments(*posts_of(11)).overview("archive")
    assert '<div class="blog-filter" hidden>' in html
    assert len(html[html.index("<script") : html.index("</script>")]) < 2048


def test_a_long_list_on_a_single_page_can_be_filtered() -> None:
    blog = fragments(*posts_of(11), pagination=PaginationSettings(per_page=11))
    assert "blog-filter" in blog.view()
    assert "blog-filter" not in fragments(*posts_of(11)).view()
    assert "blog-filter" not in fragments(*posts_of(10)).view()


def test_the_archive_has_all_posts_by_period() -> None:
    blog = fragments(
        *posts_of(40),
        archive=ArchiveSettings(
            levels=(
                ArchiveLevel(),
                ArchiveLevel(date_format="MMMM", url_date_format="yyyy/MM"),
            )
        ),
    )
    root = parse(blog.overview("archive"))
    assert texts(root, ".//h2") == ["2017 40"]
    assert texts(root, ".//h3") == ["December 13", "November 27"]
    assert links(root, ".//h3/a")[0] == ("December", "../../blog/archive/2017/12/")
    assert texts(root, ".//section/section/ul/li")[0] == "Dec 13, 2017 40"
    assert len(root.findall(".//li")) == 40
