from __future__ import annotations

from typing import Any

import pytest
from support.builders import blog_settings

from mkdocs_blog_plugin.posts.recognition import (
    folder_categories,
    is_in_posts,
    is_inside,
    is_own,
    is_section,
    post_name,
)

ROOT = {"blog_dir": "", "dir": "posts"}


@pytest.mark.parametrize(
    ("src_uri", "folder", "is_there"),
    [
        ("blog/posts/a.md", "blog/posts", True),
        ("blog/posts/deep/a.md", "blog/posts", True),
        ("blog/posts-old/a.md", "blog/posts", False),
        ("blog/posts-notes.md", "blog/posts", False),
        ("blog/posts.md", "blog/posts", False),
        ("a.md", "", True),
    ],
)
def test_folders_are_compared_part_by_part(src_uri: str, folder: str, *, is_there: bool) -> None:
    assert is_inside(src_uri, folder) is is_there


@pytest.mark.parametrize(
    ("src_uri", "options", "expected"),
    [
        ("blog/posts/a.md", {}, True),
        ("blog/posts/README.md", {}, True),
        ("blog/posts/_index.md", {}, False),
        ("blog/posts-old/a.md", {}, False),
        ("blog/2017-11-03-a.md", {}, True),
        ("blog/old/2017-11-03-a/index.md", {}, True),
        ("blog/a.md", {}, False),
        ("2017-11-03-a.md", {}, False),
        ("2017-11-03-a.md", ROOT, False),
        ("posts/a.md", ROOT, True),
        ("_posts/2017-11-03-a.md", {}, True),
        ("_posts/2017-11-03-a.md", ROOT, True),
        ("news/_posts/deep/2017-11-03-a.markdown", {}, True),
        ("_posts/a.md", {}, False),
        ("my_posts/2017-11-03-a.md", {}, False),
        ("_posts/2017-11-03-a.md", {"first": False}, False),
        ("blog/_posts/2017-11-03-a.md", {"first": False}, True),
        ("news/_posts/2017-11-03-a.md", {"others": ("news",)}, False),
        ("_drafts/a.md", {}, True),
        ("_drafts/a.md", {"first": False}, False),
        ("news/a.md", {"include": lambda path: path.startswith("news/")}, True),
    ],
)
def test_files_in_the_folders_of_posts_are_posts(
    src_uri: str, options: dict[str, Any], *, expected: bool
) -> None:
    assert is_in_posts(src_uri, blog_settings(**options)) is expected


@pytest.mark.parametrize(
    ("src_uri", "name"),
    [
        ("blog/posts/my-post.md", "my-post"),
        ("blog/posts/v1.2.md", "v1.2"),
        ("blog/posts/my-post.markdown", "my-post"),
        ("blog/posts/my-post/index.md", "my-post"),
        ("blog/posts/my post/README.md", "my post"),
        ("blog/posts/index.md", "index"),
        ("blog/posts/README.md", "index"),
        ("blog/index.md", "index"),
        ("_posts/index.md", "index"),
        ("index.md", "index"),
    ],
)
def test_the_folder_of_a_bundle_stands_in_for_its_file(src_uri: str, name: str) -> None:
    assert post_name(src_uri, blog_settings()) == name


@pytest.mark.parametrize(
    ("src_uri", "expected"),
    [
        ("blog/posts/index.md", True),
        ("blog/posts/README.md", True),
        ("blog/_index.md", True),
        ("blog/posts/bundle/index.md", False),
        ("blog/posts/a.md", False),
    ],
)
def test_the_text_of_a_folder_is_a_section(src_uri: str, *, expected: bool) -> None:
    assert is_section(src_uri, blog_settings()) is expected


def test_the_first_blog_owns_what_lies_in_no_blog() -> None:
    first, second = (
        blog_settings(others=("news",)),
        blog_settings(blog_dir="news", first=False, others=("blog",)),
    )
    for src_uri, owner in (("blog/a.md", first), ("news/a.md", second), ("guide/a.md", first)):
        assert [is_own(src_uri, found) for found in (first, second)] == [
            owner is first,
            owner is second,
        ]


def test_a_blog_at_the_root_owns_what_lies_in_no_other_blog() -> None:
    first, second = (
        blog_settings(others=("",)),
        blog_settings(blog_dir="", first=False, others=("blog",)),
    )
    for src_uri, owner in (("blog/a.md", first), ("guide/a.md", second), ("a.md", second)):
        assert [is_own(src_uri, found) for found in (first, second)] == [
            owner is first,
            owner is second,
        ]


@pytest.mark.parametrize(
    ("src_uri", "options", "categories"),
    [
        ("_posts/2017-11-03-a.md", {}, ()),
        ("code/python/_posts/deep/2017-11-03-a.md", {}, ("code", "python")),
        ("blog/_posts/2017-11-03-a.md", {}, ()),
        ("blog/code/_posts/2017-11-03-a.md", {}, ("code",)),
        ("blog/_posts/2017-11-03-a.md", ROOT, ("blog",)),
        ("blog/posts/code/a.md", {}, ()),
    ],
)
def test_folders_above_jekylls_posts_are_categories(
    src_uri: str, options: dict[str, Any], categories: tuple[str, ...]
) -> None:
    assert folder_categories(src_uri, blog_settings(**options)) == categories
