"""A site exported for Zensical: what Zensical builds of it is what MkDocs builds with Material."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from support.command_line import run
from support.sites import PIXEL, Site, build_site, files_of, write_files, write_site
from support.zensical import build_with_zensical, export, head_of, roots, value_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.xdist_group("zensical")

FILES = """\
-- index.md --
---
title: Home & more
---
# Home

[Post](blog/posts/spark.md), [part](blog/posts/spark.md#a-part), [list](blog/index.md), [guide](guide.md).
![Moved](blog/posts/pixel.png) `[code](blog/posts/spark.md)`

<!-- blog:posts limit=1 -->

--8<-- "snippet.md"
-- guide.md --
# Guide

<!-- blog:posts layout="compact" -->

<!-- blog:tags -->

## Install
-- blog/posts/spark.md --
---
date: 2024-01-31 10:00 +09:00
updated: 2024-02-01
title: Spark & "friends"
slug: spark-friends
description: Says <b>"hi"</b> & more.
tags: [Spark, Big data]
categories: [News]
authors: [ada]
image: pixel.png
aliases: [old/spark.html]
---
Intro with `{{ code }}` and {{ macro() }}.

<!-- more -->

[Guide](../../guide.md#install), [flink](flink.md), [own](#a-part), ![Picture](pixel.png)

## A part

```python
print("```", "[x](y.md)")
```

~~~text
;--8<-- "not-a-file.md"
~~~

=== "One"

    First *tab*[^1]

=== "Two"

    Second

[^1]: A note.

### Deeper

| a | b |
|---|---|
| 1 | 2 |

## Last {: #own-id }
-- blog/posts/flink.md --
---
date: 2024-02-01
tags: [Spark]
permalink: /flink.html
canonical_url: https://elsewhere.example/flink/
hide: [navigation]
---
# Flink

[Spark](spark.md) and [home](../../index.md)
-- blog/posts/storm.md --
---
date: 2024-01-01
tags: [Spark]
---
# Storm
-- blog/posts/quiet.md --
---
date: 2024-02-02
unlisted: true
tags: [Spark]
---
# Quiet
-- blog/posts/draft.md --
---
date: 2024-02-03
draft: true
---
# Draft
-- blog/.authors.yml --
ada: {name: Ada Lovelace, description: Counts}
"""
CONFIG = """
theme: {name: material, font: false, custom_dir: overrides, features: [navigation.footer]}
site_description: A site.
hooks: [hook.py]
extra: {greeting: Hello}
plugins: [search, macros, blog-plugin]
markdown_extensions:
  - attr_list
  - footnotes
  - tables
  - pymdownx.highlight
  - pymdownx.superfences
  - pymdownx.tabbed: {alternate_style: true}
  - pymdownx.snippets: {check_paths: true, base_path: [docs]}
  - toc: {permalink: true}
"""
MAIN = '{% extends "base.html" %}\n{% block announce %}{{ config.extra.greeting }}{% endblock %}\n'
MACROS = """
def define_env(env):
    @env.macro
    def macro():
        return "**from a macro**"
"""
EXTRA = {
    "overrides/main.html": MAIN,
    "hook.py": "def on_page_markdown(markdown, **kwargs):\n    return markdown\n",
    "main.py": MACROS,
    "snippet.md": "From a snippet: [flink](blog/posts/flink.md).\n",
}


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, Site, str]:
    """Return the site as MkDocs and as Zensical build it, and what the export says."""
    folder = tmp_path_factory.mktemp("site")
    dest = tmp_path_factory.mktemp("export") / "out"
    content: dict[str, Any] = {**files_of(FILES), "blog/posts/pixel.png": PIXEL}
    content["snippet.md"] = EXTRA["snippet.md"]
    with pytest.MonkeyPatch.context() as context:
        context.chdir(folder)
        write_files(folder, {key: EXTRA[key] for key in EXTRA if key != "snippet.md"})
        config = f"{CONFIG}\nexclude_docs: snippet.md\n"
        mkdocs = build_site(folder, content, config, strict=True)
        said = export(folder, dest)
    return mkdocs, build_with_zensical(dest), said


def blog_pages(site: Site) -> list[str]:
    """Return the pages of the blog that have an address of their own."""
    found = [page for page in site.pages if page.startswith("blog/")]
    assert found
    return found


def test_every_page_feed_and_picture_is_at_its_address(sites: tuple[Site, Site, str]) -> None:
    mkdocs, zensical, _ = sites
    theirs = {"search/search_index.json", "sitemap.xml.gz"}
    own = {path for path in mkdocs.paths if not path.startswith("assets/")} - theirs
    assert own <= set(zensical.paths)
    assert not zensical.exists("blog/posts/draft/index.html")


def test_every_link_and_picture_leads_somewhere(sites: tuple[Site, Site, str]) -> None:
    assert sites[0].broken_links() == []
    assert sites[1].broken_links() == []


def test_posts_and_lists_say_the_same_to_machines(sites: tuple[Site, Site, str]) -> None:
    mkdocs, zensical, _ = sites
    for page in [*blog_pages(mkdocs), "index.html", "guide/index.html"]:
        theirs = roots(mkdocs, page).replace("/flink.html", "/flink/")
        assert roots(zensical, page) == theirs, page


def test_heads_say_the_same_once(sites: tuple[Site, Site, str]) -> None:
    mkdocs, zensical, _ = sites
    for page in blog_pages(mkdocs):
        assert head_of(zensical, page) == head_of(mkdocs, page), page


def test_a_post_leads_to_its_neighbours(sites: tuple[Site, Site, str]) -> None:
    for page, relation, link in [
        ("blog/2024/01/31/spark-friends/index.html", "next", "../../../../../flink/"),
        ("flink/index.html", "prev", "../blog/2024/01/31/spark-friends/"),
    ]:
        html = sites[1].html(page)
        assert [tag["href"] for tag in html.head.select(f'link[rel="{relation}"]')] == [link]
        assert [tag["href"] for tag in html.body.select(f'.blog-post a[rel="{relation}"]')] == [
            link
        ]


def test_a_post_leads_to_related_posts(sites: tuple[Site, Site, str]) -> None:
    links = sites[1].html("flink/index.html").select(".blog-related a")
    assert [link.text for link in links] == ["Storm"]


def test_what_stands_in_a_head_is_escaped(sites: tuple[Site, Site, str]) -> None:
    page = "blog/2024/01/31/spark-friends/index.html"
    assert value_of(sites[1], page, "description") == 'Says <b>"hi"</b> & more.'
    assert value_of(sites[1], page, "author") == "Ada Lovelace"
    assert sites[1].html(page).title.text == 'Spark & "friends" - Site'


def test_a_post_has_its_table_of_contents(sites: tuple[Site, Site, str]) -> None:
    html = sites[1].html("blog/2024/01/31/spark-friends/index.html")
    links = html.select("[data-md-component=toc] a")
    assert [link["href"] for link in links] == ["#a-part", "#deeper", "#own-id"]


def test_code_is_what_its_author_wrote(sites: tuple[Site, Site, str]) -> None:
    html = sites[1].html("blog/2024/01/31/spark-friends/index.html")
    text = html.select_one(".e-content").text
    assert 'print("```", "[x](y.md)")' in text
    assert '--8<-- "not-a-file.md"' in text
    assert html.select_one(".e-content strong").text == "from a macro"


def test_a_file_address_leads_on_and_the_original_stays_canonical(
    sites: tuple[Site, Site, str],
) -> None:
    zensical = sites[1]
    assert 'content="0; url=flink/"' in zensical.read("flink.html")
    (canonical,) = zensical.html("flink/index.html").select('link[rel="canonical"]')
    assert canonical["href"] == "https://elsewhere.example/flink/"
    assert "the address 'flink.html': it leads to" in sites[2]


def test_the_search_finds_posts_once_and_no_lists(sites: tuple[Site, Site, str]) -> None:
    items = json.loads(sites[1].read("search.json"))["items"]
    pages = [item["location"] for item in items if "#" not in item["location"]]
    assert sorted(pages) == [
        "",
        "blog/2024/01/01/storm/",
        "blog/2024/01/31/spark-friends/",
        "flink/",
        "guide/",
    ]
    assert not any("Ada Lovelace" in item["text"] for item in items if "blog" in item["location"])


def test_the_sitemap_is_that_of_mkdocs(sites: tuple[Site, Site, str]) -> None:
    mkdocs, zensical, _ = sites
    assert zensical.read("sitemap.xml") == mkdocs.read("sitemap.xml").replace(
        "/flink.html<", "/flink/<"
    )


def test_templates_and_extra_of_the_site_come_along(sites: tuple[Site, Site, str]) -> None:
    for page in ("index.html", "blog/index.html"):
        assert "Hello" in sites[1].html(page).select_one("[data-md-component=announce]").text


def test_features_that_zensical_lacks_are_reported(sites: tuple[Site, Site, str]) -> None:
    assert "not in the export: the option 'hooks': " in sites[2]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    write_site(
        folder, "-- index.md --\n# Home\n-- blog/posts/a.md --\n---\ndate: 2024-01-31\n---\n# A\n"
    )
    return folder


def test_an_export_writes_only_what_has_changed(small: Path, tmp_path: Path) -> None:
    dest = tmp_path / "out"
    export(small, dest)
    before = {path: path.stat().st_mtime_ns for path in dest.rglob("*") if path.is_file()}
    write_files(small / "docs", {"blog/posts/b.md": "---\ndate: 2019-01-31\ntags: [x]\n---\n# B\n"})
    (dest / "site").mkdir()
    assert export(small, dest).endswith("0 removed\n")
    assert (dest / "docs/blog/2019/01/31/b/index.md").is_file()
    assert (dest / "docs/index.md").stat().st_mtime_ns == before[dest / "docs/index.md"]
    (small / "docs/blog/posts/b.md").unlink()
    assert "0 removed" not in export(small, dest)
    after = {path for path in dest.rglob("*") if path.is_file()}
    assert after == before.keys()


def test_a_watch_exports_what_has_changed(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "out/docs/blog/2024/01/31/a/index.md"

    def edit(_: object) -> Iterator[None]:
        assert "Changed" not in page.read_text()
        write_files(
            small / "docs", {"blog/posts/a.md": "---\ndate: 2024-01-31\nslug: a\n---\n# Changed\n"}
        )
        yield
        write_files(small / "docs", {"blog/posts/a.md": b"\xff"})
        yield

    monkeypatch.setattr("mkdocs_blog_plugin.cli.export.changes", edit)
    said = export(small, tmp_path / "out", "--watch")
    assert "Changed" in page.read_text()
    assert "docs/blog/posts/a.md" in said


def test_front_matter_of_folders_is_that_of_their_pages(small: Path, tmp_path: Path) -> None:
    write_site(
        small,
        {"guide/.meta.yml": "hide: [toc]\n", "guide/a.md": "---\ntitle: A\n---\nText\n"},
        "theme: material\nplugins: [meta, blog-plugin]",
    )
    assert "meta" not in export(small, tmp_path / "out")
    text = (tmp_path / "out/docs/guide/a.md").read_text()
    assert text == "---\nhide:\n- toc\ntitle: A\n---\n\nText\n"


def test_titles_are_as_safe_as_in_mkdocs(small: Path, tmp_path: Path) -> None:
    """Zensical prints those of the navigation as they stand."""
    write_site(
        small,
        {"blog/posts/b.md": "---\ndate: 2024-02-01\ntitle: <b>B</b>\n---\nText\n"},
        "plugins: [blog-plugin: {nav_recent: 2}]",
    )
    export(small, tmp_path / "out")
    text = (tmp_path / "out/zensical.toml").read_text()
    assert '"&lt;b&gt;B&lt;/b&gt;" = "blog/2024/02/01/b/index.md"' in text


def test_posts_as_markdown_do_not_take_the_place_of_finished_ones(
    small: Path, tmp_path: Path
) -> None:
    write_site(small, "", "plugins: [blog-plugin: {markdown: true}]")
    said = export(small, tmp_path / "out")
    assert "not in the export: the option 'markdown' of 'blog-plugin': " in said
    text = (tmp_path / "out/docs/blog/2024/01/31/a/index.md").read_text()
    assert '<div class="blog-page">' in text
    assert "text/markdown" not in text
    assert not (tmp_path / "out/docs/blog/llms.txt").exists()


def test_an_export_for_other_engines_has_pages_alone(small: Path, tmp_path: Path) -> None:
    linking = "---\ndate: 2024-01-31\n---\n# A\n\n[Home](../../index.md) [G](../../g.md)\n"
    write_site(
        small,
        {"blog/posts/a.md": linking, "g.md": "# G\n\n<!-- blog:mentions -->\n\nAfter.\n"},
        "plugins: [blog-plugin: {mentions: true}]",
    )
    result = run(small, "export", str(tmp_path / "out"), "--for", "markdown")
    assert result.exit_code == 0
    assert not (tmp_path / "out/zensical.toml").exists()
    text = (tmp_path / "out/docs/blog/2024/01/31/a/index.md").read_text()
    assert text.startswith("---\ntitle: A\n")
    home, page = ((tmp_path / "out/docs" / name).read_text() for name in ("index.md", "g.md"))
    assert "Mentioned in" in home.partition("# Home")[2]
    assert page.count("Mentioned in") == 1
    assert "After." in page.partition("Mentioned in")[2]


def test_microformats_of_a_list_lead_from_the_address_of_its_page(
    small: Path, tmp_path: Path
) -> None:
    post = "---\ndate: 2024-01-31\nexternal_url: https://x.example/\n---\n# A\n"
    page = {"blog/posts/a.md": post, "g.md": "# G\n\n<!-- blog:posts -->\n"}
    write_site(small, {**page, "h/i.md": "<!-- blog:posts -->\n"}, "plugins: [blog-plugin]")
    export(small, tmp_path / "out")
    places = (("g.md", "../"), ("h/i.md", "../../"))
    for name, up in places:
        text = (tmp_path / "out/docs" / name).read_text()
        assert f'<data class="u-url" value="{up}blog/2024/01/31/a/">' in text


RAW = """\
# B

<div>

    <img
      src="../../x.png" srcset="../../x.png 2x">
    <a href="../../c/#c">c</a> <a href="../../blog/">blog</a>
</div>

<video src="../../x.png" poster="../../x.png"></video>

    <img src="../../x.png">
"""


def test_raw_html_of_pages_leads_where_a_browser_goes_from_their_address(
    small: Path, tmp_path: Path
) -> None:
    post = "---\ndate: 2024-01-31\n---\n# A\n"
    files = {
        "blog/posts/a.md": post,
        "a/b.md": RAW,
        "a/index.md": "<img src='../x.png'>",
        "c.md": "# C\n",
    }
    write_site(small, {**files, "x.png": PIXEL}, "plugins: [blog-plugin]")
    export(small, tmp_path / "out")
    site = build_with_zensical(tmp_path / "out")
    tree = site.html("a/b").article or site.html("a/b")
    assert tree.div.img["src"] == "../../x.png"
    assert tree.div.img["srcset"] == "../../x.png 2x"
    assert [link["href"] for link in tree.div.find_all("a")] == ["../../c/#c", "../../blog/"]
    assert (tree.video["src"], tree.video["poster"]) == ("../../x.png", "../../x.png")
    assert '<img src="../../x.png">' in tree.pre.text
    assert site.html("a/index.html").find("img", src="../x.png")


@pytest.mark.parametrize("dest", [".", "docs", "docs/x", "full"])
def test_an_export_never_writes_among_files_of_others(small: Path, dest: str) -> None:
    write_files(small, {"full/mine.txt": "Mine"})
    result = run(small, "export", dest, "--for", "zensical")
    assert result.exit_code == 2
    assert not (small / dest / "zensical.toml").exists()


def test_a_strict_export_fails_on_what_a_build_warns_of(small: Path, tmp_path: Path) -> None:
    write_files(small / "docs", {"blog/posts/b.md": "---\ndate: 2024-01-31\n---\n![](no.png)\n"})
    result = run(small, "export", str(tmp_path / "out"), "--for", "markdown", "--strict")
    assert result.exit_code == 1
    assert "there is no picture 'no.png'" in result.stderr
