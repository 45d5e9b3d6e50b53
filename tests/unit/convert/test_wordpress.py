"""Exports of WordPress: paragraphs, shortcodes, terms and addresses."""

from __future__ import annotations

import pytest
from support.old_blogs import Converted, convert_files

from mkdocs_blog_plugin.convert.conversion import ConversionError
from mkdocs_blog_plugin.convert.wordpress.content import paragraphs
from mkdocs_blog_plugin.convert.wordpress.wxr import ExportError

HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Old</title><link>https://old.example</link><description>D</description>
<wp:base_blog_url>https://old.example</wp:base_blog_url>
<wp:author><wp:author_login><![CDATA[ada]]></wp:author_login><wp:author_display_name><![CDATA[Ada L]]></wp:author_display_name></wp:author>
"""
FOOT = "</channel></rss>"


FEED = (
    "export.xml: feed: '/feed/' is '/rss.xml' now; feed readers find it by a rule of the web server "
    "alone: see 'Feeds that were folders' in the documentation"
)
"""What is left of every blog whose address is known."""


def item(
    content: str = "", *, name: str = "hello", more: str = "", link: str = "", **values: str
) -> str:
    """Return an item of an export."""
    fields = {
        "post_type": "post",
        "status": "publish",
        "post_id": "7",
        "post_name": name,
        "post_date": "2020-02-03 10:00:00",
        "post_date_gmt": "2020-02-03 09:00:00",
    } | values
    written = "".join(f"<wp:{key}>{value}</wp:{key}>" for key, value in fields.items())
    address = link or f"https://old.example/2020/02/{name}/"
    return (
        f"<item><title>Hello</title><link>{address}</link><dc:creator>ada</dc:creator>{more}"
        f"<content:encoded><![CDATA[{content}]]></content:encoded>{written}</item>\n"
    )


def converted(*items: str, **files: str) -> Converted:
    """Convert an export with `items`."""
    return convert_files({"export.xml": HEAD + "".join(items) + FOOT, **files})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb\n\nc", "<p>a<br>\nb</p>\n<p>c</p>"),
        ("<p>a</p>\n<p>b</p>", "<p>a</p>\n<p>b</p>"),
        ("<pre>\n\na\n</pre>", "<pre>\n\na\n</pre>"),
        ("<ul>\n<li>a</li>\n</ul>\n\nb", "<ul>\n<li>a</li>\n</ul>\n<p>b</p>"),
        (
            "<blockquote>a\n\nb</blockquote>c",
            "<blockquote><p>a</p>\n<p>b</p></blockquote>\n<p>c</p>",
        ),
        ("a\n<h2>b</h2>\nc", "<p>a</p>\n<h2>b</h2>\n<p>c</p>"),
    ],
)
def test_paragraphs_are_where_wordpress_sees_them(text: str, expected: str) -> None:
    assert paragraphs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n\nb *c*", "<p>a</p>\n\n<p>b *c*</p>"),
        ("<!-- wp:paragraph -->\n<p>a</p>\n<!-- /wp:paragraph -->", "<p>a</p>"),
        ("a\n\n<!--more-->\n\nb", "<p>a</p>\n\n<!--more-->\n\n<p>b</p>"),
        (
            "<!-- wp:more -->\n<!--more-->\n<!-- /wp:more -->\n\n<!-- wp:paragraph -->\n<p>b</p>\n<!-- /wp:paragraph -->",
            "<!--more-->\n\n<p>b</p>",
        ),
        (
            '[caption id="x" width="3"]<a href="/b"><img src="/a.png"></a> A cap[/caption]',
            '<figure><a href="/b"><img src="/a.png"></a><figcaption>A cap</figcaption></figure>',
        ),
        ('[code language="php"]\n&lt;?php\n\necho 1;\n[/code]', "```php\n<?php\n\necho 1;\n```"),
        (
            '[gallery ids="9"]',
            '<div class="gallery"><img src="https://old.example/u/a.png" alt="" loading="lazy"></div>',
        ),
        (
            "[embed]https://youtu.be/abc[/embed]",
            '<iframe src="https://www.youtube-nocookie.com/embed/abc" title="youtube" width="560" height="315" loading="lazy" allowfullscreen style="border: 0; max-width: 100%"></iframe>',
        ),
        ('<a href="https://old.example/2020/02/hello/">x</a>', '<p><a href="./">x</a></p>'),
        ("text [1] and [not a tag]", "<p>text [1] and [not a tag]</p>"),
    ],
)
def test_content_becomes_blocks_of_html(text: str, expected: str) -> None:
    picture = item(
        post_type="attachment", post_id="9", attachment_url="https://old.example/u/a.png"
    )
    assert converted(item(text), picture).post("hello.md").body.strip() == expected


def test_an_unknown_shortcode_is_kept_as_a_comment_and_listed() -> None:
    result = converted(item('a [contact-form id="3"] b'))
    assert "<!-- shortcode, not converted: contact-form id=" in result.post("hello.md").body
    assert result.left == ['Hello (post 7): shortcode: [contact-form id="3"]', FEED]


def test_front_matter_terms_and_authors_are_in_our_terms() -> None:
    terms = '<category domain="category" nicename="news">News</category><category domain="post_tag" nicename="c-plus">C++</category>'
    result = converted(item("x", more=terms), item("y", name="draft", status="draft", post_id="8"))
    assert result.post("2020-02-03-hello.md").meta == {
        "title": "Hello", "date": "2020-02-03 10:00:00+01:00", "authors": ["ada"],
        "categories": ["News"], "tags": ["C++"],
    }  # fmt: skip
    assert result.options["post_url_format"] == ":year/:month/:title"
    assert result.post("draft.md").meta["draft"] is True
    assert "slug: c-plus" in str(result.files["docs/blog/.terms.yml"])
    assert "name: Ada L" in str(result.files["docs/blog/.authors.yml"])


@pytest.mark.parametrize(
    ("status", "guid"), [("publish", "https://old.example/?p=7&x=1"), ("draft", None)]
)
def test_feed_readers_know_a_published_post_again(status: str, guid: str | None) -> None:
    more = '<guid isPermaLink="false">https://old.example/?p=7&amp;x=1</guid>'
    assert converted(item(more=more, status=status)).post("hello.md").meta.get("guid") == guid


def test_pages_addresses_and_uploads_come_along() -> None:
    result = converted(
        item(
            "<img src='https://old.example/wp-content/uploads/a.png'>",
            link="https://old.example/own/way/",
        ),
        item("p", name="about", post_type="page", link="https://old.example/about/"),
        item("q", name="query", post_id="8", link="https://old.example/?p=12"),
        **{"wp-content/uploads/a.png": "x"},
    )
    assert result.post("hello.md").meta["permalink"] == "/own/way/"
    assert "../../wp-content/uploads/a.png" in result.post("hello.md").body
    assert result.post("about.md").path == "docs/about.md"
    assert "permalink" not in result.post("query.md").meta


@pytest.mark.parametrize(
    "target",
    ["https://old.example/?p=8#a", "/?p=8#a", "/index.php?p=8#a", "?page_id=8&amp;x=1#a"],
)
def test_a_link_by_number_leads_to_its_post(target: str) -> None:
    result = converted(
        item(f'<a href="{target}">b</a>'),
        item("b", name="other", post_id="8", link="https://old.example/?p=8"),
    )
    assert '<a href="../other/#a">b</a>' in result.post("hello.md").body.replace("../03/", "")
    assert result.left == [FEED]


def test_addresses_that_cannot_be_read_are_left_out() -> None:
    broken = HEAD.replace("https://old.example</wp", "http://[::1</wp")
    text = broken + item("x", link="http://[::1") + FOOT
    result = convert_files({"export.xml": text})
    assert "permalink" not in result.post("hello.md").meta
    assert "site_url" not in result.config


@pytest.mark.parametrize(
    "text",
    [
        '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aa">]><rss xmlns:wp="http://wordpress.org/export/1.2/">&a;</rss>',
        '<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel>',
        '<rss xmlns:wp="http://wordpress.org/export/1.2/"></rss>',
    ],
)
def test_an_export_that_declares_entities_or_is_broken_is_refused(text: str) -> None:
    with pytest.raises((ExportError, ConversionError)):
        convert_files({"a.xml": text})


@pytest.mark.parametrize("text", ["[a " * 3000, "[a]" * 3000, "<pre>" * 2000, "[caption]" * 500])
def test_hostile_content_is_converted_without_an_error(text: str) -> None:
    assert converted(item(text)).posts


def test_a_site_below_a_path_keeps_its_addresses() -> None:
    head = HEAD.replace("blog_url>https://old.example<", "blog_url>https://old.example/wp<")
    link = "https://old.example/wp/2020/02/hello/"
    page = item(name="about", link="https://old.example/wp/about/", post_type="page")
    post = item(f'<a href="{link}">x</a>', link=link)
    result = convert_files({"export.xml": head + post + page + FOOT})
    assert result.config["site_url"] == "https://old.example/wp/"
    assert "permalink" not in result.post("2020-02-03-hello.md").meta
    assert "docs/about.md" in result.files
    assert 'href="./"' in result.post("2020-02-03-hello.md").body
