"""A Pelican site in, a blog in our terms out."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote, unquote

import markdown

from mkdocs_blog_plugin.convert.blog import OldBlog, OldPost
from mkdocs_blog_plugin.convert.html_posts import convert_html_post
from mkdocs_blog_plugin.convert.jekyll.tags import TAGS, TagCall
from mkdocs_blog_plugin.convert.leftovers import comment
from mkdocs_blog_plugin.convert.links import change_links
from mkdocs_blog_plugin.convert.pelican.articles import (
    HTML,
    MARKDOWN,
    RST,
    Article,
    address_of,
    read_articles,
)
from mkdocs_blog_plugin.convert.pelican.lists import (
    KINDS,
    address_of_term,
    authors_of,
    redirects_of,
    terms_of,
    views_of,
)
from mkdocs_blog_plugin.convert.pelican.options import options_of
from mkdocs_blog_plugin.convert.pelican.rst import RstError, convert_rst
from mkdocs_blog_plugin.convert.pelican.site import CONFIGS, PelicanSite
from mkdocs_blog_plugin.convert.sources import below
from mkdocs_blog_plugin.convert.text.code import split_all_code
from mkdocs_blog_plugin.convert.text.fences import fence
from mkdocs_blog_plugin.convert.values import filled, moment_of, texts_of, written
from mkdocs_blog_plugin.posts.code import change_prose
from mkdocs_blog_plugin.posts.values import as_number
from mkdocs_blog_plugin.text import decoded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mkdocs_blog_plugin.convert.reading import Reading
    from mkdocs_blog_plugin.convert.report import Notes
    from mkdocs_blog_plugin.convert.sources import Sources

_INTERNAL = re.compile(
    r"[{|](?P<kind>filename|static|attach|tag|category|author|index)[}|](?P<path>.*)", re.DOTALL
)
_ATTACHED = re.compile(r"[{|]attach[}|]([^\s\"'<>)#]+)")
_TARGET = re.compile(r"(?P<open>\]\([ \t]*+)(?P<target>[{|]\w++[}|][^()<>\"'\n]*+)(?P<end>[)\"'])")
_CODE = re.compile(
    r"(?:^|\n\n)(?P<code>    (?::::|#!)[ ]?(?P<language>[\w+#-]+)(?![/\w])[^\n]*\n(?:(?:    [^\n]*)?\n)*(?:    [^\n]*)?)"
)
_TAG = re.compile(r"\{%(?:(?!\{%).)*?%\}", re.DOTALL)
_WORD = re.compile(r""""([^"]*)"|'([^']*)'|(\S+)""")
_TAGS = ("gist", "img", "vimeo", "youtube")
"""Tags of the plugin liquid_tags that it has from Octopress, as Jekyll has."""
_COVERS = (
    "image",
    "cover",
    "cover_image",
    "featured_image",
    "header_cover",
    "og_image",
    "thumbnail",
)
"""Keys at which themes look for the picture of an article."""
_READ: Final = frozenset({
    "author", "authors", "category", "date", "lang", "modified", "save_as", "slug", "status",
    "summary", "tags", "template", "title", "url", "description", "keywords", "series",
    "series_index", *_COVERS,
})  # fmt: skip
_FEEDS = ("CATEGORY", "TAG", "AUTHOR")
_SETTINGS: Final = frozenset({
    "ARTICLE_SAVE_AS", "ARTICLE_URL", "AUTHOR", "AUTHOR_URL", "CATEGORY_URL", "DEFAULT_CATEGORY",
    "DEFAULT_LANG", "DEFAULT_METADATA", "DEFAULT_PAGINATION", "EXTRA_PATH_METADATA", "FEED_ALL_ATOM",
    "FEED_ALL_RSS", "FILENAME_METADATA", "INDEX_SAVE_AS", "PAGE_PATHS", "PAGE_SAVE_AS", "PAGE_URL",
    "PATH", "SITENAME", "SITESUBTITLE", "SITEURL", "STATIC_PATHS", "TAG_URL", "TIMEZONE",
})  # fmt: skip
"""Settings that are read, and told where they cannot be."""
_STATES: Final[Mapping[str, str]] = {"draft": "draft", "hidden": "unlisted"}


def is_pelican(sources: Sources) -> bool:
    """Return whether a folder looks like a Pelican site."""
    return any(path in CONFIGS for path in sources.paths)


def read_pelican(reading: Reading) -> OldBlog:
    """Return the blog of the Pelican site."""
    site = PelicanSite.read(reading.sources)
    articles = list(read_articles(site))
    reader = _Reader(site, articles, reading.notes, reading.maps)
    posts = [article for article in articles if not reader.is_page(article) and article.date]
    for article in articles:
        if not article.date and not reader.is_page(article):
            reading.notes.left("date", "an article without a date is not converted", article.path)
    _tell(site, articles, reading.notes)
    made = tuple(reader.post(article) for article in reading.progress(posts))
    return OldBlog(
        system="Pelican",
        site=site.site,
        posts=made,
        pages=tuple(reader.page(article) for article in articles if reader.is_page(article)),
        files=reader.files(),
        authors=authors_of(site, made),
        terms=terms_of(site, made),
        options=options_of(site),
        redirects=redirects_of(site, made),
        views=views_of(site, made),
        smart=bool(site.settings.get("TYPOGRIFY")),
        dollars="render_math" in str(site.settings.get("PLUGINS")),
    )


class _Reader:
    """Reads the articles of a site, which link to each other."""

    def __init__(
        self,
        site: PelicanSite,
        articles: list[Article],
        notes: Notes,
        maps: Mapping[str, Callable[..., str]],
    ) -> None:
        self._site = site
        self._notes = notes
        self._maps = maps
        self._pages = [
            path.strip("/") for path in texts_of(site.settings.get("PAGE_PATHS", ["pages"]))
        ]
        self._addresses = {
            article.path: address_of(article, site, is_page=self.is_page(article))
            for article in articles
        }
        self._attached: dict[str, str] = {}
        for article in articles:
            for name in _ATTACHED.findall(article.body) if not article.is_draft else ():
                self._attach(unquote(name), article)
        self._by_path = {
            **{relative: f"/{target}" for target, relative in self._copied()},
            **{
                article.relative: self._addresses[article.path]
                for article in articles
                if not article.is_draft
            },
        }
        self._drafts = {article.relative: article.path for article in articles if article.is_draft}

    def is_page(self, article: Article) -> bool:
        """Return whether an article is an ordinary page."""
        return any(article.relative.startswith(f"{folder}/") for folder in self._pages)

    def _attach(self, name: str, article: Article) -> None:
        """Put a file beside the article that attaches it first; one from elsewhere loses its folders."""
        folder = "" if name.startswith("/") else posixpath.dirname(article.relative)
        path = posixpath.normpath(posixpath.join(folder, name.lstrip("/")))
        tail = posixpath.relpath(path, posixpath.dirname(article.relative) or ".")
        tail = posixpath.basename(tail) if tail.startswith("../") else tail
        beside = posixpath.dirname(self._addresses[article.path])
        self._attached.setdefault(path, posixpath.join(beside, tail))

    def post(self, article: Article) -> OldPost:
        """Return a post."""
        return OldPost(
            source=article.path,
            name=f"{posixpath.splitext(article.relative)[0]}.md",
            meta=self._front_matter(article),
            body=self._body(article),
            original=article.body,
            first_line=article.body_line,
            address="" if article.is_draft else self._addresses[article.path],
            beside=posixpath.dirname(article.relative),
        )

    def page(self, article: Article) -> OldPost:
        """Return an ordinary page."""
        address = self._addresses[article.path]
        path = address.strip("/").removesuffix(".html") or posixpath.splitext(article.relative)[0]
        return OldPost(
            source=article.path,
            name=f"{path}.md",
            meta=filled({"title": article.title, "draft": article.is_draft}),
            body=self._body(article),
            original=article.body,
            first_line=article.body_line,
            address=address,
            beside=posixpath.dirname(article.relative),
        )

    def _body(self, article: Article) -> str:
        if article.path.endswith(HTML):
            return convert_html_post(self._resolved(article.body, article))
        if article.path.endswith(RST):
            return self._rst(article)

        def changed(prose: str) -> str:
            told = _TAG.sub(lambda found: self._tag(found, article), prose)
            return _TARGET.sub(_angled, told).replace(self._site.summary_end, "<!-- more -->")

        text = change_prose(split_all_code(_CODE.sub(_fenced, article.body)), changed)
        return self._resolved(text, article).strip("\n") + "\n"

    def _resolved(self, text: str, article: Article) -> str:
        """Return `text` with addresses in place of links such as `{filename}x.md`."""
        return change_links(text, lambda target, _: self._target(target, article))

    def _tag(self, found: re.Match[str], article: Article) -> str:
        name, _, text = found[0][2:-2].strip().partition(" ")
        words = tuple(next(filter(None, word), "") for word in _WORD.findall(text))
        write = self._maps.get(name)
        if write is not None:
            made: str | None = write(words, {}, "")
        elif name in _TAGS:
            made = TAGS[name].write(TagCall(name=name, text=text, words=words, options={}))
        else:
            made = None
        if made is not None:
            self._notes.converted[name] += 1
            return made
        line = article.body_line + article.body.count("\n", 0, max(article.body.find(found[0]), 0))
        self._notes.left("Liquid tag", found[0], article.path, line)
        return comment("Liquid", found[0])

    def _rst(self, article: Article) -> str:
        text = article.body
        try:
            made, said = convert_rst(text)
        except RstError as error:
            self._notes.left("reStructuredText", str(error), article.path)
            lines = "\n".join(f"    {line}" if line else "" for line in text.split("\n"))
            return f"{comment('text', 'reStructuredText')}\n\n{lines}\n"
        self._notes.converted["reStructuredText"] += 1
        for line, message in said:
            self._notes.left(
                "reStructuredText", message, article.path, article.body_line + max(line - 1, 0)
            )
        return convert_html_post(self._resolved(made, article))

    def _target(self, target: str, article: Article) -> str:
        """Return the address that `{filename}x.md` and its like mean; any other link as it is."""
        found = _INTERNAL.fullmatch(unquote(target) if "%7" in target else target)
        if not found:
            return target
        kind, path = found["kind"], found["path"]
        if kind == "index":
            return "/"
        bare, mark, anchor = path.partition("#")
        if kind in KINDS:
            return quote(address_of_term(self._site, kind, unquote(bare))) + mark + anchor
        folder = "" if bare.startswith("/") else posixpath.dirname(article.relative)
        for name in (bare, unquote(bare)):
            relative = posixpath.normpath(posixpath.join(folder, name.lstrip("/")))
            if relative in self._by_path:
                return quote(self._by_path[relative]) + mark + anchor
            if relative in self._drafts:
                folder = posixpath.dirname(article.path)
                return (
                    quote(posixpath.relpath(self._drafts[relative], folder or ".")) + mark + anchor
                )
        return quote(f"/{relative}") + mark + anchor

    def _front_matter(self, article: Article) -> dict[str, Any]:
        meta = article.meta
        updated = moment_of(meta.get("modified"), self._site.zone)
        description, summary = meta.get("description", ""), meta.get("summary", "")
        if article.path.endswith(MARKDOWN):
            summary = markdown.markdown(summary)
        is_html = article.path.endswith(HTML)
        state = _STATES.get(meta.get("status", "").lower())
        rest = {key: value for key, value in meta.items() if key not in _READ and value}
        values: dict[str, Any] = {
            "title": article.title,
            "date": written(article.date, self._site.zone) if article.date else None,
            "updated": written(updated, self._site.zone) if updated else None,
            "authors": article.authors or texts_of(self._site.text("AUTHOR")),
            "categories": [article.category] if article.category else [],
            "tags": article.tags,
            "description": description if is_html else decoded(description),
            "excerpt": decoded(re.sub(r"<[^<>]*>", "", summary)).strip(),
            "series": texts_of(meta.get("series")),
            "weight": as_number(meta.get("series_index")) if meta.get("series") else None,
            "image": next(filter(None, map(meta.get, _COVERS)), None),
            "lang": meta.get("lang"),
            **({state: True} if state else {}),
            "params": rest,
        }
        return filled(values)

    def files(self) -> dict[str, str]:
        """Return the files that Pelican copies, by path on the site."""
        content = self._site.content
        return {target: posixpath.join(content, relative) for target, relative in self._copied()}

    def _copied(self) -> Iterator[tuple[str, str]]:
        """Yield path on the site, and path below the content, of the files that Pelican copies."""
        site = self._site
        moved = site.settings.get("EXTRA_PATH_METADATA")
        moved = moved if isinstance(moved, Mapping) else {}
        for path, relative in below(site.sources, site.content):
            if path.endswith((*MARKDOWN, *RST)) or (not site.content and path.endswith(".py")):
                continue
            if path.endswith(HTML) and not any(
                relative.startswith(f"{name}/") for name in site.static
            ):
                continue
            entry = moved.get(relative)
            target = entry.get("path") if isinstance(entry, Mapping) else None
            yield str(target or self._attached.get(relative) or relative).lstrip("/"), relative


def _tell(site: PelicanSite, articles: Iterable[Article], notes: Notes) -> None:
    """Report settings that are not read, and slugs that may not be those of Pelican."""
    for key in sorted(site.computed & _SETTINGS):
        notes.left("setting", f"{key} is computed, so it is not read", CONFIGS[0])
    for key in site.settings:
        if key.endswith("_SUBSTITUTIONS"):
            notes.left("setting", f"{key} is not read, so addresses may differ", CONFIGS[0])
    feeds = [site.text(f"{kind}_FEED_{form}") for kind in _FEEDS for form in ("ATOM", "RSS")]
    if feeds := list(filter(None, feeds)):
        message = f"feeds of lists are not kept ({', '.join(feeds)}): 'feeds_for' writes new ones"
        notes.left("feed", message, CONFIGS[0])
    told: set[str] = set()
    for article in articles:
        title = [] if article.meta.get("slug") else [article.title]
        for text in (*title, article.category, *article.tags, *article.authors):
            if text not in told and not site.has_slug(text):
                message = f"'{text}' keeps its address only with Unidecode: pip install Unidecode"
                notes.left("slug", message, article.path)
                told.add(text)


def _angled(found: re.Match[str]) -> str:
    """Return a link with blanks in angle brackets, which Python-Markdown alone can do without."""
    target = found["target"].rstrip()
    if not re.search(r"[ \t]", target):
        return found[0]
    return f"{found['open']}<{target}>{found['target'][len(target) :]}{found['end']}"


def _fenced(found: re.Match[str]) -> str:
    """Return an indented block that names its language on its first line as fenced code."""
    lines = found["code"].rstrip().split("\n")
    code = "\n".join(line[4:] for line in lines[1:])
    numbers = " linenums" if lines[0].startswith("    #!") else ""
    start = "\n\n" if found[0].startswith("\n\n") else ""
    return start + "\n".join(fence(code, found["language"] + numbers)) + "\n\n"
