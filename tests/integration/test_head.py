"""What machines read in the head of a built page, on every theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

import pytest
from pyld import jsonld
from support.feed_readers import file_of
from support.sites import PIXEL, SITE_URL, build_site, iso

if TYPE_CHECKING:
    from collections.abc import Iterator

    from support.sites import Build, Site

THEMES = ("mkdocs", "readthedocs", "material")

FILES = {
    "index.md": "# Home\n",
    "guide.md": "# Guide\n",
    "blog/.authors.yml": "authors: {ada: {name: Ada <Lovelace>, url: https://ada.example/}}",
    "blog/.terms.yml": "tags: {Spark: {description: All about <sparks> & more}}",
    "blog/posts/cover.png": PIXEL,
    "blog/posts/full.md": (
        "---\ndate: 2024-01-31T10:00:00+01:00\nupdated: 2024-02-03\nslug: full\n"
        "title: </script> & \"quotes\"\ndescription: In <short> & 'so'\n"
        "authors: [ada, Joe]\ncategories: [Talks, Notes]\ntags: [Spark, C++]\n"
        "image: {path: cover.png, alt: A <stage>}\n---\nText.\n"
    ),
    "blog/posts/plain.md": "---\ndate: 2024-01-01\n---\n# Plain\n\nThe *first* paragraph.\n",
    "blog/posts/quiet.md": "---\ndate: 2024-01-02\nunlisted: true\n---\n# Quiet\n\nText.\n",
    **{
        f"blog/posts/{n}.md": f"---\ndate: 2023-01-{n:02}\ntags: Spark\n---\n# Post {n}\n\nText.\n"
        for n in range(1, 12)
    },
}
CONFIG = "site_description: A site of sparks"
FULL, PLAIN = "blog/2024/01/31/full", "blog/2024/01/01/plain"
QUIET = "blog/2024/01/02/quiet"
TITLE, DESCRIPTION = '</script> & "quotes"', "In <short> & 'so'"
SECOND = "blog/page/2"
VIEWS = ("blog", SECOND, "blog/archive/2024", "blog/tag", "blog/tag/spark", "blog/author/ada")
PAGES = (FULL, PLAIN, QUIET, *VIEWS)
SEVERAL = {"article:author", "article:tag"}
"""What a page may say more than once."""
OURS = ("og:", "article:", "twitter:")

SCHEMA = {"@vocab": "https://schema.org/"}
"""Stands for the context of schema.org, which nobody fetches."""


@pytest.fixture(
    scope="module",
    params=[(theme, directory_urls) for theme in THEMES for directory_urls in (True, False)],
    ids=lambda param: f"{param[0]}-{'directories' if param[1] else 'files'}",
)
def site(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    """Build the site above once on each theme, with and without directory URLs."""
    theme, directory_urls = request.param
    folder = tmp_path_factory.mktemp("site")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        yield build_site(
            folder, FILES, CONFIG, theme=theme, directory_urls=directory_urls, strict=True
        )


def metas(site: Site, page: str, *names: str) -> dict[str, list[str]]:
    """Return what the tags `names` of a page say, those left out that it does not have."""
    found: dict[str, list[str]] = {}
    for tag in site.html(page).head.select("meta"):
        name = tag.get("property") or tag.get("name")
        if not names or name in names:
            found.setdefault(name, []).append(tag.get("content"))
    return found


def links(site: Site, page: str, relation: str) -> list[str]:
    """Return where the links of one relation lead, as written."""
    return [link["href"] for link in site.html(page).head.select(f"link[rel~={relation}]")]


def canonical(site: Site, page: str) -> str:
    """Return the address of a page."""
    file = site.file(page)
    is_folder = site.exists(f"{PLAIN}/index.html")
    return urljoin(SITE_URL, file.removesuffix("index.html") if is_folder else file)


def things(site: Site, page: str) -> dict[str, Any]:
    """Return what the JSON-LD of a page says, by type, as a processor of JSON-LD reads it."""
    url = urljoin(SITE_URL, page)
    documents = jsonld.load_html(site.read(page), url, None, {"extractAllScripts": True})
    assert all(document["@context"] == "https://schema.org" for document in documents)
    local = [{**document, "@context": SCHEMA} for document in documents]
    return {
        thing["@type"]: thing
        for document in local
        for thing in [jsonld.compact(jsonld.expand(document), SCHEMA, {"compactToRelative": False})]
    }


def test_each_tag_stands_there_once(site: Site) -> None:
    for page in PAGES:
        found = metas(site, page)
        assert {name for name, values in found.items() if len(values) > 1 and name} <= SEVERAL
        assert {"og:title", "og:url", "og:type", "twitter:card"} <= found.keys()
        assert links(site, page, "canonical") == [canonical(site, page)]
        offered = links(site, page, "alternate")
        assert len(offered) == len(set(offered)) == 3
        scripts = site.html(page).head.select("script[type*=ld]")
        assert len(scripts) == len(things(site, page)) > 0


def test_a_post_is_described_for_previews(site: Site) -> None:
    expected = {
        "description": DESCRIPTION,
        "og:title": TITLE,
        "og:description": DESCRIPTION,
        "og:url": canonical(site, FULL),
        "og:type": "article",
        "og:site_name": "Site",
        "og:image": f"{SITE_URL}blog/cover.png",
        "og:image:type": "image/png",
        "og:image:width": "1",
        "og:image:height": "1",
        "og:image:alt": "A <stage>",
        "article:published_time": "2024-01-31T10:00:00+01:00",
        "article:modified_time": "2024-02-03T00:00:00+00:00",
        "article:section": "Talks",
        "twitter:card": "summary_large_image",
        "twitter:image": f"{SITE_URL}blog/cover.png",
    }
    assert metas(site, FULL, *expected) == {name: [value] for name, value in expected.items()}
    assert metas(site, FULL, *SEVERAL) == {
        "article:tag": ["Spark", "C++"],
        "article:author": ["https://ada.example/", canonical(site, "blog/author/joe")],
    }


def test_the_head_of_a_post_says_what_its_page_says(site: Site) -> None:
    entry, posting = site.entry(FULL), things(site, FULL)["BlogPosting"]
    assert posting["headline"] == entry["name"][0] == TITLE
    assert posting["description"] == entry["summary"][0] == DESCRIPTION
    assert posting["url"] == posting["mainEntityOfPage"]["@id"] == entry["url"][0]
    assert posting["datePublished"] == iso(entry["published"])
    assert posting["dateModified"] == iso(entry["updated"])
    assert posting["keywords"] == entry["category"] == ["Talks", "Notes", "Spark", "C++"]
    names = [author["properties"]["name"][0] for author in entry["author"]]
    assert [author["name"] for author in posting["author"]] == names
    assert {author["@type"] for author in posting["author"]} == {"Person"}
    assert posting["image"]["url"] == f"{SITE_URL}blog/cover.png"
    assert (posting["image"]["width"], posting["image"]["height"]) == (1, 1)


def test_a_post_without_a_description_has_its_first_words(site: Site) -> None:
    found, words = metas(site, PLAIN), "The first paragraph."
    assert found["description"] == found["og:description"] == [words]
    assert things(site, PLAIN)["BlogPosting"]["description"] == words
    assert found["twitter:card"] == ["summary"]
    assert not {"og:image", "article:modified_time"} & found.keys()


def test_the_index_is_a_blog_and_views_stand_below_it(site: Site) -> None:
    blog = things(site, "blog")["Blog"]
    assert (blog["name"], blog["description"]) == ("Blog", "A site of sparks")
    assert blog["url"] == canonical(site, "blog")
    assert metas(site, "blog", "og:type") == {"og:type": ["website"]}
    trail = things(site, "blog/tag/spark")["BreadcrumbList"]["itemListElement"]
    assert [item["name"] for item in trail] == ["Site", "Blog", "Tags", "Spark"]
    assert [item["position"] for item in trail] == [1, 2, 3, 4]
    for item in trail:
        assert site.exists(file_of(site, item["item"], SITE_URL))
    names = [item["name"] for item in things(site, FULL)["BreadcrumbList"]["itemListElement"]]
    assert names == ["Site", "Blog", TITLE]


def test_an_unlisted_post_is_not_to_be_indexed(site: Site) -> None:
    robots = {page: metas(site, page, "robots").get("robots") for page in PAGES}
    assert {page: said for page, said in robots.items() if said} == {QUIET: ["noindex"]}


def test_ordinary_pages_are_left_alone(site: Site) -> None:
    for page in ("index.html", "guide"):
        assert links(site, page, "alternate") == []
        assert not [name for name in metas(site, page) if name and name.startswith(OURS)]


def test_a_view_is_described_by_its_page_or_its_term(on_each_theme: Build) -> None:
    page = "---\ntitle: News\ndescription: What is <new> & good\n---\n# News\n"
    site = on_each_theme({**FILES, "blog/index.md": page}, CONFIG)
    expected = {"blog": "What is <new> & good", "blog/tag/spark": "All about <sparks> & more"}
    for path, description in expected.items():
        names = ("description", "og:description")
        assert metas(site, path, *names) == {name: [description] for name in names}
    assert things(site, "blog")["Blog"]["description"] == "What is <new> & good"


def test_a_further_page_is_its_own_and_knows_its_neighbours(build: Build) -> None:
    site = build(FILES, "plugins: [search, {blog-plugin: {pagination_per_page: 5}}]")
    assert links(site, SECOND, "canonical") == [f"{SITE_URL}{SECOND}/"]
    assert metas(site, SECOND, "og:url") == {"og:url": [f"{SITE_URL}{SECOND}/"]}
    assert links(site, "blog", "prev") == []
    assert links(site, "blog", "next") == ["page/2/"]
    assert links(site, SECOND, "prev") == ["../../"]
    assert links(site, SECOND, "next") == ["../3/"]
    assert links(site, "blog/page/3", "next") == []


@pytest.mark.parametrize(
    ("image", "expected"),
    [
        ("missing.png", None),
        ("images/", None),
        ("plain.md", None),
        ("excluded.png", None),
        ("''", None),
        ("javascript:alert(1)", None),
        ("https://cdn.example/a b.png", ["https://cdn.example/a%20b.png"]),
        ("/big.png", [f"{SITE_URL}big.png"]),
    ],
)
def test_a_picture_is_named_if_there_is_one(
    build: Build, image: str, expected: list[str] | None
) -> None:
    post = f"---\ndate: 2024-01-31\nslug: a\nimage: {image}\n---\nText.\n"
    pictures = {"big.png": PIXEL, "blog/posts/excluded.png": PIXEL}
    files = {**pictures, "blog/posts/a.md": post, "blog/posts/plain.md": "# P\n"}
    site = build(files, "exclude_docs: excluded.png")
    page = "blog/2024/01/31/a"
    found = metas(site, page)
    assert found.get("og:image") == found.get("twitter:image") == expected
    assert ("image" in things(site, page)["BlogPosting"]) is bool(expected)
    has_size = expected is not None and expected[0].startswith(SITE_URL)
    assert (
        found.get("og:image:width") == found.get("og:image:height") == (["1"] if has_size else None)
    )


def test_a_picture_of_unknown_size_is_named_without_one(build: Build) -> None:
    post = "---\ndate: 2024-01-31\nslug: a\nimage: /drawing.png\n---\nText.\n"
    site = build({"drawing.png": b"not a picture", "blog/posts/a.md": post})
    found = metas(site, "blog/2024/01/31/a")
    assert found["og:image"] == [f"{SITE_URL}drawing.png"]
    assert not {"og:image:width", "og:image:height"} & found.keys()


THEIRS = """{% extends "base.html" %}
{% block extrahead %}
  <meta property="og:title" content="Theirs">
  <meta name="twitter:card" content="player">
  <meta property="og:image" content="https://example.org/card.png">
  <script type="application/ld+json">{"@context": "https://schema.org", "@type": "BlogPosting"}</script>
  <link rel="alternate" type="application/rss+xml" title="Theirs" href="{{ 'blog/rss.xml'|url }}">
{% endblock %}
"""


def test_what_the_theme_has_put_stays_alone(on_each_theme: Build) -> None:
    theme = str(on_each_theme.keywords["theme"])  # type: ignore[attr-defined] # a partial
    config = f"theme: {{name: {theme}, custom_dir: own}}"
    site = on_each_theme({**FILES, "../own/main.html": THEIRS}, config)
    found = metas(site, FULL)
    assert found["og:title"] == ["Theirs"]
    assert found["twitter:card"] == ["player"]
    assert found["og:image"] == [f"{SITE_URL}card.png"]
    assert "og:image:width" not in found
    assert found["og:description"] == [DESCRIPTION]
    assert things(site, FULL)["BlogPosting"].keys() == {"@context", "@type"}
    assert len(site.html(FULL).select("script[type*=ld]")) == 2
    offered = [urljoin(f"{SITE_URL}{FULL}/", link) for link in links(site, FULL, "alternate")]
    assert sorted(offered) == [
        f"{SITE_URL}blog/{name}" for name in ("atom.xml", "feed.json", "rss.xml")
    ]


@pytest.mark.parametrize(
    ("written", "authors", "expected"),
    [
        ("[ada]", "true", "ada"),
        ("[null]", "true", "Jo"),
        ("{name: '\"><b>'}", "false", "Jo"),
        ("[ada, joe]", "false", "Jo"),
        ("ada", "false", "ada"),
    ],
)
def test_material_names_authors_and_no_list_or_map(
    build: Build, written: str, authors: str, expected: str
) -> None:
    config = f"site_author: Jo\nplugins: [search, {{blog-plugin: {{authors: {authors}}}}}]"
    post = f"---\ndate: 2024-01-31\nslug: a\nauthor: {written}\n---\nText.\n"
    site = build({"index.md": "# Home\n", "blog/posts/a.md": post}, config, theme="material")
    (name,) = site.html("blog/2024/01/31/a").select('meta[name="author"]')
    assert name["content"] == expected


def test_a_canonical_address_elsewhere_is_in_the_head(on_each_theme: Build) -> None:
    post = "---\ndate: 2024-01-31\nslug: a\ncanonical_url: https://first.example/a\n---\n# A\n"
    site = on_each_theme({"blog/posts/a.md": post})
    page = "blog/2024/01/31/a"
    assert links(site, page, "canonical") == ["https://first.example/a"]
    assert metas(site, page, "og:url") == {"og:url": ["https://first.example/a"]}


def test_the_head_of_a_site_without_an_address_has_the_rest(on_each_theme: Build) -> None:
    site = on_each_theme(FILES, "site_url: ''")
    for page in PAGES:
        assert metas(site, page, "og:url", "og:image", "twitter:image") == {}
        assert links(site, page, "canonical") == links(site, page, "alternate") == []
        assert "BreadcrumbList" not in things(site, page)
    assert metas(site, FULL, "og:title") == {"og:title": [TITLE]}
    posting = things(site, FULL)["BlogPosting"]
    assert posting["headline"] == TITLE
    assert not {"url", "mainEntityOfPage", "image"} & posting.keys()


def test_metadata_can_be_switched_off(on_each_theme: Build) -> None:
    site = on_each_theme(FILES, "plugins: [search, {blog-plugin: {metadata: false}}]")
    for page in PAGES:
        assert not [name for name in metas(site, page) if name and name.startswith(OURS)]
        assert links(site, page, "alternate") == []
        assert site.html(page).head.select("script[type*=ld]") == []
