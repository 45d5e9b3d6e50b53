"""The result of `on_files` as data: the blog, and the files that it adds to those of the site."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_blog_plugin.posts.media import Picture

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mkdocs.structure.files import File

    from mkdocs_blog_plugin.cards.card import Card
    from mkdocs_blog_plugin.cards.fonts import Fonts
    from mkdocs_blog_plugin.catalog.related import RelatedIndex
    from mkdocs_blog_plugin.feeds.plan import FeedDocument
    from mkdocs_blog_plugin.site.links.lookups import Lookups
    from mkdocs_blog_plugin.site.links.post_links import PostLinks
    from mkdocs_blog_plugin.site.own_functions import OwnFunction
    from mkdocs_blog_plugin.site.reading.read_post import ReadPost
    from mkdocs_blog_plugin.urls.base import Site
    from mkdocs_blog_plugin.views.blog import Blog
    from mkdocs_blog_plugin.views.redirects import Redirect


@dataclass(frozen=True, kw_only=True)
class Cards:
    """The preview cards of a blog."""

    files: Mapping[str, File] = field(default_factory=dict)
    """By `src_uri` of the page that a card is the preview of."""
    cards: Mapping[str, Card] = field(default_factory=dict)
    """The content of each card, by `dest_uri`."""
    fonts: Fonts | None = None
    """None for a blog without cards."""
    draw: OwnFunction | None = None
    """Draws cards in a design of the site's own; None for ours."""
    default: str = ""
    """URL from the site's root of the picture for pages without any; empty for none."""

    def picture(self, src_uri: str, site: Site) -> Picture | None:
        """Return the card of the page `src_uri` as a preview picture."""
        file = self.files.get(src_uri)
        if file is None:
            return None
        from mkdocs_blog_plugin.cards.card import HEIGHT, WIDTH  # noqa: PLC0415 - few blogs have cards

        card = self.cards[file.dest_uri]
        return Picture(url=site.absolute(file.url), alt=card.title, width=WIDTH, height=HEIGHT)


class CoverCopy(NamedTuple):
    """A smaller copy of a cover."""

    cover: File
    width: int
    """In pixels."""


@dataclass(frozen=True, kw_only=True)
class MarkdownFiles:
    """The Markdown files of a blog."""

    posts: Mapping[str, File] = field(default_factory=dict)
    """By `src_uri` of the post."""
    index: File | None = None
    """The list of all of them; None where there are none."""


class Outputs(NamedTuple):
    """Files that are among those of the site already, and filled when all posts are converted."""

    feeds: Sequence[FeedDocument]
    redirects: Sequence[Redirect]
    """Old addresses of posts."""
    export: File | None
    """The catalog as a file, if there is to be one."""
    cards: Cards
    """Preview pictures of posts and views."""
    covers: Mapping[str, CoverCopy]
    """Copies of covers, by `dest_uri`."""
    markdown: MarkdownFiles
    """Posts as Markdown."""


class Plan(NamedTuple):
    """The result of `on_files`; every file that it needs is among the site's files."""

    blog: Blog
    read_posts: Mapping[str, ReadPost]
    """The posts as they were read, by `src_uri`."""
    related: RelatedIndex
    """Finds posts about the same things."""
    words: bytes
    """Digest of the words by which it does."""
    outputs: Outputs
    """The files to write besides the pages of posts and views."""
    lookups: Lookups
    """The site's files, as links ask for them."""
    links: PostLinks
    """Resolves the links of posts while they are converted."""
    hidden_versions: frozenset[str]
    """`dest_uri` of the posts of other languages that the sitemap does not lead to."""
