"""Lists of posts and tag clouds, asked for by a comment on any page."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import pytest
from support.sites import PIXEL

if TYPE_CHECKING:
    from pathlib import Path

    from support.sites import Build, Site

POSTS = {
    "blog/posts/spark.md": "---\ndate: 2024-01-01\ntags: [Spark, Scala]\n---\n# Spark\nOf Spark.\n",
    "blog/posts/kafka.md": (
        "---\ndate: 2024-01-02\ntags: Kafka\n---\n# Kafka\nOf Kafka.\n\n## Part\n\nMore.\n"
    ),
    "blog/posts/both.md": "---\ndate: 2023-01-03\ntags: [Spark, Kafka]\n---\n# Both\nOf both.\n",
}


def page(build: Build, text: str, config: str = "", **options: Any) -> Site:
    """Build a site whose page `guide/` holds `text`."""
    return build({**POSTS, "index.md": "# Home\n", "guide.md": text}, config, **options)


@pytest.mark.parametrize(
    ("arguments", "titles"),
    [
        ("", ["Kafka", "Spark", "Both"]),
        ("limit=1", ["Kafka"]),
        ("tag=Spark layout=compact", ["Spark", "Both"]),
        ('tag="Spark" year=2024 layout="cards"', ["Spark"]),
    ],
)
def test_a_marker_becomes_a_list_of_posts(
    on_each_theme: Build, arguments: str, titles: list[str]
) -> None:
    site = page(on_each_theme, f"# Guide\n\nBefore.\n\n<!-- blog:posts {arguments} -->\n\nAfter.\n")
    assert site.titles("guide") == titles
    assert site.broken_links() == []
    assert site.warnings == []
    text = site.html("guide").get_text()
    assert (
        text.index("Before.") < text.index(titles[0], text.index("Before.")) < text.index("After.")
    )


def test_a_marker_becomes_a_tag_cloud(everywhere: Build) -> None:
    site = page(everywhere, "# Guide\n\n<!-- blog:tags -->\n")
    links = site.html("guide").select(".blog-cloud a")
    assert [link.get_text() for link in links] == ["Kafka", "Scala", "Spark"]
    assert site.broken_links() == []


def test_a_code_block_shows_a_marker(build: Build) -> None:
    site = page(build, "# Guide\n\n    <!-- blog:posts -->\n\nAnd `<!-- blog:tags -->`.\n")
    html = site.html("guide")
    assert html.select(".blog-root") == []
    assert "<!-- blog:posts -->" in html.get_text()


def test_a_post_that_is_listed_twice_on_a_page_has_ids_once(build: Build) -> None:
    marker = "<!-- blog:posts tag=Kafka -->"
    config = "plugins: [blog-plugin: {blog_toc: true, post_excerpt: optional}]"
    site = page(build, f"# Guide\n\n{marker}\n\n## More\n\n{marker}\n", config)
    assert len(site.html("guide").select("[id$=-part]")) == 2
    assert len(site.html("guide").select("[id$='kafka']")) == 2
    assert site.repeated_ids("guide") == []
    assert site.broken_links() == []


def test_listings_stand_in_posts_and_introductions_too(build: Build) -> None:
    files = {
        "blog/index.md": "# News\n\n<!-- blog:posts limit=1 layout=compact -->\n",
        "blog/posts/mine.md": "---\ndate: 2022-01-01\n---\n# Mine\n\n<!-- blog:posts tag=Scala -->\n",
    }
    site = build({**POSTS, **files})
    assert [link.get_text() for link in site.html("blog").select(".blog-compact a")] == ["Kafka"]
    entry = site.entry("blog/2022/01/01/mine")
    assert entry["name"] == ["Mine"]
    assert "Of Spark." in entry["content"][0]["value"]
    assert "Of Spark." not in site.read("blog/rss.xml").partition("Mine")[2]


def test_the_text_of_listings_is_not_in_the_search(build: Build) -> None:
    site = page(build, "# Guide\n\nBefore.\n\n<!-- blog:posts -->\n")
    entries = json.loads(site.read("search/search_index.json"))["docs"]
    guide = [entry["text"] for entry in entries if entry["location"].startswith("guide/")]
    assert set(guide) == {"Guide Before.", "Before."}


def test_a_fault_in_a_marker_is_reported_with_its_line(build: Build) -> None:
    site = page(
        build,
        "# Guide\n\n<!-- blog:posts tag=Sprak -->\n\n<!-- blog:post -->\n\n<!-- blog:mentions -->\n",
    )
    assert site.warnings == [
        "mkdocs_blog_plugin: docs/guide.md:3: no post has 'Sprak' among its tags (did you mean 'Spark'?)",
        "mkdocs_blog_plugin: docs/guide.md:5: there is no listing 'blog:post' (did you mean 'posts'?)",
        "mkdocs_blog_plugin: docs/guide.md:7: the option 'mentions' is off (mentions: true in mkdocs.yml)",
    ]


def test_a_marker_names_one_of_several_blogs(build: Build) -> None:
    files = {
        "blog/posts/a.md": "---\ndate: 2024-01-01\n---\n# Of the blog\n",
        "news/posts/b.md": "---\ndate: 2024-01-01\n---\n# Of the news\n\n<!-- blog:posts -->\n",
        "one.md": "# One\n\n<!-- blog:posts -->\n",
        "two.md": "# Two\n\n<!-- blog:posts blog=news -->\n",
        "three.md": "# Three\n\n<!-- blog:posts blog=nws -->\n\n<!-- blog:posts 'tag -->\n",
    }
    plugins = "plugins: [blog-plugin: {blog_dir: blog}, blog-plugin: {blog_dir: news}]"
    site = build(files, plugins)
    assert site.titles("one") == ["Of the blog"]
    assert site.titles("two") == ["Of the news"]
    assert "Of the blog" in site.entry("news/2024/01/01/of-the-news")["content"][0]["value"]
    assert site.warnings == [
        "mkdocs_blog_plugin: docs/three.md:3: there is no blog 'nws' (did you mean 'news'?)",
        "mkdocs_blog_plugin: docs/three.md:5: ''tag' cannot be read (closed quotes)",
    ]


def test_hooks_and_macros_may_write_markers(build: Build, tmp_path: Path) -> None:
    hook = "def on_page_markdown(text, **_):\n    return text.replace('LATEST', '<!-- blog:posts x=1 -->')"
    (tmp_path / "hook.py").write_text(hook, encoding="utf-8")
    site = page(build, "# Guide\n\nLATEST\n", "hooks: [hook.py]")
    assert site.warnings[0].startswith(
        "mkdocs_blog_plugin: docs/guide.md: 'blog:posts' has no 'x' ("
    )


def test_a_listing_without_posts_says_so(build: Build) -> None:
    site = page(build, "# Guide\n\n<!-- blog:posts year=1999 -->\n", strict=True)
    assert "No posts yet." in site.html("guide").get_text()


def test_a_dirty_build_keeps_listings_right(build: Build) -> None:
    files = {
        "guide.md": "# Guide\n\n<!-- blog:posts -->\n",
        "plain.md": "# Plain\n",
        "blog/index.md": "# News\n",
    }
    site = build(POSTS | files)
    future = site.folder.stat().st_mtime + 60
    for path in site.paths:
        os.utime(site.folder / path, (future, future))
    (site.folder / "plain/index.html").write_text("as it was", encoding="utf-8")
    os.utime(site.folder / "plain/index.html", (future, future))
    again = build({"blog/posts/new.md": "---\ndate: 2025-01-01\n---\n# New\n"}, dirty=True)
    assert again.titles("guide") == ["New", "Kafka", "Spark", "Both"]
    assert again.titles("blog") == ["New", "Kafka", "Spark", "Both"]
    assert again.read("plain") == "as it was"


def test_pages_name_the_posts_that_link_to_them(on_each_theme: Build) -> None:
    post = "---\ndate: 2024-01-0{}\n{}\n---\n# {}\n\n{}\n".format
    to_guide = "To [the guide](../../guide.md#part)."
    files = {
        "guide.md": "# Guide\n\nBefore.\n\n<!-- blog:mentions -->\n\nAfter.\n\n## Part\n",
        "plain.md": "# Plain\n\nText.\n",
        "alone.md": "# Alone\n\n<!-- blog:mentions -->\n\nText.\n",
        "inside.md": "# Inside\n\nA word <!-- blog:mentions --> inside of a line.\n",
        "blog/posts/1.md": post(
            1, "", "One", f"{to_guide} [Twice](../../guide.md) ![](../../p.png)"
        ),
        "blog/posts/2.md": post(2, "links: [plain.md]", "Two & more", to_guide),
        "blog/posts/3.md": post(3, "", "Three", "Of [one](1.md), `[code](../../plain.md)`."),
        "blog/posts/4.md": post(4, "unlisted: true", "Four", to_guide),
        "blog/posts/5.md": post(5, "draft: true", "Five", to_guide),
        "p.png": PIXEL,
    }
    config = "plugins: [search, blog-plugin: {mentions: true, related: 0}]"
    site = on_each_theme({"index.md": "# Home\n", **files}, config)
    assert site.titles("guide") == ["Two & more", "One"]
    assert site.titles("plain") == ["Two & more"]
    assert "After.Part" in site.html("guide").select_one(".blog-mentions").parent.get_text(
        strip=True
    )
    assert site.html("plain").select("p ~ .blog-mentions h2.p-name")[0].get_text() == "Mentioned in"
    pages = {path for path in site.pages if "blog-mentions" in site.read(path)}
    assert pages == {"guide/index.html", "plain/index.html"}
    assert site.broken_links() == []
    assert site.warnings == [
        "mkdocs_blog_plugin: docs/inside.md:3: '<!-- blog:mentions -->' stands inside a line (a line of its own)"
    ]
    edits = {
        "blog/posts/1.md": post(1, "", "First", "To [another page](../../alone.md)."),
        "blog/posts/2.md": post(2, "links: [plain.md]", "Second", to_guide),
    }
    dirty = on_each_theme(edits, config, dirty=True)
    names = ("guide", "plain", "alone", "index.html")
    found = [dirty.read(name) for name in names]
    assert [dirty.titles(name) for name in names[:3]] == [["Second"], ["Second"], ["First"]]
    assert found == [on_each_theme({}, config).read(name) for name in names]
