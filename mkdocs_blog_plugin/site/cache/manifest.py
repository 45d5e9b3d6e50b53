"""What the last build of a blog has written, and of what: the memory of dirty builds.

MkDocs asks a file's time whether its page has to be written again. A list has no file, and other
posts' titles stand on the page of each post, so that a record is kept: for each output a digest of
all that it is made of. That of `mkdocs build` lies in the user's cache folder, never in the project
or the site; that of `mkdocs serve` is gone with the process.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from mkdocs_blog_plugin.posts.post import Post


def digest(*parts: object) -> bytes:
    """Return a few bytes that are others for other parts, as far as their text tells."""
    text = "\0".join(map(str, parts)).encode(errors="surrogatepass")
    return hashlib.blake2b(text, digest_size=9).digest()


def stamp(path: Path) -> tuple[int, int]:
    """Return time and size of a file, which are others when it is written again."""
    stat = path.stat()
    return stat.st_mtime_ns, stat.st_size


class PostDigests(NamedTuple):
    """What a post was made of, and what was made of it for lists."""

    source: bytes
    """Its text and facts, and where the files are that it links to."""
    entry: bytes
    """All that lists show of it."""
    leads: bytes
    """What its page shows of other posts."""


@dataclass(frozen=True, kw_only=True)
class Record:
    """What one build has written; that of no build is empty."""

    common: bytes = b""
    """Digest of what all pages are made of: options, templates, the nav."""
    facts: bytes = b""
    """Digest of the front matter of all posts."""
    posts: Mapping[str, PostDigests] = field(default_factory=dict)
    """By `src_uri`."""
    outputs: Mapping[str, bytes] = field(default_factory=dict)
    """Digest of what each file of the site was made of, by `dest_uri`."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """Titles of the pages in the nav, by `src_uri`: only a conversion shows them."""
    lists: frozenset[str] = frozenset()
    """`src_uri` of the pages that ask for posts: by a marker, or by the object `blog`."""
    mentions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Paths in the links of ordinary pages, by the `src_uri` of the page."""
    options: object = None
    """What posts were read under."""
    readings: Mapping[str, Post] = field(default_factory=dict)
    """What was read of the posts, by `src_uri`, as far as it still holds in the next build."""
