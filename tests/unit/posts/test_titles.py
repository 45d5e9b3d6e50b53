from __future__ import annotations

import pytest

from mkdocs_blog_plugin.posts.document import Document
from mkdocs_blog_plugin.posts.titles import document_title


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
    assert document_title(Document("a.md", text)) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("---\ntitle: Of {{ x }}\n---\n", "Of 2"),
        ("# `Of` {{ x }}\n", "Of 2"),
        ("# Plain\n", "Plain"),
        ("Text {{ x }}\n", ""),
    ],
)
def test_macros_in_a_title_run(text: str, title: str) -> None:
    def expand(text: str, _: object) -> str | None:
        return text.replace("{{ x }}", "2") if "{{" in text else None

    assert document_title(Document("a.md", text), expand) == title
