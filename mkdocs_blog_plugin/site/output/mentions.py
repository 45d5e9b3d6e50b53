"""Ordinary pages of the docs, and the posts that link to them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.posts.recognition import is_inside
from mkdocs_blog_plugin.site.links.link_lists import linked_files
from mkdocs_blog_plugin.site.links.pictures import find_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from mkdocs.structure.files import File, Files

    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.views.blog import Blog


def find_mentions(
    blog: Blog, paths: Mapping[str, Sequence[str]], files: Files, others: Sequence[str]
) -> dict[str, tuple[Post, ...]]:
    """Return the listed posts that link to each ordinary page, newest first, by its `src_uri`.

    Args:
        blog: The posts, and the views, which are not ordinary pages either.
        paths: Paths in the links of each post's text, by `src_uri`.
        files: All files of the site.
        others: Folders of the site's other blogs, whose pages are left to them.
    """
    found = defaultdict(list)
    for post in blog.catalog.listed:
        linked = _targets(post, paths[post.src_uri], files)
        for src_uri in dict.fromkeys(
            file.src_uri for file in linked if file.is_documentation_page()
        ):
            is_of_another = any(is_inside(src_uri, other) for other in others if other)
            if src_uri not in blog and not is_of_another:
                found[src_uri].append(post)
    return {src_uri: tuple(posts) for src_uri, posts in found.items()}


def _targets(post: Post, paths: Sequence[str], files: Files) -> Iterator[File]:
    """Yield the files that the text of `post` links to by `paths`, and those of its `links`."""
    for path in paths:
        if file := find_file(files, post.src_uri, path):
            yield file
    yield from linked_files(post, files)
