"""Posts that are HTML: cut into blocks, with everything in them."""

from __future__ import annotations

import pytest

from mkdocs_blog_plugin.convert.html_posts import convert_html_post


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a<p>b</p>", "<p>a\n\n<p>b</p>\n"),
        ("<div>\n\n  <p>a</p>\n</div> b", "<div>\n<p>a</p>\n</div>\n\n<p>b</p>\n"),
        ("<center>a</center>", "<div>\n<center>a</center>\n</div>\n"),
        ("a<hr/>b", "<p>a</p>\n\n<hr/>\n\n<p>b</p>\n"),
        ("<P>a</P>", "<P>a</P>\n"),
        ("<script>x = '<p>'</script>", "<script>x = '<p>'</script>\n"),
        ("<p title='>'>a</p> b", "<p title='>'>a</p>\n\n<p>b</p>\n"),
        ("a <!--more--> b", "<p>a</p>\n\n<!--more-->\n\n<p>b</p>\n"),
        ("a <!-- b", "<p>a</p>\n\n<!-- b-->\n"),
        ("a <b", "<p>a <b</p>\n"),
    ],
)
def test_html_becomes_blocks_that_markdown_keeps(html: str, expected: str) -> None:
    assert convert_html_post(html) == expected
