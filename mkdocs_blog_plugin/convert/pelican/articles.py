"""Articles of Pelican: their headers, slugs and addresses."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.convert.addresses import is_site_path
from mkdocs_blog_plugin.convert.pelican.rst import without_marks
from mkdocs_blog_plugin.convert.pelican.site import is_in
from mkdocs_blog_plugin.convert.sources import below, text_at
from mkdocs_blog_plugin.convert.values import moment_of, text_of, texts_of
from mkdocs_blog_plugin.html import attributes
from mkdocs_blog_plugin.html.markup import TOKEN, is_start
from mkdocs_blog_plugin.posts.front_matter import parse_front_matter
from mkdocs_blog_plugin.text import decoded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from mkdocs_blog_plugin.convert.pelican.site import PelicanSite

MARKDOWN = (".md", ".markdown", ".mkd", ".mdown")
RST = (".rst",)
HTML = (".html", ".htm")
_HEADER = re.compile(r"(?P<key>[A-Za-z0-9_-]+)[ \t]*:(?P<value>.*)")
_DOCINFO = re.compile(r":(?P<key>[A-Za-z][\w -]*):[ \t]*(?P<value>.*)")
_UNDERLINE = re.compile(r"([=\-~^\"'`#*+.:_])\1{2,}\s*")
_INLINE_TAG = re.compile(
    r"</?(?:abbr|b|br|cite|code|em|i|kbd|mark|q|s|small|span|strong|sub|sup|tt|u|var)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_TITLE = re.compile(r"<title>((?:(?!<title>).)*?)</title>", re.IGNORECASE | re.DOTALL)
_BODY = re.compile(r"<body[^<>]*>((?:(?!<body\b).)*?)</body>", re.IGNORECASE | re.DOTALL)
_FIELD = re.compile(r"\{(\w+)(?::([^{}]*))?\}")


@dataclass(frozen=True, kw_only=True)
class Article:
    """An article or page, taken apart."""

    path: str
    relative: str
    """Path below the content."""
    meta: Mapping[str, str]
    """What its header says, keys in lower case."""
    body: str
    body_line: int
    date: datetime | None
    category: str

    @property
    def title(self) -> str:
        """Its title, else made of its file's name."""
        title = self.title_html
        if self.path.endswith(RST):
            title = without_marks(title)
        return decoded(_INLINE_TAG.sub("", title)).strip()

    @property
    def title_html(self) -> str:
        """Its title as Pelican prints it."""
        stem = posixpath.splitext(posixpath.basename(self.path))[0]
        return self.meta.get("title") or stem.replace("-", " ").capitalize()

    @property
    def is_draft(self) -> bool:
        """Whether it is in no list and at no address that anybody was told."""
        return self.meta.get("status", "").lower() == "draft"

    @property
    def tags(self) -> list[str]:
        """Its tags."""
        return _split(self.meta.get("tags", ""))

    @property
    def authors(self) -> list[str]:
        """Its authors."""
        names = self.meta.get("authors", "")
        return [*_split(names), *texts_of(self.meta.get("author"))]


def _split(text: str) -> list[str]:
    """Return the items of a list, which semicolons separate where there are any."""
    return texts_of(text, ";" if ";" in text else ",")


def read_articles(site: PelicanSite) -> Iterator[Article]:
    """Yield articles and pages, in order of path."""
    for path, relative in below(site.sources, site.content):
        is_text = path.endswith((*MARKDOWN, *RST, *HTML))
        if is_text and site.is_read(relative) and not _is_static(relative, site):
            yield _read(site, path, relative)


def _is_static(relative: str, site: PelicanSite) -> bool:
    return relative.startswith((".", "_")) or (
        is_in(relative, site.static) and relative.endswith(HTML)
    )


def _read(site: PelicanSite, path: str, relative: str) -> Article:
    text = text_at(site.sources, path)
    take = _rst if path.endswith(RST) else _html if path.endswith(HTML) else _markdown
    meta, body = take(text)
    defaults = site.settings.get("DEFAULT_METADATA")
    if isinstance(defaults, Mapping):
        meta = {**{str(key).lower(): text_of(value) for key, value in defaults.items()}, **meta}
    meta = {**_from_name(relative, site), **meta}
    folder = posixpath.basename(posixpath.dirname(relative))
    use_folder = site.settings.get("USE_FOLDER_AS_CATEGORY", True)
    category = meta.get("category") or (folder if use_folder else "")
    return Article(
        path=path,
        relative=relative,
        meta=meta,
        body=body,
        body_line=text.count("\n", 0, len(text) - len(body)) + 1,
        date=moment_of(meta.get("date"), site.zone),
        category=category or site.text("DEFAULT_CATEGORY", "misc"),
    )


def _from_name(relative: str, site: PelicanSite) -> dict[str, str]:
    """Return the metadata in the name of a file: its date, unless the settings ask for more."""
    pattern = site.text("FILENAME_METADATA", r"(?P<date>\d{4}-\d{2}-\d{2}).*")
    safe = pattern if len(pattern) < 200 and not re.search(r"[+*]\)[+*]", pattern) else ""  # noqa: PLR2004 - longer than anybody writes
    try:
        stem = posixpath.splitext(posixpath.basename(relative))[0]
        found = re.match(safe, stem) if safe else None
    except re.error:
        return {}
    return (
        {key.lower(): value for key, value in found.groupdict().items() if value} if found else {}
    )


def _markdown(text: str) -> tuple[dict[str, str], str]:
    """Return the header of Markdown, between lines of dashes or not, and the text."""
    if text.startswith("---\n"):
        front_matter = parse_front_matter(text)
        values = {
            str(key).lower(): ", ".join(texts_of(value))
            if isinstance(value, list)
            else text_of(value)
            for key, value in front_matter.data.items()
        }
        return values, front_matter.body
    meta: dict[str, str] = {}
    key = ""
    lines = text.lstrip("\n").split("\n")
    for number, line in enumerate(lines):
        found = _HEADER.match(line)
        if found:
            key = found["key"].lower()
            meta[key] = found["value"].strip()
        elif key and re.match(r"(?: {4}|\t)\S", line):
            separator = ", " if key in ("tags", "authors") else " "
            meta[key] = f"{meta[key]}{separator if meta[key] else ''}{line.strip()}"
        else:
            return meta, "\n".join(lines[number:]).lstrip("\n")
    return meta, ""


def _rst(text: str) -> tuple[dict[str, str], str]:
    """Return the title and the fields of reStructuredText, and the text below them."""
    lines = text.lstrip("\n").split("\n")
    meta: dict[str, str] = {}
    number = 0
    if len(lines) > 2 and _UNDERLINE.fullmatch(lines[0]) and _UNDERLINE.fullmatch(lines[2]):  # noqa: PLR2004 - the line above, the title, the line below
        meta["title"] = lines[1].strip()
        number = 3
    elif len(lines) > 1 and lines[0].strip() and _UNDERLINE.fullmatch(lines[1]):
        meta["title"] = lines[0].strip()
        number = 2
    key = ""
    for place in range(number, len(lines)):
        found = _DOCINFO.fullmatch(lines[place].rstrip())
        if found:
            key = found["key"].lower()
            meta[key] = found["value"].strip()
        elif key and lines[place].startswith((" ", "\t")) and lines[place].strip():
            meta[key] = f"{meta[key]} {lines[place].strip()}".strip()
        elif lines[place].strip():
            return meta, "\n".join(lines[place:])
    return meta, ""


def _html(text: str) -> tuple[dict[str, str], str]:
    meta = dict(_named_contents(text))
    if "keywords" in meta:
        meta.setdefault("tags", meta["keywords"])
    title = _TITLE.search(text)
    if title:
        meta["title"] = title[1].strip()
    body = _BODY.search(text)
    return meta, (body[1] if body else text).strip()


def _named_contents(text: str) -> Iterator[tuple[str, str]]:
    """Yield name and content of each `meta`; Pelican knows `contents`, too."""
    for token in TOKEN.finditer(text):
        if is_start(token) and token["name"].lower() == "meta":
            own = dict(attributes.read(token["attributes"]))
            if own.get("name"):
                yield own["name"].lower(), own.get("content") or own.get("contents", "")


def address_of(article: Article, site: PelicanSite, *, is_page: bool) -> str:
    """Return the address of an article or page, with a leading slash; empty without one."""
    own = article.meta.get("url") or article.meta.get("save_as", "")
    url, save_as = _patterns(article, site, is_page=is_page)
    return _address(own or _filled(url or save_as, article, site))


def file_of(article: Article, site: PelicanSite, *, is_page: bool) -> str:
    """Return the address of the file that Pelican writes, which a server may answer as well."""
    own = article.meta.get("save_as") or article.meta.get("url", "")
    url, save_as = _patterns(article, site, is_page=is_page)
    return _address(own or _filled(save_as or url, article, site))


def _patterns(article: Article, site: PelicanSite, *, is_page: bool) -> tuple[str, str]:
    """Return the settings for the address and for the file."""
    kind = "PAGE" if is_page else "ARTICLE"
    default = "pages/{slug}.html" if is_page else "{slug}.html"
    language = article.meta.get("lang", "")
    if language and language != site.language:
        kind, default = f"{kind}_LANG", default.replace("{slug}", "{slug}-{lang}")
    url, save_as = site.text(f"{kind}_URL"), site.text(f"{kind}_SAVE_AS")
    return (url, save_as) if url or save_as else (default, default)


def _address(path: str) -> str:
    path = path.removesuffix("index.html") if path.endswith("/index.html") else path
    address = f"/{path.lstrip('/')}"
    return address if is_site_path(address) else ""


def _filled(pattern: str, article: Article, site: PelicanSite) -> str:
    date = article.date
    stem = posixpath.splitext(posixpath.basename(article.path))[0]
    source = stem if site.text("SLUGIFY_SOURCE", "title") == "basename" else article.title_html
    values = {
        "slug": article.meta.get("slug") or site.slug(source),
        "category": site.slug(article.category),
        "author": site.slug(article.authors[0]) if article.authors else "",
        "lang": article.meta.get("lang") or site.language,
    }

    def field(found: re.Match[str]) -> str:
        if found[1] == "date" and date:
            form = found[2] or "%Y-%m-%d"
            return re.sub(r"%-?[YmdjHMSBbyA]", lambda part: _part(part[0], date), form)
        return values.get(found[1], "")

    return _FIELD.sub(field, pattern)


def _part(directive: str, date: datetime) -> str:
    text = date.strftime(directive.replace("-", ""))
    return text.lstrip("0") if "-" in directive else text
