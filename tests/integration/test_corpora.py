"""Real blogs, written for other tools: read as those tools read them.

The posts are not part of this repository. They are looked for in `$BLOG_CORPUS`, else in the folder
`shared/corpus` beside the checkout; where there are none, the run says that these tests are left out.
"""

from __future__ import annotations

import json
import os
import re
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

import pytest
from support.command_line import run
from support.sites import SITE_URL, build_folder, iso, write_files
from support.zensical import build_with_zensical, export, roots

if TYPE_CHECKING:
    from support.sites import Build, Site

CORPUS = Path(os.environ.get("BLOG_CORPUS") or Path(__file__).parents[3] / "shared/corpus")
if not CORPUS.is_dir():
    pytest.skip(f"there are no corpora in {CORPUS}", allow_module_level=True)


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


def published(posts: list[Any]) -> list[Any]:
    """Return those of `posts` that the other tool builds."""
    return [post for post in posts if post.get("published", True)]


def names(posts: list[Any]) -> list[str]:
    """Return the titles of `posts`, with single blanks as a browser shows them."""
    return [" ".join(post["title"].split()) for post in posts]


def assert_same(site: Site, posts: list[Any]) -> None:
    """Assert that each post is at the other tool's address, with its title, date and authors."""
    assert posts
    for post in posts:
        url = post["url"].lstrip("/")
        entry = site.entry(url.rstrip("/"))
        assert entry["name"] == names([post])
        assert entry["url"] == [urljoin(SITE_URL, url)]
        assert iso(entry["published"]) == datetime.fromisoformat(post["date"]).isoformat()
        authors = [author["properties"]["name"][0] for author in entry.get("author", [])]
        assert authors == [author["name"] for author in [post.get("author")] if author]
        assert entry.get("category", []) == post.get("categories", [])


def test_a_post_of_jekyll_has_its_date_its_author_and_its_lists(everywhere: Build) -> None:
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


def test_posts_of_jekyll_are_what_they_are_in_jekyll(build: Build) -> None:
    options = "{blog_dir: ., post_url_format: date, pagination: false}"
    site = build(sources("jekyll/_posts", "_posts/"), f"plugins: [{{blog-plugin: {options}}}]")
    posts = reference("jekyll")["posts"]
    assert site.titles("index.html") == names(posts)
    assert_same(site, posts)


def test_zensical_builds_the_posts_of_jekyll(build: Build, tmp_path: Path) -> None:
    options = "{blog_dir: ., post_url_format: date, pagination: false}"
    config = f"plugins: [{{blog-plugin: {options}}}]\ntheme: {{name: material, font: false}}"
    mkdocs = build(sources("jekyll/_posts", "_posts/"), config)
    export(tmp_path, tmp_path / "out")
    zensical = build_with_zensical(tmp_path / "out")
    posts = reference("jekyll")["posts"]
    assert zensical.broken_links() == mkdocs.broken_links() == []
    assert zensical.titles("index.html") == names(posts)
    for post in posts:
        page = post["url"].lstrip("/")
        folder = page.removesuffix(".html")
        assert f'url={folder.rpartition("/")[2]}/"' in zensical.read(page)
        theirs = roots(mkdocs, page).replace(f"{page}'", f"{folder}/'")
        assert roots(zensical, f"{folder}/index.html") == theirs


def test_posts_of_hugo_are_what_they_are_in_hugo(build: Build) -> None:
    options = "{post_dir: blog, post_url_format: ':sections/:slugorfilename', pagination: false}"
    site = build(sources("hugo/blog", "blog/"), f"plugins: [{{blog-plugin: {options}}}]")
    posts = published(reference("hugo")["posts"])
    assert site.titles("blog") == names(posts)
    assert_same(site, posts)


def test_a_blog_of_material_stays_what_it_was(build: Build) -> None:
    expected = reference("material")
    config = "plugins: [{blog-plugin: {post_excerpt: optional}}]"
    site = build(sources("material/docs"), config, directory_urls=expected["use_directory_urls"])
    (instance,) = expected["instances"]
    assert set(instance["html_files"]) <= set(site.paths)
    posts = instance["posts"]
    authors = [{"name": name} for post in posts for name in post.get("authors", [])[:1]]
    assert {author["name"] for author in authors} == {"Bionus"}
    assert_same(
        site, [{**post, "author": author} for post, author in zip(posts, authors, strict=True)]
    )
    for view in instance["views"]:
        shown = [title for page in view["pages"] for title in site.titles(page)]
        listed = view.get("posts", range(len(posts)))
        assert shown == [posts[number]["title"] for number in listed]


def test_reading_times_and_excerpts_are_those_of_material(build: Build) -> None:
    expected = reference("material")
    config = "plugins: [{blog-plugin: {post_excerpt: optional, pagination: false}}]"
    site = build(sources("material/docs"), config, directory_urls=expected["use_directory_urls"])
    shown = [
        (
            item.h2.text,
            int(item.find(string=re.compile("min read")).split()[0]),
            item.find(class_="blog-more") is not None,
        )
        for item in site.html("blog").find_all(class_="blog-entry")
    ]
    (instance,) = expected["instances"]
    assert shown == [(post["title"], post["readtime"], post["more"]) for post in instance["posts"]]


@pytest.mark.parametrize("folder", ["jekyll/_posts", "hugo/blog", "material/docs/blog/posts"])
def test_every_theme_shows_every_corpus(on_each_theme: Build, folder: str) -> None:
    site = on_each_theme(sources(folder, "blog/posts/"))
    assert site.feed("blog")


@pytest.mark.parametrize("system", ["jekyll", "hugo"])
def test_a_converted_corpus_is_built_strictly_at_its_addresses(tmp_path: Path, system: str) -> None:
    write_files(tmp_path / "old", sources(system))
    result = run(tmp_path, "convert", "old", "new", "--theme=mkdocs", "--json")
    everything = published(reference(system)["posts"])
    expected = [post for post in everything if post["date"] < "2026"]  # what tests call the past
    assert json.loads(result.stdout)["posts"] >= len(expected)
    site = build_folder(tmp_path / "new", strict=True)
    for post in expected:
        page = site.html(post["url"].strip("/"))
        assert page.select_one("h1").get_text(" ", strip=True)
        body = page.select_one(".e-content")
        for code in body.select("pre, code"):
            code.decompose()
        assert not re.findall(r"\{[%{:]|[%}]\}|^```|^!!! ", body.get_text(), re.MULTILINE), post[
            "url"
        ]
