"""Jupyter notebooks as posts: their JSON as a page with front matter.

Format: https://nbformat.readthedocs.io/en/latest/format_description.html
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

SUFFIX: Final = ".ipynb"
"""How the names of notebooks end."""

_FOR_KERNELS: Final = frozenset({"kernelspec", "language_info", "jupytext", "widgets", "colab"})
"""Metadata for the programs that run notebooks."""


def notebook_source(text: str) -> str:
    """Return the front matter and the Markdown cells of the notebook `text`, as one page.

    A first raw cell between `---` lines, as Quarto has it, is the front matter; without one, the
    metadata of the notebook. Any other text becomes an empty page.
    """
    try:
        notebook = json.loads(text)
    except (ValueError, RecursionError):
        return ""
    if not isinstance(notebook, dict):
        return ""
    cells = list(_cells(notebook))
    markdown = "\n\n".join(source for kind, source in cells if kind == "markdown")
    kind, first = cells[0] if cells else ("", "")
    if kind == "raw" and first.startswith("---\n"):
        return f"{first.rstrip()}\n\n{markdown}"
    metadata = notebook.get("metadata")
    given = metadata.items() if isinstance(metadata, dict) else ()
    return f"{json.dumps({k: v for k, v in given if k not in _FOR_KERNELS})}\n\n{markdown}"


def _cells(notebook: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield kind and text of each cell; text may be a list of whole lines."""
    cells = notebook.get("cells")
    for cell in cells if isinstance(cells, list) else ():
        if isinstance(cell, dict):
            source = cell.get("source", "")
            lines = source if isinstance(source, list) else [source]
            yield str(cell.get("cell_type", "")), "".join(map(str, lines))
