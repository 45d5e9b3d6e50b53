"""What `_config.yml` and `_data` of a Jekyll site say."""

from __future__ import annotations

import csv
import fnmatch
import io
import json
import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from mkdocs_blog_plugin.convert.addresses import split_site
from mkdocs_blog_plugin.convert.blog import OldSite
from mkdocs_blog_plugin.convert.sources import below, read_map, read_yaml, says_something, text_at
from mkdocs_blog_plugin.convert.values import texts_of, zone_of

if TYPE_CHECKING:
    from datetime import tzinfo

    from mkdocs_blog_plugin.convert.sources import Sources

_GITHUB_PLUGINS = ("jekyll-optional-front-matter",)
_CONFIGS = ("_config.yml", "_config.yaml")


@dataclass(frozen=True)
class JekyllSite:
    """The configuration and the data of a site."""

    sources: Sources
    config: Mapping[str, Any]

    @classmethod
    def read(cls, sources: Sources) -> JekyllSite:
        """Return the site in `sources` with its configuration."""
        config: dict[str, Any] = {}
        for path in _CONFIGS:
            config |= read_map(sources, path)
        return cls(sources, config)

    @property
    def unreadable(self) -> list[str]:
        """Files of the configuration that say something which cannot be read."""
        paths = [path for path in _CONFIGS if path in self.sources.paths]
        return [path for path in paths if not self.config and says_something(self.sources, path)]

    @cached_property
    def folder(self) -> str:
        """The folder of the sources, `source` in the configuration; empty for the root."""
        source = posixpath.normpath(str(self.config.get("source") or ".").strip("/") or ".")
        return "" if source == "." or source.startswith("..") else source

    @cached_property
    def collections(self) -> str:
        """The folder of the collections below `folder`, with a slash at its end; empty for `folder` itself."""
        named = str(self.config.get("collections_dir") or "").strip("./")
        return f"{named}/" if named else ""

    @cached_property
    def base(self) -> str:
        """`baseurl`, with a leading slash and none at its end; empty without one."""
        base = str(self.config.get("baseurl") or "").strip("/")
        return f"/{base}" if base else ""

    @cached_property
    def url(self) -> str:
        """Scheme and host without a slash at the end."""
        return split_site(str(self.config.get("url") or ""))[0]

    def is_excluded(self, path: str) -> bool:
        """Return whether the configuration leaves out a file below `folder`: it, or a folder above it.

        As with Jekyll, a name counts for all that begins like it, and `*` for slashes, too.
        """
        paths = (path, *map(str, PurePosixPath(path).parents[:-1]))
        return any(
            path.startswith(pattern) or any(fnmatch.fnmatchcase(found, pattern) for found in paths)
            for pattern in self._excluded
        )

    def is_included(self, path: str) -> bool:
        """Return whether the configuration includes a file or folder that begins with `_` or a dot."""
        return any(fnmatch.fnmatchcase(path, pattern.rstrip("/")) for pattern in self._included)

    @cached_property
    def _excluded(self) -> list[str]:
        return self._patterns("exclude")

    @cached_property
    def _included(self) -> list[str]:
        return self._patterns("include")

    def _patterns(self, key: str) -> list[str]:
        """Return the patterns of files under `key`, without slashes at their beginning."""
        found = self.config.get(key)
        patterns = [str(one).lstrip("/") for one in found] if isinstance(found, list) else []
        return [pattern for pattern in patterns if pattern]

    @cached_property
    def plugins(self) -> frozenset[str]:
        """Names of the plugins that it has, those that come with GitHub Pages included."""
        names = [*texts_of(self.config.get("plugins")), *texts_of(self.config.get("gems"))]
        if "github-pages" in names or "github-pages" in self._gemfile:
            names += _GITHUB_PLUGINS
        return frozenset(names)

    @property
    def _gemfile(self) -> str:
        return text_at(self.sources, "Gemfile") if "Gemfile" in self.sources.paths else ""

    @cached_property
    def zone(self) -> tzinfo:
        """`timezone`; UTC where it is not set, as on the machines that build such sites."""
        return zone_of(str(self.config.get("timezone") or ""))

    @cached_property
    def site(self) -> OldSite:
        """The site as our model has it."""
        author = self.config.get("author")
        if isinstance(author, Mapping):
            author = author.get("name")
        config = self.config
        return OldSite(
            name=str(config.get("title") or config.get("name") or "Blog"),
            url=self.url,
            base=self.base,
            description=" ".join(str(config.get("description") or "").split()),
            author=str(author or ""),
            language=str(config.get("lang") or config.get("locale") or ""),
        )

    @cached_property
    def permalink(self) -> str:
        """The pattern of posts' addresses, or the name of a style."""
        collections = self.config.get("collections")
        posts = collections.get("posts") if isinstance(collections, Mapping) else None
        own = posts.get("permalink") if isinstance(posts, Mapping) else None
        return str(own or self.config.get("permalink") or "date")

    @cached_property
    def data(self) -> dict[str, Any]:
        """`site.data`: what the files below `_data` hold, by path."""
        root = str(self.config.get("data_dir") or "_data").strip("/")
        data: dict[str, Any] = {}
        for path, inside in below(self.sources, posixpath.join(self.folder, root)):
            *folders, name = inside.split("/")
            stem, extension = posixpath.splitext(name)
            place = data
            for folder in folders:
                inner = place.setdefault(folder, {})
                place = inner if isinstance(inner, dict) else {}
            place[stem] = _load(self.sources, path, extension)
        return data

    @cached_property
    def includes(self) -> dict[str, str]:
        """Text of each include by its path."""
        root = posixpath.join(self.folder, str(self.config.get("includes_dir") or "_includes"))
        return {
            inside: text_at(self.sources, path)
            for path, inside in below(self.sources, root)
            if path.endswith(
                (".html", ".md", ".markdown", ".liquid", ".txt", ".svg", ".css", ".js")
            )
        }

    def defaults(self, path: str, kind: str) -> dict[str, Any]:
        """Return the front matter that the configuration gives to the file at `path`.

        Args:
            path: Below the folder of the sources.
            kind: `posts`, which drafts are, too, `pages` or the name of a collection.
        """
        found: list[tuple[tuple[int, bool], dict[str, Any]]] = []
        entries = self.config.get("defaults")
        for entry in entries if isinstance(entries, list) else []:
            scope = entry.get("scope") if isinstance(entry, Mapping) else None
            values = entry.get("values") if isinstance(entry, Mapping) else None
            if not isinstance(values, Mapping):
                continue
            scope = scope if isinstance(scope, Mapping) else {}
            place = str(scope.get("path") or "").strip("/").removeprefix(self.collections)
            if str(scope.get("type") or kind) == kind and _applies(place, path):
                rank = (len(place), "type" in scope)
                found.append((rank, {str(key): value for key, value in values.items()}))
        merged: dict[str, Any] = {}
        for _, values in sorted(found, key=lambda entry: entry[0]):
            merged |= values
        return merged


def _applies(place: str, path: str) -> bool:
    if "*" in place:
        return fnmatch.fnmatchcase(path, place) or fnmatch.fnmatchcase(path, f"{place}/*")
    return not place or path == place or path.startswith(f"{place}/")


def _load(sources: Sources, path: str, extension: str) -> object:
    """Return the content of a data file; None if it cannot be read."""
    if extension in (".yml", ".yaml"):
        return read_yaml(sources, path)
    if extension == ".json":
        try:
            return json.loads(text_at(sources, path))
        except (ValueError, RecursionError):
            return None
    if extension in (".csv", ".tsv"):
        delimiter = "," if extension == ".csv" else "\t"
        return list(csv.DictReader(io.StringIO(text_at(sources, path)), delimiter=delimiter))
    return None
