"""The blog beside other plugins and hooks, in any order, and while a site is served."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from mkdocs.exceptions import ConfigurationError
from support.sites import build_site

if TYPE_CHECKING:
    from pathlib import Path

    from support.sites import Build

FILES = {
    "index.md": "# Home\n",
    "tags.md": "# All tags\n\n<!-- material/tags -->\n",
    "guide/.meta.yml": "tags: [Guide]\n",
    "guide/a.md": "# A\n",
    "blog/posts/.meta.yml": "author: Ada\n",
    "blog/posts/a.md": "---\ndate: 2024-01-31\ntags: Spark, Scala\n---\n# One\n\nText.\n",
    "blog/posts/b.md": "---\ndate: 2024-02-01\ntag: Spark\n---\n# Two\n\nText.\n",
    "blog/posts/c.md": "---\ndate: 2024-02-02\ntags: Hush\nunlisted: true\n---\n# Quiet\n",
}

ORDERS = {
    "first": "plugins: [blog-plugin, search, meta, tags]",
    "between": "plugins: [meta, blog-plugin, search, tags]",
    "last": "plugins: [search, tags, meta, blog-plugin]",
}


@pytest.mark.parametrize("order", ORDERS)
def test_the_order_of_plugins_does_not_matter(build: Build, order: str) -> None:
    site = build(FILES, ORDERS[order], theme="material", strict=True)
    assert site.titles("blog/tag/spark") == ["Two", "One"]
    assert site.titles("blog/author/ada") == ["Two", "One"]
    assert {"Spark", "Scala", "Guide"} <= set(site.html("tags").get_text().split())
    assert not {"Hush", "Quiet"} & set(site.html("tags").get_text().split())
    entries = json.loads(site.read("search/search_index.json"))["docs"]
    assert "blog/tag/spark/" not in {entry["location"] for entry in entries}
    assert site.broken_links() == []


GENERATOR = """from mkdocs.plugins import event_priority
from mkdocs.structure.files import File


@event_priority(100)
def on_files(files, config):
    text = "---\\ndate: 2024-01-31\\ntags: made\\n---\\n# Generated\\n\\nOut of thin air.\\n"
    files.append(File.generated(config, "blog/posts/made.md", content=text))
    return files
"""


def test_a_generated_post_is_a_post(on_each_theme: Build) -> None:
    files = {"index.md": "# Home\n", "../generate.py": GENERATOR}
    site = on_each_theme(files, "hooks: [generate.py]", strict=True)
    assert site.titles("blog") == ["Generated"]
    assert site.titles("blog/tag/made") == ["Generated"]
    assert "Out of thin air." in site.html("blog/2024/01/31/generated").get_text()


def test_posts_come_and_go_while_a_site_is_served(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    first = build_site(tmp_path, FILES, command="serve")
    assert first.titles("blog") == ["Two", "One"]
    (docs / "blog/posts/a.md").rename(docs / "blog/posts/renamed.md")
    (docs / "blog/posts/b.md").unlink()
    new = "---\ndate: 2024-03-01\ncategory: New\n---\n# Three\n"
    second = build_site(tmp_path, {"blog/posts/c.md": new}, command="serve")
    assert second.titles("blog") == ["Three", "One"]
    assert second.titles("blog/category/new") == ["Three"]
    assert not second.exists("blog/2024/02/01/two/index.html")
    assert second.titles("blog/tag/spark") == ["One"]


def test_an_authors_file_may_change_while_a_site_is_served(tmp_path: Path) -> None:
    post = "---\ndate: 2024-01-31\nauthor: ada\n---\n# One\n"
    authors = "authors: {{ada: {{name: {}}}}}"
    files = {"blog/posts/a.md": post, "blog/.authors.yml": authors.format("Ada")}
    assert "Ada" in build_site(tmp_path, files, command="serve").html("blog").get_text()
    changed = {"blog/.authors.yml": authors.format("Countess")}
    assert "Countess" in build_site(tmp_path, changed, command="serve").html("blog").get_text()


TWO = """plugins:
  - search
  - blog-plugin: {authors_file: shared.yml}
  - blog-plugin: {blog_dir: news, authors_file: shared.yml}
"""


def test_two_blogs_share_authors_and_nothing_else(build: Build) -> None:
    post = "---\ndate: 2024-01-{:02}\ncategory: Same\nauthor: ada\n---\n# {}\n\nText.\n"
    files = {
        "index.md": "# Home\n",
        "shared.yml": "ada: {name: Ada Lovelace}",
        "blog/posts/a.md": post.format(1, "One"),
        "blog/posts/b.md": post.format(3, "Three"),
        "news/posts/a.md": post.format(2, "Two"),
    }
    site = build(files, TWO, strict=True)
    assert site.titles("blog/category/same") == ["Three", "One"]
    assert site.titles("news/category/same") == ["Two"]
    assert site.titles("news/author/ada") == ["Two"]
    page = site.html("news/2024/01/02/two")
    assert not page.select("a[rel~=prev][href], a[rel~=next][href]")
    assert site.broken_links() == []


def test_overlapping_blogs_are_a_configuration_error(build: Build) -> None:
    config = "plugins: [search, blog-plugin, {blog-plugin: {blog_dir: blog}}]"
    with pytest.raises(ConfigurationError, match="overlap"):
        build(FILES, config)


SAMPLES = """
=== "One"

    first

=== "Two"

    second

- [x] done
- [ ] open

## Setup

[to the setup](#setup)
"""


def test_tabs_tasks_and_headings_of_several_excerpts_stay_apart(build: Build) -> None:
    extensions = """
markdown_extensions:
  - toc: {permalink: true}
  - pymdownx.superfences
  - pymdownx.tabbed: {alternate_style: true}
  - pymdownx.tasklist: {clickable_checkbox: true}
  - pymdownx.highlight: {anchor_linenums: true}
"""
    files = {
        f"blog/posts/{n}.md": f"---\ndate: 2024-01-0{n}\n---\n# Post {n}\n{SAMPLES}" for n in (1, 2)
    }
    site = build({"index.md": "# Home\n", **files}, extensions, theme="material", strict=True)
    assert site.repeated_ids("blog") == []
    assert site.broken_links() == []
    tabs = site.html("blog").select("input[type=radio]")
    assert len({tab["name"] for tab in tabs}) == 2
    labels = {label["for"] for label in site.html("blog").select(".tabbed-labels label")}
    assert labels == {tab["id"] for tab in tabs}


PLAIN = """
def on_page_content(html, page, config, files):
    assert "&amp;" not in str(page.title), page.title
"""
DATED = """{% extends "base.html" %}
{% block content %}{{ super() }}
{% if page.meta.date %}<i>{{ page.meta.date | date }}</i>{% endif %}{% endblock %}
"""


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
def test_texts_are_plain_for_plugins_and_search_and_escaped_in_templates(
    build: Build, theme: str
) -> None:
    files = {
        "index.md": "# Home\n",
        "../plain.py": PLAIN,
        "../theme/main.html": DATED,
        "blog/posts/a.md": "---\ndate: 2024-01-31\ntags: [C & D]\ntitle: A & B\n---\nText.\n",
    }
    config = f"""theme: {{name: {theme}, custom_dir: theme}}
plugins: [search, {{blog-plugin: {{views_in_search: true}}}}]
hooks: [plain.py]
"""
    site = build(files, config, strict=True)
    post = site.read("blog/2024/01/31/a--b")
    assert "<title>A &amp; B - Site</title>" in post
    assert "<i>January 31, 2024</i>" in post
    entries = json.loads(site.read("search/search_index.json"))["docs"]
    found = {entry["location"]: entry for entry in entries}
    assert "A &" in found["blog/tag/c--d/"]["text"]
    if theme == "mkdocs":  # Material's shows titles as HTML
        assert found["blog/2024/01/31/a--b/"]["title"] == "A & B"
