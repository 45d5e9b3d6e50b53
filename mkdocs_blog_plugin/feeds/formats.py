"""The feed formats and their names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from mkdocs_blog_plugin.feeds import atom, json_feed, rss

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mkdocs_blog_plugin.feeds.feed import Feed


class Format(NamedTuple):
    """One way to write a feed."""

    name: str
    """For people (`RSS`)."""
    file_name: str
    media_type: str
    write: Callable[[Feed], bytes]


FORMATS: Final[Mapping[str, Format]] = {
    "rss": Format("RSS", "rss.xml", rss.MEDIA_TYPE, rss.write_rss),
    "atom": Format("Atom", "atom.xml", atom.MEDIA_TYPE, atom.write_atom),
    "json": Format("JSON Feed", "feed.json", json_feed.MEDIA_TYPE, json_feed.write_json_feed),
}
"""By the names of the option `feeds_formats`."""
