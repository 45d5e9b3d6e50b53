"""Sites that static-i18n builds in two languages, from file names or from folders."""

from __future__ import annotations

import json
import posixpath
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import feedparser
import pytest
from support.sites import PIXEL, SITE_URL

if TYPE_CHECKING:
    from support.sites import Build, Site

POST = """---
date: {date}
tags: [{tag}]
authors: [ann]
---
# {title}

![picture](pixel.png) and [the other](both.md)

<!-- more -->

More.
"""
ENGLISH = {
    "index.md": "# Home\n\n[Blog](blog/index.md), [tag](blog/tag/both.md)\n",
    "blog/posts/both.md": POST.format(date="2024-01-31", tag="Both", title="A title"),
    "blog/posts/only.md": POST.format(date="2024-02-01", tag="English", title="English only"),
    "blog/posts/pixel.png": PIXEL,
}
GERMAN = {
    "blog/posts/pixel.png": PIXEL,
    "index.md": "# Start\n\n[Blog](blog/index.md)\n",
    "blog/posts/both.md": POST.format(date="2024-01-31", tag="Beide", title="Ein Titel"),
    "blog/posts/nur.md": POST.format(date="2024-02-02", tag="Deutsch", title="Nur deutsch").replace(
        "---\n#", "redirect_from: /alt/\n---\n#"
    ),
}
AUTHORS = {"blog/.authors.yml": "ann: {name: Ann Lee}\n"}


def suffixed(path: str) -> str:
    stem, ending = posixpath.splitext(path)
    return f"{stem}.de{ending}"


STRUCTURES = {
    "suffix": {**ENGLISH, **{suffixed(path): text for path, text in GERMAN.items()}, **AUTHORS},
    "folder": {
        **{f"en/{path}": text for path, text in ENGLISH.items()},
        **{f"de/{path}": text for path, text in GERMAN.items()},
        **AUTHORS,
    },
}
LANGUAGES = "languages: [{locale: en, name: English, default: true}, {locale: de, name: Deutsch}]"


def translate(
    build: Build,
    structure: str,
    *,
    fallback: bool = True,
    theme: str = "mkdocs",
    first: bool = True,
) -> Site:
    options = f"docs_structure: {structure}, fallback_to_default: {str(fallback).lower()}"
    plugins = [f"  - i18n: {{{options}, {LANGUAGES}}}", "  - blog-plugin"]
    listed = plugins if first else reversed(plugins)
    config = "\n".join(["plugins:", "  - search", *listed])
    return build(STRUCTURES[structure], config, theme=theme, strict=True)


@pytest.mark.parametrize("structure", STRUCTURES)
@pytest.mark.parametrize("theme", ["mkdocs", "material"])
@pytest.mark.parametrize("first", [True, False])
def test_each_language_lists_its_own_posts(
    build: Build, structure: str, theme: str, *, first: bool
) -> None:
    site = translate(build, structure, theme=theme, first=first)
    assert site.titles("blog") == ["English only", "A title"]
    assert site.titles("de/blog") == ["Nur deutsch", "Ein Titel"]
    assert site.titles("blog/tag/both") == ["A title"]
    assert site.titles("de/blog/tag/beide") == ["Ein Titel"]
    assert site.titles("de/blog/author/ann") == ["Nur deutsch", "Ein Titel"]
    assert not site.exists("blog/tag/deutsch/index.html")
    assert not site.exists("de/blog/tag/english/index.html")
    assert site.broken_links() == []


@pytest.mark.parametrize("structure", STRUCTURES)
def test_a_dirty_build_writes_the_blog_with_the_titles_in_the_nav(
    build: Build, monkeypatch: pytest.MonkeyPatch, structure: str
) -> None:
    def pages(files: dict[str, Any], *, dirty: bool) -> dict[str, str]:
        plugins = f"plugins: [i18n: {{docs_structure: {structure}, {LANGUAGES}}}, blog-plugin]"
        config = f"theme: {{name: material, features: [navigation.tabs]}}\n{plugins}"
        site = build(files, config, dirty=dirty)
        return {path: site.read(path) for path in site.pages if path != "index.html"}

    first, second = ("en/blog", "de/blog") if structure == "folder" else ("blog", "blog")
    files: dict[str, Any] = dict(STRUCTURES[structure])
    files[f"{first}/index.md"] = "# News\n\nWelcome.\n"
    files[f"{first}/lists.md"] = "# Latest\n\n<!-- blog:posts -->\n"
    edited = next(path for path in files if path.startswith(second) and "nur" in path)
    pages(files, dirty=False)
    monkeypatch.setattr("sys.argv", ["mkdocs", "build", "--dirty"])  # there static-i18n looks
    text = files[f"{first}/posts/only.md"]
    both = {
        f"{first}/posts/only.md": text.replace("![", "New words, ![").replace("English]", "New]"),
        edited: files[edited].replace("![", "Neue Worte, !["),
    }
    dirty = pages(both, dirty=True)
    assert "New words" in dirty["blog/index.html"]
    monkeypatch.setattr("sys.argv", ["mkdocs", "build"])
    whole = pages({}, dirty=False)
    assert {path: dirty[path] for path in whole} == whole


@pytest.mark.parametrize("structure", STRUCTURES)
def test_views_speak_the_language_of_their_posts(build: Build, structure: str) -> None:
    site = translate(build, structure)
    assert "1. Februar 2024" not in site.html("blog").get_text()
    assert "2. Februar 2024" in site.html("de/blog").get_text()
    assert site.html("blog/archive").h1.text == "Archive"
    assert site.html("de/blog/archive").h1.text == "Archiv"
    assert "Ann Lee" in site.html("de/blog/author/ann").get_text()


@pytest.mark.parametrize("structure", STRUCTURES)
def test_feeds_and_redirects_lie_in_their_language(build: Build, structure: str) -> None:
    site = translate(build, structure)
    links = [entry.link for entry in feedparser.parse(site.read("de/blog/rss.xml")).entries]
    assert links == [
        f"{SITE_URL}de/blog/2024/02/02/nur-deutsch/",
        f"{SITE_URL}de/blog/2024/01/31/ein-titel/",
    ]
    assert "../blog/2024/02/02/nur-deutsch/" in site.read("de/alt")
    assert not site.exists("alt/index.html")


@pytest.mark.parametrize("structure", STRUCTURES)
def test_a_post_without_translation_has_a_page_that_nothing_lists(
    build: Build, structure: str
) -> None:
    page = "de/blog/2024/02/01/english-only/index.html"
    site = translate(build, structure)
    assert site.exists(page)
    assert not translate(build, structure, fallback=False).exists(page)
    entries = json.loads(site.read("search/search_index.json"))["docs"]
    locations = [entry["location"] for entry in entries]
    assert locations.count("blog/2024/02/01/english-only/") == 1
    assert locations.count("de/blog/2024/02/02/nur-deutsch/") == 1
    assert not [found for found in locations if found.startswith("de/blog/2024/02/01/")]


@pytest.mark.parametrize("structure", STRUCTURES)
def test_authors_are_known_without_fallback_too(build: Build, structure: str) -> None:
    site = translate(build, structure, fallback=False)
    assert "Ann Lee" in site.html("de/blog").get_text()


@pytest.mark.parametrize("structure", STRUCTURES)
def test_the_language_switcher_leads_to_the_translation(build: Build, structure: str) -> None:
    site = translate(build, structure, theme="material")
    for page, there in [
        ("blog", "../de/blog/"),
        ("de/blog", "../../blog/"),
        ("blog/2024/01/31/a-title", "../../../../../de/blog/2024/01/31/ein-titel/"),
        ("de/blog/2024/01/31/ein-titel", "../../../../../../blog/2024/01/31/a-title/"),
    ]:
        links = site.html(page).select("a.md-select__link")
        assert there in [link["href"] for link in links]


@pytest.mark.parametrize("structure", STRUCTURES)
def test_the_sitemap_has_every_post_once_with_its_translation(build: Build, structure: str) -> None:
    site = translate(build, structure)
    names = {
        "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
        "x": "http://www.w3.org/1999/xhtml",
    }
    urls = ET.fromstring(site.read("sitemap.xml")).findall("s:url", names)  # noqa: S314
    found = {
        url.findtext("s:loc", "", names): {
            link.get("href") for link in url.findall("x:link", names)
        }
        for url in urls
    }
    assert len(found) == len(urls)
    both = {f"{SITE_URL}blog/2024/01/31/a-title/", f"{SITE_URL}de/blog/2024/01/31/ein-titel/"}
    assert [found[url] for url in sorted(both)] == [both, both]
    assert {link for links in found.values() for link in links} <= set(found)
    assert f"{SITE_URL}de/blog/2024/02/01/english-only/" not in found
    assert f"{SITE_URL}de/blog/" in found


def test_a_nav_of_one_language_serves_all(build: Build) -> None:
    config = f"""plugins:
  - search
  - i18n: {{docs_structure: suffix, {LANGUAGES}}}
  - blog-plugin: {{blog_dir: news}}
nav: [index.md, {{News: [news/index.md]}}]
"""
    files = {
        path.replace("blog/", "news/"): text.replace("blog/", "news/")
        if isinstance(text, str)
        else text
        for path, text in STRUCTURES["suffix"].items()
    }
    site = build(files, config, strict=True)
    links = [link["href"] for link in site.html("de").select(".navbar-nav a[href]")]
    assert {"news/", "news/archive/", "news/tag/"} <= set(links)
    assert site.titles("de/news") == ["Nur deutsch", "Ein Titel"]
