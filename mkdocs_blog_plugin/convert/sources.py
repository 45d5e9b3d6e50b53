"""What a reader sees of the old blog's folder: paths and their content, without touching a disk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import yaml

from mkdocs_blog_plugin.posts.yaml_text import MalformedError, load_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Sources(Protocol):
    """The files of a folder."""

    @property
    def paths(self) -> Sequence[str]:
        """Paths below the folder with `/` between their parts, sorted."""

    def read(self, path: str) -> bytes:
        """Return the content of the file at `path`."""


def text_at(sources: Sources, path: str) -> str:
    """Return the text at `path`, whatever its line ends; bytes that are not UTF-8 are replaced."""
    text = sources.read(path).decode("utf-8-sig", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def below(sources: Sources, folder: str) -> Iterator[tuple[str, str]]:
    """Yield each path in `folder` and below it, each with its path from there; an empty `folder` is the root."""
    start = f"{folder}/" if folder else ""
    return ((path, path.removeprefix(start)) for path in sources.paths if path.startswith(start))


def read_yaml(sources: Sources, path: str) -> object:
    """Return the content of the YAML file at `path`; None if there is none that can be read."""
    if path not in sources.paths:
        return None
    try:
        return load_yaml(text_at(sources, path)).value
    except (MalformedError, yaml.YAMLError):
        return None


def read_map(sources: Sources, path: str) -> dict[str, object]:
    """Return the map in the YAML file at `path`; empty where there is none."""
    value = read_yaml(sources, path)
    return {str(key): item for key, item in value.items()} if isinstance(value, dict) else {}


def says_something(sources: Sources, path: str) -> bool:
    """Return whether the text at `path`, in YAML, TOML or JSON, has more than comments and white space."""
    lines = text_at(sources, path).split("\n")
    return any(line.strip(" \t-{}") and not line.lstrip().startswith("#") for line in lines)
