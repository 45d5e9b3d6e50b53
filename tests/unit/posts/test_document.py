from __future__ import annotations

from mkdocs_blog_plugin.posts.document import merge_defaults


def test_the_own_front_matter_wins_over_that_of_folders() -> None:
    outer = {"draft": True, "template": "a.html", "comments": True}
    inner = {"template": "b.html"}
    assert merge_defaults([outer, inner], {"draft": False}) == {
        "draft": False,
        "template": "b.html",
        "comments": True,
    }


def test_lists_are_joined_and_maps_merged_outermost_first() -> None:
    outer = {"tags": ["site"], "search": {"boost": 2, "exclude": False}}
    own = {"tags": ["post"], "search": {"exclude": True}}
    merged = merge_defaults([outer], own)
    assert merged == {"tags": ["site", "post"], "search": {"boost": 2, "exclude": True}}
    assert outer["tags"] == ["site"]


def test_of_different_types_the_innermost_counts() -> None:
    assert merge_defaults([{"tags": ["a"], "date": {"created": 1}}], {"tags": None, "date": 2}) == {
        "tags": None,
        "date": 2,
    }
