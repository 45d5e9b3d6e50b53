"""Front matter is read in every notation, and never printed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from support.sites import PIXEL

if TYPE_CHECKING:
    from pathlib import Path

    from support.sites import Build

FRONT_MATTER = {
    "toml": '+++\ntitle = "Kept"\ndate = 2024-01-31T10:00:00Z\nqwx = "1"\n[params]\nqwx = 2\n+++\n',
    "json": '{"title": "Kept", "date": "2024-01-31", "qwx": [1, 2]}\n',
    "byte order mark": "\ufeff---\ntitle: Kept\ndate: 2024-01-31\nqwx: 1\n---\n",
    "carriage returns": "---\r\ntitle: Kept\r\ndate: 2024-01-31\r\nqwx: 1\r\n---\r\n",
    "dots at the end": "---\ntitle: Kept\ndate: 2024-01-31\nqwx: 1\n...\n",
    "blank lines before": "\n\n---\ntitle: Kept\ndate: 2024-01-31\nqwx: 1\n---\n",
    "never closed": "---\ntitle: Kept\ndate: 2024-01-31\nqwx: 1\n",
    "a tab": "---\ntitle: Kept\ndate: 2024-01-31\nqwx:\n\t- 1\n---\n",
    "an impossible value": "---\ntitle: Kept\ndate: 2024-01-31\nqwx: [a, b\n---\n",
    "a key twice": "---\ntitle: Lost\ntitle: Kept\ndate: 2024-01-31\nqwx: 1\n---\n",
    "a colon in a value": "---\ntitle: Kept\ndate: 2024-01-31\nqwx: a: b\n---\n",
}


@pytest.mark.parametrize("notation", FRONT_MATTER)
def test_the_front_matter_of_a_post_is_never_printed(build: Build, notation: str) -> None:
    site = build({"blog/posts/a.md": f"{FRONT_MATTER[notation]}\nThe text.\n"})
    page = "blog/2024/01/31/kept"
    assert site.entry(page)["name"] == ["Kept"]
    assert site.html(page).find(class_="e-content").text.strip() == "The text."
    assert "qwx" not in "".join(site.read(path) for path in site.pages)
    assert "qwx" not in site.read("search/search_index.json")


def test_no_theme_prints_it(on_each_theme: Build) -> None:
    files = {f"blog/posts/{name}.md": f"{text}\nText.\n" for name, text in FRONT_MATTER.items()}
    files["blog/_index.md"] = '+++\ntitle = "News"\nqwx = 1\n+++\nWelcome.\n'
    site = on_each_theme(files, "plugins: [search, {blog-plugin: {pagination: false}}]")
    assert len(site.feed("blog")) == len(FRONT_MATTER)
    assert "Welcome." in site.html("blog").text
    assert "qwx" not in "".join(site.read(path) for path in site.pages)


def test_an_introduction_in_another_notation_stands_on_every_page_if_asked_for(
    build: Build,
) -> None:
    files = {f"blog/posts/{day}.md": f"---\ndate: 2024-01-0{day}\n---\n" for day in (1, 2)}
    files["blog/index.md"] = '+++\ntitle = "News"\n+++\nWelcome.\n'
    options = "{pagination_per_page: 1, pagination_keep_content: true}"
    site = build(files, f"plugins: [search, {{blog-plugin: {options}}}]", strict=True)
    for page in ("blog", "blog/page/2"):
        assert "Welcome." in site.html(page).text
        assert "+++" not in site.html(page).text


def test_faults_in_the_front_matter_of_an_introduction_are_reported(build: Build) -> None:
    site = build({"blog/index.md": "---\ntitle: News\ntags: [a\n---\nWelcome.\n"})
    assert "tags" not in site.html("blog").text
    (warning,) = site.warnings
    assert "docs/blog/index.md:4: tags:" in warning


def test_a_fault_in_a_post_is_reported_with_the_line_of_its_file(build: Build) -> None:
    text = FRONT_MATTER["toml"]
    site = build({"blog/posts/a.md": f"{text}\n![A](missing.png)\n"})
    (warning,) = site.warnings
    assert f"docs/blog/posts/a.md:{text.count(chr(10)) + 2}: there is no picture" in warning


def test_the_avatar_of_an_author_in_front_matter_is_found_like_a_cover(build: Build) -> None:
    authors = "[{name: Ada, avatar: ./ada.png}, {name: Bob, avatar: img/bob.png}, {name: Eve, avatar: no.png}]"
    text = f"---\ndate: 2024-01-31\nauthors: {authors}\n---\n# A\n"
    site = build({"blog/posts/a.md": text, "blog/posts/ada.png": PIXEL, "img/bob.png": PIXEL})
    found = site.html("blog/author/ada").select(".p-author img, .u-photo")
    assert {tag["src"] for tag in found} == {"../../../blog/ada.png", "../../../img/bob.png"}
    (warning,) = site.warnings
    assert "docs/blog/posts/a.md:3: authors: there is no picture 'no.png' (avatar: " in warning


def test_a_dirty_build_leaves_an_unchanged_post_alone(build: Build, tmp_path: Path) -> None:
    site = build({"blog/posts/a.md": FRONT_MATTER["toml"]})
    page = site.folder / "blog/2024/01/31/kept/index.html"
    os.utime(tmp_path / "docs/blog/posts/a.md", (0, 0))
    os.utime(page, (1, 1))
    build({}, dirty=True)
    assert page.stat().st_mtime == 1


def test_other_plugins_find_the_file_on_disk(build: Build, tmp_path: Path) -> None:
    hook = "def on_page_markdown(markdown, page, config, files):\n"
    hook += "    return f'{page.file.abs_src_path}|{page.edit_url}'\n"
    (tmp_path / "hook.py").write_text(hook)
    config = "hooks: [hook.py]\nrepo_url: https://example.org/r\nedit_uri: edit/"
    site = build({"blog/posts/a.md": FRONT_MATTER["toml"]}, config)
    text = site.html("blog/2024/01/31/kept").find(class_="e-content").text
    assert f"{tmp_path / 'docs/blog/posts/a.md'}|https://example.org/r/edit/blog/posts/a.md" in text


CHANGERS = {
    "event": (
        "def on_page_read_source(page, config):\n"
        "    return '---\\ncolour: red\\n---\\nOther text.\\n'\n"
    ),
    "file": (
        "def on_nav(nav, config, files):\n"
        "    file = files.src_uris['blog/posts/a.md']\n"
        "    file.content_string = '---\\ncolour: red\\n---\\nOther text.\\n'\n"
    ),
}


@pytest.mark.parametrize("changer", CHANGERS)
def test_another_text_that_a_plugin_has_for_mkdocs_counts(build: Build, changer: str) -> None:
    tell = "def on_page_markdown(markdown, page, config, files):\n"
    tell += "    return f'{markdown} {page.meta.get(\"colour\")}'\n"
    files = {"blog/posts/a.md": "---\ndate: 2024-01-31\ntitle: Kept\n---\nText.\n"}
    site = build({**files, "../hook.py": CHANGERS[changer] + tell}, "hooks: [hook.py]")
    text = site.html("blog/2024/01/31/kept").find(class_="e-content").text
    assert " ".join(text.split()) == "Other text. red"
