"""From the fields of a page to a post, complete with title, URL and all other facts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.posts.authors import resolve_authors
from mkdocs_blog_plugin.posts.body import first_leftover, opening_heading
from mkdocs_blog_plugin.posts.keys import KEYS
from mkdocs_blog_plugin.posts.links import (
    read_canonical_url,
    read_external_url,
    read_hreflang,
    read_language,
    read_links,
)
from mkdocs_blog_plugin.posts.media import read_cover, read_enclosure
from mkdocs_blog_plugin.posts.permalinks import permalink_values, post_location
from mkdocs_blog_plugin.posts.post import Post, State
from mkdocs_blog_plugin.posts.recognition import (
    folder_categories,
    post_name,
)
from mkdocs_blog_plugin.posts.state import state_of
from mkdocs_blog_plugin.posts.titles import jekyll_title, own_title, title_of_name
from mkdocs_blog_plugin.problems import Problem, Severity
from mkdocs_blog_plugin.settings import AUTHORS, CATEGORIES
from mkdocs_blog_plugin.urls.paths import PathError, safe_path

if TYPE_CHECKING:
    from mkdocs_blog_plugin.posts.authors import KnownAuthors
    from mkdocs_blog_plugin.posts.document import Document
    from mkdocs_blog_plugin.posts.fields import Fields
    from mkdocs_blog_plugin.posts.front_matter import FrontMatter
    from mkdocs_blog_plugin.posts.post import Author
    from mkdocs_blog_plugin.posts.state import Dates
    from mkdocs_blog_plugin.posts.titles import Expand
    from mkdocs_blog_plugin.settings import Settings


def make_post(
    fields: Fields,
    document: Document,
    dates: Dates,
    settings: Settings,
    authors: KnownAuthors,
    expand: Expand,
) -> Post:
    """Return the post that a page is; faults are added to the problems of `fields`.

    Args:
        fields: Its front matter, with the defaults of its folders.
        document: The page.
        dates: Its dates.
        settings: The settings of the blog.
        authors: The authors file.
        expand: Runs macros in its title. The slug is made of the title as it is written.
    """
    front_matter = document.front_matter
    body = front_matter.body
    title = fields.text("title")
    name_title = title_of_name(post_name(fields.path, settings), is_dated=dates.is_from_name)
    opening = opening_heading(body)
    labels = _labels(fields, settings)
    values = permalink_values(
        fields,
        settings=settings,
        published=dates.published,
        slug_source=title or opening or name_title,
        categories=labels.get(CATEGORIES, ()),
    )
    if not settings.templates:
        _report_leftover(fields, front_matter)
    return Post(
        src_uri=document.source,
        title=own_title(fields, front_matter, expand) or jekyll_title(fields.path) or name_title,
        slug=values.slug,
        location=post_location(fields, values=values, settings=settings).below(document.root),
        published=dates.published,
        updated=dates.updated,
        dates=dates.others,
        public_from=dates.public_from,
        expires=dates.expires,
        state=_state(fields, document, dates, settings),
        pinned=fields.flag(*KEYS["pin"]) or False,
        weight=fields.number("weight"),
        authors=_authors(fields, settings, authors),
        labels=labels,
        description=fields.text(*KEYS["description"]),
        excerpt=fields.text("excerpt"),
        separator=fields.text("excerpt_separator"),
        image=read_cover(fields),
        aliases=tuple(
            _below(document.root, alias) for alias in fields.texts(*KEYS["redirect_from"])
        ),
        links=read_links(fields),
        reading_time=_minutes(fields),
        lang=read_language(fields) or document.stands_in_from,
        guid=fields.text(*KEYS["guid"]),
        canonical_url=read_canonical_url(fields),
        external_url=read_external_url(fields),
        hreflang=read_hreflang(fields),
        enclosure=read_enclosure(fields),
        comments=_comments(fields),
        template=fields.text("template"),
        has_h1=bool(opening),
        meta=dict(fields.entries.values()),
        lines=fields.lines,
        body_line=front_matter.body_line,
    )


def _state(fields: Fields, document: Document, dates: Dates, settings: Settings) -> State:
    """Return the state; a post that stands in for a missing translation is in no list."""
    state = state_of(fields, dates, settings)
    is_built = settings.drafts.show_all or not state.is_draft
    return State.UNLISTED if document.stands_in_from and is_built else state


def _below(root: str, alias: str) -> str:
    """Return `alias` below the folder of a language; an invalid path is reported later."""
    try:
        return f"/{root}/{safe_path(alias)}" if root else alias
    except PathError:
        return alias


def _authors(fields: Fields, settings: Settings, known: KnownAuthors) -> tuple[Author, ...]:
    unknown = settings.authors_unknown
    return resolve_authors(fields, known, unknown=unknown) if settings.authors else ()


def _labels(fields: Fields, settings: Settings) -> dict[str, tuple[str, ...]]:
    """Return the labels of each taxonomy but the authors; Jekyll's folders are categories too."""
    labels = {
        taxonomy.key: fields.labels(taxonomy)
        for taxonomy in settings.taxonomies
        if taxonomy.key != AUTHORS
    }
    if folders := folder_categories(fields.path, settings):
        labels[CATEGORIES] = tuple(dict.fromkeys((*folders, *labels.get(CATEGORIES, ()))))
    return labels


def _minutes(fields: Fields) -> int | None:
    """Return the reading time that front matter sets; as with Material, zero means to compute it."""
    minutes = fields.number("readtime") or None
    if minutes is not None and minutes < 0:
        fields.report_invalid("readtime", minutes, "minutes, as a whole number; 0 to compute them")
        return None
    return minutes


def _comments(fields: Fields) -> bool | None:
    """Return whether a post has comments; a map, which says where they are, means yes."""
    names = KEYS["comments"]
    is_map = any(isinstance(value, Mapping) for _, value in fields.present(*names))
    return True if is_map else fields.flag(*names)


def _report_leftover(fields: Fields, front_matter: FrontMatter) -> None:
    """Report the first tag in the body that another engine would have replaced."""
    leftover = first_leftover(front_matter.body)
    if leftover:
        fields.problems.add(
            Problem(
                path=fields.path,
                line=front_matter.body_line + leftover.line,
                message=f"'{leftover.text}' is Liquid or a shortcode, and stays as it is",
                expected="Markdown or HTML in its place",
                severity=Severity.INFO,
            )
        )
