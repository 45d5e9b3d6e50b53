"""The widths in which a cover is to be had."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_blog_plugin.posts.post import Source
from mkdocs_blog_plugin.site.files.files import opened

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.structure.files import File

_WORTH_A_COPY = 1.5
"""How many times wider than its copy a picture is at least."""


def cover_sources(file: File, *, widths: Iterable[int]) -> list[Source]:
    """Return the copies of a cover, and itself; nothing without copies, such as without Pillow.

    Args:
        file: The cover.
        widths: Those of its copies, narrowest first; of them only such as are a good deal narrower.
    """
    try:
        from mkdocs_blog_plugin.cards.copies import name_of, width_of  # noqa: PLC0415 - needs Pillow
    except ImportError:
        return []
    with opened(file) as content:
        own_width = width_of(content)
    copies = [
        Source(src=name_of(file.url, width), width=width)
        for width in widths
        if width * _WORTH_A_COPY <= own_width
    ]
    return [*copies, Source(src=file.url, width=own_width)] if copies else []
