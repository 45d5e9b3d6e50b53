"""Nothing that looks like a part of the blog is passed over in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from mkdocs.exceptions import Abort

if TYPE_CHECKING:
    from pathlib import Path

    from support.sites import Build

DATED = "---\ndate: 2024-01-31\n---\n# Dated\n"
FLAGGED = "---\ndate: 2024-01-31\nblog: true\n---\n# Dated\n"


def test_what_the_blog_does_not_read_is_reported_with_the_cure(build: Build) -> None:
    files = {
        "index.md": "# Home\n",
        "blog/posts/undated.md": "# Undated\n",
        "blog/posts/draft.md": "---\ndraft: true\n---\n# Draft\n",
        "blog/posts/old.textile": "---\ntitle: Old\n---\nh1. Old\n",
        "blog/posts/upper.MD": DATED,
        "blog/posts/page.html": "<!doctype html><title>x</title>",
        "blog/authors.yml": "ada: Ada\n",
        **{f"news/{number}.md": DATED for number in range(6)},
    }
    site = build(
        files, "plugins: [{blog-plugin: {terms_file: blog/terms.yml, post_dir: blog/posts}}]"
    )
    assert [line.partition(": ")[2] for line in site.warnings] == [
        "mkdocs.yml: terms_file: the file 'blog/terms.yml' does not exist (a path from the docs folder)",
        (
            "docs/blog/posts/old.textile: '.textile' is not Markdown, so the file is neither a post nor "
            "published (convert it to Markdown, or take away its front matter)"
        ),
        (
            "docs/blog/posts/upper.MD: '.MD' is not Markdown, so the file is neither a post nor published "
            "(the ending '.md', or take away its front matter)"
        ),
    ]
    infos = "\n".join(site.infos)
    for words in (
        "Markdown files in 'blog/posts': 2, 1 of them drafts",
        "docs/blog/authors.yml: the blog does not read this file",
        "docs/news: 6 pages have a date, but are not in a folder of posts (move it to 'blog/posts'",
    ):
        assert words in infos
    assert not site.exists("blog/posts/old.textile")
    assert site.exists("blog/posts/page.html")


def test_a_dated_page_beside_the_posts_of_a_blog_at_the_root_is_reported(build: Build) -> None:
    files = {"index.md": DATED, "posts/a.md": DATED, "b.md": DATED, "2024-01-31-c.md": "# C\n"}
    site = build(files, "plugins: [{blog-plugin: {blog_dir: .}}]")
    assert site.titles("") == ["Dated"]
    infos = [line for line in site.infos if "not in a folder of posts" in line]
    assert [line.split(": ")[1] for line in infos] == ["docs/2024-01-31-c.md", "docs/b.md:2"]


@pytest.mark.parametrize(
    ("path", "text", "first", "second"),
    [
        ("x/a.md", DATED, "x/*", "x/*"),
        ("news/a.md", FLAGGED, "news/*", ""),
        ("x/a.md", FLAGGED, "", "x/*"),
        ("blog/a.md", FLAGGED, "", "blog/*"),
        ("blog/2024-01-31-a.md", "# Dated\n", "", "blog/*"),
        ("x/_posts/2024-01-31-a.md", "# Dated\n", "", "x/**"),
        ("x/_drafts/a.md", DATED, "", "x/**"),
    ],
    ids=["two patterns", "pattern, flag", "flag", "flag in blog", "name", "_posts", "_drafts"],
)
def test_a_page_that_two_blogs_claim_belongs_to_the_first(
    build: Build, path: str, text: str, first: str, second: str
) -> None:
    plugins = f"""
plugins:
- blog-plugin: {{draft: true, post_include: ['{first}']}}
- blog-plugin: {{draft: true, post_include: ['{second}'], blog_dir: news}}
"""
    site = build({"index.md": "# Home\n", path: text}, plugins)
    assert site.titles("blog") == ["Dated"]
    assert site.titles("news") == []
    (warning,) = site.warnings
    assert f"docs/{path}: two blogs claim the page" in warning


def test_a_flagged_page_in_the_folder_of_a_later_blog_is_not_claimed_by_the_first(
    build: Build,
) -> None:
    plugins = "plugins: [blog-plugin: {}, blog-plugin: {blog_dir: news}]"
    site = build({"index.md": "# Home\n", "news/a.md": FLAGGED}, plugins)
    assert (site.titles("blog"), site.titles("news")) == ([], ["Dated"])
    assert site.warnings == []


def test_materials_blog_on_the_same_folder_is_reported(build: Build) -> None:
    files = {"index.md": "# Home\n", "blog/posts/a.md": DATED, "blog/index.md": "# Blog\n"}
    site = build(
        files,
        "plugins: [{blog: {archive: false, categories: false}}, blog-plugin]",
        theme="material",
    )
    assert any(
        "Material's plugin 'blog' makes a blog of the folder 'blog', too" in w
        for w in site.warnings
    )


def test_what_stops_two_blogs_is_reported_in_one_go(
    build: Build, caplog: pytest.LogCaptureFixture
) -> None:
    files = {
        "index.md": "# Home\n",
        "blog/posts/a.md": "---\ndate: 2024-01-31\nauthor: Nobody\n---\n# A\n",
        "news/posts/b.md": "---\ndate: 2024-01-31\nauthor: Nobody\n---\n# B\n",
    }
    blogs = "{blog-plugin: {authors_unknown: error}}, {blog-plugin: {blog_dir: news, authors_unknown: error}}"
    with pytest.raises(Abort):
        build(files, f"plugins: [{blogs}]")
    for path in ("docs/blog/posts/a.md", "docs/news/posts/b.md"):
        assert f"{path}:3: author: there is no author 'Nobody'" in caplog.text


def test_markers_inside_a_line_and_templates_of_unknown_names_are_reported(
    build: Build, tmp_path: Path
) -> None:
    override = tmp_path / "overrides" / "blog" / "pots.html"
    override.parent.mkdir(parents=True)
    override.write_text("never used")
    roots = "".join(f"![](pic.png?{number})\n" for number in range(6))
    files = {
        "index.md": "# Home\n\nNews: <!-- blog:posts --> here.\n\n<!-- blog:posts -->\n\n`<!-- blog:posts -->` is code.\n",
        "lines.md": "# Lines\n\n## <!-- blog:tags -->\n\n**<!-- blog:posts -->**\n\n- <!-- blog:posts layout=compact -->\n",
        "blog/posts/a.md": f"---\ndate: 2024-01-31\n---\n# A\n\n{roots}",
        "pic.png": "x",
    }
    site = build(files, "theme: {name: mkdocs, custom_dir: overrides}")
    inside = (
        "index.md:3: '<!-- blog:posts",
        "lines.md:3: '<!-- blog:tags",
        "lines.md:5: '<!-- blog:posts",
    )
    assert site.warnings == [
        f"mkdocs_blog_plugin: docs/{marker} -->' stands inside a line (a line of its own)"
        for marker in inside
    ]
    assert site.titles("lines") == ["A"]
    assert site.read("index.html").count("<!-- blog:posts -->") == 1
    infos = "\n".join(site.infos)
    assert "overrides/blog/pots.html: no fragment of the blog has this name" in infos
    assert "did you mean 'post.html'" in infos
    assert "docs: 6 links and pictures of posts were found in the docs folder" in infos
    assert "beside the post" not in infos
