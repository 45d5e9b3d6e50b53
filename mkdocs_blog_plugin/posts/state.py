"""The dates of a post, and the state that follows from them and from front matter."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mkdocs_blog_plugin.posts.dates import Clock, date_in_folders, date_in_name
from mkdocs_blog_plugin.posts.keys import KEYS
from mkdocs_blog_plugin.posts.post import State
from mkdocs_blog_plugin.posts.recognition import DRAFTS, has_folder, is_section, post_name
from mkdocs_blog_plugin.posts.values import as_flag, as_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from mkdocs_blog_plugin.posts.document import Document
    from mkdocs_blog_plugin.posts.fields import Fields
    from mkdocs_blog_plugin.settings import Settings


class Dates(NamedTuple):
    """The dates of a page, all aware."""

    published: datetime
    is_from_name: bool
    """Whether `published` comes from the name of the file."""
    public_from: datetime | None
    """Hugo's `publishDate`, where it stands beside another date of publication."""
    updated: datetime | None
    expires: datetime | None
    others: Mapping[str, datetime]
    """The dates of the key `date`: the entries of a map, else `created`."""


def read_dates(fields: Fields, document: Document, settings: Settings) -> Dates | None:
    """Return the dates of a page, None without one of publication.

    That one comes from front matter, else from the name of the file, its folders, or git.
    """
    clock = _clock(settings)
    others = fields.dates(clock)
    published = _first_date(fields, clock, others, _created_keys(fields, settings))
    if _published_flag(fields) is None:
        fields.date(clock, "published")  # reported if it is neither a flag nor a date
    named = None if published else date_in_name(post_name(document.src_uri, settings))
    if published is None:
        day = named[0] if named else date_in_folders(document.src_uri)
        published = clock.read(day) if day else _date_from_outside(fields, document, settings)
    if published is None:
        return None
    return Dates(
        published=published,
        is_from_name=named is not None,
        public_from=fields.date(clock, "publishDate") if fields.present("date") else None,
        updated=_first_date(fields, clock, others, settings.posts.updated_keys),
        expires=fields.date(clock, *KEYS["expires"]),
        others=others,
    )


def written_date(fields: Fields, settings: Settings) -> str:
    """Return the key in which front matter names a date of publication; empty without one."""
    keys = (key.partition(".")[0] for key in _created_keys(fields, settings))
    return next((key for key, _ in fields.present(*keys)), "")


def is_draft(fields: Fields) -> bool | None:
    """Return whether a page says that it is a draft; None where it says nothing about it."""
    if has_folder(fields.path, DRAFTS) or _published_flag(fields) is False:
        return True
    return True if _status(fields) == "draft" else fields.flag("draft")


def state_of(fields: Fields, dates: Dates, settings: Settings) -> State:
    """Return the state of a page; an explicit `draft: false` also overrides a date in the future.

    It overrides neither an expiry nor a `publishDate` beside `date`, which are instants on purpose.
    Such a `publishDate` alone decides when the post appears, whenever `date` is.
    """
    now, draft = settings.drafts.now, is_draft(fields)
    if draft:
        return State.DRAFT
    if dates.expires and dates.expires <= now:
        return State.EXPIRED
    is_delayed = draft is None and settings.drafts.if_future_date
    starts = dates.public_from or (dates.published if is_delayed else now)
    if starts > now:
        return State.SCHEDULED
    if any(fields.flag(name) for name in KEYS["unlisted"]) or _status(fields) == "hidden":
        return State.UNLISTED
    return State.PUBLISHED


def _status(fields: Fields) -> str:
    """Return Pelican's `status`; Material has the key for other things (`new`, `deprecated`)."""
    return next((as_text(value) or "" for _, value in fields.present("status")), "").lower()


def _published_flag(fields: Fields) -> bool | None:
    """Return the key `published` where it is a flag, not a date."""
    return next((as_flag(value) for _, value in fields.present("published")), None)


def _clock(settings: Settings) -> Clock:
    posts = settings.posts
    is_zone_of_all = posts.dates_in == "site"
    return Clock(settings.timezone, posts.default_time, is_zone_of_all=is_zone_of_all)


def _created_keys(fields: Fields, settings: Settings) -> list[str]:
    """Return the keys of the date of publication; `published` is one of them unless it is a flag."""
    is_flag = _published_flag(fields) is not None
    keys = settings.posts.created_keys
    return [key for key in keys if not (is_flag and key.lower() == "published")]


def _first_date(
    fields: Fields, clock: Clock, others: Mapping[str, datetime], keys: Sequence[str]
) -> datetime | None:
    """Return the first date that can be read; `date.updated` is an entry of the map `date`."""
    for key in keys:
        name, _, entry = key.lower().partition(".")
        is_date = name == "date"
        moment = others.get(entry or "created") if is_date else fields.date(clock, key)
        if moment is not None:
            return moment
    return None


def _date_from_outside(fields: Fields, document: Document, settings: Settings) -> datetime | None:
    """Return when a page was first committed, if posts are dated by git; for a visible draft, now.

    The text of a folder of posts has no date of its own.
    """
    is_dated_by_git = settings.posts.date_from_git and document.git_date
    if is_dated_by_git and not is_section(document.src_uri, settings):
        return document.git_date
    is_shown_draft = settings.drafts.show_all and is_draft(fields)
    return settings.drafts.now.astimezone(settings.timezone) if is_shown_draft else None
