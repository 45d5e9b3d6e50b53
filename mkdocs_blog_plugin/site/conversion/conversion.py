"""The conversion of a page as a value: its results, the answers that it used, and its reports."""

# ruff: noqa: SLF001 - MkDocs keeps what it sets on a page to itself
from __future__ import annotations

import logging
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from mkdocs.structure import pages
from mkdocs.structure.toc import get_toc

from mkdocs_blog_plugin.site.links.lookups import Answer  # noqa: TC001
from mkdocs_blog_plugin.site.links.post_links import PostLinks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


@dataclass(frozen=True, kw_only=True)
class Conversion:
    """All results of converting a page, without anything that belongs to one build."""

    content: str
    toc_tokens: list[Any]
    title: str | None
    anchors: frozenset[str]
    """Ids on the page."""
    links: Mapping[str, Mapping[str, str]]
    """Links to anchors as written, by `src_uri` of the page linked to and by anchor."""
    answers: Mapping[str, Answer | None] = field(default_factory=dict)
    """The facts that the page takes from files, by the path that it asked for; None for a missing file."""

    def write(self, page: pages.Page, files: Files) -> None:
        """Set on `page` all that `Page.render` sets."""
        page.content = self.content
        page.toc = get_toc(self.toc_tokens)
        page._title_from_render = self.title
        page.present_anchor_ids = set(self.anchors)
        if pages.log.getEffectiveLevel() > logging.DEBUG:
            page.links_to_anchors = {
                file: dict(links)
                for src_uri, links in self.links.items()
                if (file := files.src_uris.get(src_uri))
            }


class _CountRecords(logging.Filter):
    """Lets all records pass, and counts them."""

    count = 0

    def filter(self, record: logging.LogRecord) -> bool:  # noqa: ARG002
        self.count += 1
        return True


class ReportedSince:
    """Reports during a conversion: by MkDocs in its log, by the blogs as problems."""

    def __init__(self, config: MkDocsConfig) -> None:
        extensions = config.markdown_extensions
        self._links = [found for found in extensions if isinstance(found, PostLinks)]
        self._before = self._count_problems()
        self.counter = _CountRecords()

    def __bool__(self) -> bool:
        return bool(self.counter.count) or self._count_problems() > self._before

    def _count_problems(self) -> int:
        return sum(found.reported for found in self._links)


@contextmanager
def watch_reports(config: MkDocsConfig) -> Iterator[ReportedSince]:
    """Yield the reports from here on, which are true if there are any."""
    reports = ReportedSince(config)
    pages.log.addFilter(reports.counter)
    try:
        yield reports
    finally:
        pages.log.removeFilter(reports.counter)
