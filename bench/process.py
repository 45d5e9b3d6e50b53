"""One measured build in a process of its own: `python -m bench.process MODE CONFIG_FILE`.

Prints a JSON object: `seconds` of CPU time (user and system), `megabytes` of memory at the peak,
`pages` of HTML written, and `conversions` of Markdown.
"""

from __future__ import annotations

import json
import logging
import resource
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import markdown
from mkdocs import utils
from mkdocs.commands.build import build
from mkdocs.config import load_config

if TYPE_CHECKING:
    from collections.abc import Mapping

MODES: Final[Mapping[str, tuple[bool, bool]]] = {
    "build": (False, False),
    "dirty": (True, False),
    "rebuild": (False, True),
    "dirty-rebuild": (True, True),
}
"""Whether MkDocs builds with `--dirty`; whether the second build of `mkdocs serve` is measured."""


def measure(mode: str, config_file: str) -> dict[str, float]:
    """Build the site and return what that costs.

    A rebuild is done as `mkdocs serve` does it: the configuration is read again, plugins stay.
    """
    dirty, is_rebuild = MODES[mode]
    config = load_config(config_file)
    config.plugins.on_startup(command="serve" if is_rebuild else "build", dirty=dirty)
    before = 0.0
    if is_rebuild:
        build(config, dirty=dirty)
        edit_post(Path(config_file).parent)
        before = _seconds()
        config = load_config(config_file)
    counts = _count()
    build(config, dirty=dirty)
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": _seconds() - before, "megabytes": megabytes, **counts}


def edit_post(folder: Path) -> None:
    """Add a sentence to one post of the site in `folder`."""
    posts = sorted((folder / "docs/blog/posts").iterdir())
    with posts[len(posts) // 2].open("a") as post:
        post.write("\nAnd another thing.\n")


def _seconds() -> float:
    """Return the CPU time of this process."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def _count() -> dict[str, float]:
    """Return numbers that go up from now on with each page and each conversion."""
    counts = {"pages": 0.0, "conversions": 0.0}
    convert, write_file = markdown.Markdown.convert, utils.write_file

    def counted_convert(self: markdown.Markdown, source: str) -> str:
        counts["conversions"] += 1
        return convert(self, source)

    def counted_write(content: bytes, output_path: str) -> None:
        counts["pages"] += output_path.endswith(".html")
        write_file(content, output_path)

    markdown.Markdown.convert = counted_convert  # type: ignore[method-assign]
    utils.write_file = counted_write
    return counts


if __name__ == "__main__":
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    print(json.dumps(measure(*sys.argv[1:])))
