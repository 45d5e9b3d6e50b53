"""Ordinary pages of the docs on the tag pages of the blog."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from support.sites import Build, Site

FILES = {
    "index.md": "---\ntags: Spark\n---\n# Home & more\n",
    "guide/tuning.md": "---\ntags: [spark, Only Here]\n---\nText.\n",
    "guide/plain.md": "# Untagged\n",
    "news/posts/x.md": "---\ndate: 2024-01-31\ntags: Spark\n---\n# Of another blog\n",
    **{
        f"blog/posts/{n}.md": f"---\ndate: 2024-01-{n:02}\ntags: Spark\n---\n# Post {n}\n"
        for n in range(1, 12)
    },
}
CONFIG = """
plugins:
  - search
  - blog-plugin: {tags_pages: true}
  - blog-plugin: {blog_dir: news}
"""


def pages(site: Site, path: str) -> list[tuple[str, str]]:
    """Return title and address of each ordinary page that a tag page names."""
    heading = site.html(path).find("h2", string="Other pages")
    links = heading.find_parent("section").find_all("a") if heading else []
    return [(link.text, link["href"]) for link in links]


def test_tag_pages_name_ordinary_pages_under_a_heading_of_their_own(everywhere: Build) -> None:
    site = everywhere(FILES, CONFIG, strict=True)
    assert [title for title, _ in pages(site, "blog/tag/spark")] == ["Home & more", "Tuning"]
    assert len(site.titles("blog/tag/spark")) == 10
    assert pages(site, "blog/tag/spark/page/2") == []
    assert pages(site, "news/tag/spark") == []
    assert [title for title, _ in pages(site, "blog/tag/only-here")] == ["Tuning"]
    assert site.titles("blog/tag/only-here") == []
    assert "No posts yet." not in site.html("blog/tag/only-here").get_text()
    counts = [item.get_text(" ", strip=True) for item in site.html("blog/tag").select("li")]
    assert {"Spark 13", "Only Here 1"} <= set(counts)
    assert site.broken_links() == []


def test_ordinary_pages_stay_out_unless_asked_for(build: Build) -> None:
    site = build(FILES, CONFIG.replace(" {tags_pages: true}", ""), strict=True)
    assert pages(site, "blog/tag/spark") == []
    assert not site.exists("blog/tag/only-here/index.html")


def test_tags_of_ordinary_pages_are_checked_as_those_of_posts(build: Build) -> None:
    config = "plugins: [{blog-plugin: {tags_pages: true, tags_allowed: [Spark]}}]"
    (warning,) = build(FILES, config).warnings
    assert "docs/guide/tuning.md:2: tags: 'Only Here' is not among the allowed tags" in warning
