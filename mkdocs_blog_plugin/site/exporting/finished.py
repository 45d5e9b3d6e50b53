"""The pages of the blog as a build would write them, taken out of a bare frame.

All events of a build up to the writing of these pages run, so that every plugin has done its work
on them. Their content and the tags of their heads are then found between the marks of the frame.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import get_context
from mkdocs.structure.pages import Page

from mkdocs_blog_plugin.export.finished_page import FinishedPage, Heading
from mkdocs_blog_plugin.html.links import rebased
from mkdocs_blog_plugin.site.conversion.converter import convert
from mkdocs_blog_plugin.site.integrations.themes import IN_EXPORT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TypeAlias

    import jinja2
    from mkdocs.structure.files import File
    from mkdocs.structure.toc import AnchorLink

    from mkdocs_blog_plugin.site.build import Build
    from mkdocs_blog_plugin.site.exporting.paths import Paths
    from mkdocs_blog_plugin.site.planned_site import PlannedSite

    Progress: TypeAlias = Callable[[Iterable[Any], str], Iterable[Any]]

_FRAME = """\
<!doctype html>
<html><head>
<title>{{ page.title }}</title>
{% if page.canonical_url %}<link rel="canonical" href="{{ page.canonical_url }}">{% endif %}
{% set description = page.meta.description or config.site_description %}
{% if description %}<meta name="description" content="{{ description }}">{% endif %}
{% set author = page.meta.author or config.site_author %}
{% if author %}<meta name="author" content="{{ author }}">{% endif %}
<meta name="blog-export">
{% if is_alone and page.previous_page %}<link rel="prev" href="{{ page.previous_page.url | url }}">{% endif %}
{% if is_alone and page.next_page %}<link rel="next" href="{{ page.next_page.url | url }}">{% endif %}
</head><body>{{ page.content }}</body></html>
"""
"""What Zensical's theme prints in the head stands before the mark, so that nobody adds it again."""
_PARTS = re.compile(
    r"""<meta name=["']?blog-export["']?\s*/?>(?P<head>.*?)</head>\s*<body>(?P<content>.*)</body>""",
    re.DOTALL,
)
_FOR_THEMES = ("hide", "icon", "status", "subtitle", "comments")
"""Keys of front matter that themes ask for."""


def convert_all(site: PlannedSite, progress: Progress) -> jinja2.Environment:
    """Convert all pages of a site, and return its environment once all plugins have seen it.

    Args:
        site: The site.
        progress: Gets the pages and a label for the work, and yields the pages one by one.
    """
    site.config.theme[IN_EXPORT] = True
    for file in progress(site.files.documentation_pages(), "Converting pages"):
        page = file.page or Page(None, file, site.config)
        if page.content is None:
            convert(page, site.config, site.files)
    env = site.config.theme.get_env()
    changed: jinja2.Environment = site.config.plugins.on_env(
        env, config=site.config, files=site.files
    )
    return changed


class FinishedPages:
    """Finishes the pages of the blogs of a site.

    Args:
        site: The site, all of whose pages are converted.
        env: Its environment, after `on_env`.
        paths: Where files are in the export.
    """

    def __init__(self, site: PlannedSite, env: jinja2.Environment, paths: Paths) -> None:
        self._site = site
        self._frame = env.from_string(_FRAME)
        self._paths = paths
        self._files = site.files.documentation_pages()
        self._moved_urls = paths.moved(self._files)
        self._in_nav = {page.file.src_uri for page in site.nav.pages}

    def of(self, builds: Iterable[Build]) -> Iterator[FinishedPage]:
        """Yield the posts and the pages of views of all blogs."""
        for build in builds:
            for src_uri in (*build.blog.posts, *build.blog.pagers):
                page = self._site.files.src_uris[src_uri].page
                assert page is not None
                yield self._finished(page)

    def _finished(self, page: Page) -> FinishedPage:
        """Return `page` after the events that a build has for it."""
        own_address = page.canonical_url
        output, meta, canonical_url = self._written(page)
        parts = _PARTS.search(output)
        assert parts, "a plugin has rewritten the frame"
        search = meta.get("search")
        return FinishedPage(
            path=self._paths.path_of(page.file),
            title=str(page.title),
            description=str(meta.get("description") or ""),
            author=str(meta.get("author") or ""),
            canonical_url=canonical_url if canonical_url != own_address else "",
            head=self._moved(parts["head"].strip(), page.file),
            content=self._moved(parts["content"], page.file),
            headings=tuple(_headings(page.toc)),
            in_search=not (isinstance(search, dict) and search.get("exclude")),
            meta={key: meta[key] for key in _FOR_THEMES if meta.get(key)},
        )

    def _written(self, page: Page) -> tuple[str, dict[str, Any], str]:
        """Return the page in its frame, with its meta and its canonical URL while it is written."""
        config = self._site.config
        config._current_page = page  # noqa: SLF001 - as a build does
        try:
            context = get_context(self._site.nav, self._files, config, page)
            context = config.plugins.on_page_context(
                context, page=page, config=config, nav=self._site.nav
            )
            meta, canonical_url = dict(page.meta), page.canonical_url or ""
            framed = self._frame.render(context, is_alone=page.file.src_uri not in self._in_nav)
            output = config.plugins.on_post_page(framed, page=page, config=config)
        finally:
            config._current_page = None  # noqa: SLF001
        return output or "", meta, canonical_url

    def _moved(self, html: str, file: File) -> str:
        """Return `html` with links that lead from and to the addresses of the export."""
        if not self._moved_urls:
            return html
        old, new = file.url.removeprefix("./"), self._paths.url_of(file)
        site_url = self._site.config.site_url
        if site_url and old != new:
            html = html.replace(f"{site_url}{old}", f"{site_url}{new}")
        return rebased(html, old, new, self._moved_urls)


def _headings(links: Iterable[AnchorLink]) -> Iterator[Heading]:
    for link in links:
        yield Heading(
            id=link.id,
            title=link.title,
            level=link.level,
            children=tuple(_headings(link.children)),
        )
