"""The outputs of a site, and moving MkDocs' files to the locations of the blog."""

from __future__ import annotations

import io
import os
import posixpath
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, InclusionLevel

from mkdocs_blog_plugin.problems import Problem, Severity
from mkdocs_blog_plugin.urls.ledger import Ledger
from mkdocs_blog_plugin.urls.location import Location

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import BinaryIO

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from mkdocs_blog_plugin.problems import Problems
    from mkdocs_blog_plugin.settings import Settings

FOLDER_INDEX = "_index.md"
"""Hugo's name for the page of a folder."""


class LateFile(File):
    """A file that is made when MkDocs writes it, and not kept: feeds and pictures are many, and large."""

    make: Callable[[], bytes] | None = None
    """Returns the content; None where that is given."""
    _given: str | bytes | None = None

    @property
    def _content(self) -> str | bytes | None:
        return self.make() if self.make else self._given

    @_content.setter
    def _content(self, value: str | bytes | None) -> None:
        self._given, self.make = value, None


def path_of(file: File) -> str:
    """Return the path of `file` in the docs, within its language where static-i18n knows of several."""
    return str(vars(file).get("norm_src_uri", file.src_uri))


def page_of(files: Files, src_uri: str) -> Page | None:
    """Return the page MkDocs has made for the file `src_uri`."""
    file = files.src_uris.get(src_uri)
    return file.page if file else None


def size_of(file: File) -> int:
    """Return the size of `file` in bytes, without reading it where it lies on the disk."""
    path = None if file.generated_by else file.abs_src_path
    return Path(path).stat().st_size if path else len(file.content_bytes)


def opened(file: File) -> BinaryIO:
    """Return the content of `file`, to read as much of it as is needed."""
    path = None if file.generated_by else file.abs_src_path
    return Path(path).open("rb") if path else io.BytesIO(file.content_bytes)


def move(file: File, location: Location) -> None:
    """Let MkDocs write `file` at `location`, whatever it has worked out before.

    The folder of the site is that of the path so far: static-i18n has a wrong `dest_dir`.
    """
    site_dir = file.abs_dest_path.removesuffix(os.path.normpath(file.dest_uri))
    file.dest_uri = location.dest_uri
    file.url = location.url or "./"
    file.abs_dest_path = site_dir + os.path.normpath(location.dest_uri)


def move_media(files: Files, settings: Settings, problems: Problems) -> None:
    """Take the posts folder out of the path of every picture and other medium below it.

    Args:
        files: The files of the site.
        settings: `blog_dir` is the blog's folder in the site, the posts folder is that in the docs.
        problems: Collects those that stay where they are, because their new path is taken.
    """
    folder = f"{settings.posts.dir}/"
    if folder == "/":
        return
    media = {file for file in files.media_files() if path_of(file).startswith(folder)}
    ledger = Ledger(outputs(file for file in files if file not in media))
    for file in sorted(media, key=lambda file: file.src_uri):
        dest_uri = posixpath.join(settings.blog_dir, path_of(file).removeprefix(folder))
        if owner := ledger.owner(dest_uri):
            message = f"'{dest_uri}' belongs to {owner}, so the file stays at '{file.dest_uri}'"
            problems.add(Problem(path=file.src_uri, message=message, expected="another name"))
        else:
            move(file, Location.of_file(dest_uri, directory_urls=file.use_directory_urls))
            ledger.take(dest_uri, file.src_uri)


def move_folder_indexes(files: Files, settings: Settings) -> None:
    """Let Hugo's `_index.md` be the page of its folder, where that has no other."""
    taken = {file.dest_uri for file in files}
    blog = f"{settings.blog_dir}/" if settings.blog_dir else ""
    for file in files.documentation_pages():
        path = path_of(file)
        if posixpath.basename(path) != FOLDER_INDEX or not path.startswith(blog):
            continue
        page = file.dest_uri.removesuffix("/index.html").removesuffix(".html")
        dest_uri = posixpath.join(posixpath.dirname(page), "index.html")
        if dest_uri not in taken:
            move(file, Location.of_file(dest_uri, directory_urls=file.use_directory_urls))


def outputs(files: Iterable[File]) -> dict[str, str]:
    """Return the outputs of the site: `src_uri` by `dest_uri`."""
    return {file.dest_uri: file.src_uri for file in files if file.inclusion.is_included()}


def claim(dest_uri: str, name: str, ledger: Ledger, problems: Problems) -> bool:
    """Enter a file of the blog, as messages call it, at `dest_uri`; return whether the path was free.

    A file of the docs at the same path replaces ours on purpose. Any other owner is reported.
    """
    owner = ledger.owner(dest_uri)
    if owner is None:
        ledger.take(dest_uri, name)
    elif owner == dest_uri:
        message = f"the site's own file stays where {name} would be"
        problems.add(Problem(path=dest_uri, message=message, severity=Severity.INFO))
    else:
        message = f"{name} is not written to '{dest_uri}', which belongs to {owner}"
        expected = "another address for one of them"
        problems.add(Problem(path="", message=message, expected=expected))
    return owner is None


def generate(
    config: MkDocsConfig, src_uri: str, content: str | bytes, location: Location | None = None
) -> File:
    """Return a file that exists in memory only.

    Its `abs_src_path` is that of mkdocs.yml, since plugins such as rss and git-authors need the
    path of a committed file for every page.
    """
    file = LateFile.generated(config, src_uri, content=content, inclusion=InclusionLevel.NOT_IN_NAV)
    file.abs_src_path = config.config_file_path
    if location is not None:
        move(file, location)
    return file


def replace_excluded(files: Files, file: File) -> None:
    """Add `file`, in place of a source of the same name that is a draft or excluded."""
    excluded = files.src_uris.get(file.src_uri)
    if excluded is not None and excluded.inclusion.is_excluded():
        files.remove(excluded)
    files.append(file)


def is_ours(file: File, config: MkDocsConfig) -> bool:
    """Return whether `generate` has made `file`, for whichever blog of the site."""
    path = config.config_file_path
    return bool(path) and file.generated_by is not None and file.abs_src_path == path


def fill(file: File, content: bytes) -> None:
    """Give a generated file its content, and nothing else."""
    path = file.abs_src_path
    file.content_bytes = content
    file.abs_src_path = path


def fill_late(file: File, make: Callable[[], bytes]) -> None:
    """Let `make` return the content of a generated file when MkDocs writes it."""
    if isinstance(file, LateFile):
        file.make = make
    else:
        fill(file, make())  # another plugin has put a file of its own there
