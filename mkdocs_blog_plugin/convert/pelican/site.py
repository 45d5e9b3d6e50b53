"""The settings of a Pelican site: a Python program, of which only what is written out is read."""

from __future__ import annotations

import ast
import posixpath
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cached_property
from typing import TYPE_CHECKING, Any

from mkdocs_blog_plugin.convert.addresses import split_site
from mkdocs_blog_plugin.convert.blog import OldSite
from mkdocs_blog_plugin.convert.pelican.slugs import slug_of
from mkdocs_blog_plugin.convert.sources import text_at
from mkdocs_blog_plugin.convert.values import text_of, texts_of, zone_of
from mkdocs_blog_plugin.text import decoded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import tzinfo

    from mkdocs_blog_plugin.convert.sources import Sources

_LONGEST = 1000
_ENVIRONMENT = ("os.environ.get", "os.getenv", "environ.get", "getenv")
"""Functions that return a variable, else their second argument."""
CONFIGS = ("pelicanconf.py", "publishconf.py")


def _folders(value: object) -> list[str]:
    """Return paths below the content without slashes at their ends."""
    items = value if isinstance(value, list | tuple) else [value]
    return [
        posixpath.normpath(text_of(item)).strip("/").removeprefix(".")
        for item in items
        if item is not None
    ]


def is_in(path: str, folders: Iterable[str]) -> bool:
    """Return whether a path is one of `folders`, or lies in one."""
    return any(path == folder or path.startswith(f"{folder}/") for folder in folders if folder)


def read_settings(text: str) -> tuple[dict[str, Any], list[str]]:
    """Return the settings that a program assigns constants to, and the names of the computed ones.

    Texts may be put together of constants and of settings before them, and what the environment
    would say counts as missing; nothing is run.
    """
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {}, []
    found: dict[str, Any] = {}
    computed: list[str] = []
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        for target in targets:
            if value is None or not isinstance(target, ast.Name) or not target.id.isupper():
                continue
            try:
                found[target.id] = _constant(value, found)
            except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
                computed.append(target.id)
    return found, computed


def _constant(node: ast.expr, known: Mapping[str, Any]) -> Any:
    """Return the value of an expression; raises ValueError where only running it would tell."""
    if isinstance(node, ast.Name) and node.id in known:
        return known[node.id]
    if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.Or):
        return _constant(node.values[-1], known)
    if isinstance(node, ast.Call) and ast.unparse(node.func) in _ENVIRONMENT and node.args[1:]:
        return _constant(node.args[1], known)
    if isinstance(node, ast.BinOp | ast.JoinedStr):
        return _text(node, known)
    return ast.literal_eval(node)


def _text(node: ast.expr, known: Mapping[str, Any]) -> str:
    """Return the text that an expression puts together; one that is too long is not a setting."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        parts: list[ast.expr] = [node.left, node.right]
    elif isinstance(node, ast.JoinedStr):
        parts = list(node.values)
    elif isinstance(node, ast.FormattedValue):
        parts = [node.value] if node.conversion < 0 and node.format_spec is None else []
    else:
        value = _constant(node, known)
        parts = []
        if isinstance(value, str) and len(value) < _LONGEST:
            return value
    if not parts:
        raise ValueError(ast.dump(node)[:80])
    text = "".join(_text(part, known) for part in parts)
    if len(text) >= _LONGEST:
        raise ValueError(text[:80])
    return text


@dataclass(frozen=True)
class PelicanSite:
    """The settings of a site."""

    sources: Sources
    settings: Mapping[str, Any]
    computed: frozenset[str] = frozenset()
    """Names of settings whose value only the program knows."""

    @classmethod
    def read(cls, sources: Sources) -> PelicanSite:
        """Return the settings of the site in `sources`; those for publishing come last and win."""
        settings: dict[str, Any] = {}
        computed: set[str] = set()
        for path in CONFIGS:
            if path in sources.paths:
                own, unknown = read_settings(text_at(sources, path))
                settings |= {
                    key: value for key, value in own.items() if value != "" or key not in settings
                }
                computed = (computed | set(unknown)) - own.keys()
        return cls(sources, settings, frozenset(computed))

    def text(self, key: str, default: str = "") -> str:
        """Return a setting that is text."""
        value = self.settings.get(key, default)
        return value if isinstance(value, str) else default

    @cached_property
    def content(self) -> str:
        """The folder of the content; empty for the root."""
        named = posixpath.normpath(self.text("PATH", "content")).removeprefix("./").strip("/")
        for folder in (named, "content"):
            if any(path.startswith(f"{folder}/") for path in self.sources.paths):
                return folder
        return ""

    @property
    def language(self) -> str:
        """`DEFAULT_LANG`, else English."""
        return self.text("DEFAULT_LANG") or "en"

    @cached_property
    def zone(self) -> tzinfo:
        """`TIMEZONE`, else UTC."""
        return zone_of(self.text("TIMEZONE"))

    def slug(self, text: str) -> str:
        """Return the slug that the site makes of a title or a name."""
        return slug_of(
            text,
            use_unicode=bool(self.settings.get("SLUGIFY_USE_UNICODE")),
            preserve_case=bool(self.settings.get("SLUGIFY_PRESERVE_CASE")),
        )

    def has_slug(self, text: str) -> bool:
        """Return whether the slug of `text` is that of Pelican, whose letters are ASCII by default."""
        return bool(self.settings.get("SLUGIFY_USE_UNICODE")) or self.slug(text).isascii()

    @property
    def per_page(self) -> int:
        """The number of articles on a page of a list; 0 where all are on one."""
        found = self.settings.get("DEFAULT_PAGINATION")
        return found if isinstance(found, int) and not isinstance(found, bool) and found > 0 else 0

    @property
    def summary_end(self) -> str:
        """What the plugin `summary` takes for the end of a summary."""
        return self.text("SUMMARY_END_MARKER") or "<!-- PELICAN_END_SUMMARY -->"

    @cached_property
    def pages(self) -> list[str]:
        """Folders of ordinary pages below the content."""
        return _folders(self.settings.get("PAGE_PATHS", ["pages"]))

    def is_read(self, relative: str) -> bool:
        """Return whether a text below the content is an article or a page, not left out by a setting."""
        ignored = texts_of(self.settings.get("IGNORE_FILES"))
        if any(fnmatchcase(part, name) for part in relative.split("/") for name in ignored):
            return False
        if is_in(relative, self.pages):
            return not is_in(relative, _folders(self.settings.get("PAGE_EXCLUDES")))
        folders = _folders(self.settings.get("ARTICLE_PATHS", [""]))
        excluded = _folders(self.settings.get("ARTICLE_EXCLUDES"))
        is_there = "" in folders or is_in(relative, folders)
        return is_there and not is_in(relative, [*excluded, *self.made])

    @property
    def made(self) -> list[str]:
        """Folders below the content that Pelican writes, or that hold a theme."""
        if self.content:
            return []
        output = _folders([self.text("OUTPUT_PATH", "output"), self.text("THEME", "theme")])
        return [*filter(None, output), "cache", "__pycache__"]

    @cached_property
    def static(self) -> list[str]:
        """Folders and files that are copied."""
        return _folders(self.settings.get("STATIC_PATHS", ["images"]))

    @cached_property
    def site(self) -> OldSite:
        """The site as our model has it."""
        url, base = split_site(self.text("SITEURL"))
        return OldSite(
            name=decoded(self.text("SITENAME")) or "Blog",
            url=url,
            base=base,
            description=decoded(self.text("SITESUBTITLE")),
            author=self.text("AUTHOR"),
            language=self.text("DEFAULT_LANG"),
        )
