from __future__ import annotations

from datetime import date
from textwrap import dedent

import pytest

from mkdocs_blog_plugin.posts.changelog import Release, read_changelog, to_document
from mkdocs_blog_plugin.problems import Problem, Problems


def read(text: str) -> tuple[list[Release], list[Problem]]:
    problems = Problems()
    releases = read_changelog(dedent(text), "../CHANGELOG.md", problems)
    return releases, list(problems)


@pytest.mark.parametrize(
    ("heading", "version", "note"),
    [
        ("[1.2.0] - 2026-11-29", "1.2.0", ""),
        ("1.2.0 - 2026-11-29", "1.2.0", ""),
        ("v1.2.0 – 2026-11-29", "1.2.0", ""),
        ("[v1.2.0-rc.1] 2026-11-29", "1.2.0-rc.1", ""),
        ("1.2.0 (2026-11-29)", "1.2.0", ""),
        ("[1.2.0](https://example.org/compare) (2026-11-29)", "1.2.0", ""),
        ("1.2.0: 2026-11-29", "1.2.0", ""),
        ("[1.2.0] - 2026-11-29 [YANKED]", "1.2.0", "[YANKED]"),
        ("2026.11 - 2026-11-29 ##", "2026.11", ""),
    ],
)
def test_headings_of_versions_are_read_as_people_write_them(
    heading: str, version: str, note: str
) -> None:
    ((release,), problems) = read(f"# Changelog\n\n## {heading}\n\n### Added\n\n- A thing.\n")
    assert (release.version, release.day, release.note) == (version, date(2026, 11, 29), note)
    assert release.text == "## Added\n\n- A thing."
    assert problems == []


@pytest.mark.parametrize(
    "heading", ["[1.2.0]", "1.2.0 - soon", "[1.2.0] - 2026-13-01", "Older versions", ""]
)
def test_a_heading_that_is_not_a_dated_version_is_reported_with_its_line(heading: str) -> None:
    releases, (problem,) = read(f"# Changelog\n\n## {heading} \n\n- A thing.\n")
    assert releases == []
    assert (problem.path, problem.line) == ("../CHANGELOG.md", 3)
    assert f"'{heading}'" in problem.message


def test_the_second_section_of_a_version_is_reported() -> None:
    problems = Problems()
    text = "## 1.0 - 2024-01-31\n\nA\n\n## [v1.0] - 2024-02-01\n\nB\n"
    (release,) = read_changelog(text, "CHANGELOG.md", problems)
    assert (release.day, release.text.strip()) == (date(2024, 1, 31), "A")
    assert [problem.format().partition(",")[0] for problem in problems] == [
        "CHANGELOG.md:5: version 1.0 has a section already"
    ]


@pytest.mark.parametrize("text", ["", "# Notes\n\nNothing here.\n", "## [Unreleased]\n\n- A.\n"])
def test_a_file_without_versions_is_reported(text: str) -> None:
    releases, problems = read(text)
    assert releases == []
    assert [problem.message for problem in problems] == ["the changelog has no dated version"]


CHANGELOG = """\
    # Changelog

    ## [Unreleased]

    - Not yet.

    ## [1.1.0] - 2026-02-01

    ### Added

    - A [guide](docs/guide.md#start) by [#12], and `[x](y.md)`.

    ```markdown
    ## [0.0.1] - 2000-01-01
    ### Added [x](y.md)
    ```

    ## 1.0.0 - 2026-01-01

    First.

    [unreleased]: https://example.org/compare/1.1.0...HEAD
    [1.1.0]: https://example.org/compare/1.0.0...1.1.0
    [#12]: docs/issues.md
"""


def test_sections_end_where_the_next_version_begins_and_code_is_left_alone() -> None:
    (new, old), problems = read(CHANGELOG)
    assert problems == []
    assert (new.version, old.version) == ("1.1.0", "1.0.0")
    assert new.url == "https://example.org/compare/1.0.0...1.1.0"
    assert old.url == ""
    assert "## Added\n" in new.text
    assert "\n## [0.0.1] - 2000-01-01\n### Added [x](y.md)\n" in new.text
    assert "Not yet" not in new.text + old.text
    assert old.text.startswith("First.\n\n[unreleased]: ")


def test_a_release_becomes_the_text_of_a_post() -> None:
    (new, _), _ = read(CHANGELOG)
    text = to_document(
        new,
        title="Acme: 1.1.0",
        categories=["Releases"],
        authors=[],
        move=lambda link: link if "://" in link else f"../{link}",
    )
    assert text.startswith(
        dedent("""\
        ---
        title: 'Acme: 1.1.0'
        date: 2026-02-01
        slug: 1.1.0
        categories:
        - Releases
        links:
        - example.org/compare/1.0.0...1.1.0: https://example.org/compare/1.0.0...1.1.0
        ---

        ## Added
        """)
    )
    assert "[guide](../docs/guide.md#start)" in text
    assert "[#12]: ../docs/issues.md" in text
    assert "### Added [x](y.md)\n" in text
