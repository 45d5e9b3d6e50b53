"""The ordinary pages of a site in Markdown, with all that only MkDocs can find or make."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

import yaml

from mkdocs_blog_plugin.export.literal_html import literal_html
from mkdocs_blog_plugin.html.links import each_candidate, rebased, with_microformats_on
from mkdocs_blog_plugin.posts.code import (
    change_lines,
    change_prose,
    lines_outside_code,
    split_spans,
)
from mkdocs_blog_plugin.posts.defaults import merge_defaults
from mkdocs_blog_plugin.posts.markdown_links import move_paths
from mkdocs_blog_plugin.problems import Problems
from mkdocs_blog_plugin.site.conversion.extensions import expand_snippets
from mkdocs_blog_plugin.site.files.documents import meta_plugin, read_documents
from mkdocs_blog_plugin.site.links.pictures import find_file
from mkdocs_blog_plugin.urls.relative import resolve
from mkdocs_blog_plugin.views.listing import MARKER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs.structure.files import File

    from mkdocs_blog_plugin.site.build import Build
    from mkdocs_blog_plugin.site.exporting.paths import Paths
    from mkdocs_blog_plugin.site.planned_site import PlannedSite

_SRCSET = re.compile(
    r"""(?P<before>(?<![\w-])srcset=(?P<quote>["']))(?P<urls>[^"'<>]+)(?P<after>(?P=quote))"""
)

_BETWEEN = "\n\0\n"
"""Separates the markers of a page, each on a line of its own."""


class OrdinaryPages:
    """Writes the pages of a site that are not the blog's as Markdown for another engine.

    Args:
        site: The site.
        builds: The builds of all its blogs, after `on_env`.
        paths: Where files are in the export.
    """

    def __init__(self, site: PlannedSite, builds: Sequence[Build], paths: Paths) -> None:
        self._config = site.config
        self._paths = paths
        self._files = site.files
        self._moved = paths.moved(site.files)
        self._by_url = {file.url.removeprefix("./"): file for file in site.files}
        self._builds = builds
        pages = site.files.documentation_pages() if meta_plugin(site.config) else ()
        documents = read_documents(pages, site.files, site.config, {}, Problems())
        self._documents = {file.src_uri: document for file, document in documents}

    def text_of(self, file: File) -> str:
        """Return the Markdown of the page `file`, front matter included.

        Snippets are put in, lists of posts are finished, and links lead to where files are now.
        """
        text = expand_snippets(self._with_defaults(file), self._config)
        text = self._candidates(self._with_lists(text, file), file)
        return move_paths(text, lambda path: self._link(path, file))

    def _with_defaults(self, file: File) -> str:
        """Return the text of `file`, with the front matter that Material's meta plugin gives it."""
        document = self._documents.get(file.src_uri)
        if document is None or not document.defaults:
            return file.content_string
        values = merge_defaults(document.defaults, document.front_matter.data)
        header = yaml.safe_dump(values, allow_unicode=True, sort_keys=False)
        return f"---\n{header}---\n\n{document.front_matter.body}"

    def _link(self, path: str, page: File) -> str | None:
        target = find_file(self._files, page.src_uri, path) or self._at(path, page)
        if target is None or not target.inclusion.is_included():
            return None
        new = self._paths.link(target, page)
        return None if new == posixpath.normpath(path) else new

    def _at(self, path: str, page: File) -> File | None:
        """Return the file to which a browser goes from the address of `page`.

        MkDocs leaves such addresses as they are; Zensical reads them from where the Markdown lies.
        """
        url = resolve(page.url.removeprefix("./"), quote(path))
        return self._by_url.get(url) if url else None

    def _candidates(self, text: str, page: File) -> str:
        """Return `text` with other paths in the candidates of its pictures."""

        def moved(url: str) -> str:
            new = self._link(unquote(url), page)
            return url if new is None else quote(new)

        def several(found: re.Match[str]) -> str:
            return found["before"] + each_candidate(found["urls"], moved) + found["after"]

        def in_line(line: str) -> str:
            return change_prose(split_spans(line), lambda part: _SRCSET.sub(several, part))

        return change_lines(text, in_line) if "srcset=" in text else text

    def _with_lists(self, text: str, file: File) -> str:
        """Return `text` with the list that each marker asks for, and with the posts that link to the page.

        For Zensical the links of HTML lead from where the Markdown lies, as all others do.
        """
        found = [number for number, line in lines_outside_code(text) if MARKER.search(line)]
        lines = text.split("\n")
        markers = _BETWEEN.join(lines[number] for number in found)
        url, ending = quote(self._paths.path_of(file)), ""
        for build in self._builds:
            listings = build.output.listings
            ending += listings.ending(markers, file.src_uri, url)
            markers = listings.fill(markers, file.src_uri, url)
        address = self._paths.url_of(file)
        markers, ending = (
            with_microformats_on(rebased(html, url, url, self._moved), url, address)
            for html in (markers, ending)
        )
        for number, html in zip(found, markers.split(_BETWEEN), strict=False):
            lines[number] = _block(html)
        return "\n".join([*lines, _block(ending)] if ending else lines)


def _block(html: str) -> str:
    """Return `html` as a block of Markdown."""
    return f"\n<div>{literal_html(html)}</div>\n"
