"""Values as JSON: they come back as they were, and nothing else becomes a value."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.structure.files import InclusionLevel

from mkdocs_blog_plugin.posts.post import Author, Image, Link, Post, State
from mkdocs_blog_plugin.site.cache.codec import ShapeError, decode, encode
from mkdocs_blog_plugin.site.conversion.conversion import Conversion
from mkdocs_blog_plugin.site.dirty.manifest import Manifest, PostDigests
from mkdocs_blog_plugin.site.links.lookups import Answer
from mkdocs_blog_plugin.site.output.rendered import Excerpt
from mkdocs_blog_plugin.urls.location import Location

POST = Post(
    src_uri="blog/posts/ä.md",
    title="Ä <i>\u2028\x85\udc80",
    slug="a",
    location=Location("blog/a/index.html", "blog/a/"),
    published=datetime(2017, 11, 3, 10, 31, 52, tzinfo=timezone(timedelta(hours=9))),
    updated=datetime(2018, 7, 1, tzinfo=ZoneInfo("Europe/Berlin")),
    dates={"created": datetime(2017, 11, 3, tzinfo=UTC)},
    state=State.UNLISTED,
    authors=(Author(key="jane", name="Jane", links=(Link(title="Home", url="/"),)),),
    labels={"tags": ("a", "b")},
    image=Image(src="p.png"),
    links=(Link(title="More", children=(Link(title="", url="a.md"),)),),
    meta={
        "date": date(2017, 11, 3),
        "at": datetime(2017, 11, 3, 1, tzinfo=UTC),
        "list": [1, 1.5, None, True, {"a": "b"}, "line\nline"],
    },
    lines={"date": 2},
)
MANIFEST = Manifest(
    common=b"c",
    front_matter=b"f",
    posts={"blog/posts/ä.md": PostDigests(b"s", b"e", b"l")},
    outputs={"blog/a/index.html": b"d"},
    nav={"index.md": {"title": "Home"}},
    lists=frozenset({"b.md", "a.md"}),
    linked_paths={"a.md": ("blog/posts/ä.md", "../b.md")},
)
CONVERSION = Conversion(
    content="<h1>A</h1>\n",
    toc_tokens=[{"level": 1, "id": "a", "name": "A", "children": []}],
    title=None,
    anchors=frozenset({"a"}),
    links={"b.md": {"x": "b.md#x"}},
    answers={"b.md": Answer("b.md", "b/", InclusionLevel.NOT_IN_NAV), "c.md": None},
)
EXCERPT = Excerpt("<p>A</p>", is_cut=True, text="A", reading_time=None, has_separator=False)


@pytest.mark.parametrize("value", [POST, MANIFEST, CONVERSION, EXCERPT])
def test_a_value_comes_back_as_it_was(value: Any) -> None:
    line = encode(type(value), value)
    assert b"\n" not in line
    found = decode(type(value), line)
    for name, kind in type(value).__annotations__.items():
        assert getattr(found, name) == getattr(value, name)
        if kind != "frozenset[str]":
            assert repr(getattr(found, name)) == repr(getattr(value, name))


@given(content=st.binary() | st.text().map(str.encode))
def test_bytes_are_a_line_as_they_are(content: bytes) -> None:
    if b"\0" in content:
        with pytest.raises(ShapeError):
            encode(bytes, content)
    else:
        assert b"\n" not in encode(bytes, content)
        assert decode(bytes, encode(bytes, content)) == content


def _deep() -> list[Any]:
    nested: list[Any] = []
    for _ in range(100_000):
        nested = [nested]
    return nested


@pytest.mark.parametrize(
    "odd",
    [
        {"meta": {"a": _deep()}},
        {"meta": {"a": {1, 2}}},
        {"meta": {"a": (1, 2)}},
        {"meta": {1: "a"}},
        {"meta": {"": "a date?"}, "lines": {"": "x"}},
        {"meta": {"a": float("nan")}},
        {"meta": {"a": 10**5000}},
        {"published": datetime(2017, 10, 29, 2, 30, fold=1, tzinfo=ZoneInfo("Europe/Berlin"))},
        {"published": datetime(2017, 1, 1, tzinfo=timezone(timedelta(hours=1), "Here"))},
    ],
    ids=["deep", "set", "tuple", "number", "tag", "nan", "digits", "fold", "named zone"],
)
def test_what_would_not_come_back_is_not_kept(odd: dict[str, Any]) -> None:
    with pytest.raises(ShapeError):
        encode(Post, replace(POST, **odd))


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        (Excerpt, b""),
        (Excerpt, b"{"),
        (Excerpt, b"\xff"),
        (Excerpt, b"[]"),
        (Excerpt, b"null"),
        (Excerpt, b'["", true, "", null]'),
        (Excerpt, b'["", true, "", null, false, 1]'),
        (Excerpt, b'["", "true", "", null, false]'),
        (Excerpt, b'["", true, "", true, false]'),
        (Excerpt, b'[["<p>"], true, "", null, false]'),
        (Excerpt, b'{"excerpt": "", "__class__": "x"}'),
        (Excerpt, b"[" * 100_000),
        (Answer, b'["a.md", "a/", "is_included"]'),
        (Answer, b'["a.md", "a/", "__class__"]'),
        (Manifest, b'["xyz", "", {}, {}, {}, [], {}]'),
        (Manifest, b'["", "", [], {}, {}, [], {}]'),
        (Post, b"[1]"),
    ],
)
def test_json_of_another_shape_is_refused(kind: Any, line: bytes) -> None:
    with pytest.raises(ShapeError):
        decode(kind, line)
