"""The redirect pages at old addresses of posts, as plain data."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mkdocs_blog_plugin.posts.keys import KEYS
from mkdocs_blog_plugin.problems import at_key
from mkdocs_blog_plugin.urls.location import Location
from mkdocs_blog_plugin.urls.paths import PathError, safe_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.problems import Problems
    from mkdocs_blog_plugin.urls.ledger import Ledger


class Redirect(NamedTuple):
    """One old address of a post."""

    location: Location
    post: Post


def plan_redirects(
    posts: Iterable[Post],
    ledger: Ledger,
    *,
    directory_urls: bool,
    problems: Problems,
) -> list[Redirect]:
    """Return a redirect for each alias of `posts` that can have one.

    Args:
        posts: All posts to build, at the paths they have now.
        ledger: Everything that the site writes, posts and views too; none of it yields to an alias.
        directory_urls: Whether `/old` is a folder, as for any other page.
        problems: Collects aliases that are not a path, or whose path is already used.
    """
    redirects: dict[str, Redirect] = {}
    for post, alias in _aliases(posts):
        try:
            path = safe_path(alias)
        except PathError as error:
            problems.add(at_key(post, KEYS["redirect_from"], error.message, error.expected))
            continue
        location = Location.of_permalink(path, directory_urls=directory_urls)
        earlier = redirects.get(location.dest_uri)
        if post.location == location or (earlier and earlier.post is post):
            continue
        if owner := ledger.owner(location.dest_uri):
            message = f"'{alias}' belongs to {owner}, so it does not lead here"
            expected = "an address that is not in use"
            problems.add(at_key(post, KEYS["redirect_from"], message, expected))
            continue
        ledger.claim(location, f"an alias of {post.src_uri}")
        redirects[location.dest_uri] = Redirect(location=location, post=post)
    return list(redirects.values())


def _aliases(posts: Iterable[Post]) -> Iterator[tuple[Post, str]]:
    """Yield each alias with its post; of two posts the one with the smaller `src_uri` is first."""
    for post in sorted(posts, key=lambda post: post.src_uri):
        for alias in post.aliases:
            yield post, alias
