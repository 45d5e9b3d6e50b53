"""A Docusaurus site in, a blog in our terms out."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from mkdocs_blog_plugin.convert.blog import OldBlog, OldPost
from mkdocs_blog_plugin.convert.docusaurus.mdx import convert_mdx
from mkdocs_blog_plugin.convert.docusaurus.site import CONFIGS, DocusaurusBlog, DocusaurusSite
from mkdocs_blog_plugin.convert.people import read_authors
from mkdocs_blog_plugin.convert.sources import below, read_map, text_at
from mkdocs_blog_plugin.convert.text.blocks import convert_blocks
from mkdocs_blog_plugin.convert.text.flavour import Flavour
from mkdocs_blog_plugin.convert.values import (
    filled,
    flag_of,
    lowered,
    moment_of,
    text_of,
    texts_of,
    written,
)
from mkdocs_blog_plugin.posts.body import first_heading
from mkdocs_blog_plugin.posts.front_matter import parse_front_matter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mkdocs_blog_plugin.convert.reading import Reading
    from mkdocs_blog_plugin.convert.report import Notes
    from mkdocs_blog_plugin.convert.sources import Sources

_MARKDOWN = (".md", ".mdx")
_DATED = re.compile(
    r"(?P<folder>.*?)(?P<date>\d{4}[-/]\d{1,2}[-/]\d{1,2})[-/]?(?P<text>.*?)(?:/index)?\.mdx?"
)
_SITE = re.compile(r"@site/(?:static/)?|pathname://")
_READ: Final = frozenset({
    "author", "author_image_url", "author_imageurl", "author_title", "author_url", "authors",
    "date", "description", "draft", "hide", "hide_table_of_contents", "id", "image", "last_update",
    "slug", "tags", "title", "unlisted",
})  # fmt: skip


def is_docusaurus(sources: Sources) -> bool:
    """Return whether a folder looks like a Docusaurus site."""
    return any(path in CONFIGS for path in sources.paths)


def read_docusaurus(reading: Reading) -> OldBlog:
    """Return the blogs of the Docusaurus site."""
    site = DocusaurusSite.read(reading.sources)
    blogs = site.blogs
    paths = [(blog, path) for blog in blogs for path in _posts(reading.sources, blog)]
    flavour = Flavour(dollars="remark-math" in site.text or "remarkMath" in site.text)
    read = [
        _read(path, blog, site, flavour, reading.notes, reading.maps)
        for blog, path in reading.progress(paths)
    ]
    first = blogs[0].path if blogs else ""
    authors: dict[str, Any] = {}
    for blog in blogs:
        authors |= read_authors(read_map(reading.sources, f"{blog.path}/authors.yml"))
    return OldBlog(
        system="Docusaurus",
        site=site.site,
        posts=tuple(_placed(post, first) for post in read if post.meta.get("date")),
        pages=tuple(_as_page(post) for post in read if not post.meta.get("date")),
        files=_files(reading.sources, blogs),
        authors=authors,
        terms=_terms(reading.sources, blogs),
        options=_options(blogs[0], is_first=True) if blogs else {},
        others={blog.path: _options(blog, is_first=False) for blog in blogs[1:]},
        views=frozenset({"/", *(f"/{blog.route}/" for blog in blogs)}),
        smart=False,
        links=True,
        dollars=flavour.dollars,
    )


def _posts(sources: Sources, blog: DocusaurusBlog) -> Iterator[str]:
    for path, inside in below(sources, blog.path):
        is_hidden = any(part.startswith("_") for part in inside.split("/"))
        if path.endswith(_MARKDOWN) and not is_hidden and inside.lower() != "readme.md":
            yield path


def _read(
    path: str,
    blog: DocusaurusBlog,
    site: DocusaurusSite,
    flavour: Flavour,
    notes: Notes,
    maps: Mapping[str, Callable[..., str]],
) -> OldPost:
    front_matter = parse_front_matter(text_at(site.sources, path), path)
    meta = lowered(front_matter.data)
    inside = path.removeprefix(f"{blog.path}/")
    dated = _DATED.fullmatch(inside)
    date = moment_of(meta.get("date"), UTC) or (_day(dated["date"]) if dated else None)
    body = convert_mdx(front_matter.body, notes, path, front_matter.body_line, maps)
    body = _SITE.sub("/", body).replace("](//", "](/")
    return OldPost(
        source=path,
        name=f"{posixpath.splitext(inside)[0]}.md",
        meta=_front_matter(meta, front_matter.data, date, front_matter.body),
        body=convert_blocks(body, flavour),
        original=front_matter.body,
        first_line=front_matter.body_line,
        address=_address(meta, inside, dated, blog, site),
        beside=posixpath.join(blog.route, posixpath.dirname(inside)),
        blog=blog.path,
    )


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


def _front_matter(
    meta: Mapping[str, Any], own: Mapping[str, object], date: datetime | None, body: str
) -> dict[str, Any]:
    update = meta.get("last_update")
    updated = moment_of(update.get("date"), UTC) if isinstance(update, Mapping) else None
    rest = {key: value for key, value in own.items() if str(key).lower() not in _READ}
    values: dict[str, Any] = {
        "title": text_of(meta.get("title")) or first_heading(body),
        "date": written(date, UTC) if date else None,
        "updated": written(updated, UTC) if updated else None,
        "authors": _authors(meta),
        "tags": [
            text_of(tag.get("label")) if isinstance(tag, Mapping) else text_of(tag)
            for tag in (
                meta["tags"] if isinstance(meta.get("tags"), list) else texts_of(meta.get("tags"))
            )
        ],
        "description": text_of(meta.get("description")),
        "image": text_of(meta.get("image")),
        "draft": flag_of(meta.get("draft")),
        "unlisted": flag_of(meta.get("unlisted")),
        "hide": _hidden(meta),
        "params": rest,
    }
    return filled(values)


def _hidden(meta: Mapping[str, Any]) -> list[str]:
    """Return the parts of its page that a post goes without, as Material calls them."""
    toc = ["toc"] if flag_of(meta.get("hide_table_of_contents")) else []
    return list(dict.fromkeys([*texts_of(meta.get("hide")), *toc]))


def _authors(meta: Mapping[str, Any]) -> list[Any]:
    value = meta.get("authors")
    found: list[Any] = []
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, Mapping):
            kept = {
                ours: text_of(item.get(theirs))
                for theirs, ours in (
                    ("name", "name"),
                    ("title", "title"),
                    ("url", "url"),
                    ("email", "email"),
                    ("image_url", "avatar"),
                )
                if text_of(item.get(theirs))
            }
            found += [kept] if kept.get("name") else texts_of(item.get("key"))
        else:
            found += texts_of(item)
    old = {
        "name": text_of(meta.get("author")),
        "title": text_of(meta.get("author_title")),
        "url": text_of(meta.get("author_url")),
        "avatar": text_of(meta.get("author_image_url")),
    }
    kept = {key: item for key, item in old.items() if item}
    return found or ([kept if len(kept) > 1 else old["name"]] if old["name"] else [])


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


def _terms(sources: Sources, blogs: list[DocusaurusBlog]) -> dict[str, dict[str, Any]]:
    tags: dict[str, Any] = {}
    for blog in blogs:
        for key, entry in read_map(sources, f"{blog.path}/tags.yml").items():
            if isinstance(entry, Mapping):
                kept = {
                    "label": text_of(entry.get("label")),
                    "description": text_of(entry.get("description")),
                    "slug": text_of(entry.get("permalink")).strip("/"),
                }
                tags[key] = {name: value for name, value in kept.items() if value}
    return {"tags": tags} if tags else {}


def _options(blog: DocusaurusBlog, *, is_first: bool) -> dict[str, Any]:
    options: dict[str, Any] = {"blog_dir": blog.route or "."}
    if is_first and blog.route != "blog":
        options["post_dir"] = "blog/posts"
    return options | {
        "post_url_format": ":year/:month/:day/:title",
        "pagination_per_page": blog.per_page,
        "tags_url_format": f"{blog.tags}/{{slug}}",
        "authors_profiles_url_format": f"{blog.authors}/{{slug}}",
    }
