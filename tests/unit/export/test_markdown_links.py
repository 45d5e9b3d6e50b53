from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_blog_plugin.export.markdown_links import change_links


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](x.md)", "[a](new/x.md)"),
        ("[a](x.md#part 'Title') ![](x.md)", "[a](new/x.md#part 'Title') ![](new/x.md)"),
        ("[a](<x.md>) [b](other.md)", "[a](<new/x.md>) [b](other.md)"),
        ("[a]: x.md\n [b]: <x.md>", "[a]: new/x.md\n [b]: <new/x.md>"),
        ('<a class="x.md" href="x.md?a=1">', '<a class="x.md" href="new/x.md?a=1">'),
        ("`[a](x.md)` [a](x.md) ``[a](x.md)``", "`[a](x.md)` [a](new/x.md) ``[a](x.md)``"),
        ("```\n[a](x.md)\n```\n", "```\n[a](x.md)\n```\n"),
        ("[a](https://x.md) [b](//x.md) [c](#x.md)", "[a](https://x.md) [b](//x.md) [c](#x.md)"),
        ("[a](%78.md)", "[a](new/x.md)"),
    ],
)
def test_paths_in_links_are_changed_and_nothing_else(text: str, expected: str) -> None:
    assert change_links(text, {"x.md": "new/x.md"}.get) == expected


@given(st.text())
def test_text_without_such_links_stays(text: str) -> None:
    assert change_links(text, lambda _: None) == text
