"""How MkDocs was started, and where the cache lies for that."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import platformdirs

from mkdocs_blog_plugin.render.compiled_templates import CompiledTemplates
from mkdocs_blog_plugin.site.cache.cache import Cache, MemoryCache
from mkdocs_blog_plugin.site.cache.disk_cache import DiskCache, ScratchCache, sweep
from mkdocs_blog_plugin.site.cache.fingerprint import digest

VARIABLE: Final = "MKDOCS_BLOG_CACHE"
"""Environment variable with the folder for the caches of all sites, or a word of `_OFF` or `_ON`."""
_OFF: Final = frozenset({"0", "false", "no", "off"})
_ON: Final = frozenset({"", "1", "true", "yes", "on"})


@dataclass(frozen=True, kw_only=True)
class Run:
    """One run of MkDocs, with the memory of one of its blogs."""

    serving: bool = False
    """Whether the builds are those of `mkdocs serve`, and further ones will follow."""
    dirty: bool = False
    """Whether MkDocs leaves unchanged pages alone."""
    memory: Cache = field(default_factory=MemoryCache)
    pages_of_server: Cache = field(default_factory=lambda: ScratchCache(cache_folder() / "serve"))
    """Pages of a server."""
    compiled: CompiledTemplates = field(default_factory=CompiledTemplates)
    """Templates of the theme and of the blog."""

    def cache(self, name: str, *, enabled: bool) -> Cache:
        """Return the cache of the blog `name`; only that of `mkdocs build` goes on disk."""
        return self.memory if self.serving else self._on_disk(name, enabled=enabled)

    def pages(self, name: str, *, enabled: bool) -> Cache:
        """Return the cache for the pages of the site `name`; a dirty build renders few, and would copy all."""
        found = self._on_disk(f"{name} pages", enabled=enabled and not self.dirty)
        return self.pages_of_server if self.serving and found.is_open else found

    def _on_disk(self, name: str, *, enabled: bool) -> Cache:
        if not enabled or is_off():
            return MemoryCache(is_open=False)
        folder = cache_folder()
        sweep(folder)
        return DiskCache(folder / digest(name).hex())


def is_off() -> bool:
    """Return whether the cache is switched off."""
    return os.environ.get(VARIABLE, "").lower() in _OFF


def cache_folder() -> Path:
    """Return the folder for the caches of all sites, and for cards."""
    wanted = os.environ.get(VARIABLE, "")
    if wanted.lower() in _OFF | _ON:
        return Path(platformdirs.user_cache_dir("mkdocs-blog-plugin"))
    return Path(os.path.expanduser(wanted))  # noqa: PTH111 - that of a user who is not known stays
