"""The pages of a Hugo site, and which of them are its blog."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.convert.hugo.content import HugoPage, address_of
from mkdocs_blog_plugin.convert.hugo.sections import layout_of, listings
from mkdocs_blog_plugin.convert.values import texts_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_blog_plugin.convert.hugo.site import HugoSite

_BLOG_NAMES = frozenset({
    "advent", "article", "articles", "blog", "blogs", "entries", "entry", "journal", "log", "news",
    "newsletter", "note", "notes", "post", "posts", "stories", "thoughts", "til", "weblog",
    "writing", "writings", "announcements", "releases",
})  # fmt: skip
_DOCS_NAMES = frozenset({"doc", "docs", "documentation", "reference", "manual", "api"})
_MOSTLY = 0.6
"""The share of dated pages that makes a section a blog, whatever its name."""


@dataclass(frozen=True)
class HugoBlog:
    """The blog among the pages of a site."""

    site: HugoSite
    pages: Sequence[HugoPage]
    """Those of the whole site."""

    @cached_property
    def addresses(self) -> dict[str, str]:
        """The address of each page by its path in the sources."""
        return {page.path: address_of(page, self.site) for page in (*self.pages, *self._listings)}

    @cached_property
    def sections(self) -> list[str]:
        """The sections with posts: those that the site names, else those that look like a blog."""
        named = texts_of(
            self.site.map("params").get("mainsections") or self.site.config.get("mainsections")
        )
        counts: Counter[str] = Counter()
        dated: Counter[str] = Counter()
        for page in self.pages:
            if not page.is_section and page.section.lower() not in self._taxonomies:
                counts[page.section] += 1
                dated[page.section] += page.date is not None
        found = [
            section
            for section in sorted(counts)
            if section
            and dated[section]
            and (
                section in named
                or section.lower() in _BLOG_NAMES
                or (
                    not named
                    and section.lower() not in _DOCS_NAMES
                    and dated[section] >= _MOSTLY * counts[section]
                )
            )
        ]
        return found or [section for section in sorted(counts) if dated[section] and section]

    @property
    def only_section(self) -> str:
        """The section of all posts; empty where they are in several."""
        return self.sections[0] if len(self.sections) == 1 else ""

    @cached_property
    def _taxonomies(self) -> frozenset[str]:
        """The sections whose pages are those of terms."""
        return frozenset(plural.lower() for plural in self.site.taxonomies.values())

    @cached_property
    def is_whole_site(self) -> bool:
        """Whether the site is a blog with a few pages, or has several sections of posts."""
        own = {"", *self.sections}
        others = [page for page in self.pages if page.section not in own and not page.is_section]
        names = {page.section.lower() for page in others}
        is_small = len(others) <= len(self.posts) and not _DOCS_NAMES & names
        return is_small or not self.only_section

    def place(self, language: str) -> str:
        """Return the folder of the blog in a language, from the site's root, with a slash at its end."""
        parts = (
            self.site.prefix(language).strip("/"),
            "" if self.is_whole_site else self.only_section,
        )
        return "".join(f"{part}/" for part in parts if part)

    def is_of_term(self, page: HugoPage) -> bool:
        """Return whether a page says something about a term, or about all of a taxonomy."""
        return page.section.lower() in self._taxonomies and page.is_section

    def is_post(self, page: HugoPage) -> bool:
        """Return whether a page is one of the posts."""
        return page.section in self.sections and not page.is_section and page.date is not None

    @cached_property
    def posts(self) -> list[HugoPage]:
        """The posts."""
        return [page for page in self.pages if self.is_post(page)]

    @cached_property
    def other_pages(self) -> list[HugoPage]:
        """The ordinary pages: all that are not posts, but empty ones of our own lists and of layouts."""
        return [
            page
            for page in [*self.pages, *self._listings]
            if not self.is_post(page)
            and page not in self.lists
            and (page.body.strip() or not page.is_section)
            and not (page.is_section and "blocks/" in page.body)
        ]

    @cached_property
    def _listings(self) -> list[HugoPage]:
        """The pages that list what is in the other sections, where these say nothing themselves."""
        own = {"", *self.sections, *self._taxonomies}
        others = [page for page in self.pages if page.section not in own]
        return list(listings(others, self.site))

    @cached_property
    def lists(self) -> list[HugoPage]:
        """The empty pages that a layout made a list or a search."""
        return [
            page for page in self.pages if not page.body.strip() and layout_of(page) is not None
        ]

    def language(self, page: HugoPage) -> str:
        """Return the language of a page; empty for the default one."""
        return "" if page.language == self.site.language else page.language
