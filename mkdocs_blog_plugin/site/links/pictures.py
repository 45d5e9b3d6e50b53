"""Pictures that front matter and the authors file name: found among the site's files, or dropped."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from mkdocs_blog_plugin.posts.keys import KEYS
from mkdocs_blog_plugin.problems import Problem, Problems, at_key
from mkdocs_blog_plugin.urls.paths import is_safe_url, url_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from mkdocs.structure.files import File, Files

    from mkdocs_blog_plugin.posts.post import Author, Post, Source
    from mkdocs_blog_plugin.site.links.lookups import FilesByPath


_FROM_POST = "a path from the post or from the docs folder, or a URL"


def find_file(files: FilesByPath, src_uri: str, path: str) -> File | None:
    """Return the file that `path` means on the page `src_uri`: beside it, or from the docs folder.

    Jekyll and Hugo posts write paths from the site's root, with a leading slash or without.
    """
    path = unquote(path)
    if not path.startswith("/"):
        beside = posixpath.join(posixpath.dirname(src_uri), path)
        if found := files.get_file_from_path(posixpath.normpath(beside)):
            return found
    return files.get_file_from_path(posixpath.normpath(path.lstrip("/")))


def locate_cover(
    post: Post, files: Files, sources_of: Callable[[File], Sequence[Source]], problems: Problems
) -> Post:
    """Return `post` with its cover's URL from the site's root, or without a cover that is missing.

    Args:
        post: The post, its cover as written.
        files: The files of the site.
        sources_of: Returns the sources of a cover in several widths.
        problems: Gets a cover that is missing.
    """
    if post.image is None or is_elsewhere(post.image.src):
        return post
    file = _find_picture(files, post.src_uri, urlsplit(post.image.src).path)
    if file is not None:
        sources = tuple(sources_of(file))
        return replace(post, image=replace(post.image, src=file.url, sources=sources))
    message = f"there is no picture '{post.image.src}'"
    problems.add(at_key(post, KEYS["image"], message, _FROM_POST))
    return replace(post, image=None)


def locate_avatar(author: Author, files: Files, authors_file: str, problems: Problems) -> Author:
    """Return `author` with the avatar's URL from the site's root, or without one that is missing."""
    if not author.avatar or is_elsewhere(author.avatar):
        return author
    file = _find_picture(files, authors_file, author.avatar)
    if file is None:
        problems.add(
            Problem(
                path=authors_file,
                key=author.key,
                message=f"there is no picture '{author.avatar}'",
                expected="avatar: a path from the docs folder, or a URL",
            )
        )
    return replace(author, avatar=file.url if file else "")


def locate_own_avatars(post: Post, files: Files, problems: Problems) -> Post:
    """Return `post` with the avatars of the authors that it describes itself, as `locate_avatar` does."""
    if all(author.known or not author.avatar for author in post.authors):
        return post
    found = Problems()
    authors = [
        author if author.known else locate_avatar(author, files, post.src_uri, found)
        for author in post.authors
    ]
    expected = f"avatar: {_FROM_POST}"
    problems.extend(at_key(post, KEYS["authors"], each.message, expected) for each in found)
    return replace(post, authors=tuple(authors))


def locate_default(path: str, files: Files, problems: Problems) -> str:
    """Return the URL of the option `image_default` from the site's root; empty if it is missing."""
    if not path or (is_elsewhere(path) and is_safe_url(path)):
        return path
    file = _find_picture(files, "", path)
    if file is None:
        problems.add(
            Problem(
                path="",
                key="image_default",
                message=f"there is no picture '{path}'",
                expected="a path from the docs folder, or a URL",
            )
        )
    return file.url if file else ""


def missing_recordings(posts: Iterable[Post], files: Files) -> Iterator[Problem]:
    """Yield a problem for each recording that is neither a file of the site nor elsewhere."""
    for post in posts:
        given = post.enclosure
        if given and not is_elsewhere(given.src) and not find_file(files, post.src_uri, given.src):
            message = f"there is no file '{given.src}'"
            yield at_key(post, KEYS["enclosure"], message, _FROM_POST)


def _find_picture(files: Files, src_uri: str, path: str) -> File | None:
    """Return the file that `path` means, if it is a medium that the site will have."""
    file = find_file(files, src_uri, path)
    return file if file and file.is_media_file() and file.inclusion.is_included() else None


def is_elsewhere(url: str) -> bool:
    """Return whether `url` is not a path in the site: it has a scheme or a host, or cannot be read."""
    parts = url_parts(url)
    return parts is None or bool(parts.scheme or parts.netloc)
