"""The title that a page gives itself, post or not."""

from __future__ import annotations

from mkdocs_blog_plugin.posts.body import first_heading
from mkdocs_blog_plugin.posts.fields import Fields
from mkdocs_blog_plugin.posts.front_matter import parse_front_matter
from mkdocs_blog_plugin.problems import Problems


def own_title(text: str) -> str:
    """Return the title in the front matter of `text`, else its first heading; empty without both."""
    front_matter = parse_front_matter(text)
    fields = Fields.of(front_matter.data, path="", lines={}, problems=Problems())
    return fields.text("title") or first_heading(front_matter.body)
