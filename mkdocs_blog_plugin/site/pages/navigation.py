"""Where posts and views stand in MkDocs' navigation: parents, previous and next, sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import escape
from mkdocs.structure.nav import Section

from mkdocs_blog_plugin.problems import Problem, Severity
from mkdocs_blog_plugin.site.files.files import page_of
from mkdocs_blog_plugin.views.view import Kind, View

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure import StructureItem
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from mkdocs_blog_plugin.catalog.catalog import Catalog
    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.settings import Settings
    from mkdocs_blog_plugin.views.blog import Blog


def attach_posts(catalog: Catalog, files: Files, nav: Navigation, index: Page) -> None:
    """Make the index the parent of every post outside the nav, and chain those posts by date."""
    in_nav = set(map(id, nav.pages))
    for post in catalog.posts:
        page = page_of(files, post.src_uri)
        if page is None or id(page) in in_nav:
            continue
        page.parent = index  # type: ignore[assignment] # as Material has it
        if post.is_listed:
            older, newer = catalog.previous(post), catalog.next(post)
            page.previous_page = page_of(files, older.src_uri) if older else None
            page.next_page = page_of(files, newer.src_uri) if newer else None


def attach_views(
    blog: Blog, files: Files, nav: Navigation, index: Page, settings: Settings
) -> None:
    """Make the index the parent of every view; let recent posts and views join its section.

    The section of an index at the site's root is the nav itself; section-index makes the index one.
    """
    for view in blog.views:
        for pager in view.pagers:
            page = page_of(files, pager.src_uri)
            if page is not None and page is not index and page.parent is None:
                page.parent = index  # type: ignore[assignment] # as Material has it
    home = _section_of(index)
    if index not in nav.pages or (settings.blog_dir and not home):
        return
    siblings = home.children if isinstance(home, Section) else nav.items
    recent = _pages(files, blog.catalog.listed[: settings.nav_recent])
    for item in (*recent, *_joining(blog.views, files, settings)):
        _append(nav, siblings, home, item)


def _joining(views: Sequence[View], files: Files, settings: Settings) -> Iterator[StructureItem]:
    """Yield the items that join the nav: overviews, or a section per taxonomy as in Material."""
    if settings.nav == "overviews":
        yield from _pages(files, [view for view in views if view.kind is Kind.OVERVIEW])
    elif settings.nav == "views":
        names = {"archive": settings.archive.name}
        names |= {taxonomy.key: taxonomy.name for taxonomy in settings.taxonomies}
        for key, name in names.items():
            lists = [view for view in views if view.taxonomy == key]
            pages = _pages(files, [view for view in lists if view.kind is not Kind.OVERVIEW])
            if pages:
                _shorten(files, lists)
                yield Section(name, pages)


def _pages(files: Files, listed: Iterable[View | Post]) -> list[StructureItem]:
    firsts = (found.pagers[0] if isinstance(found, View) else found for found in listed)
    found = (page_of(files, first.src_uri) for first in firsts)
    return [page for page in found if page is not None]


def _shorten(files: Files, views: Iterable[View]) -> None:
    """Give views their bare names, below a heading that says what they are."""
    for view in views:
        page = page_of(files, view.pagers[0].src_uri)
        if page is not None:
            page.title = escape(view.title)


def _append(
    nav: Navigation, siblings: list[StructureItem], home: Section | None, item: StructureItem
) -> None:
    """Put `item` at the end of the section `home` and its pages into the reading order.

    A page that is somewhere in the nav stays there.
    """
    if item in siblings or item in nav.pages:
        return
    item.parent = home
    siblings.append(item)
    for page in item.children if isinstance(item, Section) else [item]:
        if isinstance(item, Section):
            page.parent = item
        nav.pages.append(page)  # type: ignore[arg-type] # views are pages


def index_problem(
    config: MkDocsConfig, nav: Navigation, index: Page, settings: Settings
) -> Problem | None:
    """Return the line that an explicit `nav:` lacks: of the index, or of a section for recent posts."""
    if not config.nav:
        return None
    title, src_uri = settings.index_title, index.file.src_uri
    if index not in nav.pages:
        entry = f"[{src_uri}]" if settings.nav_recent else src_uri
        message = "the blog's index is in no section of the nav"
        expected = f"add '- {title}: {entry}'"
    elif settings.nav_recent and settings.blog_dir and not _section_of(index):
        message = "the newest posts join the section of the blog's index, which is in none"
        expected = f"'- {index.title or title}: [{src_uri}]'"
    else:
        return None
    return Problem(
        path="",
        key="nav",
        message=message,
        expected=expected,
        severity=Severity.INFO,
    )


def _section_of(index: Page) -> Section | None:
    """Return the section of the nav that the index is in, or that it is."""
    item: StructureItem = index
    return item if isinstance(item, Section) else index.parent
