"""Unit tests of `posts.post`: what posts are told apart and sorted by."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.builders import a_post

from mkdocs_blog_plugin.posts.post import State


def test_equal_posts_are_one_key_and_different_ones_are_two() -> None:
    post = a_post("a", tags=["x"])
    copy, other, changed = replace(post), a_post("b", tags=["x"]), replace(post, title="Another")
    assert {post, copy, other, changed} == {post, other, changed}
    assert len({post, copy, other, changed}) == 3


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (State.PUBLISHED, {"is_draft": False, "is_listed": True}),
        (State.DRAFT, {"is_draft": True, "is_listed": True}),
        (State.SCHEDULED, {"is_draft": True, "is_listed": True}),
        (State.EXPIRED, {"is_draft": True, "is_listed": True}),
        (State.UNLISTED, {"is_draft": False, "is_listed": False}),
    ],
)
def test_the_state_decides_whether_a_post_is_built_and_listed(
    state: State, expected: dict[str, bool]
) -> None:
    found = {"is_draft": state.is_draft, "is_listed": a_post(state=state).is_listed}
    assert found == expected


def test_newer_posts_come_first_and_equal_ones_by_their_source() -> None:
    posts = [a_post("b", "2024-01-01"), a_post("a", "2024-01-01"), a_post("c", "2024-01-02")]
    ordered = sorted(posts, key=lambda post: post.sort_key)
    assert [post.slug for post in ordered] == ["c", "a", "b"]
