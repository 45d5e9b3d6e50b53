from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import a_post, catalog_of, names_of

from mkdocs_blog_plugin.settings import TAXONOMIES
from mkdocs_blog_plugin.views.listing import (
    MARKER,
    MAX_ITEMS,
    Listing,
    ListingError,
    check_size,
    make_listing,
    read_arguments,
    select_posts,
    select_terms,
)

BY_SINGULAR = {singular: key for key, singular in TAXONOMIES.items()}
CATALOG = catalog_of(
    a_post("old", "2019-05-01", tags=["Spark"], series=["Tour"], weight=2),
    a_post("mid", "2020-05-01", tags=["Spark", "C++"], categories=["Talks"], series=["Tour"]),
    a_post("new", "2020-06-01", tags=["Kafka", "Spark", "C++"], pinned=True),
    terms="tags: {spark: {aliases: [Apache Spark]}}",
)


def listing(text: str) -> Listing:
    """Return what the marker `text` asks for."""
    marker = MARKER.fullmatch(f"<!-- blog:{text} -->")
    assert marker
    return make_listing(marker["what"], read_arguments(marker["arguments"]), BY_SINGULAR)


def selected(text: str) -> list[str]:
    return names_of(select_posts(CATALOG, listing(text)))


def cloud(text: str) -> list[str]:
    return [term.label for term in select_terms(CATALOG, listing(text))]


@pytest.mark.parametrize(
    ("comment", "what", "arguments"),
    [
        ("<!--blog:posts-->", "posts", ""),
        ("<!-- blog:posts-->", "posts", ""),
        ("<!--blog:my-kind limit=3-->", "my-kind", " limit=3"),
        ("<!--\nblog:posts\ntag='a--b'\n-->", "posts", "\ntag='a--b'\n"),
    ],
)
def test_a_marker_needs_no_blanks(comment: str, what: str, arguments: str) -> None:
    marker = MARKER.fullmatch(comment)
    assert marker is not None
    assert (marker["what"], marker["arguments"]) == (what, arguments)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("posts", Listing(what="posts")),
        ("posts limit=5", Listing(what="posts", limit=5)),
        ('posts layout="cards"', Listing(what="posts", layout="cards")),
        ("posts year=2020 layout=compact", Listing(what="posts", year=2020, layout="compact")),
        (
            'posts tag="Data engineering"',
            Listing(what="posts", terms={"tags": ("Data engineering",)}),
        ),
        ("posts\n  category='a b'\n ", Listing(what="posts", terms={"categories": ("a b",)})),
        ('posts blog="news"', Listing(what="posts")),
        ("posts offset=2 sort=-title", Listing(what="posts", offset=2, sort="-title")),
        ("posts offset=0", Listing(what="posts")),
        ('posts tag="A | B"', Listing(what="posts", terms={"tags": ("A", "B")})),
        ("tags", Listing(what="tags")),
        ("categories limit=10", Listing(what="categories", limit=10)),
    ],
)
def test_a_marker_says_what_it_wants(text: str, expected: Listing) -> None:
    assert listing(text) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("post", "there is no listing 'blog:post' (did you mean 'posts'?)"),
        ("posts limt=5", "'blog:posts' has no 'limt' (did you mean 'limit'?)"),
        ("tags layout=cards", "'blog:tags' has no 'layout' (valid: 'blog', 'limit')"),
        ("posts layout=card", "there is no layout 'card' (did you mean 'cards'?)"),
        (
            "posts sort=tilte",
            "posts cannot be sorted by 'tilte' (did you mean 'title'?)",
        ),
        (
            "posts sort=-",
            "posts cannot be sorted by '-' (valid: 'date', 'title', 'updated', 'weight')",
        ),
        ("posts limit=many", "limit='many' is not a number above zero (limit=5)"),
        ("posts limit=0", "limit='0' is not a number above zero (limit=5)"),
        ("posts offset=-1", "offset='-1' is not a number (offset=1)"),
        ("posts limit=-1", "limit='-1' is not a number above zero (limit=5)"),
        ("posts limit=٣", "limit='٣' is not a number above zero (limit=5)"),
        ("posts year=", "year='' is not a number above zero (year=2026)"),
        ("posts Spark", "'Spark' has no value (key=value, or key=\"a value\")"),
        ('posts tag="Spark', "'tag=\"Spark' cannot be read (closed quotes)"),
    ],
)
def test_an_invalid_marker_is_reported_with_valid_values(text: str, message: str) -> None:
    with pytest.raises(ListingError) as error:
        listing(text)
    assert str(error.value) == message


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("posts", ["new", "mid", "old"]),
        ("posts limit=2", ["new", "mid"]),
        ("posts limit=1 offset=1", ["mid"]),
        ("posts offset=3", []),
        ("posts sort=title", ["mid", "new", "old"]),
        ("posts sort=-date", ["old", "mid", "new"]),
        ("posts sort=updated limit=1", ["new"]),
        ("posts sort=weight", ["old", "new", "mid"]),
        ("posts tag='Kafka|C++' category=Talks", ["mid"]),
        ("posts limit=20", ["new", "mid", "old"]),
        ("posts tag=spark", ["new", "mid", "old"]),
        ("posts tag='apache spark'", ["new", "mid", "old"]),
        ("posts tag=C++ limit=1", ["new"]),
        ("posts tag=c", ["new", "mid"]),
        ("posts tag=Spark category=Talks", ["mid"]),
        ("posts year=2019", ["old"]),
        ("posts year=1999", []),
        ("posts tag=Kafka year=2019", []),
        ("posts series=Tour", ["old", "mid"]),
    ],
)
def test_posts_are_chosen_by_all_that_is_given(text: str, expected: list[str]) -> None:
    assert selected(text) == expected


def test_the_listings_of_a_page_show_ten_thousand_posts_and_terms_at_most() -> None:
    check_size(MAX_ITEMS)
    with pytest.raises(ListingError, match="show more than 10000 posts and terms"):
        check_size(MAX_ITEMS + 1)


def test_a_term_without_posts_is_reported_with_the_nearest_ones() -> None:
    with pytest.raises(ListingError, match=r"no post has 'Sprak' among its tags \(.*'Spark'"):
        selected("posts tag=Sprak")


def test_a_cloud_has_the_terms_of_a_taxonomy_in_its_order() -> None:
    assert cloud("tags") == ["C++", "Kafka", "Spark"]


def test_a_cloud_with_a_limit_has_the_terms_of_most_posts() -> None:
    assert cloud("tags limit=2") == ["C++", "Spark"]


def test_a_cloud_leaves_hidden_terms_out() -> None:
    found = catalog_of(
        a_post("a", tags=["Spark", "Secret"]), terms="tags: {secret: {hidden: true}}"
    )
    assert [term.label for term in select_terms(found, listing("tags"))] == ["Spark"]


@given(st.text())
def test_no_text_raises_anything_but_a_listing_error(text: str) -> None:
    try:
        given = read_arguments(text)
    except ListingError:
        return
    assert all(isinstance(value, str) for value in given.values())


@pytest.mark.parametrize(
    ("text", "is_whole"),
    [
        ("posts", True),
        ("posts layout=cards sort=title", True),
        ("posts limit=5", False),
        ("posts offset=1", False),
        ("posts year=2020", False),
        ("posts tag=Spark", False),
    ],
)
def test_a_listing_is_whole_where_it_leaves_no_post_out(text: str, *, is_whole: bool) -> None:
    assert listing(text).is_whole == is_whole
