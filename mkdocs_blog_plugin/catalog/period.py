"""Periods of the archive: years, months, days, or any other unit that its patterns distinguish."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.urls.dates import format_date
from mkdocs_blog_plugin.urls.permalink import compile_pattern
from mkdocs_blog_plugin.urls.tokens import PERIOD_TOKENS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mkdocs_blog_plugin.catalog.addresses import Addresses
    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.settings import ArchiveLevel
    from mkdocs_blog_plugin.urls.location import Location


@dataclass(frozen=True, kw_only=True)
class Period:
    """The listed posts of one stretch of time, each dated in its own zone."""

    title: str
    """In the blog's language, as `archive_date_format` has it."""
    location: Location
    posts: tuple[Post, ...] = field(compare=False, repr=False)
    """Newest first."""
    parent: str = ""
    """Key of the period that this one is part of; empty on the outermost level."""
    children: tuple[Period, ...] = field(default=(), compare=False, repr=False)
    """The periods of the next level inside this one, newest first."""

    @property
    def key(self) -> str:
        """Identifies the period: the path of its view."""
        return self.location.dest_uri

    @property
    def url(self) -> str:
        """URL of its view, relative to the site's root."""
        return self.location.url

    @property
    def count(self) -> int:
        """Number of posts."""
        return len(self.posts)


def build_periods(
    posts: Iterable[Post],
    levels: Sequence[ArchiveLevel],
    *,
    locale: str,
    addresses: Addresses,
    parent: str = "",
) -> tuple[Period, ...]:
    """Return the periods that `posts`, newest first, make on the outermost of `levels`.

    Args:
        posts: Listed posts.
        levels: Title and path of each level, outermost first.
        locale: Language of titles and paths, as Babel spells it.
        addresses: Where the views of the periods claim their paths.
        parent: Key of the period around them.
    """
    if not levels:
        return ()
    level, *inner = levels
    pattern = compile_pattern(level.url_format, tokens=PERIOD_TOKENS)
    by_date: dict[str, list[Post]] = {}
    for post in posts:
        date = format_date(post.published, level.url_date_format, locale)
        by_date.setdefault(date, []).append(post)
    periods = []
    for date, members in by_date.items():
        title = format_date(members[0].published, level.date_format, locale)
        location = addresses.view(pattern, date, f"the archive of {title}")
        children = build_periods(
            members, inner, locale=locale, addresses=addresses, parent=location.dest_uri
        )
        periods.append(
            Period(
                title=title,
                location=location,
                posts=tuple(members),
                parent=parent,
                children=children,
            )
        )
    return tuple(periods)
