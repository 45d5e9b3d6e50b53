"""The edge of a conversion: reads the old blog's folder, writes the new one's, and nothing else."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_blog_plugin.convert.conversion import ConversionError, ConvertOptions, convert_blog
from mkdocs_blog_plugin.convert.writer import Copy

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mkdocs_blog_plugin.convert.report import Report

_SKIPPED = {
    ".git",
    ".hg",
    ".svn",
    "node_modules",
    ".bundle",
    ".jekyll-cache",
    ".venv",
    "__pycache__",
}
_CONFIGURATIONS = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "properdocs.yaml")


@dataclass(frozen=True)
class Folder:
    """The files below a folder; links that lead out of it are not followed."""

    root: Path

    @cached_property
    def paths(self) -> Sequence[str]:
        """Paths below the folder with `/` between their parts, sorted."""
        found: list[str] = []
        inside = self.root.resolve()
        for folder, folders, files in os.walk(self.root):
            folders[:] = [name for name in folders if name not in _SKIPPED]
            for name in files:
                path = Path(folder, name)
                if path.is_file() and (
                    not path.is_symlink() or path.resolve().is_relative_to(inside)
                ):
                    found.append(path.relative_to(self.root).as_posix())
        return sorted(found)

    def read(self, path: str) -> bytes:
        """Return the content of the file at `path`."""
        return (self.root / path).read_bytes()


@dataclass(frozen=True)
class SingleFile:
    """One file that is a whole blog: an export."""

    file: Path

    @property
    def paths(self) -> Sequence[str]:
        """The name of the file."""
        return [self.file.name]

    def read(self, path: str) -> bytes:  # noqa: ARG002 - there is only one
        """Return its content."""
        return self.file.read_bytes()


def convert(src: Path, dest: Path, options: ConvertOptions) -> Report:
    """Convert the blog at `src` into `dest`, which is created where it is missing.

    Nothing that is there is overwritten, and nothing is written outside of `dest`.

    Raises:
        ConversionError: `dest` and `src` lie one inside the other, `dest` has a file that would be
            written, or `src` is not a blog.
        OSError: a file cannot be read or written.
    """
    _check_apart(src, dest)
    has_configuration = any((dest / name).exists() for name in _CONFIGURATIONS)
    sources = Folder(src) if src.is_dir() else SingleFile(src)
    files, report = convert_blog(sources, replace(options, has_configuration=has_configuration))
    _check_free(dest, files)
    for path, content in files.items():
        target = dest / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, Copy):
            shutil.copyfile(src / content.source, target)
        else:
            target.write_bytes(content.encode(errors="replace"))
    return report


def _check_apart(src: Path, dest: Path) -> None:
    here, there = src.resolve(), dest.resolve()
    if there.is_relative_to(here) or here.is_relative_to(there):
        raise ConversionError(
            f"'{dest}' and '{src}' lie one inside the other; a blog is never converted in place"
        )


def _check_free(dest: Path, files: Mapping[str, str | Copy]) -> None:
    """Raise an error if a file is in the way, or a path of `files` leads out of `dest` through a link."""
    inside = dest.resolve()
    taken = [path for path in files if (dest / path).exists() or (dest / path).is_symlink()]
    if taken:
        more = f" and {len(taken) - 1} more files" if len(taken) > 1 else ""
        raise ConversionError(f"'{dest / taken[0]}'{more} would be overwritten")
    for path in files:
        if not (dest / path).resolve().is_relative_to(inside):
            raise ConversionError(f"'{path}' leads out of '{dest}'")
