from __future__ import annotations

import pytest

from mkdocs_blog_plugin.posts.titles import own_title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("---\ntitle: Of front matter\n---\n# Heading\n", "Of front matter"),
        ('+++\ntitle = "Of TOML"\n+++\n', "Of TOML"),
        ("---\ntitle: ''\n---\n# A `heading` & more\n", "A heading & more"),
        ("# Heading\n", "Heading"),
        ("Text.\n\n# Late\n", ""),
        ("---\ntitle: [1]\n---\n", ""),
        ("", ""),
    ],
)
def test_a_page_names_itself_in_front_matter_or_by_its_heading(text: str, title: str) -> None:
    assert own_title(text) == title
