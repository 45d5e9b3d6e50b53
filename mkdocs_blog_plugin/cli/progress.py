"""A progress bar for work that takes a while."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from click.termui import progressbar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BAR_FROM = 100
"""Number of items from which a progress bar is shown."""


def progress_bar(items: Iterable[Any], label: str) -> Iterator[Any]:
    """Yield `items` with a progress bar on standard error if there are many of them."""
    found = list(items)
    if len(found) < _BAR_FROM:
        yield from found
        return
    with progressbar(length=len(found), label=label, file=sys.stderr) as bar:
        for item in found:
            yield item
            bar.update(1)
