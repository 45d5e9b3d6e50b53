"""What the last build of a blog has written, and of what: dirty builds compare with it.

MkDocs asks a file's time whether its page has to be written again. A list has no file, and other
posts' titles stand on the page of each post, so that each output has a digest of all that it is
made of.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class PostDigests(NamedTuple):
    """What a post was made of, and what was made of it for lists."""

    source: bytes
    """Its text and facts, and where the files are that it links to."""
    entry: bytes
    """All that lists show of it."""
    cross_links: bytes
    """What its page shows of other posts."""


@dataclass(frozen=True, kw_only=True)
class Manifest:
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
    linked_paths: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Paths in the links of ordinary pages, by the `src_uri` of the page."""
