"""When a post was published, and who gets to see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.posts.dates import date_in_folders, date_in_name, parse_date
from mkdocs_blog_plugin.posts.keys import KEYS
from mkdocs_blog_plugin.posts.post import State
from mkdocs_blog_plugin.posts.recognition import DRAFTS, has_folder, is_section, post_name
from mkdocs_blog_plugin.posts.values import as_flag, as_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from mkdocs_blog_plugin.posts.document import Document
    from mkdocs_blog_plugin.posts.fields import Fields
    from mkdocs_blog_plugin.settings import Settings


@dataclass(frozen=True, kw_only=True)
class Dates:
    """The dates of a page, all aware."""

    published: datetime
    is_from_name: bool
    """Whether the name of the file has told `published`."""
    public_from: datetime | None
    """Hugo's `publishDate`, where it stands beside another date of publication."""
    updated: datetime | None
    expires: datetime | None
    others: Mapping[str, datetime]
    """What the key `date` holds: the entries of a map, else `created`."""


def read_dates(fields: Fields, document: Document, settings: Settings) -> Dates | None:
    """Return the dates of a page, None without one of publication.

    That one comes from front matter, else from the name of the file, its folders, or git.
    """
    zone = settings.timezone
    others = fields.dates(zone)
    published = others.get("created") or fields.date(zone, *_published_keys(fields))
    named = None if published else date_in_name(post_name(document.src_uri, settings))
    if published is None:
        day = named[0] if named else date_in_folders(document.src_uri)
        published = parse_date(day, zone) if day else _date_from_outside(fields, document, settings)
    if published is None:
        return None
    return Dates(
        published=published,
        is_from_name=named is not None,
        public_from=fields.date(zone, "publishDate") if fields.given("date") else None,
        updated=fields.date(zone, KEYS["updated"][0])
        or others.get("updated")
        or fields.date(zone, *KEYS["updated"][1:]),
        expires=fields.date(zone, *KEYS["expires"]),
        others=others,
    )


def written_date(fields: Fields) -> str:
    """Return the key in which front matter names a date of publication; empty without one."""
    return next((key for key, _ in fields.given(*KEYS["date"], *_published_keys(fields))), "")


def is_draft(fields: Fields) -> bool | None:
    """Return whether a page says that it is a draft; None where it says nothing about it."""
    if has_folder(fields.path, DRAFTS) or _published_flag(fields) is False:
        return True
    return True if _status(fields) == "draft" else fields.flag("draft")


def state_of(fields: Fields, dates: Dates, settings: Settings) -> State:
    """Return the state of a page; an explicit `draft: false` also overrides a date in the future.

    It overrides neither an expiry nor a `publishDate` beside `date`, which are instants on purpose.
    """
    now, draft = settings.drafts.now, is_draft(fields)
    if draft:
        return State.DRAFT
    if dates.expires and dates.expires <= now:
        return State.EXPIRED
    if dates.public_from and dates.public_from > now:
        return State.SCHEDULED
    if draft is None and settings.drafts.if_future_date and dates.published > now:
        return State.SCHEDULED
    if any(fields.flag(name) for name in KEYS["unlisted"]) or _status(fields) == "hidden":
        return State.UNLISTED
    return State.PUBLISHED


def _status(fields: Fields) -> str:
    """Return Pelican's `status`; Material has the key for other things (`new`, `deprecated`)."""
    return next((as_text(value) or "" for _, value in fields.given("status")), "").lower()


def _published_flag(fields: Fields) -> bool | None:
    """Return the key `published` where it is a flag, not a date."""
    return next((as_flag(value) for _, value in fields.given("published")), None)


def _published_keys(fields: Fields) -> tuple[str, ...]:
    """Return the synonyms of `date`; `published` is one of them unless it is a flag."""
    keys = KEYS["published"]
    return keys if _published_flag(fields) is None else keys[1:]


def _date_from_outside(fields: Fields, document: Document, settings: Settings) -> datetime | None:
    """Return when a page was first committed, if that is to count; for a draft that is shown, now.

    The text of a folder of posts has no date of its own.
    """
    is_dated_by_git = settings.posts.date_from_git and document.git_date
    if is_dated_by_git and not is_section(document.src_uri, settings):
        return document.git_date
    is_shown_draft = settings.drafts.show_all and is_draft(fields)
    return settings.drafts.now.astimezone(settings.timezone) if is_shown_draft else None
