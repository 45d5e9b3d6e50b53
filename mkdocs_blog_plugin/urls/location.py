"""The location of a page: the only module that turns a checked path into an output file and a URL."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

INDEX_NAMES: Final = ("index", "README")
"""Names of files that are the page of their folder, as for MkDocs."""


@dataclass(frozen=True, slots=True)
class Location:
    """An output file and the URL it is served at."""

    dest_uri: str
    """Path of the output file below the site's folder (`blog/2017/11/03/x/index.html`)."""
    url: str
    """Quoted URL relative to the site's root, without a leading slash; empty for the root."""

    @classmethod
    def of_page(cls, path: str, *, directory_urls: bool) -> Location:
        """Return where MkDocs would put the page `path` + `.md` (`blog/archive/2017`)."""
        parent, name = posixpath.split(path)
        if name in (*INDEX_NAMES, ""):
            return cls.of_file(posixpath.join(parent, "index.html"), directory_urls=directory_urls)
        dest = f"{path}/index.html" if directory_urls else f"{path}.html"
        return cls.of_file(dest, directory_urls=directory_urls)

    @classmethod
    def of_permalink(cls, path: str, *, directory_urls: bool) -> Location:
        """Return the output of a whole path: `/x/` is a folder, `/x.html` a file, `/x` a page."""
        bare = path.strip("/")
        if path.endswith("/"):
            return cls.of_file(posixpath.join(bare, "index.html"), directory_urls=directory_urls)
        if bare.endswith(".html"):
            return cls.of_file(bare, directory_urls=directory_urls)
        return cls.of_page(bare, directory_urls=directory_urls)

    @classmethod
    def of_file(cls, dest_uri: str, *, directory_urls: bool) -> Location:
        """Return where the output file `dest_uri` is served."""
        parent, name = posixpath.split(dest_uri)
        if directory_urls and name == "index.html":
            return cls(dest_uri, quote(f"{parent}/" if parent else ""))
        return cls(dest_uri, quote(dest_uri))

    def below(self, folder: str) -> Location:
        """Return this location below `folder`; unchanged if `folder` is empty."""
        if not folder:
            return self
        return Location(
            posixpath.join(folder, self.dest_uri), posixpath.join(quote(folder), self.url)
        )

    @property
    def is_folder(self) -> bool:
        """Whether the URL leaves out the name of the file."""
        return not self.url.endswith(".html")
