"""Dirty builds: which outputs are written again, and what the next build has to know.

A page is written again where MkDocs says so, or where its digest is not that of the last build. A
build without `--dirty` writes everything, and keeps its record for the dirty one that may follow.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.posts.body import mentions
from mkdocs_blog_plugin.site.cache.manifest import Record, digest
from mkdocs_blog_plugin.site.dirty.output_digests import Made
from mkdocs_blog_plugin.site.files.files import is_ours
from mkdocs_blog_plugin.views.listing import MARKER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from mkdocs_blog_plugin.site.cache.cache import Memory
    from mkdocs_blog_plugin.site.dirty.output_digests import Inventory


def name_of(blog_dir: str, config: MkDocsConfig) -> str:
    """Return what tells a blog from all others of all sites."""
    return f"{config.site_dir} {blog_dir}"


def _never() -> bool:
    return False


class Renewal:
    """What one build knows of the last one, and keeps for the next.

    Args:
        memory: Holds the record of the last build, and the posts that were read.
        key: Name of the blog among all blogs of all sites.
        site_dir: Where the site is written.
    """

    def __init__(self, memory: Memory, key: str, site_dir: str) -> None:
        self._memory = memory
        self._key = key
        self._site_dir = Path(site_dir)
        self._dirty = memory.dirty
        self._last = Record()
        if self._dirty:
            self._last = memory.records.take(key)
            memory.readings.restore(self._last.options, self._last.readings)
        else:
            memory.records.forget(key)
        self._old = Record()
        self._common = b""
        self._stale: set[str] = set()
        self._lists: set[str] = set()
        self._mentions: dict[str, tuple[str, ...]] = {}

    def known(self, common: bytes) -> Record:
        """Return what the last build knew, nothing if `common`, what all pages are made of, is new."""
        self._common = common
        if common == self._last.common:
            self._old = self._last
        return self._old

    def guard(self, files: Files, config: MkDocsConfig) -> None:
        """Let MkDocs know which files to write in a dirty build; it takes generated ones for new.

        Each blog of a site adds its reasons to those that a file has already.
        """
        for file in files if self._dirty else ():
            if is_ours(file, config) or file.is_documentation_page():
                is_new = _never if is_ours(file, config) else file.is_modified
                reason = vars(file).get("is_modified", is_new)
                vars(file)["is_modified"] = partial(self._is_modified, file, reason)

    def title_of(self, page: Page) -> str | None:
        """Return the title that `page` had in the last build, if that is known."""
        return self._last.titles.get(page.file.src_uri)

    def is_stale(self, dest_uri: str) -> bool:
        """Return whether to write `dest_uri` for the sake of the blog; known after `decide`."""
        return not self._dirty or dest_uri in self._stale

    def note(self, page: Page) -> None:
        """Note that `page` asks for posts while it is converted or written."""
        self._lists.add(page.file.src_uri)

    def decide(self, inventory: Inventory, files: Files, convert: Callable[[Page], None]) -> None:
        """Find out which outputs are not what the last build has written; convert what they need."""
        pages = files.documentation_pages()
        for file in pages:
            self._look_at(file, inventory)
        if not self._dirty:
            return
        self._stale = {
            made.dest_uri
            for made in self._made(inventory, files)
            if self._old.outputs.get(made.dest_uri) != made.digest
            or not (self._site_dir / made.dest_uri).is_file()
        }
        for file in pages:
            if file.page and file.page.content is None and file.dest_uri in self._stale:
                convert(file.page)
                self._look_at(file, inventory)

    def finish(self, inventory: Inventory, files: Files, nav: Navigation) -> None:
        """Keep the record of this build; take away what the last one wrote and this one would not."""
        outputs = {made.dest_uri: made.digest for made in self._made(inventory, files)}
        for dest_uri in self._last.outputs.keys() - {file.dest_uri for file in files}:
            (self._site_dir / dest_uri).unlink(missing_ok=True)
        record = Record(
            common=self._common,
            facts=inventory.facts,
            posts=inventory.posts,
            outputs=outputs,
            titles={page.file.src_uri: str(page.title) for page in nav.pages},
            lists=frozenset(self._lists),
            mentions={src_uri: paths for src_uri, paths in self._mentions.items() if paths},
            options=self._memory.readings.options,
            readings=self._memory.readings.of(inventory.posts),
        )
        self._memory.records.put(self._key, record)

    def _is_modified(self, file: File, reason: Callable[[], bool]) -> bool:
        return reason() or self.is_stale(file.dest_uri)

    def _look_at(self, file: File, inventory: Inventory) -> None:
        """Note whether a page asks for posts, and what it links to: by itself, else by the record."""
        src_uri, page = file.src_uri, file.page
        if page and page.content is not None:
            html, markdown = page.content, page.markdown or ""
        elif self._old.common:
            html = markdown = ""
            self._lists |= self._old.lists & {src_uri}
            self._mentions[src_uri] = self._old.mentions.get(src_uri, ())
        else:
            html = markdown = file.content_bytes.decode(errors="replace")
        if MARKER.search(html):
            self._lists.add(src_uri)
        if markdown and src_uri not in inventory.own:
            self._mentions[src_uri] = mentions(markdown)

    def _made(self, inventory: Inventory, files: Files) -> Iterator[Made]:
        """Yield all outputs that take anything from the blog."""
        for made in (*inventory.made(), *self._pages(inventory, files)):
            if made.src_uri in self._lists:
                yield made._replace(digest=digest(made.digest, inventory.everything))
            elif made.digest or made.dest_uri in self._last.outputs:
                yield made

    def _pages(self, inventory: Inventory, files: Files) -> Iterator[Made]:
        for file in files.documentation_pages():
            if file.src_uri not in inventory.own:
                paths = self._mentions.get(file.src_uri, ())
                yield Made(file.src_uri, file.dest_uri, inventory.page(file.src_uri, paths))
