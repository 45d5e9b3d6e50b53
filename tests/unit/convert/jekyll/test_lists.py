"""Pages of Jekyll that list posts or terms, and what they say besides."""

from __future__ import annotations

import pytest
from support.old_blogs import convert_jekyll, page_of


@pytest.mark.parametrize(
    ("path", "meta", "text", "name"),
    [
        ("index.md", "layout: home", "Hello, *you*.", "index.md"),
        ("_tabs/about.md", "layout: about\npermalink: /", "Hello, *you*.", "index.md"),
        (
            "index.html",
            "title: Home",
            (
                "<p>Hello, you, who read this blog of mine.</p>\n<ul>\n{% for p in site.posts %}"
                "<li>{% for t in p.tags %}{{ t }}{% endfor %}{{ p.title }}</li>{% endfor %}</ul>"
            ),
            "index.md",
        ),
        ("labels.md", "layout: tags\npermalink: /tags/", "All my labels.", "tag/index.md"),
        ("old.md", "layout: archives", "All that was.", "archive/index.md"),
    ],
)
def test_what_a_page_says_beside_its_list_introduces_the_view(
    path: str, meta: str, text: str, name: str
) -> None:
    result = convert_jekyll(
        more=page_of(path, meta, text), config="collections: {tabs: {output: true}}"
    )
    introduction = result.post(name)
    assert text.removeprefix("<p>").partition(",")[0] in introduction.body
    assert "{%" not in introduction.body
    assert "<ul>" not in introduction.body
    assert "First Post" not in introduction.body


def test_two_pages_that_list_the_same_have_one_introduction() -> None:
    more = page_of("index.md", "layout: home", "One.") + page_of("news.md", "layout: blog", "Two.")
    result = convert_jekyll(more=more)
    assert result.post("index.md").body == "One.\n"
    assert result.post("news.md").body == "Two.\n"


def test_a_home_page_keeps_its_place_beside_a_page_that_lists_posts() -> None:
    more = page_of("index.md", "layout: page", "Home.") + page_of(
        "news.md", "layout: blog", "News."
    )
    result = convert_jekyll(more=more)
    assert result.post("index.md").body == "Home.\n"
    assert result.post("news.md").body == "News.\n"


ARCHIVES = """
collections: {tabs: {output: true}}
defaults: [{scope: {type: tabs}, values: {permalink: '/:title/'}}]
jekyll-archives:
  enabled: [year, tags, categories]
  permalinks: {tag: /labels/:name/, category: /topics/:name/}
"""


def test_lists_are_where_the_archives_of_the_site_are() -> None:
    more = (
        page_of("_tabs/labels.md", "layout: tags")
        + page_of("_tabs/categories.md", "layout: categories")
        + page_of("_tabs/years.md", "layout: archives")
    )
    links = "[a](/labels/big-data/) [b](/categories/#talks) [c](/labels/) [d](/2020/) [e](/years)"
    result = convert_jekyll(
        links, meta="tags: [Big Data]\ncategory: Talks", config=ARCHIVES, more=more
    )
    assert result.options["archive_url_format"] == "{date}"
    assert "docs/labels/index.html" not in result.files
    assert "url=../topics/" in str(result.files["docs/categories/index.html"])
    assert "url=../" in str(result.files["docs/years/index.html"])
    up = "../" * 4
    assert result.post("first-post.md").body == (
        f"[a]({up}labels/big-data/) [b]({up}topics/talks/) [c]({up}labels/) [d]({up}2020/) [e]({up})\n"
    )
    assert result.left == []


@pytest.mark.parametrize(
    ("anchor", "end"),
    [
        ("big-data", "big-data/"),
        ("Big%20Data", "big-data/"),
        ("Big Data", "big-data/"),
        ("%C3%89l%C3%A8ve", "%C3%A9l%C3%A8ve/"),
        ("top", "#top"),
    ],
)
def test_an_anchor_that_is_a_label_leads_to_its_term(anchor: str, end: str) -> None:
    link = f"[a](</labels/#{anchor}>)"
    post = convert_jekyll(link, meta="tags: [Big Data, Élève]", config=ARCHIVES).post(
        "first-post.md"
    )
    assert post.body == f"[a](../../../labels/{end})\n"


def test_the_second_version_of_archives_and_of_pagination_are_read() -> None:
    config = (
        "pagination: {enabled: true}\njekyll-archives: {posts: {enabled: [year, tags], "
        "permalinks: {year: '/blog/:year/', tags: '/blog/:type/:name/'}}}"
    )
    list_page = page_of(
        "_pages/blog.md",
        "permalink: /blog/\npagination: {enabled: true, per_page: 3, permalink: '/page/:num/'}",
        "{% for post in paginator.posts %}{{ post.title }}{% endfor %}",
    )
    options = convert_jekyll(config=f"{config}\ninclude: [_pages]", more=list_page).options
    assert options["pagination_per_page"] == 3
    assert options["pagination_url_format"] == "blog/page/{page}"
    assert options["tags_url_format"] == "blog/tag/:name"
    assert options["archive_url_format"] == "blog/{date}"
