"""What every build promises: one conversion per page, the same bytes, and no traces."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import markdown
import pytest
from support.sites import SITE_URL, build_site

if TYPE_CHECKING:
    from pathlib import Path

    from support.sites import Build, Site

POSTS = {
    f"blog/posts/{n}.md": (
        f"---\ndate: 2024-0{n % 9 + 1}-01\ntags: [a, t{n % 3}]\ncategories: [c]\nauthor: x\n---\n"
        f"# Post {n}\n\nText with [a link](../../index.md).\n\n<!-- more -->\n\nMore.\n"
    )
    for n in range(12)
}
FILES = {"index.md": "# Home\n", **POSTS}


def contents(site: Site) -> dict[str, bytes]:
    """Return the bytes by path of everything that was written, but for compressed files."""
    return site.contents(path for path in site.paths if path[-3:] != ".gz")


def test_each_post_is_converted_once(on_each_theme: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    texts: list[str] = []
    convert = markdown.Markdown.convert

    def counting(self: markdown.Markdown, source: str) -> str:
        texts.append(source)
        return convert(self, source)

    monkeypatch.setattr(markdown.Markdown, "convert", counting)
    site = on_each_theme(FILES)
    converted = [text for text in texts if "Text with" in text]
    assert len(converted) == len(POSTS)
    assert len(texts) <= len([page for page in site.pages if page != "search.html"])


def test_two_builds_of_the_same_sources_are_equal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = build_site(tmp_path / "one", FILES)
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    second = build_site(tmp_path / "two", dict(reversed(FILES.items())))
    assert contents(first) == contents(second)


def test_nothing_is_written_into_the_docs_folder(build: Build, tmp_path: Path) -> None:
    build(FILES)
    found = {
        path.relative_to(tmp_path / "docs").as_posix()
        for path in (tmp_path / "docs").rglob("*")
        if path.is_file()
    }
    assert found == set(FILES)


@pytest.mark.parametrize("site_url", ["", "https://example.org/sub/path/"])
def test_links_hold_without_a_site_url_and_below_a_path(everywhere: Build, site_url: str) -> None:
    site = everywhere(FILES, f"site_url: '{site_url}'", strict=True)
    assert site.broken_links() == []
    assert len(site.titles("blog")) == 10


def test_a_post_is_in_the_sitemap_once(build: Build) -> None:
    sitemap = build(FILES).read("sitemap.xml")
    assert sitemap.count(f"<loc>{SITE_URL}blog/2024/01/01/post-0/</loc>") == 1
    assert "/page/2/" not in sitemap


def test_a_dirty_build_keeps_every_list_complete(tmp_path: Path) -> None:
    whole = build_site(tmp_path, FILES)
    future = whole.folder.stat().st_mtime + 60
    changed = "blog/posts/1.md"
    for page in whole.paths:
        os.utime(whole.folder / page, (future, future))
    docs = tmp_path / "docs" / changed
    docs.write_text(POSTS[changed].replace("Post 1", "Post one"), encoding="utf-8")
    os.utime(docs, (future + 60, future + 60))
    again = build_site(tmp_path, {}, dirty=True)
    titles = [title for page in ("blog", "blog/page/2") for title in again.titles(page)]
    assert len(titles) == len(POSTS)
    assert "Post one" in titles
    assert all(entry["summary"][0] for entry in again.feed("blog"))


def test_a_switched_off_plugin_leaves_plain_pages(build: Build) -> None:
    site = build(FILES, "plugins: [search, {blog-plugin: {enabled: false}}]")
    assert site.exists("blog/posts/1/index.html")
    assert not site.exists("blog/index.html")


def test_plugins_may_be_written_as_a_mapping(build: Build) -> None:
    site = build(FILES, "plugins: {search: {}, blog-plugin: {pagination_per_page: 5}}")
    assert len(site.titles("blog")) == 5


@pytest.mark.parametrize(
    ("language", "day"),
    [("de", "31. Januar 2024"), ("pt_BR", "31 de janeiro de 2024"), ("ja", "2024年1月31日")],
)
def test_dates_follow_the_language_of_the_theme(build: Build, language: str, day: str) -> None:
    files = {"blog/posts/a.md": "---\ndate: 2024-01-31\n---\n# A\n"}
    site = build(files, f"theme: {{name: mkdocs, locale: {language}}}")
    assert day in site.html("blog/2024/01/31/a").get_text()


def test_two_blogs_live_side_by_side(build: Build) -> None:
    config = """
plugins:
  - search
  - blog-plugin
  - blog-plugin: {blog_dir: news}
"""
    post = "---\ndate: 2024-01-31\ntags: Spark\n---\n# {}\n"
    files = {"blog/posts/a.md": post.format("One"), "news/posts/a.md": post.format("Two")}
    site = build(files, config)
    assert site.titles("blog") == ["One"]
    assert site.titles("news") == ["Two"]
    assert site.titles("news/tag/spark") == ["Two"]


def test_plain_pages_are_left_exactly_as_they_were(build: Build, tmp_path: Path) -> None:
    files = {"index.md": "# Home\n\n[a](a.md)\n", "a.md": "---\ntags: [x]\n---\n# A\n\n## B\n"}
    off = "plugins: [search, {blog-plugin: {enabled: false}}]"
    on = "plugins: [search, {blog-plugin: {nav: none, stylesheet: false}}]\nnav: [index.md, a.md]"
    plain = build_site(tmp_path / "plain", files, off + "\nnav: [index.md, a.md]")
    site = build_site(tmp_path / "blog", files, on)
    assert {page: site.read(page) for page in plain.pages} == {
        page: plain.read(page) for page in plain.pages
    }
    assert build is not None
