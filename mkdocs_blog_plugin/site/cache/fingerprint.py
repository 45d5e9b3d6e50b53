"""Fingerprints: digests of everything that a value was made of."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from contextlib import suppress
from datetime import date
from functools import cache, partial
from importlib import resources
from itertools import chain
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final

from markdown.extensions import Extension
from mkdocs.plugins import BasePlugin
from mkdocs.theme import Theme
from pathspec import PathSpec

from mkdocs_blog_plugin.render.blog_object import BlogObject

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

SAYS_NOTHING: Final = frozenset({"strict", "watch", "dev_addr"})
"""Options that change no page, unless a template prints them."""
_INSTALLED = (".dist-info", ".egg-info", ".egg-link")
_IGNORED = frozenset({"__pycache__", "cli", "convert"})
"""Folders of this plugin that change no page: bytecode, and commands."""


def digest(*parts: object) -> bytes:
    """Return a short digest of `parts`: of bytes as they are, of all else as text."""
    found = (
        part if isinstance(part, bytes) else str(part).encode(errors="surrogatepass")
        for part in parts
    )
    return hashlib.blake2b(b"\0".join(found), digest_size=9).digest()


def stamp(path: Path) -> tuple[int, int]:
    """Return time and size of a file; they change when it is written again."""
    found = path.stat()
    return found.st_mtime_ns, found.st_size


def site_fingerprint(config: MkDocsConfig, files: Files, data_files: Iterable[str]) -> bytes:
    """Return the fingerprint of all inputs but the nav that affect every page of a blog.

    Args:
        config: MkDocs' configuration.
        files: All files of the site.
        data_files: `src_uri` of the authors file and the terms file.
    """
    return digest(
        installation(),
        options_of(config),
        hooks_of(config),
        *(file.content_bytes for path in data_files if (file := files.src_uris.get(path))),
        *_stamps_below(config.theme.custom_dir),
    )


@cache
def installation() -> bytes:
    """Return the fingerprint of Python, of all that is installed, and of this plugin's files for builds."""
    names = {
        entry.name
        for folder in filter(os.path.isdir, sys.path)
        for entry in os.scandir(folder)
        if entry.name.endswith(_INSTALLED)
    }
    return digest(sys.version, *sorted(names), *_own_files())


def _own_files() -> Iterator[str | bytes]:
    """Yield path and content of each file of this plugin that pages depend on, in a fixed order."""
    root = str(resources.files("mkdocs_blog_plugin"))
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(set(folders) - _IGNORED)
        for name in sorted(names):
            with open(os.path.join(folder, name), "rb") as file:  # noqa: PTH118, PTH123 - three times as fast
                yield file.name.removeprefix(root).replace(os.sep, "/")
                yield file.read()


def options_of(config: MkDocsConfig) -> object:
    """Return all options that may change a page, as plain data."""
    return described({key: value for key, value in config.items() if key not in SAYS_NOTHING})


def hooks_of(config: MkDocsConfig) -> bytes:
    """Return the fingerprint of the site's own hooks."""
    hooks: Any = config.hooks  # MkDocs makes a map of the list: its keys are paths as written
    return contents(Path(hook.__file__) for hook in hooks.values())


def contents(paths: Iterable[Path]) -> bytes:
    """Return the fingerprint of files, and of all files in folders, by their paths and contents."""
    inside = (sorted(path.rglob("*")) if path.is_dir() else [path] for path in paths)
    return digest(
        *(
            digest(file.as_posix(), file.read_bytes())
            for file in chain.from_iterable(inside)
            if file.is_file()
        )
    )


def _stamps_below(folder: str | None) -> Iterator[object]:
    """Yield name, time and size of each file below `folder`."""
    for path in sorted(Path(folder).rglob("*")) if folder else ():
        if path.is_file():
            yield str(path), *stamp(path)


def described(value: object, check: Callable[[object], None] = lambda _: None) -> object:
    """Return plain data that changes whenever `value`, an option, does; the same in each process.

    Functions and classes are named by their module. An object is described by its attributes; one
    without any is described anew each time, so that it never counts as unchanged.

    Args:
        value: The option.
        check: Is called with each part of `value` that is not a scalar, and may raise an error.
    """
    return _Descriptions(check).of(value)


class _Descriptions:
    """Describes values, each once: objects, and maps and lists too, may hold each other."""

    def __init__(self, check: Callable[[object], None]) -> None:
        self._check = check
        self._seen: dict[int, tuple[int, object]] = {}

    def of(self, value: object) -> object:
        if value is None or isinstance(value, (str, int, float, date, bytes)):
            return repr(value)
        if known := self._seen.get(id(value)):
            return known[0]
        self._seen[id(value)] = len(self._seen), value
        self._check(value)
        return self._of_parts(value)

    def _of_parts(self, value: object) -> object:
        for kind, parts in _PARTS:
            if isinstance(value, kind):
                return self.of(parts(value))
        if isinstance(value, Mapping):
            return {str(self.of(key)): self.of(item) for key, item in value.items()}
        if isinstance(value, (list, tuple)):
            return list(map(self.of, value))
        if isinstance(value, AbstractSet):
            return sorted(str(self.of(item)) for item in value)
        return self._of_object(value)

    def _of_object(self, value: Any) -> object:
        name = getattr(value, "__qualname__", None)
        if name is not None:
            return [value.__module__, name, *self._of_function(value)]
        kind = [type(value).__module__, type(value).__qualname__]
        try:
            return [*kind, self.of(dict(vars(value)))]
        except TypeError:
            text = repr(value)
            return [*kind, os.urandom(16).hex() if " at 0x" in text else text]

    def _of_function(self, function: Any) -> Iterator[object]:
        """Yield the parts that distinguish functions of one name: their code and their closures."""
        if code := getattr(function, "__code__", None):
            yield [code.co_firstlineno, code.co_code.hex(), *code.co_names]
        for cell in getattr(function, "__closure__", None) or ():
            with suppress(ValueError):  # an empty cell
                yield self.of(cell.cell_contents)


_PARTS: Final[Sequence[tuple[type, Callable[[Any], object]]]] = (
    (Theme, lambda theme: [theme.name, theme.dirs, dict(theme)]),
    (BasePlugin, lambda plugin: [type(plugin), dict(sorted(plugin.config.items()))]),
    (Extension, lambda extension: [type(extension), extension.getConfigs()]),
    (BlogObject, lambda blog: blog.title),
    (ModuleType, lambda module: module.__name__),
    (partial, lambda made: [made.func, made.args, made.keywords]),
    (re.Pattern, lambda pattern: [pattern.pattern, pattern.flags]),
    (Path, str),
    (PathSpec, lambda spec: [pattern.regex for pattern in spec.patterns]),
)
"""Attributes that describe objects of MkDocs and of the standard library."""
