"""The script that says whether version, changelog and tag agree."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

faults = runpy.run_path(str(Path(__file__).parents[1] / ".ci/release"))["faults"]


def changelog(*sections: str) -> str:
    return "\n".join(["# Changelog", "", *sections, ""])


RELEASED = "## [0.2.0] - 2026-11-29\n\n### Added\n\n- Cards.\n"


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        (changelog(RELEASED), None),
        (changelog("## [Unreleased]\n", RELEASED), None),
        (changelog(RELEASED), "v0.2.0"),
    ],
)
def test_nothing_stands_in_the_way_of_a_release_that_agrees(text: str, tag: str | None) -> None:
    assert faults("0.2.0", text, tag) == []


@pytest.mark.parametrize(
    ("version", "text", "tag", "words"),
    [
        ("0.3.0", changelog(RELEASED), None, "0.3.0"),
        (
            "0.2.0",
            changelog("## [Unreleased]\n\n### Added\n\n- More.\n", RELEASED),
            None,
            "Unreleased",
        ),
        ("0.2.0", changelog(RELEASED), "v0.2.1", "v0.2.1"),
        ("0.2.0", changelog("## [0.2.0] - soon\n"), None, "YYYY-MM-DD"),
        ("0.2.0", changelog("## [Unreleased]\n"), None, "no section"),
    ],
)
def test_what_disagrees_is_named(version: str, text: str, tag: str | None, words: str) -> None:
    (fault,) = faults(version, text, tag)
    assert words in fault
