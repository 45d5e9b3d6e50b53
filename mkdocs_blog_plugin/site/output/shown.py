"""The posts that a build has to render: in a dirty build only those that its outputs show."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mkdocs.structure.files import Files

    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.site.output.listings import Markers
    from mkdocs_blog_plugin.site.plan import Plan


def shown_posts(
    plan: Plan, markers: Markers, files: Files, is_due: Callable[[str], bool]
) -> Iterator[Post]:
    """Yield the posts on pages that are converted, and in other files that are due.

    Args:
        plan: The blog.
        markers: Lists of posts on any page.
        files: All files of the site.
        is_due: Whether the file at a `dest_uri` has to be written.
    """
    blog, outputs = plan.blog, plan.outputs
    for file in files.documentation_pages():
        if file.page is None or file.page.content is None:
            continue
        if post := blog.posts.get(file.src_uri):
            yield post
        elif file.src_uri in blog.pagers:
            yield from blog.pagers[file.src_uri][1].posts
        yield from markers.posts_on(file.page.content, file.src_uri)
    for document in outputs.feeds:
        if is_due(document.location.dest_uri):
            yield from document.posts
    for src_uri, copy in outputs.markdown.posts.items():
        if is_due(copy.dest_uri):
            yield blog.posts[src_uri]
    if any(file and is_due(file.dest_uri) for file in (outputs.export, outputs.markdown.index)):
        yield from blog.catalog.listed
