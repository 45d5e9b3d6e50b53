"""Unit tests of `site.conversion.inline`: fewer patterns are tried, and none is missed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from mkdocs_blog_plugin.site.conversion.inline import SignedInlineProcessor

EXTENSIONS = ["attr_list", "footnotes", "pymdownx.inlinehilite", "pymdownx.tilde"]
PIECES = st.sampled_from(
    [*"ab *_`[]()<>!&;:@/\\\n#~^\"'", "  \n", "![", "](x.md)", "[a]: b\n", "<b>", "<!--", "&amp;"]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_text_is_converted_as_by_python_markdown(text: str) -> None:
    quick = Markdown(extensions=EXTENSIONS)
    quick.treeprocessors.register(SignedInlineProcessor(quick), "inline", 20)
    assert quick.convert(text) == Markdown(extensions=EXTENSIONS).convert(text)
