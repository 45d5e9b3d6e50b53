"""What machines ask about a cover."""

from __future__ import annotations

import pytest

from mkdocs_blog_plugin.posts.media import Picture


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://acme.org/a.png", "image/png"),
        ("https://acme.org/a.JPEG?v=1.gif#b.svg", "image/jpeg"),
        ("https://acme.org/a.svg", "image/svg+xml"),
        ("https://acme.org/a.exe", ""),
        ("https://acme.org/png", ""),
        ("https://[acme", ""),
    ],
)
def test_the_media_type_follows_from_the_name_of_the_file(url: str, expected: str) -> None:
    assert Picture(url=url).media_type == expected
