"""Records of builds: what is put can be taken once, on disk and in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mkdocs_blog_plugin.site.record import PostDigests, Record, Records, digest

if TYPE_CHECKING:
    from pathlib import Path

RECORD = Record(
    common="c",
    facts="f",
    posts={"blog/posts/ä.md": PostDigests("s", "e", "l")},
    outputs={"blog/index.html": "d"},
    titles={"index.md": "Home <i>"},
    lists=frozenset({"b.md", "a.md"}),
    mentions={"a.md": ("blog/posts/ä.md", "../b.md")},
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
    records.put("one", Record(common="new"))
    assert records.take("one") == Record(common="new")


@pytest.mark.parametrize(
    "text",
    ["", "no JSON", "[]", "2", "2\n3", "2\n[]", '1\n["common","c"]', '{"format": 1}', "\udcff"],
)
def test_what_is_no_record_counts_for_nothing(tmp_path: Path, text: str) -> None:
    records = Records(tmp_path)
    records.put("one", RECORD)
    (path,) = tmp_path.iterdir()
    path.write_bytes(text.encode(errors="surrogateescape"))
    assert records.take("one") == Record()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_none_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    records = Records(tmp_path / "file")
    records.put("one", RECORD)
    assert records.take("one") == Record()


def test_digests_tell_parts_apart() -> None:
    assert len({digest("ab", "c"), digest("a", "bc"), digest("abc"), digest("a", None)}) == 4
    assert digest(1, "a") == digest("1", "a")
    assert digest("\ud800")
