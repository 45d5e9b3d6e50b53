"""Posts converted by one converter instead of one each, with the result that MkDocs would have.

MkDocs builds a Markdown converter with all its extensions for every page, which takes a tenth of
the time of a build. Python-Markdown can reset a converter for the next document; that leaves
nothing of the last one only if all extensions take part. Those that do are listed here. With any
other extension MkDocs converts the posts itself.
"""

# ruff: noqa: SLF001 - this does what `Page.render` does, with parts that MkDocs keeps to itself
from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING, Final

from markdown import Markdown
from mkdocs.structure import pages
from mkdocs.structure.toc import get_toc

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown.extensions import Extension
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

FORGETFUL: Final = frozenset(
    "mkdocs_blog_plugin.site.links"  # noqa: SIM905 - a long list
    " markdown.extensions.abbr markdown.extensions.admonition markdown.extensions.attr_list"
    " markdown.extensions.codehilite markdown.extensions.def_list markdown.extensions.extra"
    " markdown.extensions.fenced_code markdown.extensions.footnotes markdown.extensions.md_in_html"
    " markdown.extensions.nl2br markdown.extensions.sane_lists markdown.extensions.smarty"
    " markdown.extensions.tables markdown.extensions.toc"
    " pymdownx.arithmatex pymdownx.betterem pymdownx.caret pymdownx.details pymdownx.emoji"
    " pymdownx.highlight pymdownx.inlinehilite pymdownx.keys pymdownx.magiclink pymdownx.mark"
    " pymdownx.smartsymbols pymdownx.snippets pymdownx.superfences pymdownx.tabbed"
    " pymdownx.tasklist pymdownx.tilde".split()
)
"""Modules of the extensions that keep nothing of a document when they are reset."""

_COUNTS_DOCUMENTS = "UNIQUE_IDS"
"""Option of `footnotes` that numbers the documents that one converter has seen."""

_TRUSTED = ("markdown.", "material.", "pymdownx.")
"""Packages whose functions may stand in the options of extensions."""


class Converter:
    """Converts the posts of one build."""

    def __init__(self, config: MkDocsConfig, files: Files) -> None:
        self.config = config
        self._files = files
        self._options: object = None
        self._markdown: Markdown | None = None

    def render(self, page: pages.Page) -> bool:
        """Set on `page` all that `Page.render` sets, or return False: only that may convert it."""
        markdown = self._fresh_markdown()
        if markdown is None:
            return False
        raw_html = pages._RawHTMLPreprocessor()
        anchors = pages._ExtractAnchorsTreeprocessor(page.file, self._files, self.config)
        links = pages._RelativePathTreeprocessor(page.file, self._files, self.config)
        title = pages._ExtractTitleTreeprocessor()
        for processor in (raw_html, anchors, links, title):
            processor._register(markdown)
        page.content = markdown.convert(page.markdown or "")
        page.toc = get_toc(getattr(markdown, "toc_tokens", []))
        page._title_from_render = title.title
        page.present_anchor_ids = anchors.present_anchor_ids | raw_html.present_anchor_ids
        if pages.log.getEffectiveLevel() > logging.DEBUG:
            page.links_to_anchors = links.links_to_anchors
        return True

    def _fresh_markdown(self) -> Markdown | None:
        """Return the converter as if new, with the options that extensions have by now."""
        options = [list(self.config.markdown_extensions), comparable(self.config.mdx_configs)]
        if options != self._options:
            self._options, self._markdown = options, make_markdown(self.config)
        return self._markdown and self._markdown.reset()


class PostPage(pages.Page):
    """The page of a post that is not in the nav."""

    def __init__(self, file: File, converter: Converter) -> None:
        super().__init__(None, file, converter.config)
        self._converter = converter

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the post."""
        if not self._converter.render(self):
            super().render(config, files)


def make_markdown(config: MkDocsConfig) -> Markdown | None:
    """Return a converter like those of MkDocs; None where it cannot serve several documents."""
    options = config.mdx_configs
    if not _keeps_nothing(comparable(options)):
        return None
    named: Sequence[str | Extension] = config.markdown_extensions
    builder = Markdown()
    extensions = [
        builder.build_extension(found, options.get(found, {})) if isinstance(found, str) else found
        for found in named
    ]
    if not all(type(extension).__module__ in FORGETFUL for extension in extensions):
        return None
    return Markdown(extensions=extensions)


def comparable(value: object) -> object:
    """Return a copy of the options of extensions that equals another where the options do."""
    if isinstance(value, dict):
        return {key: comparable(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [comparable(item) for item in value]
    if isinstance(value, partial):
        return [value.func, comparable(value.args), comparable(value.keywords)]
    return value


def _keeps_nothing(options: object) -> bool:
    """Return whether no option counts documents, or is a function of which we know nothing."""
    if isinstance(options, dict):
        return not options.get(_COUNTS_DOCUMENTS) and all(map(_keeps_nothing, options.values()))
    if isinstance(options, list):
        return all(map(_keeps_nothing, options))
    return not callable(options) or options.__module__.startswith(_TRUSTED)
