"""What holds in every format, whatever people write."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from support.builders import NOON, a_feed, an_entry

from mkdocs_blog_plugin.feeds.atom import iri, write_atom
from mkdocs_blog_plugin.feeds.formats import FORMATS
from mkdocs_blog_plugin.feeds.json_feed import write_json_feed
from mkdocs_blog_plugin.feeds.public_post import Attachment, Category, Person
from mkdocs_blog_plugin.feeds.rss import write_rss
from mkdocs_blog_plugin.posts.media import Picture

if TYPE_CHECKING:
    from mkdocs_blog_plugin.feeds.feed import Feed

ATOM = etree.RelaxNG(etree.parse(str(Path(__file__).with_name("atom.rng"))))
RSS_ITEM = {
    "title", "link", "guid", "pubDate", "author", "category", "description", "enclosure",
}  # fmt: skip
NS = {
    "a": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "fh": "http://purl.org/syndication/history/1.0",
    "h": "http://www.w3.org/1999/xhtml",
    "media": "http://search.yahoo.com/mrss/",
}
NASTY = st.text(st.characters()) | st.text("]]>&<\"'\x00\x0b\ud800\ufffe\r\n\u2028 a")
"""Any text that Python can hold: control characters and surrogates included."""


def rss(feed: Feed) -> Any:
    """Return the channel, having checked what RSS 2.0 says of it."""
    root = etree.fromstring(write_rss(feed))
    assert root.tag == "rss"
    assert root.get("version") == "2.0"
    (channel,) = root
    for name in ("title", "link", "description"):
        assert channel.findtext(name)
    for item in channel.iterfind("item"):
        own = [child.tag for child in item if not child.tag.startswith("{")]
        assert set(own) <= RSS_ITEM
        assert all(own.count(name) == 1 for name in own if name != "category")
        assert parsedate_to_datetime(item.findtext("pubDate")).tzinfo
    return channel


def atom(feed: Feed) -> Any:
    """Return the feed element, having checked it against the schema and RFC 4287, 4.1."""
    root = etree.fromstring(write_atom(feed))
    ATOM.assertValid(root)
    ids = root.xpath("a:entry/a:id/text()", namespaces=NS)
    assert len(ids) == len(set(ids))
    for entry in root.iterfind("a:entry", NS):
        assert len(entry.xpath("a:link[@rel='alternate']", namespaces=NS)) == 1
    return root


def json_feed(feed: Feed) -> Any:
    """Return the feed, having checked what JSON Feed 1.1 says of it."""
    document = json.loads(write_json_feed(feed))
    assert document["version"] == "https://jsonfeed.org/version/1.1"
    assert document["title"]
    assert all(author.keys() & {"name", "url", "avatar"} for author in document["authors"])
    for item in document["items"]:
        assert isinstance(item["id"], str)
        assert "content_html" in item
        assert datetime.fromisoformat(item["date_published"]).tzinfo
        assert all({"url", "mime_type"} <= found.keys() for found in item.get("attachments", ()))
    return document


@given(title=NASTY, html=NASTY, name=NASTY, guid=NASTY, is_full=st.booleans())
def test_every_format_is_well_formed_for_any_text(
    *, title: str, html: str, name: str, guid: str, is_full: bool
) -> None:
    categories = (Category(taxonomy="tags", label=title, slug=name, scheme="https://acme.org/t/"),)
    person = Person(name=name, email=f"a@{name}")
    picture = Picture(url=f"https://acme.org/{name}.png", length=3)
    entry = an_entry(
        html,
        is_full=is_full,
        title=title,
        summary=title,
        guid=guid,
        authors=(person, person),
        categories=categories,
        picture=picture,
    )
    feed = a_feed(entry, subtitle=title, notice=html, stylesheet=name)
    etree.fromstring(write_rss(feed))
    etree.fromstring(write_atom(feed))
    json.loads(write_json_feed(feed))


@given(title=st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1))
def test_a_title_comes_out_as_it_went_in(title: str) -> None:
    feed = a_feed(an_entry(title=title))
    assert rss(feed).findtext("item/title") == title
    assert atom(feed).findtext("a:entry/a:title", namespaces=NS) == title
    assert json_feed(feed)["items"][0]["title"] == title


@pytest.mark.parametrize("name", FORMATS)
def test_characters_that_xml_cannot_hold_are_left_out(name: str) -> None:
    written = FORMATS[name].write(a_feed(an_entry(title="a\x00b\x0bc\ud800d\ufffee"))).decode()
    assert "abcde" in written or name == "json"
    assert json_feed(a_feed(an_entry(title="a\ud800b")))["items"][0]["title"] == "ab"


def test_the_end_of_a_cdata_section_is_plain_text() -> None:
    feed = a_feed(an_entry("<p>]]></p>"))
    assert rss(feed).findtext("item/content:encoded", namespaces=NS) == "<p>]]></p>"
    assert atom(feed).findtext("a:entry/a:content", namespaces=NS) == "<p>]]></p>"


@pytest.mark.parametrize("write", [write_rss, write_atom])
def test_feedparser_reads_what_was_written(write: Any) -> None:
    entry = an_entry(
        "<p>All &amp; <b>more</b></p>",
        title="R & D <3",
        summary="1 < 2",
        authors=(Person(name="Jane"), Person(name="Joe")),
        published=NOON,
        updated=NOON + timedelta(days=1),
        categories=(
            Category(taxonomy="tags", label="C++", slug="c-2", scheme="https://acme.org/tag/"),
        ),
    )
    parsed = feedparser.parse(write(a_feed(entry, notice="This is a feed.")))
    assert not parsed.bozo
    assert parsed.feed.title == "Acme – Blog"
    assert parsed.feed.subtitle == "All of Acme"
    assert parsed.feed.link == "https://acme.org/docs/blog/"
    assert parsed.feed.language == "en"
    (found,) = parsed.entries
    assert found.title == "R & D <3"
    assert found.link == found.id == "https://acme.org/docs/blog/x/"
    assert found.content[0].value == "<p>All &amp; <b>more</b></p>"
    assert [author.name for author in found.authors] == ["Jane", "Joe"]
    assert [(tag.scheme, tag.get("label") or tag.term) for tag in found.tags] == [
        ("https://acme.org/tag/", "C++")
    ]
    assert found.published_parsed[:5] == (2017, 11, 3, 12, 0)
    assert found.updated_parsed[:5] == (2017, 11, 4, 12, 0)


def test_a_feed_says_when_it_was_last_changed() -> None:
    feed = a_feed(updated=NOON + timedelta(days=1))
    assert rss(feed).findtext("lastBuildDate") == "Sat, 04 Nov 2017 12:00:00 +0000"
    assert atom(feed).findtext("a:updated", namespaces=NS) == "2017-11-04T12:00:00+00:00"


def test_dates_keep_the_zone_of_the_post() -> None:
    seoul = datetime(2017, 11, 3, 10, 31, 52, 999, tzinfo=timezone(timedelta(hours=9)))
    feed = a_feed(an_entry(published=seoul))
    assert rss(feed).findtext("item/pubDate") == "Fri, 03 Nov 2017 10:31:52 +0900"
    written = "2017-11-03T10:31:52+09:00"
    assert atom(feed).findtext("a:entry/a:published", namespaces=NS) == written
    assert json_feed(feed)["items"][0]["date_published"] == written


@given(st.datetimes(), st.integers(-14 * 60, 14 * 60))
def test_any_date_can_be_written(moment: datetime, offset: int) -> None:
    aware = moment.replace(tzinfo=timezone(timedelta(minutes=offset)), microsecond=0)
    feed = a_feed(an_entry(published=aware), updated=aware)
    written = etree.fromstring(write_rss(feed)).findtext("channel/item/pubDate")
    assert parsedate_to_datetime(written).isoformat()[-14:] == aware.isoformat()[-14:]
    ATOM.assertValid(etree.fromstring(write_atom(feed)))


def test_an_excerpt_is_not_the_content() -> None:
    feed = a_feed(an_entry("<p>Only <em>this</em></p>", is_full=False, summary="Only this"))
    item = rss(feed).find("item")
    assert item.findtext("description") == "<p>Only <em>this</em></p>"
    assert item.find("content:encoded", NS) is None
    entry = atom(feed).find("a:entry", NS)
    assert entry.find("a:summary", NS).get("type") == "html"
    assert entry.find("a:content", NS) is None
    assert json_feed(feed)["items"][0]["content_html"] == "<p>Only <em>this</em></p>"


def test_the_plain_summary_of_a_full_entry_is_escaped_where_html_is_expected() -> None:
    feed = a_feed(an_entry(summary="1 < 2"))
    assert rss(feed).findtext("item/description") == "1 &lt; 2"
    assert atom(feed).findtext("a:entry/a:summary", namespaces=NS) == "1 < 2"
    assert json_feed(feed)["items"][0]["summary"] == "1 < 2"


def test_rss_names_a_single_author_with_an_address_and_creators_otherwise() -> None:
    jane, joe = Person(name="Jane", email="jane@acme.org"), Person(name="Joe")
    one = rss(a_feed(an_entry(authors=(jane,)))).find("item")
    assert one.findtext("author") == "jane@acme.org (Jane)"
    assert one.find("dc:creator", NS) is None
    two = rss(a_feed(an_entry(authors=(jane, joe)))).find("item")
    assert two.find("author") is None
    assert [found.text for found in two.iterfind("dc:creator", NS)] == ["Jane", "Joe"]


def test_atom_and_json_name_authors_with_all_that_is_known() -> None:
    jane = Person(
        name="Jane",
        email="jane@acme.org",
        url="https://jane.org/",
        avatar="https://acme.org/j.png",
    )
    feed = a_feed(an_entry(authors=(jane,)))
    author = atom(feed).find("a:entry/a:author", NS)
    assert [child.text for child in author] == ["Jane", "https://jane.org/", "jane@acme.org"]
    assert json_feed(feed)["items"][0]["authors"] == [
        {"name": "Jane", "url": "https://jane.org/", "avatar": "https://acme.org/j.png"}
    ]


def test_a_feed_names_an_author_for_entries_that_have_none() -> None:
    feed = a_feed(an_entry())
    assert atom(feed).findtext("a:author/a:name", namespaces=NS) == "Jane"
    assert json_feed(feed)["authors"] == [{"name": "Jane"}]


def test_a_picture_of_the_site_is_enclosed_with_its_length_and_type() -> None:
    feed = a_feed(an_entry(picture=Picture(url="https://acme.org/a.PNG", length=123)))
    values = {"type": "image/png", "length": "123"}
    (enclosure,) = rss(feed).iterfind("item/enclosure")
    assert dict(enclosure.attrib) == {"url": "https://acme.org/a.PNG", **values}
    (link,) = atom(feed).xpath("a:entry/a:link[@rel='enclosure']", namespaces=NS)
    assert dict(link.attrib) == {"rel": "enclosure", "href": "https://acme.org/a.PNG", **values}
    (item,) = json_feed(feed)["items"]
    assert item["image"] == "https://acme.org/a.PNG"
    assert item["attachments"] == [
        {"url": "https://acme.org/a.PNG", "mime_type": "image/png", "size_in_bytes": 123}
    ]


@pytest.mark.parametrize(
    "picture",
    [Picture(url="https://cdn.org/a.png"), Picture(url="https://acme.org/a.bmp", length=1)],
)
def test_a_picture_of_unknown_length_or_type_is_not_an_enclosure(picture: Picture) -> None:
    feed = a_feed(an_entry(picture=picture))
    item = rss(feed).find("item")
    assert item.find("enclosure") is None
    assert item.find("media:content", NS).get("url") == picture.url
    entry = atom(feed).find("a:entry", NS)
    assert not entry.xpath("a:link[@rel='enclosure']", namespaces=NS)
    assert entry.find("media:content", NS).get("url") == picture.url
    (found,) = json_feed(feed)["items"]
    assert found["image"] == picture.url
    assert "attachments" not in found


def test_a_guid_is_marked_as_a_permalink_only_where_it_is_the_url() -> None:
    feed = a_feed(an_entry(), an_entry(guid="tag:acme.org,2017:x"))
    url, other = rss(feed).iterfind("item/guid")
    assert (url.text, url.get("isPermaLink")) == ("https://acme.org/docs/blog/x/", "true")
    assert (other.text, other.get("isPermaLink")) == ("tag:acme.org,2017:x", "false")


def test_an_id_that_is_not_an_iri_becomes_one_that_never_changes() -> None:
    assert iri("tag:acme.org,2017:x") == "tag:acme.org,2017:x"
    assert iri("42") == iri("42") == "urn:uuid:5c2b23de-4bad-58ee-a4b3-f22f3b9cfd7d"
    assert iri("42") != iri("43")


def test_an_entry_names_its_language_if_it_differs() -> None:
    feed = a_feed(an_entry(language="fr"), an_entry(guid="b:b"), language="pt-BR")
    assert rss(feed).findtext("language") == "pt-BR"
    assert [found.text for found in rss(feed).iterfind("item/dc:language", NS)] == ["fr"]
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    root = atom(feed)
    assert root.get(lang) == "pt-BR"
    assert [entry.get(lang) for entry in root.iterfind("a:entry", NS)] == ["fr", None]
    assert [item.get("language") for item in json_feed(feed)["items"]] == ["fr", None]


def test_a_document_links_to_itself_and_to_its_neighbours() -> None:
    feed = a_feed(
        an_entry(),
        self_url="https://acme.org/2",
        current_url="https://acme.org/f",
        older_url="https://acme.org/1",
        newer_url="https://acme.org/3",
        archives_type="application/atom+xml",
    )
    expected = {
        "self": "https://acme.org/2",
        "current": "https://acme.org/f",
        "prev-archive": "https://acme.org/1",
        "next-archive": "https://acme.org/3",
    }
    channel, root = rss(feed), atom(feed)
    assert {a.get("rel"): a.get("href") for a in channel.iterfind("a:link", NS)} == expected
    links = {a.get("rel"): a.get("href") for a in root.iterfind("a:link", NS)}
    assert links == {"alternate": "https://acme.org/docs/blog/", **expected}
    assert channel.find("fh:archive", NS) is not None
    assert root.find("fh:archive", NS) is not None
    assert json_feed(feed)["feed_url"] == "https://acme.org/2"
    types = [a.get("type") for a in channel.iterfind("a:link", NS)]
    assert types == ["application/rss+xml", *["application/atom+xml"] * 3]


@pytest.mark.parametrize(
    ("archives_type", "expected"), [("application/feed+json", "https://acme.org/1"), ("", None)]
)
def test_a_json_feed_goes_on_in_json_only(archives_type: str, expected: str | None) -> None:
    feed = a_feed(older_url="https://acme.org/1", archives_type=archives_type)
    assert json_feed(feed).get("next_url") == expected


def test_the_document_to_subscribe_to_is_not_an_archive() -> None:
    feed = a_feed(an_entry(), older_url="https://acme.org/1", archives_type="application/rss+xml")
    assert rss(feed).find("fh:archive", NS) is None
    assert atom(feed).find("fh:archive", NS) is None


def test_a_feed_without_entries_or_subtitle_is_valid() -> None:
    feed = a_feed(subtitle="")
    assert rss(feed).findtext("description") == "Acme – Blog"
    assert atom(feed).find("a:subtitle", NS) is None
    assert json_feed(feed)["items"] == []


@pytest.mark.parametrize("write", [write_rss, write_atom])
def test_people_get_a_stylesheet_a_sentence_and_links_to_follow(write: Any) -> None:
    entry = an_entry(title="A & B")
    written = write(
        a_feed(entry, subtitle="", stylesheet="../f.css", notice="A feed.", copy="Copy")
    )
    root = etree.fromstring(written)
    assert root.getprevious().get("href") == "../f.css"
    assert root.getprevious().get("type") == "text/css"
    assert [found.text for found in root.iterfind(".//h:p", NS)] == ["A feed."]
    self_url = root.xpath("//*[local-name() = 'link' and @rel = 'self']/@href")
    assert [found.text for found in root.iterfind(".//h:code", NS)] == self_url
    assert [found.text for found in root.iterfind(".//h:button", NS)] == ["Copy"]
    assert [(link.text, link.get("href")) for link in root.iterfind(".//h:a", NS)] == [
        ("Acme – Blog", "https://acme.org/docs/blog/"),
        ("A & B", "https://acme.org/docs/blog/x/"),
    ]


@pytest.mark.parametrize("write", [write_rss, write_atom])
def test_a_feed_without_stylesheet_names_none(write: Any) -> None:
    assert b"xml-stylesheet" not in write(a_feed())


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_written_depends_on_the_feed_alone(name: str) -> None:
    feed = a_feed(an_entry())
    assert FORMATS[name].write(feed) == FORMATS[name].write(feed)


RECORDING = Attachment(url="https://acme.org/a.mp3", media_type="audio/mpeg", length=1234)
COVER = Picture(url="https://acme.org/a.png", width=1200, height=630, length=99)


def test_a_recording_is_enclosed_and_the_picture_stands_beside_it() -> None:
    feed = a_feed(an_entry(recording=RECORDING, picture=COVER))
    (item,) = rss(feed).iterfind("item")
    assert dict(item.find("enclosure").attrib) == {
        "url": RECORDING.url,
        "type": "audio/mpeg",
        "length": "1234",
    }
    assert dict(item.find("media:content", NS).attrib) == {
        "url": COVER.url,
        "medium": "image",
        "type": "image/png",
        "width": "1200",
        "height": "630",
    }
    (enclosed,) = atom(feed).xpath("a:entry/a:link[@rel='enclosure']", namespaces=NS)
    assert (enclosed.get("href"), enclosed.get("length")) == (RECORDING.url, "1234")
    (entry,) = json_feed(feed)["items"]
    assert entry["image"] == COVER.url
    assert entry["attachments"] == [
        {"url": RECORDING.url, "mime_type": "audio/mpeg", "size_in_bytes": 1234}
    ]


def test_a_recording_of_unknown_size_has_the_length_that_the_rss_board_asks_for() -> None:
    feed = a_feed(an_entry(recording=RECORDING._replace(length=None)))
    assert rss(feed).find("item/enclosure").get("length") == "0"
    (enclosed,) = atom(feed).xpath("a:entry/a:link[@rel='enclosure']", namespaces=NS)
    assert enclosed.get("length") is None
    assert "size_in_bytes" not in json_feed(feed)["items"][0]["attachments"][0]


def test_the_title_of_a_link_post_leads_to_the_other_site_and_the_id_stays() -> None:
    there = "https://example.com/there"
    feed = a_feed(an_entry(external_url=there))
    here = "https://acme.org/docs/blog/x/"
    item = rss(feed).find("item")
    assert (item.findtext("link"), item.findtext("guid")) == (there, here)
    entry = atom(feed).find("a:entry", NS)
    links = {link.get("rel"): link.get("href") for link in entry.iterfind("a:link", NS)}
    assert links == {"alternate": there, "related": here}
    (found,) = json_feed(feed)["items"]
    assert (found["url"], found["external_url"]) == (here, there)


def test_a_hub_is_named_in_every_format() -> None:
    hub = "https://hub.example.com/"
    feed = a_feed(hub=hub)
    for element in (rss(feed), atom(feed)):
        (found,) = element.xpath("a:link[@rel='hub']/@href", namespaces=NS)
        assert found == hub
    assert json_feed(feed)["hubs"] == [{"type": "WebSub", "url": hub}]
