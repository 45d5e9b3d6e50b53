"""The content of a preview card, as plain data."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_blog_plugin.cards.colors import CardColors

WIDTH = 1200
HEIGHT = 630
"""Size in pixels, as https://ogp.me/ and the networks that read it expect."""

_DRAWING = "1"
"""Raised whenever the same facts are drawn in another way."""


@dataclass(frozen=True, kw_only=True)
class CardAuthor:
    """A person on a card."""

    name: str
    avatar: bytes = b""
    """A picture file; empty where the author has none."""


@dataclass(frozen=True, kw_only=True)
class Card:
    """The facts of one card; texts are plain."""

    title: str
    colors: CardColors
    site_name: str = ""
    logo: bytes = b""
    """A picture file; empty for a site without a logo."""
    date: str = ""
    """The day as it is printed; empty on cards of views."""
    authors: tuple[CardAuthor, ...] = ()
    is_right_to_left: bool = False

    @property
    def text(self) -> str:
        """All text of the card."""
        names = (author.name for author in self.authors)
        return " ".join((self.site_name, self.title, *names, self.date))

    def fingerprint(self, fonts: str) -> str:
        """Return the name of the picture: it changes with all that is drawn, and with nothing else.

        Args:
            fonts: The fingerprint of the fonts that its text is set in.
        """
        parts: list[object] = [_DRAWING, fonts, self.colors, self.is_right_to_left]
        parts += [self.title, self.site_name, self.date, _digest(self.logo)]
        parts += [(author.name, _digest(author.avatar)) for author in self.authors]
        return _digest(repr(parts).encode())


def _digest(content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=12).hexdigest()
