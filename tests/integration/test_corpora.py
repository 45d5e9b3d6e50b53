"""Real blogs, written for other tools: read as those tools read them.

The posts are no part of this repository. Where their folder is missing, `conftest.py` leaves this
module out.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

import pytest
from sites import SITE_URL

if TYPE_CHECKING:
    from sites import Build, Site

CORPUS = Path(__file__).parents[3] / "shared/corpus"


def sources(folder: str, prefix: str = "") -> dict[str, bytes]:
    """Return the files below `folder` of the corpora by path."""
    root = CORPUS / folder
    return {
        prefix + path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def reference(folder: str) -> Any:
    """Return what the other tool makes of `folder`."""
    return json.loads((CORPUS / folder / "reference.json").read_text(encoding="utf-8"))


def listed(site: Site) -> list[tuple[str, datetime]]:
    """Return title and instant of every post in the order of the index."""
    entries = site.feed("blog")
    return [(e["name"][0], datetime.fromisoformat(e["published"][0])) for e in entries]


ALL = "plugins: [search, {blog-plugin: {pagination: false}}]"


def test_the_seed_becomes_what_was_asked_for(everywhere: Build) -> None:
    docs = {"index.md": b"# Home\n", "a.md": b"# A\n", "b.md": b"# B\n"}
    site = everywhere({**docs, **sources("seed", "blog/posts/")})
    page = "blog/2017/11/03/spark-summit-eu-2017"
    assert 'datetime="2017-11-03T10:31:52+09:00"' in site.read(page)
    entry = site.entry(page)
    assert entry["name"] == ["Spark Summit EU 2017"]
    assert [author["properties"]["name"] for author in entry["author"]] == [["lewuathe"]]
    for view in ("blog", "blog/tag/spark", "blog/tag/conference", "blog/archive/2017"):
        assert site.titles(view) == ["Spark Summit EU 2017"]
    (warning,) = site.warnings
    assert "spark_summit.jpg" in warning
    assert "og:image" not in site.read(page)


def test_posts_of_jekyll_are_read_as_jekyll_reads_them(build: Build) -> None:
    site = build(sources("jekyll/_posts", "_posts/"), ALL)
    expected = [
        (p["title"], datetime.fromisoformat(p["date"])) for p in reference("jekyll")["posts"]
    ]
    assert listed(site) == expected


def test_posts_of_hugo_are_read_as_hugo_reads_them(build: Build) -> None:
    config = "plugins: [search, {blog-plugin: {pagination: false, post_dir: blog}}]"
    site = build(sources("hugo/blog", "blog/"), config)
    expected = {
        (" ".join(post["title"].split()), datetime.fromisoformat(post["date"]))
        for post in reference("hugo")["posts"]
        if post.get("published", True)
    }
    assert set(listed(site)) == expected
    instants = [instant for _, instant in listed(site)]
    assert instants == sorted(instants, reverse=True)


def test_a_blog_of_material_keeps_its_addresses_titles_and_order(build: Build) -> None:
    expected = reference("material")
    site = build(sources("material/docs"), directory_urls=expected["use_directory_urls"])
    (instance,) = expected["instances"]
    for post in instance["posts"]:
        entry = site.entry(post["url"])
        assert entry["name"] == [post["title"]]
        assert entry["url"] == [urljoin(SITE_URL, post["url"])]
        published = datetime.fromisoformat(entry["published"][0])
        assert published.astimezone(UTC) == datetime.fromisoformat(post["date"]).astimezone(UTC)
    titles = [post["title"] for post in instance["posts"]]
    for view in instance["views"]:
        shown = [title for page in view["pages"] for title in site.titles(page)]
        assert shown == [titles[number] for number in view.get("posts", range(len(titles)))]


@pytest.mark.parametrize("folder", ["jekyll/_posts", "hugo/blog", "material/docs/blog/posts"])
def test_every_theme_shows_every_corpus(on_each_theme: Build, folder: str) -> None:
    site = on_each_theme(sources(folder, "blog/posts/"))
    assert site.feed("blog")
