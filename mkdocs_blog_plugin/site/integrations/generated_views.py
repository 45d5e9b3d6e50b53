"""Plugins that process every page, kept away from the generated pages of views."""

from __future__ import annotations

import glob
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

GIT_PLUGINS: Final = ("git-revision-date-localized", "git-authors", "git-committers")
"""Plugins that look into the history of each page, but for those that match their `exclude`."""


def opt_out_of_rss_and_social(page: Page, config: MkDocsConfig) -> None:
    """Keep the generated page of a view out of the feeds of rss and the cards of social.

    Both plugins read the `meta` of a page for that. git-revision-date has dated the page by
    mkdocs.yml; encryptcontent would ask for a password above a list that shows nothing secret.
    """
    if not page.file.generated_by:
        return
    if "rss" in config.plugins:
        page.meta["draft"] = True
    page.meta.setdefault("social", {"cards": False})
    page.meta.pop("revision_date", None)
    vars(page).pop("encryptcontent", None)


def are_read(config: MkDocsConfig) -> bool:
    """Return whether other plugins or hooks want to know what pages are converted to."""
    readers = config.plugins.events["page_content"]
    return len(readers) > len(config.extra["blogs"])


def exclude_from_git_plugins(views: Collection[str], files: Files, config: MkDocsConfig) -> None:
    """Keep plugins from giving the generated ones of `views` the day of the build and its authors."""
    plugins: list[Any] = [config.plugins[name] for name in GIT_PLUGINS if name in config.plugins]
    if not plugins:
        return
    generated = {path for path in views if files.src_uris[path].generated_by}
    others = {file.src_uri for file in files.documentation_pages()} - generated
    patterns = list(covering_patterns(generated, others))
    for plugin in plugins:
        given = plugin.config.get("exclude") or []
        plugin.config["exclude"] = list(dict.fromkeys([*given, *patterns]))


def covering_patterns(paths: Collection[str], others: Collection[str]) -> Iterator[str]:
    """Yield globs that match all of `paths` and none of `others`, one for as many as possible.

    In these globs, as in `fnmatch`, a star matches slashes too. All paths are relative.
    """
    shared = {parent for path in others for parent in PurePosixPath(path).parents}
    found: dict[str, None] = {}
    for path in sorted(paths):
        folders = reversed(PurePosixPath(path).parents[:-1])
        folder = next((folder for folder in folders if folder not in shared), None)
        pattern = f"{glob.escape(str(folder))}/*" if folder else glob.escape(path)
        found[pattern] = None
    yield from found
