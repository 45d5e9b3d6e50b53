"""Recognition of posts by the parts of their paths."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.posts.dates import date_in_name
from mkdocs_blog_plugin.urls.location import INDEX_NAMES

if TYPE_CHECKING:
    from mkdocs_blog_plugin.settings import Settings

POSTS = "_posts"
"""Folder of dated posts anywhere in the docs, as in Jekyll."""
DRAFTS = "_drafts"
"""Folder of posts that are not built, as in Jekyll."""

_SECTION = "_index"


def is_inside(src_uri: str, folder: str) -> bool:
    """Return whether `src_uri` lies in `folder` or below it; the empty folder holds everything."""
    return not folder or src_uri.startswith(f"{folder}/")


def has_folder(src_uri: str, name: str) -> bool:
    """Return whether one of the folders of `src_uri` is called `name`."""
    return name in src_uri.split("/")[:-1]


def post_name(src_uri: str, settings: Settings) -> str:
    """Return the name of a page's file without suffix; in a post bundle that of its folder.

    `README` is `index`, as for MkDocs.
    """
    folder, file = posixpath.split(src_uri)
    stem = posixpath.splitext(file)[0]
    if stem not in INDEX_NAMES:
        return stem
    parent = posixpath.basename(folder)
    is_section = folder in (settings.blog_dir, settings.posts.dir) or parent in (POSTS, DRAFTS)
    return parent if parent and not is_section else "index"


def is_own(src_uri: str, settings: Settings) -> bool:
    """Return whether a page belongs to this blog rather than to another one of the site."""
    if is_inside(src_uri, settings.blog_dir):
        inner = (folder for folder in settings.others if is_inside(folder, settings.blog_dir))
        return not any(folder and is_inside(src_uri, folder) for folder in inner)
    return settings.first and not any(is_inside(src_uri, folder) for folder in settings.others)


def is_in_posts(src_uri: str, settings: Settings) -> bool:
    """Return whether a page is a post if only it has a date: its folder or a pattern says so."""
    if posixpath.splitext(posixpath.basename(src_uri))[0] == _SECTION:
        return False
    if is_inside(src_uri, settings.posts.dir) or settings.posts.include(src_uri):
        return True
    if has_folder(src_uri, DRAFTS):
        return is_own(src_uri, settings)
    if date_in_name(post_name(src_uri, settings)) is None:
        return False
    is_in_blog = settings.blog_dir and is_inside(src_uri, settings.blog_dir)
    return bool(is_in_blog) or (has_folder(src_uri, POSTS) and is_own(src_uri, settings))


def is_section(src_uri: str, settings: Settings) -> bool:
    """Return whether a page is the text of a folder of posts, such as `posts/README.md`."""
    return post_name(src_uri, settings) in ("index", _SECTION)


def folder_categories(src_uri: str, settings: Settings) -> tuple[str, ...]:
    """Return the folders between the blog's and `_posts`, which are categories in Jekyll."""
    folders = src_uri.split("/")[:-1]
    if POSTS not in folders:
        return ()
    return _below(folders[: folders.index(POSTS)], settings.blog_dir)


def sections(src_uri: str, settings: Settings) -> list[str]:
    """Return the folders that a post lies in, without that of its bundle."""
    folders = src_uri.split("/")[:-1]
    stem = posixpath.splitext(posixpath.basename(src_uri))[0]
    is_bundle = stem in INDEX_NAMES and post_name(src_uri, settings) != "index"
    return folders[:-1] if is_bundle else folders


def sections_below_blog(src_uri: str, settings: Settings) -> tuple[str, ...]:
    """Return the sections of a post below that of all posts or of the blog, whichever is closer."""
    folder = settings.posts.dir
    closest = folder if is_inside(src_uri, folder) else settings.blog_dir
    return _below(sections(src_uri, settings), closest)


def _below(folders: list[str], folder: str) -> tuple[str, ...]:
    """Return `folders` without those that `folder` is made of, if they begin with it."""
    parts = folder.split("/") if folder else []
    return tuple(folders[len(parts) :] if folders[: len(parts)] == parts else folders)
