"""Which files of a Jekyll site are posts, and what their names and front matter say."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from itertools import chain
from typing import TYPE_CHECKING, Any

from mkdocs_blog_plugin.convert.addresses import is_site_path, pattern
from mkdocs_blog_plugin.convert.sources import below, text_at
from mkdocs_blog_plugin.convert.values import lowered, moment_of, text_of, texts_of
from mkdocs_blog_plugin.posts.dates import date_in_name
from mkdocs_blog_plugin.posts.front_matter import parse_front_matter
from mkdocs_blog_plugin.posts.values import as_flag
from mkdocs_blog_plugin.urls.slug import slug_or_name
from mkdocs_blog_plugin.urls.tokens import PermalinkValues

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from mkdocs_blog_plugin.convert.jekyll.site import JekyllSite

MARKDOWN = (".md", ".markdown", ".mkd", ".mkdn", ".mkdown")
HTML = (".html", ".htm", ".xhtml")
OTHERS = (".textile", ".adoc", ".asciidoc", ".org", ".rst", ".haml", ".slim", ".erb")
"""Markup of plugins, which is not converted."""
_POST = re.compile(r"(?:(?P<folders>.*)/)?(?P<kind>_posts|_drafts)/(?P<inside>.*/)?(?P<file>[^/]+)")
_HEADER = re.compile(r"---[ \t]*\n")
_DATES = ("date", "last_modified_at", "modified", "updated")


@dataclass(frozen=True, kw_only=True)
class JekyllPost:
    """A file of a site that has front matter, or is a post."""

    path: str
    """In the sources."""
    relative: str
    """Path below the folder of the site."""
    meta: Mapping[str, Any]
    """Its front matter over the defaults, keys in lower case."""
    own: Mapping[str, Any]
    """Its front matter alone, keys as written."""
    body: str
    body_line: int
    is_draft: bool = False
    folders: tuple[str, ...] = ()
    """Folders above `_posts`, which are categories."""
    inside: str = ""
    """Folders below `_posts`, with a slash at the end."""
    zone_date: datetime | None = None
    """When it was published, in the zone of the site; None for a draft without a date."""
    date: datetime | None = None
    """The same, in the zone that front matter names."""

    @property
    def name(self) -> str:
        """Its file's name without suffix."""
        return posixpath.splitext(posixpath.basename(self.path))[0]

    @property
    def is_html(self) -> bool:
        """Whether it is HTML, to which kramdown does nothing."""
        return self.path.endswith(HTML)

    @property
    def categories(self) -> list[str]:
        """Its categories in the order of Jekyll, which its address may depend on."""
        several = texts_of(self.meta.get("categories"), split=None)
        one = texts_of(self.meta.get("category"))
        return list(dict.fromkeys([*self.folders, *several, *one]))

    @property
    def tags(self) -> list[str]:
        """Its tags: those under `tags`, also of the defaults, only where there is no `tag`."""
        several = texts_of(self.meta.get("tags"), split=None)
        return list(dict.fromkeys(texts_of(self.meta.get("tag")) or several))

    @property
    def title(self) -> str:
        """Its title, else made of its name as Jekyll makes it."""
        dated = date_in_name(self.name)
        words = (dated[1] if dated else self.name).split("-")
        return text_of(self.meta.get("title")) or " ".join(word.capitalize() for word in words)

    def address(self, permalink: str) -> str:
        """Return its address under the site's `permalink`, or its own; empty for one without."""
        own = text_of(self.meta.get("permalink"))
        if self.zone_date is None or self.is_draft:
            return ""
        values = self._values(self.zone_date)
        return _address(own, values) or _address(permalink, values) or _address("date", values)

    def other_address(self, permalink: str) -> str:
        """Return the address it had on a machine whose clock is that of its date."""
        if self.date is None or self.zone_date is None or self.date.date() == self.zone_date.date():
            return ""
        return replace(self, zone_date=self.date).address(permalink)

    def _values(self, published: datetime) -> PermalinkValues:
        slug = text_of(self.meta.get("slug"))
        title_slug = slug_or_name(self.title)
        return PermalinkValues(
            published=published,
            slug=slug or title_slug,
            title_slug=title_slug,
            file_name=self.name,
            own_slug=slug,
            labels=tuple(self.categories),
        )


def _address(text: str, values: PermalinkValues) -> str:
    """Return the address that a permalink makes, empty where it makes none."""
    if not text:
        return ""
    found = pattern(text)
    if found is None:
        fixed = f"/{text.lstrip('/')}"
        return fixed if is_site_path(fixed) and ":" not in fixed else ""
    path = found.path(values)
    is_folder = text == "pretty" or text.rstrip().endswith("/")
    return f"/{path}/" if is_folder and path else f"/{path}"


def read_posts(site: JekyllSite) -> Iterator[JekyllPost]:
    """Yield the posts and drafts of a site, in order of path."""
    has_folder = any("_posts" in path.split("/")[:-1] for path in site.sources.paths)
    for path, relative in _sources(site):
        found = _POST.fullmatch(relative if has_folder else f"_posts/{relative}")
        if not found or not path.endswith((*MARKDOWN, *HTML)):
            continue
        post = _read(site, path, relative, found)
        if post is not None:
            yield post


def unread_posts(site: JekyllSite) -> Iterator[tuple[str, str, str]]:
    """Yield each file among the posts and drafts that is not read: path, kind of the reason, reason."""
    for path, relative in _sources(site):
        found = _POST.fullmatch(relative)
        if not found:
            continue
        if path.endswith(OTHERS):
            yield path, "format", "only Markdown and HTML are converted"
        elif path.endswith((*MARKDOWN, *HTML)) and not _is_named_as_post(found):
            yield path, "name", "the name of a post begins with a day, as in 2020-02-03-title.md"


def _sources(site: JekyllSite) -> Iterator[tuple[str, str]]:
    """Yield two paths of each file that may be a post: whole, and below the folder of the collections."""
    for path, inside in below(site.sources, site.folder):
        relative = inside.removeprefix(site.collections)
        if not relative.startswith("_site/") and not site.is_excluded(inside):
            yield path, relative


def unread_dates(posts: Sequence[JekyllPost]) -> Iterator[tuple[str, str, str]]:
    """Yield each post whose date is not read: path, kind of the reason, reason."""
    for post in posts:
        date = post.meta.get("date")
        if date and moment_of(date, UTC) is None:
            used = "the day in its name is" if post.date else "no day is"
            yield post.path, "date", f"'{date}' cannot be read as a date, so {used} used"


def _is_named_as_post(found: re.Match[str]) -> bool:
    """Return whether Jekyll takes a file among the posts for one; drafts need no date."""
    named = date_in_name(posixpath.splitext(found["file"])[0])
    return found["kind"] == "_drafts" or bool(named and named[1])


def _read(site: JekyllSite, path: str, relative: str, found: re.Match[str]) -> JekyllPost | None:
    if not _is_named_as_post(found):
        return None
    is_draft = found["kind"] == "_drafts"
    named = date_in_name(posixpath.splitext(found["file"])[0])
    post = read_page(site, path, relative, kind="posts")
    date = moment_of(post.meta.get("date"), site.zone)
    if date is None and named:
        date = datetime.combine(named[0], time(), site.zone)
    folders = tuple(part for part in (found["folders"] or "").split("/") if part)
    return replace(
        post,
        is_draft=is_draft or as_flag(post.meta.get("published")) is False,
        folders=tuple(part for part in folders if not part.startswith("_")),
        inside=found["inside"] or "",
        date=date,
        zone_date=date.astimezone(site.zone) if date else None,
    )


def _in_utc(plain: Mapping[str, Any]) -> dict[str, datetime]:
    """Return the dates that are a time to YAML but name no zone: Ruby takes them for UTC.

    One in quotes, or without seconds, is text to YAML, and Jekyll reads it in the zone of the site.
    """
    return {
        key: value.replace(tzinfo=UTC)
        for key, value in plain.items()
        if str(key).lower() in _DATES and isinstance(value, datetime) and value.tzinfo is None
    }


def read_page(site: JekyllSite, path: str, relative: str, *, kind: str) -> JekyllPost:
    """Return a file with front matter; `kind` says which defaults are its own."""
    text = text_at(site.sources, path)
    if not _HEADER.match(text):
        own: Mapping[str, Any] = {}
        body, line = text, 1
    else:
        front_matter = parse_front_matter(text, path)
        own, body, line = front_matter.data, front_matter.body, front_matter.body_line
        own = {**own, **_in_utc(front_matter.plain or {})}
    defaults, written = lowered(site.defaults(relative, kind)), lowered(own)
    both = (texts_of(found.get("categories"), split=None) for found in (defaults, written))
    meta = defaults | written | {"categories": list(chain.from_iterable(both))}
    return JekyllPost(path=path, relative=relative, meta=meta, own=own, body=body, body_line=line)
