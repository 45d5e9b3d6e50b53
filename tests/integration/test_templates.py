"""What a site changes: templates in its `custom_dir`, and the object `blog` in its own templates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from mkdocs.exceptions import Abort
from support.sites import write_files

if TYPE_CHECKING:
    from pathlib import Path

    from support.sites import Build

FILES = {
    "index.md": "# Home\n",
    "blog/posts/a.md": "---\ndate: 2024-01-01\nslug: a\ntags: Spark\n---\n# A & b\n\nText.\n",
    "blog/posts/b.md": "---\ndate: 2024-01-02\nauthor: Ada\nunlisted: true\n---\n# Quiet\n\nText.\n",
    "blog/posts/c.md": "---\ndate: 2024-01-03\ntags: [Spark, Kafka]\n---\n# C\n\nText.\n",
}
CUSTOM = "theme: {{name: {}, custom_dir: overrides}}"
THEMES = ("mkdocs", "readthedocs", "material")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    ("name", "path", "text", "shown"),
    [
        ("byline", "blog/2024/01/01/a", "{{ post.title }} by nobody", "A & b by nobody"),
        ("footer", "blog/2024/01/01/a", "{{ post.title }} ends here", "A & b ends here"),
        ("term", "blog", "#{{ term.label }}", "#Spark"),
        ("pager", "blog", "{{ pager.number }} of {{ view.pagers|length }}", "1 of 2"),
    ],
)
def test_a_template_of_the_site_replaces_ours(
    build: Build, tmp_path: Path, *, theme: str, name: str, path: str, text: str, shown: str
) -> None:
    write_files(tmp_path / "overrides/blog", {f"{name}.html": f"<p class='own'>{text}</p>"})
    config = CUSTOM.format(theme) + "\nplugins: [blog-plugin: {pagination_per_page: 1}]"
    own = build(FILES, config).html(path).select_one(".own")
    assert own.get_text() == shown


def test_a_template_that_changes_shows_in_the_next_build(build: Build, tmp_path: Path) -> None:
    for text in ("one", "two"):
        write_files(tmp_path / "overrides/blog", {"byline.html": f"<p class='own'>{text}</p>"})
        site = build(FILES, CUSTOM.format("mkdocs"))
        assert site.html("blog/2024/01/03/c").select_one(".own").get_text() == text


def test_themes_ask_the_blog_for_posts(build: Build, tmp_path: Path) -> None:
    template = """{% extends "base.html" %}{% block content %}<ol class="own">
    {% for post in blog.recent(1) %}<li><a href="{{ post.url|url }}">{{ post.title|e }}</a></li>
    {% endfor %}{% for post in blog.recent(-1) %}<li>none</li>{% endfor %}
    {% for term in blog.tags %}<li><a href="{{ term.url|url }}">{{ term.label|e }}
    {{ term.count }}</a></li>{% endfor %}<li>{{ blogs["blog"].posts|length }}</li>
    <li><a href="{{ blog.url|url }}">{{ blog.title|e }}</a></li></ol>{% endblock %}"""
    write_files(tmp_path / "overrides", {"home.html": template})
    files = FILES | {"index.md": "---\ntemplate: home.html\n---\n# Home\n"}
    site = build(files, CUSTOM.format("mkdocs"), strict=True)
    items = [
        " ".join(item.get_text().split()) for item in site.html("index.html").select(".own li")
    ]
    assert items == ["C", "Kafka 1", "Spark 2", "2", "Blog"]
    assert site.broken_links() == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("\n{{ nonsense }}", r"overrides/blog/byline.html:2: 'nonsense' is undefined"),
        ("{{ post.titel }}", r"overrides/blog/byline.html:1: .*has no attribute 'titel'"),
        ("\n\n{% if %}", r"overrides/blog/byline.html:3: Expected an expression"),
        ("{{ 1 / 0 }}", r"overrides/blog/byline.html:1: division by zero"),
    ],
)
def test_a_template_that_fails_is_reported_with_its_line(
    build: Build, tmp_path: Path, text: str, message: str
) -> None:
    write_files(tmp_path / "overrides/blog", {"byline.html": text})
    with pytest.raises(Abort) as stop:
        build(FILES, CUSTOM.format("mkdocs"))
    assert re.search(message, str(stop.value.__context__))


def test_static_templates_of_the_site_ask_the_blog_too(build: Build) -> None:
    files = FILES | {
        "posts.xml": "{% for post in blog.posts %}<p>{{ post.title|e }}</p>{% endfor %}"
    }
    site = build(files, "extra_templates: [posts.xml]")
    assert site.read("posts.xml") == "<p>C</p><p>A &amp; b</p>"


def test_a_hook_that_asks_for_posts_before_they_are_read_is_reported_when_to_ask(
    build: Build, tmp_path: Path
) -> None:
    hook = "def on_config(config):\n    config.extra['blog'].posts\n"
    write_files(tmp_path, {"hook.py": f"{hook}on_config.mkdocs_priority = -100\n"})
    with pytest.raises(Abort) as stop:
        build(FILES, "hooks: [hook.py]")
    assert "ask in 'on_nav' or later" in str(stop.value.__context__)
