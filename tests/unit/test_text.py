from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_blog_plugin.catalog.terms_file import read_terms
from mkdocs_blog_plugin.posts.authors import read_authors
from mkdocs_blog_plugin.posts.body import first_heading
from mkdocs_blog_plugin.posts.document import Document
from mkdocs_blog_plugin.posts.values import as_text
from mkdocs_blog_plugin.problems import Problem, Problems
from mkdocs_blog_plugin.text import decoded, one_line, xml_safe

COMMANDS = "\x00\x02\x03\x1b\x7f\x9b\ufffe\uffff\ud800"
"""Characters that a terminal obeys, that HTML forbids, or that stand for something in our own."""


def shows_none(text: str) -> bool:
    return not set(text) & set(COMMANDS)


@given(st.text())
def test_one_line_has_no_control_characters(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert line.isprintable() or shows_none(line)


def test_nothing_that_is_printed_has_control_characters() -> None:
    problems = Problems()
    trap = '"a' + "".join(f"\\u{ord(char):04x}" for char in COMMANDS[:-1]) + 'b"'
    author = read_authors(f"{trap}: {{links: [{{{trap}: x}}]}}", path="", problems=problems)
    terms = read_terms(f"tags: {{{trap}: {{description: {trap}}}}}", path="", problems=problems)
    found = [
        *(one for made in author.values() for one in (made.name, made.links[0].title)),
        *(one for key, note in terms.of("tags").items() for one in (key, note.description)),
        first_heading("# a\x02b"),
        first_heading("# a\x02*b*"),
        as_text(f"a{COMMANDS}b"),
        Problem(path="a", key=f"a{COMMANDS}", message=COMMANDS, expected=COMMANDS).format(),
    ]
    assert len(found) == 8
    assert all(text and shows_none(text) for text in found)


def test_front_matter_is_printed_without_control_characters() -> None:
    data = Document("a.md", '---\ntags: "a\\u0002b, c\\e[1md"\n---\n').front_matter.data
    assert as_text(data["tags"]) == "ab, c[1md"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("a &amp; b", "a & b"),
        ("&#65;&#x41;", "AA"),
        (f"&#{'9' * 5000};b", "\ufffdb"),
        (f"&#x{'f' * 5000}", "\ufffd"),
    ],
)
def test_references_to_characters_are_read(html: str, text: str) -> None:
    assert decoded(html) == text


@given(st.text())
def test_what_xml_cannot_say_is_left_out(text: str) -> None:
    safe = xml_safe(text)
    assert xml_safe(safe) == safe
    assert not set(safe) & set("\x00\x02\x1b\ufffe\uffff")
