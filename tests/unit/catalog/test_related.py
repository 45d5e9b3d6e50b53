from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from support.builders import a_post, an_unlisted_post, catalog_of, names_of

from mkdocs_blog_plugin.catalog.related import RelatedIndex
from mkdocs_blog_plugin.posts.post import Author, Post


def related(target: Post, *others: Post, count: int = 3, terms: str = "") -> list[str]:
    return names_of(
        RelatedIndex(catalog_of(target, *others, terms=terms), {}).related(target, count)
    )


def by_text(words: dict[str, str], *posts: Post, by_terms: bool = True) -> list[str]:
    """Return what is related to the first of `posts`, whose words are given by name."""
    texts = {f"blog/posts/{name}.md": text for name, text in words.items()}
    index = RelatedIndex(catalog_of(*posts), texts, by_terms=by_terms)
    return names_of(index.related(posts[0], 3))


def test_posts_that_share_more_terms_are_closer() -> None:
    target = a_post("t", tags=["a", "b"], categories=["c"])
    one = a_post("one", "2025-01-01", tags=["a"])
    two = a_post("two", "2019-01-01", tags=["a", "b"])
    three = a_post("three", "2018-01-01", tags=["b", "a"], categories=["c"])
    assert related(target, one, two, three) == ["three", "two", "one"]


def test_rare_terms_count_more() -> None:
    target = a_post("t", tags=["rare", "common"])
    common = [a_post(f"c{number}", "2025-01-01", tags=["common"]) for number in range(3)]
    rare = a_post("rare", "2010-01-01", tags=["rare"])
    assert related(target, *common, rare, count=1) == ["rare"]


def test_of_equally_close_posts_the_newest_come_first() -> None:
    target = a_post("t", tags=["a", "b"])
    others = [
        a_post("old-a", "2018-01-01", tags=["a"]),
        a_post("new-b", "2022-01-01", tags=["b"]),
        a_post("new-a", "2021-01-01", tags=["a"]),
        a_post("old-b", "2019-01-01", tags=["b"]),
    ]
    assert related(target, *others, count=4) == ["new-b", "new-a", "old-b", "old-a"]


def test_unlisted_posts_are_related_to_nothing_that_lists_show() -> None:
    target = a_post("t", tags=["a"])
    assert related(target, an_unlisted_post("u", tags=["a"]), a_post("x")) == []


def test_an_unlisted_post_has_related_posts() -> None:
    assert related(an_unlisted_post("u", tags=["a"]), a_post("x", tags=["a"])) == ["x"]


def test_hidden_terms_relate_posts_too() -> None:
    hidden = "tags: {internal: {hidden: true}}"
    target = a_post("t", tags=["internal"])
    assert related(target, a_post("x", tags=["internal"]), terms=hidden) == ["x"]


def test_posts_are_not_related_by_their_author() -> None:
    joe = Author(key="joe", name="Joe")
    assert related(a_post("t", authors=(joe,)), a_post("x", authors=(joe,))) == []


def test_no_posts_are_related_where_none_are_asked_for() -> None:
    assert related(a_post("t", tags=["a"]), a_post("x", tags=["a"]), count=0) == []


def test_there_may_be_fewer_posts_than_are_wanted() -> None:
    assert related(a_post("t", tags=["a"]), a_post("x", tags=["a"]), count=10**30) == ["x"]


def test_many_terms_are_not_a_problem() -> None:
    tags = [f"t{number}" for number in range(60)]
    assert related(a_post("t", tags=tags), a_post("x", tags=tags)) == ["x"]


tags = st.lists(st.sampled_from("abcd"), max_size=4, unique=True)


@given(st.lists(tags, min_size=1, max_size=8), st.integers(0, 4))
def test_related_posts_share_terms_and_are_at_most_as_many_as_asked_for(
    labels: list[list[str]], count: int
) -> None:
    posts = [a_post(f"p{number}", tags=found) for number, found in enumerate(labels)]
    index = RelatedIndex(catalog_of(*posts), {})
    for target, own in zip(posts, labels, strict=True):
        found = index.related(target, count)
        assert len(found) == len({close.src_uri for close in found})
        assert target not in found
        sharing = sum(1 for other in labels if set(other) & set(own)) - bool(own)
        assert len(found) == min(count, sharing)
        assert all(set(close.labels["tags"]) & set(own) for close in found)


def test_posts_that_the_page_names_besides_are_left_out() -> None:
    target = a_post("t", tags=["a"])
    one, two = a_post("one", "2025-01-01", tags=["a"]), a_post("two", "2019-01-01", tags=["a"])
    index = RelatedIndex(catalog_of(target, one, two), {})
    assert names_of(index.related(target, 3, [one])) == ["two"]


WORDS = {
    "t": "we bake bread of dough in ovens and of rye flour",
    "close": "bread and dough for ovens",
    "near": "rye or flour",
    "far": "we ride bicycles",
}


def test_posts_without_a_common_term_are_related_by_rare_words() -> None:
    assert by_text(WORDS, *map(a_post, WORDS)) == ["close", "near"]


def test_a_common_term_counts_more_than_any_text() -> None:
    far = a_post("far", "2010-01-01", tags=["a"])
    posts = [a_post("t", tags=["a"]), a_post("close"), a_post("near"), far]
    assert by_text(WORDS, *posts) == ["far", "close", "near"]


def test_of_posts_with_the_same_terms_those_with_a_close_text_come_first() -> None:
    days = {"t": "2020-01-01", "close": "2011-01-01", "near": "2012-01-01", "far": "2019-01-01"}
    posts = [a_post(name, day, tags=["a"]) for name, day in days.items()]
    assert by_text(WORDS, *posts) == ["close", "near", "far"]


def test_terms_may_count_for_nothing() -> None:
    posts = [a_post(name, tags=["a"]) for name in WORDS]
    assert by_text(WORDS, *posts, by_terms=False) == ["close", "near"]


def test_an_unlisted_post_is_found_by_no_text_and_finds_others() -> None:
    listed = [a_post(name) for name in ("close", "near", "far")]
    assert by_text(WORDS, an_unlisted_post("t"), *listed) == ["close", "near"]
    assert (
        by_text(WORDS, a_post("close"), an_unlisted_post("t"), a_post("near"), a_post("far")) == []
    )


texts = st.lists(st.lists(st.sampled_from("abcdefg"), max_size=6).map(" ".join), max_size=8)


@given(texts, st.lists(tags, min_size=8, max_size=8), st.integers(0, 4))
def test_by_text_a_post_is_not_related_to_itself_and_the_more_are_asked_for_the_more_come(
    words: list[str], labels: list[list[str]], count: int
) -> None:
    posts = [a_post(f"p{number}", tags=labels[number]) for number in range(len(words))]
    made = catalog_of(*posts)
    index = RelatedIndex(
        made, {f"blog/posts/p{number}.md": text for number, text in enumerate(words)}
    )
    without_text = RelatedIndex(made, {})
    for target in posts:
        found = index.related(target, count)
        assert target not in found
        assert len(found) == len({close.src_uri for close in found}) <= count
        assert index.related(target, count + 1)[: len(found)] == found
        assert len(found) >= len(without_text.related(target, count))
