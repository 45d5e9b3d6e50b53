"""Where an excerpt ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from support.sites import Build

EXTENSIONS = "markdown_extensions: [admonition, fenced_code, md_in_html, tables]"


def excerpt(build: Build, body: str, head: str = "") -> Any:
    text = f"---\ndate: 2024-01-31\n{head}---\n# Title\n\n{body}\n"
    site = build({"blog/posts/a.md": text}, EXTENSIONS)
    found = site.html("blog").select_one(".blog-entry")
    assert found is not None
    return found


def summary(entry: Any) -> str:
    return " ".join(entry.select_one(".p-summary").get_text(" ", strip=True).split())


@pytest.mark.parametrize(
    "separator",
    ["<!-- more -->", "<!--more-->", "<!-- truncate -->", "<!-- excerpt -->", "<!-- MORE -->"],
)
def test_every_known_separator_ends_an_excerpt(build: Build, separator: str) -> None:
    entry = excerpt(build, f"Before.\n\n{separator}\n\nAfter.")
    assert summary(entry) == "Before."
    assert "Continue reading" in entry.get_text()


def test_a_post_may_have_a_separator_of_its_own(build: Build) -> None:
    entry = excerpt(build, "Before.\n\n<!-- cut -->\n\nAfter.", "excerpt_separator: <!-- cut -->\n")
    assert summary(entry) == "Before."


def test_a_separator_in_code_is_code(build: Build) -> None:
    entry = excerpt(build, "One.\n\n```html\n<!-- more -->\n```\n\nTwo.\n\n<!-- more -->\n\nThree.")
    assert "Two." in summary(entry)
    assert "Three." not in summary(entry)


def test_the_first_of_two_separators_counts(build: Build) -> None:
    body = "One.\n\n<!-- more -->\n\nTwo.\n\n<!-- more -->\n\nThree."
    assert summary(excerpt(build, body)) == "One."


def test_a_separator_at_the_end_cuts_nothing(build: Build) -> None:
    entry = excerpt(build, "All of it.\n\n<!-- more -->")
    assert summary(entry) == "All of it."
    assert "Continue reading" not in entry.get_text()


def test_a_separator_at_the_start_leaves_the_description(build: Build) -> None:
    entry = excerpt(build, "<!-- more -->\n\nText.", head="description: In short.\n")
    assert summary(entry) == "In short."


@pytest.mark.parametrize(
    "body",
    [
        "- one\n\n    <!-- more -->\n\n- two",
        "!!! note\n    one\n\n    <!-- more -->\n\n    two",
        '<div markdown="1">\n\none\n\n<!-- more -->\n\ntwo\n\n</div>',
    ],
    ids=["list", "admonition", "div"],
)
def test_elements_that_are_open_at_the_separator_are_closed(build: Build, body: str) -> None:
    entry = excerpt(build, f"{body}\n\nthree")
    assert "one" in summary(entry)
    assert "three" not in summary(entry)
    assert "Continue reading" in entry.get_text()


def test_without_a_separator_the_beginning_is_taken_between_two_blocks(build: Build) -> None:
    paragraphs = [" ".join([f"word{n}"] * 40) + "." for n in range(4)]
    entry = excerpt(build, "\n\n".join(paragraphs))
    blocks = [p.get_text() for p in entry.select(".p-summary p")]
    assert blocks == paragraphs[: len(blocks)]
    assert 1 <= len(blocks) <= 2
    assert "Continue reading" in entry.get_text()


def test_a_short_post_is_shown_whole(build: Build) -> None:
    entry = excerpt(build, "Just this.")
    assert summary(entry) == "Just this."
    assert "Continue reading" not in entry.get_text()


def test_the_title_is_not_a_part_of_the_excerpt(on_each_theme: Build) -> None:
    text = "---\ndate: 2024-01-31\ntitle: Title\n---\n# Title\n\nText.\n"
    site = on_each_theme({"blog/posts/a.md": text})
    assert site.titles("blog") == ["Title"]
    assert summary(site.html("blog").select_one(".blog-entry")) == "Text."
