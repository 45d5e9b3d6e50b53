"""From a title or a label to one part of a URL."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from pymdownx.slugs import slugify as _pymdownx

from mkdocs_blog_plugin.urls.paths import MAX_PART_BYTES, is_portable

if TYPE_CHECKING:
    from collections.abc import Callable

_UNSAFE = re.compile(r"[/\\\x00-\x1f\x7f\ud800-\udfff]+")
_lower = _pymdownx(case="lower")


def slugify(text: str, separator: str = "-") -> str:
    """Return `text` in lower case without punctuation, white space replaced by `separator`.

    The default of Material's blog, letter by letter. Letters of any script stay; the result is
    empty for text without letters and digits.
    """
    return str(_lower(text, separator))


def slug_or_name(
    text: str, slugify: Callable[[str, str], str] = slugify, separator: str = "-"
) -> str:
    """Return the slug of `text`: exactly one part of a path, never empty, at most `MAX_PART_BYTES`.

    Where `slugify` leaves nothing, the Unicode names of the characters stand in (`🎉` becomes
    `party-popper`).
    """
    slug = one_part(slugify(text, separator))
    return slug if slug.strip(".") else one_part(_names(text)) or "untitled"


def one_part(slug: str) -> str:
    """Return `slug` as one part of a path that any system can store: no slash, not too long."""
    one = shortened(_UNSAFE.sub("-", slug)).rstrip(". ")
    return one if is_portable(one) or not one else f"{one}-"


def name_part(name: str) -> str:
    """Return a name as one part of a path, as Material writes it: it may end with a dot."""
    part = shortened(_UNSAFE.sub("-", name))
    return part if part.endswith(".") and part.strip(".") else one_part(part) or "-"


def shortened(part: str) -> str:
    """Return as much of `part` as the name of a file can hold."""
    return part.encode()[:MAX_PART_BYTES].decode(errors="ignore")


def _names(text: str) -> str:
    """Return a slug made of the names of the visible characters of `text`."""
    visible = (char for char in text if unicodedata.category(char)[0] in "LNPS")
    return "-".join(slugify(unicodedata.name(char, f"u{ord(char):04x}")) for char in visible)
