"""reStructuredText to HTML, by docutils where it is installed."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

from mkdocs_blog_plugin.problems import BlogError


class RstError(BlogError):
    """reStructuredText cannot be converted."""


def convert_rst(text: str) -> tuple[str, list[tuple[int, str]]]:
    """Return the HTML of `text`, and what docutils reports, each with its 1-based line.

    No file is included, whatever the text asks for.

    Raises:
        RstError: docutils is not installed.
    """
    if find_spec("docutils") is None:
        raise RstError("reStructuredText needs docutils: pip install docutils")
    core = import_module("docutils.core")
    writer = import_module("docutils.writers.html5_polyglot").Writer()

    settings = {
        "file_insertion_enabled": False,
        "raw_enabled": True,
        "report_level": 5,
        "halt_level": 5,
        "initial_header_level": 2,
        "doctitle_xform": False,
        "syntax_highlight": "none",
        "_disable_config": True,
        "embed_stylesheet": False,
        "smart_quotes": False,
        "math_output": "mathjax",
    }
    tree = core.publish_doctree(text, settings_overrides=settings)
    said = [(node.get("line", 0) or 0, node.astext()) for node in tree.parse_messages]
    made = core.publish_from_doctree(tree, writer=writer, settings_overrides=settings)
    page = made.decode() if isinstance(made, bytes) else str(made)
    body = page.partition("<body")[2].partition(">")[2].rpartition("</body>")[0]
    return body.replace("<main>", "").replace("</main>", "").strip(), said
