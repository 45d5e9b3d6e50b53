"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.text import xml_safe

if TYPE_CHECKING:
    from mkdocs_blog_plugin.feeds.feed import Feed, FeedEntry
    from mkdocs_blog_plugin.feeds.public_post import Attachment, Person

MEDIA_TYPE = "application/feed+json"


def write_json_feed(feed: Feed) -> bytes:
    """Return `feed` as a JSON Feed document."""
    values = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.subtitle,
        "user_comment": feed.notice,
        "home_page_url": feed.home_url,
        "feed_url": feed.self_url,
        "next_url": feed.older_url if feed.archives_type == MEDIA_TYPE else "",
        "language": feed.language,
        "hubs": [{"type": "WebSub", "url": feed.hub}] if feed.hub else [],
        "authors": [_author(feed.author)],
        "items": [_item(entry) for entry in feed.entries],
    }
    kept = {key: value for key, value in values.items() if value or key == "items"}
    return xml_safe(json.dumps(kept, ensure_ascii=False) + "\n").encode()


def _item(entry: FeedEntry) -> dict[str, object]:
    post = entry.post
    values = {
        "id": entry.id,
        "url": post.url,
        "external_url": post.external_url,
        "title": post.title,
        "content_html": entry.html,
        "summary": post.summary,
        "image": post.picture.url if post.picture else "",
        "date_published": post.published.isoformat(timespec="seconds"),
        "date_modified": post.modified.isoformat(timespec="seconds"),
        "authors": [_author(author) for author in post.authors],
        "tags": [category.label for category in post.categories],
        "language": post.language,
        "attachments": _attachments(post.attachment),
    }
    return {key: value for key, value in values.items() if value or key == "content_html"}


def _author(person: Person) -> dict[str, str]:
    values = {"name": person.name, "url": person.url, "avatar": person.avatar}
    return {key: value for key, value in values.items() if value}


def _attachments(file: Attachment | None) -> list[dict[str, object]]:
    if file is None:
        return []
    length = {"size_in_bytes": file.length} if file.length is not None else {}
    return [{"url": file.url, "mime_type": file.media_type, **length}]
