from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from typing import TYPE_CHECKING, Any

import pytest
from support.builders import blog_settings
from support.documents import fields_of

from mkdocs_blog_plugin.posts.dates import Clock
from mkdocs_blog_plugin.posts.links import read_hreflang, read_language, read_links
from mkdocs_blog_plugin.posts.media import read_cover, read_enclosure
from mkdocs_blog_plugin.posts.post import Image, Link

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs_blog_plugin.posts.fields import Fields


def reported(fields: Fields) -> list[str]:
    return [problem.format() for problem in fields.problems]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("title: Spark", "Spark"),
        ("TITLE: Spark", "Spark"),
        ("title: ' Spark '", "Spark"),
        ("title: |\n  Spark\n  Summit", "Spark Summit"),
        ("title: 2024", "2024"),
        ("title: 1.10", "1.10"),
        ("title: true", "true"),
        ("title: no", "no"),
        ("title: 2024-01-31", "2024-01-31"),
        ('title: "a\\0b"', "ab"),
        ("title:", ""),
        ("title: ''", ""),
        ("title: []", ""),
        ("other: x", ""),
        ("title:\nname: Second", "Second"),
    ],
)
def test_text_is_one_line_of_whatever_was_written(written: str, text: str) -> None:
    found = fields_of(written)
    assert found.text("title", "name") == text
    assert reported(found) == []


def test_a_wrong_type_is_reported_with_line_key_and_expected_form() -> None:
    found = fields_of("x: y\nTitle: [a]\npin: maybe\nweight: 1.5\ntags: {a: b}")
    assert found.text("title") == ""
    assert found.flag("pin") is None
    assert found.number("weight") is None
    assert found.texts("tags") == ()
    assert reported(found) == [
        "post.md:3: Title: a list is not understood (text)",
        "post.md:4: pin: 'maybe' is not understood (true or false)",
        "post.md:5: weight: '1.5' is not understood (a whole number)",
        "post.md:6: tags: a map is not understood (text, or a list of texts)",
    ]


def test_of_synonyms_the_first_usable_one_counts() -> None:
    found = fields_of("summary: second\ndescription: [a]\nsubtitle: third")
    assert found.text("description", "summary", "subtitle") == "second"
    assert len(reported(found)) == 1


@pytest.mark.parametrize(
    ("written", "flag"),
    [
        ("true", True),
        ("'true'", True),
        ("yes", True),
        ("On", True),
        ("1", True),
        ("false", False),
        ('"False"', False),
        ("no", False),
        ("off", False),
        ("0", False),
        ("", None),
    ],
)
def test_flags_may_be_quoted(written: str, flag: bool | None) -> None:  # noqa: FBT001 - a table
    found = fields_of(f"pin: {written}")
    assert found.flag("pin") is flag
    assert reported(found) == []


@pytest.mark.parametrize(
    ("written", "number"), [("5", 5), ("'5'", 5), ("-2", -2), ("0", 0), ("", None)]
)
def test_numbers_may_be_quoted(written: str, number: int | None) -> None:
    found = fields_of(f"weight: {written}")
    assert found.number("weight") == number
    assert reported(found) == []


@pytest.mark.parametrize(
    ("written", "labels"),
    [
        ('tag: ["Spark", "Conference"]', ("Spark", "Conference")),
        ("tag: Spark", ("Spark",)),
        ("tags: Spark", ("Spark",)),
        ("tags: [Spark, spark, Spark]", ("Spark", "spark")),
        ("tags:", ()),
        ("tags: [2024, true, 1.10, no]", ("2024", "true", "1.10", "no")),
        ("tags: 2024", ("2024",)),
        ("tags: [a, '', null, ' ']", ("a",)),
        ("tags: 'a, b,, c '", ("a", "b", "c")),
        ("tag: 'a, b'", ("a", "b")),
        ("tags: ['a, b']", ("a, b",)),
        ("tag: [c, a]\ntags: [a, b]", ("a", "b", "c")),
        ("Tags: [a]", ("a",)),
        ("tags: classic hollywood", ("classic hollywood",)),
    ],
)
def test_labels_of_both_keys_are_joined_without_doubles(
    written: str, labels: tuple[str, ...]
) -> None:
    found = fields_of(written)
    assert found.labels(blog_settings().taxonomy("tags")) == labels
    assert reported(found) == []


@pytest.mark.parametrize(
    ("split", "written", "labels"),
    [
        ("whitespace", "tags: classic  hollywood", ("classic", "hollywood")),
        ("whitespace", "tag: classic hollywood", ("classic hollywood",)),
        ("whitespace", "tags: [classic hollywood]", ("classic hollywood",)),
        ("none", "tags: a, b", ("a, b",)),
    ],
)
def test_the_option_says_what_separates_labels_in_one_text(
    split: Any, written: str, labels: tuple[str, ...]
) -> None:
    taxonomy = replace(blog_settings().taxonomy("tags"), split=split)
    assert fields_of(written).labels(taxonomy) == labels


@pytest.mark.parametrize(
    ("written", "texts"),
    [
        ("redirect_from: /old/", ("/old/",)),
        (
            "redirect_from: [/old/, /older.html]\naliases: [/old/, /a, /b]",
            ("/old/", "/older.html", "/a", "/b"),
        ),
        ("aliases: /a, /b", ("/a, /b",)),
        ("aliases: [null, '']", ()),
    ],
)
def test_lists_that_are_not_taxonomies_are_not_split(written: str, texts: tuple[str, ...]) -> None:
    assert fields_of(written).texts("redirect_from", "aliases") == texts


def test_a_date_map_gives_each_date_by_its_key() -> None:
    found = fields_of("date:\n  created: 2024-01-31\n  updated: 2024-02-01\n  reviewed:")
    dates = {key: moment.isoformat() for key, moment in found.dates(Clock(UTC)).items()}
    assert dates == {"created": "2024-01-31T00:00:00+00:00", "updated": "2024-02-01T00:00:00+00:00"}
    assert reported(found) == []


def test_a_date_map_without_created_and_invalid_dates_are_reported() -> None:
    found = fields_of("x: y\ndate:\n  updated: soon")
    assert found.dates(Clock(UTC)) == {}
    without, unreadable = reported(found)
    assert without == "post.md:3: date: the map has no 'created' (the date of publication)"
    assert unreadable.startswith(
        "post.md:4: date.updated: cannot read 'soon' as a date (a date such as "
    )


def test_the_next_synonym_stands_in_for_a_date_that_cannot_be_read() -> None:
    found = fields_of("lastmod: 2023-02-30\nmodified: 2023-03-01")
    moment = found.date(Clock(UTC), "lastmod", "modified")
    assert moment is not None
    assert moment.day == 1
    assert len(reported(found)) == 1


@pytest.mark.parametrize(
    ("written", "image"),
    [
        ("image: a.png", Image(src="a.png")),
        ("image: {path: a.png, alt: A}", Image(src="a.png", alt="A")),
        ("image: {src: a.png}", Image(src="a.png")),
        ("images: [a.png, b.png]", Image(src="a.png")),
        ("images: ['', b.png]", Image(src="b.png")),
        ("cover: {image: a.png}", Image(src="a.png")),
        ("thumbnail: https://example.org/a.png", Image(src="https://example.org/a.png")),
        ("image: images/", None),
        ("image: images/\ncover: a.png", Image(src="a.png")),
        ("image: false", None),
        ("image:", None),
    ],
)
def test_the_cover_has_many_spellings_and_is_not_a_folder(
    written: str, image: Image | None
) -> None:
    found = fields_of(written)
    assert read_cover(found) == image
    assert reported(found) == []


@pytest.mark.parametrize(
    "written",
    [
        "true",
        "5",
        "[[a.png]]",
        "{alt: A}",
        "http://[x",
        "https://a.℀",
        "javascript:x()",
        "data:image/png;base64,AA",
        "//a.b/c.png",
    ],
)
def test_a_value_that_is_not_a_picture_is_reported(written: str) -> None:
    found = fields_of(f"image: {written}")
    assert read_cover(found) is None
    assert len(reported(found)) == 1


@pytest.mark.parametrize(
    ("written", "read", "key"),
    [
        ("image: {path: a.png, alt: [x]}", read_cover, "image.alt"),
        ("hreflang: {fr: x}", read_hreflang, "hreflang.fr"),
        ("hreflang: {'a b': 'https://x.org/'}", read_hreflang, "hreflang.a b"),
        ("audio: {url: a.mp3, length: long}", read_enclosure, "audio.length"),
        ("audio: {url: a.mp3, length: -1}", read_enclosure, "audio.length"),
    ],
)
def test_a_value_inside_a_map_is_reported_with_the_key_of_the_map(
    written: str, read: Callable[[Fields], object], key: str
) -> None:
    found = fields_of(written)
    read(found)
    assert [line.split(": ")[1] for line in reported(found)] == [key]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("image:\n  path: a.png\n  Alt: [x]", read_cover),
        ("Hreflang:\n  de: https://example.org/\n  fr: x", read_hreflang),
        ("audio:\n  url: a.mp3\n  length: long", read_enclosure),
    ],
)
def test_a_value_inside_a_map_is_reported_at_its_own_line(
    written: str, read: Callable[[Fields], object]
) -> None:
    found = fields_of(written)
    read(found)
    assert [line.split(": ")[0] for line in reported(found)] == ["post.md:4"]


@pytest.mark.parametrize(
    ("written", "language"),
    [
        ("de", "de"),
        ("pt_BR", "pt-BR"),
        ("zh-Hant-TW", "zh-Hant-TW"),
        ("no", "no"),
        ("nö pe", ""),
        ("en us", ""),
        ("3", ""),
        ("''", ""),
    ],
)
def test_a_language_is_a_code_with_hyphens(written: str, language: str) -> None:
    found = fields_of(f"lang: {written}")
    assert read_language(found) == language
    assert bool(reported(found)) == (not language and written != "''")


def test_addresses_in_other_languages_have_codes_with_hyphens() -> None:
    found = fields_of("hreflang: {pt_BR: 'https://x.org/', x-default: 'https://y.org/'}")
    assert read_hreflang(found) == {"pt-BR": "https://x.org/", "x-default": "https://y.org/"}


def test_links_are_nested_with_and_without_titles() -> None:
    found = fields_of(
        "links:\n"
        "  - guide/setup.md#install\n"
        "  - Setup: guide/setup.md\n"
        "  - External:\n"
        "    - https://example.org\n"
        "    - Mail: mailto:me@example.org\n"
    )
    assert read_links(found) == (
        Link(title="", url="guide/setup.md#install"),
        Link(title="Setup", url="guide/setup.md"),
        Link(
            title="External",
            children=(
                Link(title="", url="https://example.org"),
                Link(title="Mail", url="mailto:me@example.org"),
            ),
        ),
    )
    assert reported(found) == []


def test_links_may_be_a_map() -> None:
    assert read_links(fields_of("links: {Setup: a.md, More: [b.md]}")) == (
        Link(title="Setup", url="a.md"),
        Link(title="More", children=(Link(title="", url="b.md"),)),
    )


@pytest.mark.parametrize(
    "written", ["foo", "5", "[[a.md]]", "[null]", "[A: ]", "['javascript:alert(1)']"]
)
def test_a_value_that_is_not_a_link_is_reported_and_left_out(written: str) -> None:
    found = fields_of(f"links: {written}")
    assert read_links(found) == ()
    assert reported(found)[0].startswith("post.md:2: links: ")
