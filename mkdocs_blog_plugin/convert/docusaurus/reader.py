"""A Docusaurus site in, a blog in our terms out."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote

from mkdocs_blog_plugin.convert.blog import OldBlog, OldPost
from mkdocs_blog_plugin.convert.docusaurus.front_matter import front_matter_of
from mkdocs_blog_plugin.convert.docusaurus.mdx import convert_mdx
from mkdocs_blog_plugin.convert.docusaurus.options import options_of
from mkdocs_blog_plugin.convert.docusaurus.site import CONFIGS, DocusaurusBlog, DocusaurusSite
from mkdocs_blog_plugin.convert.docusaurus.tags import kebab_case, terms_of
from mkdocs_blog_plugin.convert.links import change_links
from mkdocs_blog_plugin.convert.people import read_authors
from mkdocs_blog_plugin.convert.sources import below, read_map, text_at
from mkdocs_blog_plugin.convert.text.blocks import convert_blocks
from mkdocs_blog_plugin.convert.text.flavour import Flavour
from mkdocs_blog_plugin.convert.values import (
    filled,
    lowered,
    moment_of,
    text_of,
)
from mkdocs_blog_plugin.posts.front_matter import parse_front_matter
from mkdocs_blog_plugin.urls.paths import has_scheme
from mkdocs_blog_plugin.urls.slug import slugify

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mkdocs_blog_plugin.convert.reading import Reading
    from mkdocs_blog_plugin.convert.report import Notes
    from mkdocs_blog_plugin.convert.sources import Sources
    from mkdocs_blog_plugin.posts.front_matter import FrontMatter

_MARKDOWN = (".md", ".mdx")
_DATED = re.compile(
    r"(?P<folder>.*?)(?P<date>\d{4}[-/]\d{1,2}[-/]\d{1,2})[-/]?(?P<text>.*?)(?:/index)?\.mdx?"
)
_SITE = re.compile(r"@site/(?:static/)?|pathname://")


def is_docusaurus(sources: Sources) -> bool:
    """Return whether a folder looks like a Docusaurus site."""
    return any(path in CONFIGS for path in sources.paths)


def read_docusaurus(reading: Reading) -> OldBlog:
    """Return the blogs of the Docusaurus site."""
    site = DocusaurusSite.read(reading.sources)
    blogs = site.blogs
    paths = [(blog, path) for blog in blogs for path in _posts(reading.sources, blog)]
    flavour = Flavour(dollars="remark-math" in site.text or "remarkMath" in site.text)
    reader = _Reader(site, flavour, reading.notes, reading.maps)
    read = [reader.read(path, blog) for blog, path in reading.progress(paths)]
    first = blogs[0].path if blogs else ""
    authors: dict[str, Any] = {}
    for blog in blogs:
        authors |= _people(read_map(reading.sources, f"{blog.path}/{blog.authors_file}"))
    tags = [read_map(reading.sources, f"{blog.path}/{blog.tags_file}") for blog in blogs]
    terms = terms_of(tags, [value for _, value in read])
    return OldBlog(
        system="Docusaurus",
        site=site.site,
        posts=tuple(_placed(post, first) for post, _ in read if post.meta.get("date")),
        pages=(
            *_introductions(blogs),
            *(_as_page(post) for post, _ in read if not post.meta.get("date")),
        ),
        files=_files(reading.sources, blogs),
        authors=authors,
        terms=terms,
        options=options_of(blogs[0], site, is_first=True) if blogs else {},
        others={blog.path: options_of(blog, site, is_first=False) for blog in blogs[1:]},
        views=frozenset({"/", *_views(blogs, [post for post, _ in read], authors, terms)}),
        smart=False,
        links=True,
        dollars=flavour.dollars,
    )


def _posts(sources: Sources, blog: DocusaurusBlog) -> Iterator[str]:
    for path, inside in below(sources, blog.path):
        is_hidden = any(part.startswith("_") for part in inside.split("/")) or any(
            fnmatchcase(f"/{inside}", pattern if pattern.startswith("**/") else f"/{pattern}")
            for pattern in blog.excluded
        )
        if path.endswith(_MARKDOWN) and not is_hidden and inside.lower() != "readme.md":
            yield path


@dataclass(frozen=True)
class _Reader:
    """Reads the posts of one site."""

    site: DocusaurusSite
    flavour: Flavour
    notes: Notes
    maps: Mapping[str, Callable[..., str]]

    def read(self, path: str, blog: DocusaurusBlog) -> tuple[OldPost, object]:
        """Return the post at `path`, and its tags as its front matter has them."""
        front_matter = parse_front_matter(text_at(self.site.sources, path), path)
        meta = lowered(front_matter.data)
        inside = path.removeprefix(f"{blog.path}/")
        dated = _DATED.fullmatch(inside)
        date = moment_of(meta.get("date"), UTC) or (_day(dated["date"]) if dated else None)
        post = OldPost(
            source=path,
            name=f"{posixpath.splitext(inside)[0]}.md",
            meta=front_matter_of(meta, front_matter.data, date, front_matter.body),
            body=self._body(front_matter, path, blog),
            original=front_matter.body,
            first_line=front_matter.body_line,
            address=_address(meta, inside, dated, blog, self.site),
            beside=posixpath.join(blog.route, posixpath.dirname(inside)),
            blog=blog.path,
        )
        return post, meta.get("tags")

    def _body(self, post: FrontMatter, path: str, blog: DocusaurusBlog) -> str:
        """Return the Markdown of the post at `path`, its imports, links and components resolved."""
        body = convert_mdx(post.body, self.notes, path, post.body_line, self.maps, self._imported)
        sources = self.site.sources
        body = change_links(body, lambda target, _: _from_file(target, path, blog, sources))
        body = _SITE.sub("/", body).replace("](//", "](/")
        return convert_blocks(body, self.flavour)

    def _imported(self, path: str) -> str | None:
        """Return the body of MDX that a post imports; None if it is not there."""
        sources = self.site.sources
        return parse_front_matter(text_at(sources, path)).body if path in sources.paths else None


def _from_file(target: str, path: str, blog: DocusaurusBlog, sources: Sources) -> str:
    """Return a link to a post's file as one from the file of the post at `path`.

    Docusaurus finds it from that file, from the folder of the posts, and from that of the site.
    """
    file, mark, anchor = target.removeprefix("@site").partition("#")
    if not file.endswith(_MARKDOWN) or has_scheme(file):
        return target
    here = posixpath.dirname(path)
    for folder in (here, blog.path, ""):
        found = posixpath.normpath(posixpath.join(folder, unquote(file).lstrip("/")))
        if found in sources.paths and (folder != here or not file.startswith("/")):
            return quote(posixpath.relpath(found, here)) + mark + anchor
    return target


def _introductions(blogs: Iterable[DocusaurusBlog]) -> Iterator[OldPost]:
    """Yield a page for the index of each blog that has a title or a description."""
    for blog in blogs:
        if meta := filled({"title": blog.title, "description": blog.description}):
            name = posixpath.join(blog.route, "index.md")
            yield OldPost(source=CONFIGS[0], name=name, meta=meta, body="")


def _views(
    blogs: Iterable[DocusaurusBlog],
    posts: list[OldPost],
    authors: Mapping[str, Mapping[str, Any]],
    terms: Mapping[str, Mapping[str, Mapping[str, str]]],
) -> Iterator[str]:
    """Yield the addresses of lists, which are where they were."""
    slugs = {key: entry.get("slug") or slugify(key) for key, entry in terms.get("tags", {}).items()}
    for blog in blogs:
        own = [post for post in posts if post.blog == blog.path]
        names = {tag for post in own for tag in post.meta.get("tags", [])}
        tags = [f"{blog.tags}/{slugs.get(name) or slugify(name)}" for name in names]
        people = [f"{blog.authors}/{entry.get('slug') or key}" for key, entry in authors.items()]
        for path in ("", blog.archive, blog.tags, blog.authors, *tags, *people):
            yield f"/{posixpath.join(blog.route, path)}".rstrip("/") + "/"


def _people(entries: Mapping[str, object]) -> dict[str, dict[str, Any]]:
    """Return the authors by id, with the slugs that Docusaurus gives their pages."""
    found = read_authors(entries)
    for key, author in found.items():
        entry = entries[key]
        page = entry.get("page") if isinstance(entry, Mapping) else None
        own = text_of(page.get("permalink")).strip("/") if isinstance(page, Mapping) else ""
        slug = own or kebab_case(key)
        if slug and slug != key:
            author["slug"] = slug
        socials = author.get("socials")
        if isinstance(socials, Mapping) and "email" in socials:
            author.setdefault("email", text_of(socials["email"]))
            author["socials"] = {name: link for name, link in socials.items() if name != "email"}
    return found


def _placed(post: OldPost, first: str) -> OldPost:
    """Return a post of the first blog with the key that this one has."""
    return replace(post, blog="") if post.blog == first else post


def _as_page(post: OldPost) -> OldPost:
    return replace(post, blog="", name=f"{post.address.strip('/').removesuffix('.html')}.md")


def _day(text: str) -> datetime | None:
    year, month, day = map(int, re.split("[-/]", text))
    return moment_of(f"{year:04}-{month:02}-{day:02}", UTC)


def _address(
    meta: Mapping[str, Any],
    inside: str,
    dated: re.Match[str] | None,
    blog: DocusaurusBlog,
    site: DocusaurusSite,
) -> str:
    """Return the address of a post, as `blogUtils.ts` of Docusaurus makes it."""
    slug = text_of(meta.get("slug"))
    if not slug and dated:
        slug = f"{dated['folder']}{dated['date'].replace('-', '/')}/{dated['text']}"
    slug = slug or re.sub(r"(?:/index)?\.mdx?$", "", inside)
    path = posixpath.normpath(posixpath.join("/", blog.route, slug.strip("/")))
    return f"{path.rstrip('/')}/" if site.has_slash else f"{path}.html"


def _files(sources: Sources, blogs: list[DocusaurusBlog]) -> dict[str, str]:
    found = {
        inside: path
        for path, inside in below(sources, "static")
        if "/." not in f"/{path}" or path.endswith("/.nojekyll")
    }
    for blog in blogs:
        for path, inside in below(sources, blog.path):
            if not path.endswith(
                (*_MARKDOWN, ".yml", ".yaml", ".js", ".jsx", ".ts", ".tsx", ".css")
            ):
                found.setdefault(posixpath.join(blog.route, inside), path)
    return found
