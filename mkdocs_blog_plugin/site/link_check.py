"""Links, pictures and anchors of posts, checked without a build.

The links of a post are known once it is read. It is converted, as in a build, only if one of them
may lead nowhere: it is the conversion that reports what is wrong.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from markdown.extensions.toc import slugify

from mkdocs_blog_plugin.posts.body import plain_headings
from mkdocs_blog_plugin.posts.markdown_links import line_of_link
from mkdocs_blog_plugin.problems import Problem, Severity
from mkdocs_blog_plugin.site.conversion.converter import convert
from mkdocs_blog_plugin.site.files.files import page_of
from mkdocs_blog_plugin.site.links.link_lists import resolve_links
from mkdocs_blog_plugin.site.links.pictures import find_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page

    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.site.build import Build
    from mkdocs_blog_plugin.site.planned_site import PlannedSite


class LinkCheck:
    """Checks the links of the posts of one blog.

    Args:
        site: The site, planned.
        build: The build of the blog that `site` was planned with.
    """

    def __init__(self, site: PlannedSite, build: Build) -> None:
        self._config = site.config
        self._files: Files = site.files
        self._build = build
        toc: dict[str, Any] = site.config.mdx_configs.get("toc", {})
        self._slugify = toc.get("slugify") or slugify
        self._separator = toc.get("separator", "-")
        self._ids = lru_cache(maxsize=None)(self._ids_of_headings)

    def run(self) -> None:
        """Add the problems of all links to those of the build."""
        for post in self._build.blog.catalog.posts:
            resolve_links(post, self._files, self._convert, self._build.setup.problems)
            page = page_of(self._files, post.src_uri)
            if page is not None and self._is_suspicious(post):
                self._convert(page)
                self._build.setup.problems.extend(self._missing_anchors(page))

    def _is_suspicious(self, post: Post) -> bool:
        """Return whether a link of `post` may lead nowhere."""
        read_post = self._build.plan.read_posts[post.src_uri]
        found = (find_file(self._files, post.src_uri, path) for path in read_post.linked_paths)
        if any(file is None or file.inclusion.is_excluded() for file in found):
            return True
        return any(
            anchor not in self._ids(target)
            for path, anchor in read_post.anchors
            if (target := self._target(post, path))
        )

    def _target(self, post: Post, path: str) -> File | None:
        """Return the page that `path` leads to; an empty one leads to the post itself."""
        if not path:
            return self._files.src_uris[post.src_uri]
        file = find_file(self._files, post.src_uri, path)
        return file if file and file.is_documentation_page() else None

    def _ids_of_headings(self, file: File) -> frozenset[str]:
        """Return the ids that the headings of a page certainly have; there may be more."""
        texts = plain_headings(file.content_string)
        return frozenset(self._slugify(text, self._separator) for text in texts)

    def _convert(self, page: Page) -> None:
        if page.content is None:
            convert(page, self._config, self._files)

    def _missing_anchors(self, page: Page) -> Iterator[Problem]:
        """Yield the links of a page that lead to an anchor that is not there."""
        if not self._config.validation.links.anchors:
            return
        for file, found in (page.links_to_anchors or {}).items():
            if file.page is None or file.generated_by:
                continue  # ids of generated pages are known at the end of a build
            self._convert(file.page)
            for anchor, link in found.items():
                if anchor not in (file.page.present_anchor_ids or ()):
                    yield _missing_anchor(page.file, link, anchor, file)


def _missing_anchor(page: File, link: str, anchor: str, file: File) -> Problem:
    return Problem(
        path=page.src_uri,
        line=line_of_link(page.content_bytes.decode(errors="replace"), link),
        message=f"'{link}' leads to an anchor that '{file.src_uri}' does not have",
        expected=f"the id of a heading in place of '#{anchor}'",
        severity=Severity.WARNING,
    )
