"""Where the files of a site are in its export, and at which addresses another engine puts them."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs.utils import get_relative_url

from mkdocs_blog_plugin.urls.location import Location

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.structure.files import File


@dataclass(frozen=True)
class Paths:
    """Answers where files are in the export of one site."""

    own: frozenset[str]
    """`src_uri` of the pages of posts and views."""

    def path_of(self, file: File) -> str:
        """Return the path of `file` below the exported docs.

        A page of the blog is at its address, a folder with an index where addresses are folders:
        from there its links lead to the same pages in every engine. Other pages keep their paths, unless
        the blog has moved them.
        """
        if not file.is_documentation_page():
            return file.dest_uri
        stem, suffix = posixpath.splitext(file.src_uri)
        usual = Location.of_page(stem, directory_urls=file.use_directory_urls)
        if file.src_uri not in self.own and suffix == ".md" and usual.dest_uri == file.dest_uri:
            return file.src_uri
        page = file.dest_uri.removesuffix(".html")
        is_file = posixpath.basename(page) != "index" and file.use_directory_urls
        return f"{page}/index.md" if is_file else f"{page}.md"

    def url_of(self, file: File) -> str:
        """Return the address from the site's root at which another engine puts the page `file`.

        It is that of MkDocs, but for a file `x.html` among addresses that are folders.
        """
        stem = posixpath.splitext(self.path_of(file))[0]
        return Location.of_page(stem, directory_urls=file.use_directory_urls).url

    def moved(self, files: Iterable[File]) -> dict[str, str]:
        """Return the new addresses of the pages among `files` that get another one, by the old one."""
        pages = [file for file in files if file.is_documentation_page()]
        new = {file.url.removeprefix("./"): self.url_of(file) for file in pages}
        return {old: url for old, url in new.items() if old.removeprefix("./") != url}

    def link(self, target: File, page: File) -> str:
        """Return the link to the file `target` in the exported Markdown of `page`."""
        return get_relative_url(self.path_of(target), self.path_of(page))
