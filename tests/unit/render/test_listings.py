from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.blog_fragments import Fragments, fragments, microformats, parse
from support.builders import a_post

from mkdocs_blog_plugin.catalog.term import Term
from mkdocs_blog_plugin.posts.post import Image

if TYPE_CHECKING:
    from mkdocs_blog_plugin.settings import Layout


@pytest.fixture
def blog() -> Fragments:
    return fragments(
        a_post("b", image=Image(src="assets/b.png"), description="All about b.", pinned=True),
        a_post("a"),
    )


def listing(blog: Fragments, layout: Layout, url: str = "guide/use/", ids: str = "") -> str:
    rendered = [blog.rendered(post) for post in blog.catalog.listed]
    return blog.renderer.listing(rendered, layout, url, ids)


@pytest.mark.parametrize("layout", ["list", "compact", "cards"])
def test_a_listing_is_a_feed_wherever_it_stands(blog: Fragments, layout: Layout) -> None:
    (feed,) = microformats(listing(blog, layout), "guide/use/")
    assert feed["type"] == ["h-feed"]
    assert [entry["properties"]["url"] for entry in feed["children"]] == [
        ["https://acme.org/blog/a/"],
        ["https://acme.org/blog/b/"],
    ]
    assert all(entry["properties"]["published"] for entry in feed["children"])


@pytest.mark.parametrize("layout", ["list", "compact", "cards"])
def test_a_listing_is_valid_markup(blog: Fragments, layout: Layout) -> None:
    assert parse(listing(blog, layout)) is not None


@pytest.mark.parametrize("layout", ["list", "compact", "cards"])
def test_a_listing_without_posts_says_so(layout: Layout) -> None:
    assert "<p>No posts yet.</p>" in listing(fragments(), layout)


@pytest.mark.parametrize("is_whole", [True, False])
@pytest.mark.parametrize("number", [10, 11])
def test_a_long_list_of_all_posts_can_be_filtered_and_leads_to_terms(
    number: int, *, is_whole: bool
) -> None:
    posts = [a_post(str(n), labels={"tags": ("Spark",)}) for n in range(number)]
    blog = fragments(*posts)
    rendered = [blog.rendered(post) for post in blog.catalog.listed]
    html = blog.renderer.listing(rendered, "cards", "guide/", is_whole=is_whole)
    assert ("blog-filter" in html) == (is_whole and number > 10)
    assert ('<p class="blog-links"><a href="../blog/tag/' in html) == is_whole
    assert parse(html) is not None


def test_mentions_are_a_feed_with_a_heading(blog: Fragments) -> None:
    rendered = [blog.rendered(post) for post in blog.catalog.listed]
    (feed,) = microformats(blog.renderer.mentions(rendered, "guide/use/"), "guide/use/")
    assert feed["type"] == ["h-feed"]
    assert feed["properties"]["name"] == ["Mentioned in"]
    assert [entry["properties"]["url"] for entry in feed["children"]] == [
        ["https://acme.org/blog/a/"],
        ["https://acme.org/blog/b/"],
    ]


def test_a_card_has_a_cover_or_letters_of_its_title(blog: Fragments) -> None:
    html = listing(blog, "cards")
    assert '<img class="u-featured" src="../../assets/b.png" alt="" loading="lazy">' in html
    assert '<span class="blog-placeholder" aria-hidden="true">A</span>' in html


def test_a_card_is_one_link(blog: Fragments) -> None:
    assert listing(blog, "cards").count("<a ") == 2


def test_a_card_says_what_its_post_is_about(blog: Fragments) -> None:
    html = listing(blog, "cards")
    assert '<p class="p-summary">All about b.</p>' in html
    assert '<p class="p-summary">One. Two.</p>' in html


def test_two_listings_on_a_page_share_no_ids() -> None:
    blog = fragments(a_post("x"), bodies={"x": '<h2 id="a">A</h2><p>One.</p>'})
    one, other = (parse(listing(blog, "list", ids=ids)).find(".//*[@id]") for ids in ("", "b-"))
    assert one is not None
    assert other is not None
    assert one.get("id") != other.get("id")


def terms_with(*counts: int) -> list[Term]:
    return [
        Term(
            taxonomy="tags",
            slug=str(count),
            label=f"Tag {count}",
            posts=tuple(a_post(str(number)) for number in range(count)),
        )
        for count in counts
    ]


def test_a_cloud_has_sizes_by_the_logarithm_of_the_count(blog: Fragments) -> None:
    root = parse(blog.renderer.cloud(terms_with(1, 5, 10, 100), "guide/"))
    assert [
        (span.get("class"), " ".join("".join(span.itertext()).split()))
        for span in root.iterfind(".//p/span")
    ] == [
        ("blog-size-0", "Tag 1 1"),
        ("blog-size-1", "Tag 5 5"),
        ("blog-size-2", "Tag 10 10"),
        ("blog-size-4", "Tag 100 100"),
    ]


def test_a_few_posts_more_make_no_large_term(blog: Fragments) -> None:
    assert "blog-size-4" not in blog.renderer.cloud(terms_with(1, 2, 3), "guide/")


def test_a_cloud_without_terms_says_so(blog: Fragments) -> None:
    assert "No posts yet." in blog.renderer.cloud([], "guide/")
