"""All problems are reported at once, and nothing is lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from mkdocs.exceptions import Abort, ConfigurationError

if TYPE_CHECKING:
    from support.sites import Build

FAULTY = """
-- index.md --
# Home
-- about.md --
# About
-- blog/posts/date.md --
---
title: Date
date: 31/1/2024
---
Text.
-- blog/posts/zone.md --
---
title: Zone
date: 2024-01-31 10:00 NST
---
Text.
-- blog/posts/yaml.md --
---
title: "YAML
date: 2024-01-31
---
Text of the broken one.
-- blog/posts/one.md --
---
title: Same
date: 2024-01-31
---
One.
-- blog/posts/two.md --
---
title: Same
date: 2024-01-31
---
Two.
-- blog/posts/duplicate.md --
---
title: First
title: Second
date: 2024-01-31
---
Text.
-- blog/posts/README.md --
# Read me
"""

FORM = re.compile(r"docs/blog/posts/\w+\.md(:\d+)?: .+ \(.+\)")


def test_all_problems_of_a_build_are_reported_together(on_each_theme: Build) -> None:
    site = on_each_theme(FAULTY)
    reported = [re.sub(r"^mkdocs_blog_plugin: ", "", line) for line in site.warnings]
    places = [line.split(" ")[0] for line in reported]
    assert "docs/blog/posts/date.md:3:" in places
    assert "docs/blog/posts/zone.md:3:" in places
    assert any(place.startswith("docs/blog/posts/yaml.md:") for place in places)
    assert any("one.md" in line and "two.md" in line for line in reported)
    assert any(place.startswith("docs/blog/posts/duplicate.md:") for place in places)
    assert [line for line in reported if not FORM.search(line)] == []


def test_a_template_that_mkdocs_would_not_find_is_reported(build: Build) -> None:
    names = ["/etc/hostname", "../../x.html", "a" * 5000, "nope.html", "img/favicon.ico"]
    post = "---\ndate: 2024-01-31\ntemplate: {}\n---\n# A post\n"
    site = build({f"blog/posts/{n}.md": post.format(name) for n, name in enumerate(names)})
    reported = [line for line in site.warnings if "template: there is no template" in line]
    assert len(reported) == len(names)


@pytest.mark.parametrize("name", ["blog.html", "not-there.html"])
def test_a_template_of_a_view_that_the_theme_lacks_is_reported_once(
    everywhere: Build, name: str
) -> None:
    introduction = f"---\r\ntitle: News\r\ntemplate: {name}\r\n---\r\nHello.\r\n"
    files = {f"blog/posts/{n}.md": f"---\ndate: 2024-01-0{n}\n---\n# Post {n}\n" for n in (1, 2)}
    files |= {"blog/index.md": introduction, "blog/archive/2024.md": introduction}
    site = everywhere(files, "plugins: [{blog-plugin: {pagination_per_page: 1}}]")
    assert [line for line in site.warnings if "template" in line] == [
        f"mkdocs_blog_plugin: docs/blog/{path}:3: template: there is no template '{name}' for "
        "views in this theme (a template of the theme or of custom_dir; the theme's default serves)"
        for path in ("archive/2024.md", "index.md")
    ]
    assert "Hello." in site.read("blog")


def test_a_view_may_have_a_template_of_the_site(build: Build) -> None:
    site = build(
        {
            "blog/posts/a.md": "---\ndate: 2024-01-31\n---\n# A post\n",
            "blog/index.md": "---\ntemplate: news.html\n---\n# News\n",
            "../overrides/news.html": "<p>A page of its own: {{ page.content }}</p>",
        },
        "theme: {name: mkdocs, custom_dir: overrides}",
        strict=True,
    )
    assert site.read("blog").startswith("<p>A page of its own:")


@pytest.mark.parametrize("value", ["", "~", "''", "[]", "false"])
def test_a_template_without_a_name_is_that_of_the_theme(build: Build, value: str) -> None:
    post = f"---\ndate: 2024-01-31\ntemplate: {value}\n---\n# A post\n"
    site = build({"blog/posts/a.md": post}, strict=True)
    assert "blog/2024/01/31/a-post/index.html" in site.pages


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("search: true", None),
        ("search: false", None),
        ("search:", None),
        ("hide: [toc]", None),
        ("hide: true", "hide: Material cannot use the value True (a list such as [toc])"),
        (
            "search: yep",
            "search: Material cannot use the value 'yep' (a map such as {exclude: true})",
        ),
    ],
)
def test_keys_that_other_systems_share_with_material_do_not_stop_it(
    build: Build, line: str, message: str | None
) -> None:
    post = f"---\ndate: 2024-01-31\n{line}\n---\n# A post\n"
    site = build({"blog/posts/a.md": post}, "plugins: [search, blog-plugin]", theme="material")
    assert "blog/2024/01/31/a-post/index.html" in site.pages
    found = [text.partition("a.md:3: ")[2] for text in site.infos if "cannot use" in text]
    assert found == ([message] if message else [])


@pytest.mark.parametrize(
    ("icon", "said"),
    [("material/home", None), ("", None), ("fa-book", "'fa-book'"), ("[x]", "['x']")],
)
def test_an_icon_that_material_lacks_does_not_stop_it(
    build: Build, icon: str, said: str | None
) -> None:
    front_matter = f"---\ndate: 2024-01-31\nicon: {icon}\n---\n"
    files = {
        "blog/index.md": f"{front_matter}# Ours\n",
        "blog/posts/a.md": f"{front_matter}# A post\n",
    }
    site = build(files, "plugins: [search, blog-plugin: {nav_recent: 1}]", theme="material")
    assert "blog/2024/01/31/a-post/index.html" in site.pages
    message = f":3: icon: Material cannot use the value {said} (the name of an icon such as"
    found = [line.partition(message)[0] for line in site.infos if message in line]
    expected = ["docs/blog/index.md", "docs/blog/posts/a.md"] if said else []
    assert sorted(line.rpartition(" ")[2] for line in found) == expected


def test_search_false_keeps_a_post_out_of_the_search_of_material(build: Build) -> None:
    post = "---\ndate: 2024-01-31\nsearch: {}\n---\n# A post\n\nText {}\n"
    files = {f"blog/posts/{n}.md": post.format(n, n) for n in ("true", "false")}
    site = build(files, "plugins: [search, blog-plugin]", theme="material")
    index = site.read("search/search_index.json")
    assert "Text true" in index
    assert "Text false" not in index


def test_no_page_is_lost_to_a_problem(on_each_theme: Build) -> None:
    site = on_each_theme(FAULTY)
    texts = [site.html(page).get_text() for page in site.pages]
    for words in ("One.", "Two.", "Text of the broken one.", "Read me"):
        assert any(words in text for text in texts), words
    assert {"blog/2024/01/31/same/index.html", "blog/2024/01/31/same-2/index.html"} <= set(
        site.pages
    )


def test_problems_fail_a_strict_build(build: Build) -> None:
    with pytest.raises(Abort):
        build(FAULTY, strict=True)


@pytest.mark.parametrize(
    ("files", "options", "kept"),
    [
        ({"about.md": "# About\n"}, "blog_dir: ., post_url_format: '{slug}'", "about/index.html"),
        ({"blog/x/about.html": "file"}, "post_url_format: 'x/{slug}.html'", "blog/x/about.html"),
        (
            {},
            "post_url_format: '{slug}', archive_url_format: 'about/{date}'",
            "blog/about/index.html",
        ),
    ],
    ids=["page", "file", "view"],
)
def test_a_post_never_takes_the_place_of_something_else(
    build: Build, files: dict[str, str], options: str, kept: str
) -> None:
    folder = "" if "blog_dir: ." in options else "blog/"
    post = {f"{folder}posts/a.md": "---\ndate: 2024-01-31\n---\n# About\n\nThe post.\n"}
    site = build({**files, **post}, f"plugins: [search, {{blog-plugin: {{{options}}}}}]")
    assert len(site.warnings) == 1
    assert "The post." not in site.read(kept)
    assert any("about-2" in path and "The post." in site.read(path) for path in site.pages)


HOSTILE = {
    "only a line": "---\n---\nText.\n",
    "a list": "---\n- a\n- b\n---\nText.\n",
    "a number": "---\n42\n---\nText.\n",
    "unclosed": "---\ndate: 2024-01-31\nText.\n",
    "a tab": "---\n\tdate: 2024-01-31\n---\nText.\n",
    "an anchor loop": "---\ntags: &a [*a]\ndate: 2024-01-31\n---\nText.\n",
    "a Python tag": "---\ndate: 2024-01-31\nx: !!python/object/apply:os.getcwd []\n---\nText.\n",
    "nothing": "",
    "everything null": "---\ndate:\ntitle:\ntags:\nauthors:\nslug:\nimage:\n---\nText.\n",
    "maps everywhere": "---\ndate: {a: b}\ntitle: {a: b}\ntags: {a: b}\nslug: [a]\n---\nText.\n",
    "a link as text": "---\ndate: 2024-01-31\nlinks: foo\n---\nText.\n",
    "outside": "---\ndate: 2024-01-31\nslug: ../../../../../../etc\npermalink: ../../x\n---\nText.\n",
    "a host": "---\ndate: 2024-01-31\npermalink: https://example.com/x/\n---\nText.\n",
    "a huge year": "---\ndate: 99999-01-01\n---\nText.\n",
    "year zero": "---\ndate: 0000-01-01\n---\nText.\n",
    "odd bytes": "---\ndate: 2024-01-31\ntitle: 'a\\0b'\n---\nText.\n",
}


@pytest.mark.parametrize("case", HOSTILE)
def test_no_front_matter_stops_a_build_or_loses_the_text(build: Build, case: str) -> None:
    site = build({"index.md": "# Home\n", "blog/posts/a.md": HOSTILE[case]})
    pages = [page for page in site.pages if page not in {"index.html", "blog/index.html"}]
    assert not HOSTILE[case] or any("Text." in site.read(page) for page in pages)
    assert all(
        path.startswith(("blog/", "404", "index", "search", "sitemap")) or "/" in path
        for path in site.paths
    )


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff---\ndate: 2024-01-31\n---\n# Title\n",
        "---\r\ndate: 2024-01-31\r\n---\r\n# Title\r\n",
        "---\ndate: 2024-01-31\n...\n# Title\n",
        "+++\ndate = 2024-01-31\n+++\n# Title\n",
        '{"date": "2024-01-31"}\n\n# Title\n',
    ],
    ids=["BOM", "CRLF", "dots", "TOML", "JSON"],
)
def test_front_matter_is_read_in_every_usual_form(build: Build, text: str) -> None:
    site = build({"blog/posts/a.md": text})
    assert site.titles("blog") == ["Title"]
    page = site.html("blog/2024/01/31/title").select_one("main, [role=main]").get_text()
    assert "date" not in page
    assert site.warnings == []


def test_a_source_that_is_not_utf8_stops_the_build_by_name(
    build: Build, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(Abort):
        build({"blog/posts/a.md": b"---\ndate: 2024-01-31\n---\n\xff\xfe\n"})
    assert "docs/blog/posts/a.md:4: the byte 0xff" in caplog.text


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ("timezone: Mars/Phobos", "Mars/Phobos"),
        ("post_excerpt: sometimes", "sometimes"),
        ("pagination_per_page: 0", "pagination_per_page"),
        ("post_url_format: '{nothing}'", "nothing"),
        ("blog_dir: ../elsewhere", "elsewhere"),
    ],
)
def test_a_wrong_option_is_a_configuration_error(
    build: Build, caplog: pytest.LogCaptureFixture, option: str, message: str
) -> None:
    with pytest.raises((ConfigurationError, Abort)):
        build("-- index.md --\n# Home\n", f"plugins: [search, {{blog-plugin: {{{option}}}}}]")
    assert message in caplog.text


def test_an_unknown_author_can_stop_the_build_with_the_nearest_name(
    build: Build, caplog: pytest.LogCaptureFixture
) -> None:
    files = {
        "blog/.authors.yml": "authors: {lovelace: {name: Ada}}",
        "blog/posts/a.md": "---\ndate: 2024-01-31\nauthor: lovelase\n---\n# A\n",
    }
    config = "plugins: [search, {blog-plugin: {authors_unknown: error}}]"
    with pytest.raises(Abort):
        build(files, config)
    assert re.search(r"a\.md:3: author.*'lovelace'", caplog.text)


def test_a_term_outside_of_the_allowed_ones_is_a_warning(build: Build) -> None:
    files = {"blog/posts/a.md": "---\ndate: 2024-01-31\ntags: [Sparc]\n---\n# A\n"}
    config = "plugins: [search, {blog-plugin: {tags_allowed: [Spark, Scala]}}]"
    (warning,) = build(files, config).warnings
    assert "a.md:3: tags:" in warning
    assert "'Spark'" in warning


LATE_TAKERS = {
    "file": (
        "@event_priority(-120)\n"
        "def on_files(files, config):\n"
        "    files.remove(files.src_uris['blog/posts/a.md'])\n"
        "    return files\n"
    ),
    "page": (
        "@event_priority(-120)\n"
        "def on_files(files, config):\n"
        "    files.src_uris['blog/posts/a.md'].inclusion = InclusionLevel.EXCLUDED\n"
        "    return files\n"
    ),
    "view": (
        "@event_priority(100)\n"
        "def on_nav(nav, config, files):\n"
        "    files.remove(files.src_uris['blog/index.md'])\n"
        "    return nav\n"
    ),
}


@pytest.mark.parametrize("taker", LATE_TAKERS)
def test_a_plugin_that_takes_a_page_away_too_late_is_reported(
    build: Build, caplog: pytest.LogCaptureFixture, taker: str
) -> None:
    hook = "from mkdocs.plugins import event_priority\n"
    hook += f"from mkdocs.structure.files import InclusionLevel\n\n{LATE_TAKERS[taker]}"
    post = "---\ndate: 2024-01-31\n---\n# A\n"
    with pytest.raises(Abort):
        build({"blog/posts/a.md": post, "../hook.py": hook}, "hooks: [hook.py]")
    path = "blog/index.md" if taker == "view" else "blog/posts/a.md"
    assert f"docs/{path}: another plugin removes the page" in caplog.text
    assert "Traceback" not in caplog.text


def test_problems_are_told_though_another_plugin_adds_a_page_after_they_were_found(
    build: Build,
) -> None:
    hook = (
        "from mkdocs.structure.files import File\n\n"
        "def on_files(files, config):\n"
        "    files.append(File.generated(config, 'more.md', content='# More'))\n"
    )
    post = "---\ndate: 2024-01-31\nexpires: tomorrow\n---\n# Post\n"
    site = build({"blog/posts/a.md": post, "../hook.py": hook}, "hooks: [hook.py]")
    (warning,) = site.warnings
    assert "docs/blog/posts/a.md:3: expires: cannot read 'tomorrow'" in warning
