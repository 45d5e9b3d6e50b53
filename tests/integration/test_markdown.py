"""Posts as Markdown, for whoever reads Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

import lxml.html
import pytest
import yaml
from markdown import markdown
from support.sites import PIXEL, SITE_URL, write_files

if TYPE_CHECKING:
    from pathlib import Path

    from support.sites import Build, Site

FILES: dict[str, Any] = {
    "index.md": "# Home\n",
    "guide.md": "# Guide\n\n## Install\n",
    "blog/posts/a.png": PIXEL,
    "blog/posts/a (b) c.png": PIXEL,
    "blog/posts/one.md": """---
date: 2024-01-31
tags: [News]
description: In short
---
# One

![A picture](a.png) [Guide](../../guide.md#install), [two](two.md), [there](https://example.com/),
[top](#one) and `[code](two.md)`. {{ 1 + 1 }}

<!-- more -->

<img src="a.png" alt="Raw"> ![Blanks](a (b) c.png) <img src="a (b) c.png" alt="Raw blanks">

--8<-- "part.md"
""",
    "blog/posts/two.md": "---\ndate: 2024-01-30\nunlisted: true\n---\n# Two\n\nText.\n",
}
CONFIG = """
markdown_extensions: [{pymdownx.snippets: {base_path: [parts]}}]
plugins: [search, macros, {blog-plugin: {markdown: true}}]
"""


def read(site: Site, path: str) -> tuple[dict[str, Any], str]:
    _, header, body = (site.folder / path).read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(header), body


@pytest.mark.parametrize("directory_urls", [True, False])
def test_each_post_is_there_as_markdown_that_any_parser_reads(
    build: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, directory_urls: bool
) -> None:
    write_files(tmp_path, {"parts/part.md": "From a [part](one.md)."})
    monkeypatch.chdir(tmp_path)
    site = build(FILES, CONFIG, directory_urls=directory_urls)
    assert site.warnings == []
    page = site.file("blog/2024/01/31/one")
    path = page.removesuffix(".html") + ".md"
    (link,) = site.html(page).find_all("link", type="text/markdown")
    assert link["href"] == SITE_URL + path
    meta, body = read(site, path)
    assert (meta["title"], meta["tags"], meta["description"]) == ("One", ["News"], "In short")
    tree = lxml.html.fromstring(markdown(body))
    assert tree.xpath("//h1/text()") == ["One"]
    targets = [*tree.xpath("//a/@href"), *tree.xpath("//img/@src")]
    assert len(targets) == 9
    for target in targets:
        assert urlsplit(target).netloc in {"example.org", "example.com"}
        if target.startswith(SITE_URL):
            found = unquote(urlsplit(target).path).lstrip("/")
            assert site.exists(found) or site.exists(f"{found}index.html")
    assert "`[code](two.md)`. 2\n" in body
    assert "From a [part](https://example.org/blog/2024/01/31/one" in body
    assert "more -->" not in body


def test_text_that_a_site_appends_to_every_page_is_there_too(
    build: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(tmp_path, {"parts/end.md": "The end."})
    monkeypatch.chdir(tmp_path)
    config = CONFIG.replace("base_path: [parts]", "base_path: [parts], auto_append: [end.md]")
    site = build({"blog/posts/two.md": FILES["blog/posts/two.md"]}, config)
    _, body = read(site, "blog/2024/01/30/two/index.md")
    assert body.split() == ["#", "Two", "Text.", "The", "end."]


def test_the_list_for_language_models_has_what_is_listed(build: Build) -> None:
    site = build(FILES, "plugins: [{blog-plugin: {markdown: true}}]\nsite_description: All of it")
    assert site.read("blog/llms.txt") == (
        "# Site – Blog\n\n> All of it\n\n## Posts\n\n"
        "- [One](https://example.org/blog/2024/01/31/one/index.md): In short\n"
    )
    assert site.exists("blog/2024/01/30/two/index.md")


def test_a_link_to_the_home_page_is_the_address_of_the_site(build: Build) -> None:
    post = "---\ndate: 2024-01-31\n---\n# One\n\n[Home](../../index.md) [top](../../index.md#top)\n"
    config = "plugins: [{blog-plugin: {markdown: true}}]"
    site = build({"index.md": "# Home { #top }\n", "blog/posts/one.md": post}, config)
    assert f"[Home]({SITE_URL}) [top]({SITE_URL}#top)" in site.read("blog/2024/01/31/one/index.md")


def test_links_with_a_host_that_cannot_be_read_stay_and_are_reported(build: Build) -> None:
    post = "---\ndate: 2024-01-31\n---\n# One\n\n[a](http://[::1) [b](//[x)\n"
    site = build({"blog/posts/one.md": post}, "plugins: [{blog-plugin: {markdown: true}}]")
    assert "[a](http://[::1) [b](//[x)" in site.read("blog/2024/01/31/one/index.md")
    links = site.html("blog/2024/01/31/one").select(".e-content a[href]")
    assert [link["href"] for link in links if "[" in link["href"]] == ["http://[::1", "//[x"]
    assert len([line for line in site.warnings if "as an address" in line]) == 2


def test_a_dirty_build_keeps_the_markdown_right(build: Build) -> None:
    config = "plugins: [{blog-plugin: {markdown: true}}]"
    build(FILES, config)
    edited = {**FILES, "blog/posts/two.md": FILES["blog/posts/two.md"].replace("Text", "Other")}
    dirty = build(edited, config, dirty=True)
    found = dirty.contents()
    whole = build(edited, config)
    assert whole.contents() == found


def test_without_an_address_of_the_site_there_is_no_markdown_and_one_line(build: Build) -> None:
    site = build(FILES, "site_url: ''\nplugins: [{blog-plugin: {markdown: true, feeds: false}}]")
    (warning,) = [line for line in site.warnings if "markdown" in line]
    assert "mkdocs.yml: markdown: posts are not written as Markdown" in warning
    assert not [path for path in site.paths if path.endswith(".md")]
