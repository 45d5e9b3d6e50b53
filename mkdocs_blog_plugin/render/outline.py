"""The content of a view's page until its fragments are there: a heading and plain links.

It is for plugins that read the converted pages, such as print-site and llmstxt. The links are
absolute where the site has an address, so that they hold elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from mkdocs_blog_plugin.urls.relative import relative_url
from mkdocs_blog_plugin.views.view import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_blog_plugin.views.view import Pager, View

_HEADING = Markup("<h1>{}</h1>\n<ul>\n{}</ul>\n")
_ITEM = Markup('<li><a href="{}">{}</a></li>\n')


def outline(view: View, pager: Pager, views: Iterable[View], site: str) -> str:
    """Return the outline of one page of a view.

    Args:
        view: What the page belongs to.
        pager: The page.
        views: All views of the blog; an overview lists those that it stands for.
        site: URL of the site, with a slash at its end; empty where it is not known.
    """
    items = (
        _ITEM.format(site + url if site else relative_url(url, pager.location.url), title)
        for title, url in _listed(view, pager, views)
    )
    return str(_HEADING.format(view.title, Markup().join(items)))


def _listed(view: View, pager: Pager, views: Iterable[View]) -> Iterator[tuple[str, str]]:
    """Yield title and URL of what the page lists."""
    if view.kind is Kind.OVERVIEW:
        yield from (
            (found.title, found.url)
            for found in views
            if found.taxonomy == view.taxonomy and found is not view
        )
    else:
        yield from ((post.title, post.url) for post in pager.posts)
