from __future__ import annotations

import pytest
from support.builders import (
    a_post,
    an_unlisted_post,
    blog_settings,
    catalog_of,
    names_of,
    views_of,
)

from mkdocs_blog_plugin.settings import PaginationSettings
from mkdocs_blog_plugin.views.blog import Blog
from mkdocs_blog_plugin.views.view import Kind

POSTS = (
    a_post("a", "2010-01-01", tags=["Spark"]),
    a_post("b", "2011-01-01"),
    an_unlisted_post("u", "2012-01-01"),
)


@pytest.fixture
def blog() -> Blog:
    settings = blog_settings(pagination=PaginationSettings(per_page=1))
    views = views_of(*POSTS, settings=settings)
    return Blog(catalog_of(*POSTS, settings=settings), tuple(views))


def test_the_index_is_the_view_of_all_posts(blog: Blog) -> None:
    assert len(blog.views) > 1
    assert (blog.index.kind, names_of(blog.index.posts)) == (Kind.INDEX, ["b", "a"])


def test_posts_are_found_by_their_path_whether_they_are_listed_or_not(blog: Blog) -> None:
    assert {src_uri: post.title for src_uri, post in blog.posts.items()} == {
        "blog/posts/a.md": "a",
        "blog/posts/b.md": "b",
        "blog/posts/u.md": "u",
    }


def test_pages_of_views_are_found_by_their_path_with_their_view(blog: Blog) -> None:
    found = {
        src_uri: (view.url, pager.number, names_of(pager.posts))
        for src_uri, (view, pager) in blog.pagers.items()
    }
    assert found == {
        "blog/index.md": ("blog/", 1, ["b"]),
        "blog/page/2/index.md": ("blog/", 2, ["a"]),
        "blog/archive/index.md": ("blog/archive/", 1, []),
        "blog/archive/2011.md": ("blog/archive/2011/", 1, ["b"]),
        "blog/archive/2010.md": ("blog/archive/2010/", 1, ["a"]),
        "blog/tag/index.md": ("blog/tag/", 1, []),
        "blog/tag/spark.md": ("blog/tag/spark/", 1, ["a"]),
    }


def test_pages_of_posts_and_views_are_those_of_the_blog(blog: Blog) -> None:
    assert "blog/posts/u.md" in blog
    assert "blog/page/2/index.md" in blog
    assert "guide.md" not in blog
