"""The manifest of a build: the digest of each output, with which dirty builds compare.

MkDocs decides by a file's time whether its page is stale. A list has no file, and the page of a
post prints titles of other posts, so that each output has a digest of all that it is made of.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class PostDigests(NamedTuple):
    """Digests of a post, one for each use of it."""

    source: bytes
    """Digest of its text and front matter, and of the locations of files that it links to."""
    entry: bytes
    """Digest of the facts that lists show of it."""
    cross_links: bytes
    """Digest of the facts that its page shows of other posts."""


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """The outputs of one build; empty without a build."""

    common: bytes = b""
    """Digest of the inputs of all pages: options, templates, the nav."""
    front_matter: bytes = b""
    """Digest of the front matter of all posts, and of their words if texts are compared."""
    posts: Mapping[str, PostDigests] = field(default_factory=dict)
    """By `src_uri`."""
    outputs: Mapping[str, bytes] = field(default_factory=dict)
    """Digest of what each file takes from the blog, by `dest_uri`; empty for a page that takes nothing."""
    nav: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """The entry of each page in the nav, by `src_uri`, without a title that the nav gives it."""
    lists: frozenset[str] = frozenset()
    """`src_uri` of the pages that ask for posts: by a marker, or by the object `blog`."""
    linked_paths: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Paths in the links of ordinary pages, by the `src_uri` of the page."""

    def without_blog(self) -> Manifest:
        """Return the part that still holds after options, templates or the nav have changed.

        These are the pages that take nothing from the blog.
        """
        return Manifest(outputs={uri: made for uri, made in self.outputs.items() if not made})
