"""Where the `links` of a post lead: looked up when all pages are converted and have titles."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from mkdocs_blog_plugin.problems import Problem, Problems, at_key
from mkdocs_blog_plugin.site.links.pictures import find_file
from mkdocs_blog_plugin.text import decoded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page
    from mkdocs.structure.toc import AnchorLink

    from mkdocs_blog_plugin.posts.post import Link, Post


def resolve_links(
    post: Post, files: Files, convert: Callable[[Page], None], problems: Problems
) -> tuple[Link, ...]:
    """Return the links of `post` with titles and with URLs from the site's root.

    A link that leads to no file or to no heading is a problem, and stays as it was written.
    `convert` makes known the headings of a page, and its title, where this build has not read it.
    """
    return tuple(_resolve(link, post, files, convert, problems) for link in post.links)


def _resolve(
    link: Link, post: Post, files: Files, convert: Callable[[Page], None], problems: Problems
) -> Link:
    if link.children:
        children = (_resolve(child, post, files, convert, problems) for child in link.children)
        return replace(link, children=tuple(children))
    parts = urlsplit(link.url)
    if parts.scheme:
        return replace(link, title=link.title or link.url)
    file = _find(files, post, parts.path)
    if file is None:
        problems.add(_problem(post, f"there is no page or file '{parts.path}'"))
        return replace(link, title=link.title or link.url)
    title = posixpath.basename(file.src_uri)
    anchor = f"#{parts.fragment}" if parts.fragment else ""
    if file.page is not None:
        if file.page.content is None and (anchor or file.page.markdown is None):
            convert(file.page)
        if not _has_anchor(file.page, unquote(parts.fragment)):
            problems.add(_problem(post, f"'{file.src_uri}' has no anchor '{anchor}'"))
        title = _title(file.page, unquote(parts.fragment))
    return replace(link, title=link.title or title, url=file.url + anchor)


def linked_files(post: Post, files: Files) -> Iterator[File]:
    """Yield the files of the site that the links of `post` lead to, sections included."""
    for link in _flat(post.links):
        parts = urlsplit(link.url)
        if link.url and not parts.scheme and (file := _find(files, post, parts.path)):
            yield file


def _flat(links: Iterable[Link]) -> Iterator[Link]:
    """Yield `links` and all that their sections have."""
    for link in links:
        yield link
        yield from _flat(link.children)


def _find(files: Files, post: Post, path: str) -> File | None:
    """Return the file at `path` from the docs folder, as Material has it, else beside the post."""
    from_docs = posixpath.normpath(unquote(path).lstrip("/"))
    found = files.get_file_from_path(from_docs) if path else files.src_uris[post.src_uri]
    found = found or find_file(files, post.src_uri, path)
    return None if found is None or found.inclusion.is_excluded() else found


def _has_anchor(page: Page, anchor: str) -> bool:
    """Return whether `page` has `anchor`; a page that was never converted may have any."""
    return not anchor or page.present_anchor_ids is None or anchor in page.present_anchor_ids


def _title(page: Page, anchor: str) -> str:
    """Return the title of `page`, and of its heading with the id `anchor` if it has one."""
    heading = _heading(page.toc, anchor)
    titles = [page.title, heading.title] if heading else [page.title]
    return ": ".join(decoded(str(title)) for title in titles)


def _heading(toc: Iterable[AnchorLink], anchor: str) -> AnchorLink | None:
    for heading in toc:
        if found := heading if heading.id == anchor else _heading(heading.children, anchor):
            return found
    return None


def _problem(post: Post, message: str) -> Problem:
    expected = "a path from the docs folder such as 'guide.md#install', or a URL"
    return at_key(post, ["links"], message, expected)
