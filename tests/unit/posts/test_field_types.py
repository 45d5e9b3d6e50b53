"""Values that a hook may give to the fields of a post, and those that it may not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from support.builders import a_post

from mkdocs_blog_plugin.posts.field_types import wrong_field
from mkdocs_blog_plugin.posts.post import Author, Enclosure, Image, Link, Source, State

POST = a_post("a")


@pytest.mark.parametrize(
    "values",
    [
        {"title": "New", "pinned": True, "weight": 3, "state": State.UNLISTED},
        {"published": datetime(2024, 1, 31, tzinfo=UTC), "updated": None, "comments": False},
        {"labels": {"tags": ("a", "b"), "series": ()}, "meta": {"x": [1, None]}},
        {"authors": (Author(key="a", name="A", links=(Link(title="B"),)),)},
        {"image": Image(src="a.png", sources=(Source(src="a.png", width=5),))},
        {"enclosure": Enclosure(src="a.mp3", media_type="audio/mpeg"), "location": POST.location},
    ],
)
def test_values_of_the_right_type_are_taken(values: dict[str, Any]) -> None:
    assert wrong_field(replace(POST, **values), POST) is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", None),
        ("title", 5),
        ("published", date(2024, 1, 31)),
        ("published", datetime(2024, 1, 31)),  # noqa: DTZ001 - the point of the test
        ("updated", "2024-01-31"),
        ("pinned", "yes"),
        ("weight", 1.5),
        ("weight", True),
        ("state", "draft"),
        ("authors", "Ada"),
        ("authors", ["Ada"]),
        ("authors", (Author(key="a", name=None),)),  # type: ignore[arg-type]
        ("labels", {"tags": "python"}),
        ("labels", {"tags": ["python"]}),
        ("labels", [("tags", ("python",))]),
        ("labels", {1: ("python",)}),
        ("image", "a.png"),
        ("meta", None),
        ("location", "/x/"),
    ],
)
def test_a_value_of_another_type_is_found(name: str, value: Any) -> None:
    found = wrong_field(replace(POST, **{name: value}), POST)
    assert found is not None
    assert found.name == name


def test_what_a_hook_has_not_touched_is_not_looked_at() -> None:
    odd = replace(POST, title=None)  # type: ignore[arg-type]
    assert wrong_field(replace(odd, pinned=True), odd) is None
