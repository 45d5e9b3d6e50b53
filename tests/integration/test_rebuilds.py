"""What a dirty build writes again, what it leaves alone, and what it knows after a failure."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest
from mkdocs import utils
from mkdocs.config.config_options import Hooks
from mkdocs.exceptions import Abort
from support.sites import PIXEL, build_site, write_files

from mkdocs_blog_plugin.posts.reader import read_document
from mkdocs_blog_plugin.site.reading import read_blog as reading

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from support.sites import Build, Site

    from mkdocs_blog_plugin.posts.document import Document
    from mkdocs_blog_plugin.posts.post import Post
    from mkdocs_blog_plugin.posts.reader import Verdict

Files = dict[str, str]

POST = "---\ndate: 2024-01-0{n}\ntags: [{tag}]\nauthor: jane\n---\n# Post {n}\n\nText {n}.\n\n<!-- more -->\n\nRest.\n"
SMALL = {
    "index.md": "# Home\n",
    "guide.md": "# Guide\n\n<!-- blog:posts limit=1 -->\n",
    "blog/.authors.yml": "jane:\n  name: Jane\n",
    **{f"blog/posts/{n}.md": POST.format(n=n, tag=f"t{n}") for n in range(1, 8)},
}
SMALL_CONFIG = """
plugins:
  - blog-plugin: {pagination_per_page: 2, related: 0, archive: false, authors_profiles: false}
"""


@pytest.fixture
def rewritten(tmp_path: Path) -> Callable[..., set[str]]:
    """Return what a dirty build, after a whole one and edits, writes anew."""

    def build(edits: Mapping[str, str], *, theme: str = "mkdocs") -> set[str]:
        site = build_site(tmp_path, SMALL, SMALL_CONFIG, theme=theme)
        for path in site.paths:
            os.utime(site.folder / path, (2_000_000_000, 2_000_000_000))
        write_files(tmp_path / "docs", edits)
        again = build_site(tmp_path, {}, SMALL_CONFIG, theme=theme, dirty=True)
        pages = {path for path in again.pages if path.startswith(("blog", "guide", "index"))}
        feeds = {path for path in again.paths if path.endswith(("rss.xml", "atom.xml"))}
        return {
            path.removesuffix("/index.html")
            for path in pages | feeds
            if (again.folder / path).stat().st_mtime != 2_000_000_000
        }

    return build


def test_without_edits_nothing_is_written(rewritten: Callable[..., set[str]]) -> None:
    assert rewritten({}) == set()


def test_an_edit_below_the_excerpt_reaches_only_the_page_and_whole_feeds(
    rewritten: Callable[..., set[str]],
) -> None:
    edited = {"blog/posts/4.md": POST.format(n=4, tag="t4") + "And more.\n"}
    assert rewritten(edited) == {"blog/2024/01/04/post-4", "blog/rss.xml", "blog/atom.xml"}


def test_an_edited_excerpt_reaches_the_lists_that_show_it(
    rewritten: Callable[..., set[str]],
) -> None:
    edited = {"blog/posts/3.md": POST.format(n=3, tag="t3").replace("Text", "Words")}
    assert rewritten(edited) == {
        *("blog/2024/01/03/post-3", "blog/page/3", "blog/tag/t3"),
        *("blog/rss.xml", "blog/atom.xml", "guide"),
    }


def test_an_edited_title_reaches_the_neighbours_and_no_other_post(
    rewritten: Callable[..., set[str]],
) -> None:
    edited = {"blog/posts/3.md": POST.format(n=3, tag="t3").replace("# Post 3", "# Third")}
    found = rewritten(edited)
    assert {path for path in found if path.startswith("blog/2024")} == {
        *("blog/2024/01/02/post-2", "blog/2024/01/03/third", "blog/2024/01/04/post-4"),
    }
    assert "guide" in found


def test_an_edited_text_reaches_the_pages_of_the_posts_that_it_relates_to(build: Build) -> None:
    def zoo(n: int) -> str:
        return POST.format(n=n, tag=f"t{n}").replace("Text", "Zebras meet giraffes")

    def related(site: Site) -> list[str]:
        links = site.html("blog/2024/01/01/post-1").select(".blog-related h2 ~ * a")
        return [link.get_text() for link in links]

    config = SMALL_CONFIG.replace("related: 0", "cache: true")
    assert related(build(SMALL | {"blog/posts/1.md": zoo(1)}, config)) == []
    assert related(build({"blog/posts/6.md": zoo(6)}, config, dirty=True)) == ["Post 6"]
    only_terms = config.replace("cache: true", "related_by: [terms]")
    assert related(build({}, only_terms)) == []


def test_authors_reach_every_page(rewritten: Callable[..., set[str]]) -> None:
    found = rewritten({"blog/.authors.yml": "jane:\n  name: Jane Doe\n"})
    assert len([path for path in found if path.startswith("blog/2024")]) == 7


def test_other_options_reach_every_page(build: Build) -> None:
    build(SMALL, SMALL_CONFIG)
    config = SMALL_CONFIG.replace("related: 0", "post_date_format: short")
    again = build({}, config, dirty=True)
    assert "1/3/24" in again.html("blog/2024/01/03/post-3").get_text()
    assert "1/3/24" in again.html("blog/page/3").get_text()


def test_an_edited_template_reaches_every_page(build: Build, tmp_path: Path) -> None:
    config = SMALL_CONFIG + "theme: {name: mkdocs, custom_dir: overrides}"
    write_files(tmp_path, {"overrides/blog/author.html": "{{ term.label }}"})
    build(SMALL, config)
    write_files(tmp_path, {"overrides/blog/author.html": "by {{ term.label }}"})
    again = build({}, config, dirty=True)
    assert "by Jane" in again.html("blog/2024/01/03/post-3").get_text()


def test_an_edited_hook_reaches_every_page(build: Build, tmp_path: Path) -> None:
    hook = "def on_post_page(output, **_):\n    return output + '<!-- {} -->'\n"
    config = SMALL_CONFIG + "hooks: [hook.py]\n"
    for text in ("One hook.", "Another hook."):
        write_files(tmp_path, {"hook.py": hook.format(text)})
        Hooks._load_hook.cache_clear()  # MkDocs reads the file of a hook once per process
        site = build(SMALL, config, dirty=text == "Another hook.")
    for page in ("blog/2024/01/03/post-3", "blog", "blog/tag"):
        assert "Another hook." in site.read(page)


def test_what_a_nav_shows_beside_titles_stays_on_all_pages_and_reaches_them(build: Build) -> None:
    page = "---\nicon: material/{}\nstatus: new\n---\n# Guide\n"
    config = SMALL_CONFIG + "theme: material\n"
    edits = {"blog/posts/3.md": SMALL["blog/posts/3.md"] + "More.\n"}
    build({**SMALL, "guide.md": page.format("star")}, config)
    for edit in (edits, {"guide.md": page.format("heart")}):
        dirty = build(edit, config, dirty=True)
        found = {path: dirty.read(path) for path in dirty.pages if path.startswith("blog/")}
        whole = build({}, config)
        assert found == {path: whole.read(path) for path in found}


@pytest.mark.parametrize("title", ["Start", "Start <3"])
def test_a_page_has_its_own_title_again_when_the_nav_no_longer_gives_it_one(
    title: str, build: Build
) -> None:
    navs = ("", f"nav: [{{{title}: index.md}}, guide.md, blog/index.md]", "nav: [index.md]", "")
    build(SMALL, SMALL_CONFIG + navs[1])
    for nav in navs:
        config = SMALL_CONFIG + nav
        dirty = build({}, config, dirty=True)
        found = {path: dirty.read(path) for path in dirty.pages if path.startswith("blog/")}
        whole = build({}, config)
        assert found == {path: whole.read(path) for path in found}


def test_an_ordinary_page_that_is_no_more_is_removed(build: Build, tmp_path: Path) -> None:
    undated = {"blog/posts/9.md": "# Post 9\n\nText.\n"}
    first = build({**SMALL, **undated, "old.md": "# Old\n"}, SMALL_CONFIG)
    assert {"blog/posts/9/index.html", "old/index.html"} <= set(first.paths)
    (tmp_path / "docs/old.md").unlink()
    again = build({"blog/posts/9.md": POST.format(n=9, tag="t9")}, SMALL_CONFIG, dirty=True)
    assert again.paths == build({}, SMALL_CONFIG).paths


def test_a_page_loses_its_link_to_a_post_when_the_nav_changes_as_well(
    build: Build, tmp_path: Path
) -> None:
    build({**SMALL, "index.md": "# Home\n\n[Nine](blog/posts/7.md)\n"}, SMALL_CONFIG)
    (tmp_path / "docs/blog/posts/7.md").unlink()
    nav = SMALL_CONFIG + "nav: [index.md, guide.md]\n"
    assert 'href="blog/posts/7.md"' in build({}, nav, dirty=True).read("index.html")


def test_a_new_part_of_a_series_reaches_the_lists_that_count_its_parts(build: Build) -> None:
    files = SMALL | {
        f"blog/posts/{n}.md": f"---\ndate: 2024-01-0{n}\nseries: Engines\n---\n# Post {n}\n"
        for n in (1, 2)
    }
    build(files, SMALL_CONFIG)
    edit = {"blog/posts/7.md": "---\ndate: 2024-01-07\nseries: Engines\n---\n# Post 7\n"}
    site = build(edit, SMALL_CONFIG, dirty=True)
    assert "Part 1 of 3" in site.read("blog/page/4/index.html")


def test_a_new_picture_reaches_the_page_whose_cover_it_is(build: Build, tmp_path: Path) -> None:
    covered = POST.format(n=3, tag="t3").replace("---\n#", "image: a.png\n---\n#")
    build(SMALL | {"blog/posts/3.md": covered, "blog/posts/a.png": PIXEL}, SMALL_CONFIG)
    wide = PIXEL.replace(bytes([0, 0, 0, 1, 0, 0, 0, 1]), bytes([0, 0, 0, 9, 0, 0, 0, 1]))
    write_files(tmp_path / "docs", {"blog/posts/a.png": wide})
    os.utime(tmp_path / "docs/blog/posts/a.png", (1, 1))
    page = build({}, SMALL_CONFIG, dirty=True).read("blog/2024/01/03/post-3")
    assert '<meta property="og:image:width" content="9">' in page


def test_two_blogs_know_their_own_changes(build: Build) -> None:
    config = "plugins: [blog-plugin, {blog-plugin: {blog_dir: news}}]"
    posts = {
        name.replace("blog/", "news/"): text for name, text in SMALL.items() if "posts" in name
    }
    build(SMALL | posts, config)
    new = POST.format(n=8, tag="new")
    again = build({"blog/posts/8.md": new}, config, dirty=True)
    assert again.titles("blog")[0] == "Post 8"
    assert again.titles("news")[0] == "Post 7"
    again = build({"news/posts/8.md": new}, config, dirty=True)
    assert again.titles("news")[0] == "Post 8"
    assert "Post 8" in again.read("news/rss.xml")


def test_a_page_with_lists_of_two_blogs_follows_each_of_them(build: Build) -> None:
    config = "plugins: [blog-plugin, {blog-plugin: {blog_dir: news}}]"
    post = "---\ndate: 2024-01-31\n---\n# {}\n\nText.\n"
    files = {
        "index.md": '# Home\n\n<!-- blog:posts -->\n\n<!-- blog:posts blog="news" -->\n',
        "blog/posts/a.md": post.format("Old"),
        "news/posts/b.md": post.format("Old news"),
    }
    build(files, config)
    for path, title in (("news/posts/b.md", "New news"), ("blog/posts/a.md", "New")):
        site = build({path: post.format(title)}, config, dirty=True)
        assert title in site.html("index").get_text()
    assert {"New", "New news"} <= set(site.html("index").stripped_strings)


def test_after_a_build_without_the_plugin_a_dirty_build_writes_all(build: Build) -> None:
    files = SMALL | {"blog/index.md": "# News\n"}
    build(files, SMALL_CONFIG)
    build(files, "plugins: [{blog-plugin: {enabled: false}}]")
    again = build({}, SMALL_CONFIG, dirty=True)
    assert again.titles("blog") == ["Post 7", "Post 6"]


def test_a_post_that_becomes_a_draft_leaves_the_site(build: Build) -> None:
    site = build(SMALL, SMALL_CONFIG)
    page = "blog/2024/01/03/post-3/index.html"
    assert site.exists(page)
    draft = POST.format(n=3, tag="t3").replace("---\n#", "draft: true\n---\n#")
    again = build({"blog/posts/3.md": draft}, SMALL_CONFIG, dirty=True)
    assert not again.exists(page)
    assert not again.exists("blog/tag/t3/index.html")
    assert again.exists("blog/2024/01/04/post-4/index.html")


def test_a_page_whose_template_asks_the_blog_is_written_with_it(
    build: Build, tmp_path: Path
) -> None:
    recent = "{% for post in blog.recent(1) %}<p>Newest: {{ post.title|e }}</p>{% endfor %}"
    write_files(
        tmp_path,
        {
            "overrides/main.html": '{% extends "base.html" %}{% block footer %}'
            + recent
            + "{% endblock %}"
        },
    )
    config = SMALL_CONFIG + "theme: {name: mkdocs, custom_dir: overrides}"
    site = build(SMALL, config)
    for path in site.paths:
        os.utime(site.folder / path, (2_000_000_000, 2_000_000_000))
    new = POST.format(n=8, tag="new").replace("# Post 8", "# Newest of all")
    again = build({"blog/posts/8.md": new}, config, dirty=True)
    assert "Newest: Newest of all" in again.read("index.html")


def test_a_list_that_a_macro_writes_is_kept_right(build: Build) -> None:
    config = "plugins: [macros, {blog-plugin: {}}]\nextra: {list: 'blog:posts limit=1'}"
    files = SMALL | {"index.md": "# Home\n\n<!-- {{ list }} -->\n"}
    site = build(files, config)
    assert site.titles("index.html") == ["Post 7"]
    for path in site.paths:
        os.utime(site.folder / path, (2_000_000_000, 2_000_000_000))
    again = build({"blog/posts/9.md": POST.format(n=9, tag="x")}, config, dirty=True)
    assert again.titles("index.html") == ["Post 9"]


@pytest.mark.parametrize(
    "template", ["{{ not_there }}", "{% if %}"], ids=["undefined", "no template"]
)
def test_after_a_build_that_failed_all_is_written(
    build: Build, tmp_path: Path, template: str
) -> None:
    config = SMALL_CONFIG + "theme: {name: mkdocs, custom_dir: overrides}"
    write_files(tmp_path, {"overrides/blog/author.html": "{{ term.label }}"})
    site = build(SMALL, config)
    edited = {"blog/posts/3.md": POST.format(n=3, tag="t3").replace("Text", "Words")}
    write_files(tmp_path, {"overrides/blog/summary.html": template})
    with pytest.raises(Abort):
        build(edited, config, dirty=True)
    (tmp_path / "overrides/blog/summary.html").unlink()
    again = build({}, config, dirty=True)
    assert "Words 3." in again.read("blog/2024/01/03/post-3")
    assert site.paths == again.paths


def test_a_cache_folder_that_cannot_be_written_makes_builds_slow_but_right(
    build: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(tmp_path, {"file": "no folder"})
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    build(SMALL, SMALL_CONFIG)
    edited = {"blog/posts/3.md": POST.format(n=3, tag="t3").replace("Text", "Words")}
    again = build(edited, SMALL_CONFIG, dirty=True)
    assert "Words 3." in again.read("blog/page/3")


def test_without_a_readable_manifest_a_dirty_build_writes_all(
    build: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MKDOCS_BLOG_CACHE", str(tmp_path / "caches"))
    build(SMALL, SMALL_CONFIG)
    (manifest,) = (tmp_path / "caches").glob("*/manifest")
    manifest.write_text('{"format": 1, "posts": 3}')
    edited = {"blog/posts/3.md": POST.format(n=3, tag="t3").replace("Text", "Words")}
    again = build(edited, SMALL_CONFIG, dirty=True)
    assert "Words 3." in again.read("blog/page/3")
    assert b"blog/page/3/index.html" in manifest.read_bytes()


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the posts that are read from now on, as they are read."""
    found = []

    def noted(document: Document, **more: Any) -> Post | Verdict:
        found.append(document.src_uri)
        return read_document(document, **more)

    monkeypatch.setattr(reading, "read_document", noted)
    return found


def test_what_has_been_read_is_not_read_again(build: Build, read: list[str]) -> None:
    odd = POST.format(n=9, tag="t9").replace("2024-01-09", "2024-01-09\nupdated: soon")
    site = build(SMALL | {"blog/posts/9.md": odd}, SMALL_CONFIG)
    assert len(read) == 8
    read.clear()
    edited = {"blog/posts/3.md": POST.format(n=3, tag="t3") + "More.\n"}
    again = build(edited, SMALL_CONFIG, dirty=True)
    assert read == ["blog/posts/3.md", "blog/posts/9.md"]
    assert "'soon'" in site.warnings[0]
    assert again.warnings[-1] == site.warnings[0]


def test_what_a_killed_build_has_read_is_not_read_again(
    build: Build, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(utils, "write_file", die)
        with pytest.raises(KeyboardInterrupt):
            build(SMALL, SMALL_CONFIG)
    assert len(read) == 7
    read.clear()
    assert build({}, SMALL_CONFIG).exists("blog/2024/01/03/post-3/index.html")
    assert read == []


def test_authors_and_options_let_all_posts_be_read_again(build: Build, read: list[str]) -> None:
    build(SMALL, SMALL_CONFIG)
    read.clear()
    build({"blog/.authors.yml": "jane:\n  name: Jane Doe\n"}, SMALL_CONFIG, dirty=True)
    assert len(read) == 7
    read.clear()
    config = SMALL_CONFIG.replace("related: 0", "post_url_format: '{slug}'")
    assert build({}, config, dirty=True).exists("blog/post-3/index.html")
    assert len(read) == 7


def test_a_post_whose_day_has_come_joins_the_lists(
    build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1704931200")  # 2024-01-11
    later = POST.format(n=12, tag="t12").replace("2024-01-012", "2024-01-12")
    leaving = POST.format(n=9, tag="t9").replace("2024-01-09", "2024-01-09\nexpires: 2024-01-13")
    config = SMALL_CONFIG.replace("related: 0", "draft_if_future_date: true")
    site = build(SMALL | {"blog/posts/12.md": later, "blog/posts/9.md": leaving}, config)
    assert site.titles("blog") == ["Post 9", "Post 7"]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1705190400")  # 2024-01-14
    again = build({}, config, dirty=True)
    assert again.titles("blog") == ["Post 12", "Post 7"]


def test_the_defaults_of_a_folder_are_read_again(build: Build) -> None:
    config = SMALL_CONFIG.replace("plugins:", "theme: material\nplugins:\n  - material/meta")
    build(SMALL | {"blog/posts/.meta.yml": "categories: [News]\n"}, config)
    again = build({"blog/posts/.meta.yml": "categories: [Notes]\n"}, config, dirty=True)
    assert len(again.titles("blog/category/notes")) == 2
    assert not again.exists("blog/category/news/index.html")
