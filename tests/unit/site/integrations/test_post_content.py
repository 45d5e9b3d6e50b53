from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from mkdocs_blog_plugin.site.integrations.post_content import content_of


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
