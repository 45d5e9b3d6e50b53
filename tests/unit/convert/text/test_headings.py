"""Headings of the same text, whose ids links lead to."""

from __future__ import annotations

import pytest
from support.old_blogs import COMMONMARK, KRAMDOWN

from mkdocs_blog_plugin.convert.text.blocks import convert_blocks


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("## A b\n\n## A b\n\n# A b\n", "## A b\n\n## A b {: #a-b-1 }\n\n# A b {: #a-b-2 }\n"),
        ("## Ä\n\nÄ\n--\n", "## Ä\n\n## Ä {: #ä-1 }\n"),
        ("## A\n\n## A {#own}\n\n## A #\n", "## A\n\n## A {#own}\n\n## A # {: #a-1 }\n"),
        ("## A\n\n```\n## A\n```\n", "## A\n\n```\n## A\n```\n"),
        ("## *A*\n\n## *A*\n", "## *A*\n\n## *A*\n"),
        ("## ?\n\n## ?\n", "## ?\n\n## ?\n"),
    ],
)
def test_headings_of_the_same_text_keep_their_ids(before: str, after: str) -> None:
    assert convert_blocks(before, COMMONMARK) == after
    assert convert_blocks(before, KRAMDOWN) == after
