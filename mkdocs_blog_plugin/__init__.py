"""A blog for documentation sites: on every theme and every MkDocs 1.x engine.

What is named here is what themes, hooks and other plugins may rely on; `docs/api.md` describes it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_blog_plugin.catalog.period import Period
    from mkdocs_blog_plugin.catalog.term import Part, Taxonomy, Term
    from mkdocs_blog_plugin.html.rendered import RenderedPost
    from mkdocs_blog_plugin.posts.post import Author, Enclosure, Image, Link, Post, State
    from mkdocs_blog_plugin.posts.tagged_page import TaggedPage
    from mkdocs_blog_plugin.render.blog_object import BlogObject
    from mkdocs_blog_plugin.urls.location import Location
    from mkdocs_blog_plugin.views.view import Kind, Pager, View

__version__ = "0.1.0"

__all__ = [
    "Author",
    "BlogObject",
    "Enclosure",
    "Image",
    "Kind",
    "Link",
    "Location",
    "Pager",
    "Part",
    "Period",
    "Post",
    "RenderedPost",
    "State",
    "TaggedPage",
    "Taxonomy",
    "Term",
    "View",
    "__version__",
]

_MODULES: Final[Mapping[str, str]] = {
    "Author": "posts.post",
    "BlogObject": "render.blog_object",
    "Enclosure": "posts.post",
    "Image": "posts.post",
    "Kind": "views.view",
    "Link": "posts.post",
    "Location": "urls.location",
    "Pager": "views.view",
    "Part": "catalog.term",
    "Period": "catalog.period",
    "Post": "posts.post",
    "RenderedPost": "html.rendered",
    "State": "posts.post",
    "TaggedPage": "posts.tagged_page",
    "Taxonomy": "catalog.term",
    "Term": "catalog.term",
    "View": "views.view",
}
"""Where the classes are; they are imported when somebody asks, since commands answer without them."""


def __getattr__(name: str) -> object:
    """Return the class that the package exports as `name`."""
    if name not in _MODULES:
        raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
