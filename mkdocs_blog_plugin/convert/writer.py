"""A blog in our terms in, the files of a site out: posts, authors, configuration, copies."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import quote

from mkdocs_blog_plugin.convert import configuration
from mkdocs_blog_plugin.convert.addresses import (
    is_inside,
    is_same,
    new_address,
    normal,
    settings_of,
)
from mkdocs_blog_plugin.convert.links import From, Map, Place, change_links, lead
from mkdocs_blog_plugin.convert.people import usable
from mkdocs_blog_plugin.convert.report import Notes, Report
from mkdocs_blog_plugin.convert.yaml_out import Verbatim, write_yaml
from mkdocs_blog_plugin.posts.authors import KnownAuthors
from mkdocs_blog_plugin.posts.document import Document
from mkdocs_blog_plugin.posts.reader import read_document
from mkdocs_blog_plugin.problems import Problems, Severity
from mkdocs_blog_plugin.urls.paths import is_safe_url
from mkdocs_blog_plugin.urls.relative import relative_url

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mkdocs_blog_plugin.convert.blog import OldBlog, OldPost
    from mkdocs_blog_plugin.settings import Settings

POSTS = "blog/posts"
"""Folder of the posts in the docs."""
_MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
_WRITTEN = ("index.html", "404.html", "sitemap.xml")
"""Files that MkDocs and the blog write themselves."""
_DATES = ("date", "updated", "expires", "publishDate")
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d:\d\d(?:[+-]\d\d:\d\d)?)?")


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
        blog: what a reader has made of the old one.
        notes: of the reader; the links that lead nowhere are added.
        theme: of the site, where it has no configuration yet.
        has_configuration: whether an mkdocs.yml is there, which stays as it is.
        progress: yields the posts it is given, and shows how far that has come.
    """
    writer = _Writer(blog, notes)
    files: dict[str, str | Copy] = {}
    for path, source in sorted(blog.files.items()):
        if path.lower().endswith(_MARKDOWN):
            notes.left("file", "MkDocs would make a page of this file, so it is not copied", source)
        elif path in _WRITTEN:
            continue
        elif is_inside(path):
            files[f"docs/{path}"] = Copy(source)
        else:
            notes.left("file", "its path cannot be one of a site", source)
    bodies = []
    for post in progress(blog.posts):
        text = writer.post(post)
        files[f"docs/{writer.docs_path(post)}"] = text
        bodies.append(text)
    for page in blog.pages:
        files[f"docs/{writer.page_path(page)}"] = writer.page(page)
    files |= {f"docs/{path}": text for path, text in blog.texts.items()}
    files |= _annotations(blog)
    files |= _redirects(blog, writer, files)
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


def _annotations(blog: OldBlog) -> dict[str, str]:
    """Return the authors file and the terms file, where there is anything to say."""
    files = {}
    if blog.authors:
        authors = {key: usable(entry) for key, entry in blog.authors.items()}
        files["docs/blog/.authors.yml"] = write_yaml({"authors": authors})
    if blog.terms:
        files["docs/blog/.terms.yml"] = write_yaml(dict(blog.terms))
    return files


def _redirects(blog: OldBlog, writer: _Writer, files: Mapping[str, object]) -> dict[str, str]:
    """Return pages at the old addresses of ordinary pages, which have no aliases of their own."""
    found = {}
    for page in blog.pages:
        new = writer.urls[writer.page_path(page)]
        for old in (page.address, *page.aliases):
            if old and is_inside(old) and not is_same(old, f"/{new}"):
                path = _output(old)
                if f"docs/{path}" not in files:
                    found[f"docs/{path}"] = redirect_page(relative_url(new, quote(path)))
    for old, target in blog.redirects.items():
        path = f"docs/{_output(old)}"
        if is_same(old, f"/{target}") or not is_inside(old):
            continue
        if path not in files and path not in found:
            found[path] = redirect_page(relative_url(quote(target), quote(_output(old))))
    return found


def _output(address: str) -> str:
    """Return the file that answers an address."""
    path = address.strip("/")
    if address.endswith("/") or not posixpath.splitext(path)[1]:
        return posixpath.join(path, "index.html")
    return path


def redirect_page(target: str) -> str:
    """Return a page that leads to the relative URL `target`."""
    return (
        '<!doctype html>\n<meta charset="utf-8">\n<title>Moved</title>\n'
        f'<meta http-equiv="refresh" content="0; url={target}">\n'
        f'<link rel="canonical" href="{target}">\n<a href="{target}">Moved</a>\n'
    )


class _Writer:
    """Writes posts and pages whose links know where everything is."""

    def __init__(self, blog: OldBlog, notes: Notes) -> None:
        self._blog = blog
        self._notes = notes
        self._settings = {
            "": settings_of(blog.options),
            **{key: settings_of(options) for key, options in blog.others.items()},
        }
        self.dead = False
        self._claimed = {normal(address).rstrip("/") for address in blog.redirects}
        self._headers = self._all_headers()
        self.urls = {
            **{self.docs_path(post): self._headers[post.source][1] for post in blog.posts},
            **{self.page_path(page): _page_url(self.page_path(page)) for page in blog.pages},
        }
        self._map = self._make_map()

    def docs_path(self, post: OldPost) -> str:
        """Return the path of a post in the docs."""
        return f"{self._of(post).posts.dir}/{post.name}"

    def _of(self, post: OldPost) -> Settings:
        """Return the settings of the blog that a post belongs to."""
        return self._settings[post.blog]

    def page_path(self, page: OldPost) -> str:
        """Return the path of an ordinary page in the docs."""
        return page.name

    def _make_map(self) -> Map:
        blog = self._blog
        pages: dict[str, str] = {}
        sources: dict[str, str] = {source: path for path, source in blog.files.items()}
        queries: dict[str, str] = {}
        entries = [(post, self.docs_path(post)) for post in blog.posts]
        entries += [(page, self.page_path(page)) for page in blog.pages]
        for post, path in entries:
            sources[post.source] = path
            queries |= dict.fromkeys(post.queries, path)
            for address in filter(None, (post.address, *post.aliases)):
                pages.setdefault(normal(address).rstrip("/"), path)
        host = blog.site.url.rpartition("://")[2].lower().removeprefix("www.")
        return Map(
            hosts=frozenset(filter(None, [host])),
            base=blog.site.base,
            pages=pages,
            queries=queries,
            files={path: path for path in blog.files},
            views=frozenset(view.rstrip("/") for view in blog.views),
            sources=sources,
            urls=self.urls,
        )

    def _all_headers(self) -> dict[str, tuple[str, str]]:
        """Return front matter and URL of each post by source; addresses come before aliases."""
        addresses = [self._claim(post.address) for post in self._blog.posts]
        return {
            post.source: self._header(post, address)
            for post, address in zip(self._blog.posts, addresses, strict=True)
        }

    def _claim(self, address: str) -> str:
        """Return an address that no other post has: of two with the same one, the later gets a number."""
        if not address or not is_inside(address):
            return ""
        stem, end = (
            posixpath.splitext(address) if address.endswith(".html") else (address.rstrip("/"), "/")
        )
        free, number = address, 2
        while normal(free).rstrip("/") in self._claimed:
            free = f"{stem}-{number}{end}"
            number += 1
        if free != address:
            self._notes.left("address", f"'{address}' is that of another post, too", free)
        self._claimed.add(normal(free).rstrip("/"))
        return free

    def _is_free(self, alias: str) -> bool:
        """Return whether nobody has an alias; from now on somebody has."""
        key = normal(alias).rstrip("/")
        is_free = is_inside(alias) and key not in self._claimed
        self._claimed.add(key)
        return is_free

    def _header(self, post: OldPost, address: str) -> tuple[str, str]:
        """Return the front matter of a post, and its new address without a leading slash."""
        meta = {key: value for key, value in post.meta.items() if key != "params"}
        params = dict(post.meta.get("params") or {})
        image = meta.get("image")
        if image and not self._has_picture(image, post):
            params["image"] = meta.pop("image")
        for _ in range(3):
            text = _front_matter(meta, params)
            wrong = self._wrong_keys(post, text)
            if not wrong:
                break
            for key in wrong & meta.keys():
                self._notes.left("front matter", f"'{key}' cannot be read", post.source)
                params[key] = meta.pop(key)
        new = new_address(self.docs_path(post), _front_matter(meta, params), self._of(post))
        extra: dict[str, Any] = {}
        if address and not is_same(address, new):
            extra["permalink"] = address
            new = address if address.endswith((".html", "/")) else f"{address}/"
        aliases = [
            alias
            for alias in dict.fromkeys(post.aliases)
            if not is_same(alias, new) and self._is_free(alias)
        ]
        if aliases:
            extra["aliases"] = aliases
        url = quote(new.lstrip("/"))
        return _front_matter({**meta, **extra}, params), url.removesuffix("index.html")

    def _wrong_keys(self, post: OldPost, text: str) -> set[str]:
        problems = Problems()
        document = Document(self.docs_path(post), text)
        read_document(document, settings=self._of(post), authors=KnownAuthors(), problems=problems)
        return {
            problem.key.partition(".")[0]
            for problem in problems
            if problem.severity >= Severity.WARNING and problem.key
        }

    def _has_picture(self, image: object, post: OldPost) -> bool:
        path = image.get("path", "") if isinstance(image, Mapping) else str(image)
        if path.startswith(("http://", "https://")):
            return is_safe_url(path)
        base = self._blog.site.base
        if base and path.startswith(f"{base}/"):
            path = path.removeprefix(base)
        beside = posixpath.join(post.beside, path).strip("/")
        return path.strip("/") in self._blog.files or beside in self._blog.files

    def post(self, post: OldPost) -> str:
        """Return the text of a post: front matter, and a body with its links led."""
        header, url = self._headers[post.source]
        return f"{header}\n{self._body(post, self.docs_path(post), url)}"

    def page(self, page: OldPost) -> str:
        """Return the text of an ordinary page."""
        path = self.page_path(page)
        header = f"---\n{write_yaml(dict(page.meta))}---\n\n" if page.meta else ""
        return header + self._body(page, path, self.urls[path])

    def _body(self, post: OldPost, path: str, url: str) -> str:
        here = From(docs=path, old=post.address, new=url, beside=post.beside, source=post.source)

        def change(target: str, place: Place) -> str:
            found = lead(target, here, self._map, is_html=place.is_html)
            if not found.found:
                self._tell_dead(target, post)
            elif found.is_changed:
                self._notes.converted["link"] += 1
            return found.text

        return change_links(post.body, change)

    def _tell_dead(self, target: str, post: OldPost) -> None:
        self.dead = True
        before, found, _ = post.original.partition(target)
        line = post.first_line + before.count("\n") if found else 0
        message = f"'{target}' leads to nothing that was converted"
        self._notes.left("link", message, post.source, line)


def _page_url(path: str) -> str:
    """Return the URL of an ordinary page with directory URLs."""
    stem = posixpath.splitext(path)[0]
    folder, name = posixpath.split(stem)
    bare = folder if name.lower() in ("index", "readme") else stem
    return quote(f"{bare}/" if bare else "")


def _front_matter(meta: Mapping[str, Any], params: Mapping[str, Any]) -> str:
    values = {key: _dated(key, value) for key, value in meta.items()}
    if params:
        values["params"] = dict(params)
    return f"---\n{write_yaml(values)}---\n"


def _dated(key: str, value: Any) -> Any:
    is_date = key in _DATES and isinstance(value, str) and _DATE.fullmatch(value)
    return Verbatim(value) if is_date else value
