"""Pages that a later build takes as the theme has rendered them, and those that it renders again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import jinja2
import pytest
from support.sites import build_site, write_files

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from support.sites import Build, Site

SMALL = {
    "index.md": "# Home\n\nWelcome.\n",
    "guide.md": "# Guide\n\n## Part\n",
    **{
        f"blog/posts/{n}.md": f"---\ndate: 2024-01-0{n}\ntags: [t{n}]\n---\n# Post {n}\n\nText {n}.\n"
        for n in range(1, 4)
    },
}
CONFIG = "plugins: [search, blog-plugin]"
POST = "blog/2024/01/02/post-2/index.html"


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the files whose pages are rendered from now on."""
    found: list[str] = []
    render = jinja2.Template.render

    def watched(self: jinja2.Template, *arguments: Any, **named: Any) -> str:
        context = dict(*arguments, **named)
        if context.get("nav") and context.get("page"):
            found.append(context["page"].file.src_uri)
        return render(self, context)

    monkeypatch.setattr(jinja2.Template, "render", watched)
    return found


def contents(site: Site) -> dict[str, bytes]:
    """Return all pages that were written."""
    return site.contents(site.pages)


def test_a_second_build_renders_only_what_prints_the_time(
    everywhere: Build, rendered: list[str]
) -> None:
    first = contents(everywhere(SMALL, CONFIG))
    assert {"index.md", "guide.md", "blog/posts/1.md", "blog/index.md"} <= set(rendered)
    rendered.clear()
    assert contents(everywhere({}, CONFIG)) == first
    assert set(rendered) <= {"index.md"}  # MkDocs' own themes print the time on the home page


def test_an_edited_post_is_rendered_with_the_lists_that_show_it(
    build: Build, rendered: list[str]
) -> None:
    build(SMALL, CONFIG, theme="material")
    rendered.clear()
    edited = {"blog/posts/2.md": "---\ndate: 2024-01-02\ntags: [t2]\n---\n# Post 2\n\nOther.\n"}
    site = build(edited, CONFIG, theme="material")
    lists = {"blog/index.md", "blog/archive/2024.md", "blog/tag/t2.md"}
    assert {"blog/posts/2.md", *lists} == set(rendered)
    assert "Other." in site.read(POST)


def test_the_next_build_of_a_server_renders_what_has_changed(
    build: Build, rendered: list[str]
) -> None:
    first = contents(build(SMALL, CONFIG, theme="material", command="serve"))
    rendered.clear()
    again = contents(build({}, CONFIG, theme="material", command=None))
    assert (again, rendered) == (first, [])
    build({"guide.md": "# Guide\n\nOther.\n"}, CONFIG, theme="material", command=None)
    assert rendered == ["guide.md"]


HOOK = "import sys\nfrom pathlib import Path\n\ndef {}\n"


@pytest.mark.parametrize(
    ("more", "edits"),
    [
        ("extra: {word: one}", {}),
        ("copyright: Me", {}),
        ("repo_url: https://example.org/repo", {}),
        ("nav: [index.md, {Manual: guide.md}, blog/index.md]", {}),
        ("", {"docs/guide.md": "# Manual\n"}),
        ("", {"docs/guide.md": "---\nicon: material/star\n---\n# Guide\n"}),
        ("", {"docs/new.md": "# New\n"}),
        ("", {"hook.py": HOOK.format("on_config(config): config.extra.word = 'two'")}),
        ("", {"overrides/main.html": '{% extends "base.html" %}'}),
        ("", {"overrides/partials/new.html": "."}),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_all_pages_may_show_lets_all_be_rendered(
    tmp_path: Path, rendered: list[str], more: str, edits: Mapping[str, str]
) -> None:
    def built(folder: Path, more: str) -> dict[str, bytes]:
        config = f"{CONFIG}\ntheme: {{name: material, custom_dir: overrides}}\nhooks: [hook.py]\n"
        return contents(build_site(folder, {}, config + more))

    for name in ("again", "whole"):
        write_files(tmp_path / name / "docs", SMALL)
        write_files(tmp_path / name, {"hook.py": "", "overrides/none.txt": ""})
    built(tmp_path / "again", "")
    rendered.clear()
    write_files(tmp_path / "again", edits)
    found = built(tmp_path / "again", more)
    assert {"index.md", "guide.md", "blog/posts/1.md", "blog/index.md"} <= set(rendered)
    write_files(tmp_path / "whole", edits)
    assert found == built(tmp_path / "whole", more)


@pytest.mark.parametrize(
    ("where", "hook"),
    [
        ("nav.word", "on_nav(nav, config, files): nav.word = {}"),
        ("config.word", "on_files(files, config): config.word = {}"),
        ("config.theme.word", "on_files(files, config): config.theme.word = {}"),
        ("config.extra.word", "on_env(env, config, files): config.extra.word = {}"),
        ("word", "on_env(env, config, files): env.globals['word'] = {}"),
        ("page.word", "on_page_markdown(markdown, page, config, files): page.word = {}"),
        (
            "page.meta.word",
            "on_page_markdown(markdown, page, config, files): page.meta['word'] = {}",
        ),
    ],
)
def test_what_a_hook_leaves_anywhere_is_printed_as_it_is_now(
    tmp_path: Path, where: str, hook: str
) -> None:
    word = tmp_path / "word.txt"
    read = HOOK.format(hook.format(f"Path('{word}').read_text()"))
    template = f"{{{{ {where} }}}}{{{{ page.content }}}}"
    write_files(tmp_path, {"hook.py": read, "overrides/main.html": template})
    config = f"{CONFIG}\nhooks: [hook.py]\ntheme: {{name: null, custom_dir: overrides}}"
    for text in ("one", "two"):
        word.write_text(text)
        assert build_site(tmp_path, SMALL, config).read(POST).startswith(text)


@pytest.mark.parametrize(
    "template",
    [
        "{{ blog.posts|length }}",
        "{% for file in pages %}{{ file.src_uri }}{% endfor %}",
        "{{ build_date_utc }}",
        "{% for item in nav %}{{ item.content }}{% endfor %}",
        "{{ config.plugins['blog-plugin'].config.blog_dir }}",
    ],
)
def test_a_template_that_asks_for_more_is_rendered_in_each_build(
    tmp_path: Path, rendered: list[str], template: str
) -> None:
    write_files(tmp_path, {"overrides/main.html": f"{template}{{{{ page.content }}}}"})
    config = f"{CONFIG}\ntheme: {{name: null, custom_dir: overrides}}"
    build_site(tmp_path, SMALL, config)
    rendered.clear()
    build_site(tmp_path, {}, config)
    assert {"index.md", "guide.md", "blog/posts/1.md", "blog/index.md"} <= set(rendered)


@pytest.mark.parametrize(
    "hook",
    [
        "on_page_context(context, page, config, nav): context['word'] = 1",
        "on_post_page(output, page, config): config.extra.word = page.title",
        "on_env(env, config, files): env.filters['upper'] = lambda text: str(len(files))",
        "on_env(env, config, files): env.tests['empty'] = lambda text: not files",
        "on_page_content(html, page, config, files): page.object = object()",
        "on_config(config): config.extra.object = type('Other', (), {})()",
        "on_env(env, config, files): env.globals['path'] = Path",
        "on_env(env, config, files): env.globals['module'] = sys",
    ],
)
def test_where_a_hook_may_tell_templates_anything_pages_are_rendered_in_each_build(
    tmp_path: Path, rendered: list[str], hook: str
) -> None:
    write_files(tmp_path, {"hook.py": HOOK.format(hook)})
    config = f"{CONFIG}\nhooks: [hook.py]"
    build_site(tmp_path, SMALL, config)
    rendered.clear()
    build_site(tmp_path, {}, config)
    assert {"guide.md", "blog/posts/1.md", "blog/posts/2.md"} <= set(rendered)


def test_what_a_hook_leaves_on_a_page_counts_for_that_page(
    tmp_path: Path, rendered: list[str]
) -> None:
    word = tmp_path / "word.txt"
    hook = f"on_page_content(html, page, config, files): page.word = 'post-2' in page.url and Path('{word}').read_text()"
    template = "{{ page.word }}{{ page.content }}"
    write_files(tmp_path, {"hook.py": HOOK.format(hook), "overrides/main.html": template})
    config = f"{CONFIG}\nhooks: [hook.py]\ntheme: {{name: null, custom_dir: overrides}}"
    word.write_text("one")
    build_site(tmp_path, SMALL, config)
    rendered.clear()
    word.write_text("two")
    site = build_site(tmp_path, {}, config)
    assert set(rendered) == {f"blog/posts/{n}.md" for n in (1, 2, 3)}  # its neighbours as well
    assert site.read(POST).startswith("two")


def test_a_file_that_becomes_an_index_at_the_same_address_is_shown_as_one(
    tmp_path: Path,
) -> None:
    config = "plugins: [search, awesome-nav, blog-plugin]"
    template = "{% for item in nav.pages %}{{ item.url }} {{ item.is_index }}\n{% endfor %}"
    write_files(tmp_path, {"overrides/main.html": template})
    config += "\ntheme: {name: null, custom_dir: overrides}"
    build_site(tmp_path, {**SMALL, ".nav.yml": "nav: [index.md, guide.md]"}, config)
    (tmp_path / "docs/guide.md").unlink()
    moved = {"guide/index.md": SMALL["guide.md"], ".nav.yml": "nav: [index.md, guide/index.md]"}
    site = build_site(tmp_path, moved, config)
    assert "guide/ True" in site.read(POST)


@pytest.mark.parametrize("owner", ["config", "config.extra", "config.theme"])
def test_what_a_hook_leaves_on_the_options_counts_for_all_pages(tmp_path: Path, owner: str) -> None:
    word = tmp_path / "word.txt"
    hook = HOOK.format(f"on_config(config): {owner}.word = Path('{word}').read_text()")
    write_files(tmp_path, {"hook.py": hook, "overrides/main.html": f"{{{{ {owner}.word }}}}"})
    config = f"{CONFIG}\nhooks: [hook.py]\ntheme: {{name: null, custom_dir: overrides}}"
    word.write_text("one")
    assert build_site(tmp_path, SMALL, config).read(POST) == "one"
    word.write_text("two")
    assert build_site(tmp_path, {}, config).read(POST) == "two"


def test_a_neighbour_whose_canonical_address_is_shown_is_looked_at_again(tmp_path: Path) -> None:
    template = "{{ page.previous_page.canonical_url if page.previous_page }}{{ page.content }}"
    write_files(tmp_path, {"overrides/main.html": template})
    config = f"{CONFIG}\ntheme: {{name: null, custom_dir: overrides}}"
    build_site(tmp_path, SMALL, config)
    text = (
        "---\ndate: 2024-01-01\ntags: [t1]\ncanonical_url: https://example.com/1\n---\n# Post 1\n"
    )
    site = build_site(tmp_path, {"blog/posts/1.md": text}, config)
    assert site.read(POST).startswith("https://example.com/1")


def test_templates_in_a_linked_folder_are_read_in_each_build(tmp_path: Path) -> None:
    files = {"overrides/main.html": "{% include 'part/a.html' %}", "shared/a.html": "one"}
    write_files(tmp_path, files)
    (tmp_path / "overrides/part").symlink_to("../shared")
    config = f"{CONFIG}\ntheme: {{name: null, custom_dir: overrides}}"
    assert build_site(tmp_path, SMALL, config).read(POST) == "one"
    write_files(tmp_path, {"shared/a.html": "two"})
    assert build_site(tmp_path, {}, config).read(POST) == "two"


def test_what_a_page_tells_others_is_told_anew(tmp_path: Path) -> None:
    template = "{% if page.meta.star %}{{ config.extra.all.append(page.title) }}{% endif %}"
    write_files(tmp_path, {"overrides/main.html": template + "{{ config.extra.all|join(' ') }}"})
    config = f"{CONFIG}\nextra: {{all: []}}\ntheme: {{name: null, custom_dir: overrides}}"
    star = "---\ndate: 2024-01-01\nstar: 1\n---\n# {}\n"
    build_site(tmp_path, {**SMALL, "blog/posts/0.md": star.format("Zero")}, config)
    site = build_site(tmp_path, {"blog/posts/0.md": star.format("Nil")}, config)
    assert site.read(POST) == "Nil"


def test_posts_with_tags_of_material_are_kept(build: Build, rendered: list[str]) -> None:
    config = "plugins: [search, tags, blog-plugin]"
    files = {**SMALL, "tags.md": "# Tags\n\n<!-- material/tags -->\n"}
    first = contents(build(files, config, theme="material"))
    rendered.clear()
    again = contents(build({}, config, theme="material"))
    assert (again, rendered) == (first, [])


@pytest.mark.parametrize("off", ["cache: false", "dirty"])
def test_without_the_cache_pages_are_rendered_in_each_build(
    build: Build, rendered: list[str], off: str
) -> None:
    option = "{}" if off == "dirty" else f"{{{off}}}"
    config = f"plugins: [search, blog-plugin: {option}]"
    build(SMALL, config)
    rendered.clear()
    if off == "dirty":  # keeps nothing of what it renders
        build({"guide.md": "# Other\n"}, config, dirty=True)
        build({"guide.md": "# Other\n"}, config)
    else:
        build({}, config)
    assert "guide.md" in rendered


def test_pages_of_a_site_with_many_options_are_kept(build: Build, rendered: list[str]) -> None:
    config = f"""{CONFIG}
nav: [index.md, guide.md, blog/index.md]
not_in_nav: /more.md
exclude_docs: "*.tmp"
draft_docs: /later.md
extra: {{when: 2024-01-01, list: [1], map: {{a: null}}}}
extra_javascript: [{{path: a.js, defer: true}}]
validation: {{nav: {{omitted_files: info}}}}
markdown_extensions: [attr_list, toc: {{permalink: true}}]
"""
    first = contents(build({**SMALL, "more.md": "# More\n"}, config, theme="material"))
    rendered.clear()
    again = contents(build({}, config, theme="material"))
    assert (again, rendered) == (first, [])


def test_pages_of_several_blogs_are_kept(build: Build, rendered: list[str]) -> None:
    files = {**SMALL, "news/posts/a.md": "---\ndate: 2024-01-01\n---\n# News\n"}
    config = "plugins: [search, blog-plugin, blog-plugin: {blog_dir: news}]"
    first = contents(build(files, config, theme="material"))
    rendered.clear()
    again = contents(build({}, config, theme="material"))
    assert (again, rendered) == (first, [])


def test_an_integration_with_items_of_its_own_in_the_nav_is_rendered_in_each_build(
    build: Build, rendered: list[str]
) -> None:
    files = {**SMALL, "part/index.md": "# Part\n", "part/more.md": "# More\n"}
    config = "plugins: [search, section-index, blog-plugin]"
    first = contents(build(files, config))
    rendered.clear()
    assert contents(build({}, config)) == first
    assert "part/more.md" in rendered


def test_a_damaged_file_of_pages_costs_time_and_nothing_else(
    build: Build, rendered: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("MKDOCS_BLOG_CACHE", str(tmp_path / "cache"))
    first = contents(build(SMALL, CONFIG))
    for file in (tmp_path / "cache").glob("*/pages"):
        file.write_bytes(file.read_bytes().replace(b"Text", b"Test"))
    rendered.clear()
    assert contents(build({}, CONFIG)) == first
    assert "blog/posts/1.md" in rendered


def test_the_next_build_of_a_server_compiles_no_fragment(
    build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    names: list[str | None] = []
    compile_one = jinja2.Environment.compile

    def watched(self: jinja2.Environment, source: Any, name: Any = None, *more: Any) -> Any:
        names.append(name)
        return compile_one(self, source, name, *more)

    monkeypatch.setattr(jinja2.Environment, "compile", watched)
    build(SMALL, CONFIG, command="serve")
    assert "blog/post.html" in names
    names.clear()
    edited = {"blog/posts/2.md": "---\ndate: 2024-01-02\n---\n# Post 2\n\nOther.\n"}
    assert "Other." in build(edited, CONFIG, command=None).read(POST)
    assert names == []
