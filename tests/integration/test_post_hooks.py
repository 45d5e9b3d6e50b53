"""Hooks and plugins change what a blog publishes, by the event `on_blog_posts`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from mkdocs.exceptions import Abort

if TYPE_CHECKING:
    from pathlib import Path

    from support.sites import Build

FILES = {
    "index.md": "# Home\n",
    "blog/posts/a.md": "---\ndate: 2024-01-31\n---\n# Kept\n",
    "blog/posts/b.md": "---\ndate: 2024-01-30\ntags: [secret]\n---\n# Gone\n",
}
CONFIG = "plugins: [blog-plugin]\nhooks: [hook.py]"
HOOK = """
from dataclasses import replace

def on_blog_posts(posts, *, config):
    return [replace(p, title=p.title + "!") for p in posts if "secret" not in p.labels["tags"]]
"""


def test_a_hook_changes_posts_and_takes_some_away(build: Build, tmp_path: Path) -> None:
    (tmp_path / "hook.py").write_text(HOOK)
    site = build(FILES, CONFIG)
    assert site.titles("blog") == ["Kept!"]
    assert [page for page in site.pages if "gone" in page or "/b/" in page] == []
    assert not site.exists("blog/tag/secret/index.html")


def test_a_hook_that_returns_something_else_stops_the_build(
    build: Build, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "hook.py").write_text("def on_blog_posts(posts, *, config):\n    return ['x']\n")
    with pytest.raises(Abort):
        build(FILES, CONFIG)
    assert "'x' is not one of the posts that were given" in caplog.text
