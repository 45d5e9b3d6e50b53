"""The names of views: the heading of a page, and its title in tabs, results and tables of contents.

A term or a period alone says little: the page of the tag `Spark` is called `Posts tagged Spark`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_blog_plugin.render.locale import Locale
    from mkdocs_blog_plugin.views.view import Pager, View

TITLES: Final[Mapping[str, str]] = {
    "archive": "Posts from %(name)s",
    "tags": "Posts tagged %(name)s",
    "series": "All parts of %(name)s",
    "authors": "Posts by %(name)s",
}
"""Message by the key of a taxonomy; `%(name)s` is a label, or a year or month."""

ANY_TITLE = "Posts in %(name)s"
"""Message for categories, and for the user's own taxonomies."""

_H1 = Markup("<h1>{}</h1>")
_NAME = Markup('<span class="p-name">{}</span>')


def page_title(view: View, pager: Pager, locale: Locale) -> str:
    """Return the title of one page of `view`, not escaped: `Posts tagged Spark – Page 2`."""
    title = _pattern(view, locale) % {"name": view.title}
    if pager.number == 1:
        return title
    return f"{title} – {locale.gettext('Page %(num)d') % {'num': pager.page}}"


def heading(view: View, locale: Locale) -> Markup:
    """Return the h1 of `view` as HTML, with its name marked for machines; an author is a card."""
    if view.term and view.term.author:
        return _H1.format(view.title)
    return _H1.format(escape(_pattern(view, locale)) % {"name": _NAME.format(view.title)})


def _pattern(view: View, locale: Locale) -> str:
    """Return the message around the name of `view`: only the name if its title is hand-written."""
    label = view.term.label if view.term else view.period.title if view.period else None
    if view.title != label:
        return "%(name)s"
    return locale.gettext(TITLES.get(view.taxonomy, ANY_TITLE))
