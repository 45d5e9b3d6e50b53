"""The Jinja environment of the fragments: autoescaping, strict, overridable by the theme."""

from __future__ import annotations

import functools
import re
from importlib import resources
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from mkdocs_blog_plugin.html import links
from mkdocs_blog_plugin.urls.paths import is_safe_url

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence
    from datetime import datetime

    from mkdocs_blog_plugin.render.locale import Locale

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def make_environment(
    template_folders: Sequence[str], locale: Locale, date_format: str
) -> Environment:
    """Return an environment that looks for `blog/NAME.html` in the folders, then in our own.

    Beside gettext it has filters: `date` formats a datetime; `url` makes the address of a page of
    the site work anywhere, `link` does so for one that somebody wrote, if it is safe; `bare`
    shortens a URL for reading; `initials` stand in for an avatar; `chip`, `author` and `profile`
    render a term, `compact` and `mention` a post, once for all the places where it appears.

    Args:
        template_folders: Folders of the theme, the most specific one first.
        locale: Language of dates and strings.
        date_format: Pattern of the filter `date` when it is called without one.
    """
    own = resources.files("mkdocs_blog_plugin") / "templates"
    environment = Environment(
        loader=FileSystemLoader([*template_folders, str(own)]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        locale.gettext, locale.ngettext, newstyle=True
    )
    environment.filters |= {
        "date": functools.partial(_date, locale, date_format),
        "url": own_url,
        "link": foreign_url,
        "bare": bare,
        "initials": initials,
        "chip": _rendered_once(environment, "blog/term.html", "term"),
        "author": _rendered_once(environment, "blog/author.html", "term"),
        "profile": _rendered_once(environment, "blog/profile.html", "term"),
        "compact": _rendered_once(environment, "blog/compact.html", "post"),
        "mention": _rendered_once(environment, "blog/mention.html", "post"),
    }
    return environment


def _date(locale: Locale, default: str, moment: datetime, pattern: str = "") -> str:
    return locale.format_date(moment, pattern or default)


def _rendered_once(
    environment: Environment, template: str, variable: str
) -> Callable[[Hashable], Markup]:
    """Return a filter that renders `template` for a value, and remembers what came of it."""

    def render(value: Hashable) -> Markup:
        fragment = environment.get_template(template).render({variable: value})
        return Markup(fragment)  # noqa: S704 - the template has escaped what needs it

    return functools.cache(render)


def own_url(url: str) -> str:
    """Return the URL of one of the site's pages, relative to its root, for use on any page."""
    return links.ROOT + url


def foreign_url(url: str) -> str:
    """Return a URL that somebody has written, for use on any page; empty where it cannot be a link.

    Without a scheme it leads from the site's root.
    """
    if not url or not is_safe_url(url):
        return ""
    return url if _SCHEME.match(url) else own_url(url.lstrip("/"))


def bare(url: str) -> str:
    """Return `url` as people write it: `https://www.example.org/` -> `example.org`."""
    return re.sub(r"^(https?://(www\.)?|mailto:)", "", url, flags=re.IGNORECASE).rstrip("/")


def initials(name: str) -> str:
    """Return one or two letters that stand for `name`: `Kai Sasaki` -> `KS`."""
    words = name.split()
    ends = words if len(words) < 2 else (words[0], words[-1])  # noqa: PLR2004 - first and last
    return "".join(word[0] for word in ends).upper()
