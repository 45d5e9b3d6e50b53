"""Sections of a Hugo site that say nothing themselves, and pages that only a layout fills."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from mkdocs_blog_plugin.convert.hugo.content import HugoPage, address_of
from mkdocs_blog_plugin.convert.values import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from mkdocs_blog_plugin.convert.hugo.site import HugoSite

_LAYOUTS: Final[Mapping[str, str]] = {
    "archive": "archive/", "archives": "archive/", "search": "", "blog": "", "posts": "",
    "categories": "categories/", "tags": "tags/",
}  # fmt: skip
"""Layouts of widespread themes that fill an empty page, and what of ours has the same."""


def layout_of(page: HugoPage) -> str | None:
    """Return the URL below the blog of the view that does what a page's layout does; None without one."""
    return _LAYOUTS.get(text_of(page.meta.get("layout")).lower())


def listings(pages: Sequence[HugoPage], site: HugoSite) -> Iterator[HugoPage]:
    """Yield a page for each section among `pages` that has no text: the list of what is in it.

    Hugo lists the pages of a section whether or not it has a file of its own.
    """
    sections = {_folder(page): page for page in pages if page.is_section}
    for page in pages:
        sections.setdefault((page.language, page.section), section_page(page, site))
    for folder, section in sections.items():
        inside = [page for page in pages if _parent(page) == folder]
        if inside and not section.body.strip():
            links = (f"- [{_title(page)}]({address_of(page, site)})" for page in inside)
            yield replace(section, body="\n".join(links) + "\n")


def _folder(page: HugoPage) -> tuple[str, str]:
    """Return the language and the folder of a section."""
    return page.language, "/".join(page.folders)


def _parent(page: HugoPage) -> tuple[str, str]:
    folders = page.folders[:-1] if page.is_section else page.folders
    return page.language, "/".join(folders)


def _title(page: HugoPage) -> str:
    text = page.title or page.name.replace("-", " ").capitalize()
    return text.replace("[", "\\[").replace("]", "\\]")


def section_page(page: HugoPage, site: HugoSite) -> HugoPage:
    """Return a page for the section in which `page` is, as Hugo makes one where it has no file."""
    relative = f"{page.section}/_index.md"
    return HugoPage(
        path=posixpath.join(site.content_of(page.language), relative),
        relative=relative,
        language=page.language,
        meta={"title": page.section.replace("-", " ").capitalize()},
        own={},
        body="",
        body_line=1,
        date=None,
        sections=(page.section,),
        part=page.part,
    )
