"""A document read as a post, or the verdict that it is not one."""

from __future__ import annotations

import enum
import posixpath
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.posts.dates import unreal_date_in_name
from mkdocs_blog_plugin.posts.defaults import fill_in, merge_defaults
from mkdocs_blog_plugin.posts.fields import Fields
from mkdocs_blog_plugin.posts.keys import report_misspelt
from mkdocs_blog_plugin.posts.make_post import make_post
from mkdocs_blog_plugin.posts.misplaced import (
    claimed_earlier,
    may_be_misplaced,
    report_misplaced,
)
from mkdocs_blog_plugin.posts.recognition import (
    DRAFTS,
    has_folder,
    is_in_posts,
    is_inside,
    is_own,
    is_section,
    post_name,
)
from mkdocs_blog_plugin.posts.state import is_draft, read_dates, written_date
from mkdocs_blog_plugin.posts.titles import no_macros
from mkdocs_blog_plugin.problems import Problems, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mkdocs_blog_plugin.posts.authors import KnownAuthors
    from mkdocs_blog_plugin.posts.document import Document
    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.posts.titles import Expand
    from mkdocs_blog_plugin.settings import Settings

_FLAG = "blog"
_FENCED = re.compile(
    r"[\ufeff\s]*(?:---[ \t\r]*\n.*?^(?:---|\.\.\.)\s*$|\+\+\+[ \t\r]*\n.*?^\+\+\+\s*$)",
    re.MULTILINE | re.DOTALL,
)
_UNFENCED = re.compile(r"[\ufeff\s]*\{.*|.*?\n\s*\n", re.DOTALL)


class Verdict(enum.Enum):
    """The kind of a document that is not a post."""

    PAGE = "page"
    """An ordinary page of the docs."""
    DRAFT = "draft"
    """No post, and not to be built as a page either."""


def may_be_post(
    src_uri: str, text: str, settings: Settings, defaults: Sequence[Mapping[str, object]] = ()
) -> bool:
    """Return whether `read_document` can say anything about a page, without parsing anything."""
    if is_in_posts(src_uri, settings) or _is_hidden_if_draft(src_uri, settings):
        return True
    if may_be_misplaced(src_uri, settings):
        return True
    header = _FENCED.match(text) or _UNFENCED.match(text)
    flagged = (str(key).lower() for values in defaults for key in values)
    return _FLAG in (header[0] if header else text).lower() or _FLAG in flagged


def read_document(
    document: Document,
    *,
    settings: Settings,
    authors: KnownAuthors,
    problems: Problems,
    expand: Expand = no_macros,
) -> Post | Verdict:
    """Return the post that `document` is, or the verdict that it is not one.

    Args:
        document: A page of the docs.
        settings: Of the blog.
        authors: The authors file.
        problems: Collects the faults of the document, if any rule makes it a post.
        expand: Runs macros in titles.
    """
    found = Problems()
    found.extend(document.front_matter.problems)
    fields = _fields(document, settings, found)
    reading: Post | Verdict
    if _is_wanted(fields, settings):
        reading = _read_wanted(fields, document, settings, authors, expand)
    else:
        found = Problems()
        reading = _read_other(fields, settings, found)
    problems.extend(replace(problem, path=document.source) for problem in found)
    return reading


def _read_wanted(
    fields: Fields,
    document: Document,
    settings: Settings,
    authors: KnownAuthors,
    expand: Expand,
) -> Post | Verdict:
    """Return the post that a page in a place for posts is, or the verdict that it is not one."""
    dates = read_dates(fields, document, settings)
    if any(_is_wanted(fields, blog) for blog in settings.earlier):
        fields.problems.forget()  # the earlier blog reports them
        if dates:
            claimed_earlier(fields)
        return Verdict.PAGE
    report_misspelt(fields, settings)
    if dates:
        return make_post(fields, document, dates, settings, authors, expand)
    if _is_unbuilt_draft(fields, settings):
        return Verdict.DRAFT
    _report_undated(fields, settings)
    return Verdict.PAGE


def _read_other(fields: Fields, settings: Settings, problems: Problems) -> Verdict:
    """Return the verdict on a page in any other place.

    Its front matter may mean something else there, so only what makes it look like a post is added
    to `problems`.
    """
    reporting = fields._replace(problems=problems)
    if is_own(fields.path, settings):
        reporting.flag(_FLAG)  # reports a flag that is not understood
    if _is_unbuilt_draft(fields, settings) and _is_hidden_if_draft(fields.path, settings):
        return Verdict.DRAFT
    if _is_lookalike(fields, settings):
        report_misplaced(reporting, settings)
    return Verdict.PAGE


def _is_unbuilt_draft(fields: Fields, settings: Settings) -> bool:
    return bool(is_draft(fields)) and not settings.drafts.show_all


def _fields(document: Document, settings: Settings, problems: Problems) -> Fields:
    """Return the front matter of a page, with that of its folders, and of the options for a post."""
    own, path = document.front_matter, document.src_uri
    values = merge_defaults(document.defaults, own.data)
    fields = Fields.of(values, path=path, lines=own.lines, problems=problems)
    if not _is_wanted(fields, settings):
        return fields
    filled = fill_in(values, path, settings)
    if filled == values:
        return fields
    return Fields.of(filled, path=path, lines=own.lines, problems=problems)


def _is_wanted(fields: Fields, settings: Settings) -> bool:
    """Return whether the page is a post, provided that it has a date."""
    flag = fields.flag(_FLAG)
    is_in_place = is_in_posts(fields.path, settings)
    return is_in_place if flag is None else flag and (is_in_place or is_own(fields.path, settings))


def _is_lookalike(fields: Fields, settings: Settings) -> bool:
    """Return whether a page that is not a post lies where posts do, and does not set the key `blog`."""
    return fields.flag(_FLAG) is None and may_be_misplaced(fields.path, settings)


def _is_hidden_if_draft(src_uri: str, settings: Settings) -> bool:
    """Return whether a page is not built while it is a draft, even if it is not a post."""
    return is_inside(src_uri, settings.blog_dir) or has_folder(src_uri, DRAFTS)


def _report_undated(fields: Fields, settings: Settings) -> None:
    """Report why a page is not a post; the text of the blog's index needs no date.

    A date that cannot be read is a problem already, and this is what follows from it.
    """
    is_in_blog_dir = posixpath.dirname(fields.path) == settings.blog_dir
    is_index = is_in_blog_dir and is_section(fields.path, settings)
    if key := written_date(fields, settings):
        message = "without a date that can be read, the page is not a post"
        fields.report(key, message, "it stays an ordinary page", Severity.INFO)
    elif fields.flag(_FLAG):
        fields.report(_FLAG, "the page has no date, so it is not a post", "a key 'date'")
    elif unreal := unreal_date_in_name(post_name(fields.path, settings)):
        message = f"the name of the file begins with '{unreal}', which is not a day"
        fields.report("", message, "a day such as 2017-11-03, or a key 'date'")
    elif not is_index:
        message = "the page has no date, so it stays an ordinary page"
        fields.report("", message, "a key 'date', or 'blog: false'", Severity.INFO)
