from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from support.blog_fragments import fragments, microformats, parse
from support.builders import NOON, a_post, a_taxonomy, posts_of

from mkdocs_blog_plugin.posts.post import Author, Image, Post, State
from mkdocs_blog_plugin.render.post_facts import PrintedByTheme

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

KAI = Author(key="kai", name="Kai Sasaki", description="Writes about data.")
ADA = Author(key="ada", name="Ada")


def spark(**values: Any) -> Post:
    return a_post(
        "Spark Summit",
        **{
            "labels": {"tags": ("Spark",), "categories": ("Events",)},
            "authors": (KAI, ADA),
            "description": "What we saw.",
            **values,
        },
    )


def page_of(
    post: Post, body: str = "<p>One.</p>", *, others: Sequence[Post] = (), **options: Any
) -> str:
    return fragments(post, *others, bodies={post.title: body}, **options).page(post.title)


def entry_of(post: Post, body: str = "<p>One.</p>", **options: Any) -> dict[str, Any]:
    """Return the properties of the only item on the page of `post`."""
    (entry,) = microformats(page_of(post, body, **options), post.url)
    assert entry["type"] == ["h-entry"]
    assert "children" not in entry
    properties: dict[str, Any] = entry["properties"]
    return properties


def test_a_page_is_one_entry_with_all_that_is_known() -> None:
    entry = entry_of(
        spark(updated=NOON + timedelta(days=2), image=Image(src="assets/cover.png")),
    )
    authors = entry.pop("author")
    content = entry.pop("content")
    assert entry == {
        "name": ["Spark Summit"],
        "url": ["https://acme.org/blog/Spark%20Summit/"],
        "published": ["2017-11-03T12:00:00+0000"],
        "updated": ["2017-11-05T12:00:00+0000"],
        "category": ["Events", "Spark"],
        "summary": ["What we saw."],
        "featured": [{"value": "https://acme.org/assets/cover.png", "alt": ""}],
    }
    assert [author["properties"]["name"] for author in authors] == [["Kai Sasaki"], ["Ada"]]
    assert content[0]["html"] == "<p>One.</p>"


@pytest.mark.parametrize(
    ("body", "h1", "content"),
    [
        ("<p>One.</p>", '<h1 class="p-name">Spark Summit</h1>', "<p>One.</p>"),
        (
            '<h1 id="s">Spark Summit</h1>\n<p>One.</p>',
            '<h1 id="s"><span class="p-name">Spark Summit</span></h1>',
            "<p>One.</p>",
        ),
        ('<h1 id="o">Other</h1><p>One.</p>', "", '<h1 id="o">Other</h1><p>One.</p>'),
    ],
)
def test_a_page_has_one_h1_and_knows_its_title(body: str, h1: str, content: str) -> None:
    html = page_of(spark(), body)
    assert html.count("<h1") == 1
    assert h1 in html
    entry = entry_of(spark(), body)
    assert entry["name"] == ["Spark Summit"]
    assert entry["content"][0]["html"] == content


def test_a_heading_further_down_is_not_the_title() -> None:
    html = page_of(spark(), '<p>One.</p><h1 id="o">Other</h1>')
    assert html.index('<h1 class="p-name">Spark Summit</h1>') < html.index('<h1 id="o">')


@pytest.mark.parametrize(
    ("wanted", "theme", "count"),
    [
        ("auto", PrintedByTheme(), 1),
        ("auto", PrintedByTheme(title=True), 0),
        ("always", PrintedByTheme(title=True), 1),
        ("never", PrintedByTheme(), 0),
    ],
)
def test_the_title_is_printed_where_it_is_wanted(
    wanted: str, theme: PrintedByTheme, count: int
) -> None:
    assert page_of(spark(), theme=theme, title=wanted).count("<h1") == count
    assert entry_of(spark(), theme=theme, title=wanted)["name"] == ["Spark Summit"]


def test_an_update_of_the_same_day_is_visible_to_machines_only() -> None:
    html = page_of(spark(updated=NOON + timedelta(hours=1)))
    assert "Updated" not in html
    assert entry_of(spark(updated=NOON + timedelta(hours=1)))["updated"]


def test_a_later_update_is_printed() -> None:
    html = page_of(spark(updated=NOON + timedelta(days=2)), locale="de")
    assert (
        'Aktualisiert am <time class="dt-updated" datetime="2017-11-05T12:00:00+00:00">'
        "5. November 2017</time>"
    ) in html


def test_the_state_of_a_post_is_printed() -> None:
    html = page_of(spark(state=State.UNLISTED))
    assert '<strong class="blog-badge">Unlisted</strong>' in html


def test_without_a_byline_only_machines_read_what_it_says() -> None:
    html = page_of(spark(), byline=False, footer=False)
    assert "blog-byline" not in html
    assert "blog-terms" not in html
    entry = entry_of(spark(), byline=False, footer=False)
    assert entry["published"] == ["2017-11-03T12:00:00+0000"]
    assert [author["type"] for author in entry["author"]] == [["h-card"], ["h-card"]]
    assert [author["value"] for author in entry["author"]] == ["Kai Sasaki", "Ada"]
    assert entry["category"] == ["Events", "Spark"]


def test_tags_that_the_theme_prints_are_not_printed_again() -> None:
    theme = PrintedByTheme(tags=True)
    html = page_of(spark(), theme=theme)
    assert ">Spark</a>" not in html
    assert entry_of(spark(), theme=theme)["category"] == ["Spark", "Events"]


def test_a_post_leads_to_its_neighbours() -> None:
    html = fragments(*posts_of(3)).page("2")
    assert 'rel="prev" href="../../blog/1/"><span>Previous post</span> 1</a>' in html
    assert 'rel="next" href="../../blog/3/"><span>Next post</span> 3</a>' in html


def test_neighbours_that_the_theme_prints_are_not_printed_again() -> None:
    html = fragments(*posts_of(3), theme=PrintedByTheme(neighbours=True)).page("2")
    assert "blog-neighbours" not in html


def test_authors_with_something_to_say_about_them_have_a_profile() -> None:
    html = page_of(spark())
    assert html.count("blog-profile") == 1
    assert "<p>Writes about data.</p>" in html


def test_related_posts_are_named() -> None:
    blog = fragments(*posts_of(3))
    html = blog.page("2", blog.catalog.posts[:1])
    assert "<h2>Related posts</h2>" in html
    assert '<a href="../../blog/3/">3</a>' in html


def test_without_a_footer_a_post_ends_with_its_terms() -> None:
    html = fragments(*posts_of(3), footer=False).page("2")
    assert "blog-footer" not in html


def test_a_part_of_a_series_leads_to_the_parts_around_it() -> None:
    posts = [
        a_post(
            f"Part {number}",
            published=NOON + timedelta(days=number),
            labels={"series": ("Shipping",)},
        )
        for number in (1, 2, 3)
    ]
    blog = fragments(*posts)
    html = blog.page("Part 2")
    assert "<span>Part 2 of 3</span>" in html
    items = parse(html).findall(".//nav//li")
    texts = [" ".join("".join(item.itertext()).split()) for item in items]
    assert texts == ["1 Part 1 Previous part", "2 Part 2", "3 Part 3 Next part"]
    assert [link.get("href") for item in items for link in item.iter("a")] == [
        "../../blog/Part%201/",
        "../../blog/Part%203/",
    ]
    assert items[1].get("aria-current") == "true"
    assert "<span>Part 2 of 3</span>" in blog.view("archive/2017")
    (entry,) = microformats(html)
    assert entry["properties"]["category"] == ["Shipping"]


def test_the_body_is_left_as_it_is() -> None:
    body = '<p id="a">{{ x }} &amp; <a href="../../img/a.png">b</a></p>\n<pre>  c\n</pre>'
    assert body in page_of(spark(), body)


@pytest.mark.parametrize("key", ["categories", "tags", "series"])
def test_terms_that_are_turned_off_are_shown_to_machines_alone(key: str) -> None:
    posts = [a_post(slug, labels={key: ("Shipping",)}) for slug in ("x", "y")]
    blog = fragments(*posts, taxonomies=(a_taxonomy(key, enabled=False),))
    page = parse(blog.page("x"))
    assert "Shipping" not in "".join(page.itertext())
    assert "Part 1" not in "".join(page.itertext())
    (silent,) = page.findall(".//data[@class='p-category']")
    assert silent.get("value") == "Shipping"
    assert "Shipping" not in blog.view()


def test_the_only_post_of_a_series_has_its_name_as_a_chip_and_no_number() -> None:
    blog = fragments(a_post("x", labels={"series": ("Shipping",)}))
    html = blog.page("x")
    assert '"blog-series"' not in html
    assert " of 1" not in html + blog.view("archive/2017")
    (chip,) = parse(html).findall(".//p[@class='blog-terms']/a")
    assert "".join(chip.itertext()) == "Shipping"


def test_a_post_in_another_language_says_so() -> None:
    blog = fragments(spark(lang="fr"))
    assert '<div class="e-content" lang="fr">' in blog.page("Spark Summit")
    arabic = fragments(spark(lang="ar"))
    assert '<div class="e-content" lang="ar" dir="rtl">' in arabic.page("Spark Summit")
    assert '<div class="h-entry blog-entry" lang="fr">' in blog.view()


@pytest.mark.parametrize(("locale", "count"), [("ar", 1), ("he", 1), ("en", 0)])
def test_all_that_the_blog_prints_says_that_it_is_written_from_right_to_left(
    locale: str, count: int
) -> None:
    blog = fragments(a_post("x", labels={"tags": ("Spark",)}), locale=locale)
    for html in (blog.page("x"), blog.view(), blog.view("archive/2017"), blog.view("tag")):
        assert html.count('dir="rtl"') == count


def test_a_post_leads_back_to_all_posts() -> None:
    html = fragments(a_post("x")).page("x")
    assert '<a href="../../blog/">All posts</a>' in html


COVER = Image(src="assets/c.png", alt="A <wheel>")


def test_a_cover_stands_above_the_text_with_its_measures_and_its_caption() -> None:
    blog = fragments(spark(image=COVER))
    post = blog.posts[0]
    size = {"width": 800, "height": 450}
    html = blog.renderer.post(blog.rendered(post), "<p>Text.</p>", size=size)
    assert (
        '<p class="blog-picture"><img class="u-featured" src="../../assets/c.png" '
        'alt="A &lt;wheel&gt;" width="800" height="450">'
        '<span aria-hidden="true">A &lt;wheel&gt;</span></p>'
    ) in html
    assert html.index("blog-byline") < html.index("blog-picture") < html.index("e-content")


@pytest.mark.parametrize(
    ("body", "is_shown"),
    [
        ("<p>Text.</p>", True),
        ('<p>Text. <img src="../../assets/c.png"></p>', True),
        ('<p><a href="/"><img alt="" src="../../assets/other.png"></a></p>', True),
        ('<!-- x --><p><a href="/"><img alt="" src="../../assets/c.png"></a></p>', False),
        ('<h1>Spark Summit</h1><figure><img src="../../assets/c.png"></figure>', False),
    ],
)
def test_a_cover_that_the_text_begins_with_is_shown_once(body: str, *, is_shown: bool) -> None:
    html = page_of(spark(image=COVER), body)
    assert ("blog-picture" in html) is is_shown
    assert ('value="../../assets/c.png"' in html) is not is_shown


def test_a_cover_stays_off_the_page_where_the_blog_says_so() -> None:
    html = fragments(spark(image=COVER), cover=False).page("Spark Summit")
    assert "blog-picture" not in html


def test_the_number_of_words_is_printed_if_asked_for() -> None:
    body = "<p>Three words here</p>"
    html = fragments(spark(), bodies={"Spark Summit": body}, words=True).page("Spark Summit")
    assert "<span>3 words</span>" in html
    assert "3 words" not in page_of(spark(), body)


def test_a_role_stands_beside_the_name() -> None:
    html = page_of(spark(authors=(Author(key="kai", name="Kai", title="Editor & more"),)))
    (entry,) = microformats(html)
    assert entry["properties"]["author"][0]["properties"]["job-title"] == ["Editor & more"]


def test_a_link_post_says_where_it_leads() -> None:
    blog = fragments(spark(external_url="https://www.acme.example/spark?x=1&y"))
    link = 'href="https://www.acme.example/spark?x=1&amp;y">'
    assert f'<a class="u-bookmark-of" {link}Read on at acme.example</a>' in blog.page(
        "Spark Summit"
    )
    html = blog.view()
    assert f'<a class="p-name u-bookmark-of" {link}Spark Summit</a>' in html
    assert "<span>acme.example</span>" in html
    (entry,) = microformats(html)[0]["children"]
    assert entry["properties"]["url"] == ["https://acme.org/blog/Spark%20Summit/"]


def test_comments_are_the_affair_of_a_template(tmp_path: Path) -> None:
    (tmp_path / "blog").mkdir()
    (tmp_path / "blog" / "comments.html").write_text("<p>Say {{ post.title }}</p>")
    posts = (a_post("open", comments=True), a_post("closed", comments=False), a_post("either"))
    for wanted, shown in ((False, {"open"}), (True, {"open", "either"})):
        blog = fragments(*posts, folders=[str(tmp_path)], comments=wanted)
        titles = {post.title for post in posts if "<p>Say " in blog.page(post.title)}
        assert titles == shown
