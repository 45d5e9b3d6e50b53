"""Smaller copies of covers as files of the site: planned with the other files, made when they are written."""

from __future__ import annotations

import hashlib
from functools import partial
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.site.cache.fingerprint import digest
from mkdocs_blog_plugin.site.cache.picture_store import PictureStore
from mkdocs_blog_plugin.site.cache.run import cache_folder
from mkdocs_blog_plugin.site.files.files import fill_late
from mkdocs_blog_plugin.site.output.pictures import place_picture
from mkdocs_blog_plugin.site.plan import CoverCopy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from mkdocs.structure.files import Files

    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.site.setup import Setup
    from mkdocs_blog_plugin.urls.ledger import Ledger


def place_covers(
    posts: Iterable[Post], ledger: Ledger, files: Files, setup: Setup
) -> dict[str, CoverCopy]:
    """Add an empty file for each copy of a cover, and return the copies by `dest_uri`.

    Args:
        posts: Those of the blog; their covers know their copies.
        ledger: The owner of each path.
        files: The files of the site, which are added to.
        setup: Its problems get paths that are taken.
    """
    images = {post.image.src: post.image for post in posts if post.image and post.image.sources}
    if not images:
        return {}
    from mkdocs_blog_plugin.cards.copies import name_of  # noqa: PLC0415 - needs Pillow

    media = {file.url: file for file in files.media_files()}
    placed = {}
    for src, image in images.items():
        for source in image.sources[:-1]:
            path = name_of(media[src].dest_uri, source.width)
            if place_picture(path, "a copy of a cover", ledger, files, setup):
                placed[path] = CoverCopy(media[src], source.width)
    return placed


def write_covers(
    copies: Mapping[str, CoverCopy], files: Files, is_due: Callable[[str], bool]
) -> None:
    """Fill the files of those copies that are due; what was made before is not made again."""
    if not copies:
        return
    store = PictureStore(cache_folder() / "covers")
    for path, copy in copies.items():
        if is_due(path):
            fill_late(files.src_uris[path], partial(_made, copy, store))


def _made(copy: CoverCopy, store: PictureStore) -> bytes:
    from mkdocs_blog_plugin.cards.copies import RECIPE, make_copy, name_of  # noqa: PLC0415 - needs Pillow

    content = copy.cover.content_bytes
    made_of = digest(hashlib.sha256(content).hexdigest(), *RECIPE).hex()
    return store.get(name_of(made_of, copy.width), partial(make_copy, content, copy.width))
