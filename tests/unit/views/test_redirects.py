from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import a_post

from mkdocs_blog_plugin.problems import Problems
from mkdocs_blog_plugin.urls.ledger import Ledger
from mkdocs_blog_plugin.views.redirects import plan_redirects

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_blog_plugin.posts.post import Post

LIVE = {"about/index.html": "about.md", "blog/index.html": "blog/index.md"}


def planned(
    *posts: Post,
    taken: Mapping[str, str] = LIVE,
    directory_urls: bool = True,
    problems: Problems | None = None,
) -> dict[str, str]:
    """Return the name of the post that each output file leads to."""
    found = Problems() if problems is None else problems
    redirects = plan_redirects(posts, Ledger(taken), directory_urls=directory_urls, problems=found)
    return {redirect.location.dest_uri: redirect.post.slug for redirect in redirects}


@pytest.mark.parametrize(
    ("alias", "file"),
    [
        ("/old/", "old/index.html"),
        ("old/", "old/index.html"),
        ("/old.html", "old.html"),
        ("/2017/11/old", "2017/11/old/index.html"),
        ("/a/../b/", "b/index.html"),
        ("/%C3%A4/", "ä/index.html"),
    ],
)
def test_an_alias_is_a_folder_or_a_file(alias: str, file: str) -> None:
    assert planned(a_post("x", aliases=(alias,))) == {file: "x"}


def test_without_directory_urls_an_alias_without_a_slash_is_a_file() -> None:
    aliases = ("/old", "/older/")
    expected = {"old.html": "x", "older/index.html": "x"}
    assert planned(a_post("x", aliases=aliases), directory_urls=False) == expected


@pytest.mark.parametrize("alias", ["https://example.org/old/", "/../old/", "/old/?x=1", "/old/#a"])
def test_an_alias_that_is_not_a_path_of_the_site_is_reported(alias: str) -> None:
    problems = Problems()
    found = a_post("x", aliases=(alias, "/ok/"), lines={"aliases": 4})
    assert planned(found, problems=problems) == {"ok/index.html": "x"}
    (problem,) = problems
    assert (problem.path, problem.line, problem.key) == ("blog/posts/x.md", 4, "aliases")
    assert alias in problem.message


@pytest.mark.parametrize("alias", ["/about/", "/About/", "/about", "/blog/index.html"])
def test_an_alias_never_replaces_a_page(alias: str) -> None:
    problems = Problems()
    assert planned(a_post("x", aliases=(alias,)), problems=problems) == {}
    (problem,) = problems
    assert problem.path == "blog/posts/x.md"
    assert any(page in problem.message for page in LIVE.values())


def test_of_two_posts_with_one_alias_the_first_by_path_has_it() -> None:
    problems = Problems()
    posts = [a_post("b", aliases=("/old/",)), a_post("a", aliases=("/old/",))]
    assert planned(*posts, problems=problems) == {"old/index.html": "a"}
    (problem,) = problems
    assert problem.path == "blog/posts/b.md"
    assert "blog/posts/a.md" in problem.message


def test_an_alias_twice_or_equal_to_the_address_needs_no_second_page() -> None:
    problems = Problems()
    found = a_post("x", aliases=("/old/", "/old", "/blog/x/"))
    taken = {"blog/x/index.html": "blog/posts/x.md"}
    assert planned(found, taken=taken, problems=problems) == {"old/index.html": "x"}
    assert not list(problems)


@given(st.lists(st.text(max_size=20), max_size=6))
def test_whatever_an_alias_says_no_redirect_leaves_the_site_or_replaces_a_page(
    aliases: list[str],
) -> None:
    files = planned(a_post("x", aliases=("/old/", *aliases)))
    assert "old/index.html" in files
    for file in files:
        assert ".." not in file.split("/")
        assert not file.startswith("/")
        assert file not in LIVE
