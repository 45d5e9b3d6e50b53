"""Records of builds: what is put can be taken once, on disk and in memory."""

from __future__ import annotations

import pickle
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest

from mkdocs_blog_plugin.posts.post import Author, Image, Link, Post, State
from mkdocs_blog_plugin.site.cache.manifest import PostDigests, Record
from mkdocs_blog_plugin.site.cache.manifest_store import Records
from mkdocs_blog_plugin.urls.location import Location

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

POST = Post(
    src_uri="blog/posts/ä.md",
    title="Ä <i>",
    slug="a",
    location=Location("blog/a/index.html", "blog/a/"),
    published=datetime(2017, 11, 3, 10, 31, 52, tzinfo=timezone(timedelta(hours=9))),
    updated=datetime(2018, 7, 1, tzinfo=ZoneInfo("Europe/Berlin")),
    dates={"created": datetime(2017, 11, 3, tzinfo=UTC)},
    state=State.UNLISTED,
    authors=(Author(key="jane", name="Jane", links=(Link(title="Home", url="/"),)),),
    labels={"tags": ("a", "b")},
    image=Image(src="p.png"),
    meta={"date": date(2017, 11, 3), "list": [1, 1.5, None, True, {"a": "b"}]},
    lines={"date": 2},
    version=b"v",
    mentions=("b.md",),
)
RECORD = Record(
    common=b"c",
    facts=b"f",
    posts={"blog/posts/ä.md": PostDigests(b"s", b"e", b"l")},
    outputs={f"blog/{number}/index.html": b"d" for number in range(250)},
    titles={"index.md": "Home <i>"},
    lists=frozenset({"b.md", "a.md"}),
    mentions={"a.md": ("blog/posts/ä.md", "../b.md")},
    options=b"o",
    readings={POST.src_uri: POST},
)


@pytest.fixture(params=["disk", "memory"])
def records(request: pytest.FixtureRequest, tmp_path: Path) -> Records:
    return Records(tmp_path / "caches") if request.param == "disk" else Records()


def test_a_record_is_taken_once(records: Records) -> None:
    records.put("one", RECORD)
    assert records.take("other") == Record()
    assert records.take("one") == RECORD
    assert records.take("one") == Record()


def test_the_last_record_counts(records: Records) -> None:
    records.put("one", RECORD)
    records.put("one", Record(common=b"new"))
    assert records.take("one") == Record(common=b"new")


def test_a_post_comes_back_as_it_was(records: Records) -> None:
    records.put("one", RECORD)
    found = records.take("one").readings[POST.src_uri]
    for field in fields(Post):
        assert repr(getattr(found, field.name)) == repr(getattr(POST, field.name))


def test_what_is_nested_too_deeply_for_the_disk_stops_no_build(records: Records) -> None:
    nested: list[Any] = []
    for _ in range(100_000):
        nested = [nested]
    records.put("one", replace(RECORD, readings={"deep.md": replace(POST, meta={"a": nested})}))
    assert records.take("one").readings.keys() <= {"deep.md"}


@pytest.fixture
def damaged(tmp_path: Path) -> Callable[[bytes], Record]:
    """Return what is taken where a file holds some bytes in place of the record."""

    def take(content: bytes) -> Record:
        records = Records(tmp_path)
        records.put("one", RECORD)
        (path,) = tmp_path.iterdir()
        path.write_bytes(content)
        found = records.take("one")
        assert list(tmp_path.iterdir()) == []
        return found

    return take


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no pickle",
        b'{"common": "c"}',
        pickle.dumps(3),
        pickle.dumps(("0.0.0", "common")) + pickle.dumps(("common", b"c")),
        b"\x80\x05K\x01.\x80\xff",
    ],
)
def test_what_is_no_record_counts_for_nothing(
    damaged: Callable[[bytes], Record], content: bytes
) -> None:
    assert damaged(content) == Record()


class _Command:
    """Runs a function when it is read, as pickles of strangers can."""

    def __reduce__(self) -> tuple[Any, ...]:
        return (pytest.fail, ("the file of a stranger was run",))


def test_a_file_runs_nothing(tmp_path: Path, damaged: Callable[[bytes], Record]) -> None:
    Records(tmp_path).put("one", RECORD)
    (path,) = tmp_path.iterdir()
    assert damaged(path.read_bytes() + pickle.dumps(("common", _Command()))) == Record()


def test_a_folder_that_is_none_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    records = Records(tmp_path / "file")
    records.put("one", RECORD)
    assert records.take("one") == Record()
