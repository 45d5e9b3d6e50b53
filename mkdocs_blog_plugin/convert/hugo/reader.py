"""A Hugo site in, a blog in our terms out."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import markdown

from mkdocs_blog_plugin.convert.blog import OldBlog, OldPost
from mkdocs_blog_plugin.convert.html_posts import convert_html_post
from mkdocs_blog_plugin.convert.hugo.blog import HugoBlog
from mkdocs_blog_plugin.convert.hugo.content import (
    HTML,
    OTHERS,
    place_of_files,
    read_pages,
    resources,
)
from mkdocs_blog_plugin.convert.hugo.files import files_of
from mkdocs_blog_plugin.convert.hugo.front_matter import front_matter
from mkdocs_blog_plugin.convert.hugo.lists import redirects_of, terms_of, views_of
from mkdocs_blog_plugin.convert.hugo.options import has_feed, options_of
from mkdocs_blog_plugin.convert.hugo.references import references, resolve
from mkdocs_blog_plugin.convert.hugo.shortcodes import ShortcodeSite, convert_shortcodes
from mkdocs_blog_plugin.convert.hugo.site import HugoSite
from mkdocs_blog_plugin.convert.people import read_authors
from mkdocs_blog_plugin.convert.sources import below
from mkdocs_blog_plugin.convert.text.blocks import convert_blocks
from mkdocs_blog_plugin.convert.text.flavour import Flavour
from mkdocs_blog_plugin.convert.values import filled, text_of, texts_of
from mkdocs_blog_plugin.posts.values import as_flag

if TYPE_CHECKING:
    from mkdocs_blog_plugin.convert.hugo.content import HugoPage
    from mkdocs_blog_plugin.convert.reading import Reading
    from mkdocs_blog_plugin.convert.sources import Sources

_CONFIGS = ("config", "hugo")
_EXTENSIONS = ("tables", "fenced_code", "attr_list", "footnotes", "sane_lists")


def is_hugo(sources: Sources) -> bool:
    """Return whether a folder looks like a Hugo site."""
    roots = {f"{name}{end}" for name in _CONFIGS for end in (".toml", ".yaml", ".yml", ".json")}
    paths = sources.paths
    has_config = any(path in roots or path.startswith("config/_default/") for path in paths)
    if any("_posts" in path.split("/")[:-1] for path in paths):
        return False
    return has_config or any(path.endswith("/_index.md") for path in paths)


def read_hugo(reading: Reading) -> OldBlog:
    """Return the blog of the Hugo site."""
    site = HugoSite.read(reading.sources)
    pages = [page for page in read_pages(site) if page.is_rendered]
    blog = HugoBlog(site, pages)
    dollars = _has_dollars(blog)
    reader = _Reader(blog, reading, Flavour(dollars=dollars))
    posts = tuple(reader.post(page) for page in reading.progress(blog.posts))
    _report_left(blog, reading)
    return OldBlog(
        system="Hugo",
        site=site.site,
        posts=posts,
        pages=tuple(reader.page(page) for page in blog.other_pages),
        files=files_of(blog),
        authors=read_authors(site.data.get("authors") or _author_files(site)),
        options=options_of(blog, ""),
        terms=terms_of(blog),
        others={key: options_of(blog, key) for key in sorted({post.blog for post in posts} - {""})},
        redirects=redirects_of(blog),
        views=views_of(blog),
        smart=_is_smart(site),
        hard_wraps=as_flag(site.map("markup", "goldmark", "renderer").get("hardwraps")) is True,
        links=site.map("markup", "goldmark", "extensions").get("linkify") is not False,
        dollars=dollars,
        emoji=as_flag(site.config.get("enableemoji")) is True,
    )


def _report_left(blog: HugoBlog, reading: Reading) -> None:
    """Report the files and dates that are not read, and the feeds that are not written."""
    reading.notes.unreadable(blog.site.unreadable)
    for path, _ in below(reading.sources, blog.site.content):
        if path.endswith(OTHERS):
            reading.notes.left("format", "only Markdown and HTML are converted", path)
    for page in blog.pages:
        date = text_of(page.meta.get("date"))
        if date and page.date is None and not date.startswith("0001-"):
            message = f"'{date}' cannot be read as a date, so this is an ordinary page"
            reading.notes.left("date", message, page.path)
    if not blog.only_section and has_feed(blog.site, "section"):
        for section in blog.sections:
            message = f"the feed of '{section}' is not written; that of the whole site is"
            reading.notes.left("feed", message, f"{section}/index.xml")
    if not blog.is_whole_site and has_feed(blog.site, "home"):
        message = f"the feed of the whole site is not written; that of '{blog.only_section}' is"
        reading.notes.left("feed", message, "index.xml")


def _author_files(site: HugoSite) -> dict[str, Any]:
    return {
        key.removeprefix("authors/"): value
        for key, value in site.data.items()
        if key.startswith("authors/")
    }


class _Reader:
    """Reads the pages of one site, which link to each other."""

    def __init__(self, blog: HugoBlog, reading: Reading, flavour: Flavour) -> None:
        self._blog = blog
        self._site = blog.site
        self._notes = reading.notes
        self._maps = reading.maps
        self._flavour = flavour
        self._references = references(blog)

    def _body(self, page: HugoPage) -> str:
        params = self._site.map("params")
        site = ShortcodeSite(
            templates=self._site.templates,
            params=params,
            page=page.meta,
            title=page.title,
            site_title=self._site.site.name,
            base_url=self._site.base_url,
            resources=[name for _, name in resources(self._site, page)] if page.is_bundle else [],
            link=lambda target: resolve(target, page, self._references),
            markdown=self._markdown,
            maps=self._maps,
        )
        text = convert_shortcodes(page.body, site, self._notes, page.path, page.body_line)
        if page.path.endswith(HTML):
            return convert_html_post(text)
        return convert_blocks(text, self._flavour)

    def _markdown(self, text: str) -> str:
        """Return the HTML of Markdown inside of a shortcode; a lone paragraph without its tags."""
        body = convert_blocks(text, self._flavour)
        made = markdown.markdown(body, extensions=list(_EXTENSIONS))
        lone = re.fullmatch(r"<p>((?:(?!</?p>).)*)</p>", made, re.DOTALL)
        return lone[1] if lone else made

    def post(self, page: HugoPage) -> OldPost:
        """Return a post."""
        relative = page.relative
        if self._blog.only_section:
            relative = relative.removeprefix(f"{page.section}/")
        address = self._blog.addresses[page.path]
        aliases = (self._alias(alias, page) for alias in texts_of(page.meta.get("aliases")))
        return OldPost(
            source=page.path,
            name=f"{posixpath.splitext(relative)[0]}.md",
            meta=front_matter(page, self._site),
            body=self._body(page),
            original=page.body,
            first_line=page.body_line,
            address=address,
            aliases=tuple(aliases),
            beside=self._beside(page),
            blog=self._blog.language(page),
        )

    def _alias(self, alias: str, page: HugoPage) -> str:
        """Return an alias from the root; without a slash in front it is relative to the section."""
        if alias.startswith("/"):
            return alias
        folder = posixpath.dirname(self._blog.addresses[page.path].rstrip("/"))
        return posixpath.normpath(posixpath.join(folder, alias)) + (
            "/" if alias.endswith("/") else ""
        )

    def _beside(self, page: HugoPage) -> str:
        if page.is_bundle:
            return place_of_files(page, self._blog.addresses[page.path])
        return "/".join(map(page.part, page.folders))

    def page(self, page: HugoPage) -> OldPost:
        """Return an ordinary page, at its address."""
        address = self._blog.addresses[page.path]
        path = address.strip("/").removesuffix(".html") or "index"
        if self._blog.is_of_term(page):
            path = f"{self._blog.place(page.language)}{'/'.join(map(page.part, page.folders))}"
        if page.is_section and path != "index":
            path = f"{path}/index"
        return OldPost(
            source=page.path,
            name=f"{path}.md",
            meta=filled({"title": page.title, "draft": as_flag(page.meta.get("draft"))}),
            body=self._body(page),
            original=page.body,
            first_line=page.body_line,
            address=address,
            aliases=tuple(self._alias(alias, page) for alias in texts_of(page.meta.get("aliases"))),
            beside=self._beside(page),
        )


def _is_smart(site: HugoSite) -> bool:
    """Return whether quotes become typographic; newer versions have a map for it."""
    is_off = site.map("markup", "goldmark", "extensions").get("typographer") is False
    options = site.map("markup", "goldmark", "extensions", "typographer")
    return not is_off and as_flag(options.get("disable")) is not True


def _has_dollars(blog: HugoBlog) -> bool:
    """Return whether the site's configuration, or one of its pages, asks for formulas."""
    site = blog.site
    if "passthrough" in str(site.map("markup").get("goldmark")):
        return True
    params = site.map("params")
    return any(
        as_flag(values.get(key)) or (isinstance(values.get(key), Mapping) and values.get(key))
        for key in ("math", "katex", "mathjax", "usemath")
        for values in (params, *(page.meta for page in blog.pages))
    )
