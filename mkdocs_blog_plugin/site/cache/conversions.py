"""Conversions that outlive a build: `mkdocs serve` converts again only what has changed.

Each is kept with all that it depends on: the Markdown after all plugins have seen it, the page's
own address, the answer to each question for a file, and the extensions with their options. What
told something, a link without a target for example, is not kept, so that it is told in each build.
"""

# ruff: noqa: SLF001 - MkDocs keeps what it sets on a page to itself
from __future__ import annotations

import logging
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mkdocs.structure import pages
from mkdocs.structure.toc import get_toc

from mkdocs_blog_plugin.site.cache.keyed_cache import Shelf
from mkdocs_blog_plugin.site.links.post_links import PostLinks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from mkdocs_blog_plugin.site.links.lookups import Answers, Lookups


@dataclass(frozen=True, kw_only=True)
class Conversion:
    """All that the conversion of a page yields, and nothing that belongs to one build."""

    content: str
    toc_tokens: list[Any]
    title: str | None
    anchors: frozenset[str]
    """Ids on the page."""
    links: Mapping[str, Mapping[str, str]]
    """Links to anchors as written, by `src_uri` of the page linked to and by anchor."""

    def write(self, page: pages.Page, files: Files) -> None:
        """Set on `page` all that `Page.render` sets."""
        page.content = self.content
        page.toc = get_toc(self.toc_tokens)
        page._title_from_render = self.title
        page.present_anchor_ids = set(self.anchors)
        if pages.log.getEffectiveLevel() > logging.DEBUG:
            page.links_to_anchors = {
                files.src_uris[src_uri]: dict(links) for src_uri, links in self.links.items()
            }


@dataclass(frozen=True, kw_only=True)
class _Kept:
    markdown: str | None
    url: str
    answers: Answers
    conversion: Conversion


class KeptConversions(Shelf[_Kept]):
    """The conversions of one `mkdocs serve`."""

    def find(self, page: pages.Page, lookups: Lookups) -> Conversion | None:
        """Return what `page` would be converted to, if that is known."""
        kept = self.get(page.file.src_uri)
        if kept is None or (kept.markdown, kept.url) != (page.markdown, page.file.url):
            return None
        return kept.conversion if lookups.still_answer(kept.answers) else None

    def keep(self, page: pages.Page, conversion: Conversion, answers: Answers) -> None:
        """Keep what `page` was converted to, given the `answers` to its questions for files."""
        kept = _Kept(
            markdown=page.markdown, url=page.file.url, answers=answers, conversion=conversion
        )
        self.put(page.file.src_uri, kept)


class _Ear(logging.Filter):
    """Lets all records pass, and counts them."""

    heard = 0

    def filter(self, record: logging.LogRecord) -> bool:  # noqa: ARG002
        self.heard += 1
        return True


class Findings:
    """What is told while something is converted: by MkDocs in its log, by the blogs as problems."""

    def __init__(self, config: MkDocsConfig) -> None:
        extensions = config.markdown_extensions
        self._links = [found for found in extensions if isinstance(found, PostLinks)]
        self._before = self._told()
        self.ear = _Ear()

    def __bool__(self) -> bool:
        return bool(self.ear.heard) or self._told() > self._before

    def _told(self) -> int:
        return sum(found.told for found in self._links)


@contextmanager
def listening(config: MkDocsConfig) -> Iterator[Findings]:
    """Yield what is told from here on, true if there is anything."""
    findings = Findings(config)
    pages.log.addFilter(findings.ear)
    try:
        yield findings
    finally:
        pages.log.removeFilter(findings.ear)
