"""The Jinja environment of the fragments: autoescaping, strict, overridable by the theme."""

from __future__ import annotations

import functools
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from jinja2 import FileSystemLoader, StrictUndefined
from markupsafe import Markup

from mkdocs_blog_plugin.html import links
from mkdocs_blog_plugin.posts.dates import iso_text
from mkdocs_blog_plugin.render import filters
from mkdocs_blog_plugin.render.locale import direction_of
from mkdocs_blog_plugin.render.quick_environment import QuickEnvironment

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence
    from datetime import datetime, tzinfo

    from jinja2 import BytecodeCache, Environment

    from mkdocs_blog_plugin.render.locale import Locale


def fragment_names() -> frozenset[str]:
    """Return the names of all fragments, as a site may override them in its folder `blog/`."""
    own = resources.files("mkdocs_blog_plugin") / "templates" / "blog"
    return frozenset(path.name for path in own.iterdir())


class Templates(NamedTuple):
    """Where fragments are looked for, before our own."""

    folders: Sequence[str]
    """Folders that may have `blog/NAME.html`, the most specific one first."""
    compiled: BytecodeCache | None = None
    """What an earlier build has compiled."""


def make_environment(templates: Templates, locale: Locale, date_format: str) -> Environment:
    """Return an environment that looks for `blog/NAME.html` in the folders, then in our own.

    Beside gettext it has `direction`, in which the blog is written, and these filters:

    - `date` formats a datetime, by the blog's pattern or by one that is given;
    - `url` makes the address of a page of the site work on any page;
    - `link` does so for an address that somebody wrote, and is empty where that is not safe;
    - `srcset` names the widths of a picture, and their files;
    - `bare` shortens an address for reading, `host` to the site; `initials` stand in for a picture;
    - `turns` is `ltr` or `rtl` for a language written in another direction than the blog's;
    - `anchor` is the id of a post's title in lists;
    - `chip`, `author` and `profile` render a term, `mention` a post, each once for all the places
      where it appears, and `compact` renders a post for a list of all of them.

    Args:
        templates: Those of the theme.
        locale: Language of dates and strings.
        date_format: Pattern of the filter `date` when it is called without one.
    """
    own = resources.files("mkdocs_blog_plugin") / "templates"
    environment = QuickEnvironment(
        loader=FileSystemLoader([*templates.folders, str(own)]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        optimized=False,
        bytecode_cache=templates.compiled,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        locale.gettext, locale.ngettext, newstyle=True
    )
    environment.globals |= {
        "_": _gettext(locale),
        "ngettext": _ngettext(locale),
        "direction": locale.direction,
    }
    own_filters: dict[str, Callable[..., str]] = {
        "date": date_filter(locale, date_format),
        "iso": iso_text,
        "url": filters.own_url,
        "link": filters.foreign_url,
        "srcset": filters.srcset,
        "bare": filters.bare,
        "turns": _turns(locale),
        "host": filters.host,
        "initials": filters.initials,
        "anchor": lambda post: links.ID + filters.anchor_of(post),
        "chip": functools.cache(_rendered(environment, "blog/term.html", "term")),
        "author": functools.cache(_rendered(environment, "blog/author.html", "term")),
        "profile": functools.cache(_rendered(environment, "blog/profile.html", "term")),
        "compact": _rendered(environment, "blog/compact.html", "post"),
        "mention": functools.cache(_rendered(environment, "blog/mention.html", "post")),
    }
    environment.filters |= own_filters
    return environment


def _gettext(locale: Locale) -> Callable[..., Markup]:
    """Return Jinja's `_`, with the results cached: all lists have the same page numbers."""

    @functools.lru_cache(maxsize=None, typed=True)
    def gettext(message: str, /, **variables: Hashable) -> Markup:
        return Markup(locale.gettext(message)) % variables  # noqa: S704 - messages are ours

    return gettext


def _ngettext(locale: Locale) -> Callable[..., Markup]:
    """Return Jinja's `ngettext`, with the results cached."""

    def counted(singular: str, plural: str, number: int, /, **variables: object) -> Markup:
        message = Markup(locale.ngettext(singular, plural, number))  # noqa: S704 - messages are ours
        return message % {"num": number, **variables}

    text = functools.cache(counted)

    def ngettext(singular: str, plural: str, number: int, /, **variables: object) -> Markup:
        count = counted if variables else text
        return count(singular, plural, number, **variables)

    return ngettext


def date_filter(locale: Locale, default: str) -> Callable[..., str]:
    """Return the filter `date`, for dates and datetimes; `default` is the pattern without one.

    Results are cached by zone as well: equal instants may be different days in two zones.
    """

    @functools.cache
    def formatted(moment: datetime, _zone: tzinfo | None, pattern: str) -> str:
        return locale.format_date(moment, pattern)

    def date(moment: datetime, pattern: str = "") -> str:
        return formatted(moment, getattr(moment, "tzinfo", None), pattern or default)

    return date


def _turns(locale: Locale) -> Callable[[str], str]:
    """Return the filter `turns`."""

    @functools.cache
    def turns(language: str) -> str:
        direction = direction_of(language) if language else locale.direction
        return "" if direction == locale.direction else direction

    return turns


def _rendered(
    environment: Environment, template: str, variable: str
) -> Callable[[Hashable], Markup]:
    """Return a filter that renders `template` for a value."""

    def render(value: Hashable) -> Markup:
        fragment = environment.get_template(template).render({variable: value})
        return Markup(fragment)  # noqa: S704 - the template has escaped what needs it

    return render
