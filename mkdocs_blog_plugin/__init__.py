"""A blog for documentation sites: on every theme and every MkDocs 1.x engine.

What is named here is what themes, hooks and other plugins may rely on; `docs/api.md` describes it.
"""

from mkdocs_blog_plugin.catalog.parts import Part
from mkdocs_blog_plugin.catalog.period import Period
from mkdocs_blog_plugin.catalog.term import Taxonomy, Term
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
