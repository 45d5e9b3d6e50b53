"""What the head of a page tells machines, read by parsers that are not ours."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import NOON, SITE, a_post, a_public_post, a_term, a_view
from support.html_samples import parse

from mkdocs_blog_plugin.feeds.public_post import Category, Person
from mkdocs_blog_plugin.posts.media import Picture
from mkdocs_blog_plugin.render.head import insert_head
from mkdocs_blog_plugin.render.metadata import Alternate, PageFacts, post_head, view_head
from mkdocs_blog_plugin.urls.base import Site
from mkdocs_blog_plugin.views.view import Kind, View

URL = "https://acme.org/docs/blog/x/"
PAGE = "<!doctype html><html><head><title>T</title>{}</head><body><p>Text</p></body></html>"
INDEX = a_view(a_post())
FEED = Alternate("Acme – Blog (RSS)", "application/rss+xml", "https://acme.org/docs/blog/rss.xml")


class Head:
    """The head of a page, as html5lib reads it."""

    def __init__(self, html: str) -> None:
        head = parse(html).find("head")
        assert head is not None
        self.tree = head

    def metas(self, name: str) -> list[str]:
        """Return the contents of all `meta` tags called `name`."""
        tags = self.tree.iterfind("meta")
        return [
            tag.get("content", "") for tag in tags if name in (tag.get("name"), tag.get("property"))
        ]

    def links(self, relation: str) -> list[str]:
        """Return where all links of one relation lead."""
        return [
            tag.get("href", "") for tag in self.tree.iterfind("link") if tag.get("rel") == relation
        ]

    def things(self) -> dict[str, Any]:
        """Return all JSON-LD by type."""
        scripts = self.tree.iterfind("script[@type='application/ld+json']")
        things = [json.loads(script.text or "") for script in scripts]
        assert all(thing["@context"] == "https://schema.org" for thing in things)
        return {thing["@type"]: thing for thing in things}


def of_post(
    *,
    theme: str = "",
    parents: tuple[View, ...] = (INDEX,),
    feeds: tuple[Alternate, ...] = (),
    site: Site = SITE,
    **values: Any,
) -> Head:
    tags = post_head(a_public_post(**values), parents, feeds, site)
    return Head(insert_head(PAGE.format(theme), tags, URL))


def of_view(
    view: View, *, page: int = 1, theme: str = "", parents: tuple[View, ...] = (), about: str = ""
) -> Head:
    tags = view_head(
        view, view.pagers[page - 1], parents, (FEED,), SITE, PageFacts(description=about)
    )
    return Head(insert_head(PAGE.format(theme), tags, URL))


def a_tag_view(**values: Any) -> View:
    term = a_term("spark", description="All about Spark")
    return a_view(
        path="blog/tag/spark",
        kind=Kind.TERM,
        taxonomy="tags",
        key="spark",
        title="Spark",
        term=term,
        **values,
    )


def test_a_post_has_a_description_and_a_canonical_url() -> None:
    head = of_post()
    assert head.metas("description") == ["In short"]
    assert head.links("canonical") == ["https://acme.org/docs/blog/x/"]
    original = of_post(canonical_url="https://jane.org/x")
    assert original.links("canonical") == original.metas("og:url") == ["https://jane.org/x"]


def test_a_post_has_an_open_graph() -> None:
    head = of_post(
        updated=NOON + timedelta(days=1),
        authors=(Person(name="Jane", url="https://jane.org/"), Person(name="Joe")),
        categories=(
            Category(taxonomy="tags", label="C++", slug="c", scheme=""),
            Category(taxonomy="categories", label="News", slug="news", scheme=""),
            Category(taxonomy="series", label="Sparks", slug="sparks", scheme=""),
        ),
    )
    assert head.metas("og:type") == ["article"]
    assert head.metas("og:title") == head.metas("twitter:title") == ["A title"]
    assert head.metas("og:description") == head.metas("twitter:description") == ["In short"]
    assert head.metas("og:url") == ["https://acme.org/docs/blog/x/"]
    assert head.metas("og:site_name") == ["Acme"]
    assert head.metas("article:published_time") == ["2017-11-03T12:00:00+00:00"]
    assert head.metas("article:modified_time") == ["2017-11-04T12:00:00+00:00"]
    assert head.metas("article:author") == ["https://jane.org/", "Joe"]
    assert head.metas("article:section") == ["News"]
    assert head.metas("article:tag") == ["C++", "Sparks"]


def test_a_post_that_never_changed_has_no_modified_time() -> None:
    assert of_post().metas("article:modified_time") == []


@pytest.mark.parametrize(
    ("language", "expected"), [("pt-BR", ["pt_BR"]), ("de", []), ("zh-Hant", [])]
)
def test_a_locale_has_a_territory_or_is_left_out(language: str, expected: list[str]) -> None:
    head = of_post(site=Site(name="Acme", language=language))
    assert head.metas("og:locale") == expected


def test_a_picture_comes_with_what_is_known_of_it() -> None:
    picture = Picture(url="https://acme.org/a.png", alt='A "cat"', width=640, height=480, length=1)
    head = of_post(picture=picture)
    assert head.metas("og:image") == head.metas("twitter:image") == ["https://acme.org/a.png"]
    assert head.metas("og:image:type") == ["image/png"]
    assert head.metas("og:image:width") == ["640"]
    assert head.metas("og:image:height") == ["480"]
    assert head.metas("og:image:alt") == head.metas("twitter:image:alt") == ['A "cat"']
    assert head.metas("twitter:card") == ["summary_large_image"]


def test_a_picture_from_elsewhere_has_no_size() -> None:
    head = of_post(picture=Picture(url="https://cdn.org/a"))
    assert head.metas("og:image") == ["https://cdn.org/a"]
    assert head.metas("og:image:width") == head.metas("og:image:type") == []


def test_a_post_without_picture_has_a_small_card() -> None:
    head = of_post()
    assert head.metas("twitter:card") == ["summary"]
    assert head.metas("og:image") == []


def test_an_unlisted_post_is_not_to_be_indexed() -> None:
    assert of_post(is_listed=False).metas("robots") == ["noindex"]
    assert of_post().metas("robots") == []
    theme = '<meta name="robots" content="noindex, nofollow">'
    assert of_post(is_listed=False, theme=theme).metas("robots") == ["noindex, nofollow"]
    theme = '<meta name="robots" content="index">'
    assert of_post(is_listed=False, theme=theme).metas("robots") == ["index", "noindex"]


def test_feeds_can_be_discovered() -> None:
    (link,) = of_post(feeds=(FEED,)).tree.iterfind("link[@rel='alternate']")
    assert dict(link.attrib) == {
        "rel": "alternate",
        "type": "application/rss+xml",
        "title": "Acme – Blog (RSS)",
        "href": "https://acme.org/docs/blog/rss.xml",
    }


def test_a_post_is_a_blog_posting() -> None:
    head = of_post(
        updated=NOON + timedelta(days=1),
        authors=(Person(name="Jane", url="https://jane.org/"), Person(name="Joe")),
        categories=(Category(taxonomy="tags", label="C++", slug="c", scheme=""),),
        picture=Picture(url="https://acme.org/a.png", width=640, height=480),
        language="fr",
    )
    assert head.things()["BlogPosting"] == {
        "@context": "https://schema.org",
        "@type": "BlogPosting",
        "headline": "A title",
        "description": "In short",
        "url": "https://acme.org/docs/blog/x/",
        "mainEntityOfPage": {"@type": "WebPage", "@id": "https://acme.org/docs/blog/x/"},
        "datePublished": "2017-11-03T12:00:00+00:00",
        "dateModified": "2017-11-04T12:00:00+00:00",
        "author": [
            {"@type": "Person", "name": "Jane", "url": "https://jane.org/"},
            {"@type": "Person", "name": "Joe"},
        ],
        "keywords": ["C++"],
        "image": {
            "@type": "ImageObject",
            "url": "https://acme.org/a.png",
            "width": 640,
            "height": 480,
        },
        "inLanguage": "fr",
    }


def test_breadcrumbs_lead_from_the_site_to_the_page() -> None:
    assert of_post().things()["BreadcrumbList"]["itemListElement"] == [
        {"@type": "ListItem", "position": 1, "name": "Acme", "item": "https://acme.org/docs/"},
        {"@type": "ListItem", "position": 2, "name": "Blog", "item": "https://acme.org/docs/blog/"},
        {
            "@type": "ListItem",
            "position": 3,
            "name": "A title",
            "item": "https://acme.org/docs/blog/x/",
        },
    ]


def test_a_blog_that_is_the_site_is_one_crumb() -> None:
    index = a_view(path="index")
    items = of_post(parents=(index,)).things()["BreadcrumbList"]["itemListElement"]
    assert [item["name"] for item in items] == ["Blog", "A title"]
    assert "BreadcrumbList" not in of_view(index).things()


def test_the_index_is_a_blog() -> None:
    head = of_view(INDEX)
    assert head.things()["Blog"] == {
        "@context": "https://schema.org",
        "@type": "Blog",
        "name": "Blog",
        "url": "https://acme.org/docs/blog/",
        "description": "All of Acme",
        "inLanguage": "en",
    }
    assert head.metas("og:type") == ["website"]
    assert head.metas("description") == ["All of Acme"]
    own = of_view(INDEX, about="All of <us>")
    assert own.metas("description") == own.metas("og:description") == ["All of <us>"]
    assert own.things()["Blog"]["description"] == "All of <us>"


def test_a_term_is_described_and_stands_below_its_overview() -> None:
    overview = a_view(path="blog/tag/index", kind=Kind.OVERVIEW, taxonomy="tags", title="Tags")
    head = of_view(a_tag_view(), parents=(INDEX, overview), about="All about Spark")
    assert head.metas("description") == ["All about Spark"]
    things = head.things()
    assert "Blog" not in things
    items = things["BreadcrumbList"]["itemListElement"]
    assert [item["name"] for item in items] == ["Acme", "Blog", "Tags", "Spark"]
    assert head.links("alternate") == [FEED.url]


def test_an_overview_has_no_description() -> None:
    overview = a_view(path="blog/tag/index", kind=Kind.OVERVIEW, taxonomy="tags", title="Tags")
    assert of_view(overview).metas("description") == []


def test_the_pages_of_a_view_know_their_neighbours() -> None:
    view = a_tag_view(pages=3)
    first, second, third = (of_view(view, page=number) for number in (1, 2, 3))
    assert (first.links("prev"), first.links("next")) == ([], ["page/2/"])
    assert (second.links("prev"), second.links("next")) == (["../../"], ["../3/"])
    assert (third.links("prev"), third.links("next")) == (["../2/"], [])
    assert third.links("canonical") == ["https://acme.org/docs/blog/tag/spark/page/3/"]


def test_a_site_without_url_has_the_tags_that_need_none() -> None:
    head = of_post(site=Site(name="Acme"), url="", canonical_url="")
    assert head.links("canonical") == head.metas("og:url") == []
    things = head.things()
    assert things["BlogPosting"]["headline"] == "A title"
    assert "mainEntityOfPage" not in things["BlogPosting"]
    assert "BreadcrumbList" not in things


@given(st.text(st.characters(exclude_categories=["Cs"])) | st.text("<>&\"'!-/script\u2028\u2029"))
def test_any_text_stays_where_it_belongs(text: str) -> None:
    text = f"</script><!--{text}"
    category = Category(taxonomy="tags", label=text, slug=text, scheme=text)
    tags = post_head(
        a_public_post(title=text, description=text, categories=(category,)), (INDEX,), (FEED,), SITE
    )
    html = insert_head(PAGE.format(""), tags)
    head = Head(html)
    assert {tag.tag for tag in head.tree} == {"title", "meta", "link", "script"}
    assert head.things()["BlogPosting"]["headline"] == text
    assert html.count("</script>") == 2
    assert html.count("<!--") == 0


def test_surrogates_break_nothing() -> None:
    assert "og:title" in post_head(a_public_post(title="\ud800"), (INDEX,), (FEED,), SITE)


@pytest.mark.parametrize(
    ("theme", "key"),
    [
        ('<meta name="description" content="Mine">', "description"),
        ("<META CONTENT='Mine' NAME=description>", "description"),
        ('<meta property="og:title" content="a > b">', "og:title"),
        ('<meta name="og:title" content="Mine">', "og:title"),
        ('<meta name="twitter:card" content="player"/>', "twitter:card"),
        ("<meta name=robots content=noindex>", "robots"),
        ('<link rel="canonical" href="https://acme.org/mine">', "canonical"),
        ('<link href="../rss.xml" rel="alternate" type="application/rss+xml">', "alternate"),
        ('<link href="http://[" rel="alternate"><link rel="NEXT" href="x">', "next"),
        ('<script type="application/ld+json">{"@type": "BlogPosting"}</script>', "BlogPosting"),
        (
            '<script nonce="x" type="application/ld+json">[{"@type":"BreadcrumbList"}]</script>',
            "BreadcrumbList",
        ),
    ],
)
def test_what_the_theme_has_put_is_not_put_twice(theme: str, key: str) -> None:
    key = f"{key} {FEED.url}" if key == "alternate" else key
    page = PAGE.format(theme)
    assert insert_head(page, {key: "<meta>"}, URL) == page
    assert "<meta>\n<link>\n</head>" in insert_head(page, {"x": "<meta>", "y": "<link>"}, URL)


@pytest.mark.parametrize(
    "theme",
    [
        '<!-- <meta name="description" content="Not this one"> -->',
        '<script>"<meta name=description>"</script>',
        '<style>/* <meta name="description"> */</style>',
        '<meta charset="utf-8"><meta name="viewport" content="description">',
        '<script>"</head>"</script>',
    ],
)
def test_what_only_looks_like_a_tag_counts_for_nothing(theme: str) -> None:
    page = PAGE.format(theme)
    put = insert_head(page, {"description": "<meta>"}, URL)
    assert put == page.replace("</head><body>", "\n<meta>\n</head><body>")


def test_a_tag_in_the_body_counts_for_nothing() -> None:
    page = PAGE.format("") + '<meta name="description" content="In the text">'
    assert insert_head(page, {"description": "<meta>"}) != page


def test_a_size_of_ours_never_goes_with_a_picture_of_the_theme() -> None:
    theme = '<meta property="og:image" content="https://acme.org/card.png">'
    head = of_post(theme=theme, picture=Picture(url="https://acme.org/a.png", width=1, height=1))
    assert head.metas("og:image") == ["https://acme.org/card.png"]
    assert head.metas("og:image:width") == []


def test_tags_are_put_once_however_often_they_are_inserted() -> None:
    tags = post_head(a_public_post(), (INDEX,), (FEED,), SITE)
    once = insert_head(PAGE.format(""), tags, URL)
    assert insert_head(once, tags, URL) == once


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<title>T</title><body>Text", "<title>T</title>\n<meta>\n<body>Text"),
        ("<html>\n  </HEAD><body>", "<html>\n<meta>\n</HEAD><body>"),
        ("no page at all", "no page at all"),
    ],
)
def test_tags_go_where_the_head_ends(page: str, expected: str) -> None:
    assert insert_head(page, {"x": "<meta>"}) == expected


def test_a_post_names_itself_in_other_languages() -> None:
    translations = (("de", "https://acme.org/de/x/"), ("fr", "https://acme.org/?x&y"))
    head = of_post(translations=translations).tree
    links = [tag.attrib for tag in head.iterfind("link") if tag.get("hreflang")]
    assert [(link["hreflang"], link["href"]) for link in links] == list(translations)
    assert {link["rel"] for link in links} == {"alternate"}


def test_an_author_is_identified_by_an_orcid() -> None:
    people = (Person(name="Ada", orcid="0000-0002-1825-0097"), Person(name="Joe"))
    ada, joe = of_post(authors=people).things()["BlogPosting"]["author"]
    assert ada["sameAs"] == "https://orcid.org/0000-0002-1825-0097"
    assert "sameAs" not in joe


def test_accounts_and_endpoints_of_the_open_web_are_named() -> None:
    site = SITE._replace(webmention="https://hooks.example/w", micropub="https://hooks.example/m")
    person = Person(name="Ada", fediverse="@ada@example.social")
    head = post_head(a_public_post(authors=(person,)), [], [], site)
    assert head["fediverse:creator"] == (
        '<meta name="fediverse:creator" content="@ada@example.social">'
    )
    assert head["webmention"] == '<link rel="webmention" href="https://hooks.example/w">'
    assert "micropub" not in head
    view = a_view()
    index = view_head(view, view.pagers[0], [], [], site)
    assert index["micropub"] == '<link rel="micropub" href="https://hooks.example/m">'
