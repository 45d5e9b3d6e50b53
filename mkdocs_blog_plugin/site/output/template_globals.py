"""The object `blog` and the filter `date`, for templates, macros and hooks of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs_blog_plugin.render.blog_object import BlogObject
from mkdocs_blog_plugin.render.environment import date_filter

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping

    from jinja2 import Environment

    from mkdocs_blog_plugin.catalog.catalog import Catalog
    from mkdocs_blog_plugin.settings import Settings
    from mkdocs_blog_plugin.site.setup import Setup


class TemplateGlobals:
    """What one blog gives to templates.

    Args:
        settings: The settings of the blog.
        answer: Returns its catalog, once it is known.
    """

    def __init__(self, settings: Settings, answer: Callable[[], Catalog]) -> None:
        self._name = settings.blog_dir or "."
        self._is_first = settings.first
        self._object = BlogObject(settings.index_title, answer)

    def offer(self, names: MutableMapping[str, Any]) -> None:
        """Add `blog` to `names`, and `blogs`, which has all blogs by their folder."""
        names.setdefault("blogs", {})[self._name] = self._object
        if self._is_first and isinstance(names.get("blog", self._object), BlogObject):
            names["blog"] = self._object

    def prepare(self, env: Environment, setup: Setup) -> None:
        """Give the templates of the theme these names, and the filter that Material's blog has."""
        self.offer(env.globals)
        pattern = setup.site_settings.posts.date_format
        env.filters.setdefault("date", date_filter(setup.locale, pattern))
