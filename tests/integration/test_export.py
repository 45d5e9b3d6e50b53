"""The blog as `posts.json`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from support.sites import PIXEL

if TYPE_CHECKING:
    from support.sites import Build, Site

FILES = {
    "index.md": "# Home\n",
    "blog/.authors.yml": "authors: {ada: {name: Ada <Lovelace>}}",
    "blog/posts/cover.png": PIXEL,
    "blog/posts/a.md": (
        "---\ndate: 2024-01-31T10:00:00+01:00\nupdated: 2024-02-03\nauthors: ada\ntags: [Spark, C++]\n"
        "categories: Talks\nimage: cover.png\npin: true\nreadtime: 7\nslug: a\n"
        "title: <A> & B\n---\n\nAll of *it*.\n"
    ),
    "blog/posts/b.md": "---\ndate: 2024-02-01\ntags: Spark\nlang: fr\n---\n# B\n\nText.\n",
    "blog/posts/quiet.md": "---\ndate: 2024-02-02\ntags: Quiet\nunlisted: true\n---\n# Quiet\n",
    "blog/posts/draft.md": "---\ndate: 2024-02-03\ndraft: true\n---\n# Draft\n",
}
ON = "plugins: [search, {blog-plugin: {export: true}}]"


def exported(site: Site, path: str = "blog/posts.json") -> Any:
    """Return the catalog."""
    return json.loads(site.read(path))


def test_the_export_is_written_if_asked_for(build: Build) -> None:
    assert not build(FILES).exists("blog/posts.json")


def test_the_export_has_what_lists_have(build: Build) -> None:
    catalog = exported(build(FILES, ON, strict=True))
    assert [post["title"] for post in catalog["posts"]] == ["B", "<A> & B"]
    assert catalog["posts"][1] == {
        "src": "blog/posts/a.md",
        "url": "blog/2024/01/31/a/",
        "title": "<A> & B",
        "date": "2024-01-31T10:00:00+01:00",
        "updated": "2024-02-03T00:00:00+00:00",
        "description": "All of it.",
        "image": "blog/cover.png",
        "reading_time": 7,
        "pinned": True,
        "language": "en",
        "categories": ["Talks"],
        "tags": ["Spark", "C++"],
        "series": [],
        "authors": ["Ada <Lovelace>"],
    }
    assert catalog["posts"][0]["language"] == "fr"
    assert {term["label"]: term["count"] for term in catalog["taxonomies"]["tags"]} == {
        "C++": 1,
        "Spark": 2,
    }


@pytest.mark.parametrize("directory_urls", [True, False])
@pytest.mark.parametrize("site_url", ["", "https://example.org/sub/"])
def test_its_addresses_lead_from_the_root_of_any_site(
    build: Build, site_url: str, *, directory_urls: bool
) -> None:
    site = build(FILES, f"site_url: '{site_url}'\n{ON}", directory_urls=directory_urls)
    catalog = exported(site)
    assert catalog["site_url"] == (site_url or None)
    terms = [term for found in catalog["taxonomies"].values() for term in found]
    assert len(terms) == 4
    for url in [catalog["url"], *(found["url"] for found in [*catalog["posts"], *terms])]:
        assert site.exists(site.file(url.rstrip("/"))), url
    assert site.exists(catalog["posts"][1]["image"])


def test_each_blog_has_its_own(build: Build) -> None:
    config = "plugins: [search, {blog-plugin: {export: true}}, {blog-plugin: {blog_dir: news, export: true}}]"
    site = build({**FILES, "news/posts/n.md": "---\ndate: 2024-01-31\n---\n# N\n"}, config)
    assert [post["title"] for post in exported(site, "news/posts.json")["posts"]] == ["N"]
    assert len(exported(site)["posts"]) == 2


def test_a_file_of_the_site_at_its_path_stays(build: Build) -> None:
    site = build({**FILES, "blog/posts.json": "[]"}, ON, strict=True)
    assert site.read("blog/posts.json") == "[]"
    (line,) = [line for line in site.infos if "posts.json" in line]
    assert line.endswith(
        "docs/blog/posts.json: the site's own file stays where the export would be"
    )
