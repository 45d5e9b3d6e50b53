from __future__ import annotations

import pytest
from support.builders import blog_settings

from mkdocs_blog_plugin.posts.document import Document
from mkdocs_blog_plugin.posts.tagged_page import read_tagged_page


@pytest.mark.parametrize(
    ("src_uri", "text", "title", "labels"),
    [
        ("guide/a.md", "---\ntags: [x, y]\ntitle: Own\n---\n# A\n", "Own", ("x", "y")),
        ("guide/a.md", "---\ntag: x\n---\n# A *b*\n", "A b", ("x",)),
        ("guide/first-steps.md", "---\ntags: x\n---\nText.\n", "First steps", ("x",)),
        ("guide/index.md", "---\ntags: x\n---\nText.\n", "Guide", ("x",)),
        ("index.md", "---\ntags: x\n---\nText.\n", "Index", ("x",)),
        ("a.md", '+++\ntags = ["x"]\n+++\n', "A", ("x",)),
    ],
)
def test_a_page_with_tags_has_a_title(
    src_uri: str, text: str, title: str, labels: tuple[str, ...]
) -> None:
    page = read_tagged_page(Document(src_uri, text), "guide/a/", blog_settings().taxonomy("tags"))
    assert page is not None
    assert (page.title, page.labels, page.url) == (title, {"tags": labels}, "guide/a/")


@pytest.mark.parametrize("text", ["# A\n", "---\ntags: []\n---\n", "---\ntags: ''\n---\n", ""])
def test_a_page_without_tags_is_not_a_tagged_page(text: str) -> None:
    assert read_tagged_page(Document("a.md", text), "a/", blog_settings().taxonomy("tags")) is None


def test_tags_come_from_the_folder_too() -> None:
    document = Document("a/b.md", "---\ntags: [y]\n---\n", defaults=[{"tags": ["x"]}])
    page = read_tagged_page(document, "a/b/", blog_settings().taxonomy("tags"))
    assert page is not None
    assert page.labels == {"tags": ("x", "y")}
