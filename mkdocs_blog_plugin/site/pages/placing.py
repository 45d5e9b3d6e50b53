"""The plan made real: posts at their permalinks, a page in memory for each page of a view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.files import InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from mkdocs_blog_plugin.catalog.sorting import newest
from mkdocs_blog_plugin.problems import Problem, Severity
from mkdocs_blog_plugin.site.conversion.converter import PostPage
from mkdocs_blog_plugin.site.files.files import generate, move, replace_excluded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

    from mkdocs_blog_plugin.settings import Settings
    from mkdocs_blog_plugin.site.conversion.converter import Converter
    from mkdocs_blog_plugin.views.blog import Blog
    from mkdocs_blog_plugin.views.view import View


class ViewPage(Page):
    """The page of a view: all its content comes from fragments, so there is nothing to convert.

    Args:
        page: What MkDocs has made of the same file.
    """

    content: str | None
    toc: TableOfContents
    present_anchor_ids: set[str] | None

    def __init__(self, page: Page) -> None:
        vars(self).update(vars(page))

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Leave the page empty until the fragments are there."""
        self.content = ""
        self.toc = TableOfContents([])
        self.present_anchor_ids = set()


def place_posts(blog: Blog, files: Files) -> None:
    """Move each post to its permalink, and keep it out of the nav that MkDocs makes up."""
    for post in blog.catalog.posts:
        file = files.src_uris[post.src_uri]
        move(file, post.location)
        file.inclusion = InclusionLevel.NOT_IN_NAV


def place_views(
    blog: Blog,
    files: Files,
    config: MkDocsConfig,
    settings: Settings,
    texts: Mapping[str, str],
) -> None:
    """Add a page for every page of every view that is not hand-written.

    MkDocs writes them in this order, by their newest post, so that lists with the same posts come
    one after the other: what they share has not to be kept for long.

    Args:
        blog: The blog.
        files: The files of the site, which are added to.
        config: MkDocs' configuration.
        settings: The settings of the blog.
        texts: What MkDocs reads in place of hand-written pages, by `src_uri`.
    """
    for view, pager in sorted(blog.pagers.values(), key=lambda found: newest(found[1].posts)):
        file = files.src_uris.get(pager.src_uri)
        if file is None or file.inclusion.is_excluded():
            content = _repeated(view, files, texts) if settings.pagination_keep_content else ""
            file = generate(config, pager.src_uri, content, pager.location)
            replace_excluded(files, file)
        file.inclusion = InclusionLevel.NOT_IN_NAV
    index = files.src_uris[blog.index.pagers[0].src_uri]
    if config.nav is None:
        index.inclusion = InclusionLevel.INCLUDED


def missing_pages(blog: Blog, files: Files) -> Iterator[Problem]:
    """Yield the pages that the blog cannot do without, and that another plugin has taken away."""
    for src_uri in (*blog.posts, *blog.pagers):
        file = files.src_uris.get(src_uri)
        if file is None or file.page is None:
            yield Problem(
                path=src_uri,
                message="another plugin removes the page after the blog was planned",
                expected="remove it in 'on_files' with a priority above -90",
                severity=Severity.ERROR,
            )


def replace_pages(blog: Blog, files: Files, nav: Navigation, converter: Converter) -> None:
    """Replace the pages that MkDocs has made of posts and views, except those in the nav."""
    in_nav = {page.file.src_uri for page in nav.pages}
    for src_uri in (*blog.posts, *blog.pagers):
        file = files.src_uris[src_uri]
        if src_uri in in_nav or type(file.page) is not Page:
            continue
        if src_uri in blog.posts:
            file.page = PostPage(file.page, converter)
        elif file.generated_by and not file.content_bytes:
            file.page = ViewPage(file.page)


def _repeated(view: View, files: Files, texts: Mapping[str, str]) -> str:
    """Return the meta of a view's introduction that its further pages share."""
    if not view.introduction:
        return ""
    return texts.get(view.introduction) or files.src_uris[view.introduction].content_string
