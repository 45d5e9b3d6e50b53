"""The environment of the theme's templates, which notices what a template asks for beyond its page.

What a page may show of itself, of its neighbours and of the site is known before it is rendered
(`site.theme.page_facts`, `site.theme.site_facts`). A template may ask for more: the time, the text of other
pages, the posts of the blog, the state of a plugin. It is free to; but then nobody can tell
from the facts whether the page would come out the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

from jinja2 import Template
from jinja2.utils import missing
from mkdocs.plugins import PluginCollection
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from mkdocs_blog_plugin.render.quick_environment import QuickContext, QuickEnvironment

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jinja2 import Environment
    from jinja2.environment import TemplateModule

_NAMES: Final = frozenset({"pages", "lipsum"})
"""Names that stand for more than the page and the options of the site."""
_PARTS: Final = frozenset({"content", "toc", "meta", "file", "previous_page", "next_page"})
"""Attributes of pages that are facts about a page itself, and not about others."""
_UNKNOWN: Final = frozenset(
    {"markdown", "update_date", "links_to_anchors", "present_anchor_ids"}
    | {"content_string", "content_bytes", "is_modified", "page"}
)
"""Attributes of pages and of files that are facts nowhere."""
_WATCHED: Final = _PARTS | _UNKNOWN
_SEARCH: Final = frozenset({"search", "material/search"})
"""Plugins that themes ask for their options, and for nothing else."""
_CHANGING: Final = frozenset(
    {"append", "clear", "extend", "insert", "pop", "popitem", "remove", "setdefault", "sort"}
    | {"add", "discard", "reverse", "update"}
)
"""Methods that change a list, map or set, which may not be the template's own."""
_TRUSTED: Final = frozenset(
    {"builtins", "_operator", "gettext", "babel", "jinja2", "markupsafe"}
    | {"mkdocs", "properdocs", "mkdocs_blog_plugin"}
)
"""Packages whose functions tell templates the same, given the same."""


def is_trusted(function: object) -> bool:
    """Return whether `function`, or the class that it is a method of, is of a trusted package."""
    module = getattr(function, "__module__", None) or type(function).__module__
    return module.partition(".")[0] in _TRUSTED


Render: TypeAlias = "Callable[[Mapping[str, Any]], str]"
RenderPage: TypeAlias = "Callable[[str, Mapping[str, Any], Render], str]"
"""Takes the name of a template, the names that it knows and what renders it, and returns the page."""


class Watch:
    """What is noticed while one page is rendered."""

    def __init__(self) -> None:
        self._page: Page | None = None
        self._in_nav: Mapping[int, object] = {}
        self.has_seen_more = False
        """Whether the page was made of anything but the known facts."""
        self.sees_more_always = False
        """Whether that is true of each page from now on."""
        self.has_seen_headings = False
        """Whether it shows headings of other pages, in the nav."""

    def begin(self, page: Page, in_nav: Mapping[int, object]) -> None:
        """Look at `page` from now on.

        Args:
            page: The page that is rendered.
            in_nav: The known table of contents of pages, by their `id`; their `meta` is known as well.
        """
        self._page = page
        self._in_nav = in_nav
        self.has_seen_more = self.sees_more_always
        self.has_seen_headings = False

    def see_more(self) -> None:
        """Take note that the page shows more than known facts."""
        self.has_seen_more = True

    def see(self, owner: object, attribute: str) -> None:
        """Take note that a template reads `attribute`, one of the watched names, of `owner`."""
        if owner is self._page and attribute in _PARTS:
            return
        if id(owner) in self._in_nav and self._is_known(cast("Page", owner), attribute):
            return
        if isinstance(owner, (Page, File)):
            self.has_seen_more = True

    def _is_known(self, page: Page, attribute: str) -> bool:
        """Return whether `attribute` of a page in the nav is a fact about all pages."""
        if attribute == "toc" and page.toc is self._in_nav[id(page)]:
            self.has_seen_headings = True  # that of a list has its posts, once it is written
            return True
        return attribute == "meta"


class _WatchedContext(QuickContext):
    """The names that a template knows, and those that it is noticed for."""

    environment: WatchedEnvironment

    def resolve_or_missing(self, key: str) -> Any:
        """Return the value of a name, or `missing`."""
        if key in _NAMES:
            self.environment.watch.has_seen_more = True
        if key in self.vars:
            return self.vars[key]
        return self.parent.get(key, missing)

    def call_python(self, function: Any, /, *arguments: Any, **named: Any) -> Any:
        """Call a function that is not a macro, for a template."""
        owner = getattr(function, "__self__", None)
        is_changing = getattr(function, "__name__", "") in _CHANGING
        if is_changing or type(owner) is PluginCollection or not is_trusted(function):
            self.environment.watch.has_seen_more = True
        return super().call_python(function, *arguments, **named)


class _PageTemplate(Template):
    """A template that asks for the page as it was kept, before it is rendered."""

    environment: WatchedEnvironment

    def render(self, *arguments: Any, **named: Any) -> str:
        """Return the page, or anything else that is made of this template."""
        context = dict(*arguments, **named)
        return self.environment.render_page(self.name or "", context, super().render)

    def make_module(self, *arguments: Any, **named: Any) -> TemplateModule:
        """Return the template for one that imports it; without a context, for all that will."""
        watch, is_for_all = self.environment.watch, not arguments
        before, watch.has_seen_more = watch.has_seen_more, False
        module = super().make_module(*arguments, **named)
        watch.sees_more_always |= is_for_all and watch.has_seen_more
        watch.has_seen_more |= before
        return module


class WatchedEnvironment(QuickEnvironment):
    """See above; `watch_templates` makes one of MkDocs' environment."""

    context_class = _WatchedContext
    template_class = _PageTemplate
    watch: Watch
    render_page: RenderPage

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return the attribute or the item of that name, which `{{ obj.attribute }}` means."""
        if attribute in _WATCHED:
            self.watch.see(obj, attribute)
        found = getattr(obj, attribute, missing)
        if found is not missing:
            return found
        if type(obj) is PluginCollection:
            self._look_for_plugin(obj, attribute)
        return self.item(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return the item or the attribute of that name, which `{{ obj[argument] }}` means."""
        if type(obj) is PluginCollection:
            self._look_for_plugin(obj, argument)
        elif isinstance(argument, str) and argument in _WATCHED:
            self.watch.see(obj, argument)
        return super().getitem(obj, argument)

    def _look_for_plugin(self, plugins: PluginCollection, name: str) -> None:
        if name in plugins and name not in _SEARCH:
            self.watch.has_seen_more = True


def watch_templates(environment: Environment, render_page: RenderPage) -> Watch | None:
    """Let `render_page` render the pages of `environment`; return None if it is of a class of somebody's own."""
    if type(environment) is not QuickEnvironment:
        return None
    environment.__class__ = WatchedEnvironment
    watched = cast("WatchedEnvironment", environment)
    watched.watch, watched.render_page = Watch(), render_page
    return watched.watch


def see_more(environment: Environment) -> None:
    """Take note that the page that `environment` renders shows more than known facts."""
    if isinstance(environment, WatchedEnvironment):
        environment.watch.see_more()
