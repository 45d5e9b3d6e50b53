from __future__ import annotations

import pytest
from support.documents import read, read_post

from mkdocs_blog_plugin.posts.defaults import conflicts, merge_defaults


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


def test_where_values_differ_in_type_the_innermost_counts() -> None:
    assert merge_defaults([{"tags": ["a"], "date": {"created": 1}}], {"tags": None, "date": 2}) == {
        "tags": None,
        "date": 2,
    }


@pytest.mark.parametrize(
    ("front_matter", "authors", "tags"),
    [
        ("x: 1", ["Ada"], ("News",)),
        ("author: Bob", ["Bob"], ("News",)),
        ("AUTHORS: []", [], ("News",)),
        ("tag: Mine", ["Ada"], ("Mine",)),
        ("tags:", ["Ada"], ()),
    ],
)
def test_options_give_what_a_post_lacks_under_any_name(
    front_matter: str, authors: list[str], tags: tuple[str, ...]
) -> None:
    found = read_post(
        f"---\ndate: 2024-01-31\n{front_matter}\n---\n",
        defaults=lambda _: {"authors": ["Ada"], "tags": ["News"]},
    )
    assert [author.name for author in found.authors] == authors
    assert found.labels["tags"] == tags


def test_options_may_date_and_hide_posts_and_never_make_them() -> None:
    defaults = {"date": "2024-01-31", "draft": True, "blog": True}
    assert read_post("text", defaults=lambda _: defaults).state.value == "draft"
    found, problems = read("text", "guide/a.md", defaults=lambda _: defaults)
    assert (found.value, problems) == ("page", [])


def test_a_list_and_a_text_cannot_be_merged_by_material() -> None:
    defaults = ({"tags": ["a"], "title": "x", "date": {"created": 1}}, {"icon": "y"})
    own = {"tags": "a", "title": 2, "date": 2024, "icon": ["z"], "other": []}
    assert conflicts(defaults, own) == ["tags", "date", "icon"]
