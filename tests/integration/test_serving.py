"""Builds of one `mkdocs serve`: unchanged posts keep their conversion, and all problems are reported each time."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

import markdown
import pytest
from support.sites import build_site, write_files

from mkdocs_blog_plugin.site.output import rendered as renderings
from mkdocs_blog_plugin.site.reading import read_blog as reading

if TYPE_CHECKING:
    from pathlib import Path

    from support.sites import Site

POST = "---\ndate: 2024-01-0{n}\n---\n# Post {n}\n\nText {n}.\n"
POSTS = {f"blog/posts/{n}.md": POST.format(n=n) for n in (1, 2, 3)}


class Serve(Protocol):
    """Builds a site again and again, as `mkdocs serve` does."""

    def __call__(self, files: dict[str, str], config: str = "") -> tuple[Site, list[str]]:
        """Write `files` and build; return the site, and what was converted of its posts."""


@pytest.fixture
def serve(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Serve:
    texts: list[str] = []
    convert = markdown.Markdown.convert
    has_begun = False

    def counting(self: markdown.Markdown, source: str) -> str:
        texts.append(source)
        return convert(self, source)

    def build(files: dict[str, str], config: str = "") -> tuple[Site, list[str]]:
        nonlocal has_begun
        texts.clear()
        command = None if has_begun else "serve"
        has_begun = True
        site = build_site(tmp_path, files, config, command=command)
        return site, [text.partition("\n")[0] for text in texts if text.startswith("# Post")]

    monkeypatch.setattr(markdown.Markdown, "convert", counting)
    return build


def test_only_the_post_that_was_edited_is_converted_again(serve: Serve) -> None:
    _, converted = serve(POSTS)
    assert len(converted) == 3
    site, converted = serve({"blog/posts/2.md": POST.format(n=2) + "\nMore.\n"})
    assert converted == ["# Post 2"]
    assert "More." in site.read("blog/2024/01/02/post-2")


def test_a_server_that_starts_knows_nothing_of_another(serve: Serve, tmp_path: Path) -> None:
    serve(POSTS)
    build_site(tmp_path, {}, command="serve")
    _, converted = serve({})
    assert converted == []


def test_a_link_follows_the_post_that_it_leads_to(serve: Serve) -> None:
    linking = {"blog/posts/1.md": POST.format(n=1) + "\n[two](2.md)\n"}
    serve(POSTS | linking)
    moved = {"blog/posts/2.md": POST.format(n=2).replace("---\n#", "slug: moved\n---\n#")}
    site, converted = serve(moved)
    assert sorted(converted) == ["# Post 1", "# Post 2"]
    assert 'href="../../02/moved/"' in site.read("blog/2024/01/01/post-1")


@pytest.mark.parametrize(
    "link",
    [
        "![p](none.png)",  # reported as a problem
        "[x](none.md)",
        "[x](/absolute/)",  # reported by MkDocs
    ],
)
def test_problems_are_reported_in_each_build(serve: Serve, link: str) -> None:
    config = "validation: {links: {absolute_links: warn}}"
    first, _ = serve(POSTS | {"blog/posts/1.md": POST.format(n=1) + f"\n{link}\n"}, config)
    again, converted = serve({}, config)
    assert len(first.warnings) == 1
    assert again.warnings == first.warnings
    assert converted == ["# Post 1"]


def test_a_missing_anchor_is_reported_in_each_build(serve: Serve) -> None:
    config = "validation: {links: {anchors: warn}}"
    linking = {"blog/posts/1.md": POST.format(n=1) + "\n[two](2.md#none) [own](#nothing)\n"}
    first, _ = serve(POSTS | linking, config)
    again, converted = serve({}, config)
    assert len(first.warnings) == 2
    assert again.warnings == first.warnings
    assert converted == []


def test_a_file_that_appears_is_found(serve: Serve) -> None:
    linking = {"blog/posts/1.md": POST.format(n=1) + "\n[x](extra.txt)\n"}
    first, _ = serve(POSTS | linking)
    again, _ = serve({"blog/posts/extra.txt": "x"})
    assert len(first.warnings) == 1
    assert again.warnings == []
    assert 'href="../../../../extra.txt"' in again.read("blog/2024/01/01/post-1")


def test_snippets_are_read_in_each_build(serve: Serve, tmp_path: Path) -> None:
    config = f"markdown_extensions: [{{pymdownx.snippets: {{base_path: ['{tmp_path}']}}}}]"
    write_files(tmp_path, {"part.txt": "Before."})
    serve(POSTS | {"blog/posts/1.md": POST.format(n=1) + '\n--8<-- "part.txt"\n'}, config)
    write_files(tmp_path, {"part.txt": "After."})
    site, converted = serve({}, config)
    assert "After." in site.read("blog/2024/01/01/post-1")
    assert converted == ["# Post 1"]


def test_snippets_that_join_every_page_are_read_in_each_build(serve: Serve, tmp_path: Path) -> None:
    config = (
        "markdown_extensions: [{pymdownx.snippets: {base_path: ['%s'], auto_append: [end.md]}}]"
    )
    write_files(tmp_path, {"end.md": "Before."})
    serve(POSTS, config % tmp_path)
    write_files(tmp_path, {"end.md": "After."})
    site, _ = serve({}, config % tmp_path)
    assert "After." in site.read("blog/2024/01/01/post-1")


@pytest.mark.parametrize(
    "config",
    [
        "markdown_extensions: [admonition]",
        "markdown_extensions: [{toc: {permalink: true}}]",
        "use_directory_urls: false",
        "validation: {links: {not_found: ignore}}",
    ],
)
def test_other_options_convert_all_posts_again(serve: Serve, config: str) -> None:
    serve(POSTS)
    _, converted = serve({}, config)
    assert len(converted) == 3


def test_a_page_that_a_plugin_rewrites_is_kept_as_rewritten(serve: Serve, tmp_path: Path) -> None:
    hook = (
        "def on_page_markdown(markdown, page, config, files):\n    return markdown + '\\n{}\\n'\n"
    )
    write_files(tmp_path, {"hook.py": hook.format("One.")})
    serve(POSTS, "hooks: [hook.py]")
    write_files(tmp_path, {"other.py": hook.format("Two.")})
    site, converted = serve({}, "hooks: [other.py]")
    assert "Two." in site.read("blog/2024/01/01/post-1")
    assert len(converted) == 3


def test_what_plugins_do_to_a_table_of_contents_stays_in_one_build(
    serve: Serve, tmp_path: Path
) -> None:
    hook = (
        "def on_page_content(html, page, config, files):\n"
        "    for item in page.toc:\n        item.title += '!'\n    return html\n"
    )
    write_files(tmp_path, {"hook.py": hook})
    serve(POSTS, "hooks: [hook.py]\ntheme: readthedocs")
    site, converted = serve({}, "hooks: [hook.py]\ntheme: readthedocs")
    assert converted == []
    assert "Post 1!!" not in site.read("blog/2024/01/01/post-1")


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that gets the names of what is done to posts: reading, rendering."""
    done = []
    for module, name in ((reading, "read_document"), (renderings, "render_post")):
        original = getattr(module, name)

        def noting(*args: Any, _name: str = name, _original: Any = original, **more: Any) -> Any:
            done.append(_name)
            return _original(*args, **more)

        monkeypatch.setattr(module, name, noting)
    return done


def test_only_the_post_that_was_edited_is_read_and_cut_again(serve: Serve, work: list[str]) -> None:
    serve(POSTS)
    work.clear()
    site, _ = serve({"blog/posts/2.md": POST.format(n=2).replace("Text", "Words")})
    assert work == ["read_document", "render_post"]
    assert "Words 2." in site.read("blog")
    work.clear()
    serve({}, "theme: readthedocs")
    assert sorted(set(work)) == ["read_document", "render_post"]


@pytest.mark.parametrize(
    ("keys", "is_there_first"),
    [("date: 2024-01-09\nexpires: 2024-06-01", True), ("date: 2024-06-01", False)],
)
def test_a_post_comes_and_goes_when_its_time_has_come(
    serve: Serve, monkeypatch: pytest.MonkeyPatch, keys: str, *, is_there_first: bool
) -> None:
    posts = POSTS | {"blog/posts/passing.md": f"---\n{keys}\n---\n# Passing\n"}
    config = "plugins: [{blog-plugin: {draft_if_future_date: true, draft_on_serve: false}}]"
    for day, is_there in (("05-31", is_there_first), ("06-02", not is_there_first)):
        now = datetime.fromisoformat(f"2024-{day}T12:00:00+00:00")
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(now.timestamp())))
        site, _ = serve(posts, config)
        assert ("Passing" in site.titles("blog")) == is_there


def test_authors_reach_posts_that_are_as_they_were(serve: Serve) -> None:
    post = {"blog/posts/1.md": POST.format(n=1).replace("---\n#", "author: jane\n---\n#")}
    serve(POSTS | post | {"blog/.authors.yml": "jane: {name: Jane}\n"})
    site, _ = serve({"blog/.authors.yml": "jane: {name: Jane Doe}\n"})
    assert "Jane Doe" in site.read("blog/2024/01/01/post-1")


def test_defaults_of_a_folder_reach_posts_that_are_as_they_were(serve: Serve) -> None:
    config = "theme: material\nplugins: [meta, blog-plugin]"
    serve(POSTS | {"blog/posts/.meta.yml": "tags: [Old]\n"}, config)
    site, _ = serve({"blog/posts/.meta.yml": "tags: [New]\n"}, config)
    assert site.titles("blog/tag/new") == ["Post 3", "Post 2", "Post 1"]
    assert not site.exists("blog/tag/old/index.html")


def test_options_reach_posts_that_are_as_they_were(serve: Serve) -> None:
    serve(POSTS)
    site, _ = serve({}, "plugins: [{blog-plugin: {post_url_format: '{slug}'}}]")
    assert site.exists("blog/post-1/index.html")
    assert not site.exists("blog/2024/01/01/post-1/index.html")


def test_faults_in_front_matter_are_reported_in_each_build(serve: Serve) -> None:
    wrong = {"blog/posts/1.md": POST.format(n=1).replace("---\n#", "pin: maybe\n---\n#")}
    first, _ = serve(POSTS | wrong)
    again, _ = serve({})
    assert len(first.warnings) == 1
    assert again.warnings == first.warnings


def test_what_plugins_do_to_the_meta_of_a_page_stays_in_one_build(
    serve: Serve, tmp_path: Path
) -> None:
    hook = (
        "def on_page_markdown(markdown, page, config, files):\n"
        "    marks = page.meta.get('marks', [])\n    marks.append('x')\n"
        "    return f'{markdown}\\nMarks: {len(marks)}\\n'\n"
    )
    write_files(tmp_path, {"hook.py": hook})
    marked = {"blog/posts/1.md": POST.format(n=1).replace("---\n#", "marks: [a]\n---\n#")}
    serve(POSTS | marked, "hooks: [hook.py]")
    site, _ = serve({}, "hooks: [hook.py]")
    assert "Marks: 2" in site.read("blog/2024/01/01/post-1")
