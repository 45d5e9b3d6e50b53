from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_blog_plugin.urls.paths import MAX_PART_BYTES
from mkdocs_blog_plugin.urls.slug import name_part, slug_or_name, slugify


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Spark Summit EU 2017", "spark-summit-eu-2017"),
        ("What's new in C++?", "whats-new-in-c"),
        ("A  B", "a--b"),
        ("snake_case - dash", "snake_case---dash"),
        ("<b>bold</b> move", "bold-move"),
        ("Übergröße", "übergröße"),
        ("类别", "类别"),
        ("a/b", "ab"),
        ("...", ""),
    ],
)
def test_a_slug_is_what_material_makes(text: str, slug: str) -> None:
    assert slugify(text) == slug


def test_blanks_become_the_separator() -> None:
    assert slugify("Spark Summit", "_") == "spark_summit"


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("🎉", "party-popper"),
        ("++", "plus-sign-plus-sign"),
        ("❤️", "heavy-black-heart"),
        ("", "untitled"),
        ("\x07", "untitled"),
        ("..", "full-stop-full-stop"),
        ("Spark", "spark"),
    ],
)
def test_names_of_characters_stand_in_for_an_empty_slug(text: str, slug: str) -> None:
    assert slug_or_name(text) == slug


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("a/b", "a-b"),
        ("../x", "..-x"),
        ("a..b", "a..b"),
        ("..", "full-stop-full-stop"),
        ("a\\b", "a-b"),
        ("a\x00b", "a-b"),
        ("v1.2", "v1.2"),
        ("nul", "nul-"),
        ("con.x", "con.x-"),
        ("a.", "a"),
    ],
)
def test_whatever_a_slugify_returns_stays_one_part_of_a_path(text: str, slug: str) -> None:
    assert slug_or_name(text, lambda text, _: text) == slug


@pytest.mark.parametrize(
    ("name", "part"), [("Ada L.", "Ada L."), ("a/b.", "a-b."), ("...", "-"), ("nul", "nul-")]
)
def test_a_name_may_end_with_a_dot_as_with_material(name: str, part: str) -> None:
    assert name_part(name) == part


def test_a_slug_is_cut_where_file_systems_refuse() -> None:
    slug = slug_or_name("类" * 200)
    assert slug == "类" * (MAX_PART_BYTES // 3)


@given(st.text(), st.booleans())
def test_no_slug_is_empty_or_leaves_its_folder(text: str, verbatim: bool) -> None:  # noqa: FBT001
    make = (lambda text, _: text) if verbatim else slugify
    slug = slug_or_name(text, make)
    assert slug
    assert "/" not in slug
    assert slug.strip(".")
    assert 0 < len(slug.encode()) <= MAX_PART_BYTES
