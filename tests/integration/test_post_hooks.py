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


HEAD = """
from dataclasses import replace

def teaser(post):
    return post.teaser

def on_blog_posts(posts, *, config):
"""
GIVEN = "return posts that it was given, themselves or changed by dataclasses.replace"


def changed(values: str) -> str:
    return f"return [replace(post, {values}) for post in posts]"


@pytest.mark.parametrize(
    ("body", "line", "words"),
    [
        ("1 / 0", 8, "fails with ZeroDivisionError: division by zero"),
        ("yield 1 / 0", 8, "fails with ZeroDivisionError: division by zero"),
        ("return list(map(teaser, posts))", 5, "fails with AttributeError: 'Post' object has no"),
        (changed("tags=('x',)"), 8, "unexpected keyword argument 'tags'"),
        ("return 5", 7, f"returns 5 ({GIVEN})"),
        ("return ['x']", 7, f"returns 'x' among the posts ({GIVEN})"),
        (changed("src_uri='x.md'"), 7, "returns a post that it was not given, 'x.md'"),
        (changed("title=None"), 7, "sets title = None, for 'blog/posts/a.md' (title: str)"),
        (
            changed("published=post.published.date()"),
            7,
            "'blog/posts/a.md' (published: datetime with a time zone)",
        ),
        (
            changed("labels={'tags': 'x'}"),
            7,
            "sets labels = {'tags': 'x'}, for 'blog/posts/a.md' (labels: Mapping[",
        ),
    ],
)
def test_a_hook_that_fails_stops_the_build_with_its_line(
    build: Build, tmp_path: Path, caplog: pytest.LogCaptureFixture, body: str, line: int, words: str
) -> None:
    (tmp_path / "hook.py").write_text(f"{HEAD}    {body}\n")
    with pytest.raises(Abort):
        build(FILES, CONFIG)
    (message,) = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
    assert message.startswith(f"hook.py:{line}: 'on_blog_posts' ")
    assert words in message


def test_an_error_that_a_hook_raises_for_its_user_is_left_as_it_is(
    build: Build, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    code = "from mkdocs.exceptions import PluginError\n\ndef on_blog_posts(posts, *, config):\n"
    (tmp_path / "hook.py").write_text(f"{code}    raise PluginError('Ask Ada first')\n")
    with pytest.raises(Abort):
        build(FILES, CONFIG)
    assert [r.getMessage() for r in caplog.records if r.levelname == "ERROR"] == ["Ask Ada first"]
