"""A changelog whose versions are posts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.sites import write_files

if TYPE_CHECKING:
    from pathlib import Path

    from support.sites import Build

CHANGELOG = """\
# Changelog

## [Unreleased]

- Not yet.

## [1.1.0] - 2025-02-01

### Added

- See the [guide](docs/guide.md) and the [licence](LICENSE).

## [1.0.0] - 2025-01-01

First.

[1.1.0]: https://example.com/acme/compare/1.0.0...1.1.0
"""
CONFIG = """
repo_url: https://example.com/acme
edit_uri: edit/main/docs/
plugins: [search, {blog-plugin: {releases_file: CHANGELOG.md, releases_authors: [Ada]}}]
"""
FILES = {"index.md": "# Home\n", "guide.md": "# Guide\n"}


def test_each_dated_version_is_a_post(everywhere: Build, tmp_path: Path) -> None:
    write_files(tmp_path, {"CHANGELOG.md": CHANGELOG})
    site = everywhere(FILES, CONFIG, strict=True)
    assert site.titles("blog") == ["Site 1.1.0", "Site 1.0.0"]
    assert site.titles("blog/category/releases") == ["Site 1.1.0", "Site 1.0.0"]
    page = "blog/2025/02/01/1.1.0"
    assert (
        site.html(page)
        .find("a", string="guide")["href"]
        .rstrip("/")
        .endswith(("guide", "guide.html"))
    )
    assert 'href="https://example.com/acme/blob/HEAD/LICENSE"' in site.read(page)
    assert 'href="https://example.com/acme/compare/1.0.0...1.1.0"' in site.read(page)
    assert "edit/main" not in site.read(page)
    assert "Not yet" not in site.read("blog")
    assert site.broken_links() == []


def test_an_edited_section_keeps_its_address_and_dirty_builds_know_it(
    build: Build, tmp_path: Path
) -> None:
    def built(text: str, *, dirty: bool) -> dict[str, bytes]:
        write_files(tmp_path, {"CHANGELOG.md": text})
        site = build(FILES, CONFIG, dirty=dirty)
        return site.contents()

    before = built(CHANGELOG, dirty=False)
    edited = CHANGELOG.replace("First.", "The first of all.")
    dirty = built(edited, dirty=True)
    assert dirty.keys() == before.keys()
    assert b"The first of all." in dirty["blog/2025/01/01/1.0.0/index.html"]
    assert b"The first of all." in dirty["blog/rss.xml"]


def test_a_changelog_that_cannot_be_read_is_reported(build: Build, tmp_path: Path) -> None:
    (missing,) = build(FILES, CONFIG).warnings
    assert "mkdocs.yml: releases_file: cannot read 'CHANGELOG.md'" in missing
    write_files(tmp_path, {"CHANGELOG.md": CHANGELOG.replace(" - 2025-01-01", "")})
    site = build(FILES, CONFIG)
    (undated,) = site.warnings
    assert ": CHANGELOG.md:13: cannot read a version and its date from '[1.0.0]'" in undated
    assert site.titles("blog") == ["Site 1.1.0"]


def test_problems_with_a_version_name_the_line_of_the_changelog(
    build: Build, tmp_path: Path
) -> None:
    text = CHANGELOG.replace("First.", "[a]: b.md\n\nFirst.\n\n![x](y.png)\n\nSee [a].")
    write_files(tmp_path, {"CHANGELOG.md": text})
    options = "releases_file: CHANGELOG.md, releases_authors: [Ada], authors_unknown: warn"
    site = build(FILES, f"plugins: [{{blog-plugin: {{{options}}}}}]")
    places = sorted(line.partition(": ")[2].partition(" ")[0] for line in site.warnings)
    assert places == [f"CHANGELOG.md:{line}:" for line in (13, 13, 19, 7)]
