"""Posts converted with the result that MkDocs would have, by one converter for all of them.

A conversion is kept with all that it depends on: the Markdown after all plugins have seen it, the
page's own address, the answer to each question for a file, and the extensions with their options.
What reported something, a link without a target for example, is not kept, so that it is reported in
each build; nor is what other files may get into.

Where `site.conversion.extensions` does not know every extension, MkDocs converts the posts itself.
"""

# ruff: noqa: SLF001 - this does what `Page.render` does, with parts that MkDocs keeps to itself
from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from mkdocs.structure import pages
from mkdocs.utils import weak_property
from mkdocs.utils.meta import get_data

from mkdocs_blog_plugin.site.cache.fingerprint import digest
from mkdocs_blog_plugin.site.conversion.conversion import Conversion, watch_reports
from mkdocs_blog_plugin.site.conversion.extensions import (
    comparable,
    conversion_fingerprint,
    make_markdown,
    reads_files,
)

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from markdown import Markdown
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from mkdocs_blog_plugin.site.cache.cache import Cache
    from mkdocs_blog_plugin.site.files.offers import Offers
    from mkdocs_blog_plugin.site.links.lookups import Lookups


class Converter:
    """Converts the posts of one build.

    Args:
        config: MkDocs' configuration.
        files: All files of the site.
        lookups: The same files, as links ask for them.
        offers: Markdown and meta of the posts.
        cache: Conversions of earlier builds.
        keeps_markdown: Whether somebody wants to see the Markdown of posts after their conversion.
    """

    def __init__(
        self,
        config: MkDocsConfig,
        files: Files,
        lookups: Lookups,
        offers: Offers,
        cache: Cache,
        *,
        keeps_markdown: bool,
    ) -> None:
        self.config = config
        self.offers = offers
        self.keeps_markdown = keeps_markdown
        self._files = files
        self._lookups = lookups
        self._cache = cache
        self._options: object = None
        self._fingerprint = b""
        self._markdown: Markdown | None = None

    def render(self, page: pages.Page) -> bool:
        """Set on `page` all that `Page.render` sets, or return False: only that may convert it."""
        markdown = self._made_markdown()
        if markdown is None:
            return False
        fingerprint = digest(self._fingerprint, page.markdown, page.file.url)
        found = self._known(page, fingerprint) or self._convert_to_keep(page, markdown, fingerprint)
        found.write(page, self._files)
        return True

    def _known(self, page: pages.Page, fingerprint: bytes) -> Conversion | None:
        """Return the conversion of `page` by an earlier build, if this one would yield the same."""
        found = self._cache.get(Conversion, page.file.src_uri, fingerprint)
        return found if found and self._lookups.still_answer(found.answers) else None

    def _convert_to_keep(
        self, page: pages.Page, markdown: Markdown, fingerprint: bytes
    ) -> Conversion:
        """Return the conversion of `page`; one with reports is not kept, see above."""
        with watch_reports(self.config) as reports:
            conversion = self._convert(page, markdown)
        if not reports and not reads_files(page.markdown or "", self.config):
            self._cache.put(Conversion, page.file.src_uri, fingerprint, conversion)
        return conversion

    def _convert(self, page: pages.Page, markdown: Markdown) -> Conversion:
        self._lookups.forget()
        markdown.reset()
        raw_html = pages._RawHTMLPreprocessor()
        anchors = pages._ExtractAnchorsTreeprocessor(page.file, self._files, self.config)
        links = pages._RelativePathTreeprocessor(page.file, self._lookups, self.config)  # type: ignore[arg-type] # asks for files by path, nothing else
        title = pages._ExtractTitleTreeprocessor()
        for processor in (raw_html, anchors, links, title):
            processor._register(markdown)
        return Conversion(
            content=markdown.convert(page.markdown or ""),
            toc_tokens=getattr(markdown, "toc_tokens", []),
            title=title.title,
            anchors=frozenset(anchors.present_anchor_ids | raw_html.present_anchor_ids),
            links={file.src_uri: found for file, found in links.links_to_anchors.items()},
            answers=self._lookups.answers,
        )

    def _made_markdown(self) -> Markdown | None:
        """Return the converter, with the options that extensions have by now."""
        options = [list(self.config.markdown_extensions), comparable(self.config.mdx_configs)]
        if options != self._options:
            self._options, self._markdown = options, make_markdown(self.config)
            self._fingerprint = conversion_fingerprint(self.config)
        return self._markdown


class PostPage(pages.Page):
    """The page of a post that is not in the nav.

    Args:
        page: What MkDocs has made of the same file.
        converter: Converts all posts.
    """

    meta: MutableMapping[str, Any]
    _source: str | None = None
    """The Markdown as the blog has read it, until it is converted."""

    def _read_again(self) -> str:
        """Return the Markdown to somebody who asks for it after the conversion."""
        return str(get_data(self.file.content_string)[0])

    markdown: str | None = cached_property(_read_again)  # type: ignore[assignment] # stands in where none is set

    @weak_property
    def title(self) -> str | None:
        """The title; MkDocs would ask for the Markdown first."""
        title: str | None = self.meta["title"] if "title" in self.meta else super().title
        return title

    def __init__(self, page: pages.Page, converter: Converter) -> None:
        vars(self).update(vars(page))
        self._converter = converter

    def read_source(self, config: MkDocsConfig) -> None:
        """Read the post, unless that has been done; a plugin may want to read it in its own way."""
        found = self._converter.offers.take(self.file)
        if found is None or config.plugins.events["page_read_source"]:
            super().read_source(config)
        else:
            self.markdown, self.meta = found
            self._source = self.markdown

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the post, and let go of its Markdown if it is what the file has."""
        source, self._source = self._source, None
        if not self._converter.render(self):
            super().render(config, files)
        if source and source is self.markdown and not self._converter.keeps_markdown:
            del self.markdown


def convert(page: pages.Page, config: MkDocsConfig, files: Files) -> None:
    """Do for `page` what MkDocs does, which skips unchanged pages in dirty builds."""
    events = config.plugins
    config._current_page = page
    try:
        events.on_pre_page(page, config=config, files=files)
        page.read_source(config)
        page.markdown = events.on_page_markdown(
            page.markdown or "", page=page, config=config, files=files
        )
        page.render(config, files)
        page.content = events.on_page_content(
            page.content or "", page=page, config=config, files=files
        )
    finally:
        config._current_page = None
