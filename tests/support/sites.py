"""Small sites, written as text inside a test, built by MkDocs itself and read back as a visitor would.

A site is one text in which a line `-- path --` begins a file; paths lead from the docs folder::

    -- index.md --
    # Home
    -- blog/posts/first.md --
    ---
    date: 2024-01-31
    ---
    # First
"""

from __future__ import annotations

import logging
import posixpath
import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import unquote, urljoin, urlsplit

import lxml.html
import mf2py
from bs4 import BeautifulSoup
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

SITE_URL = "https://example.org/"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c63f8ffffff7f0009fb03fd05437f8a0000000049454e44ae426082"
)
"""A PNG of one white pixel."""

_HEADER = re.compile(r"^-- (.+) --\n", re.MULTILINE)
_LINKS = ("href", "src", "srcset", "poster")


def files_of(text: str) -> dict[str, str]:
    """Split `text` at its `-- path --` lines into files by path."""
    _, *parts = _HEADER.split(text)
    return dict(zip(parts[::2], parts[1::2], strict=True))


def write_files(folder: Path, files: Mapping[str, Any]) -> None:
    """Write `files` below `folder`, as the bytes they are."""
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)


def config_of(config: str, *, theme: str, directory_urls: bool) -> str:
    """Return an mkdocs.yml of `config` and what it leaves open."""
    defaults = {
        "site_name": "Site",
        "site_url": SITE_URL,
        "theme": theme,
        "use_directory_urls": str(directory_urls).lower(),
        "plugins": "[search, blog-plugin]",
    }
    given = set(re.findall(r"^(\w+):", config, re.MULTILINE))
    lines = [f"{key}: {value}" for key, value in defaults.items() if key not in given]
    return "\n".join([*lines, config, ""])


@dataclass(frozen=True)
class Site:
    """What a build has written, and what it has said."""

    folder: Path
    """The site's folder."""
    records: tuple[logging.LogRecord, ...] = field(repr=False)
    """All that MkDocs, themes and plugins logged."""

    def file(self, path: str) -> str:
        """Return the file of the page `blog/archive`, whichever form its address has."""
        forms = (path, posixpath.join(path, "index.html"), f"{path}.html")
        return next((form for form in forms if self.exists(form)), path)

    def read(self, path: str) -> str:
        """Return the text of the file or page at `path`."""
        return (self.folder / self.file(path)).read_text(encoding="utf-8")

    def html(self, path: str) -> Any:
        """Return the page at `path` as a browser parses it."""
        return BeautifulSoup(self.read(path), "html5lib")

    def mf2(self, path: str) -> Any:
        """Return the microformats of the page at `path`; their URLs are absolute."""
        url = urljoin(SITE_URL, self.file(path).removesuffix("index.html"))
        return mf2py.parse(doc=self.read(path), url=url)

    def entry(self, path: str) -> Any:
        """Return the properties of the one top-level `h-entry` of the page at `path`."""
        (found,) = [item for item in self.mf2(path)["items"] if "h-entry" in item["type"]]
        return found["properties"]

    def feed(self, path: str) -> Any:
        """Return the properties of each entry in the one `h-feed` of the page at `path`."""
        (found,) = [item for item in self.mf2(path)["items"] if "h-feed" in item["type"]]
        children = found.get("children", [])
        return [child["properties"] for child in children if "h-entry" in child["type"]]

    def titles(self, path: str) -> list[str]:
        """Return the titles that the list at `path` shows, in order."""
        return [entry["name"][0] for entry in self.feed(path)]

    def exists(self, path: str) -> bool:
        """Return whether the site has a file at `path`."""
        return (self.folder / path).is_file()

    def contents(self, paths: Iterable[str] | None = None) -> dict[str, bytes]:
        """Return the bytes of the files at `paths`, or of all files, by path."""
        found = self.paths if paths is None else paths
        return {path: (self.folder / path).read_bytes() for path in found}

    @cached_property
    def paths(self) -> list[str]:
        """Paths of all files, sorted."""
        found = (path for path in self.folder.rglob("*") if path.is_file())
        return sorted(path.relative_to(self.folder).as_posix() for path in found)

    @property
    def pages(self) -> list[str]:
        """Paths of all HTML files but the one for errors, which is no page of its own."""
        return [path for path in self.paths if path.endswith(".html") and path != "404.html"]

    def said(self, level: int) -> list[str]:
        """Return the messages of `level`, in order."""
        return [record.getMessage() for record in self.records if record.levelno == level]

    @property
    def warnings(self) -> list[str]:
        """What fails a strict build."""
        return [r.getMessage() for r in self.records if r.levelno >= logging.WARNING]

    @property
    def infos(self) -> list[str]:
        """What is worth a line."""
        return self.said(logging.INFO)

    def reached(self, start: str) -> set[str]:
        """Return the paths of all files to which links lead from the page at `start`."""
        found, queue = {start}, [start]
        while queue:
            page = queue.pop()
            for link in self._trees[page].xpath("//a/@href"):
                target = self._target(page, urlsplit(link).path)
                if not urlsplit(link).netloc and self.exists(target) and target not in found:
                    found.add(target)
                    queue += [target] if target in self._trees else []
        return found

    def broken_links(self) -> list[str]:
        """Return each link inside the site that leads to no file or to no anchor, as `page -> link`."""
        return [
            f"{page} -> {link}"
            for page in self.pages
            for link in _links(self._trees[page])
            if not self._leads_somewhere(page, link)
        ]

    @cached_property
    def _trees(self) -> dict[str, Any]:
        return {page: lxml.html.fromstring(self.read(page).encode()) for page in self.pages}

    def _leads_somewhere(self, page: str, link: str) -> bool:
        parts = urlsplit(link)
        if parts.scheme or parts.netloc or parts.path.startswith("/"):
            return True
        target = self._target(page, parts.path)
        if not self.exists(target):
            return False
        anchor = unquote(parts.fragment)
        return not anchor or target not in self._trees or anchor in _anchors(self._trees[target])

    def _target(self, page: str, path: str) -> str:
        """Return the file that the relative URL `path` means on `page`."""
        if not path:
            return page
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(path)))
        is_folder = (self.folder / target).is_dir()
        return posixpath.normpath(posixpath.join(target, "index.html")) if is_folder else target

    def repeated_ids(self, path: str) -> list[str]:
        """Return the ids that stand more than once on the page at `path`."""
        ids: list[str] = self._trees[self.file(path)].xpath("//@id")
        return sorted({found for found in ids if ids.count(found) > 1})


def _links(tree: Any) -> Iterator[str]:
    for name in _LINKS:
        for value in tree.xpath(f"//@{name}"):
            if name == "srcset":
                yield from (candidate.split()[0] for candidate in value.split(","))
            else:
                yield value.strip()


def _anchors(tree: Any) -> set[str]:
    return {*tree.xpath("//@id"), *tree.xpath("//a/@name")}


def iso(values: list[str]) -> str:
    """Return the only date of a microformats property, with the colon that mf2py takes out."""
    (value,) = values
    return datetime.fromisoformat(value).isoformat()


class _Recorder(logging.Handler):
    def __init__(self, records: list[logging.LogRecord]) -> None:
        super().__init__(logging.INFO)
        self._records = records

    def emit(self, record: logging.LogRecord) -> None:
        self._records.append(record)


@contextmanager
def _listening(records: list[logging.LogRecord]) -> Iterator[None]:
    """Collect all that the engine, themes and plugins log."""
    handler = _Recorder(records)
    logger = logging.getLogger("mkdocs")
    level = logger.level
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)


def write_site(
    folder: Path,
    files: str | Mapping[str, Any] = "",
    config: str = "",
    *,
    theme: str = "mkdocs",
    directory_urls: bool = True,
    name: str = "mkdocs.yml",
) -> None:
    """Write a site into `folder`, as `build_site` does, with a configuration called `name`."""
    content = files_of(files) if isinstance(files, str) else files
    (folder / "docs").mkdir(parents=True, exist_ok=True)
    write_files(folder / "docs", content)
    settings = config_of(config, theme=theme, directory_urls=directory_urls)
    write_files(folder, {name: settings})


def _forget_plugins() -> None:
    """Let all plugins be made anew, as in a process of its own: MkDocs keeps some of them."""
    options = dict(MkDocsConfig._schema)
    options["plugins"].plugin_cache.clear()  # type: ignore[attr-defined]


def build_site(
    folder: Path,
    files: str | Mapping[str, Any] = "",
    config: str = "",
    *,
    theme: str = "mkdocs",
    directory_urls: bool = True,
    strict: bool = False,
    dirty: bool = False,
    command: str | None = "build",
) -> Site:
    """Write a site into `folder` and build it, as `mkdocs build` does.

    Args:
        folder: Where mkdocs.yml and docs go; files of an earlier build there are kept.
        files: Content by path from the docs folder, or one text with `-- path --` lines.
        config: Lines of mkdocs.yml; what it leaves open has sensible values for a test.
        theme: Name of the theme, where `config` has none.
        directory_urls: `use_directory_urls`, where `config` has none.
        strict: Whether a warning makes the build fail.
        dirty: Whether only changed pages are built.
        command: What the plugins are told at the start: `build` or `serve`; None where they have
            been told before, as in all builds of `mkdocs serve` but the first.

    Raises:
        mkdocs.exceptions.MkDocsException: the build stops, or a strict one has warnings.
    """
    write_site(folder, files, config, theme=theme, directory_urls=directory_urls)
    return build_folder(folder, strict=strict, dirty=dirty, command=command)


def build_folder(
    folder: Path, *, strict: bool = False, dirty: bool = False, command: str | None = "build"
) -> Site:
    """Build the site that `folder` has already, as `build_site` does."""
    records: list[logging.LogRecord] = []
    with _listening(records):
        if command and not dirty:
            _forget_plugins()
        loaded = load_config(str(folder / "mkdocs.yml"), strict=strict)
        if command:
            loaded.plugins.on_startup(command=command, dirty=dirty)  # type: ignore[arg-type]
        try:
            build(loaded, dirty=dirty)
        finally:
            loaded.plugins.on_shutdown()
    return Site(folder / "site", tuple(records))


class Build(Protocol):
    """`build_site` with its folder chosen: what the fixture `build` gives to a test."""

    def __call__(
        self,
        files: str | Mapping[str, Any] = "",
        config: str = "",
        *,
        theme: str = "mkdocs",
        directory_urls: bool = True,
        strict: bool = False,
        dirty: bool = False,
        command: str | None = "build",
    ) -> Site:
        """Write a site and build it."""
