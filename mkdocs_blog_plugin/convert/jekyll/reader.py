"""A Jekyll site in, a blog in our terms out."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Any

from mkdocs_blog_plugin.convert.blog import OldBlog, OldPost
from mkdocs_blog_plugin.convert.html_posts import convert_html_post
from mkdocs_blog_plugin.convert.jekyll.front_matter import front_matter
from mkdocs_blog_plugin.convert.jekyll.liquid import Liquid
from mkdocs_blog_plugin.convert.jekyll.lists import lists_of, view_addresses, view_urls
from mkdocs_blog_plugin.convert.jekyll.options import options_of, unwritten_feeds
from mkdocs_blog_plugin.convert.jekyll.pages import (
    page_address,
    read_files,
    read_pages,
)
from mkdocs_blog_plugin.convert.jekyll.posts import (
    MARKDOWN,
    JekyllPost,
    read_posts,
    unread_dates,
    unread_posts,
)
from mkdocs_blog_plugin.convert.jekyll.site import JekyllSite
from mkdocs_blog_plugin.convert.jekyll.variables import (
    liquid_site,
    neighbours_of,
    shown_posts,
    variables_of,
)
from mkdocs_blog_plugin.convert.people import read_authors
from mkdocs_blog_plugin.convert.text.blocks import convert_blocks
from mkdocs_blog_plugin.convert.text.flavour import Flavour
from mkdocs_blog_plugin.convert.text.mentions import mentioned
from mkdocs_blog_plugin.convert.values import filled, text_of, texts_of
from mkdocs_blog_plugin.posts.dates import date_in_name
from mkdocs_blog_plugin.posts.values import as_flag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_blog_plugin.convert.reading import Reading
    from mkdocs_blog_plugin.convert.sources import Sources

_LAYOUTS = ("_layouts/", "_includes/", "assets/js", "js/")


def is_jekyll(sources: Sources) -> bool:
    """Return whether a folder looks like a Jekyll site."""
    paths = sources.paths
    if "_config.yml" in paths or any("_posts" in path.split("/")[:-1] for path in paths):
        return True
    names = (posixpath.splitext(posixpath.basename(path)) for path in paths)
    return any(end in MARKDOWN and date_in_name(stem) for stem, end in names)


def read_jekyll(reading: Reading) -> OldBlog:
    """Return the blog of the Jekyll site."""
    site = JekyllSite.read(reading.sources)
    posts = list(read_posts(site))
    reading.notes.unreadable(site.unreadable)
    for path, kind, reason in (*unread_posts(site), *unread_dates(posts), *unwritten_feeds(site)):
        reading.notes.left(kind, reason, path)
    own = {post.path for post in posts}
    pages = [page for page in read_pages(site) if page.path not in own]
    options = options_of(site, posts, pages)
    views = view_addresses(options, posts)
    page_addresses = {page.path: page_address(page, site) for page in pages}
    lists = lists_of(pages, view_urls(options), page_addresses)
    files = read_files(site, own | {page.path for page in pages})
    shown = shown_posts(posts, site.permalink)
    liquid = Liquid(liquid_site(site, posts, shown, pages, files, reading.maps), reading.notes)
    flavour = Flavour(kramdown=_is_kramdown(site), dollars=_has_formulas(site, posts))
    reader = _Reader(site, liquid, flavour, neighbours_of(shown))
    return OldBlog(
        system="Jekyll",
        site=site.site,
        posts=tuple(reader.post(post) for post in reading.progress(posts)),
        pages=(
            *(reader.page(page) for page in pages if page.path not in lists.replaced),
            *(
                replace(reader.page(page), name=f"{url}index.md")
                for url, page in lists.introductions.items()
            ),
        ),
        redirects={
            address: lists.replaced[page.path]
            for page in pages
            if page.path in lists.replaced and (address := page_addresses[page.path]) not in views
        },
        files=files,
        authors=read_authors(site.data.get("authors") or site.config.get("authors")),
        options=options,
        views=views,
        dollars=flavour.dollars,
        emoji="jemoji" in site.plugins,
        smart=_is_kramdown(site) or _has_option(site, "smart"),
        hard_wraps=_has_hard_wraps(site),
        links=not _is_kramdown(site),
    )


def _aliases(post: JekyllPost) -> list[str]:
    """Return further addresses that front matter names, for one of several plugins."""
    given = [texts_of(post.meta.get(key)) for key in ("redirect_from", "alias", "aliases")]
    return list(dict.fromkeys(chain.from_iterable(given)))


def _is_kramdown(site: JekyllSite) -> bool:
    return "commonmark" not in str(site.config.get("markdown") or "").lower()


def _has_hard_wraps(site: JekyllSite) -> bool:
    """Return whether the end of a line was one on the page as well."""
    if not _is_kramdown(site):
        return _has_option(site, "hardbreaks")
    kramdown = site.config.get("kramdown")
    return isinstance(kramdown, Mapping) and as_flag(kramdown.get("hard_wrap")) is True


def _has_option(site: JekyllSite, name: str) -> bool:
    """Return whether CommonMark has an option, such as `SMART`."""
    commonmark = site.config.get("commonmark")
    options = commonmark.get("options") if isinstance(commonmark, Mapping) else None
    return name in [str(found).lower() for found in texts_of(options)]


def _has_formulas(site: JekyllSite, posts: Sequence[JekyllPost]) -> bool:
    """Return whether layouts of a site read `$x$` as a formula, or a post or theme asks for formulas."""
    values = (site.config, *(post.meta for post in posts))
    if any(
        as_flag(meta.get(key))
        for meta in values
        for key in ("math", "mathjax", "katex", "use_math", "usemathjax")
    ):
        return True
    texts = (
        site.sources.read(path).decode(errors="replace").lower()
        for path in site.sources.paths
        if path.endswith((".html", ".js")) and path.startswith(_LAYOUTS)
    )
    return any("inlinemath" in text or ("katex" in text and "'$'" in text) for text in texts)


def _page_name(page: JekyllPost, address: str) -> str:
    """Return the path of an ordinary page in the docs: that of its source, or of its address."""
    if page.relative.startswith("_") or address == "/":
        return f"{address.strip('/').removesuffix('.html') or 'index'}.md"
    return f"{posixpath.splitext(page.relative)[0]}.md"


@dataclass(frozen=True)
class _Reader:
    """Reads the posts and pages of one site."""

    site: JekyllSite
    liquid: Liquid
    flavour: Flavour
    neighbours: Mapping[str, Mapping[str, Any]]
    """The variables `previous` and `next` of posts, by path."""

    def post(self, post: JekyllPost) -> OldPost:
        """Return a post."""
        permalink = self.site.permalink
        address = post.address(permalink)
        other = post.other_address(permalink)
        folders = f"{'/'.join(post.folders)}/" if post.folders else ""
        variables = {**variables_of(post, address), **self.neighbours.get(post.path, {})}
        return OldPost(
            source=post.path,
            name=f"{folders}{post.inside}{post.name}.md",
            meta=front_matter(post, self.site),
            body=self._body(post, variables),
            original=post.body,
            first_line=post.body_line,
            address=address,
            beside=text_of(post.meta.get("media_subpath") or post.meta.get("img_path")),
            aliases=(*_aliases(post), *([other] if other else [])),
        )

    def page(self, page: JekyllPost) -> OldPost:
        """Return an ordinary page."""
        address = page_address(page, self.site)
        title = str(page.meta.get("title") or "")
        return OldPost(
            source=page.path,
            name=_page_name(page, address),
            meta=filled({"title": title, "draft": as_flag(page.meta.get("published")) is False}),
            body=self._body(page, variables_of(page, address)),
            original=page.body,
            first_line=page.body_line,
            address=address,
            aliases=tuple(_aliases(page)),
        )

    def _body(self, post: JekyllPost, variables: Mapping[str, Any]) -> str:
        """Return the text of a post or page; `variables` are those that its Liquid calls `page`."""
        text = post.body
        if as_flag(post.meta.get("render_with_liquid")) is not False:
            text = self.liquid.render(
                text, path=post.path, line=post.body_line, variables={"page": variables}
            )
        if post.is_html:
            return convert_html_post(text)
        body = convert_blocks(text, self.flavour)
        return mentioned(body) if "jekyll-mentions" in self.site.plugins else body
