"""What feed readers get from a built site."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest
from lxml import etree
from support.feed_readers import READERS, atom, file_of, json_feed, links, rss, targets
from support.sites import PIXEL, SITE_URL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from support.feed_readers import Entry
    from support.sites import Build, Site

AUTHORS = """authors:
  ada: {name: Ada <Lovelace>, email: ada@example.com, url: https://ada.example/}
  joe: {name: Joe}
"""

FULL = """---
date: 2024-01-31T10:00:00+01:00
updated: 2024-02-03
slug: full
guid: urn:uuid:0a3d7f2e-0d0b-4b86-8f5e-2d6c7a1f0001
authors: [ada, joe]
categories: [Talks & Notes]
tags: [C++]
image: cover.png
---
# A <full> *post* & more

It begins with [the guide](../../guide.md#part), [another post](other.md) and [itself](#section).

<!-- more -->

## Section

![a picture](cover.png) [a big one](../../big.png)
<script>alert(1)</script><p onclick="alert(2)" id="own">Raw</p>

A claim.[^1]

[^1]: A note with ]]> in it.
"""

FILES = {
    "index.md": "# Home\n",
    "guide.md": "# Guide\n\n## Part\n",
    "big.png": PIXEL,
    "blog/.authors.yml": AUTHORS,
    "blog/posts/cover.png": PIXEL,
    "blog/posts/full.md": FULL.replace("A <full>", "A &lt;full&gt;"),
    "blog/posts/other.md": "---\ndate: 2017-11-03 10:31:52 +0900\nauthor: joe\n---\n# Other\n\nText.\n",
}
TITLE = "A <full> post & more"


def options(text: str) -> str:
    """Return the plugins of an mkdocs.yml, ours with the options `text`."""
    return f"plugins: [search, {{blog-plugin: {{{text}}}}}]"


def a_blog(count: int, folder: str = "blog") -> dict[str, str]:
    """Return the sources of `count` posts, the newest of which has the highest number."""
    return {
        f"{folder}/posts/{number}.md": (
            f"---\ndate: 2024-01-{number:02}\nslug: p{number}\ntags: [Spark]\ncategories: [News]\n"
            f"author: Ada\nseries: Sparks\nlanguage: Scala\n---\n# Post {number}\n\nText.\n\n"
            f"<!-- more -->\n\nMore of it.\n"
        )
        for number in range(1, count + 1)
    }


def numbers(entries: Iterable[Entry]) -> list[int]:
    """Return the numbers of the posts of `a_blog`."""
    return [int(entry.title.removeprefix("Post ")) for entry in entries]


def discovered(site: Site, page: str) -> list[str]:
    """Return the paths of the feeds that a page offers, with hosts and order as they are."""
    found = site.html(page).select("head link[rel~=alternate]")
    assert all(link["title"] and link["type"] for link in found)
    return [link["href"] for link in found]


def test_every_link_in_a_feed_is_absolute_and_leads_somewhere(everywhere: Build) -> None:
    site = everywhere(FILES, strict=True)
    for path, read in READERS.items():
        full, other = read(site)
        found = [*targets(full.html), full.url, other.url]
        assert len(found) >= 7
        for url in found:
            assert site.exists(file_of(site, url, SITE_URL)), (path, url)


def test_raw_html_leads_where_it_leads_on_the_page(build: Build) -> None:
    raw = '<p><img srcset="../b.png 1x, /c.png 2x" src="../b.png" style="x: url(d.png)"></p>'
    post = f"---\ndate: 2024-01-31\nslug: a\n---\n# A\n\n{raw}\n"
    (entry,) = rss(build({"blog/posts/a.md": post}))
    picture = f"{SITE_URL}blog/2024/01/31/b.png"
    assert list(targets(entry.html)) == [picture, picture, f"{SITE_URL}c.png"]
    assert f"url({SITE_URL}blog/2024/01/31/a/d.png)" in entry.html


def test_all_formats_say_the_same(build: Build) -> None:
    site = build(FILES)
    formats = [read(site) for read in READERS.values()]
    assert formats[0] == formats[1] == formats[2]
    full, other = formats[0]
    assert full.title == TITLE
    assert full.id == "urn:uuid:0a3d7f2e-0d0b-4b86-8f5e-2d6c7a1f0001"
    assert full.authors == ("Ada <Lovelace>", "Joe")
    assert full.categories == ("Talks & Notes", "C++")
    assert full.published == datetime.fromisoformat("2024-01-31T10:00:00+01:00")
    assert full.updated == datetime.fromisoformat("2024-02-03T00:00:00+00:00")
    assert full.enclosure == (f"{SITE_URL}blog/cover.png", "image/png", len(PIXEL))
    assert full.summary.startswith("It begins with the guide, another post and itself.")
    assert other.id == other.url == f"{SITE_URL}blog/2017/11/03/other/"
    assert other.published.isoformat() == "2017-11-03T10:31:52+09:00"
    assert other.enclosure is None


def test_what_makes_no_sense_in_a_reader_is_left_out(build: Build) -> None:
    full, other = atom(build(FILES, "markdown_extensions: [footnotes, {toc: {permalink: true}}]"))
    for part in ("<h1", "<script", "alert", " id=", "headerlink", "¶", "<!--"):
        assert part not in full.html
    assert "A note with ]]&gt; in it." in full.html
    assert other.html.strip() == "<p>Text.</p>"


def test_a_heading_that_is_not_the_title_stays(build: Build) -> None:
    post = "---\ndate: 2024-01-31\ntitle: Title\n---\n# Another\n\nText.\n"
    (entry,) = rss(build({"blog/posts/a.md": post}))
    assert entry.html.startswith("<h1>Another</h1>")


def test_excerpts_have_absolute_links_as_well(build: Build) -> None:
    site = build(FILES, options("feeds_content: excerpt"))
    for read in READERS.values():
        full, other = read(site)
        assert "itself" in full.html
        assert "Section" not in full.html
        assert list(targets(full.html)) == [
            f"{SITE_URL}guide/#part",
            f"{SITE_URL}blog/2017/11/03/other/",
            f"{SITE_URL}blog/2024/01/31/full/#section",
        ]
        assert "Text." in other.html


def test_an_address_for_mail_is_printed_only_if_the_site_says_so(build: Build) -> None:
    assert "ada@example.com" not in build(FILES).read("blog/atom.xml")
    site = build(FILES, options("authors_email: true"))
    assert "<email>ada@example.com</email>" in site.read("blog/atom.xml")
    single = {**FILES, "blog/posts/full.md": FULL.replace("[ada, joe]", "ada")}
    site = build(single, options("authors_email: true"))
    assert "<author>ada@example.com (Ada &lt;Lovelace&gt;)</author>" in site.read("blog/rss.xml")
    assert "<dc:creator>Joe</dc:creator>" in site.read("blog/rss.xml")


@pytest.mark.parametrize("image", ["missing.png", "images/", "''"])
def test_a_picture_that_is_not_there_is_not_enclosed(build: Build, image: str) -> None:
    post = f"---\ndate: 2024-01-31\nimage: {image}\n---\n# A\n\nText.\n"
    site = build({"blog/posts/a.md": post})
    for path, read in READERS.items():
        (entry,) = read(site)
        assert entry.enclosure is None
        assert "image" not in site.read(path)


def test_a_picture_from_elsewhere_is_named_without_a_length(build: Build) -> None:
    url = "https://cdn.example/a.png"
    site = build({"blog/posts/a.md": f"---\ndate: 2024-01-31\nimage: {url}\n---\n# A\n"})
    for path, read in READERS.items():
        (entry,) = read(site)
        assert entry.enclosure is None
        assert url in site.read(path)


def test_an_id_survives_another_title(build: Build) -> None:
    post = "---\ndate: 2024-01-31\nslug: a\n---\n# {}\n"
    before = [read(build({"blog/posts/a.md": post.format("Before")})) for read in READERS.values()]
    after = [read(build({"blog/posts/a.md": post.format("After")})) for read in READERS.values()]
    assert [[e.id for e in entries] for entries in before] == [
        [e.id for e in entries] for entries in after
    ]


def test_two_posts_with_one_guid_are_reported_and_kept_apart(build: Build) -> None:
    post = "---\ndate: 2024-01-31\nslug: {0}\nguid: urn:x\n---\n# {0}\n"
    site = build({f"blog/posts/{name}.md": post.format(name) for name in "ab"})
    (warning,) = site.warnings
    assert "docs/blog/posts/b.md:4: guid: 'urn:x'" in warning
    assert len({entry.id for entry in atom(site)}) == 2


def test_feeds_go_by_date_and_hold_what_is_listed(build: Build) -> None:
    post = "---\ndate: 2024-01-0{}\n{}\n---\n# Post {}\n"
    states = ["pin: true", "", "draft: true", "unlisted: true", "expires: 2025-01-01"]
    files = {
        f"blog/posts/{n}.md": post.format(n, state, n) for n, state in enumerate(states, start=1)
    }
    site = build(files)
    for read in READERS.values():
        assert numbers(read(site)) == [2, 1]


def archives(site: Site, path: str) -> dict[str, list[int]]:
    """Return the posts by document, from the one to subscribe to backwards."""
    found = {}
    url: str | None = urljoin(SITE_URL, path)
    while url:
        document = file_of(site, url, SITE_URL)
        found[document] = numbers((rss if "rss" in document else atom)(site, document))
        url = links(site, document).get("prev-archive")
    return found


@pytest.mark.parametrize("path", ["blog/rss.xml", "blog/atom.xml"])
def test_a_feed_that_is_cut_goes_on_in_archives(build: Build, path: str) -> None:
    site = build(a_blog(7), options("feeds_length: 3"))
    assert archives(site, path) == {
        path: [7, 6, 5],
        "blog/atom-2.xml": [6, 5, 4],
        "blog/atom-1.xml": [3, 2, 1],
    }
    assert links(site, "blog/atom-1.xml") == {
        "alternate": f"{SITE_URL}blog/",
        "self": f"{SITE_URL}blog/atom-1.xml",
        "current": f"{SITE_URL}blog/atom.xml",
        "next-archive": f"{SITE_URL}blog/atom-2.xml",
    }
    assert not [path for path in site.paths if path.startswith(("blog/rss-", "blog/feed-"))]


def test_archives_stay_as_they_are_when_posts_come(build: Build) -> None:
    config = options("feeds_length: 2")
    before = atom(build(a_blog(4), config), "blog/atom-1.xml")
    assert atom(build(a_blog(5), config), "blog/atom-1.xml") == before


def test_archives_hold_excerpts(build: Build) -> None:
    site = build(a_blog(3), options("feeds_length: 1"))
    assert [entry.html.count("More of it.") for entry in atom(site)] == [1]
    assert [entry.html.count("More of it.") for entry in atom(site, "blog/atom-1.xml")] == [0]


@pytest.mark.parametrize(
    ("formats", "first"), [("rss, json", "rss-1.xml"), ("json", "feed-1.json")]
)
def test_without_atom_another_format_has_the_archives(
    build: Build, formats: str, first: str
) -> None:
    site = build(a_blog(2), options(f"feeds_length: 1, feeds_formats: [{formats}]"))
    assert [path for path in site.paths if path.startswith("blog/") and "-1." in path] == [
        f"blog/{first}"
    ]
    following = json.loads(site.read("blog/feed.json")).get("next_url")
    assert following == (f"{SITE_URL}blog/{first}" if formats == "json" else None)


def test_a_feed_of_all_posts_has_no_archive(build: Build) -> None:
    site = build(a_blog(22), options("feeds_length: 0"))
    assert numbers(json_feed(site)) == list(range(22, 0, -1))
    assert "prev-archive" not in links(site, "blog/atom.xml")


@pytest.mark.parametrize(
    ("kind", "folder"),
    [
        ("categories", "category/news"),
        ("tags", "tag/spark"),
        ("authors", "author/ada"),
        ("series", "series/sparks"),
        ("languages", "language/scala"),
    ],
)
@pytest.mark.parametrize("directory_urls", [True, False])
def test_each_kind_of_term_can_have_feeds(
    build: Build, kind: str, folder: str, *, directory_urls: bool
) -> None:
    config = options(
        f"feeds_for: [index, {kind}], feeds_length: 1, taxonomies: {{languages: {{singular: language}}}}"
    )
    site = build(a_blog(2), config, strict=True, directory_urls=directory_urls)
    written = [path for path in site.paths if path.endswith((".xml", ".json"))]
    names = ("atom-1.xml", "atom.xml", "feed.json", "rss.xml")
    expected = {f"{place}/{name}" for place in ("blog", f"blog/{folder}") for name in names}
    assert set(written) - {"sitemap.xml", "search/search_index.json"} == expected
    assert numbers(atom(site, f"blog/{folder}/atom.xml")) == [2]
    formats = ("rss.xml", "atom.xml", "feed.json")
    own = [f"{SITE_URL}blog/{folder}/{name}" for name in formats]
    index = [f"{SITE_URL}blog/{name}" for name in formats]
    assert discovered(site, f"blog/{folder}") == [*index, *own]
    assert discovered(site, "blog") == discovered(site, "blog/2024/01/01/p1") == index


def test_a_map_of_formats_names_paths_from_the_root_of_the_site(build: Build) -> None:
    config = options(
        "feeds_formats: {rss: feed.xml, json: blog/all.json}, feeds_for: [index, tags]"
    )
    site = build(a_blog(1), config)
    assert numbers(rss(site, "feed.xml")) == numbers(json_feed(site, "blog/all.json")) == [1]
    assert numbers(rss(site, "blog/tag/spark/rss.xml")) == [1]
    assert not site.exists("blog/rss.xml")
    assert not site.exists("blog/atom.xml")
    assert discovered(site, "blog") == [f"{SITE_URL}feed.xml", f"{SITE_URL}blog/all.json"]


def test_two_blogs_with_a_feed_at_one_path_are_reported(build: Build) -> None:
    files = {
        f"{blog}/posts/{blog}.md": f"---\ndate: 2024-01-01\n---\n# In {blog}\n" for blog in "ab"
    }
    blogs = ", ".join(
        f"{{blog-plugin: {{blog_dir: {blog}, feeds_formats: {{atom: feed.xml}}}}}}" for blog in "ab"
    )
    site = build(files, f"plugins: [{blogs}]")
    assert "In a" in site.read("feed.xml")
    (warning,) = site.warnings
    assert "a feed is not written to 'feed.xml', which belongs to another blog" in warning


@pytest.mark.parametrize("path", ["blog/rss.xml", "blog/atom.xml", "blog/feed.json"])
def test_a_file_of_the_site_at_the_path_of_a_feed_stays(build: Build, path: str) -> None:
    site = build({**a_blog(3), path: "mine"}, options("feeds_length: 1"), strict=True)
    assert site.read(path) == "mine"
    assert [line for line in site.infos if path in line] == [
        f"mkdocs_blog_plugin: docs/{path}: the site's own file stays where a feed would be"
    ]
    assert len(discovered(site, "blog")) == 2
    assert urljoin(SITE_URL, path) not in discovered(site, "blog")
    for other in {"blog/rss.xml", "blog/atom.xml"} - {path}:
        held = archives(site, other).values()
        assert {number for posts in held for number in posts} == {1, 2, 3}


@pytest.mark.parametrize(
    ("text", "level"), [("", "infos"), ("feeds_length: 20", "warnings"), ("feeds: false", "")]
)
def test_without_an_address_of_the_site_there_are_no_feeds_and_one_line(
    on_each_theme: Build, text: str, level: str
) -> None:
    site = on_each_theme(FILES, f"site_url: ''\n{options(text)}")
    reported = [line for line in [*site.infos, *site.warnings] if "feeds" in line]
    assert len(reported) == bool(level)
    assert not level or reported[0] in getattr(site, level)
    assert site.warnings == (reported if level == "warnings" else [])
    assert discovered(site, "blog") == []
    assert [path for path in site.paths if "rss" in path or "atom" in path or "feed" in path] == []


@pytest.mark.parametrize(
    ("first", "second", "lines"),
    [("", "", 1), ("", "feeds_length: 3", 2), ("feeds_length: 3", "", 2), ("feeds: false", "", 1)],
)
def test_one_line_says_for_all_blogs_that_there_are_no_feeds(
    build: Build, first: str, second: str, lines: int
) -> None:
    blogs = [
        f"{{blog-plugin: {{blog_dir: {name}, {text}}}}}"
        for name, text in (("a", first), ("b", second))
    ]
    posts = {f"{name}/posts/one.md": "---\ndate: 2024-01-31\n---\n# One\n" for name in "ab"}
    site = build(posts, f"site_url: ''\nplugins: [{', '.join(blogs)}]")
    reported = [line for line in [*site.infos, *site.warnings] if "no feeds are written" in line]
    assert len(reported) == lines


def test_switched_off_feeds_leave_no_trace(build: Build) -> None:
    site = build(FILES, options("feeds: false"), strict=True)
    assert discovered(site, "blog") == []
    assert [path for path in site.paths if "rss" in path or "atom" in path or "feed" in path] == []


def test_a_blog_may_be_the_root_of_the_site(build: Build) -> None:
    files = {path.removeprefix("blog/"): text for path, text in a_blog(2).items()}
    site = build(files, options("blog_dir: ., feeds_length: 1"), strict=True)
    assert numbers(rss(site, "rss.xml")) == [2]
    assert numbers(atom(site, "atom-1.xml")) == [1]
    assert discovered(site, "index.html")[0] == f"{SITE_URL}rss.xml"


@pytest.mark.parametrize("directory_urls", [True, False])
def test_a_site_may_be_served_below_a_path(build: Build, *, directory_urls: bool) -> None:
    url = f"{SITE_URL}sub/path"
    config = f"site_url: {url}"
    site = build(FILES, config, strict=True, directory_urls=directory_urls)
    assert discovered(site, "blog")[0] == f"{url}/blog/rss.xml"
    for read in READERS.values():
        full, other = read(site)
        for found in [*targets(full.html), full.url, other.url, other.id]:
            assert site.exists(file_of(site, found, f"{url}/"))


def test_addresses_are_those_that_mike_gives_to_a_version(build: Build) -> None:
    hook = 'def on_config(config):\n    config.site_url = "https://example.org/1.0"\n'
    site = build({**FILES, "../hook.py": hook}, "hooks: [hook.py]")
    for read in READERS.values():
        assert read(site)[1].url == "https://example.org/1.0/blog/2017/11/03/other/"
    assert links(site, "blog/atom.xml")["self"] == "https://example.org/1.0/blog/atom.xml"
    assert discovered(site, "blog")[1] == "https://example.org/1.0/blog/atom.xml"


def test_each_blog_of_a_site_has_its_own_feeds(build: Build) -> None:
    config = "plugins: [search, blog-plugin, {blog-plugin: {blog_dir: news}}]"
    site = build({**a_blog(2), **a_blog(1, "news")}, config, strict=True)
    assert numbers(rss(site)) == [2, 1]
    assert numbers(rss(site, "news/rss.xml")) == [1]
    for blog in ("blog", "news"):
        for page in (blog, f"{blog}/2024/01/01/p1", f"{blog}/tag/spark"):
            assert discovered(site, page)[0] == f"{SITE_URL}{blog}/rss.xml"
            assert len(discovered(site, page)) == 3


def test_a_feed_speaks_the_language_of_its_site(build: Build) -> None:
    post = "---\ndate: 2024-01-31\n{}---\n# {}\n"
    files = {
        "blog/posts/a.md": post.format("lang: fr\n", "A"),
        "blog/posts/b.md": post.format("", "B"),
    }
    site = build(files, "theme: {name: mkdocs, locale: pt_BR}")
    assert "<language>pt-BR</language>" in site.read("blog/rss.xml")
    assert [item.get("language") for item in json.loads(site.read("blog/feed.json"))["items"]] == [
        "fr",
        None,
    ]


def test_no_clock_is_in_a_feed(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    first = {path: build(FILES).read(path) for path in READERS}
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    assert {path: build(FILES).read(path) for path in READERS} == first


@pytest.mark.parametrize("path", ["blog/rss.xml", "blog/tag/spark/atom.xml"])
def test_a_person_who_opens_a_feed_gets_a_stylesheet(build: Build, path: str) -> None:
    site = build(a_blog(1), options("feeds_for: [index, tags]"))
    instruction = etree.fromstring(site.read(path).encode()).getprevious()
    href = urljoin(urljoin(SITE_URL, path), instruction.get("href"))
    assert instruction.get("type") == "text/css"
    assert site.exists(file_of(site, href, SITE_URL))


def test_without_our_stylesheet_a_feed_has_none(build: Build) -> None:
    site = build(a_blog(1), options("stylesheet: false"))
    assert "xml-stylesheet" not in site.read("blog/rss.xml")
    assert not [path for path in site.paths if path.endswith("feed.css")]


@pytest.mark.parametrize(
    "title", ["]]> & <b>", "\"quoted\" 'twice'", "\\x01 &#x1; \u2028", "x" * 500]
)
def test_any_title_makes_valid_feeds(build: Build, title: str) -> None:
    post = f"---\ndate: 2024-01-31\nslug: a\ntitle: {json.dumps(title)}\n---\n{title}\n"
    site = build({"blog/posts/a.md": post})
    expected = " ".join(title.split())
    for read in READERS.values():
        (entry,) = read(site)
        assert " ".join(entry.title.split()) == expected


@pytest.mark.parametrize("read", READERS.values())
def test_an_empty_blog_has_empty_feeds(build: Build, read: Callable[[Site], list[Entry]]) -> None:
    assert read(build({"index.md": "# Home\n"})) == []


def test_recordings_links_elsewhere_and_ids_come_from_front_matter(build: Build) -> None:
    files = {
        "blog/posts/talk.md": "---\ndate: 2024-01-02\naudio: talk.mp3\n---\n# A talk\n\nText.\n",
        "blog/posts/talk.mp3": b"x" * 321,
        "blog/posts/link.md": "---\ndate: 2024-01-01\nupdated: 2025-01-01\n"
        "external_url: https://example.com/there\n---\n# A link\n\nText.\n",
        "blog/posts/lost.md": "---\ndate: 2023-01-01\nenclosure: lost.mp3\n---\n# Lost\n\nText.\n",
    }
    options = "feeds_ids: source, feeds_order: updated, feeds_hub: 'https://hub.example.com/'"
    site = build(files, f"plugins: [{{blog-plugin: {{{options}}}}}]")
    (warning,) = site.warnings
    assert "lost.md:3: enclosure: there is no file 'lost.mp3'" in warning
    for read in READERS.values():
        link, talk, _ = read(site)
        assert link.title == "A link"
        assert link.id == "tag:example.org,2024-01-01:blog/posts/link.md"
        assert talk.enclosure == ("https://example.org/blog/talk.mp3", "audio/mpeg", 321)
    assert "https://hub.example.com/" in site.read("blog/rss.xml")


def test_an_id_by_source_survives_another_title(build: Build) -> None:
    config = "plugins: [{blog-plugin: {feeds_ids: source}}]"
    text = "---\ndate: 2024-01-31\n---\n# {}\n\nText.\n"
    ids = [
        [entry.id for entry in atom(build({"blog/posts/a.md": text.format(title)}, config))]
        for title in ("One", "Two")
    ]
    assert ids[0] == ids[1]
