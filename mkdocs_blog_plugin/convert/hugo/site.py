"""What the configuration of a Hugo site says, in whichever files and notation it is."""

from __future__ import annotations

import json
import posixpath
import re
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from mkdocs_blog_plugin.convert.addresses import split_site
from mkdocs_blog_plugin.convert.blog import OldSite
from mkdocs_blog_plugin.convert.hugo.paths import urlize
from mkdocs_blog_plugin.convert.sources import below, read_map, says_something, text_at
from mkdocs_blog_plugin.convert.values import lowered, text_of, texts_of, zone_of
from mkdocs_blog_plugin.posts.values import as_flag

if TYPE_CHECKING:
    from datetime import tzinfo

    from mkdocs_blog_plugin.convert.sources import Sources

_NOTATIONS = (".toml", ".yaml", ".yml", ".json")
_ROOTS = ("config", "hugo")
_FOLDER = "config/_default"


def load(sources: Sources, path: str) -> dict[str, Any]:
    """Return the map in a TOML, YAML or JSON file; empty where it cannot be read."""
    try:
        if path.endswith(".toml"):
            return tomllib.loads(text_at(sources, path))
        if path.endswith(".json"):
            value = json.loads(text_at(sources, path))
            return value if isinstance(value, dict) else {}
    except (ValueError, RecursionError):
        return {}
    return read_map(sources, path)


@dataclass(frozen=True)
class HugoSite:
    """The configuration of a site, keys in lower case on its first two levels."""

    sources: Sources
    config: Mapping[str, Any]

    unreadable: tuple[str, ...] = ()
    """Files of the configuration that say something which cannot be read."""

    @classmethod
    def read(cls, sources: Sources) -> HugoSite:
        """Return the site in `sources` with its configuration."""
        config: dict[str, Any] = {}
        unreadable = []
        for path in sources.paths:
            stem, extension = posixpath.splitext(path)
            is_part = stem.startswith(f"{_FOLDER}/")
            if extension not in _NOTATIONS or not (is_part or stem in _ROOTS):
                continue
            values = lowered(load(sources, path))
            if not values and says_something(sources, path):
                unreadable.append(path)
            if is_part:
                values = _section(stem.removeprefix(f"{_FOLDER}/").lower(), values)
            config = _merged(config, values)
        return cls(sources, config, tuple(unreadable))

    def map(self, *keys: str) -> dict[str, Any]:
        """Return the map under keys, one in the other, its own in lower case; empty if there is none."""
        value: object = self.config
        for key in keys:
            value = lowered(value).get(key) if isinstance(value, Mapping) else None
        return lowered(value) if isinstance(value, Mapping) else {}

    @cached_property
    def base_url(self) -> str:
        """`baseURL` without a slash at its end."""
        return text_of(self.config.get("baseurl")).rstrip("/")

    @cached_property
    def content(self) -> str:
        """The folder of the content; empty where the whole folder is content."""
        named = text_of(self.config.get("contentdir")).strip("/") or "content"
        has_it = any(path.startswith(f"{named}/") for path in self.sources.paths)
        return named if has_it or self.config else ""

    def part(self, text: str) -> str:
        """Return `text` as a part of an address, as `disablePathToLower` and `removePathAccents` say."""
        return urlize(
            text,
            lower=as_flag(self.config.get("disablepathtolower")) is not True,
            accents=as_flag(self.config.get("removepathaccents")) is not True,
        )

    def is_ugly(self, section: str) -> bool:
        """Return whether the addresses in a section end with `.html`: `uglyURLs`, of all or by section."""
        ugly = self.config.get("uglyurls")
        found = lowered(ugly).get(section.lower()) if isinstance(ugly, Mapping) else ugly
        return as_flag(found) is True

    def list_address(self, prefix: str, path: str, section: str) -> str:
        """Return the address of the list at `path` below `prefix`; both may be empty."""
        if not path:
            return f"{prefix}/"
        return f"{prefix}/{path}.html" if self.is_ugly(section) else f"{prefix}/{path}/"

    def is_ignored(self, path: str) -> bool:
        """Return whether the configuration leaves out the file at `path`: `ignoreFiles`."""
        return any(pattern.search(f"/{path}") for pattern in self._ignored)

    @cached_property
    def _ignored(self) -> list[re.Pattern[str]]:
        found = []
        for text in texts_of(self.config.get("ignorefiles")):
            with suppress(re.error):
                found.append(re.compile(text))
        return found

    @cached_property
    def zone(self) -> tzinfo:
        """`timeZone`, else UTC."""
        return zone_of(text_of(self.config.get("timezone")))

    @cached_property
    def language(self) -> str:
        """The default language."""
        return text_of(self.config.get("defaultcontentlanguage")).lower() or "en"

    @cached_property
    def languages(self) -> dict[str, dict[str, Any]]:
        """The configuration of each language, by key in lower case."""
        found = self.map("languages")
        return {key: lowered(item) for key, item in found.items() if isinstance(item, Mapping)}

    def content_of(self, language: str) -> str:
        """Return the folder of the content in a language."""
        own = text_of(self.languages.get(language, {}).get("contentdir")).strip("/")
        return own or self.content

    def prefix(self, language: str) -> str:
        """Return the first part of the addresses in a language, with a leading slash; may be empty."""
        in_folder = as_flag(self.config.get("defaultcontentlanguageinsubdir"))
        return f"/{language}" if language != self.language or in_folder else ""

    @cached_property
    def site(self) -> OldSite:
        """The site as our model has it."""
        params = self.map("params")
        own = self.languages.get(self.language, {})
        author = params.get("author") or self.config.get("author")
        author = author.get("name") if isinstance(author, Mapping) else author
        url, base = split_site(self.base_url)
        return OldSite(
            name=text_of(own.get("title")) or text_of(self.config.get("title")) or "Blog",
            url=url,
            base=base,
            description=text_of(params.get("description")) or text_of(params.get("subtitle")),
            author=text_of(author),
            language=(text_of(self.config.get("languagecode")) or self.language)[:5],
        )

    @cached_property
    def permalinks(self) -> dict[str, str]:
        """Pattern of addresses by section, those of pages alone."""
        found = self.map("permalinks")
        page = found.get("page")
        values = {**found, **(lowered(page) if isinstance(page, Mapping) else {})}
        return {key: value for key, value in values.items() if isinstance(value, str)}

    @cached_property
    def section_permalinks(self) -> dict[str, str]:
        """Pattern of the addresses of the pages of sections, by section."""
        found = self.map("permalinks", "section")
        return {key: value for key, value in found.items() if isinstance(value, str)}

    @cached_property
    def taxonomies(self) -> dict[str, str]:
        """Plural by singular; Hugo has tags and categories where nothing is said."""
        found = self.map("taxonomies")
        pairs = {key: text_of(value) for key, value in found.items()}
        return {key: value for key, value in pairs.items() if value} or {
            "tag": "tags",
            "category": "categories",
        }

    @cached_property
    def templates(self) -> dict[str, str]:
        """Text of the site's own shortcodes, and of its themes', by name."""
        found: dict[str, str] = {}
        for path in self.sources.paths:
            folder, place, name = path.partition("layouts/shortcodes/")
            if not place:
                folder, place, name = path.partition("layouts/_shortcodes/")
            if place and name.endswith((".html", ".md")) and (not folder or "themes/" in folder):
                key = posixpath.splitext(name)[0]
                if not folder or key not in found:
                    found[key] = text_at(self.sources, path)
        return found

    @cached_property
    def data(self) -> dict[str, Any]:
        """What the files in `data` hold, by path without suffix."""
        return {
            posixpath.splitext(name)[0]: load(self.sources, path)
            for path, name in below(self.sources, "data")
            if path.endswith(_NOTATIONS)
        }


def _section(name: str, values: dict[str, Any]) -> dict[str, Any]:
    """Return a file of `config/_default` as a part of the whole configuration."""
    key, _, language = name.partition(".")
    if key in ("config", "hugo"):
        return values
    if language:
        return {"languages": {language: {key: values} if key != "languages" else values}}
    return {key: values}


def _merged(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    both = {
        key: _merged(one[key], other[key])
        for key in one
        if isinstance(one[key], Mapping) and isinstance(other.get(key), Mapping)
    }
    return {**one, **other, **both}
