from __future__ import annotations

from typing import TYPE_CHECKING, Any

import html5lib
import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_blog_plugin.export.literal_html import literal_html

if TYPE_CHECKING:
    from collections.abc import Iterator

EXTENSIONS = [
    "abbr", "attr_list", "footnotes", "md_in_html", "tables", "toc",
    "pymdownx.superfences", "pymdownx.magiclink", "pymdownx.tilde", "pymdownx.snippets",
]  # fmt: skip
PIECES = st.sampled_from(
    [
        "<p>", "</p>", "<pre><code>", "</code></pre>", "<br>", '<a href="a\nb" title=\'{{ x }}\'>', "</a>",
        "text", "\n\n", "```", "~~~", "{{ x }}", "{% y %}", '--8<-- "a"', "[a](b.md)", "*a*: b",
        "[^1]: note", "# no heading", "    code", "&amp;", "&lt;b&gt;", "<!-- more -->", "<hr\nclass=x>", "| a | b |",
    ]
)  # fmt: skip


def tree(html: str) -> str:
    """Return `html` as a browser takes it, without comments."""
    document = html5lib.parse(html, treebuilder="dom")
    for comment in [node for node in walk(document) if node.nodeType == node.COMMENT_NODE]:
        comment.parentNode.removeChild(comment)
    document.normalize()
    return str(document.toxml())


def walk(node: Any) -> Iterator[Any]:
    yield node
    for child in list(node.childNodes):
        yield from walk(child)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a\nb</p>", "<p>a&#10;b</p>"),
        ("<pre>```\n{{ x }}</pre>", "<pre>&#96;&#96;&#96;&#10;&#123;&#123; x &#125;&#125;</pre>"),
        ('<a\n href="x\ny">[1]*</a>', '<a  href="x&#10;y">&#91;1&#93;&#42;</a>'),
        ("<script>\na['x'] = `b`\n</script>", "<script>\na['x'] = `b`\n</script>"),
        ("a<!-- more\n -->b<!-- {{ x }} -->c", "a<!-- more  -->bc"),
    ],
)
def test_what_means_something_to_markdown_is_an_entity(html: str, expected: str) -> None:
    assert literal_html(html) == expected


@given(st.lists(PIECES))
def test_a_browser_reads_the_same_and_no_converter_changes_it(pieces: list[str]) -> None:
    html = "<div>" + "".join(pieces) + "</div>"
    line = literal_html(html)
    assert "\n" not in line
    assert tree(line) == tree(html)
    converted = markdown.markdown(f"\n{line}\n", extensions=EXTENSIONS)
    assert tree(converted) == tree(html)
