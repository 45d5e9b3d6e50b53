"""Unit tests of `convert.blog`."""

from __future__ import annotations

from mkdocs_blog_plugin.convert.blog import FEED_FILES
from mkdocs_blog_plugin.feeds.formats import FORMATS


def test_feeds_that_an_old_blog_lacked_are_where_the_plugin_writes_them() -> None:
    assert list(FEED_FILES.items()) == [(key, found.file_name) for key, found in FORMATS.items()]
