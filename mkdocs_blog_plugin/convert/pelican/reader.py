"""A Pelican site in, a blog in our terms out."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.convert.blog import OldBlog, OldPost
from mkdocs_blog_plugin.convert.html_posts import convert_html_post
from mkdocs_blog_plugin.convert.jekyll.tags import TAGS, TagCall
from mkdocs_blog_plugin.convert.leftovers import comment
from mkdocs_blog_plugin.convert.links import change_links
from mkdocs_blog_plugin.convert.pelican.articles import (
    HTML,
    RST,
    Article,
    address_of,
    file_of,
    read_articles,
)
from mkdocs_blog_plugin.convert.pelican.front_matter import front_matter
from mkdocs_blog_plugin.convert.pelican.lists import (
    authors_of,
    redirects_of,
    terms_of,
    views_of,
)
from mkdocs_blog_plugin.convert.pelican.options import options_of
from mkdocs_blog_plugin.convert.pelican.rst import RstError, convert_rst
from mkdocs_blog_plugin.convert.pelican.site import CONFIGS, PelicanSite, is_in
from mkdocs_blog_plugin.convert.pelican.targets import Targets
from mkdocs_blog_plugin.convert.pelican.telling import tell_settings, tell_slugs, tell_undated
from mkdocs_blog_plugin.convert.text.fences import fence
from mkdocs_blog_plugin.convert.values import filled
from mkdocs_blog_plugin.posts.code import change_prose, split_all_code

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from mkdocs_blog_plugin.convert.reading import Reading
    from mkdocs_blog_plugin.convert.report import Notes
    from mkdocs_blog_plugin.convert.sources import Sources

_TARGET = re.compile(r"(?P<open>\]\([ \t]*+)(?P<target>[{|]\w++[}|][^()<>\"'\n]*+)(?P<end>[)\"'])")
_CODE = re.compile(
    r"(?:^|\n\n)(?P<code>    (?::::|#!)[ ]?(?P<language>[\w+#-]+)(?![/\w])[^\n]*\n(?:(?:    [^\n]*)?\n)*(?:    [^\n]*)?)"
)
_TAG = re.compile(r"\{%(?:(?!\{%).)*?%\}", re.DOTALL)
_WORD = re.compile(r""""([^"]*)"|'([^']*)'|(\S+)""")
_TAGS = ("gist", "img", "vimeo", "youtube")
"""Tags of the plugin liquid_tags that it has from Octopress, as Jekyll has."""


def is_pelican(sources: Sources) -> bool:
    """Return whether a folder looks like a Pelican site."""
    return any(path in CONFIGS for path in sources.paths)


def read_pelican(reading: Reading) -> OldBlog:
    """Return the blog of the Pelican site."""
    site = PelicanSite.read(reading.sources)
    articles = list(read_articles(site))
    reader = _Reader(site, articles, reading.notes, reading.maps)
    posts = [article for article in articles if not reader.is_page(article) and article.date]
    tell_undated([article for article in articles if not reader.is_page(article)], reading.notes)
    tell_settings(site, reading.notes)
    tell_slugs(site, articles, reading.notes)
    made = tuple(reader.post(article) for article in reading.progress(posts))
    return OldBlog(
        system="Pelican",
        site=site.site,
        posts=made,
        pages=reader.pages(articles),
        files=reader.files,
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
        self._addresses = {
            article.path: address_of(article, site, is_page=self.is_page(article))
            for article in articles
        }
        self._targets = Targets(site, articles, self._addresses)

    @property
    def files(self) -> dict[str, str]:
        """The files that Pelican copies, by path on the site."""
        return self._targets.files

    def is_page(self, article: Article) -> bool:
        """Return whether an article is an ordinary page."""
        return is_in(article.relative, self._site.pages)

    def post(self, article: Article) -> OldPost:
        """Return a post."""
        return OldPost(
            source=article.path,
            name=f"{posixpath.splitext(article.relative)[0]}.md",
            meta=front_matter(article, self._site),
            body=self._body(article),
            original=article.body,
            first_line=article.body_line,
            address="" if article.is_draft else self._addresses[article.path],
            aliases=self._aliases(article),
            beside=posixpath.dirname(article.relative),
        )

    def pages(self, articles: Iterable[Article]) -> tuple[OldPost, ...]:
        """Return the ordinary pages, but for one that servers show for a missing address."""
        found = [article for article in articles if self.is_page(article)]
        for article in found:
            if self._addresses[article.path] == "/404.html":
                self._notes.left("page", "404.html is written by the theme", article.path)
        return tuple(self.page(one) for one in found if self._addresses[one.path] != "/404.html")

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
            aliases=self._aliases(article),
            beside=posixpath.dirname(article.relative),
        )

    def _aliases(self, article: Article) -> tuple[str, ...]:
        """Return the address of an article's file, unless that is its own; none of a draft."""
        file = file_of(article, self._site, is_page=self.is_page(article))
        is_own = article.is_draft or file in ("", self._addresses[article.path])
        return () if is_own else (file,)

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
        return change_links(text, lambda target, _: self._targets.address(target, article))

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


def _angled(found: re.Match[str]) -> str:
    """Return a link that has spaces in angle brackets; only Python-Markdown reads it without them."""
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
