"""A conversion as a value: what a page yields, what was asked meanwhile, and what was reported."""

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
    """All that the conversion of a page yields, and nothing that belongs to one build."""

    content: str
    toc_tokens: list[Any]
    title: str | None
    anchors: frozenset[str]
    """Ids on the page."""
    links: Mapping[str, Mapping[str, str]]
    """Links to anchors as written, by `src_uri` of the page linked to and by anchor."""
    answers: Mapping[str, Answer | None] = field(default_factory=dict)
    """What the page takes from files, by the path that it asked for; None where there is none."""

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
