"""Pages that the theme has rendered in an earlier build, and would render the same.

A page is kept with the digest of all facts that its template may show. One that has asked for
more is not kept.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from mkdocs_blog_plugin.site.cache.fingerprint import digest
from mkdocs_blog_plugin.site.theme.facts import NotPlainError
from mkdocs_blog_plugin.site.theme.page_facts import page_digest
from mkdocs_blog_plugin.site.theme.site_facts import site_facts
from mkdocs_blog_plugin.site.theme.watch import Watch
from mkdocs_blog_plugin.site.theme.watched_environment import watch_templates
from mkdocs_blog_plugin.site.theme.watched_time import watched

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from mkdocs_blog_plugin.site.setup import Setup
    from mkdocs_blog_plugin.site.theme.site_facts import SiteFacts
    from mkdocs_blog_plugin.site.theme.watched_environment import Render


_TIME: Final = "build_date_utc"
_ERRORS: Final = "surrogatepass"
"""Half a character is MkDocs' to replace."""


class KeptPages:
    """The pages of one build.

    Args:
        setup: Of the build.
        nav: The navigation.
        files: All files of the site.
        environment: That of the theme's templates, which asks for each page from now on.
    """

    def __init__(
        self, setup: Setup, nav: Navigation, files: Files, environment: Environment
    ) -> None:
        self._setup = setup
        self._nav = nav
        self._files = files
        self._environment = environment
        self._cache = setup.pages
        self._watch = Watch()
        if self._cache.is_open:
            watch_templates(environment, self._watch, self._page)

    @cached_property
    def _site(self) -> SiteFacts | None:
        """Made when the first page is written: from then on no plugin changes what all pages show."""
        config, nav, names = self._setup.config, self._nav, self._environment.globals
        site = site_facts(config, nav, self._environment)
        if site:
            metas = (page.meta for page in nav.pages)
            self._watch.share([config, names, nav.items, nav.pages, *metas])
        return site

    def save(self) -> None:
        """Let the pages of the site outlive the process."""
        self._cache.save({file.src_uri for file in self._files.documentation_pages()})

    def _page(self, template: str, context: Mapping[str, Any], render: Render) -> str:
        page: Page | None = context.get("page")
        site = self._site if page and self._is_written(context) else None
        if page is None or site is None or self._watch.sees_more_always:
            return render(context)
        try:
            fingerprint = page_digest(page, template, context, site)
        except NotPlainError:
            return render(context)
        key, with_headings = page.file.src_uri, digest(fingerprint, site.headings)
        for known in (fingerprint, with_headings):
            html = self._cache.get(bytes, key, known)
            if html is not None:
                return html.decode(errors=_ERRORS)
        self._watch.begin(page, site.in_nav)
        made = render({**context, _TIME: watched(context[_TIME], self._watch.see_more)})
        if not self._watch.has_seen_more:
            used = with_headings if self._watch.has_seen_headings else fingerprint
            self._cache.put(bytes, key, used, made.encode(errors=_ERRORS))
        return made

    def _is_written(self, context: Mapping[str, Any]) -> bool:
        """Return whether MkDocs writes a page, and nobody else renders something of it."""
        return context.get("config") is self._setup.config and context.get("nav") is self._nav
