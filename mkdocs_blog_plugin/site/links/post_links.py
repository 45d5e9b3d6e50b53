"""Links and pictures of posts, looked up while the post is converted, before MkDocs does it."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlunsplit

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE
from mkdocs.utils import get_relative_url

from mkdocs_blog_plugin.posts.markdown_links import line_of_link
from mkdocs_blog_plugin.problems import Problem, Problems, Severity, Summary
from mkdocs_blog_plugin.site.links.pictures import find_file
from mkdocs_blog_plugin.site.links.raw_html import PRIORITY, RawHTML
from mkdocs_blog_plugin.urls import relative
from mkdocs_blog_plugin.urls.paths import url_parts

if TYPE_CHECKING:
    from collections.abc import Collection
    from xml.etree.ElementTree import Element

    from markdown import Markdown
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File

    from mkdocs_blog_plugin.site.links.lookups import Lookups

MISSING = "blog-missing:-"
"""Scheme that keeps MkDocs from reporting a second time what we have reported, and from reading the rest."""

ATTRIBUTES = {"a": "href", "img": "src"}

FROM_DOCS = Summary(".", "{count} links and pictures of posts were found in the docs folder")
"""The summary of many links that are written from the site's root, as in Jekyll and Hugo."""


@dataclass(eq=False)
class PostLinks(Extension):
    """Markdown extension that mends links in posts; on other pages it only looks for drafts."""

    files: Lookups
    problems: Problems
    severity: Severity | None
    """Severity of links without a target, from MkDocs' `validation: links: not_found`."""
    drafts: Collection[str] = ()
    """`src_uri` of the pages that are not built; MkDocs would hardly mention links to them."""
    page: File | None = field(default=None)
    """The page that is being converted."""
    is_post: bool = False
    """Whether that page is a post of this blog."""
    reported: int = 0
    """Number of problems reported so far."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Run before MkDocs' own processor (priority 0), and once more after it.

        Each blog of a site has processors of its own: registering under a used name would replace that processor.
        """
        md.treeprocessors.register(_BeforeMkDocs(self), f"blog_links_{id(self)}", 1)
        md.treeprocessors.register(_AfterMkDocs(md), f"blog_missing_links_{id(self)}", -1)
        raw_html = RawHTML(md, self.resolve_raw)
        md.postprocessors.register(raw_html, f"blog_raw_html_{id(self)}", PRIORITY)

    def enter(self, page: File, *, is_post: bool) -> None:
        """Begin with the next page that is converted."""
        self.page, self.is_post = page, is_post

    def resolve(self, url: str, *, is_picture: bool) -> str:
        """Return the address that MkDocs should read in place of `url`, as written in the page."""
        assert self.page is not None
        parts = url_parts(url)
        if parts is None:  # neither can MkDocs read it, which would stop
            message = f"cannot read '{url}' as an address"
            self._report(url, message, "a URL whose host is complete", Severity.WARNING)
            return MISSING + url
        if parts.scheme or parts.netloc or not parts.path or AMP_SUBSTITUTE in url:
            return url
        beside = file = self.files.get_file_from_path(_beside(self.page.src_uri, parts.path))
        if file is None and self.is_post:
            file = find_file(self.files, self.page.src_uri, parts.path)
        self._look_for_draft(url, file)
        if file is None and self.is_post:
            return self._missing(url, parts.path, is_picture=is_picture)
        if file is None or file is beside:
            return url
        path = get_relative_url(file.src_uri, self.page.src_uri)
        message = f"'{url}' was found in the docs folder, not beside the post"
        self._report(url, message, path, Severity.INFO, FROM_DOCS)
        return urlunsplit(("", "", path, parts.query, parts.fragment))

    def resolve_raw(self, url: str, is_picture: bool) -> str:  # noqa: FBT001 - called by position
        """Return the address to write for `url` in the raw HTML of a post.

        It leads to what lies beside the post, else to where a browser would look; MkDocs takes no
        part in this.
        """
        parts = url_parts(url)
        if parts is None or parts.scheme or parts.netloc or not parts.path:
            return url
        if not self.is_post or self.page is None or parts.path.startswith("/"):
            return url
        file = self.files.get_file_from_path(_beside(self.page.src_uri, parts.path))
        if file is None and self._is_at(url):
            return url
        file = file or find_file(self.files, self.page.src_uri, parts.path)
        self._look_for_draft(url, file)
        if file is None:
            return self._missing(url, parts.path, is_picture=is_picture).removeprefix(MISSING)
        path = get_relative_url(file.url, self.page.url)
        return urlunsplit(("", "", path, parts.query, parts.fragment))

    def _is_at(self, url: str) -> bool:
        """Return whether the site has something where a browser looks for `url` from the page."""
        assert self.page is not None
        found = relative.resolve(self.page.url, url.partition("?")[0].partition("#")[0])
        return found is not None and self.files.get_file_at(found) is not None

    def _look_for_draft(self, url: str, file: File | None) -> None:
        if file is not None and file.src_uri in self.drafts:
            message = f"'{url}' leads to a draft, which is not built"
            self._report(url, message, "a link to a page that is built", Severity.WARNING)

    def _missing(self, url: str, path: str, *, is_picture: bool) -> str:
        """Report a path to a file that does not exist; leave other addresses to MkDocs.

        A path that a browser would find, seen from the page, exists.
        """
        assert self.page is not None
        is_file = is_picture or (posixpath.splitext(path)[1] and not path.startswith("/"))
        if not is_file:
            return url
        if self.severity is not None and not self._is_at(url):
            beside = _beside(self.page.src_uri, path)
            from_docs = posixpath.normpath(unquote(path).lstrip("/"))
            places = " or ".join(dict.fromkeys((f"'{beside}'", f"'{from_docs}'")))
            noun = "picture" if is_picture else "file"
            expected = f"put it at {places} in the docs folder, or correct the path"
            self._report(url, f"there is no {noun} '{url}'", expected, self.severity)
        return MISSING + url

    def _report(
        self,
        url: str,
        message: str,
        expected: str,
        severity: Severity,
        summary: Summary | None = None,
    ) -> None:
        assert self.page is not None
        self.reported += 1
        text = self.page.content_bytes.decode(errors="replace")
        self.problems.add(
            Problem(
                path=self.page.src_uri,
                line=line_of_link(text, url),
                message=message,
                expected=expected,
                severity=severity,
                summary=summary,
            )
        )


def forget_links(config: MkDocsConfig) -> None:
    """Take the extensions of an earlier build with the same configuration out of it."""
    kept = [found for found in config.markdown_extensions if not isinstance(found, PostLinks)]
    config.markdown_extensions[:] = kept


class _BeforeMkDocs(Treeprocessor):
    def __init__(self, links: PostLinks) -> None:
        super().__init__()
        self._links = links

    def run(self, root: Element) -> None:
        if self._links.page is None:
            return
        for tag, attribute in ATTRIBUTES.items():
            for element in root.iter(tag):
                if url := element.get(attribute):
                    is_picture = attribute == "src"
                    element.set(attribute, self._links.resolve(url, is_picture=is_picture))


class _AfterMkDocs(Treeprocessor):
    def run(self, root: Element) -> None:
        for tag, attribute in ATTRIBUTES.items():
            for element in root.iter(tag):
                url = element.get(attribute, "")
                if url.startswith(MISSING):
                    element.set(attribute, url.removeprefix(MISSING))


def _beside(src_uri: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(src_uri), unquote(path)))
