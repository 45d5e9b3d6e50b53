"""`mkdocs-blog list`: the posts of a blog, with their addresses and states."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from mkdocs_blog_plugin.catalog.labels import fold
from mkdocs_blog_plugin.cli.sites import Choice, read_site, site_options
from mkdocs_blog_plugin.cli.text import print_json, printable
from mkdocs_blog_plugin.posts.post import State

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.site.build import Build

_STATES = {
    "drafts": State.DRAFT,
    "future": State.SCHEDULED,
    "expired": State.EXPIRED,
    "unlisted": State.UNLISTED,
}
_COLOURS = {
    State.DRAFT: "yellow",
    State.SCHEDULED: "cyan",
    State.EXPIRED: "red",
    State.UNLISTED: "magenta",
}


@click.command("list")
@click.option("--drafts", is_flag=True, help="Posts that are drafts.")
@click.option("--future", is_flag=True, help="Posts that wait for their date.")
@click.option("--expired", is_flag=True, help="Posts that are past their expiry.")
@click.option("--unlisted", is_flag=True, help="Posts that no list shows.")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="Posts with this tag.")
@click.option("--author", "authors", multiple=True, metavar="AUTHOR", help="Posts by this author.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list.")
@click.option(
    "--next", "is_next", is_flag=True, help="Print the next instant at which a post changes state."
)
@site_options
def command(
    *,
    tags: tuple[str, ...],
    authors: tuple[str, ...],
    as_json: bool,
    is_next: bool,
    config_file: str | None,
    blog: str | None,
    **states: bool,
) -> None:
    """List all posts, those that a build leaves out among them.

    The newest come first. Options that name states, such as --drafts, may be combined: posts in any
    of these states are listed. --tag and --author, both repeatable, narrow the list down.

    --next prints the instant at which the next post appears or expires (ISO 8601), or nothing if
    there is none: the time for which to schedule the next build of the site.

    \b
    Examples:
      mkdocs-blog list --drafts
      mkdocs-blog list --tag Spark --json
    """  # noqa: D301 - click keeps the lines after such a mark
    wanted = {state for name, state in _STATES.items() if states[name]}
    with read_site(Choice(config_file, blog), drafts=True) as found:
        rows = [
            (build, post)
            for build in found.builds
            for post in build.blog.catalog.posts
            if (not wanted or post.state in wanted)
            and _has(build, post, "tags", tags)
            and _has(build, post, "authors", authors)
        ]
        rows.sort(key=lambda row: row[1].sort_key)
        if is_next:
            _print_next([post for _, post in rows], as_json=as_json)
        elif as_json:
            print_json([_facts(build, post) for build, post in rows])
        else:
            _print_table([post for _, post in rows])


def _has(build: Build, post: Post, key: str, wanted: Sequence[str]) -> bool:
    """Return whether `post` has all `wanted` terms of the taxonomy `key`, each by any of its names."""
    names = {
        fold(name)
        for term in build.blog.catalog.all_terms_of(post, key)
        for name in (term.label, term.slug, *term.aliases, term.author.key if term.author else "")
    }
    return all(fold(name) in names for name in wanted)


def _facts(build: Build, post: Post) -> dict[str, Any]:
    """Return the facts of `post` for `--json`; dates are ISO 8601 in the post's own zone."""
    catalog = build.blog.catalog
    labels = {
        key: [term.label for term in catalog.all_terms_of(post, key)]
        for key in ("tags", "categories", "authors")
    }
    return {
        "src": post.src_uri,
        "url": post.url,
        "title": post.title,
        "date": post.published.isoformat(),
        "updated": post.updated.isoformat() if post.updated else None,
        "state": post.state.value,
        **labels,
    }


def _print_next(posts: Sequence[Post], *, as_json: bool) -> None:
    moments = [moment for post in posts if (moment := _next(post))]
    found = min(moments).isoformat() if moments else None
    if as_json:
        print_json(found)
    elif found:
        click.echo(found)


def _next(post: Post) -> datetime | None:
    """Return the next instant at which a build treats `post` differently, if there is one."""
    if post.state is State.SCHEDULED:
        return post.public_from or post.published
    return post.expires if not post.state.is_draft else None


def _print_table(posts: Sequence[Post]) -> None:
    width = max((len(post.state.value) for post in posts), default=0)
    paths = max((len(printable(post.src_uri)) for post in posts), default=0)
    for post in posts:
        state = click.style(post.state.value.ljust(width), fg=_COLOURS.get(post.state))
        path = printable(post.src_uri).ljust(paths)
        click.echo(f"{post.published.date()}  {state}  {path}  {printable(post.title)}")
