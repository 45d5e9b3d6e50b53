"""Dirty builds: which outputs are stale, and the manifest for the next build.

A page is stale if MkDocs says so, or if its digest differs from that of the last build. A
build without `--dirty` writes everything, and leaves its manifest for the dirty one that may follow.
A dirty build without a manifest, the first one or one after a build that failed, begins with an
empty folder like any other build: nobody knows what is in it.
"""

from __future__ import annotations

import os
from functools import cache, partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import escape
from mkdocs.utils import clean_directory

from mkdocs_blog_plugin.posts.body import linked_paths
from mkdocs_blog_plugin.render.view_titles import page_title
from mkdocs_blog_plugin.site.cache.fingerprint import digest, installation, site_fingerprint
from mkdocs_blog_plugin.site.conversion.converter import convert
from mkdocs_blog_plugin.site.dirty.manifest import Manifest
from mkdocs_blog_plugin.site.dirty.nav_entries import entry_of
from mkdocs_blog_plugin.site.dirty.output_digests import Made, OutputDigests
from mkdocs_blog_plugin.site.dirty.post_sources import PostSources, stamp_of
from mkdocs_blog_plugin.site.files.files import is_ours, page_of
from mkdocs_blog_plugin.site.integrations.static_i18n import current_language
from mkdocs_blog_plugin.site.output.rendered import render_posts
from mkdocs_blog_plugin.site.setup import name_of
from mkdocs_blog_plugin.urls.paths import PathError, safe_slug
from mkdocs_blog_plugin.views.listing import MARKER
from mkdocs_blog_plugin.views.view import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from mkdocs_blog_plugin.config.options import BlogOptions
    from mkdocs_blog_plugin.html.rendered import RenderedPost
    from mkdocs_blog_plugin.site.cache.run import Run
    from mkdocs_blog_plugin.site.output.cross_links import CrossLinks
    from mkdocs_blog_plugin.site.plan import Plan
    from mkdocs_blog_plugin.site.setup import Setup
    from mkdocs_blog_plugin.views.blog import Blog


def _never() -> bool:
    return False


class DirtyBuild:
    """One build between the manifest of the last one and that for the next.

    Args:
        setup: Its cache has the manifest of the last build, and gets that of this one.
    """

    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        self._site_dir = Path(setup.config.site_dir)
        self._dirty = setup.run.dirty
        found = setup.cache.take(Manifest, installation())
        self._is_first = found is None
        self._last = found if found and self._dirty else Manifest()
        """That of the last build; empty in a build that writes everything."""
        self._old = Manifest()
        """As much of `_last` as still holds; known after `compare`, like the two that follow."""
        self._digests: OutputDigests | None = None
        self._stale: set[str] = set()
        """`dest_uri` of the outputs that are stale because of the blog."""
        self._common = b""
        self._named: set[str] = set()
        """`src_uri` of the pages that the nav gives a title."""
        self._lists: set[str] = set()
        """`src_uri` of the pages that ask for posts."""
        self._linked_paths: dict[str, tuple[str, ...]] = {}
        """Paths in the links of ordinary pages, by the `src_uri` of the page."""

    def prepare(self) -> None:
        """Empty the site's folder if there is no manifest of its files."""
        if self._dirty and self._is_first:
            clean_directory(str(self._site_dir))

    def guard(self, files: Files, nav: Navigation) -> None:
        """Let MkDocs know which files to write in a dirty build; it takes generated ones for new.

        Each blog of a site adds its reasons to those that a file has already. Pages of the nav are
        named on other pages: one without a known title is read, and written, as if it were new.
        """
        self._named = {page.file.src_uri for page in nav.pages if "title" in vars(page)}
        if not self._dirty:
            return
        config, known = self._setup.config, self._last.nav
        titled = {src_uri for src_uri, entry in known.items() if "title" in entry}
        titled |= self._named & known.keys()
        untitled = {page.file.src_uri for page in nav.pages} - titled
        for file in files:
            if is_ours(file, config) or file.is_documentation_page():
                is_new = _never if is_ours(file, config) else cache(file.is_modified)
                reason = vars(file).get("is_modified", is_new)
                is_untitled = file.src_uri in untitled
                reasons = partial(self._is_modified, file, reason, is_untitled=is_untitled)
                vars(file)["is_modified"] = reasons

    def name_unread(self, blog: Blog, files: Files) -> None:
        """Give the pages that a dirty build does not read what other pages print of them, such as titles."""
        titles: dict[str, str] = {
            src_uri: escape(page_title(view, pager, self._setup.locale))
            for src_uri, (view, pager) in blog.pagers.items()
        }
        titles |= {src_uri: escape(post.title) for src_uri, post in blog.posts.items()}
        metas = {src_uri: {"title": title} for src_uri, title in titles.items()}
        for src_uri, entry in self._last.nav.items():
            metas[src_uri] = {**metas.get(src_uri, {}), **entry}
        for src_uri, meta in metas.items():
            page = page_of(files, src_uri)
            if page is not None and not page.file.is_modified():
                page.markdown, page.meta = "", meta

    def is_stale(self, dest_uri: str) -> bool:
        """Return whether `dest_uri` is stale because of the blog; known after `compare`."""
        return not self._dirty or dest_uri in self._stale

    def note(self, page: Page) -> None:
        """Note that `page` asks for posts while it is converted or written."""
        self._lists.add(page.file.src_uri)

    def compare(
        self, plan: Plan, cross_links: CrossLinks, nav: Navigation, files: Files
    ) -> dict[str, RenderedPost]:
        """Find the stale outputs, convert the pages among them, and return the posts that have changed.

        Outputs of the last build that this one does not have are removed before anything is written:
        a file may have become a folder, and another plugin may write to the path later.
        """
        setup = self._setup
        self._common = _common(plan, nav, files, setup)
        is_alike = self._common == self._last.common
        self._old = self._last if is_alike else self._last.without_blog()
        sources = PostSources(plan=plan, cross_links=cross_links, files=files)
        rendered = render_posts(sources.changed(self._old), files, setup)
        digests = self._digests = OutputDigests(
            sources=sources,
            rendered=rendered,
            old=self._old,
            has_full_feeds=setup.site_settings.feeds.full,
        )
        pages = files.documentation_pages()
        for file in pages:
            self._look_at(file, digests)
        if not self._dirty:
            return rendered
        self._remove_old(files)
        site_dir = str(self._site_dir)
        self._stale = {
            made.dest_uri
            for made in self._made(digests, files)
            if self._old.outputs.get(made.dest_uri) != made.digest
            or not os.path.isfile(os.path.join(site_dir, made.dest_uri))  # noqa: PTH113, PTH118 - half the time
        }
        for file in pages:
            if file.page and file.page.content is None and file.dest_uri in self._stale:
                convert(file.page, setup.config, files)
                self._look_at(file, digests)
        return rendered

    def finish(self, files: Files, nav: Navigation) -> None:
        """Leave the manifest of this build."""
        digests = self._digests
        assert digests is not None  # see `compare`
        entries = {page.file.src_uri: self._own_entry(page) for page in nav.pages if page.title}
        manifest = Manifest(
            common=self._common,
            front_matter=digests.front_matter,
            posts=digests.posts,
            outputs={made.dest_uri: made.digest for made in self._made(digests, files)},
            nav={src: entry for src, entry in entries.items() if _is_plain(entry.get("title", ""))},
            lists=frozenset(self._lists),
            linked_paths={src_uri: paths for src_uri, paths in self._linked_paths.items() if paths},
        )
        self._setup.cache.leave(Manifest, installation(), manifest)

    def _own_entry(self, page: Page) -> Mapping[str, str]:
        """Return the entry of a page, without a title from the nav, since the nav may drop it later."""
        entry = dict(entry_of(page))
        if page.file.src_uri in self._named:
            del entry["title"]
        return entry

    def _remove_old(self, files: Files) -> None:
        site_dir = self._site_dir.resolve()
        kept = {file.dest_uri for file in files if not file.inclusion.is_excluded()}
        for dest_uri in self._last.outputs.keys() - kept:
            path = _inside(site_dir, dest_uri)
            if path is not None and path.is_file():
                path.unlink()
                _remove_empty(path.parent, site_dir)

    def _is_modified(self, file: File, reason: Callable[[], bool], *, is_untitled: bool) -> bool:
        return is_untitled or reason() or self.is_stale(file.dest_uri)

    def _look_at(self, file: File, digests: OutputDigests) -> None:
        """Note whether a page asks for posts, and its links; for an unread page those of the last build."""
        src_uri, page = file.src_uri, file.page
        if page and page.content is not None:
            html = page.content
            markdown = "" if src_uri in digests.own else page.markdown or ""
        elif self._old.common:
            html = markdown = ""
            self._lists |= self._old.lists & {src_uri}
            self._linked_paths[src_uri] = self._old.linked_paths.get(src_uri, ())
        else:
            html = markdown = file.content_bytes.decode(errors="replace")
        if MARKER.search(html):
            self._lists.add(src_uri)
        if markdown and src_uri not in digests.own:
            self._linked_paths[src_uri] = linked_paths(markdown)

    def _made(self, digests: OutputDigests, files: Files) -> Iterator[Made]:
        """Yield the outputs of the blog, and all ordinary pages, so that the next build can remove old ones."""
        for made in chain(digests.made, self._pages(digests, files)):
            if made.src_uri in self._lists:
                yield made._replace(digest=digest(made.digest, digests.everything))
            else:
                yield made

    def _pages(self, digests: OutputDigests, files: Files) -> Iterator[Made]:
        for file in files.documentation_pages():
            if file.src_uri not in digests.own:
                paths = self._linked_paths.get(file.src_uri, ())
                yield Made(file.src_uri, file.dest_uri, digests.page(file.src_uri, paths))


def _common(plan: Plan, nav: Navigation, files: Files, setup: Setup) -> bytes:
    """Return the digest of the inputs of all pages: options, templates, the nav, titles of views."""
    picture = stamp_of(plan.lookups.media.get(plan.outputs.cards.default))
    data_files = (setup.source_settings.authors_file, setup.source_settings.terms_file)
    above = [view.title for view in plan.blog.views if view.kind in (Kind.INDEX, Kind.OVERVIEW)]
    entries = [(page.url, sorted(entry_of(page).items())) for page in nav.pages]
    return digest(site_fingerprint(setup.config, files, data_files), picture, entries, above)


def _is_plain(title: str) -> bool:
    """Return whether a title is the same text in HTML, so that it cannot become markup."""
    return not set(title) & set('<>"')


def _inside(site_dir: Path, dest_uri: str) -> Path | None:
    """Return the path of an output, None for one that is not inside the site."""
    try:
        path = site_dir / safe_slug(dest_uri)
    except PathError:
        return None
    return path if path.parent.resolve().is_relative_to(site_dir) else None


def _remove_empty(folder: Path, site_dir: Path) -> None:
    """Remove `folder` and those above it, as long as they are empty."""
    while folder != site_dir and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def forget_manifest(options: BlogOptions, config: MkDocsConfig, run: Run) -> None:
    """Forget what a blog has written that is turned off in this build."""
    name = name_of(options, config, current_language(config))
    run.cache(name, enabled=options.cache).take(Manifest, b"")
