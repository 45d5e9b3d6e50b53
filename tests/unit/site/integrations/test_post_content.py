from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from mkdocs_blog_plugin.site.integrations.post_content import content_of, without_document


def page(content: str | None, **more: Any) -> Any:
    return SimpleNamespace(content=content, **more)


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (None, ""),
        ("<p>Text</p>", "<p>Text</p>"),
        ("<p>a</p><div class='nt-contribs'><div>b</div></div><!-- c -->", "<p>a</p><!-- c -->"),
        ('<p>a<a id="x" class="big anchor-link" href="#x">¶</a></p>', "<p>a</p>"),
        ("<p class=anchor-links>anchor-link</p>", "<p class=anchor-links>anchor-link</p>"),
    ],
)
def test_widgets_are_not_what_a_post_says(content: str | None, shown: str) -> None:
    assert content_of(page(content)) == shown


def test_an_encrypted_page_says_nothing() -> None:
    assert content_of(page("<p>Text</p>", encryptcontent={})) == ""


@pytest.mark.parametrize(
    ("html", "body"),
    [
        ("<html><head></head><body><p>a</p></body></html>", "<p>a</p>"),
        ("<!DOCTYPE html>\n<html lang='en'>\n<body class=x>\na\n</body>\n</html>\n", "\na\n"),
        ("<p>&lt;html><body></body></p>", "<p>&lt;html><body></body></p>"),
        ("<html><body>a", "<html><body>a"),
        ("", ""),
    ],
)
def test_of_a_whole_document_only_the_body_is_taken(html: str, body: str) -> None:
    assert without_document(html) == body
