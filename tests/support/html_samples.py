"""HTML to test on: real, as Python-Markdown renders it, and made up by Hypothesis."""

from __future__ import annotations

from html import escape
from html.parser import HTMLParser
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import html5lib
import markdown
from hypothesis import strategies as st

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

EXTENSIONS = (
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "tables",
    "toc",
    "pymdownx.details",
    "pymdownx.highlight",
    "pymdownx.snippets",
    "pymdownx.superfences",
    "pymdownx.tabbed",
    "pymdownx.tasklist",
)
EXTENSION_CONFIGS: dict[str, dict[str, Any]] = {
    "toc": {"permalink": True},
    "pymdownx.highlight": {"anchor_linenums": True, "line_spans": "__span"},
    "pymdownx.tabbed": {"alternate_style": True},
    "pymdownx.tasklist": {"custom_checkbox": True},
}
VOID = frozenset({"br", "hr", "img", "input", "wbr"})


def convert(text: str) -> str:
    """Return what MkDocs would show for the Markdown `text`, indented as its test is."""
    return markdown.markdown(
        dedent(text), extensions=[*EXTENSIONS], extension_configs=EXTENSION_CONFIGS
    )


def parse(html: str) -> Element:
    """Return the document that a browser makes of `html`."""
    document: Element = html5lib.parse(html, namespaceHTMLElements=False)
    return document


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []
        self.is_balanced = True

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        if tag not in VOID:
            self.opened.append(tag)

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        if not self.opened or self.opened.pop() != tag:
            self.is_balanced = False


def is_balanced(html: str) -> bool:
    """Return whether each end tag of `html` closes the element that was opened last."""
    tags = _Tags()
    tags.feed(html)
    tags.close()
    return tags.is_balanced and not tags.opened


words = st.text(alphabet="abcdefgh ÄßЖ.,;-_'\"&<>1", min_size=1, max_size=12)
texts = words.map(lambda text: escape(text, quote=False))
comments = st.sampled_from(["<!-- a > b -->", "<!-- <p> -->", "<!---->", "<!-- - -->"])


def elements(
    names: list[str], content: st.SearchStrategy[str], attributes: st.SearchStrategy[str]
) -> st.SearchStrategy[str]:
    """Return elements of one of `names`, written with their end tags."""
    return st.builds(
        lambda name, attribute, inside: f"<{name}{attribute}>{inside}</{name}>",
        st.sampled_from(names),
        attributes,
        content,
    )


plain_attributes = st.sampled_from(
    ["", ' class="a"', " title='a > b'", ' title="<b>"', " hidden", " data-x=1"]
)


def _joined(parts: st.SearchStrategy[str], *, max_size: int = 4) -> st.SearchStrategy[str]:
    return st.lists(parts, max_size=max_size).map("".join)


lines = st.recursive(
    st.one_of(texts, st.sampled_from(["<br>", "<br />", '<img src="a.png" alt="x">', "&amp;"])),
    lambda inner: elements(["em", "a", "code", "strong", "sup"], _joined(inner), plain_attributes),
    max_leaves=5,
)
blocks = st.recursive(
    elements(["p", "p", "p", "h2", "h3", "pre"], _joined(lines), plain_attributes),
    lambda inner: elements(
        ["div", "blockquote", "details", "section"], _joined(inner), plain_attributes
    ),
    max_leaves=6,
)
bodies = st.lists(st.one_of(blocks, blocks, comments), max_size=8).map("\n".join)
"""Bodies of posts: well-formed, with headings, pictures, code and nested blocks."""
