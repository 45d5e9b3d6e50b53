from __future__ import annotations

import sys
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

from mkdocs_blog_plugin.posts.front_matter import (
    FrontMatter,
    body_from,
    clean_source,
    parse_front_matter,
)

TRAILING_COMMA = (
    "post.md:2: Illegal trailing comma"
    if sys.version_info >= (3, 13)
    else "post.md:3: Expecting property name enclosed in double quotes"
)
"""How Python reports a comma before the end of a JSON object."""


def parse(text: str) -> tuple[FrontMatter, list[str]]:
    found = parse_front_matter(text, "post.md")
    return found, [problem.format() for problem in found.problems]


@pytest.mark.parametrize(
    ("text", "data", "body", "body_line"),
    [
        ("---\ntitle: A\n---\nbody\n", {"title": "A"}, "body\n", 4),
        ("---\ntitle: A\n---\n\n\nbody\n", {"title": "A"}, "body\n", 6),
        ("---\ntitle: A\n...\nbody\n", {"title": "A"}, "body\n", 4),
        ("---\r\ntitle: A\r\n---\r\nbody\r\n", {"title": "A"}, "body\n", 4),
        ("\ufeff---\ntitle: A\n---\nbody", {"title": "A"}, "body", 4),
        ("--- \ntitle: A\n---\t\nbody", {"title": "A"}, "body", 4),
        ("---\ntitle: A\n---", {"title": "A"}, "", 3),
        ("---\n---\nbody", {}, "body", 3),
        ("---\n# nothing yet\n---\nbody", {}, "body", 4),
        ("+++\ntitle = 'A'\n+++\nbody", {"title": "A"}, "body", 4),
        ('{"title": "A"}\n\nbody', {"title": "A"}, "body", 3),
        ('{\n\t"title": "A"\n}\nbody', {"title": "A"}, "body", 4),
        ("Title: A\nTags: x, y\n    z\n\nbody", {"title": "A", "tags": "x, y z"}, "body", 5),
        ("# Heading\n\nbody", {}, "# Heading\n\nbody", 1),
        ("", {}, "", 1),
        ("---\n\nA line across the page.\n", {}, "---\n\nA line across the page.\n", 1),
        ("---\n# Heading\n\nbody", {}, "---\n# Heading\n\nbody", 1),
        ("{{ macro() }}\n", {}, "{{ macro() }}\n", 1),
    ],
)
def test_front_matter_in_any_notation_is_taken_off_the_body(
    text: str, data: dict[str, object], body: str, body_line: int
) -> None:
    found, problems = parse(text)
    assert (dict(found.data), found.body, found.body_line) == (data, body, body_line)
    assert problems == []


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2023-02-30", "2023-02-30"),
        ("2017-11-03 10:31:52 +9", "2017-11-03 10:31:52 +9"),
        ("20171103", 20171103),
        ("1.5", 1.5),
        ("1.10", "1.10"),
        ("007", "007"),
        ("12:30", "12:30"),
        ("1_000", "1_000"),
        ("0x1F", "0x1F"),
        (".inf", ".inf"),
        ("9" * 5000, "9" * 5000),
        ("true", True),
        ("False", False),
        ("no", "no"),
        ("on", "on"),
        ("~", None),
        ("", None),
        ("'2024'", "2024"),
        ("!!str 2024", "2024"),
        ("!!int seven", "seven"),
        ("!!timestamp soon", "soon"),
        ("[1, [2]]", [1, [2]]),
        ("{1: 2}", {"1": 2}),
    ],
)
def test_values_keep_the_text_they_were_written_with(written: str, value: object) -> None:
    found, _ = parse(f"---\nother: kept\nkey: {written}\n---\n")
    assert found.data == {"other": "kept", "key": value}


def test_anchors_and_merge_keys_are_resolved() -> None:
    found, problems = parse("---\nbase: &b {x: 1}\nown:\n  <<: *b\n  y: 2\n---\n")
    assert found.data["own"] == {"x": 1, "y": 2}
    assert problems == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("---\ntitle: A\n\nTags:\n  - x\ndate: 2020\n---\n", {"title": 2, "tags": 4, "date": 6}),
        ("\n---\ntitle: A\n---\n", {"title": 3}),
        (
            "+++\n# note\ntitle = 'A'\n[params]\ntitle = 'B'\n[[menu]]\n+++\n",
            {"title": 3, "params": 4, "menu": 6},
        ),
        ('{\n "x": {"date": 1},\n\t"date": 2\n}\n', {"x": 2, "x.date": 2, "date": 3}),
        (
            "---\r\ndate:\r\n  Created: 2020\r\n\r\n  updated: 2021\r\nx: {y: {z: 1}}\r\n---\r\n",
            {"date": 2, "date.created": 3, "date.updated": 5, "x": 6, "x.y": 6},
        ),
        ("Title: A\nDate: 2020\n", {"title": 1, "date": 2}),
    ],
)
def test_each_key_knows_its_line(text: str, lines: dict[str, int]) -> None:
    assert parse(text)[0].lines == lines


@pytest.mark.parametrize(
    ("text", "data", "reported"),
    [
        (
            "---\ntitle: Foo: bar\ndate: 2020-01-01\n---\n",
            {"title": "Foo: bar", "date": "2020-01-01"},
            ["post.md:2: title: mapping values are not allowed in this context"],
        ),
        (
            "---\ntitle: [WIP] thing\ndate: 2020-01-01\ntags: *none\n---\n",
            {"title": "[WIP] thing", "date": "2020-01-01", "tags": "*none"},
            ["post.md:2: title: did not find", "post.md:4: tags: found undefined"],
        ),
        (
            "---\ntags:\n\t- a\n\t- b\ntitle: 'A'\n---\n",
            {"tags": ["a", "b"], "title": "A"},
            ["post.md:3: tags: found character that cannot start any token"],
        ),
        (
            "---\ntitle: \x01\n---\n",
            {"title": "\x01"},
            ["post.md:2: title: control characters are not allowed"],
        ),
        (
            "---\ntitle: A\ntitle: B\n---\n",
            {"title": "B"},
            ["post.md:3: title: the key is there twice"],
        ),
        (
            "---\ntitle: A\nTitle: B\n---\n",
            {"title": "A", "Title": "B"},
            ["post.md:3: Title: the key is already there as 'title'"],
        ),
        (
            "---\nsite: !ENV NAME\ntitle: A\n---\n",
            {"site": "NAME", "title": "A"},
            ["post.md:2: the YAML tag '!ENV' is not known here"],
        ),
        (
            "---\na: &a [*a]\ntitle: A\n---\n",
            {"a": "&a [*a]", "title": "A"},
            ["post.md:2: a: found unconstructable recursive node"],
        ),
        ("\n \n---\ntitle: A\n---\n", {"title": "A"}, ["post.md:1: blank lines come before"]),
        (
            "+++\ntitle = A\ndate = 2020\n[x]\n+++\n",
            {"title": "A", "date": 2020},
            ["post.md:2: title: Invalid value"],
        ),
        (
            '{\n"title": "A",\n}\nbody',
            {"title": "A"},
            [TRAILING_COMMA],
        ),
        ('{"title": "A", "title": "B"}', {"title": "B"}, ["post.md:1: title: the key is there"]),
        ('{"title": "\\ud800"}', {"title": "?"}, []),
    ],
)
def test_broken_front_matter_keeps_what_can_be_read(
    text: str, data: dict[str, object], reported: list[str]
) -> None:
    found, problems = parse(text)
    assert found.data == data
    assert len(problems) == len(reported)
    assert all(line.startswith(begin) for line, begin in zip(problems, reported, strict=True))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\n- a\n- b\n---\nbody", 2),
        ("---\njust text\n---\nbody", 2),
        ("---\n? [a]\n: b\n---\nbody", 2),
        ('{"title": "A"\n\nbody', 3),
        ("+++\nnothing\n+++\nbody", 2),
    ],
)
def test_text_that_is_not_front_matter_stays_in_the_body_and_is_reported(
    text: str, line: int
) -> None:
    found, problems = parse(text)
    assert (dict(found.data), found.body) == ({}, text)
    assert [problem.split()[0] for problem in problems] == [f"post.md:{line}:"]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("---\ntitle: A\n\nbody\n", "body\n"),
        ("---\ntitle: A\ntags:\n- x\n  - y\n# Heading\n", "# Heading\n"),
        ("---\ntitle: A\n\nSome prose.\n\n---\nmore\n", "Some prose.\n\n---\nmore\n"),
        ("+++\ntitle = 'A'\n\nbody\n", "body\n"),
    ],
)
def test_unclosed_front_matter_ends_where_prose_begins(text: str, body: str) -> None:
    found, problems = parse(text)
    assert (found.data["title"], found.body) == ("A", body)
    assert problems[0].startswith("post.md:1: the front matter has no '")


@pytest.mark.parametrize("depth", [400, 5_000, 50_000])
@pytest.mark.parametrize(
    "nested", ["---\na: {0}{1}\n---\n", '{{"a": {0}{1}}}', "+++\na = {0}{1}\n+++\n"]
)
def test_endless_nesting_is_read_or_reported(nested: str, depth: int) -> None:
    found, problems = parse(nested.format("[" * depth, "]" * depth))
    assert isinstance(found.data.get("a"), list) or problems


def test_aliases_that_stand_for_billions_are_reported() -> None:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    found, problems = parse("\n".join(["---", "title: A", *rows, "---", "body"]))
    assert (found.data["title"], found.body) == ("A", "body")
    assert found.data["a11"] == f"&a11 [{', '.join(['*a10'] * 9)}]"
    assert len(problems) == 11


def test_aliases_are_read() -> None:
    found, problems = parse("---\na: &a [x, y]\nb: *a\nc: {<<: &d {e: 1}, f: *a}\ng: *d\n---\n")
    listed = ["x", "y"]
    assert found.data == {"a": listed, "b": listed, "c": {"e": 1, "f": listed}, "g": {"e": 1}}
    assert problems == []


LINES = (
    "---", "...", "+++", "", "title: A", "title: 'B'", "date: 2020-01-01", "date: 2020-02-31",
    "tags: [a, 1.10]", "x: !ENV Y", "x: y: z", "- item", "\ttab: 1", "prose without end", "Note: prose",
    "# Heading", "{", "}", '{"a": 1}', "a = 1", "[b]", "\ufeff", "a: &a [*a]", "---\r", "é: 🎉", "  in: 1",
)  # fmt: skip
texts = st.lists(st.sampled_from(LINES)).map("\n".join) | st.text()


@settings(deadline=None)
@given(texts)
@example(" \nText below a line with a blank\n")
@example("key: and nothing else")
def test_mkdocs_reads_what_we_read(text: str) -> None:
    """Given the file where that is clean, else the text that we hand it instead."""
    found, _ = parse(text)
    body, meta = get_data(clean_source(found) or text)
    assert body.lstrip() == found.body.lstrip()
    assert {str(key) for key in meta} == set(found.data)
    if found.plain is not None:
        assert (found.body, found.plain) == (body, meta)
        assert not body or body_from(text, found.body_line) == body


@settings(deadline=None)
@given(texts)
def test_prose_is_never_lost(text: str) -> None:
    found, _ = parse(f"{text}\nprose without end\n")
    assert "prose without end" in found.body + str(found.data)


def test_mkdocs_gets_its_own_values_of_the_same_reading() -> None:
    found, _ = parse("---\nday: 2020-01-01\nversion: 1.10\nno: yes\n2: 007\n---\nbody\n")
    assert found.data == {"day": "2020-01-01", "version": "1.10", "no": "yes", "2": "007"}
    assert found.plain == {"day": date(2020, 1, 1), "version": 1.1, False: True, 2: 7}


@pytest.mark.parametrize(
    "header", ["day: 2020-02-31", "x: !ENV Y", "x: !!set {a}", "x: !!int y", "- a", "[a]: b"]
)
def test_front_matter_that_mkdocs_would_misread_is_not_handed_over(header: str) -> None:
    assert parse(f"---\n{header}\n---\nbody\n")[0].plain is None


def test_a_clean_source_is_left_alone() -> None:
    assert clean_source(parse("---\ntitle: A\ndate: 2020-01-01\n---\n\nbody\n")[0]) is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (f"---\na: &a {'x' * 100_000}\ntags: [{'*a,' * 4000}]\n---\n", "found undefined alias"),
        (f"+++\n{'a.' * 30_000}a = 1\n+++\n", "tables are nested too deeply"),
        (f"""+++\n[{"'a b' . " * 15_000}a]\n+++\n""", "tables are nested too deeply"),
        (f"+++\na = {'[' * 330}{']' * 330}\n+++\n", "lists or maps are nested too deeply"),
        (f'{{"a": {"[" * 330}{"]" * 330}}}\n', "lists or maps are nested too deeply"),
        (f"---\na: {'[' * 330}{']' * 330}\n---\n", "lists or maps are nested too deeply"),
        (f"---\n{'? ' * 60_000}\n---\n", "post.md:2: lists or maps are nested too deeply"),
        (
            f"---\na:\n- {'- ? ' * 60_000}\n---\n",
            "post.md:3: a: lists or maps are nested too deeply",
        ),
        (f"+++\na = {'9' * 5000}\n+++\n", "a number has too many digits"),
        (f'{{"a": {"9" * 5000}}}\n', "a number has too many digits"),
    ],
    ids=range(10),
)
def test_yaml_that_would_fill_the_memory_or_the_stack_is_reported(text: str, problem: str) -> None:
    found, problems = parse(text)
    assert [problem in reported for reported in problems] == [True]
    assert clean_source(found) is None or len(clean_source(found) or "") < 2 * len(text)


def test_an_integer_of_any_length_is_text() -> None:
    found, problems = parse(f"+++\na = 0x{'f' * 5000}\n+++\nbody\n")
    assert problems == []
    assert found.data == {"a": f"0x{'f' * 5000}"}
    assert "ffff" in (clean_source(found) or "")


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("\ttags: a", "spaces instead of tabs for indentation"),
        ("title: one: two", "quotes around a value with ': ' in it"),
        ("title: 'open", "YAML such as"),
        ("tags: [a, b", "YAML such as"),
    ],
)
def test_a_hint_names_tabs_and_quotes_only_where_they_are_the_cause(line: str, hint: str) -> None:
    found = parse_front_matter(f"---\ndate: 2024-01-31\n{line}\n---\n", "a.md")
    assert found.problems
    assert all(problem.expected.startswith(hint) for problem in found.problems)
