"""A folder whose files a command owns: it writes the files that have changed, and removes those that are gone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Mapping

LIST = ".blog-export.json"
"""Name of the file that lists the files of an export, so that no other file is ever removed."""


def check_folder(folder: Path, source: Path, docs: Path) -> None:
    """Make sure that `folder` may be written to.

    Args:
        folder: The folder to write.
        source: The folder of the site's configuration.
        docs: Its docs folder.

    Raises:
        click.BadParameter: the folder holds other files, or the site that is read.
    """
    here = folder.resolve()
    if here == source.resolve() or here == docs.resolve() or docs.resolve() in here.parents:
        raise click.BadParameter(
            f"'{folder}' is a folder of the site itself; name another one", param_hint="DEST"
        )
    if folder.is_dir() and any(folder.iterdir()) and not (folder / LIST).is_file():
        raise click.BadParameter(
            f"'{folder}' has files that do not come from an earlier export; name a new folder",
            param_hint="DEST",
        )


def write_folder(folder: Path, files: Mapping[str, bytes | Path]) -> tuple[int, int]:
    """Write `files`, content or file to copy by path, and return how many were written and removed.

    A file that has the same content already is left alone, with its time.
    """
    before = _listed(folder)
    gone = [path for path in before if path not in files]
    for path in gone:
        (folder / path).unlink(missing_ok=True)
    written = sum(_write(folder / path, content) for path, content in sorted(files.items()))
    _write(folder / LIST, json.dumps(sorted(files), indent=1).encode())
    return written, len(gone)


def _listed(folder: Path) -> list[str]:
    """Return the paths that the last export has written, without any that lead out of the folder."""
    try:
        paths = json.loads((folder / LIST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    inside = folder.resolve()
    return [path for path in paths if inside in (folder / path).resolve().parents]


def _write(path: Path, content: bytes | Path) -> bool:
    new = content.read_bytes() if isinstance(content, Path) else content
    if path.is_file() and path.read_bytes() == new:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(new)
    return True
