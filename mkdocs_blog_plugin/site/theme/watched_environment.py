"""The environment of the theme's templates, which notices what a template asks for beyond its page.

What a page may show of itself, of its neighbours and of the site is known before it is rendered
(`site.theme.page_facts`, `site.theme.site_facts`). A template may ask for more: the time, the text of other
pages, the posts of the blog, the state of a plugin. It is free to; but then nobody can tell
from the facts whether the page would come out the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

from jinja2 import Template, pass_context
from jinja2.environment import TemplateModule
from jinja2.filters import do_random
from jinja2.utils import missing
from mkdocs.plugins import PluginCollection

from mkdocs_blog_plugin.render.quick_environment import QuickContext, QuickEnvironment
from mkdocs_blog_plugin.site.integrations.written_later import SEARCH
from mkdocs_blog_plugin.site.theme.trust import is_trusted
from mkdocs_blog_plugin.site.theme.watch import WATCHED

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from jinja2 import Environment

    from mkdocs_blog_plugin.site.theme.watch import Watch

_NAMES: Final = frozenset({"pages", "lipsum"})
"""Names that stand for more than the page and the options of the site."""
_CHANGING: Final = frozenset(
    {"append", "clear", "extend", "insert", "pop", "popitem", "remove", "setdefault", "sort"}
    | {"add", "discard", "reverse", "update", "__setitem__", "__delitem__", "__setattr__"}
)
"""Methods that change a list, map or set, which may not be the template's own."""

Render: TypeAlias = "Callable[[Mapping[str, Any]], str]"
RenderPage: TypeAlias = "Callable[[str, Mapping[str, Any], Render], str]"
"""Takes the name of a template, the names that it knows and what renders it, and returns the page."""


class _WatchedContext(QuickContext):
    """The names that a template knows, and those that it is noticed for."""

    environment: WatchedEnvironment

    def resolve_or_missing(self, key: str) -> Any:
        """Return the value of a name, or `missing`."""
        if key in _NAMES:
            self.environment.watch.see_more()
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
            watch.see_more()  # afterwards: the function may have rendered a page itself
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
        context = self.new_context(*arguments, **named)
        if arguments:
            return TemplateModule(self, context)
        watch = self.environment.watch
        with watch.for_all():
            module = TemplateModule(self, context)
        watch.share(context.vars.values())
        return module


class WatchedEnvironment(QuickEnvironment):
    """See above; `watch_templates` makes one of MkDocs' environment."""

    context_class = _WatchedContext
    template_class = _PageTemplate
    watch: Watch
    render_page: RenderPage

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return the attribute or the item of that name, which `{{ obj.attribute }}` means."""
        if attribute in WATCHED:
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
        elif isinstance(argument, str) and argument in WATCHED:
            self.watch.see(obj, argument)
        return super().getitem(obj, argument)

    def look_for_plugin(self, plugins: PluginCollection, name: str) -> None:
        """Take note that a template asks `plugins` for the one called `name`, if there is one.

        Themes ask the search for its options, and for nothing else.
        """
        if name in plugins and name not in SEARCH:
            self.watch.see_more()


@pass_context
def _random(context: _WatchedContext, values: Sequence[Any]) -> Any:
    """Return one of `values`, as Jinja's filter does; each build may take another."""
    context.environment.watch.see_more()
    return do_random(context, values)


def watch_templates(environment: Environment, watch: Watch, render_page: RenderPage) -> None:
    """Let `watch` notice what pages ask for, and `render_page` render them.

    An environment of a class of somebody's own is left alone.
    """
    if type(environment) is not QuickEnvironment:
        return
    environment.__class__ = WatchedEnvironment
    watched = cast("WatchedEnvironment", environment)
    watched.watch, watched.render_page = watch, render_page
    if environment.filters["random"] is do_random:
        environment.filters["random"] = _random


def see_more(environment: Environment) -> None:
    """Take note that the page that `environment` renders shows more than known facts."""
    if isinstance(environment, WatchedEnvironment):
        environment.watch.see_more()
