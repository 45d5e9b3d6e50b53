"""An export of WordPress in, a blog in our terms out."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote

from mkdocs_blog_plugin.convert.addresses import split_site
from mkdocs_blog_plugin.convert.blog import FEED_FILES, OldBlog, OldPost, OldSite
from mkdocs_blog_plugin.convert.values import filled, moment_of, written
from mkdocs_blog_plugin.convert.wordpress.content import convert_content
from mkdocs_blog_plugin.convert.wordpress.wxr import Export, Item, is_export, read_export
from mkdocs_blog_plugin.urls.paths import url_parts
from mkdocs_blog_plugin.urls.slug import slug_or_name, slugify

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from mkdocs_blog_plugin.convert.reading import Reading
    from mkdocs_blog_plugin.convert.report import Notes
    from mkdocs_blog_plugin.convert.sources import Sources

_BUILT: Final = ("publish", "draft", "private", "pending", "future")
_PATTERNS: Final = (
    ("{year}/{month}/{day}/{slug}", ":year/:month/:day/:title"),
    ("{year}/{month}/{slug}", ":year/:month/:title"),
    ("{year}/{slug}", ":year/:title"),
    ("archives/{slug}", "archives/:title"),
    ("blog/{slug}", "blog/:title"),
    ("{slug}", ":title"),
)
"""Structures of addresses that WordPress offers, as ours."""
_NAME = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)-(?P<slug>.*)\.md")
"""The file that a dated post is converted to."""
_NONE = ("0000-00-00 00:00:00", "")


def is_wordpress(sources: Sources) -> bool:
    """Return whether there is an export of WordPress."""
    return bool(_exports(sources))


def _exports(sources: Sources) -> list[str]:
    paths = [
        path for path in sources.paths if path.lower().endswith(".xml") and path.count("/") <= 1
    ]
    return [path for path in paths if is_export(sources.read(path))]


def read_wordpress(reading: Reading) -> OldBlog:
    """Return the blog of the exports."""
    exports = [read_export(reading.sources.read(path)) for path in _exports(reading.sources)]
    items = [item for export in exports for item in export.items]
    channel: Mapping[str, str] = exports[0].channel if exports else {}
    site = _site(channel)
    reader = _Reader(items, site.base, reading.notes, reading.maps)
    shown = [item for item in items if item.get("post_type") == "post" and _is_built(item)]
    posts = tuple(reader.post(item) for item in reading.progress(shown))
    pages = [
        item
        for item in items
        if item.get("post_type") == "page" and item.get("status") == "publish"
    ]
    _tell_attachments(items, reading.sources, reading.notes)
    if site.url:
        message = (
            f"'{site.base}/feed/' is '{site.base}/{FEED_FILES['rss']}' now; feed readers find it by "
            "a rule of the web server alone: see 'Feeds that were folders' in the documentation"
        )
        reading.notes.left("feed", message, _exports(reading.sources)[0])
    return OldBlog(
        system="WordPress",
        site=site,
        posts=posts,
        pages=tuple(reader.page(item) for item in pages if reader.address(item)),
        files={
            path[path.index("wp-content/") :]: path
            for path in reading.sources.paths
            if "wp-content/" in path
        },
        authors=_authors(exports),
        terms=_terms(shown),
        options=_options(posts),
        views=frozenset({"/"}),
        smart=True,
    )


def _is_built(item: Item) -> bool:
    return item.get("status") in _BUILT


def _site(channel: Mapping[str, str]) -> OldSite:
    url, base = split_site(channel.get("base_blog_url") or channel.get("link", ""))
    return OldSite(
        name=channel.get("title", "").strip() or "Blog",
        url=url,
        base=base,
        description=channel.get("description", "").strip(),
        language=channel.get("language", ""),
    )


def _authors(exports: list[Export]) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for export in exports:
        for author in export.authors:
            login = author.get("author_login", "")
            if login:
                name = author.get("author_display_name") or login
                email = author.get("author_email", "")
                found[login] = {"name": name, **({"email": email} if email else {})}
    return found


def _terms(items: Sequence[Item]) -> dict[str, dict[str, dict[str, str]]]:
    """Return the slugs of those terms whose labels would give others."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    for item in items:
        for domain, name, label in item.terms:
            key = {"post_tag": "tags", "category": "categories"}.get(domain)
            slug = unquote(name)
            if key and label and slug and slugify(label) != slug:
                found.setdefault(key, {})[label] = {"slug": slug}
    return found


def _tell_attachments(items: Sequence[Item], sources: Sources, notes: Notes) -> None:
    """Report files that stay where they are: an export does not have them."""
    count = sum(item.get("post_type") == "attachment" for item in items)
    if count and not any("wp-content/" in path for path in sources.paths):
        notes.left(
            "attachment",
            f"{count} files are not in the export and stay at their URLs; "
            "put wp-content/uploads beside the export to include them",
            _exports(sources)[0],
        )


class _Reader:
    """Reads the items of an export."""

    def __init__(
        self,
        items: Sequence[Item],
        base: str,
        notes: Notes,
        maps: Mapping[str, Callable[..., str]],
    ) -> None:
        self._base = base
        self._notes = notes
        self._maps = maps
        self._names: Counter[str] = Counter()
        self._attachments = {
            item.get("post_id"): item.get("attachment_url")
            for item in items
            if item.get("post_type") == "attachment" and item.get("attachment_url")
        }

    def address(self, item: Item) -> str:
        """Return the path of an item's address in its site; empty if only a query led to it."""
        parts = url_parts(item.get("link").strip())
        if item.get("status") != "publish" or not parts or parts.query:
            return ""
        base = f"{self._base}/"
        path = f"/{parts.path.removeprefix(base)}" if parts.path.startswith(base) else parts.path
        return unquote(path) if path.strip("/") else ""

    def post(self, item: Item) -> OldPost:
        """Return a post."""
        date = self._date(item)
        slug = unquote(item.get("post_name")) or slug_or_name(item.get("title") or "untitled")
        name = f"{date:%Y-%m-%d}-{slug}" if date else slug
        name = re.sub(r"[^\w.~-]+", "-", name)[:100].strip("-.") or "post"
        self._names[name] += 1
        number = f"-{self._names[name]}" if self._names[name] > 1 else ""
        source = f"{item.get('title') or slug} (post {item.get('post_id')})"
        return OldPost(
            source=source,
            name=f"{name}{number}.md",
            meta=self._front_matter(item, date),
            body=self._body(item, source),
            address=self.address(item),
            queries=_queries(item),
        )

    def page(self, item: Item) -> OldPost:
        """Return an ordinary page."""
        address = self.address(item)
        source = f"{item.get('title')} (page {item.get('post_id')})"
        return OldPost(
            source=source,
            name=f"{posixpath.normpath(address.strip('/')).lstrip('./')}.md",
            meta={"title": item.get("title").strip()} if item.get("title").strip() else {},
            body=self._body(item, source),
            address=address,
            queries=_queries(item),
        )

    def _body(self, item: Item, source: str) -> str:
        return convert_content(
            item.get("content"), self._notes, source, self._maps, self._attachments
        )

    def _date(self, item: Item) -> datetime | None:
        """Return when an item was published, in the zone that its two dates differ by."""
        local, universal = item.get("post_date"), item.get("post_date_gmt")
        date = moment_of(local, UTC) if local not in _NONE else None
        other = moment_of(universal, UTC) if universal not in _NONE else None
        if date is None or other is None:
            return date or other
        offset = date - other
        is_zone = abs(offset) <= timedelta(hours=14) and offset.seconds % 900 == 0
        return date.replace(tzinfo=timezone(offset)) if is_zone and offset else date

    def _front_matter(self, item: Item, date: datetime | None) -> dict[str, Any]:
        labels: dict[str, list[str]] = {"category": [], "post_tag": []}
        for domain, _, label in item.terms:
            if domain in labels and label and label not in labels[domain]:
                labels[domain].append(label)
        thumbnail = self._attachments.get(item.fields.get("_thumbnail_id", ""), "")
        excerpt = " ".join(re.sub(r"<[^<>]*>", " ", item.get("excerpt")).split())
        values: dict[str, Any] = {
            "title": item.get("title").strip() or item.get("post_name") or "Untitled",
            "date": written(date, UTC) if date else None,
            "authors": [item.get("creator")] if item.get("creator") else [],
            "categories": labels["category"],
            "tags": labels["post_tag"],
            "excerpt": excerpt,
            "image": thumbnail,
            "draft": item.get("status") not in ("publish", "future"),
            "pin": item.get("is_sticky") == "1",
            "guid": item.get("guid").strip() if item.get("status") == "publish" else "",
        }
        return filled(values)


def _queries(item: Item) -> tuple[str, ...]:
    """Return the queries by which WordPress finds an item that has another address, too."""
    return tuple(f"{key}={item.get('post_id')}" for key in ("p", "page_id") if item.get("post_id"))


def _options(posts: Sequence[OldPost]) -> dict[str, Any]:
    """Return our options, with the structure of addresses that most posts have."""
    counts: Counter[str] = Counter()
    for post in posts:
        named = _NAME.fullmatch(post.name)
        if not post.address or not named:
            continue
        for shape, pattern in _PATTERNS:
            if post.address.strip("/").endswith(shape.format(**named.groupdict())):
                counts[pattern] += 1
                break
    pattern = counts.most_common(1)[0][0] if counts else ":year/:month/:day/:title"
    return {
        "blog_dir": ".",
        "post_dir": "blog/posts",
        "post_url_format": pattern,
        "draft_if_future_date": True,
    }
