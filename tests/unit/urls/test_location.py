from __future__ import annotations

import pytest

from mkdocs_blog_plugin.urls.location import Location


@pytest.mark.parametrize(
    ("path", "directory_urls", "dest_uri", "url"),
    [
        ("x/", True, "x/index.html", "x/"),
        ("x/", False, "x/index.html", "x/index.html"),
        ("a/x.html", True, "a/x.html", "a/x.html"),
        ("a/x.html", False, "a/x.html", "a/x.html"),
        ("a/x", True, "a/x/index.html", "a/x/"),
        ("a/x", False, "a/x.html", "a/x.html"),
        ("a/index", True, "a/index.html", "a/"),
        ("a/index.html", True, "a/index.html", "a/"),
        ("café/", True, "café/index.html", "caf%C3%A9/"),
        ("/x/", True, "x/index.html", "x/"),
    ],
)
def test_a_permalink_is_a_folder_a_file_or_a_page(
    path: str,
    directory_urls: bool,  # noqa: FBT001
    dest_uri: str,
    url: str,
) -> None:
    assert Location.of_permalink(path, directory_urls=directory_urls) == Location(dest_uri, url)
