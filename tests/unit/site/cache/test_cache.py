"""What outlives a build: there for the same fingerprint, whole or not at all, and only ours."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import platformdirs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_blog_plugin.site.cache.cache import Cache, MemoryCache
from mkdocs_blog_plugin.site.cache.disk_cache import DiskCache, ScratchCache, sweep
from mkdocs_blog_plugin.site.cache.run import Run, cache_folder
from mkdocs_blog_plugin.site.dirty.manifest import Manifest
from mkdocs_blog_plugin.site.output.rendered import Excerpt

if TYPE_CHECKING:
    from collections.abc import Callable


def excerpt(text: str) -> Excerpt:
    return Excerpt(f"<p>{text}</p>", is_cut=True, text=text, reading_time=1, has_separator=True)


LINE = re.compile(rb"[^\n]*\n")
A, B = excerpt("A"), excerpt("B\n\tb")
MANIFEST = Manifest(common=b"c", nav={"index.md": {"title": "Home"}})


@pytest.fixture(params=["disk", "memory"])
def again(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Cache]:
    """Return what gives each build its cache."""
    memory = MemoryCache()
    return lambda: DiskCache(tmp_path / "cache") if request.param == "disk" else memory


def test_what_was_put_is_there_for_the_same_fingerprint_alone(again: Callable[[], Cache]) -> None:
    cache = again()
    cache.put(Excerpt, "a.md", b"1", A)
    cache.put(Excerpt, "b.md", b"1", B)
    cache.save(["a.md", "b.md"])
    for found in (cache, again()):
        assert found.get(Excerpt, "a.md", b"1") == A
        assert found.get(Excerpt, "b.md", b"1") == B
        assert found.get(Excerpt, "a.md", b"2") is None
        assert found.get(Excerpt, "c.md", b"1") is None
        assert found.get(Manifest, "a.md", b"1") is None


def test_the_last_value_of_a_page_counts(again: Callable[[], Cache]) -> None:
    cache = again()
    cache.put(Excerpt, "a.md", b"1", A)
    cache.save(["a.md"])
    cache = again()
    cache.put(Excerpt, "a.md", b"2", B)
    assert cache.get(Excerpt, "a.md", b"2") == B
    cache.save(["a.md"])
    assert again().get(Excerpt, "a.md", b"1") is None
    assert again().get(Excerpt, "a.md", b"2") == B


def test_a_manifest_is_taken_once(again: Callable[[], Cache]) -> None:
    again().leave(Manifest, b"1", MANIFEST)
    assert again().take(Manifest, b"1") == MANIFEST
    assert again().take(Manifest, b"1") is None
    again().leave(Manifest, b"1", MANIFEST)
    assert again().take(Manifest, b"2") is None
    assert again().take(Manifest, b"1") is None


def test_a_page_that_is_gone_takes_what_was_kept_with_it(tmp_path: Path) -> None:
    cache = DiskCache(tmp_path)
    for key in ("a.md", "b.md", "c.md"):
        cache.put(Excerpt, key, b"1", A)
    cache.save(["a.md", "b.md", "c.md"])
    cache = DiskCache(tmp_path)
    cache.put(Excerpt, "a.md", b"2", B)
    cache.save(["a.md", "c.md"])
    cache = DiskCache(tmp_path)
    assert cache.get(Excerpt, "a.md", b"2") == B
    assert cache.get(Excerpt, "b.md", b"1") is None
    assert cache.get(Excerpt, "c.md", b"1") == A


def test_a_cache_that_is_not_saved_leaves_nothing_on_disk(tmp_path: Path) -> None:
    cache = DiskCache(tmp_path / "one")
    cache.put(Excerpt, "a.md", b"1", A)
    assert cache.get(Excerpt, "a.md", b"1") == A
    del cache
    assert list((tmp_path / "one").iterdir()) == []


def test_what_a_server_replaces_again_and_again_does_not_fill_the_disk(tmp_path: Path) -> None:
    cache, page, sizes = DiskCache(tmp_path), b"page " * 1000, []
    for edit in range(100):
        for key in ("a.md", "b.md"):
            cache.put(bytes, key, b"%d" % edit, page + b"%d" % edit)
            assert cache.get(bytes, key, b"%d" % edit) == page + b"%d" % edit
        (file,) = tmp_path.iterdir()
        sizes.append(file.stat().st_size)
    assert max(sizes) < 12 * len(page)


@pytest.mark.skipif(os.name != "posix", reason="other systems keep the names of open files")
def test_the_pages_of_a_server_have_no_name_on_the_disk(tmp_path: Path) -> None:
    cache = ScratchCache(tmp_path)
    cache.put(bytes, "a.md", b"1", b"page")
    cache.save(["a.md"])
    assert cache.get(bytes, "a.md", b"1") == b"page"
    assert list(tmp_path.iterdir()) == []


def test_of_two_builds_at_once_one_is_kept_whole(tmp_path: Path) -> None:
    one, other = DiskCache(tmp_path), DiskCache(tmp_path)
    one.put(Excerpt, "a.md", b"1", A)
    other.put(Excerpt, "a.md", b"2", B)
    one.save(["a.md"])
    other.save(["a.md"])
    assert DiskCache(tmp_path).get(Excerpt, "a.md", b"2") == B
    assert [path.name for path in tmp_path.iterdir()] == ["pages"]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole")
    cache = DiskCache(folder)
    for number in range(5):
        cache.put(Excerpt, f"{number}.md", b"1", excerpt(str(number)))
    cache.save([f"{number}.md" for number in range(5)])
    cache.leave(Manifest, b"1", MANIFEST)
    return folder


def found_in(folder: Path, pages: bytes, manifest: bytes) -> tuple[list[Any], Manifest | None]:
    (folder / "pages").write_bytes(pages)
    (folder / "manifest").write_bytes(manifest)
    cache = DiskCache(folder)
    return (
        [cache.get(Excerpt, f"{number}.md", b"1") for number in range(5)],
        cache.take(Manifest, b"1"),
    )


@given(st.data())
def test_what_is_cut_off_flipped_or_foreign_does_not_count(
    whole: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("damaged")
    pages, manifest = ((whole / name).read_bytes() for name in ("pages", "manifest"))
    place = data.draw(st.integers(0, len(pages) - 1))
    bit = data.draw(st.integers(0, 7))
    damages: tuple[Callable[[bytes], bytes], ...] = (
        lambda text: text[: place % len(text)],
        lambda text: text[: place % len(text)] + data.draw(st.binary(max_size=9)),
        lambda text: (
            text[: place % len(text)]
            + bytes([text[place % len(text)] ^ 1 << bit])
            + text[place % len(text) + 1 :]
        ),
    )
    for damage in damages:
        damaged = damage(pages)
        excerpts, found = found_in(folder, damaged, damage(manifest))
        whole_lines = set(LINE.findall(pages)) & set(LINE.findall(damaged))
        expected = [excerpt(str(number)) for number in range(5)]
        assert [value or own for value, own in zip(excerpts, expected, strict=True)] == expected
        kept = len([value for value in excerpts if value])
        assert kept >= len(whole_lines) - 1  # a damaged line may have got the name of another
        assert found in (None, MANIFEST)


def test_a_cache_whose_folder_cannot_be_made_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    cache = DiskCache(tmp_path / "file" / "cache")
    cache.put(Excerpt, "a.md", b"1", A)
    cache.save(["a.md"])
    cache.leave(Manifest, b"1", MANIFEST)
    assert cache.get(Excerpt, "a.md", b"1") is None
    assert cache.take(Manifest, b"1") is None


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    cache = DiskCache(tmp_path)
    cache.put(Excerpt, "a.md", b"1", A)
    cache.save(["a.md"])
    cache = DiskCache(tmp_path)
    cache.put(Excerpt, "a.md", b"2", B)
    (unfinished,) = tmp_path.glob("*.part")
    unfinished.unlink()  # nothing can take the place of the old file
    cache.save(["a.md"])
    assert DiskCache(tmp_path).get(Excerpt, "a.md", b"1") == A
    assert [path.name for path in tmp_path.iterdir()] == ["pages"]


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps a user's folders private by itself")
@pytest.mark.parametrize("name", ["", "pages"])
def test_a_cache_that_other_users_may_write_is_not_read(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "cache"
    cache = DiskCache(folder)
    cache.put(Excerpt, "a.md", b"1", A)
    cache.save(["a.md"])
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / "pages").stat().st_mode & 0o777 == 0o600
    (folder / name).chmod(0o777)
    assert DiskCache(folder).get(Excerpt, "a.md", b"1") is None


def test_old_caches_and_leftovers_are_swept(tmp_path: Path) -> None:
    for path, days in {
        "old/pages": 100,
        "new/pages": 80,
        "new/pages1.part": 2,
        "new/pages2.part": 0,
    }.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text("")
        then = time.time() - days * 24 * 60 * 60
        os.utime(tmp_path / path, (then, then))
    sweep(tmp_path)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["new", "pages", "pages2.part"]


@pytest.mark.parametrize("value", ["0", "off", "False", "no"])
def test_a_variable_turns_the_cache_off(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("MKDOCS_BLOG_CACHE", value)
    assert not isinstance(Run().cache("blog", enabled=True), DiskCache)


@pytest.mark.parametrize("value", ["", "1", "True", "on", "yes"])
def test_a_variable_that_turns_the_cache_on_names_no_folder(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("MKDOCS_BLOG_CACHE", value)
    assert cache_folder() == Path(platformdirs.user_cache_dir("mkdocs-blog-plugin"))


def test_a_folder_in_the_home_of_a_user_may_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MKDOCS_BLOG_CACHE", "~/x")
    assert cache_folder() == Path.home() / "x"
    monkeypatch.setenv("MKDOCS_BLOG_CACHE", "~nobody-of-this-name/x")
    assert cache_folder() == Path("~nobody-of-this-name/x")


def test_a_variable_chooses_the_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MKDOCS_BLOG_CACHE", str(tmp_path))
    Run().cache("blog", enabled=True).leave(Manifest, b"1", MANIFEST)
    assert len(list(tmp_path.glob("*/manifest"))) == 1
    Run().cache("blog", enabled=False).leave(Manifest, b"1", MANIFEST)
    Run(serving=True).cache("other", enabled=True).leave(Manifest, b"1", MANIFEST)
    assert len(list(tmp_path.glob("*/manifest"))) == 1
