"""What every page of a blog is made of, whatever it shows: options, templates, the nav."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import mkdocs
from mkdocs.plugins import BasePlugin
from mkdocs.theme import Theme

from mkdocs_blog_plugin import __version__
from mkdocs_blog_plugin.site.cache.manifest import digest, stamp

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

_SAYS_NOTHING = frozenset({"strict", "watch", "dev_addr"})
"""Options that change no page."""


def circumstances(
    config: MkDocsConfig, nav: Navigation, files: Files, explanations: Iterable[str]
) -> bytes:
    """Return the digest of what every page of a blog is made of.

    Args:
        config: MkDocs' configuration.
        nav: The navigation, which themes print on each page; its pages have titles.
        files: All files of the site.
        explanations: `src_uri` of the files that explain posts: authors and terms.
    """
    options = {key: value for key, value in config.items() if key not in _SAYS_NOTHING}
    return digest(
        __version__,
        mkdocs.__version__,
        described(options),
        *(f"{page.url} {page.title!s}" for page in nav.pages),
        *(file.content_bytes for path in explanations if (file := files.src_uris.get(path))),
        *_stamps(config),
    )


def described(value: object) -> object:
    """Return plain data that differs where `value`, an option, differs; the same in each process."""
    if isinstance(value, Theme):
        value = [value.name, value.dirs, dict(value)]
    elif isinstance(value, BasePlugin):
        value = value.config
    elif isinstance(value, partial):
        value = [value.func, value.args, value.keywords]
    if isinstance(value, Mapping):
        return {str(key): described(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [described(item) for item in value]
    if isinstance(value, (str, int, float, date)) or value is None:
        return str(value)
    return getattr(value, "__qualname__", type(value).__qualname__)


def _stamps(config: MkDocsConfig) -> Iterator[object]:
    """Yield name, time and size of each of the site's own templates and hooks."""
    templates = Path(config.theme.custom_dir).rglob("*") if config.theme.custom_dir else ()
    for path in [*sorted(templates), *map(Path, config.hooks)]:
        if path.is_file():
            yield str(path), *stamp(path)
