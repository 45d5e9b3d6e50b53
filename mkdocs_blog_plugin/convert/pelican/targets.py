"""Where the links of Pelican's articles lead: `{filename}x.md` and its like, and the files of the site."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from mkdocs_blog_plugin.convert.pelican.articles import HTML, MARKDOWN, RST
from mkdocs_blog_plugin.convert.pelican.lists import KINDS, address_of_term
from mkdocs_blog_plugin.convert.sources import below

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_blog_plugin.convert.pelican.articles import Article
    from mkdocs_blog_plugin.convert.pelican.site import PelicanSite

_INTERNAL = re.compile(
    r"[{|](?P<kind>filename|static|attach|tag|category|author|index)[}|](?P<path>.*)", re.DOTALL
)
_ATTACHED = re.compile(r"[{|]attach[}|]([^\s\"'<>)#]+)")


class Targets:
    """The articles and files of a site, as links name them.

    Args:
        site: its settings.
        articles: its articles and pages.
        addresses: the address of each by its path.
    """

    def __init__(
        self, site: PelicanSite, articles: Iterable[Article], addresses: Mapping[str, str]
    ) -> None:
        self._site = site
        self._attached: dict[str, str] = {}
        for article in articles:
            for name in _ATTACHED.findall(article.body) if not article.is_draft else ():
                self._attach(unquote(name), article, addresses[article.path])
        self._by_path = {
            **{relative: f"/{target}" for target, relative in self._copied()},
            **{
                article.relative: addresses[article.path]
                for article in articles
                if not article.is_draft
            },
        }
        self._drafts = {article.relative: article.path for article in articles if article.is_draft}

    @property
    def files(self) -> dict[str, str]:
        """The files that Pelican copies, by path on the site."""
        content = self._site.content
        return {target: posixpath.join(content, relative) for target, relative in self._copied()}

    def address(self, target: str, article: Article) -> str:
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

    def _attach(self, name: str, article: Article, address: str) -> None:
        """Put a file beside the article that attaches it first; one from elsewhere loses its folders."""
        folder = "" if name.startswith("/") else posixpath.dirname(article.relative)
        path = posixpath.normpath(posixpath.join(folder, name.lstrip("/")))
        tail = posixpath.relpath(path, posixpath.dirname(article.relative) or ".")
        tail = posixpath.basename(tail) if tail.startswith("../") else tail
        beside = posixpath.dirname(address)
        self._attached.setdefault(path, posixpath.join(beside, tail))
