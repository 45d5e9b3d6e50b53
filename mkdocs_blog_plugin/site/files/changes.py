"""The changes of a plan to the site's files, which are undone before planning again.

Between the plan and the end of `on_files` other plugins may add, replace and remove files. The next
plan begins with the files as they were before the first one, not with what that one has moved.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from mkdocs_blog_plugin.site.files.files import is_ours
from mkdocs_blog_plugin.site.files.stylesheets import FEED_STYLESHEET, STYLESHEET

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

_CHANGED = ("dest_uri", "url", "abs_dest_path", "inclusion")
"""Attributes of a file that a plan may set."""
_values_of = attrgetter(*_CHANGED)


class _State(NamedTuple):
    """One file at one moment."""

    file: File
    values: tuple[Any, ...]


def _states(files: Files) -> dict[str, _State]:
    return {file.src_uri: _State(file, _values_of(file)) for file in files}


class Changes:
    """The changes of one plan.

    Args:
        files: The files of the site, before the plan.
    """

    def __init__(self, files: Files) -> None:
        self._before = _states(files)
        self._after: Mapping[str, _State] = {}
        self._others: Mapping[str, tuple[File, object]] = {}

    def close(self, files: Files, config: MkDocsConfig) -> None:
        """Note that the plan is made; later changes come from other plugins."""
        self._after = _states(files)
        self._others = _files_of_others(files, config)

    @property
    def added(self) -> set[str]:
        """`src_uri` of the files that the plan has added."""
        return self._after.keys() - self._before.keys()

    def are_outdated(self, files: Files, config: MkDocsConfig) -> bool:
        """Return whether other plugins have added, replaced or removed files since."""
        return _files_of_others(files, config) != self._others or not (
            self.added <= files.src_uris.keys()
        )

    def undo(self, files: Files) -> None:
        """Undo the plan in `files`; changes of other plugins since then stay."""
        for src_uri, after in self._after.items():
            file, before = files.src_uris.get(src_uri), self._before.get(src_uri)
            if file is not after.file:
                continue  # others have removed or replaced it
            if before is None or before.file is not file:
                files.remove(file)
                if before is not None:
                    files.append(before.file)
                continue
            for name, old, new in zip(_CHANGED, before.values, after.values, strict=True):
                if old != new and getattr(file, name) == new:
                    setattr(file, name, old)


def _files_of_others(files: Files, config: MkDocsConfig) -> dict[str, tuple[File, object]]:
    """Return the files that no blog of the site has made, each with the text that a plugin gave it."""
    ours = (STYLESHEET, FEED_STYLESHEET)
    return {
        file.src_uri: (file, vars(file).get("_content"))
        for file in files
        if file.src_uri not in ours and not is_ours(file, config)
    }
