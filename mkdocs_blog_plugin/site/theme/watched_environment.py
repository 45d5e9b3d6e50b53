"""The environment of the theme's templates, which notices what a template asks for beyond its page.

What a page may show of itself, of its neighbours and of the site is known before it is rendered
(`site.theme.page_facts`, `site.theme.site_facts`). A template may ask for more: the time, the text of other
pages, the posts of the blog, the state of a plugin. It is free to; but then nobody can tell
from the facts whether the page would come out the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

from jinja2 import Template, pass_context
from jinja2.environment import TemplateModule
from jinja2.filters import do_random
from jinja2.utils import Cycler, Joiner, Namespace, missing
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import PluginCollection
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from mkdocs_blog_plugin.render.quick_environment import QuickContext, QuickEnvironment
from mkdocs_blog_plugin.site.cache.fingerprint import SAYS_NOTHING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from jinja2 import Environment

_NAMES: Final = frozenset({"pages", "lipsum"})
"""Names that stand for more than the page and the options of the site."""
_PARTS: Final = frozenset(
    {"content", "toc", "meta", "file", "previous_page", "next_page", "canonical_url"}
)
"""Attributes of pages that are facts about a page itself, and not about others."""
_UNKNOWN: Final = frozenset(
    {"markdown", "update_date", "links_to_anchors", "present_anchor_ids", "__dict__"}
    | {"content_string", "content_bytes", "is_modified", "page", "events", "hooks", *SAYS_NOTHING}
)
"""Attributes of pages, files, options and plugins that are facts nowhere."""
_WATCHED: Final = _PARTS | _UNKNOWN
_OWNERS: Final = (Page, File, MkDocsConfig, PluginCollection)
"""The classes with these attributes."""
_SEARCH: Final = frozenset({"search", "material/search", "materialx/search"})
"""Plugins that themes ask for their options, and for nothing else."""
_CHANGING: Final = frozenset(
    {"append", "clear", "extend", "insert", "pop", "popitem", "remove", "setdefault", "sort"}
    | {"add", "discard", "reverse", "update", "__setitem__", "__delitem__", "__setattr__"}
)
"""Methods that change a list, map or set, which may not be the template's own."""
_STATES: Final = (Namespace, Cycler, Joiner)
"""Objects that change with each use."""
_TRUSTED: Final = frozenset(
    {"builtins", "_operator", "gettext", "babel", "jinja2", "markupsafe", "pathspec", "re"}
    | {"mkdocs", "properdocs", "mkdocs_blog_plugin"}
)
"""Packages whose functions tell templates the same, given the same."""


def is_trusted(function: object) -> bool:
    """Return whether `function`, or the class that it is a method of, is of a trusted package.

    A method that is written in C names no module: `datetime.now` is its class's, and not to be
    trusted, while a date itself says the same each time. A hook may be called `mkdocs.py`.
    """
    owner = getattr(function, "__self__", function)
    kind = owner if isinstance(owner, type) else type(owner)
    package, _, rest = (getattr(function, "__module__", None) or kind.__module__).partition(".")
    return (package in _TRUSTED and rest != "py") or isinstance(owner, date)


Render: TypeAlias = "Callable[[Mapping[str, Any]], str]"
RenderPage: TypeAlias = "Callable[[str, Mapping[str, Any], Render], str]"
"""Takes the name of a template, the names that it knows and what renders it, and returns the page."""


class Watch:
    """What is noticed while one page is rendered."""

    def __init__(self) -> None:
        self._page: Page | None = None
        self._in_nav: Mapping[int, object] = {}
        self._shared: dict[int, object] = {}
        """Lists, maps and sets that templates may change for other pages, by their `id`."""
        self.has_seen_more = False
        """Whether the page was made of anything but the known facts."""
        self.sees_more_always = False
        """Whether that is true of each page from now on, since one may have told others something."""
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
        if isinstance(owner, _OWNERS):
            self.has_seen_more = True

    def share(self, values: Iterable[object]) -> None:
        """Take note that all pages have `values`, and all that is in them."""
        for value in values:
            if isinstance(value, _STATES):
                self.sees_more_always = True
            elif isinstance(value, (Mapping, list, set)) and id(value) not in self._shared:
                self._shared[id(value)] = value
                self.share(value.values() if isinstance(value, Mapping) else value)

    def see_change(self, owner: object) -> None:
        """Take note that a template changes `owner`, which other pages may show."""
        self.has_seen_more = True
        self.sees_more_always |= id(owner) in self._shared

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
        owner, watch = getattr(function, "__self__", None), self.environment.watch
        found = super().call_python(function, *arguments, **named)
        name = getattr(function, "__name__", "")
        if name in _CHANGING:
            watch.see_change(owner)
        elif type(owner) is PluginCollection and name == "get":
            self.environment.look_for_plugin(owner, *arguments[:1])
        elif type(owner) is PluginCollection or not is_trusted(function):
            watch.has_seen_more = True  # afterwards: the function may have rendered a page itself
        return found


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
        context = self.new_context(*arguments, **named)
        module = TemplateModule(self, context)
        if is_for_all:
            watch.share(context.vars.values())
            watch.sees_more_always |= watch.has_seen_more
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
            self.look_for_plugin(obj, attribute)
        return self.item(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return the item or the attribute of that name, which `{{ obj[argument] }}` means."""
        if type(obj) is PluginCollection:
            self.look_for_plugin(obj, argument)
        elif isinstance(argument, str) and argument in _WATCHED:
            self.watch.see(obj, argument)
        return super().getitem(obj, argument)

    def look_for_plugin(self, plugins: PluginCollection, name: str) -> None:
        """Take note that a template asks `plugins` for the one called `name`, if there is one."""
        if name in plugins and name not in _SEARCH:
            self.watch.has_seen_more = True


@pass_context
def _random(context: _WatchedContext, values: Sequence[Any]) -> Any:
    """Return one of `values`, as Jinja's filter does; each build may take another."""
    context.environment.watch.has_seen_more = True
    return do_random(context, values)


def watch_templates(environment: Environment, render_page: RenderPage) -> Watch | None:
    """Let `render_page` render the pages of `environment`; return None if it is of a class of somebody's own."""
    if type(environment) is not QuickEnvironment:
        return None
    environment.__class__ = WatchedEnvironment
    watched = cast("WatchedEnvironment", environment)
    if environment.filters["random"] is do_random:
        environment.filters["random"] = _random
    watched.watch, watched.render_page = Watch(), render_page
    return watched.watch


def see_more(environment: Environment) -> None:
    """Take note that the page that `environment` renders shows more than known facts."""
    if isinstance(environment, WatchedEnvironment):
        environment.watch.see_more()
