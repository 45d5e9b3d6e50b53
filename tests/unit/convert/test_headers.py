"""Unit tests of `convert.headers`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs_blog_plugin.convert.blog import OldBlog, OldPost, OldSite
from mkdocs_blog_plugin.convert.headers import write_headers
from mkdocs_blog_plugin.convert.report import Notes
from mkdocs_blog_plugin.posts.front_matter import parse_front_matter

if TYPE_CHECKING:
    from collections.abc import Mapping


def test_values_that_cannot_be_read_stay_as_parameters_in_their_order() -> None:
    wrong = {
        "weight": "heavy", "lang": "!", "pin": "perhaps", "expires": "never", "hreflang": "de",
        "links": "none", "enclosure": "talk", "canonical_url": "here", "external_url": "there",
    }  # fmt: skip
    post = OldPost(
        source="a.md", name="a.md", body="", meta={"title": "A", "date": "2024-01-02"} | wrong
    )
    notes = Notes()
    headers = write_headers(OldBlog(system="x", site=OldSite(), posts=(post,)), notes)
    data: Mapping[str, Any] = parse_front_matter(headers["a.md"].text).data
    assert list(data) == ["title", "date", "params"]
    assert list(data["params"].items()) == list(wrong.items())
    assert len(notes.found) == len(wrong)
