"""Where the links of Pelican's articles lead: `{filename}x.md` and its like, and the files of the site."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from mkdocs_blog_plugin.convert.pelican.articles import HTML, MARKDOWN, RST
from mkdocs_blog_plugin.convert.pelican.lists import KINDS, address_of_term
from mkdocs_blog_plugin.convert.pelican.site import is_in
from mkdocs_blog_plugin.convert.sources import below

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_blog_plugin.convert.pelican.articles import Article
    from mkdocs_blog_plugin.convert.pelican.site import PelicanSite

_INTERNAL = re.compile(
    r"[{|](?P<kind>filename|static|attach|tag|category|author|index)[}|](?P<path>.*)", re.DOTALL
)
_ATTACHED = re.compile(r"[{|]attach[}|]([^\s\"'<>)#]+)")


_NAME = re.compile(r"(?<![\w.%-])[\w.%-]+\.\w+")


class Targets:
    """The articles and files of a site, as links name them.

    Args:
        site: Its settings.
        articles: Its articles and pages.
        addresses: The address of each by its path.
    """

    def __init__(
        self, site: PelicanSite, articles: Iterable[Article], addresses: Mapping[str, str]
    ) -> None:
        self._site = site
        self._named = {name for article in articles for name in _NAME.findall(article.body)}
        self._attached: dict[str, str] = {}
        for article in articles:
            for name in _ATTACHED.findall(article.body) if not article.is_draft else ():
                self._attach(unquote(name), article, addresses[article.path])
        self._by_path = {
            **{relative: f"/{target}" for target, relative in self._copied()},
            **{
                article.relative: addresses[article.path]
                for article in articles
                if self._has_address(article)
            },
        }
        self._others = {
            article.relative: article.path for article in articles if not self._has_address(article)
        }

    @property
    def files(self) -> dict[str, str]:
        """The files that Pelican copies, by path on the site."""
        content = self._site.content
        return {target: posixpath.join(content, relative) for target, relative in self._copied()}

    def _has_address(self, article: Article) -> bool:
        """Return whether an article is published; one that is not is found by its source, if at all."""
        is_page = is_in(article.relative, self._site.pages)
        return not article.is_draft and (is_page or article.date is not None)

    def _is_copied(self, relative: str) -> bool:
        """Return whether a file is part of the site; beside the settings lie many that are not."""
        if self._site.content or is_in(relative, self._site.static) or relative in self._attached:
            return True
        return posixpath.basename(relative) in self._named and not is_in(relative, self._site.made)

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
            if relative in self._others:
                folder = posixpath.dirname(article.path)
                return (
                    quote(posixpath.relpath(self._others[relative], folder or ".")) + mark + anchor
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
            if not entry and not self._is_copied(relative):
                continue
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
