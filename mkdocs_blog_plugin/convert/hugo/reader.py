"""A Hugo site in, a blog in our terms out."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import markdown

from mkdocs_blog_plugin.convert.blog import OldBlog, OldPost
from mkdocs_blog_plugin.convert.html_posts import convert_html_post
from mkdocs_blog_plugin.convert.hugo.content import (
    HTML,
    OTHERS,
    HugoPage,
    address_of,
    read_pages,
    resources,
    urlize,
)
from mkdocs_blog_plugin.convert.hugo.front_matter import front_matter
from mkdocs_blog_plugin.convert.hugo.shortcodes import ShortcodeSite, convert_shortcodes
from mkdocs_blog_plugin.convert.hugo.site import HugoSite
from mkdocs_blog_plugin.convert.people import read_authors
from mkdocs_blog_plugin.convert.sources import below
from mkdocs_blog_plugin.convert.text.blocks import convert_blocks
from mkdocs_blog_plugin.convert.text.flavour import Flavour
from mkdocs_blog_plugin.convert.values import flag_of, text_of, texts_of
from mkdocs_blog_plugin.urls.slug import slugify

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mkdocs_blog_plugin.convert.reading import Reading
    from mkdocs_blog_plugin.convert.report import Notes
    from mkdocs_blog_plugin.convert.sources import Sources

_BLOG_NAMES = frozenset({
    "advent", "article", "articles", "blog", "blogs", "entries", "entry", "journal", "log", "news",
    "newsletter", "note", "notes", "post", "posts", "stories", "thoughts", "til", "weblog",
    "writing", "writings", "announcements", "releases",
})  # fmt: skip
_DOCS_NAMES = frozenset({"doc", "docs", "documentation", "reference", "manual", "api", "authors"})
_CONFIGS = ("config", "hugo")
_NO_FILES = ("index.html", "404.html", "sitemap.xml")
_MEDIUM = re.compile(r"\.(?:png|jpe?g|gif|svg|webp|avif|mp4|webm|pdf)$", re.IGNORECASE)
_MOSTLY = 0.6
_EXTENSIONS = ("tables", "fenced_code", "attr_list", "footnotes", "sane_lists")
_PAGER_SIZE = 10
_PAGER_PATH = "page"
"""What Hugo takes where the site says nothing about its pagers."""


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
    pages = [page for page in read_pages(site) if flag_of(page.meta.get("headless")) is not True]
    reader = _Reader(site, pages, reading.notes, reading.maps)
    posts = tuple(reader.post(page) for page in reading.progress(reader.blog_pages))
    return OldBlog(
        system="Hugo",
        site=site.site,
        posts=posts,
        pages=tuple(reader.page(page) for page in reader.other_pages),
        files=reader.files(),
        authors=read_authors(site.data.get("authors") or _author_files(site)),
        options=reader.options(""),
        terms=reader.terms(),
        others={key: reader.options(key) for key in sorted({post.blog for post in posts} - {""})},
        redirects=reader.redirects(),
        views=frozenset({"/"}),
        links=site.map("markup").get("goldmark", {}).get("extensions", {}).get("linkify", True)
        is not False,
        dollars=reader.dollars,
        emoji=flag_of(site.config.get("enableemoji")) is True,
    )


def _author_files(site: HugoSite) -> dict[str, Any]:
    return {
        key.removeprefix("authors/"): value
        for key, value in site.data.items()
        if key.startswith("authors/")
    }


class _Reader:
    """Reads the pages of one site, which link to each other."""

    def __init__(
        self,
        site: HugoSite,
        pages: list[HugoPage],
        notes: Notes,
        maps: Mapping[str, Callable[..., str]],
    ) -> None:
        self._site = site
        self._notes = notes
        self._maps = maps
        self._pages = pages
        self._addresses = {page.path: address_of(page, site) for page in pages}
        self._sections = self._blog_sections()
        self._by_reference = self._references()
        self.dollars = _has_dollars(site, pages)
        self._flavour = Flavour(dollars=self.dollars)

    def _blog_sections(self) -> list[str]:
        """Return the sections with posts: those that the site names, else those that look like it."""
        params = self._site.map("params")
        named = texts_of(params.get("mainsections"))
        counts: Counter[str] = Counter()
        dated: Counter[str] = Counter()
        for page in self._pages:
            if not page.is_section:
                counts[page.section] += 1
                dated[page.section] += page.date is not None
        found = [
            section
            for section in sorted(counts)
            if section
            and dated[section]
            and (
                section in named
                or section.lower() in _BLOG_NAMES
                or (
                    not named
                    and section.lower() not in _DOCS_NAMES
                    and dated[section] >= _MOSTLY * counts[section]
                )
            )
        ]
        return found or [section for section in sorted(counts) if dated[section] and section]

    def _is_post(self, page: HugoPage) -> bool:
        return page.section in self._sections and not page.is_section and page.date is not None

    @property
    def blog_pages(self) -> list[HugoPage]:
        """The posts."""
        return [page for page in self._pages if self._is_post(page)]

    @property
    def other_pages(self) -> list[HugoPage]:
        """Pages beside the posts: at the top, and those of a blog's section without a date."""
        found = []
        left: Counter[str] = Counter()
        for page in self._pages:
            if self._is_post(page):
                continue
            if page.section in self._sections or not page.section:
                is_landing = page.is_section and "blocks/" in page.body
                if (page.body.strip() or not page.is_section) and not is_landing:
                    found.append(page)
            elif not page.is_section:
                left[page.section] += 1
        for section, count in sorted(left.items()):
            message = f"{count} pages of a section that is not a blog are not converted"
            self._notes.left("section", message, f"{self._site.content}/{section}")
        for path, _ in below(self._site.sources, self._site.content):
            if path.endswith(OTHERS):
                self._notes.left("format", "only Markdown and HTML are converted", path)
        return found

    def _references(self) -> dict[str, str]:
        """Return the address of each page by what `ref` may call it."""
        found: dict[str, str] = {}
        for page in self._pages:
            address = self._addresses[page.path]
            bare = posixpath.splitext(page.relative)[0]
            short = bare.removesuffix("/index").removesuffix("/_index")
            for key in (
                page.relative,
                bare,
                short,
                posixpath.basename(page.relative),
                posixpath.basename(short),
            ):
                found.setdefault(key.lower(), address)
        return found

    def _link(self, target: str, page: HugoPage) -> str | None:
        """Return the address of what `ref` names on `page`, with its fragment."""
        path, mark, anchor = unquote(target.strip()).partition("#")
        if not path:
            return mark + anchor
        candidates = [path.strip("/"), path.rstrip("/").removesuffix(".md")]
        if not path.startswith("/"):
            folder = posixpath.dirname(page.relative)
            candidates.insert(0, posixpath.normpath(posixpath.join(folder, path)))
        for candidate in candidates:
            address = self._by_reference.get(candidate.strip("/").lower())
            if address:
                return address + mark + anchor
        return None

    def _body(self, page: HugoPage) -> str:
        params = self._site.map("params")
        site = ShortcodeSite(
            templates=self._site.templates,
            params=params,
            page=page.meta,
            title=page.title,
            base_url=self._site.base_url,
            resources=[name for _, name in resources(self._site, page)] if page.is_bundle else [],
            link=lambda target: self._link(target, page),
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

    def _language(self, page: HugoPage) -> str:
        return "" if page.language == self._site.language else page.language

    def post(self, page: HugoPage) -> OldPost:
        """Return a post."""
        relative = page.relative
        if len(self._sections) == 1:
            relative = relative.removeprefix(f"{page.section}/")
        address = self._addresses[page.path]
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
            blog=self._language(page),
        )

    def _alias(self, alias: str, page: HugoPage) -> str:
        """Return an alias from the root; without a slash in front it is relative to the section."""
        if alias.startswith("/"):
            return f"{self._site.prefix(page.language)}{alias}" if self._language(page) else alias
        folder = posixpath.dirname(self._addresses[page.path].rstrip("/"))
        return posixpath.normpath(posixpath.join(folder, alias)) + (
            "/" if alias.endswith("/") else ""
        )

    def _beside(self, page: HugoPage) -> str:
        if page.is_bundle:
            return self._addresses[page.path].strip("/")
        return "/".join(map(urlize, page.folders))

    def page(self, page: HugoPage) -> OldPost:
        """Return an ordinary page, at its address."""
        address = self._addresses[page.path]
        path = address.strip("/").removesuffix(".html") or "index"
        if page.is_section and page.section:
            path = f"{path}/index"
        return OldPost(
            source=page.path,
            name=f"{path}.md",
            meta={"title": page.title} if page.title else {},
            body=self._body(page),
            original=page.body,
            first_line=page.body_line,
            address=address,
            aliases=tuple(self._alias(alias, page) for alias in texts_of(page.meta.get("aliases"))),
            beside=self._beside(page),
        )

    def files(self) -> dict[str, str]:
        """Return the static files, and those of page bundles and sections, by path on the site."""
        found = self._bundled()
        for folder in texts_of(self._site.config.get("staticdir")) or ["static"]:
            for path, name in below(self._site.sources, folder):
                if name not in _NO_FILES and "/." not in f"/{name}":
                    found[name] = path
        for path, name in below(self._site.sources, "assets"):
            if _MEDIUM.search(path):
                found.setdefault(name, path)
        return found

    def _bundled(self) -> dict[str, str]:
        """Return the files that lie beside pages: those of a bundle are at the page's address."""
        found: dict[str, str] = {}
        for page in self._pages:
            if page.is_bundle and (self._is_post(page) or not page.section):
                base = self._addresses[page.path].strip("/")
                for path, name in resources(self._site, page):
                    found[posixpath.join(base, name)] = path
        bundled = set(found.values())
        for section in self._sections:
            folder = posixpath.join(self._site.content, section)
            for path, name in below(self._site.sources, folder):
                if path not in bundled and not path.endswith((".md", *HTML, *OTHERS)):
                    found[posixpath.join(section, name)] = path
        return found

    def _is_whole_site(self) -> bool:
        """Return whether the site is a blog and nothing else, or has several sections of posts."""
        others = {page.section for page in self._pages if page.section} - set(self._sections)
        return len(self._sections) != 1 or not others

    def options(self, language: str) -> dict[str, Any]:
        """Return the options of our plugin for the posts of a language, the default one's for none."""
        site = self._site
        prefix = site.prefix(language or site.language).strip("/")
        root = "" if self._is_whole_site() else self._sections[0]
        blog_dir = posixpath.join(prefix, root).strip("/") or "."
        options: dict[str, Any] = {"blog_dir": blog_dir}
        if language:
            options["locale"] = language
        elif blog_dir != "blog":
            options["post_dir"] = "blog/posts"
        if site.config.get("timezone"):
            options["timezone"] = str(site.zone)
        options["post_url_format"] = self._pattern(root)
        if not flag_of(site.config.get("buildfuture")):
            options["draft_if_future_date"] = True
        return options | self._lists()

    def _pattern(self, root: str) -> str:
        """Return the pattern of most posts, below the blog's folder `root`."""
        section = self._sections[0] if len(self._sections) == 1 else ""
        pattern = self._site.permalinks.get(section.lower(), "") if section else ""
        if pattern and "[" not in pattern:
            pattern = pattern.replace(":sections", section).replace(":section", section).strip("/")
            inner = pattern.removeprefix(f"{root}/") if root else pattern
            if not root or pattern.startswith(f"{root}/"):
                return inner if ":" in inner else ":slugorfilename"
        above = "" if root or not section else f"{section}/"
        return f"{above}:sections/:slugorfilename"

    def _lists(self) -> dict[str, Any]:
        site = self._site
        options: dict[str, Any] = {}
        if self._pager_size != _PAGER_SIZE:
            options["pagination_per_page"] = self._pager_size
        if self._pager_path != _PAGER_PATH:
            options["pagination_url_format"] = f"{self._pager_path}/{{page}}"
        for singular, plural in site.taxonomies.items():
            if plural in ("tags", "categories", "series"):
                options[f"{plural}_url_format"] = f"{plural}/{{slug}}"
            elif plural == "authors":
                options["authors_profiles_url_format"] = "authors/{slug}"
            else:
                taxonomies = options.setdefault("taxonomies", {})
                taxonomies[plural] = {"singular": singular, "url_format": f"{plural}/{{slug}}"}
        length = site.config.get("summarylength")
        if isinstance(length, int) and length > 0:
            options["post_excerpt_words"] = length
        return options

    @property
    def _pager_size(self) -> int:
        """The number of posts on a pager."""
        found = self._site.map("pagination").get("pagersize") or self._site.config.get("paginate")
        return found if isinstance(found, int) and found > 0 else _PAGER_SIZE

    @property
    def _pager_path(self) -> str:
        """The folder that the pagers of a list are in."""
        found = self._site.map("pagination").get("path") or self._site.config.get("paginatepath")
        return urlize(text_of(found).strip("/")) or _PAGER_PATH

    def terms(self) -> dict[str, dict[str, dict[str, str]]]:
        """Return the slugs of those terms that Hugo writes otherwise: `c++`, where ours is `c`."""
        found: dict[str, dict[str, dict[str, str]]] = {}
        for plural in self._site.taxonomies.values():
            labels = {
                label for page in self.blog_pages for label in texts_of(page.meta.get(plural))
            }
            for label in sorted(labels):
                slug = urlize(label)
                if slug != slugify(label) and re.fullmatch(r"[\w.+~@-]*\w[\w.+~@-]*", slug):
                    found.setdefault(plural, {})[label] = {"slug": slug}
        return found

    def redirects(self) -> dict[str, str]:
        """Return old addresses of lists that are elsewhere now: new URL from the root by address."""
        found: dict[str, str] = {}
        prefix = self._site.prefix(self._site.language)
        posts = [
            page
            for page in self.blog_pages
            if not self._language(page) and flag_of(page.meta.get("draft")) is not True
        ]
        if self._is_whole_site():
            home = f"{prefix.strip('/')}/".lstrip("/")
            for section in self._sections:
                address = f"{prefix}/{urlize(section)}/"
                count = sum(page.section == section for page in posts)
                found[address] = home
                for number in range(2, -(-count // self._pager_size) + 1):
                    pager = f"{self._pager_path}/{number}/"
                    found[address + pager] = home + pager
            return found
        root = self._sections[0]
        for plural in self._site.taxonomies.values():
            labels = {label for page in posts for label in texts_of(page.meta.get(plural))}
            for label in sorted(labels):
                slug = urlize(label)
                found[f"{prefix}/{plural}/{slug}/"] = f"{root}/{plural}/{slug}/"
            if labels:
                found[f"{prefix}/{plural}/"] = f"{root}/{plural}/"
        return found


def _has_dollars(site: HugoSite, pages: Sequence[HugoPage]) -> bool:
    """Return whether the site's configuration, or one of its pages, asks for formulas."""
    if "passthrough" in str(site.map("markup").get("goldmark")):
        return True
    params = site.map("params")
    return any(
        flag_of(values.get(key)) or (isinstance(values.get(key), Mapping) and values.get(key))
        for key in ("math", "katex", "mathjax", "usemath")
        for values in (params, *(page.meta for page in pages))
    )
