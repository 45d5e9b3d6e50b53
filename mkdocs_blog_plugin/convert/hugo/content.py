"""The pages of a Hugo site: where they are, in which language, and at which address."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from mkdocs_blog_plugin.convert.addresses import is_site_path
from mkdocs_blog_plugin.convert.hugo.cascade import Cascades, Place
from mkdocs_blog_plugin.convert.hugo.dates import dated
from mkdocs_blog_plugin.convert.sources import below, text_at
from mkdocs_blog_plugin.convert.values import lowered, text_of
from mkdocs_blog_plugin.posts.front_matter import parse_front_matter
from mkdocs_blog_plugin.posts.values import as_flag

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from mkdocs_blog_plugin.convert.hugo.site import HugoSite

MARKDOWN = (".md", ".markdown", ".mdown")
HTML = (".html", ".htm")
OTHERS = (".adoc", ".asciidoc", ".org", ".rst", ".pandoc", ".pdc")
_SECTIONS = re.compile(r":sections\[([^\]]*)\]")
_TOKEN = re.compile(r":[a-z_]+")
_DATED = re.compile(r":(?:year|month|day|weekday)")
_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class HugoPage:
    """A file of the content with front matter."""

    path: str
    """In the sources."""
    relative: str
    """Path below the content of its language, without the language in its name."""
    language: str
    meta: Mapping[str, Any]
    """Its front matter over what its sections hand down, keys in lower case."""
    own: Mapping[str, Any]
    """Its front matter, keys as written."""
    body: str
    body_line: int
    date: datetime | None
    sections: Sequence[str] = ()
    """Those of `folders` that are sections to Hugo: the first, and down to the last that has a page."""
    part: Callable[[str], str]
    """Returns a text as a part of an address."""

    @cached_property
    def stem(self) -> str:
        """Its file's name without suffix."""
        return posixpath.splitext(posixpath.basename(self.relative))[0]

    @property
    def is_bundle(self) -> bool:
        """Whether it is the page of a folder with files of its own."""
        return self.stem == "index"

    @property
    def is_section(self) -> bool:
        """Whether it is the page of a folder with pages."""
        return self.stem == "_index"

    @cached_property
    def folders(self) -> list[str]:
        """The folders that it lies in, from the section on."""
        folder = posixpath.dirname(self.relative)
        folder = posixpath.dirname(folder) if self.is_bundle else folder
        return [part for part in folder.split("/") if part]

    @property
    def section(self) -> str:
        """The first of them; empty at the top."""
        return self.folders[0] if self.folders else ""

    @property
    def name(self) -> str:
        """The last part of its path: of its folder in a bundle."""
        if self.is_bundle or self.is_section:
            return posixpath.basename(posixpath.dirname(self.relative))
        return self.stem

    @cached_property
    def build(self) -> dict[str, Any]:
        """What front matter says of how the page is built, keys in lower case."""
        found = self.meta.get("build") or self.meta.get("_build")
        return lowered(found) if isinstance(found, Mapping) else {}

    @property
    def is_rendered(self) -> bool:
        """Whether it has an address at all."""
        is_without = str(self.build.get("render")).lower() in ("never", "link", "false")
        return not is_without and as_flag(self.meta.get("headless")) is not True

    @property
    def is_listed(self) -> bool:
        """Whether it is in lists."""
        return str(self.build.get("list")).lower() not in ("never", "local", "false")

    @property
    def title(self) -> str:
        """Its title; empty without one."""
        return text_of(self.meta.get("title"))


def read_pages(site: HugoSite) -> Iterator[HugoPage]:
    """Yield all pages of the content, in order of path."""
    cascades = Cascades()
    cascades.add("", site.config.get("cascade"))
    places = dict(_places(site))
    sections = {place for place in places.values() if place.is_section}
    for path in sorted(places, key=lambda path: (posixpath.dirname(path), "_index" not in path)):
        place = places[path]
        front_matter = parse_front_matter(text_at(site.sources, path), path)
        own = front_matter.data
        meta = {**cascades.values(posixpath.dirname(path), place), **lowered(own)}
        params = own.get("params")
        if isinstance(params, Mapping):
            meta = {**lowered(params), **meta}
        if place.is_section:
            cascades.add(posixpath.dirname(path), meta.get("cascade"))
        relative = place.path + posixpath.splitext(path)[1]
        date, slug = dated(meta, relative, site)
        if slug:
            meta.setdefault("slug", slug)
        yield HugoPage(
            path=path,
            relative=relative,
            language=place.language,
            meta=meta,
            own=own,
            body=front_matter.body,
            body_line=front_matter.body_line,
            date=date,
            sections=_sections(place, sections),
            part=site.part,
        )


def _places(site: HugoSite) -> Iterator[tuple[str, Place]]:
    """Yield the path of each page, and its place in the content."""
    for path in site.sources.paths:
        language, relative = _language(path, site) or ("", "")
        is_page = relative.endswith((*MARKDOWN, *HTML))
        if is_page and "/_" not in path.replace("/_index", "/") and not site.is_ignored(path):
            bare = posixpath.splitext(relative)[0]
            is_section = posixpath.basename(bare) == "_index"
            yield path, Place(path=bare, language=language, is_section=is_section)


def _sections(page: Place, sections: Collection[Place]) -> tuple[str, ...]:
    """Return the folders of a page down to the last that is a section: the first, or one with a page."""
    folders = posixpath.dirname(page.path).split("/")
    while len(folders) > 1:
        own = Place(path="/".join([*folders, "_index"]), language=page.language, is_section=True)
        if own in sections:
            break
        folders.pop()
    return tuple(filter(None, folders))


def _language(path: str, site: HugoSite) -> tuple[str, str] | None:
    """Return the language of a file of the content, and its path without it; None elsewhere."""
    for language in site.languages:
        folder = site.content_of(language)
        if folder != site.content and path.startswith(f"{folder}/"):
            return language, path.removeprefix(f"{folder}/")
    root = f"{site.content}/" if site.content else ""
    if not path.startswith(root):
        return None
    relative = path.removeprefix(root)
    stem, extension = posixpath.splitext(relative)
    bare, dot, language = stem.rpartition(".")
    is_language = dot and (language.lower() in site.languages or language == site.language)
    if is_language and extension in (*MARKDOWN, *HTML):
        return language.lower(), bare + extension
    return site.language, relative


_TOKENS: Final[Mapping[str, Callable[[HugoPage, datetime], str]]] = {
    ":year": lambda _, date: f"{date.year:04}",
    ":month": lambda _, date: f"{date.month:02}",
    ":monthname": lambda _, date: f"{date:%B}".lower(),
    ":day": lambda _, date: f"{date.day:02}",
    ":weekday": lambda _, date: str(date.isoweekday() % 7),
    ":weekdayname": lambda _, date: f"{date:%A}".lower(),
    ":yearday": lambda _, date: str(date.timetuple().tm_yday),
    ":section": lambda page, _: page.part(page.section),
    ":sections": lambda page, _: "/".join(map(page.part, page.sections)),
    ":title": lambda page, _: page.part(page.title.replace("/", "-")),
    ":slug": lambda page, _: page.part(_slug(page) or page.title.replace("/", "-") or page.name),
    ":filename": lambda page, _: page.part(page.name),
    ":contentbasename": lambda page, _: page.part(page.name),
    ":slugorfilename": lambda page, _: page.part(_slug(page) or page.name),
    ":slugorcontentbasename": lambda page, _: page.part(_slug(page) or page.name),
}


def _slug(page: HugoPage) -> str:
    return text_of(page.meta.get("slug"))


def address_of(page: HugoPage, site: HugoSite) -> str:
    """Return the address of a page, from the root of the site and decoded."""
    prefix = site.prefix(page.language)
    own = text_of(page.meta.get("url"))
    if own and "://" not in own:
        fixed = _filled(own, page) if ":" in own else own
        if is_site_path(fixed):
            return f"{'' if own.startswith('/') else prefix}/{fixed.lstrip('/')}"
    if page.is_section:
        pattern = site.section_permalinks.get(page.section.lower(), "")
        parts = [_filled(pattern, page).strip("/")] if pattern else map(page.part, page.folders)
        path = "/".join(filter(None, parts))
        return site.list_address(prefix, path, page.section)
    pattern = site.permalinks.get(page.section.lower(), "")
    if pattern and (page.date or not _DATED.search(pattern)):
        path = _filled(pattern, page)
    else:
        path = "/".join([*map(page.part, page.folders), page.part(_slug(page) or page.name)])
    path = re.sub("/{2,}", "/", path).strip("/")
    if site.is_ugly(page.section):
        return f"{prefix}/{path.removesuffix('.html')}.html"
    return f"{prefix}/{path}" if path.endswith(".html") else f"{prefix}/{path}/"


def place_of_files(page: HugoPage, address: str) -> str:
    """Return the folder, in addresses, of the files of a bundle."""
    if not address.endswith(".html"):
        return address.strip("/")
    own = text_of(page.meta.get("url"))
    return (posixpath.dirname(address) if own else address.removesuffix(".html")).strip("/")


def _filled(pattern: str, page: HugoPage) -> str:
    """Return a pattern with its tokens filled in; those that are not known stay."""
    date = page.date or _NEVER

    def sections(found: re.Match[str]) -> str:
        return "/".join(map(page.part, _sliced(page.sections, found[1])))

    def token(found: re.Match[str]) -> str:
        write = _TOKENS.get(found[0])
        if write is None:
            return found[0]
        return write(page, date) if page.date or not _DATED.match(found[0]) else ""

    return _TOKEN.sub(token, _SECTIONS.sub(sections, pattern))


def _sliced(folders: Sequence[str], text: str) -> Sequence[str]:
    """Return the sections that `[1:]`, `[0]` or `[last]` means."""
    text = text.replace("last", str(len(folders) - 1))
    first, colon, last = text.partition(":")
    try:
        if not colon:
            return folders[int(first) :][:1]
        return folders[int(first or 0) : int(last) if last else None]
    except ValueError:
        return folders


def resources(site: HugoSite, page: HugoPage) -> Iterator[tuple[str, str]]:
    """Yield two paths of each file of a page bundle: in the sources, and below the bundle."""
    for path, name in below(site.sources, posixpath.dirname(page.path)):
        if not path.endswith((*MARKDOWN, *HTML, *OTHERS)):
            yield path, name
