"""No two outputs of a site at one address: nothing is overwritten, and nothing is lost in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from support.sites import PIXEL

if TYPE_CHECKING:
    from support.sites import Build

CONFIG = """
plugins:
  - search
  - redirects: {redirect_maps: {gone.md: index.md}}
  - blog-plugin:
      {blog_dir: ., post_dir: posts, pagination_per_page: 4, categories_url_format: "{slug}",
      tags_url_format: "{slug}.html"}
"""
FRONT_MATTER = {
    "sitemap": "permalink: /sitemap.xml",
    "zipped": "permalink: /sitemap.xml.gz/",
    "error": "permalink: /404.html",
    "sheet": "permalink: /assets/blog/blog.css",
    "index": "permalink: /search/search_index.json",
    "theme": "permalink: /css/base.css",
    "feed": "permalink: /rss.xml/",
    "gone": "permalink: /gone/",
    "slug": "slug: rss.xml",
    "category": "categories: [rss.xml]",
    "tag": "tags: ['404']",
    "static": "permalink: /file/",
}
OWNERS = {
    "sitemap": "the theme",
    "zipped": "MkDocs",
    "error": "the theme",
    "sheet": "our stylesheet",
    "index": "the search",
    "theme": "css/base.css",
    "feed": "a feed",
    "gone": "the plugin redirects",
    "static": "file/index.html",
}
FILES: dict[str, Any] = {
    "index.md": "# Home\n",
    "page/2.md": "# Page two\n\nWritten by hand.\n",
    "file/index.html": "A file of the site.",
    "pic.png": PIXEL,
    "posts/pic.png": PIXEL + b"another",
    **{
        f"posts/{name}.md": f"---\ndate: 2024-01-01\n{front_matter}\n---\n# {name}\n\n![p](pic.png)\n"
        for name, front_matter in FRONT_MATTER.items()
    },
}


def test_posts_views_and_pictures_yield_to_what_the_site_has_and_are_reported(build: Build) -> None:
    site = build(FILES, CONFIG)
    shown = [title for page in ("index.html", "page/2", "page/3") for title in site.titles(page)]
    assert sorted(shown) == sorted(FRONT_MATTER)
    for path in ("404-2.html", "404-3.html", "sitemap.xml-2", "rss.xml-2", "gone-2", "file-2"):
        assert site.exists(site.file(path))
    assert site.read("sitemap.xml").startswith("<?xml")
    assert site.read("rss.xml").startswith("<?xml")
    assert "Written by hand." in site.read("page/2")
    assert site.read("file/index.html") == "A file of the site."
    assert "http-equiv" in site.read("gone")
    assert (site.folder / "pic.png").read_bytes() == PIXEL
    assert (site.folder / "posts/pic.png").read_bytes() == FILES["posts/pic.png"]
    assert site.broken_links() == []
    for name, owner in OWNERS.items():
        assert any(
            f"posts/{name}.md" in warning and f"belongs to {owner}" in warning
            for warning in site.warnings
        )
    warnings = "\n".join(site.warnings)
    assert "docs/posts/pic.png: 'pic.png' belongs to pic.png" in warnings
    assert "'404' of tags wants the path '404.html' of the theme" in warnings


@pytest.mark.parametrize("path", ["blog/rss.xml/page.md", "blog/posts.json/page.md"])
def test_a_file_of_the_blog_yields_to_a_folder_of_its_name(build: Build, path: str) -> None:
    files = {
        "index.md": "# Home\n",
        path: "# Page\n",
        "blog/posts/a.md": "---\ndate: 2024-01-01\n---\n",
    }
    site = build(files, "plugins: [blog-plugin: {export: true}]")
    assert "<h1" in site.read(path.removesuffix(".md"))
    (warning,) = site.warnings
    assert f"which belongs to {path}" in warning


def test_a_collision_is_reported_at_the_key_that_the_address_comes_from(build: Build) -> None:
    header = "---\ndate: 2024-01-01\n{}\n---\n# A heading\n"
    keys = {"b": "url: /x/", "c": "title: A heading", "d": "slug: a-heading", "e": "tags: none"}
    posts = {f"blog/posts/{name}.md": header.format(key) for name, key in keys.items()}
    site = build({"x.md": "# X\n", "blog/posts/a.md": header.format("lang: en"), **posts})
    assert [warning.partition(" its path")[0].split("posts/")[1] for warning in site.warnings] == [
        "b.md:3: url:",
        "c.md:3: title:",
        "d.md:3: slug:",
        "e.md:",
    ]
