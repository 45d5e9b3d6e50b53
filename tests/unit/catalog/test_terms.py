from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import (
    a_post,
    a_taxonomy,
    an_unlisted_post,
    blog_settings,
    catalog_of,
    names_of,
    problems_of,
)

from mkdocs_blog_plugin.posts.post import Author
from mkdocs_blog_plugin.problems import Severity

if TYPE_CHECKING:
    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.settings import Settings


def slugs(*posts: Post, key: str = "tags", **values: Any) -> dict[str, str]:
    """Return slug by label, in the order of the taxonomy."""
    return {term.label: term.slug for term in catalog_of(*posts, **values).taxonomies[key].terms}


def tagged(*labels: str, name: str = "x", **values: Any) -> Post:
    return a_post(name, tags=labels, **values)


def test_spellings_of_one_term_are_merged_and_the_first_source_wins() -> None:
    posts = tagged("big-data", name="b"), tagged("Big Data", name="a")
    made = catalog_of(*posts)
    (term,) = made.taxonomies["tags"].terms
    assert (term.label, term.slug, term.count) == ("Big Data", "big-data", 2)
    (problem,) = problems_of(*posts)
    assert problem.severity is Severity.INFO
    assert problem.path == "blog/posts/b.md"
    assert "'big-data' is taken as 'Big Data'" in problem.message


def test_a_problem_stands_at_the_key_that_the_post_uses() -> None:
    _, second = tagged("A", name="a"), tagged("a", name="b", lines={"title": 1, "tag": 3})
    (problem,) = problems_of(_, second)
    assert (problem.key, problem.line) == ("tag", 3)


def test_a_post_that_writes_a_term_twice_has_it_once() -> None:
    both = tagged("Spark", "spark")
    made = catalog_of(both)
    assert [term.label for term in made.terms_of(both, "tags")] == ["Spark"]
    assert made.taxonomies["tags"].terms[0].count == 1


def test_terms_of_a_post_stand_in_its_order() -> None:
    mixed = tagged("Zoo", "Apple", "Mango")
    assert [term.label for term in catalog_of(mixed).terms_of(mixed, "tags")] == [
        "Zoo",
        "Apple",
        "Mango",
    ]


def test_terms_that_would_share_a_slug_are_numbered_by_label() -> None:
    posts = tagged("C++", "C", name="a"), tagged("C#", name="b", lines={"tags": 2})
    assert slugs(*posts) == {"C": "c", "C#": "c-2", "C++": "c-3"}
    reported = problems_of(*posts)
    assert [problem.severity for problem in reported] == [Severity.INFO] * 2
    assert "'C#' would share the slug of 'C', so it has 'c-2'" in reported[1].message


def test_a_numbered_slug_that_another_term_has_is_left_to_it() -> None:
    assert slugs(tagged("C++", "C#", "c 2")) == {"C#": "c", "C++": "c-3", "c 2": "c-2"}


@pytest.mark.parametrize(
    ("label", "slug"),
    [
        ("类别", "类别"),
        (".NET", "net"),
        ("🎉", "party-popper"),
        ("a/b", "ab"),
        ("../..", "full-stop"),
    ],
)
def test_every_label_has_a_slug_of_one_part(label: str, slug: str) -> None:
    assert slugs(tagged(label))[label].startswith(slug)


def test_terms_are_sorted_by_name_as_people_sort() -> None:
    found = list(slugs(tagged("b", "émile", "B2", "Emil"), tagged("Zoo", "E", "a", name="y")))
    assert found == ["a", "b", "B2", "E", "Emil", "émile", "Zoo"]


@pytest.mark.parametrize(
    ("sort_by", "reverse", "order"),
    [
        ("view_name", False, ["A", "B", "C"]),
        ("view_name", True, ["C", "B", "A"]),
        ("view_post_count", False, ["A", "C", "B"]),
        ("view_post_count", True, ["B", "A", "C"]),
        (lambda item: len(item.posts), True, ["B", "A", "C"]),
        (lambda item: item.name == "A", False, ["B", "C", "A"]),
    ],
)
def test_terms_are_sorted_as_the_options_say(sort_by: Any, reverse: Any, order: list[str]) -> None:
    settings = blog_settings(a_taxonomy("tags", sort_by=sort_by, sort_reverse=reverse))
    posts = tagged("C", "B", "A"), tagged("B", name="y")
    assert list(slugs(*posts, settings=settings)) == order


def test_the_place_of_a_term_comes_from_the_pattern() -> None:
    settings = blog_settings(a_taxonomy("tags", url_format="topics/{slug}.html"))
    (term,) = catalog_of(tagged("Spark"), settings=settings).taxonomies["tags"].terms
    assert term.url == "blog/topics/spark.html"
    assert catalog_of(tagged("Spark")).taxonomies["tags"].terms[0].url == "blog/tag/spark/"


def test_a_taxonomy_without_views_keeps_its_terms() -> None:
    made = catalog_of(tagged("Spark"), settings=blog_settings(a_taxonomy("tags", enabled=False)))
    (term,) = made.taxonomies["tags"].terms
    assert term.location is None
    assert made.taxonomies["tags"].location is None


@pytest.mark.parametrize(
    ("values", "url"),
    [
        ({}, "blog/tag/"),
        ({"index": False}, None),
        ({"url_format": "{slug}"}, None),
        ({"url_format": "by/topic/{slug}"}, "blog/by/topic/"),
    ],
)
def test_an_overview_is_at_the_parent_of_the_terms(values: Any, url: str | None) -> None:
    tags = catalog_of(
        tagged("Spark"), settings=blog_settings(a_taxonomy("tags", **values))
    ).taxonomies["tags"]
    assert (tags.location.url if tags.location else None) == url


def test_a_taxonomy_that_nobody_uses_has_no_overview() -> None:
    made = catalog_of(tagged(), an_unlisted_post("u", tags=["Secret"]))
    assert made.taxonomies["tags"].terms == ()
    assert made.taxonomies["tags"].location is None


def test_an_unlisted_post_has_terms_without_views() -> None:
    hidden = an_unlisted_post("u", tags=["Secret", "Spark"])
    made = catalog_of(hidden, tagged("Spark"))
    secret, spark = made.terms_of(hidden, "tags")
    assert (secret.label, secret.location, secret.count) == ("Secret", None, 0)
    assert (spark.url, spark.count) == ("blog/tag/spark/", 1)


def test_parents_hold_the_posts_of_their_children() -> None:
    settings = blog_settings(a_taxonomy("tags", hierarchy="/"))
    posts = tagged("Lang/Python", name="a"), tagged("lang", "Lang/Go", name="b")
    made = catalog_of(*posts, settings=settings)
    found = [
        (term.label, term.slug, term.parent, term.count) for term in made.taxonomies["tags"].terms
    ]
    assert found == [
        ("Lang", "lang", "", 2),
        ("Go", "lang/go", "lang", 1),
        ("Python", "lang/python", "lang", 1),
    ]
    assert [term.label for term in made.terms_of(posts[0], "tags")] == ["Python"]


def test_ids_of_the_authors_file_are_used_verbatim() -> None:
    jane = Author(key="Jane.D", name="Jane Doe", known=True)
    joe = Author(key="joe", name="Joe", slug="Joe/Writes", known=True)
    max_ = Author(key="Max Power", name="Max Power")
    made = a_post("x", authors=(jane, joe, max_))
    assert slugs(made, key="authors") == {
        "Jane Doe": "Jane.D",
        "Joe": "Joe/Writes",
        "Max Power": "max-power",
    }
    assert catalog_of(made).terms_of(made, "authors")[0].author is jane


def test_an_author_id_that_leaves_the_site_is_slugified() -> None:
    evil = Author(key="../../x", name="Evil", known=True)
    assert slugs(a_post("x", authors=(evil,)), key="authors") == {"Evil": "evil"}


def test_a_label_outside_the_allowed_ones_is_reported_with_the_nearest() -> None:
    settings = blog_settings(
        a_taxonomy("categories", allowed=("Spark", "News"), unknown=Severity.WARNING)
    )
    wrong = a_post("x", categories=["Sparc", "news"], lines={"categories": 4})
    assert [problem.format() for problem in problems_of(wrong, settings=settings)] == [
        "blog/posts/x.md:4: categories: 'Sparc' is not among the allowed categories (did you mean 'Spark'?)"
    ]
    assert list(slugs(wrong, key="categories", settings=settings)) == ["news", "Sparc"]


def test_a_label_outside_the_allowed_ones_may_be_ignored() -> None:
    settings = blog_settings(a_taxonomy("categories", allowed=("Spark",), unknown=None))
    assert problems_of(a_post("x", categories=["Sparc"]), settings=settings) == []


def test_terms_of_a_series_are_ordered_by_weight_then_oldest_first() -> None:
    posts = [
        a_post("new", "2022-01-01", series=["S"]),
        a_post("old", "2020-01-01", series=["S"]),
        a_post("second", "2021-01-01", series=["S"], weight=2),
        a_post("first", "2023-01-01", series=["S"], weight=1),
    ]
    made = catalog_of(*posts)
    (term,) = made.taxonomies["series"].terms
    assert names_of(term.posts) == ["first", "second", "old", "new"]


labels = st.text(alphabet="aA-_ +#/.🎉类", min_size=1, max_size=4)


@given(st.lists(st.lists(labels, max_size=4), max_size=4), st.sampled_from(["", "/"]))
def test_each_term_has_a_slug_and_a_place_of_its_own(tags: list[list[str]], hierarchy: str) -> None:
    posts = [tagged(*found, name=f"p{number}") for number, found in enumerate(tags)]
    settings: Settings = blog_settings(a_taxonomy("tags", hierarchy=hierarchy))
    terms = catalog_of(*posts, settings=settings).taxonomies["tags"].terms
    assert all(term.slug and term.label and term.posts for term in terms)
    assert len({term.slug.casefold() for term in terms}) == len(terms)
    assert len({term.url for term in terms}) == len(terms)
    assert all(".." not in term.slug for term in terms)
    assert hierarchy or all("/" not in term.slug for term in terms)
