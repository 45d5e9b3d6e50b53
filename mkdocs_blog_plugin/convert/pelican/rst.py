"""reStructuredText to HTML, by docutils where it is installed."""

from __future__ import annotations

import re
from importlib import import_module
from importlib.util import find_spec

from mkdocs_blog_plugin.problems import BlogError

_CODE = re.compile(
    r"^(?P<head>(?P<indent>[ ]*+)\.\.[ ]++(?:code-block|sourcecode|code)::[^\n]*+\n)"
    r"(?P<options>(?:[ ]++:[\w-]++:[^\n]*+\n)++)",
    re.MULTILINE,
)
_KNOWN = re.compile(r"[ ]+:(?:class|name|number-lines):")
_MARKED = re.compile(r"(``|\*\*|\*|`)(?=\S)((?:(?!\1).)+)\1")


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
    tree = core.publish_doctree(_CODE.sub(_without_options, text), settings_overrides=settings)
    said = [
        (node.get("line", 0) or 0, node.astext())
        for node in tree.parse_messages
        if node.get("level", 0) > 1
    ]
    made = core.publish_from_doctree(tree, writer=writer, settings_overrides=settings)
    page = made.decode() if isinstance(made, bytes) else str(made)
    body = page.partition("<body")[2].partition(">")[2].rpartition("</body>")[0]
    return body.replace("<main>", "").replace("</main>", "").strip(), said


def _without_options(found: re.Match[str]) -> str:
    """Return the beginning of a block of code without the options that Pelican alone knows."""
    lines = found["options"].splitlines()
    kept = [line for line in lines if _KNOWN.match(line)]
    padding = [""] * (len(lines) - len(kept))  # later lines keep their numbers
    return found["head"] + "\n".join([*kept, *padding]) + "\n"


def without_marks(text: str) -> str:
    """Return one line of reStructuredText without the marks of emphasis and code."""
    return _MARKED.sub(r"\2", text)
