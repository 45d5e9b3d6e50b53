"""A blog in our terms in, the files of a site out: posts, authors, configuration, copies."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import quote, unquote

from mkdocs_blog_plugin.convert import configuration
from mkdocs_blog_plugin.convert.addresses import is_site_path, normal
from mkdocs_blog_plugin.convert.headers import write_headers
from mkdocs_blog_plugin.convert.links import (
    AddressBook,
    LinkingPost,
    Markup,
    change_links,
    find_target,
)
from mkdocs_blog_plugin.convert.people import usable
from mkdocs_blog_plugin.convert.redirects import write_redirects
from mkdocs_blog_plugin.convert.report import Notes, Report
from mkdocs_blog_plugin.convert.yaml_out import write_yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mkdocs_blog_plugin.convert.blog import OldBlog, OldPost

_MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
_WRITTEN = ("index.html", "404.html", "sitemap.xml")
"""Files that MkDocs and the blog write themselves."""


@dataclass(frozen=True)
class Copy:
    """A file that is copied as it is."""

    source: str
    """Path in the old blog's folder."""


Files: TypeAlias = Mapping[str, str | Copy]
"""What is written, by path below the new site's folder."""


def write_blog(
    blog: OldBlog,
    notes: Notes,
    *,
    theme: str,
    has_configuration: bool,
    progress: Callable[[Iterable[OldPost]], Iterable[OldPost]],
) -> tuple[Files, Report]:
    """Return the files of the new site, and what came of the conversion.

    Args:
        blog: What a reader has made of the old one.
        notes: Of the reader; the links that lead nowhere are added.
        theme: Of the site, where it has no configuration yet.
        has_configuration: Whether an mkdocs.yml is there, which stays as it is.
        progress: Yields the posts it is given, and shows the progress.
    """
    writer = _Writer(blog, notes)
    files: dict[str, str | Copy] = {}
    for path, source in sorted(blog.files.items()):
        if path.lower().endswith(_MARKDOWN):
            notes.left("file", "MkDocs would make a page of this file, so it is not copied", source)
        elif path in _WRITTEN:
            continue
        elif is_site_path(path):
            files[f"docs/{path}"] = Copy(source)
        else:
            notes.left("file", "its path cannot be a path of a site", source)
    bodies = []
    for post in progress(blog.posts):
        text = writer.post(post)
        files[f"docs/{writer.headers[post.source].path}"] = text
        bodies.append(text)
    for page in blog.pages:
        text = writer.page(page)
        files[f"docs/{page.name}"] = text
        bodies.append(text)
    files |= _annotations(blog, notes)
    files |= write_redirects(blog, writer.urls, files)
    config, advice = configuration.write(
        blog, bodies, files, theme=theme, has_configuration=has_configuration, has_dead=writer.dead
    )
    files |= config
    report = Report(
        system=blog.system,
        posts=len(blog.posts),
        pages=len(blog.pages),
        files=sum(isinstance(content, Copy) for content in files.values()),
        converted=dict(sorted(notes.converted.items(), key=lambda item: (-item[1], item[0]))),
        left=tuple(sorted(notes.found)),
        advice=advice,
    )
    return files, report


def _annotations(blog: OldBlog, notes: Notes) -> dict[str, str]:
    """Return the authors file and the terms file, where there is anything to say."""
    files = {}
    if blog.authors:
        authors = {key: usable(entry) for key, entry in blog.authors.items()}
        path = "docs/blog/.authors.yml"
        files[path] = write_yaml({"authors": authors})
        for key, entry in blog.authors.items():
            for name in entry.keys() - authors[key].keys():
                notes.left("author", f"'{key}.{name}' cannot be read, so it is left out", path)
    if blog.terms:
        files["docs/blog/.terms.yml"] = write_yaml(dict(blog.terms))
    return files


class _Writer:
    """Writes posts and pages, with links to where everything is now."""

    def __init__(self, blog: OldBlog, notes: Notes) -> None:
        self._blog = blog
        self._notes = notes
        self.dead = False
        self.headers = write_headers(blog, notes)
        self.urls = {
            **{header.path: header.url for header in self.headers.values()},
            **{page.name: _page_url(page.name) for page in blog.pages},
        }
        self._book = self._address_book()

    def _address_book(self) -> AddressBook:
        blog = self._blog
        pages: dict[str, str] = {}
        sources: dict[str, str] = {source: path for path, source in blog.files.items()}
        queries: dict[str, str] = {}
        entries = [(post, self.headers[post.source].path) for post in blog.posts]
        entries += [(page, page.name) for page in blog.pages]
        for post, path in entries:
            sources[post.source] = path
            queries |= dict.fromkeys(post.queries, path)
            for address in filter(None, (post.address, *post.aliases)):
                pages.setdefault(normal(address).rstrip("/"), path)
        host = blog.site.url.rpartition("://")[2].lower().removeprefix("www.")
        return AddressBook(
            hosts=frozenset(filter(None, [host])),
            base=blog.site.base,
            pages=pages,
            queries=queries,
            files={path: path for path in blog.files},
            views=frozenset(view.rstrip("/") for view in blog.views),
            moved={old.rstrip("/"): new for old, new in blog.redirects.items()},
            sources=sources,
            urls=self.urls,
        )

    def post(self, post: OldPost) -> str:
        """Return the text of a post: front matter, and a body with its links changed."""
        header = self.headers[post.source]
        return f"{header.text}\n{self._body(post, header.path, header.url)}"

    def page(self, page: OldPost) -> str:
        """Return the text of an ordinary page."""
        header = f"---\n{write_yaml(dict(page.meta))}---\n\n" if page.meta else ""
        return header + self._body(page, page.name, self.urls[page.name])

    def _body(self, post: OldPost, path: str, url: str) -> str:
        here = LinkingPost(
            docs=path, old=post.address, new=url, beside=post.beside, source=post.source
        )

        def change(target: str, markup: Markup) -> str:
            found = find_target(target, here, self._book, is_html=markup is Markup.HTML)
            if not found.found:
                self._tell_dead(target, post)
            elif found.is_changed:
                self._notes.converted["link"] += 1
            return found.text

        return change_links(post.body, change)

    def _tell_dead(self, target: str, post: OldPost) -> None:
        self.dead = True
        name = unquote(target).rstrip("/").rpartition("/")[2]
        places = [post.original.find(text) for text in (target, name) if text]
        place = next((found for found in places if found >= 0), -1)
        line = post.first_line + post.original.count("\n", 0, place) if place >= 0 else 0
        message = f"'{target}' leads to nothing that was converted"
        self._notes.left("link", message, post.source, line)


def _page_url(path: str) -> str:
    """Return the URL of an ordinary page with directory URLs."""
    stem = posixpath.splitext(path)[0]
    folder, name = posixpath.split(stem)
    bare = folder if name.lower() in ("index", "readme") else stem
    return quote(f"{bare}/" if bare else "")
