"""A Pelican site in, a blog in our terms out."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from mkdocs_blog_plugin.convert.addresses import is_inside
from mkdocs_blog_plugin.convert.blog import FEED_FILES, OldBlog, OldPost
from mkdocs_blog_plugin.convert.html_posts import convert_html_post
from mkdocs_blog_plugin.convert.leftovers import comment
from mkdocs_blog_plugin.convert.pelican.articles import (
    HTML,
    MARKDOWN,
    RST,
    Article,
    address_of,
    read_articles,
    slug_of,
)
from mkdocs_blog_plugin.convert.pelican.rst import RstError, convert_rst
from mkdocs_blog_plugin.convert.pelican.site import CONFIGS, PelicanSite
from mkdocs_blog_plugin.convert.sources import below
from mkdocs_blog_plugin.convert.text.fences import fence
from mkdocs_blog_plugin.convert.values import filled, moment_of, text_of, texts_of, written
from mkdocs_blog_plugin.posts.code import change_prose, split_code

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs_blog_plugin.convert.reading import Reading
    from mkdocs_blog_plugin.convert.report import Notes
    from mkdocs_blog_plugin.convert.sources import Sources

_INTERNAL = re.compile(
    r"[{|](?P<kind>filename|static|attach|tag|category|author|index)[}|](?P<path>[^\s\"'<>)]*)"
)
_CODE = re.compile(
    r"(?:^|\n\n)(?P<code>    (?::::|#!)[ ]?(?P<language>[\w+#-]+)[^\n]*\n(?:(?:    [^\n]*)?\n)*(?:    [^\n]*)?)"
)
_TAG = re.compile(r"\{%(?:(?!\{%).)*?%\}", re.DOTALL)
_READ: Final = frozenset({
    "author", "authors", "category", "date", "lang", "modified", "save_as", "slug", "status",
    "summary", "tags", "template", "title", "url", "description", "keywords", "image",
})  # fmt: skip
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
    return OldBlog(
        system="Pelican",
        site=site.site,
        posts=tuple(reader.post(article) for article in reading.progress(posts)),
        pages=tuple(reader.page(article) for article in articles if reader.is_page(article)),
        files=reader.files(),
        options=_options(site),
        views=frozenset({"/"}),
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
        self._by_path = {article.relative: self._addresses[article.path] for article in articles}

    def is_page(self, article: Article) -> bool:
        """Return whether an article is an ordinary page."""
        return any(article.relative.startswith(f"{folder}/") for folder in self._pages)

    def post(self, article: Article) -> OldPost:
        """Return a post."""
        return OldPost(
            source=article.path,
            name=f"{posixpath.splitext(article.relative)[0]}.md",
            meta=self._front_matter(article),
            body=self._body(article),
            original=article.body,
            first_line=article.body_line,
            address=self._addresses[article.path] if article.meta.get("status") != "draft" else "",
            beside=posixpath.dirname(article.relative),
        )

    def page(self, article: Article) -> OldPost:
        """Return an ordinary page."""
        address = self._addresses[article.path]
        path = address.strip("/").removesuffix(".html") or posixpath.splitext(article.relative)[0]
        return OldPost(
            source=article.path,
            name=f"{path}.md",
            meta=filled(
                {"title": article.title, "draft": article.meta.get("status", "").lower() == "draft"}
            ),
            body=self._body(article),
            original=article.body,
            first_line=article.body_line,
            address=address,
            beside=posixpath.dirname(article.relative),
        )

    def _body(self, article: Article) -> str:
        text = _INTERNAL.sub(lambda found: self._target(found, article), article.body)
        if article.path.endswith(HTML):
            return convert_html_post(text)
        if article.path.endswith(RST):
            return self._rst(text, article)
        text = change_prose(
            split_code(text), lambda prose: _TAG.sub(lambda found: self._tag(found, article), prose)
        )
        return _CODE.sub(_fenced, text).strip("\n") + "\n"

    def _tag(self, found: re.Match[str], article: Article) -> str:
        line = article.body_line + article.body.count("\n", 0, max(article.body.find(found[0]), 0))
        self._notes.left("Liquid tag", found[0], article.path, line)
        return comment("Liquid", found[0])

    def _rst(self, text: str, article: Article) -> str:
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
        return convert_html_post(made)

    def _target(self, found: re.Match[str], article: Article) -> str:
        """Return the address that `{filename}x.md` and its like mean."""
        kind, path = found["kind"], found["path"]
        if kind == "index":
            return "/"
        if kind in ("tag", "category", "author"):
            pattern = self._site.text(f"{kind.upper()}_URL", f"{kind}/{{slug}}.html")
            return "/" + pattern.replace("{slug}", slug_of(path)).lstrip("/")
        bare, mark, anchor = path.partition("#")
        folder = "" if bare.startswith("/") else posixpath.dirname(article.relative)
        relative = posixpath.normpath(posixpath.join(folder, bare.lstrip("/")))
        address = self._by_path.get(relative) or f"/{relative}"
        return address + mark + anchor

    def _front_matter(self, article: Article) -> dict[str, Any]:
        meta = article.meta
        updated = moment_of(meta.get("modified"), self._site.zone)
        state = _STATES.get(meta.get("status", "").lower())
        rest = {key: value for key, value in meta.items() if key not in _READ and value}
        values: dict[str, Any] = {
            "title": article.title,
            "date": written(article.date, self._site.zone) if article.date else None,
            "updated": written(updated, self._site.zone) if updated else None,
            "authors": article.authors or texts_of(self._site.text("AUTHOR")),
            "categories": [article.category] if article.category else [],
            "tags": article.tags,
            "description": meta.get("description"),
            "excerpt": re.sub(r"<[^<>]*>", "", meta.get("summary", "")),
            "image": meta.get("image"),
            "lang": meta.get("lang"),
            **({state: True} if state else {}),
            "params": rest,
        }
        return filled(values)

    def files(self) -> dict[str, str]:
        """Return the files that Pelican copies, by path on the site."""
        site = self._site
        found: dict[str, str] = {}
        moved = site.settings.get("EXTRA_PATH_METADATA")
        moved = moved if isinstance(moved, Mapping) else {}
        for path, relative in below(site.sources, site.content):
            if path.endswith((*MARKDOWN, *RST)) or (not site.content and path.endswith(".py")):
                continue
            entry = moved.get(relative)
            target = entry.get("path") if isinstance(entry, Mapping) else None
            if path.endswith(HTML) and not any(
                relative.startswith(f"{name}/") for name in site.static
            ):
                continue
            found[str(target or relative).lstrip("/")] = path
        return found


def _fenced(found: re.Match[str]) -> str:
    """Return an indented block that names its language on its first line as fenced code."""
    lines = found["code"].rstrip().split("\n")
    code = "\n".join(line[4:] for line in lines[(":::" in lines[0]) :])
    start = "\n\n" if found[0].startswith("\n\n") else ""
    return start + "\n".join(fence(code, found["language"])) + "\n\n"


def _options(site: PelicanSite) -> dict[str, Any]:
    """Return our options, with the addresses of articles in Jekyll's and Hugo's tokens."""
    options: dict[str, Any] = {"blog_dir": ".", "post_dir": "blog/posts"}
    if site.settings.get("TIMEZONE"):
        options["timezone"] = str(site.zone)
    pattern = site.text("ARTICLE_URL") or site.text("ARTICLE_SAVE_AS") or "{slug}.html"
    for theirs, ours in (
        ("{date:%Y}", ":year"), ("{date:%m}", ":month"), ("{date:%d}", ":day"),
        ("{date:%b}", ":short_month"), ("{category}", "{categories}"), ("index.html", ""),
    ):  # fmt: skip
        pattern = pattern.replace(theirs, ours)
    if not re.search(r"\{(?!slug\}|categories\})", pattern):
        options["post_url_format"] = pattern.strip("/")
    per_page = site.settings.get("DEFAULT_PAGINATION")
    if isinstance(per_page, int) and not isinstance(per_page, bool) and per_page > 0:
        options["pagination_per_page"] = per_page
    for kind, option in (
        ("TAG", "tags"),
        ("CATEGORY", "categories"),
        ("AUTHOR", "authors_profiles"),
    ):
        url = site.text(f"{kind}_URL", f"{kind.lower()}/{{slug}}.html").strip("/")
        if "{slug}" in url and url.count("{") == 1:
            options[f"{option}_url_format"] = url
    return options | _feeds(site)


def _feeds(site: PelicanSite) -> dict[str, Any]:
    """Return where the feeds of all articles were; the Atom feed is there unless it is set to none."""
    names = {"atom": ("FEED_ALL_ATOM", "feeds/all.atom.xml"), "rss": ("FEED_ALL_RSS", None)}
    paths = {
        form: text_of(site.settings.get(key, default)).strip("/")
        for form, (key, default) in names.items()
    }
    kept = {form: path for form, path in paths.items() if path and is_inside(f"/{path}")}
    if not site.site.url or not kept:
        return {}
    return {"feeds_formats": {**FEED_FILES, **kept}}
